import ArgumentParser
import DataPackage
import Foundation
import Governance
import Reports

struct CheckCommand: ParsableCommand {
  enum Level: String, CaseIterable, ExpressibleByArgument {
    case error, warning, info, never
  }

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, csv, sarif
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks a register: its problems, and the questions its accountabilities raise.",
    discussion: """
      First the problems of the register itself, each with its place and a way out. Then the \
      findings: where lines of accountability overlap, contradict each other or are missing, \
      measured against the rules of a regime. footprints explain ID shows one in full.

      Exit status: 0 without problems or findings at or above --fail-on, 1 with some, 2 with errors \
      in the register, which keep it from being used.

      EXAMPLES
        footprints check --on 2026-03-31 --about RYC
        footprints check --kind F1 F11 --all
        footprints check --data ours --format sarif > findings.sarif
      """)

  @OptionGroup var options: DataOptions

  @OptionGroup var regimeOptions: RegimeOptions

  @Option(
    name: .long, parsing: .upToNextOption,
    help: ArgumentHelp("Only these kinds of finding: F1 to F24, as F1 F3.", valueName: "kind"))
  var kind: [String] = []

  /// What does not belong here, so that it can be said where it does.
  @Argument(help: .hidden) var strays: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Only findings about an organisation, arrangement or forum, or in which it takes part.",
      valueName: "code or name"))
  var about: String?

  @Option(
    name: .long,
    help: "Only findings about a function, such as quality, or one within or around it.")
  var function: String?

  @Flag(
    name: .long,
    help: "All in full, with those by design or settled, and all that could not be checked.")
  var all = false

  @Option(name: .long, help: "How many findings to show in full. Default: 10.")
  var limit: Int?

  @Flag(name: .long, help: "Only the problems of the register itself, no findings.")
  var registerOnly = false

  @Option(
    name: .long,
    help: "The least severity that makes the command fail: error, warning, info or never.")
  var failOn: Level = .error

  @Option(name: .long, help: "text, json, csv or sarif.")
  var format: Format = .text

  func validate() throws {
    let choice = KindChoice(kind)
    if let stray = strays.first {
      throw ValidationError(
        "check takes options alone; what it finds about “\(Quotation.cut(stray))”: footprints check "
          + "--about \(Retyped.word(Quotation.cut(stray)))")
    }
    if let problem = choice.problem { throw ValidationError(problem) }
    if let limit, limit < 0 { throw ValidationError("--limit takes a number from 0.") }
    if limit != nil, all { throw ValidationError("--limit does not go with --all.") }
    if registerOnly, all || limit != nil || about != nil || function != nil || !kind.isEmpty {
      throw ValidationError("--register-only leaves nothing to choose among findings.")
    }
  }

  func run() throws {
    let access = try RegisterAccess(options)
    var load = access.load()
    guard let register = load.register else {
      try write(load, nil, access)
      throw ExitCode(2)
    }
    let selection = registerOnly ? nil : try selection(register)
    if let regime = selection?.graph.regime {
      load.diagnostics += load.mistakenWords(
        functions: regime.functions, services: regime.services)
    }
    try write(load, selection, access)
    if fails(load, selection) { throw ExitCode(1) }
  }

  private func selection(_ register: Register) throws(Failure) -> FindingsSelection {
    let graph = AccountabilityGraph(
      register, on: options.date,
      under: try RegimeAccess(regimeOptions, on: options.date).regime())
    let filter = FindingsFilter(
      kinds: KindChoice(kind).kinds,
      about: try about.map { text throws(Failure) in try graph.code(named: text) },
      function: try function.map { text throws(Failure) in try graph.function(named: text) })
    return FindingsSelection(graph, filter: filter)
  }

  private func write(
    _ load: LoadResult, _ selection: FindingsSelection?, _ access: RegisterAccess
  ) throws {
    switch format {
    case .text:
      let problems = ProblemsText(load).lines
      let findings =
        selection.map { FindingsText($0, limit: all ? nil : limit ?? 10, options: repeated).lines }
        ?? []
      try Output.write(findings.isEmpty ? problems : problems + [TextLine.blank] + findings)
    case .json:
      try Output.write(
        JSONDocument.bytes(
          FindingsDocument(load.diagnostics, on: options.date, selection: selection)))
    case .csv:
      // Problems and findings have different columns: what keeps findings from being looked for
      // has the table to itself.
      let table =
        selection.map { FindingsTable($0, includesAll: all).csv }
        ?? ProblemsDocument(load.diagnostics).csv
      try Output.write(Data(table.utf8))
    case .sarif:
      let document = FindingsSARIF(
        load, selection: selection, home: access.home,
        version: FootprintsCommand.configuration.version)
      try Output.write(Data(document.bytes))
    }
  }

  private func fails(_ load: LoadResult, _ selection: FindingsSelection?) -> Bool {
    let least: FindingSeverity
    switch failOn {
    case .never: return false
    case .error: least = .error
    case .warning: least = .warning
    case .info: least = .info
    }
    let problems = least < .error && !load.diagnostics.isEmpty
    return problems || selection?.findings.contains { $0.severity >= least } ?? false
  }
}

/// The kinds of finding that were typed, apart or with commas, in either case.
struct KindChoice {
  /// The kinds there are.
  let kinds: Set<FindingKind>
  private let unknown: [String]

  init(_ typed: [String]) {
    let words = typed.flatMap { $0.split { $0 == "," || $0 == " " }.map(String.init) }
    kinds = Set(words.compactMap(FindingKind.init(argument:)))
    unknown = words.filter { FindingKind(argument: $0) == nil }
  }

  /// What to say of those there are not, all at once; `nil` if there are none.
  var problem: String? {
    guard let first = unknown.first else { return nil }
    let names = unknown.prefix(10).map { "“\(Quotation.cut($0))”" }.joined(separator: ", ")
    let more = unknown.count > 10 ? " and \(unknown.count - 10) more" : ""
    let kinds = FindingKind.allCases.map(\.code)
    let mistyped = unknown.allSatisfy { $0.uppercased().hasPrefix("F") && $0.utf8.count <= 4 }
    let about =
      mistyped ? "" : " For findings about a body: --about \(Quotation.cut(first))."
    return "There is no kind of finding \(names)\(more): choose from \(kinds[0]) to "
      + "\(kinds[kinds.count - 1]), as --kind F1 F3.\(about)"
  }
}

extension FindingKind {
  /// Reads `F1` to `F24`, in either case.
  init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension CheckCommand {
  /// The register and the regime that were named, as one types them again.
  private var repeated: String {
    Retyped.options([("--data", options.data), ("--regime", regimeOptions.regime)])
  }
}
