import Governance

/// A list of things as a table: the one value from which text, CSV and JSON are made.
public struct Listing: Hashable, Sendable {
  /// What stands in a cell.
  public enum Cell: Hashable, Sendable {
    case text(String)
    case count(Int)
    /// A share, 0 to 1.
    case share(Double)
    case flag(Bool)
    case list([String])
    /// Not known.
    case unknown

    /// A figure rounded to a whole number; as text where it is too large to be one.
    static func figure(_ value: Double) -> Cell {
      Int(exactly: value.rounded()).map(Cell.count) ?? .text("\(value)")
    }

    /// A text, or not known.
    static func optional(_ text: String?) -> Cell { text.map(Cell.text) ?? .unknown }

    /// A share, or not known.
    static func optional(_ share: Double?) -> Cell { share.map(Cell.share) ?? .unknown }
  }

  /// A column: its key in JSON and CSV, and its heading for people.
  public struct Column: Hashable, Sendable {
    /// The key in JSON and CSV.
    public let key: String
    /// The heading for people.
    public let heading: String
  }

  /// The key of the array in JSON: `trusts`.
  public let name: String
  /// The day.
  public let date: CalendarDate
  /// The columns.
  public let columns: [Column]
  /// Rows of as many cells as there are columns.
  public let rows: [[Cell]]

  init(name: String, date: CalendarDate, columns: [(String, String)], rows: [[Cell]]) {
    self.name = name
    self.date = date
    self.columns = columns.map { Column(key: $0.0, heading: $0.1) }
    self.rows = rows
  }
}

extension Listing {
  /// The rows as text: lists separated by `;`, what is not known left blank, as the package format
  /// has it.
  public var textRows: [[String]] {
    rows.map { row in
      row.map { cell in
        switch cell {
        case .text(let text): text
        case .count(let count): String(count)
        case .share(let share): "\(share)"
        case .flag(let flag): flag ? "true" : "false"
        case .list(let items): items.joined(separator: ";")
        case .unknown: ""
        }
      }
    }
  }
}

extension Listing: Encodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// Writes `schema`, `on` and one array named as the list is.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(DocumentSchema(name: name, version: 1), forKey: Key("schema"))
    try container.encode(date.description, forKey: Key("on"))
    var array = container.nestedUnkeyedContainer(forKey: Key(name))
    for row in rows {
      var object = array.nestedContainer(keyedBy: Key.self)
      for (column, cell) in zip(columns, row) {
        let key = Key(column.key)
        switch cell {
        case .text(let text): try object.encode(text, forKey: key)
        case .count(let count): try object.encode(count, forKey: key)
        case .share(let share): try object.encode(share, forKey: key)
        case .flag(let flag): try object.encode(flag, forKey: key)
        case .list(let items): try object.encode(items, forKey: key)
        case .unknown: try object.encodeNil(forKey: key)
        }
      }
    }
  }
}

extension Listing {
  /// The rows for people: numbers with commas, lists with commas, `not known` said.
  public var table: TextTable {
    let alignments = columns.indices.map { column -> TextTable.Alignment in
      rows.contains {
        switch $0[column] {
        case .count, .share: true
        default: false
        }
      } ? .right : .left
    }
    return TextTable(
      headings: columns.map(\.heading), alignments: alignments,
      rows: rows.map { row in
        row.map { cell in
          switch cell {
          case .text(let text): text
          case .count(let count): Wording.count(count)
          case .share(let share): Wording.percentage(share)
          case .flag(let flag): flag ? "yes" : "no"
          case .list(let items): items.joined(separator: ", ")
          case .unknown: "not known"
          }
        }
      })
  }
}
