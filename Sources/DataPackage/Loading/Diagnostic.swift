import Governance

/// Something wrong with a package: where it is, what it is and what to do.
public struct Diagnostic: Hashable, Sendable {
  /// Whether the package can still be used.
  public var severity: RegisterProblem.Severity
  /// The file, as the descriptor names it.
  public var file: String
  /// The line, from 1; 0 where the file as a whole is meant.
  public var line: Int
  /// The column in characters, from 1; 0 where the file or the line as a whole is meant.
  public var column: Int
  /// The id of the record, blank where there is none.
  public var recordID: String
  /// What is wrong, in one sentence.
  public var what: String
  /// What to do, in one sentence.
  public var remedy: String

  /// Makes a diagnostic.
  public init(
    severity: RegisterProblem.Severity, file: String, line: Int = 0, column: Int = 0,
    recordID: String = "", what: String, remedy: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.column = column
    self.recordID = recordID
    self.what = what
    self.remedy = remedy
  }
}

extension Diagnostic: Comparable {
  /// Orders by file, line and column; then errors first, then by the words.
  public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
    if left.file != right.file {
      return left.file.utf8.lexicographicallyPrecedes(right.file.utf8)
    }
    if left.line != right.line { return left.line < right.line }
    if left.column != right.column { return left.column < right.column }
    if left.severity != right.severity { return left.severity > right.severity }
    if left.what != right.what {
      return left.what.utf8.lexicographicallyPrecedes(right.what.utf8)
    }
    if left.remedy != right.remedy {
      return left.remedy.utf8.lexicographicallyPrecedes(right.remedy.utf8)
    }
    return left.recordID.utf8.lexicographicallyPrecedes(right.recordID.utf8)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// One line as compilers write it.
  ///
  /// For example `relations.csv:12:8: error: r-12: what. remedy.`
  public var description: String {
    var place = file
    if line > 0 { place += ":\(line)" }
    if line > 0, column > 0 { place += ":\(column)" }
    let record = recordID.isEmpty ? "" : "\(recordID): "
    return "\(place): \(severity.rawValue): \(record)\(what) \(remedy)"
  }
}
