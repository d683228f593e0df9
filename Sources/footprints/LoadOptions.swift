import ArgumentParser
import DataPackage
import Foundation
import Governance
import Reports

/// How loads are drawn, and the user's own files: options of load and diary.
struct LoadOptions: ParsableArguments {
  // More draws only narrow the standard errors, and each takes some four kilobytes for England.
  @Option(name: .long, parsing: .unconditional, help: "How many draws, 100 to 100,000.")
  var draws: Int = 10_000

  @Option(
    name: .long, parsing: .unconditional,
    help: "The seed of the draws, a whole number from 0; the same seed gives the same figures.")
  var seed: UInt64 = LoadSimulation.Settings().seed

  @Option(name: .long, help: "How values spread between low and high: triangular or pert.")
  var distribution: LoadShape = .triangular

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Parameters of your own, in the columns of parameters.csv; they go before those of the register.",
      valueName: "file"))
  var parameters: String?

  func validate() throws {
    guard (100...100_000).contains(draws) else {
      throw ValidationError("--draws takes a whole number from 100 to 100,000.")
    }
  }

  /// How to draw.
  var settings: LoadSimulation.Settings {
    LoadSimulation.Settings(draws: draws, seed: seed, shape: distribution)
  }

  /// The user's own parameters; none without a file.
  ///
  /// - Throws: `Failure` listing all that is wrong with the file.
  func usersParameters(beside register: Register) throws(Failure) -> [Parameter] {
    guard let parameters else { return [] }
    return try UserFile.value(
      UserFileReader().parameters(at: parameters, beside: register), of: parameters)
  }

  /// Notes which of the user's own rows nothing in a model rests on: misspelt kinds, say, which
  /// would otherwise change nothing without a word.
  func noteUnused(of users: [Parameter], in model: LoadModel, _ book: ParameterBook) {
    let unused = model.unused(users)
    guard let parameters, !unused.isEmpty else { return }
    let kinds = Set(book.parameters.filter { !$0.isUsers }.map(\.record.forumKind)).sorted()
    for row in unused.prefix(5) {
      let question =
        kinds.contains(row.forumKind) ? nil : Spelling.question(for: row.forumKind, among: kinds)
      Output.note(
        "\(parameters): warning: \(row.id): nothing that is shown rests on \(row.symbol) of "
          + "\(row.forumKind). " + (question ?? Self.reason(for: row)))
    }
    if unused.count > 5 { Output.note("… and \(unused.count - 5) more") }
  }

  /// Why nothing may rest on a row whose kind is there.
  private static func reason(for row: Parameter) -> String {
    let others = "Leave it so if it is meant for others."
    guard row.symbol == LoadSymbol.a.rawValue else { return others }
    let kind = row.forumKind.prefix { $0 != "." }
    guard !["return", "review", "contract"].contains(kind) else {
      return "The share is set by the templates of the regime."
    }
    return row.forumKind == ParameterScope.everyForum
      ? "It holds for recorded seats; the share of a template takes a row of the kind of forum."
      : others
  }

  /// What another command about the same loads must be told, as one types it again.
  ///
  /// - Parameters:
  ///   - options: the register and the day.
  ///   - regime: the rules.
  ///   - day: the day; that of the options, if they name one, by default.
  ///   - parameters: the file of parameters; that of these options by default.
  func retyped(
    _ options: DataOptions, _ regime: RegimeOptions, on day: CalendarDate? = nil,
    parameters: String? = nil
  ) -> String {
    Retyped.options([
      ("--on", (day ?? options.on)?.description), ("--data", options.data),
      ("--regime", regime.regime), ("--parameters", parameters ?? self.parameters),
    ])
  }
}

/// Files of a user's own, read whole or not at all.
enum UserFile {
  /// What a file holds; warnings go to standard error.
  ///
  /// - Throws: `Failure` listing all that is wrong with it.
  static func value<Value>(
    _ result: UserFileResult<Value>, of path: String
  ) throws(Failure) -> Value {
    guard let value = result.value else {
      let errors = result.diagnostics.filter { $0.severity == .error }
      let shown = errors.prefix(20).map(\.description)
      let more = errors.count > shown.count ? ["… and \(errors.count - shown.count) more"] : []
      throw Failure((["\(path) cannot be used:"] + shown + more).joined(separator: "\n"))
    }
    for warning in result.diagnostics { Output.note(warning.description) }
    return value
  }
}

extension LoadShape: ExpressibleByArgument {}

extension LoadComponent: ExpressibleByArgument {}
