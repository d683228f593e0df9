import Governance
import Workbook

/// Loads as a workbook with live formulas: change a most likely value on the sheet Parameters, or a
/// recorded figure on Inputs, and the results follow.
///
/// Each row of Inputs is one product of the model; its hours are the product of its row, and the
/// results are sums of these by trust and component.
public struct LoadWorkbook: Sendable {
  private let report: LoadReport
  private let parameters: LoadWorkbookParameters

  static let inputs = "Inputs"
  static let results = "Results"

  /// Prepares the workbook.
  ///
  /// - Parameter report: the ranking; all its trusts are in the workbook.
  public init(_ report: LoadReport) {
    self.report = report
    parameters = LoadWorkbookParameters(report)
  }

  /// The file.
  ///
  /// - Throws: `WorkbookError` if it cannot be made.
  public func bytes() throws(WorkbookError) -> [UInt8] { try spreadsheet.bytes() }

  /// The workbook.
  ///
  /// - Complexity: O(products + trusts).
  var spreadsheet: Spreadsheet {
    let rows = products
    let last = max(rows.count, 1)
    let columns = [
      ("InputKey", Self.keyColumn), ("InputComponent", 2), ("InputHours", Self.hoursColumn),
    ]
    return Spreadsheet(
      title: "External governance load on \(report.model.date.longForm)",
      sheets: [
        resultSheet, parameters.sheet, inputSheet(rows),
        LoadWorkbookNotes(report, parameters: parameters).sheet,
      ],
      names: columns.map { name, column in
        DefinedName(
          name, range: CellReference.range(rows: 1...last, column: column, in: Self.inputs))
      })
  }

  // MARK: - Inputs

  private struct Product {
    let trust: Code
    let rank: Int
    let term: LoadTerm
    let part: LoadPart
  }

  private var products: [Product] {
    report.rows.flatMap { row in
      (report.load(of: row.summary.trust)?.terms ?? []).flatMap { term in
        term.parts.map {
          Product(trust: row.summary.trust, rank: row.rank, term: term, part: $0)
        }
      }
    }
  }

  /// A column of factors: a heading, and the symbols that stand in it.
  private static let factors: [(heading: String, symbols: [LoadSymbol])] = [
    ("n", [.n]), ("a", [.a]), ("s", [.s]), ("d", [.d]), ("ρ", [.rho]), ("w", [.w]),
    ("u", [.u, .uHost]), ("h", [.h]), ("1 − σ", [.sigma]), ("v", [.v]), ("q", [.q]),
  ]
  private static let firstFactor = 9
  private static var hoursColumn: Int { firstFactor + factors.count }
  private static var keyColumn: Int { hoursColumn + 3 }

  /// What tells a trust from all others in a criterion: codes may differ in nothing but case, or look
  /// like numbers, which a criterion takes for the same.
  private static func key(_ rank: Int) -> String { "trust-\(rank)" }

  private func inputSheet(_ rows: [Product]) -> Sheet {
    let headings =
      ["Trust", "Name", "Component", "Kind", "What", "For", "Ground", "Part", "Times"]
      + Self.factors.map(\.heading) + ["Hours a year", "Unvalidated", "Rests on", "Key"]
    return Sheet(
      name: Self.inputs,
      widths: [8, 28, 11, 26, 34, 16, 26, 14, 7] + Self.factors.map { _ in 8 } + [12, 11, 40, 10],
      rows: [headings.map { .text($0, .heading) }]
        + rows.enumerated().map { row($1, at: $0 + 1) },
      frozenRows: 1, frozenColumns: 2)
  }

  private func row(_ product: Product, at row: Int) -> [SheetCell] {
    let (term, part) = (product.term, product.part)
    let span =
      CellReference(row: row, column: Self.firstFactor - 1).text + ":"
      + CellReference(row: row, column: Self.hoursColumn - 1).text
    let references = part.factors.map(\.origin.reference).joined(separator: "; ")
    return [
      .text(product.trust.text), .text(report.graph.atlas.shortName(of: product.trust)),
      .text(term.component.rawValue), .text(term.kind), .text(term.title),
      .text(term.bodies.map(\.text).joined(separator: ";")), .text(Self.ground(term)),
      .text(LoadWording.part(part.kind)), .number(part.multiplicity),
    ]
      + Self.factors.map { column in
        part.factors.first { column.symbols.contains($0.symbol) }.map(cell) ?? .blank
      } + [
        .formula("PRODUCT(\(span))", cached: part.mode, .two),
        .text(part.isUnvalidated ? "yes" : "no"), .text(references),
        .text(Self.key(product.rank)),
      ]
  }

  /// A figure of a parameter points to it; one of a record stands as it is, to be changed here.
  private func cell(_ factor: LoadFactor) -> SheetCell {
    guard let place = parameters.place(of: factor) else {
      return .number(factor.mode, .general, .input)
    }
    return .formula(factor.isComplement ? "1-\(place)" : place, cached: factor.mode)
  }

  private static func ground(_ term: LoadTerm) -> String { LoadWording.ground(term.ground) }

  // MARK: - Results

  private var resultSheet: Sheet {
    let components = LoadComponent.allCases
    let headings =
      ["Trust", "Name"] + components.map(\.rawValue)
      + [
        "All, live", "All, as drawn up", "Change", "P10", "Median", "P90", "Unvalidated",
        "Modelled",
      ]
    let title =
      "External governance load on \(report.model.date.longForm), person-hours a year, at the most "
      + "likely values. Live figures follow the sheets Parameters and Inputs; ranges are as drawn up."
    return Sheet(
      name: Self.results,
      widths: [8, 44] + components.map { _ in 11 } + [12, 15, 11, 10, 10, 10, 12, 11],
      rows: [[.text(title, CellStyle(isBold: true))], headings.map { .text($0, .heading) }]
        + report.rows.enumerated().map { result($1, at: $0 + 2) }
        + total(from: 2),
      frozenRows: 2, frozenColumns: 2)
  }

  private func result(_ row: LoadReport.Row, at place: Int) -> [SheetCell] {
    let components = LoadComponent.allCases
    let summary = row.summary
    func reference(_ column: Int) -> String { CellReference(row: place, column: column).text }
    let live = components.enumerated().map { index, component in
      // The heading of the column is the word of the component.
      let heading = CellReference(row: 1, column: index + 2).absolute
      return SheetCell.formula(
        "SUMIFS(InputHours,InputKey,\"\(Self.key(row.rank))\",InputComponent,\(heading))",
        cached: summary.components[component]?.mode ?? 0, .one)
    }
    let all = 2 + components.count
    return [.text(summary.trust.text), .text(summary.name)] + live + [
      .formula(
        "SUM(\(reference(2)):\(reference(all - 1)))", cached: summary.headline.mode, .one,
        CellStyle(isBold: true)),
      .number(summary.headline.mode, .one),
      .formula("\(reference(all))-\(reference(all + 1))", cached: 0, .one),
      .number(summary.headline.p10.value, .one), .number(summary.headline.median.value, .one),
      .number(summary.headline.p90.value, .one), .number(summary.unvalidatedShare, .percent),
      .number(summary.modelledShare, .percent),
    ]
  }

  private func total(from first: Int) -> [[SheetCell]] {
    guard report.rows.count > 1 else { return [] }
    let last = first + report.rows.count - 1
    let bold = CellStyle(isBold: true)
    let modes = LoadComponent.allCases.map { component in
      report.rows.reduce(0) { $0 + ($1.summary.components[component]?.mode ?? 0) }
    }
    let all = report.rows.reduce(0) { $0 + $1.summary.headline.mode }
    let values = modes + [all, all, 0]
    return [
      [.text("All", bold), .blank]
        + values.enumerated().map { index, value in
          let column = index + 2
          let span =
            CellReference(row: first, column: column).text + ":"
            + CellReference(row: last, column: column).text
          return .formula("SUM(\(span))", cached: value, .one, bold)
        }
    ]
  }
}
