import ArgumentParser
import DataPackage
import Foundation
import Governance
import Reports

struct LoadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load",
    abstract: "Shows what governance outside its own board costs a trust, in hours a year.",
    discussion: """
      Person-hours a year of meetings, returns, reviews and contracts, always with a range and with \
      the share that rests on defaults nobody has validated. Without a code trusts are ranked; with \
      one, its load, what would move it most, and what rests on no assumption.

      EXAMPLES
        footprints load --sector ambulance --on 2026-03-31
        footprints load RYA --why
        footprints load RYC --on 2026-04-01 --against 2026-03-31
        footprints load --component contracts --format csv > contracts.csv
        footprints load --xlsx load.xlsx
        footprints load RYA --parameters ours.csv --rates rates.csv
      """)

  @Argument(help: "The code of a trust, or words of its name.")
  var trust: String?

  @OptionGroup var options: DataOptions

  @OptionGroup var regime: RegimeOptions

  @OptionGroup var loads: LoadOptions

  @Option(name: .long, help: "Rank by one component: meetings, returns, reviews or contracts.")
  var component: LoadComponent?

  @Option(name: .long, help: "Only trusts of this sector.")
  var sector: Sector?

  @Flag(name: .long, help: "All trusts and all that is left out, in text.")
  var all = false

  @Flag(name: .long, help: "Where every hour comes from: each forum with its figures and sources.")
  var why = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Compare with the same trust on another day, or with another trust on the same day.",
      valueName: "day or trust"))
  var against: String?

  @Flag(
    name: .long,
    help: "Work out what it costs to reconcile several overseers, too; no study fixes the hours.")
  var reconciliation = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What an hour costs: a table with the columns role (director, deputy, staff) and rate.",
      valueName: "file"))
  var rates: String?

  @Option(
    name: .long,
    help: ArgumentHelp("Write a workbook with live formulas instead.", valueName: "file"))
  var xlsx: String?

  @Option(name: .long, help: "text, json or csv.")
  var format: ResultFormat?

  func validate() throws {
    if trust == nil {
      if why { throw ValidationError("--why needs the code of a trust.") }
      if reconciliation { throw ValidationError("--reconciliation needs the code of a trust.") }
      if rates != nil { throw ValidationError("--rates needs the code of a trust.") }
      if let against {
        throw ValidationError(
          "--against needs the code of a trust: footprints load CODE --against "
            + "\(Retyped.word(Quotation.cut(against)))")
      }
    } else {
      if sector != nil { throw ValidationError("--sector does not go with a trust.") }
      if component != nil { throw ValidationError("--component does not go with a trust.") }
      if all { throw ValidationError("--all does not go with a trust; --why shows all of it.") }
    }
    try validateComparison()
    if let xlsx, !xlsx.lowercased().hasSuffix(".xlsx") {
      throw ValidationError("--xlsx takes the name of a file that ends in .xlsx.")
    }
    if xlsx != nil, format != nil || component != nil || rates != nil || why || reconciliation {
      throw ValidationError(
        "--xlsx goes with a trust or --sector, and neither with --format nor with what text shows.")
    }
  }

  private func validateComparison() throws {
    if against != nil, why || reconciliation || rates != nil || xlsx != nil {
      throw ValidationError(
        "--against goes with neither --why, --reconciliation, --rates nor --xlsx.")
    }
  }

  func run() throws {
    let graph = try RegisterAccess(options).accountability(regime)
    let code = try trust.map { text throws(Failure) in
      try graph.atlas.organisation(named: text, kinds: [.trust]).id
    }
    if let against, let code { return try show(against: against, of: code, in: graph) }
    let report = try report(graph, code)
    if let xlsx {
      try write(LoadWorkbook(report), to: xlsx)
    } else if let code {
      try show(code, in: report)
    } else {
      try show(report)
    }
  }

  private func report(
    _ graph: AccountabilityGraph, _ code: Code?
  ) throws(Failure) -> LoadReport {
    let register = graph.atlas.register
    let users = try loads.usersParameters(beside: register)
    let book = ParameterBook(register.parameters, overriding: users)
    let model = LoadModel(graph, book: book, of: code.map { [$0] } ?? trusts(of: graph))
    let report = LoadReport(
      model, in: graph, settings: loads.settings, component: component, sector: sector)
    guard !report.rows.isEmpty else {
      throw Failure(
        "there is no trust to show on \(graph.atlas.date.longForm)"
          + (sector.map { " of the sector \($0.rawValue)" } ?? ""))
    }
    loads.noteUnused(of: users, in: model, book)
    return report
  }

  private var retyped: String { loads.retyped(options, regime) }

  /// The trusts of the sector that was asked for; `nil` for all.
  private func trusts(of graph: AccountabilityGraph) -> [Code]? {
    sector.map { sector in
      graph.atlas.organisations(of: .trust).filter { $0.sectors.contains(sector) }.map(\.id)
    }
  }

  private func show(_ report: LoadReport) throws {
    switch format ?? .text {
    case .text:
      let limit = all || sector != nil ? nil : 20
      try Output.write(LoadText(report, limit: limit, isFull: all, options: retyped).lines)
    case .json: try Output.write(JSONDocument.bytes(LoadDocument(report)))
    case .csv: try Output.write(Data(LoadTable(report).csv.utf8))
    }
  }

  private func show(_ code: Code, in report: LoadReport) throws {
    let users = try rates.map { path throws(Failure) in
      try UserFile.value(UserFileReader().rates(at: path), of: path)
    }
    guard
      let explanation = LoadExplanation(
        of: code, in: report, reconciles: reconciliation, rates: users)
    else { throw Failure("\(code) is not in force on \(options.date.longForm)") }
    switch format ?? .text {
    case .text:
      try Output.write(LoadExplanationText(explanation, isFull: why, options: retyped).lines)
    case .json:
      let isFull = why || reconciliation || users != nil
      try Output.write(
        JSONDocument.bytes(LoadDocument(report, explanation: isFull ? explanation : nil)))
    case .csv:
      let table = why ? LoadWhyTable(explanation).csv : LoadTable(report).csv
      try Output.write(Data(table.utf8))
    }
  }

  private func write(_ workbook: LoadWorkbook, to path: String) throws {
    try OutputFile.write(try workbook.bytes(), to: path)
    try Output.write([path])
  }
}
