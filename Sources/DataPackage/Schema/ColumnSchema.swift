import Governance

/// A column of a table: its name, what its cells hold, and to what they refer.
public struct ColumnSchema: Hashable, Sendable {
  /// What the cells of a column hold.
  public enum CellType: Hashable, Sendable {
    /// The name of a record or of something referred to.
    case identifier
    /// Several identifiers, separated by `;`.
    case identifiers
    /// Text on one line, at most so many characters.
    case text(maximumLength: Int?)
    /// Text that may have line breaks.
    case prose
    /// Several texts, separated by `;`.
    case texts
    /// One of some words.
    case choice([String])
    /// Several of some words, separated by `;`.
    case choices([String])
    /// A day, `YYYY-MM-DD`.
    case date
    /// A number within bounds, where there are any.
    case number(minimum: Double?, maximum: Double?)
    /// `true` or `false`.
    case boolean
    /// An http or https address.
    case address
    /// A code of the Office for National Statistics: a letter and eight digits.
    case areaCode
  }

  /// The name in the first line of the file.
  public var name: String
  /// What its cells hold.
  public var type: CellType
  /// Whether no cell may be blank.
  public var isRequired: Bool
  /// Whether a file may do without the column, as those from before there was one do.
  public var mayBeMissing: Bool
  /// The table to whose `id` the cells refer.
  public var references: Register.Table?
  /// What it means, in one line.
  public var summary: String

  /// Makes a column.
  public init(
    _ name: String, _ type: CellType, isRequired: Bool = false, mayBeMissing: Bool = false,
    references: Register.Table? = nil, _ summary: String
  ) {
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.mayBeMissing = mayBeMissing
    self.references = references
    self.summary = summary
  }

  /// Whether a cell holds several values separated by `;`.
  public var isList: Bool {
    switch type {
    case .identifiers, .texts, .choices: true
    default: false
    }
  }
}

/// A table of the package: its columns in the order in which they are written.
public struct TableSchema: Hashable, Sendable {
  /// The table.
  public var table: Register.Table
  /// What it holds, in one line.
  public var summary: String
  /// Its columns; the first is `id`.
  public var columns: [ColumnSchema]

  /// Makes a table.
  public init(_ table: Register.Table, _ summary: String, columns: [ColumnSchema]) {
    self.table = table
    self.summary = summary
    self.columns = columns
  }

  /// The file that holds it, as the project names it.
  public var fileName: String { "\(table.rawValue).csv" }

  /// The index of a column, `nil` if there is none of that name.
  public func index(of column: String) -> Int? {
    columns.firstIndex { $0.name == column }
  }
}
