import DataPackage
import Governance

/// The ranking as CSV, a row a trust, safe to open in a spreadsheet.
public struct LoadTable: Sendable {
  private let report: LoadReport

  /// Prepares the table.
  ///
  /// - Parameter report: the ranking.
  public init(_ report: LoadReport) { self.report = report }

  /// The columns.
  public static let header =
    [
      "rank", "code", "name", "component", "mode", "median", "p10", "p90", "low", "high",
      "standardErrorMedian", "standardErrorP10", "standardErrorP90",
    ] + LoadComponent.allCases.map(\.rawValue) + [
      "unvalidatedShare", "modelledShare", "exceedsNext", "gaps",
    ]

  /// The table.
  public var csv: String {
    CSVWriter.text(header: Self.header, rows: report.rows.map(row), guardsFormulas: true)
  }

  private func row(_ row: LoadReport.Row) -> [String] {
    let (spread, summary) = (row.spread, row.summary)
    let figures = [
      spread.mode, spread.median.value, spread.p10.value, spread.p90.value,
      spread.interval.lowerBound, spread.interval.upperBound, spread.median.standardError,
      spread.p10.standardError, spread.p90.standardError,
    ]
    return [
      String(row.rank), summary.trust.text, summary.name, report.component?.rawValue ?? "all",
    ] + figures.map(Self.figure)
      + LoadComponent.allCases.map { Self.figure(summary.components[$0]?.mode ?? 0) }
      + [
        Self.figure(summary.unvalidatedShare), Self.figure(summary.modelledShare),
        row.exceedsNext.map(Self.figure) ?? "", String(summary.gaps.count),
      ]
  }

  /// The shortest text that reads back as the same number.
  static func figure(_ value: Double) -> String {
    value.rounded() == value && abs(value) < 1e15 ? String(Int(value)) : "\(value)"
  }
}

/// Where the load of one trust comes from as CSV: a row a product, a column a symbol.
public struct LoadWhyTable: Sendable {
  private let explanation: LoadExplanation

  /// Prepares the table.
  ///
  /// - Parameter explanation: the reasons.
  public init(_ explanation: LoadExplanation) { self.explanation = explanation }

  private static let symbols: [LoadSymbol] = [
    .n, .a, .s, .d, .rho, .w, .u, .uHost, .h, .sigma, .v, .q, .kappa,
  ]

  /// The columns; one for each symbol holds its most likely value.
  public static let header =
    [
      "section", "component", "kind", "title", "bodies", "forum", "ground", "rule", "part",
      "multiplicity", "hours", "unvalidated",
    ] + symbols.map(\.rawValue) + ["references", "provenances"]

  /// The table.
  public var csv: String {
    let sections = [("headline", explanation.load.terms), ("ownBoard", explanation.load.baseline)]
    let reconciliation =
      explanation.reconciliation == nil
      ? [] : [("reconciliation", explanation.load.reconciliation)]
    let rows = (sections + reconciliation).flatMap { section, terms in
      terms.flatMap { term in term.parts.map { row(section, term, $0) } }
    }
    return CSVWriter.text(header: Self.header, rows: rows, guardsFormulas: true)
  }

  private func row(_ section: String, _ term: LoadTerm, _ part: LoadPart) -> [String] {
    let ground: (String, String)
    switch term.ground {
    case .recorded: ground = ("recorded", "")
    case .standing(let id): ground = ("standing", id)
    case .template(let id): ground = ("template", id)
    }
    let values = Self.symbols.map { symbol in
      part.factors.first { $0.symbol == symbol }.map { LoadTable.figure($0.range.mode) } ?? ""
    }
    return [
      section, term.component.rawValue, term.kind, term.title,
      term.bodies.map(\.text).joined(separator: ";"), term.forum?.text ?? "", ground.0, ground.1,
      part.kind.rawValue, LoadTable.figure(part.multiplicity), LoadTable.figure(part.mode),
      part.isUnvalidated ? "true" : "false",
    ] + values + [
      part.factors.map(\.origin.reference).joined(separator: ";"),
      part.factors.map(\.origin.provenance.rawValue).joined(separator: ";"),
    ]
  }
}
