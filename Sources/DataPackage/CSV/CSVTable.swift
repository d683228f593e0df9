import Governance

/// Something wrong with the form of a CSV file.
public struct CSVProblem: Hashable, Sendable {
  /// Whether the table can still be trusted.
  public var severity: RegisterProblem.Severity
  /// The byte at which it is seen, from 0.
  public var offset: Int
  /// The row after the header in which it is seen, from 0; `nil` for the header or the whole file.
  public var row: Int?
  /// What is wrong, in one sentence.
  public var what: String
  /// What to do, in one sentence.
  public var remedy: String

  /// Makes a problem.
  public init(
    severity: RegisterProblem.Severity, offset: Int, row: Int? = nil, what: String, remedy: String
  ) {
    self.severity = severity
    self.offset = offset
    self.row = row
    self.what = what
    self.remedy = remedy
  }
}

/// The cells of a CSV file with their places, as read by ``CSVReader``.
///
/// Cells stay as spans of the file's bytes; a `String` is made only when one is asked for.
public struct CSVTable: Sendable {
  /// A span of bytes: the content of a cell without its quotes.
  struct Cell: Sendable {
    var start: UInt32
    var end: UInt32
    var isQuoted: Bool
    /// Whether the content holds doubled quotes.
    var hasDoubledQuotes: Bool
    /// Whether the content is printable ASCII throughout.
    var isPlain: Bool
  }

  /// The bytes of the file.
  let bytes: [UInt8]
  /// The cells of the header.
  var headerCells: [Cell] = []
  /// The cells row by row, `columnCount` to a row.
  var cells: [Cell] = []
  /// Where each row starts.
  var rowOffsets: [UInt32] = []
  /// The rows that have too few or too many cells, ascending; padded or cut to fit.
  public internal(set) var raggedRows: [Int] = []
  /// What is wrong with the form of the file, in the order seen.
  public internal(set) var problems: [CSVProblem] = []
  /// Whether every row of the file was read.
  public internal(set) var isComplete = true

  /// The number of cells of the header, and so of each row.
  public var columnCount: Int { headerCells.count }

  /// The number of rows after the header.
  public var rowCount: Int { rowOffsets.count }

  /// The names in the first row.
  public var header: [String] { headerCells.map(text) }

  /// Whether the form of the file has an error.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }

  /// The text of a cell.
  ///
  /// - Parameters:
  ///   - row: 0 for the first row after the header, below `rowCount`.
  ///   - column: from 0, below `columnCount`.
  public func text(row: Int, column: Int) -> String { text(cell(row: row, column: column)) }

  /// The texts of a row.
  ///
  /// - Parameter row: 0 for the first row after the header, below `rowCount`.
  public func texts(row: Int) -> [String] {
    (0..<columnCount).map { text(row: row, column: $0) }
  }

  /// The byte at which a cell starts; at its opening quote where it has one.
  ///
  /// - Parameters:
  ///   - row: 0 for the first row after the header, below `rowCount`.
  ///   - column: from 0, below `columnCount`.
  public func offset(row: Int, column: Int) -> Int {
    CSVTable.offset(of: cell(row: row, column: column))
  }

  /// The byte at which a row starts.
  ///
  /// - Parameter row: 0 for the first row after the header, below `rowCount`.
  public func offset(row: Int) -> Int { Int(rowOffsets[row]) }

  /// The place of a cell.
  ///
  /// - Parameters:
  ///   - row: 0 for the first row after the header, below `rowCount`.
  ///   - column: from 0, below `columnCount`.
  /// - Complexity: O(n) in the bytes before it; for many cells use ``positions(ofBytes:)``.
  public func position(row: Int, column: Int) -> TextPosition {
    TextPosition.locate([offset(row: row, column: column)], in: bytes)[0]
  }

  /// The places of many bytes.
  ///
  /// - Parameter offsets: bytes from 0, in any order.
  /// - Complexity: O(n + k log k) for n bytes and k offsets.
  public func positions(ofBytes offsets: [Int]) -> [TextPosition] {
    TextPosition.locate(offsets, in: bytes)
  }

  func cell(row: Int, column: Int) -> Cell { cells[row * columnCount + column] }

  static func offset(of cell: Cell) -> Int { Int(cell.start) - (cell.isQuoted ? 1 : 0) }

  func text(_ cell: Cell) -> String {
    let content = bytes[Int(cell.start)..<Int(cell.end)]
    guard cell.hasDoubledQuotes else { return String(decoding: content, as: UTF8.self) }
    var single: [UInt8] = []
    single.reserveCapacity(content.count)
    var skip = false
    for byte in content {
      if byte == CSVSyntax.quote, !skip {
        skip = true
        single.append(byte)
      } else if byte == CSVSyntax.quote {
        skip = false
      } else {
        skip = false
        single.append(byte)
      }
    }
    return String(decoding: single, as: UTF8.self)
  }
}

/// The bytes that have a meaning in a CSV file.
enum CSVSyntax {
  static let quote: UInt8 = 0x22
  static let comma: UInt8 = 0x2C
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
}
