import Governance
import Workbook

/// The sheet of parameters of a workbook of loads, and where each of them stands.
struct LoadWorkbookParameters {
  static let name = "Parameters"
  private static let modeColumn = 6

  /// A parameter or share of a template, whatever it is used for.
  private struct Key: Hashable {
    let symbol: LoadSymbol
    let reference: String
    let isTemplate: Bool
    let isUsers: Bool

    init?(_ factor: LoadFactor) {
      switch factor.origin {
      case .record: return nil
      case .parameter(let parameter): (isTemplate, isUsers) = (false, parameter.isUsers)
      case .template: (isTemplate, isUsers) = (true, false)
      }
      symbol = factor.symbol
      reference = factor.origin.reference
    }
  }

  private let rows: [LoadFactor]
  private let places: [Key: Int]

  init(_ report: LoadReport) {
    var found: [Key: LoadFactor] = [:]
    for row in report.rows {
      for term in report.load(of: row.summary.trust)?.terms ?? [] {
        for factor in term.parts.flatMap(\.factors) {
          if let key = Key(factor) { found[key] = factor }
        }
      }
    }
    let sorted = found.sorted { Self.precedes($0.key, $1.key) }
    rows = sorted.map(\.value)
    places = Dictionary(
      uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0 + 1) })
  }

  private static func precedes(_ left: Key, _ right: Key) -> Bool {
    let all = LoadSymbol.allCases
    if left.isTemplate != right.isTemplate { return right.isTemplate }
    if left.isUsers != right.isUsers { return left.isUsers }
    if left.reference != right.reference {
      return left.reference.utf8.lexicographicallyPrecedes(right.reference.utf8)
    }
    return (all.firstIndex(of: left.symbol) ?? 0) < (all.firstIndex(of: right.symbol) ?? 0)
  }

  /// The cell of the most likely value of a factor; `nil` for one of a record.
  func place(of factor: LoadFactor) -> String? {
    Key(factor).flatMap { places[$0] }.map { row in
      CellReference(row: row, column: Self.modeColumn).absolute(in: Self.name)
    }
  }

  /// How many of the parameters are defaults that nobody has validated, and how many there are.
  var counts: (unvalidated: Int, all: Int) {
    (rows.count { $0.origin.isUnvalidated }, rows.count)
  }

  /// The rows of `sources.csv` that the parameters name, each once, in order.
  var sources: [String] { Set(rows.compactMap(\.origin.source)).sorted() }

  /// The sheet; the most likely values are there to be changed.
  var sheet: Sheet {
    let headings = [
      "Row", "Symbol", "Meaning", "Of", "Unit", "Low", "Mode (change here)", "High", "Provenance",
      "Source", "Basis",
    ]
    return Sheet(
      name: Self.name, widths: [34, 8, 34, 34, 28, 8, 12, 8, 20, 22, 80],
      rows: [headings.map { .text($0, .heading) }] + rows.map(row), frozenRows: 1,
      frozenColumns: 1)
  }

  private func row(_ factor: LoadFactor) -> [SheetCell] {
    var unit = "share, 0 to 1"
    var scope = factor.origin.reference
    if case .parameter(let parameter) = factor.origin {
      unit = parameter.record.unit
      let record = parameter.record
      scope = [
        record.forumKind, record.forum?.text, record.organisation?.text, record.sector?.rawValue,
      ].compactMap(\.self).joined(separator: ", ")
    }
    return [
      .text(factor.origin.reference), .text(LoadWording.symbol(factor.symbol)),
      .text(factor.symbol.meaning), .text(scope), .text(unit), .number(factor.range.low),
      .number(factor.range.mode, .general, .input), .number(factor.range.high),
      .text(LoadWording.provenance(factor.origin.provenance)), .text(factor.origin.source ?? ""),
      .text(factor.origin.basis ?? ""),
    ]
  }
}
