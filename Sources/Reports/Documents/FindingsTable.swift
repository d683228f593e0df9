import DataPackage
import Governance

/// Findings as CSV, a row each, safe to open in a spreadsheet.
public struct FindingsTable: Sendable {
  private let selection: FindingsSelection
  private let includesAll: Bool

  /// Prepares the table.
  ///
  /// - Parameters:
  ///   - selection: the findings.
  ///   - includesAll: whether findings that are by design or settled have rows, too.
  public init(_ selection: FindingsSelection, includesAll: Bool) {
    self.selection = selection
    self.includesAll = includesAll
  }

  /// The columns.
  public static let header = [
    "status", "id", "kind", "title", "severity", "subjects", "subjectNames", "function",
    "services", "areas", "involved", "witness", "rule", "document", "section", "confidence",
    "from", "to", "why", "question", "resolution", "decision",
  ]

  /// The table.
  public var csv: String {
    CSVWriter.text(header: Self.header, rows: rows, guardsFormulas: true)
  }

  private var rows: [[String]] {
    let records = FindingsRecords(of: [], in: selection.graph)
    let open = selection.findings.map { row("open", $0, records) }
    guard includesAll else { return open }
    return open + selection.byDesign.map { row("byDesign", $0, records) }
      + selection.settled.map { row("settled", $0.finding, records, decision: $0.decision.id) }
  }

  private func row(
    _ status: String, _ finding: Finding, _ records: FindingsRecords, decision: String = ""
  ) -> [String] {
    let citation = selection.graph.regime.expectation(finding.rule)?.citation
    return [
      status, finding.id, finding.kind.code, finding.kind.title, finding.severity.rawValue,
      list(finding.subjects), finding.subjects.map(records.bareName).joined(separator: ";"),
      finding.function ?? "", finding.services.joined(separator: ";"), list(finding.areas),
      list(finding.involved),
      finding.witness.map { "\($0.record.home.name)/\($0.record.id)" }.joined(separator: ";"),
      finding.rule, citation?.document ?? "", citation?.section ?? "",
      finding.confidence.rawValue, finding.period.from?.description ?? "",
      finding.period.to?.description ?? "", finding.why, finding.question, finding.resolution,
      decision,
    ]
  }

  private func list(_ codes: [Code]) -> String { codes.map(\.text).joined(separator: ";") }
}
