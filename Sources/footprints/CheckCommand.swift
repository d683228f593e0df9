import ArgumentParser
import DataPackage
import Foundation
import Governance
import Reports

struct CheckCommand: ParsableCommand {
  enum Level: String, CaseIterable, ExpressibleByArgument {
    case warning, error
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a register and lists every problem with its place and a way out.",
    discussion: """
      Exit status: 0 without problems at or above --fail-on, 1 with warnings at or above it, 2 with \
      errors, which keep the register from being used.
      """)

  @OptionGroup var options: DataOptions

  @Option(name: .long, help: "The least severity that makes the command fail: warning or error.")
  var failOn: Level = .error

  @Option(name: .long, help: "text, json or csv.")
  var format: ResultFormat = .text

  func run() throws {
    let result = try RegisterAccess(options).load()
    switch format {
    case .text: try Output.write(text(result))
    case .json: try Output.write(JSONDocument.bytes(ProblemsDocument(result.diagnostics)))
    case .csv: try Output.write(Data(ProblemsDocument(result.diagnostics).csv.utf8))
    }
    if result.register == nil { throw ExitCode(2) }
    if failOn == .warning, !result.diagnostics.isEmpty { throw ExitCode(1) }
  }

  private func text(_ result: LoadResult) -> [String] {
    let errors = result.diagnostics.count { $0.severity == .error }
    let warnings = result.diagnostics.count - errors
    let counts =
      Wording.counted(errors, "error", "errors") + ", "
      + Wording.counted(warnings, "warning", "warnings")
    let size = result.register.map { register in
      ": " + Wording.counted(register.organisations.count, "organisation", "organisations") + ", "
        + Wording.counted(register.relations.count, "relation", "relations") + ", "
        + Wording.counted(register.arrangements.count, "arrangement", "arrangements") + ", "
        + Wording.counted(register.forums.count, "forum", "forums")
    }
    return result.diagnostics.map { TextTable.printable($0.description) } + [counts + (size ?? "")]
  }
}
