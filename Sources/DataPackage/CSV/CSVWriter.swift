/// Writes CSV as RFC 4180 says, with lines that end in LF.
///
/// What is written, ``CSVReader`` reads back unchanged, whatever the texts, unless the guard below
/// is on.
///
/// **Formula guard.** A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a
/// carriage return as a formula, even out of a CSV file, and a register may hold texts by people
/// one does not know. Tables made for people to open (exports, downloads of a pack) therefore put
/// an apostrophe before such a cell, as OWASP advises ("CSV Injection"), unless it is a plain
/// number, such as `-0.5`, which is harmless and would be spoilt. The tables of a package are
/// written without the guard, since they must load back as they were.
public struct CSVWriter: Sendable {
  /// Whether to keep spreadsheets from running texts as formulas.
  public var guardsFormulas: Bool

  private var output: [UInt8] = []

  /// Makes a writer with nothing written.
  ///
  /// - Parameter guardsFormulas: whether to keep spreadsheets from running texts as formulas.
  public init(guardsFormulas: Bool = false) {
    self.guardsFormulas = guardsFormulas
  }

  /// What was written so far, in UTF-8.
  public var bytes: [UInt8] { output }

  /// What was written so far.
  public var text: String { String(decoding: output, as: UTF8.self) }

  /// A whole table.
  ///
  /// - Parameters:
  ///   - header: the names of the columns, at least one.
  ///   - rows: as many cells each as the header has.
  ///   - guardsFormulas: whether to keep spreadsheets from running texts as formulas.
  public static func text(
    header: [String], rows: [[String]], guardsFormulas: Bool = false
  ) -> String {
    var writer = CSVWriter(guardsFormulas: guardsFormulas)
    writer.write(header)
    for row in rows { writer.write(row) }
    return writer.text
  }

  /// Writes a row.
  ///
  /// - Parameter cells: at least one.
  public mutating func write(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(CSVSyntax.comma) }
      write(cell, alone: cells.count == 1)
    }
    output.append(CSVSyntax.lineFeed)
  }

  /// - Parameter alone: whether it is the only cell of its row; a blank one is then quoted, since a
  ///   line with nothing in it would be read as no row.
  private mutating func write(_ cell: String, alone: Bool) {
    let isGuarded = guardsFormulas && CSVWriter.isFormula(cell)
    let needsQuotes = cell.utf8.contains { byte in
      byte == CSVSyntax.quote || byte == CSVSyntax.comma || byte == CSVSyntax.lineFeed
        || byte == CSVSyntax.carriageReturn
    }
    // A first cell that begins with U+FEFF would pass for a byte-order mark.
    let looksLikeMark = output.isEmpty && cell.unicodeScalars.first == "\u{FEFF}"
    guard needsQuotes || looksLikeMark || (alone && cell.isEmpty) else {
      if isGuarded { output.append(0x27) }
      output.append(contentsOf: cell.utf8)
      return
    }
    output.append(CSVSyntax.quote)
    if isGuarded { output.append(0x27) }
    for byte in cell.utf8 {
      if byte == CSVSyntax.quote { output.append(byte) }
      output.append(byte)
    }
    output.append(CSVSyntax.quote)
  }

  /// Whether a spreadsheet would take the cell for a formula.
  static func isFormula(_ cell: String) -> Bool {
    guard let first = cell.utf8.first else { return false }
    switch first {
    case 0x3D, 0x40, 0x09, 0x0D: return true
    case 0x2B, 0x2D: return PlainNumber.value(of: cell) == nil
    default: return false
    }
  }
}
