import DataPackage

/// Problems of a register as JSON and CSV: schema `problems`, version 1.
public struct ProblemsDocument: Encodable, Hashable, Sendable {
  /// One problem.
  public struct Problem: Encodable, Hashable, Sendable {
    let severity: String
    let file: String
    let line: Int
    let column: Int
    let id: String
    let what: String
    let remedy: String
  }

  let schema = DocumentSchema(name: "problems", version: 1)
  let problems: [Problem]

  /// Makes the document of diagnostics, in their order.
  public init(_ diagnostics: [Diagnostic]) {
    problems = diagnostics.map {
      Problem(
        severity: $0.severity.rawValue, file: $0.file, line: $0.line, column: $0.column,
        id: $0.recordID, what: $0.what, remedy: $0.remedy)
    }
  }

  /// The problems as CSV, safe to open in a spreadsheet.
  public var csv: String {
    CSVWriter.text(
      header: ["severity", "file", "line", "column", "id", "what", "remedy"],
      rows: problems.map {
        [$0.severity, $0.file, String($0.line), String($0.column), $0.id, $0.what, $0.remedy]
      },
      guardsFormulas: true)
  }
}
