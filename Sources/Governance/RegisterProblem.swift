/// Something wrong with the records of a register, with its place and a way out.
public struct RegisterProblem: Hashable, Sendable {
  /// Whether the register can still be used.
  public enum Severity: String, Comparable, CaseIterable, Sendable {
    case warning, error

    /// A warning is less than an error.
    public static func < (left: Severity, right: Severity) -> Bool {
      left == .warning && right == .error
    }
  }

  /// Whether the register can still be used.
  public var severity: Severity
  /// The table.
  public var table: Register.Table
  /// The index of the record in its table, from 0.
  public var row: Int
  /// The column, as the file names it.
  public var field: String
  /// The id of the record.
  public var recordID: String
  /// What is wrong, in one sentence.
  public var message: String
  /// What to do, in one sentence.
  public var remedy: String

  /// Makes a problem.
  public init(
    severity: Severity, table: Register.Table, row: Int, field: String, recordID: String,
    message: String, remedy: String
  ) {
    self.severity = severity
    self.table = table
    self.row = row
    self.field = field
    self.recordID = recordID
    self.message = message
    self.remedy = remedy
  }
}
