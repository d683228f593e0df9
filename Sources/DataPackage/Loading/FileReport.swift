import Governance

/// The problems of one file while it is read, by the byte at which each is seen.
///
/// Lines and columns are worked out for all at once at the end; a file without faults pays nothing.
struct FileReport {
  private struct Entry {
    var severity: RegisterProblem.Severity
    var offset: Int?
    var recordID: String
    var what: String
    var remedy: String
  }

  let file: String
  private var entries: [Entry] = []

  init(file: String) {
    self.file = file
  }

  /// Adds a problem.
  ///
  /// - Parameters:
  ///   - offset: the byte at which it is seen; `nil` for the file as a whole.
  ///   - recordID: the id of the record, blank if there is none.
  mutating func add(
    _ severity: RegisterProblem.Severity, at offset: Int? = nil, recordID: String = "",
    _ what: String, _ remedy: String
  ) {
    entries.append(
      Entry(severity: severity, offset: offset, recordID: recordID, what: what, remedy: remedy))
  }

  /// The problems with their lines and columns.
  ///
  /// - Parameter bytes: the file.
  func diagnostics(in bytes: [UInt8]) -> [Diagnostic] {
    guard !entries.isEmpty else { return [] }
    let places = TextPosition.locate(entries.map { $0.offset ?? 0 }, in: bytes)
    return zip(entries, places).map { entry, place in
      Diagnostic(
        severity: entry.severity, file: file, line: entry.offset == nil ? 0 : place.line,
        column: entry.offset == nil ? 0 : place.column, recordID: entry.recordID, what: entry.what,
        remedy: entry.remedy)
    }
  }
}
