import Governance

/// A small table of a user's own, cell by cell, with a list of what is wrong.
struct UserTable {
  private let table: CSVTable
  private var report: FileReport
  private var columns: [String: Int] = [:]
  private var isUsable = true

  /// Reads the form of a table and finds its columns.
  ///
  /// - Parameters:
  ///   - columns: the columns that must be there; others are passed over.
  ///   - optional: columns that are read where they are there.
  init(
    _ bytes: [UInt8], file: String, columns: [String], optional: [String] = [], limits: LoadLimits
  ) {
    table = CSVReader(
      limits: CSVReader.Limits(
        bytes: limits.tableBytes, columns: limits.columns, problems: limits.problemsPerTable)
    ).read(bytes)
    report = FileReport(file: file)
    for problem in table.problems {
      report.add(problem.severity, at: problem.offset, problem.what, problem.remedy)
    }
    find(columns, optional)
  }

  private mutating func find(_ wanted: [String], _ optional: [String]) {
    guard !table.header.isEmpty else {
      isUsable = false
      return
    }
    let header = table.header.map { $0.lowercased() }
    if header.count == 1, let name = header.first, name.contains(";") || name.contains("\t") {
      fail("The cells are not separated by commas.", "Save it as comma-separated values.")
      return
    }
    for name in wanted + optional { columns[name] = header.firstIndex(of: name) }
    let missing = wanted.filter { columns[$0] == nil }
    if !missing.isEmpty {
      let names = missing.map { "\"\($0)\"" }.joined(separator: ", ")
      fail(
        missing.count == 1
          ? "The column \(names) is missing." : "The columns \(names) are missing.",
        "The first line is to be \(wanted.joined(separator: ",")).")
    }
  }

  private mutating func fail(_ what: String, _ remedy: String) {
    isUsable = false
    report.add(.error, at: 0, what, remedy)
  }

  /// The rows that can be read and are not blank.
  var rows: [Int] {
    guard isUsable else { return [] }
    let ragged = Set(table.raggedRows)
    return (0..<table.rowCount).filter { row in
      !ragged.contains(row)
        && columns.values.contains { !table.text(row: row, column: $0).isEmpty }
    }
  }

  /// A cell without spaces around it.
  func text(_ row: Int, _ column: String) -> String {
    guard let place = columns[column] else { return "" }
    let text = table.text(row: row, column: place)
    let trimmed = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
    return String(trimmed)
  }

  /// A cell as a number within bounds; `nil` if it is blank, or after a problem is noted.
  mutating func number(
    _ row: Int, _ column: String, _ bounds: ClosedRange<Double>, isWhole: Bool = false
  ) -> Double? {
    let text = text(row, column)
    if text.isEmpty { return nil }
    guard let value = PlainNumber.value(of: text) else {
      fail(row, column, "\(Quotation.of(text)) is no number.", "Write a number such as 2 or 1.5.")
      return nil
    }
    guard bounds.contains(value), !isWhole || value.rounded() == value else {
      let kind = isWhole ? "a whole number" : "a number"
      fail(
        row, column, "\(Quotation.of(text)) cannot be.",
        "Write \(kind) from \(PlainNumber.text(bounds.lowerBound)) to "
          + "\(PlainNumber.text(bounds.upperBound)).")
      return nil
    }
    return value
  }

  /// Notes that a cell is blank that must not be; nothing if it is not blank.
  mutating func needs(_ row: Int, _ column: String) {
    if text(row, column).isEmpty { fail(row, column, "\"\(column)\" is blank.", "Fill it.") }
  }

  /// Notes what is wrong with a cell.
  mutating func fail(_ row: Int, _ column: String, _ what: String, _ remedy: String) {
    report.add(.error, at: offset(row, column), what, remedy)
  }

  /// Notes what should be looked at in a cell.
  mutating func warn(_ row: Int, _ column: String, _ what: String, _ remedy: String) {
    report.add(.warning, at: offset(row, column), what, remedy)
  }

  private func offset(_ row: Int, _ column: String) -> Int {
    columns[column].map { table.offset(row: row, column: $0) } ?? table.offset(row: row)
  }

  /// The line of a row, from 1.
  func line(_ row: Int) -> Int { table.position(row: row, column: 0).line }

  /// The value, unless anything is wrong.
  func result<Value: Sendable>(_ value: Value) -> UserFileResult<Value> {
    let diagnostics = report.diagnostics(in: table.bytes).sorted()
    let hasErrors = !isUsable || diagnostics.contains { $0.severity == .error }
    return UserFileResult(value: hasErrors ? nil : value, diagnostics: diagnostics)
  }
}
