/// Reads CSV as RFC 4180 writes it, over UTF-8 bytes, and says where each fault is.
///
/// The project reads CSV itself because a fault in a register must be shown with its line and
/// column, and the well-kept Swift packages (SwiftCSV, CodableCSV) give no line and column of an
/// error, or stop at the first one.
///
/// What is read: cells separated by commas, quoted with `"` where they hold a comma, a quote or a
/// line break, quotes within doubled; lines that end in LF or CRLF; a first row with the names. A
/// byte-order mark, mixed line endings and blank lines are read with a warning. A fault never ends
/// the reading but for a quote that is never closed, since after it nothing can be told apart.
public struct CSVReader: Sendable {
  /// What a reader accepts at most.
  public struct Limits: Hashable, Sendable {
    /// Bytes of a file.
    public var bytes: Int
    /// Cells of a row.
    public var columns: Int
    /// Problems listed for a file; the rest are counted in a last one.
    public var problems: Int

    /// Makes limits.
    ///
    /// - Parameters:
    ///   - bytes: bytes of a file, at most 2^31 - 1.
    ///   - columns: cells of a row.
    ///   - problems: problems listed for a file.
    public init(bytes: Int = 64 << 20, columns: Int = 256, problems: Int = 1_000) {
      self.bytes = min(bytes, Int(Int32.max))
      self.columns = columns
      self.problems = problems
    }
  }

  /// What the reader accepts at most.
  public var limits: Limits

  /// Makes a reader.
  ///
  /// - Parameter limits: what it accepts at most.
  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Reads a whole file.
  ///
  /// Never fails: what is wrong stands in the table's `problems`, and what could be read is there.
  ///
  /// - Parameter bytes: the file.
  /// - Complexity: O(n) in time and memory.
  public func read(_ bytes: [UInt8]) -> CSVTable {
    var parser = CSVParser(bytes: bytes, limits: limits)
    return parser.parse()
  }

  /// Reads a whole text.
  ///
  /// - Parameter text: the table.
  /// - Complexity: O(n) in time and memory.
  public func read(_ text: String) -> CSVTable { read(Array(text.utf8)) }
}
