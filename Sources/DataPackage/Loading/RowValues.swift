import Governance

/// The values of one row by the names of their columns.
///
/// Names are looked for onwards from the last one found, so that reading them in the order of the
/// schema costs one comparison each.
struct RowValues {
  private let names: [String]
  private var values: [CellValue] = []
  private var next = 0

  init(columns: [ColumnSchema]) {
    names = columns.map(\.name)
    values.reserveCapacity(columns.count)
  }

  /// Forgets the row, to hold another.
  mutating func removeAll() {
    values.removeAll(keepingCapacity: true)
    next = 0
  }

  /// Adds the value of the next column.
  mutating func append(_ value: CellValue) { values.append(value) }

  /// Whether nothing stands in the row.
  var isBlank: Bool {
    values.allSatisfy { value in
      if case .blank = value { return true }
      return false
    }
  }

  private mutating func value(_ name: String) -> CellValue {
    for index in next..<names.count where names[index] == name {
      next = index + 1
      return values[index]
    }
    for index in 0..<next where names[index] == name {
      next = index + 1
      return values[index]
    }
    assertionFailure("no column \(name)")
    return .blank
  }

  /// The text of a cell; `nil` if blank.
  mutating func optionalText(_ name: String) -> String? {
    guard case .text(let text) = value(name) else { return nil }
    return text
  }

  /// The text of a cell that a row must have.
  mutating func text(_ name: String) -> String { optionalText(name) ?? "" }

  /// The code in a cell; `nil` if blank.
  mutating func optionalCode(_ name: String) -> Code? { optionalText(name).map { Code($0) } }

  /// The code in a cell that a row must have.
  mutating func code(_ name: String) -> Code { Code(text(name)) }

  /// The word of a cell as a value; `nil` if blank.
  mutating func choice<Choice: RawRepresentable<String>>(_ name: String) -> Choice? {
    optionalText(name).flatMap { Choice(rawValue: $0) }
  }

  /// The items of a list; none if blank.
  mutating func list(_ name: String) -> [String] {
    guard case .list(let items) = value(name) else { return [] }
    return items
  }

  /// The codes of a list; none if blank.
  mutating func codes(_ name: String) -> [Code] { list(name).map { Code($0) } }

  /// The number in a cell; `nil` if blank.
  mutating func number(_ name: String) -> Double? {
    guard case .number(let number) = value(name) else { return nil }
    return number
  }

  /// The day in a cell; `nil` if blank.
  mutating func date(_ name: String) -> CalendarDate? {
    guard case .date(let date) = value(name) else { return nil }
    return date
  }

  /// True or false; `nil` if blank.
  mutating func boolean(_ name: String) -> Bool? {
    guard case .boolean(let value) = value(name) else { return nil }
    return value
  }

  /// When the record holds, who says so, how surely.
  mutating func provenance() -> Provenance {
    Provenance(
      period: Period(from: date("from"), to: date("to")), source: text("source"),
      confidence: choice("confidence") ?? .assumed, note: optionalText("note"))
  }
}
