import Governance

/// One pass over the bytes of a CSV file.
struct CSVParser {
  /// What came after a cell.
  private enum Ending {
    case comma, lineFeed, carriageReturnLineFeed, carriageReturn, endOfFile
  }

  private let bytes: [UInt8]
  private let limits: CSVReader.Limits
  private var index = 0
  private var table: CSVTable
  private var unlistedProblems = 0
  private var row: [CSVTable.Cell] = []
  private var cellsOfRow = 0
  private var firstExtraOffset = 0
  private var firstLineEnding: Ending?
  private var hasMixedEndings = false
  private var encodingProblems = 0
  /// The row under way; `nil` in the header and between rows.
  private var currentRow: Int?

  init(bytes: [UInt8], limits: CSVReader.Limits) {
    self.bytes = bytes
    self.limits = limits
    self.table = CSVTable(bytes: bytes)
  }

  mutating func parse() -> CSVTable {
    guard isReadable() else {
      table.isComplete = false
      return table
    }
    checkEncoding()
    encodingProblems = table.problems.count
    if bytes.starts(with: ByteOrderMark.utf8) {
      index = ByteOrderMark.utf8.count
      report(
        .warning, at: 0, "The file begins with a byte-order mark.",
        "Save it as UTF-8 without a byte-order mark; it was read all the same.")
    }
    while index < bytes.count, table.isComplete { parseRow() }
    placeEncodingProblems()
    if table.headerCells.isEmpty, table.isComplete {
      report(
        .error, at: 0, "The file is empty.", "Give it a first line that names its columns.")
      table.isComplete = false
    }
    if unlistedProblems > 0 {
      table.problems.append(
        CSVProblem(
          severity: .error, offset: bytes.count,
          what: "The file has \(unlistedProblems) more problems that are not listed.",
          remedy: "Mend those listed and load it again."))
    }
    return table
  }

  // MARK: - The file as a whole

  /// Refuses what cannot be a UTF-8 table of the right size.
  private mutating func isReadable() -> Bool {
    if bytes.count > limits.bytes {
      report(
        .error, at: 0, "The file has \(bytes.count) bytes; the limit is \(limits.bytes).",
        "Split it, or raise the limit.")
      return false
    }
    if bytes.starts(with: ByteOrderMark.utf16Little) || bytes.starts(with: ByteOrderMark.utf16Big) {
      report(
        .error, at: 0, "The file is UTF-16, not UTF-8.",
        "Save it as CSV in UTF-8 (Excel: \"CSV UTF-8 (Comma delimited)\").")
      return false
    }
    return true
  }

  /// Reports every byte that is not UTF-8, and every NUL.
  private mutating func checkEncoding() {
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte < 0x80 {
        if byte == 0 {
          report(
            .error, at: at, "The file holds a NUL byte.",
            "Remove it; a NUL often means that the file is not text, or was cut off.")
        }
        at += 1
      } else if let length = UTF8Sequence.length(in: bytes, at: at) {
        at += length
      } else {
        report(
          .error, at: at, "The byte 0x\(UTF8Sequence.hexadecimal(byte)) is not UTF-8.",
          UTF8Sequence.remedy(for: byte))
        at += 1
      }
    }
  }

  /// Finds the rows of the problems that were seen before there were rows.
  private mutating func placeEncodingProblems() {
    let offsets = table.rowOffsets
    for index in table.problems.indices.prefix(encodingProblems) {
      let offset = table.problems[index].offset
      var (low, high) = (0, offsets.count)
      while low < high {
        let middle = (low + high) / 2
        if Int(offsets[middle]) <= offset { low = middle + 1 } else { high = middle }
      }
      table.problems[index].row = low == 0 ? nil : low - 1
    }
  }

  // MARK: - Rows

  private mutating func parseRow() {
    let start = index
    row.removeAll(keepingCapacity: true)
    currentRow = table.headerCells.isEmpty ? nil : table.rowOffsets.count
    cellsOfRow = 0
    var ending = Ending.comma
    while ending == .comma {
      let offset = index
      let cell: CSVTable.Cell
      (cell, ending) = parseCell()
      keep(cell, at: offset)
    }
    noteEnding(ending, before: index)
    if cellsOfRow == 1, row[0].start == row[0].end, !row[0].isQuoted {
      currentRow = nil
      report(.warning, at: start, "The line is blank.", "Remove it; it was passed over.")
    } else if table.headerCells.isEmpty {
      finishHeader(start: start)
    } else {
      finishRow(start: start)
    }
  }

  private mutating func keep(_ cell: CSVTable.Cell, at offset: Int) {
    cellsOfRow += 1
    let room = table.headerCells.isEmpty ? limits.columns : table.columnCount
    if cellsOfRow <= room {
      row.append(cell)
    } else if cellsOfRow == room + 1 {
      firstExtraOffset = offset
    }
  }

  private mutating func finishHeader(start: Int) {
    table.headerCells = row
    if cellsOfRow > limits.columns {
      report(
        .error, at: firstExtraOffset,
        "The first line names \(cellsOfRow) columns; the limit is \(limits.columns).",
        "Remove the columns that do not belong to the table.")
      table.isComplete = false
    }
  }

  private mutating func finishRow(start: Int) {
    let wanted = table.columnCount
    if cellsOfRow != wanted {
      table.raggedRows.append(table.rowOffsets.count)
      reportRagged(start: start)
      let end = UInt32(index)
      let blank = CSVTable.Cell(
        start: end, end: end, isQuoted: false, hasDoubledQuotes: false, isPlain: true)
      while row.count < wanted { row.append(blank) }
    }
    table.rowOffsets.append(UInt32(start))
    table.cells.append(contentsOf: row)
  }

  private mutating func reportRagged(start: Int) {
    // An open quote has swallowed what is missing, and has been reported.
    guard table.isComplete else { return }
    let wanted = table.columnCount
    let cells = cellsOfRow == 1 ? "1 cell" : "\(cellsOfRow) cells"
    let remedy =
      cellsOfRow > wanted
      ? "Put quotes round a cell that holds a comma, or remove the extra cells."
      : "Add the missing cells (a comma each), or close a quote left open above."
    report(
      .error, at: cellsOfRow > wanted ? firstExtraOffset : start,
      "The row has \(cells); the first line names \(wanted).", remedy)
  }

  /// Watches that all lines end alike.
  private mutating func noteEnding(_ ending: Ending, before end: Int) {
    switch ending {
    case .comma, .endOfFile: return
    case .carriageReturn:
      report(
        .error, at: end - 1, "A carriage return stands without a line feed.",
        "Save the file with lines that end in LF or CRLF.")
    case .lineFeed, .carriageReturnLineFeed:
      guard let first = firstLineEnding else {
        firstLineEnding = ending
        return
      }
      guard first != ending, !hasMixedEndings else { return }
      hasMixedEndings = true
      let (here, before) = ending == .lineFeed ? ("LF", "CRLF") : ("CRLF", "LF")
      report(
        .warning, at: end - (ending == .lineFeed ? 1 : 2),
        "The line ends in \(here), those before it in \(before).",
        "Save the file with one kind of line ending; it was read all the same.")
    }
  }

  // MARK: - Cells

  private mutating func parseCell() -> (CSVTable.Cell, Ending) {
    if index < bytes.count, bytes[index] == CSVSyntax.quote { return parseQuotedCell() }
    let start = index
    let (end, ending, isPlain) = skipBareText(reportingQuotes: true)
    return (cell(start, end, isQuoted: false, isPlain: isPlain), ending)
  }

  private mutating func parseQuotedCell() -> (CSVTable.Cell, Ending) {
    let opening = index
    var hasDoubledQuotes = false
    var isPlain = true
    index += 1
    while index < bytes.count {
      guard bytes[index] == CSVSyntax.quote else {
        if !CSVParser.isPlain(bytes[index]) { isPlain = false }
        index += 1
        continue
      }
      if index + 1 < bytes.count, bytes[index + 1] == CSVSyntax.quote {
        hasDoubledQuotes = true
        index += 2
        continue
      }
      let content = cell(
        opening + 1, index, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes, isPlain: isPlain)
      index += 1
      return (content, finishQuotedCell())
    }
    report(
      .error, at: opening, "The quote that opens here is never closed.",
      "Close it, or double it if it belongs to the text; what follows was not read.")
    table.isComplete = false
    return (
      cell(
        opening + 1, bytes.count, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes,
        isPlain: isPlain), .endOfFile
    )
  }

  /// Passes the separator after a closing quote, and whatever wrongly stands before it.
  private mutating func finishQuotedCell() -> Ending {
    let afterQuote = index
    let (contentEnd, ending, _) = skipBareText(reportingQuotes: false)
    if contentEnd > afterQuote {
      report(
        .error, at: afterQuote, "Text follows the closing quote of a cell.",
        "Double the quotes that belong to the text, and put the last one before the comma.")
    }
    return ending
  }

  /// Moves past unquoted text and the separator that ends it.
  private mutating func skipBareText(
    reportingQuotes: Bool
  ) -> (contentEnd: Int, ending: Ending, isPlain: Bool) {
    var sawQuote = false
    var isPlain = true
    while index < bytes.count {
      switch bytes[index] {
      case CSVSyntax.comma:
        index += 1
        return (index - 1, .comma, isPlain)
      case CSVSyntax.lineFeed:
        index += 1
        return (index - 1, .lineFeed, isPlain)
      case CSVSyntax.carriageReturn:
        let end = index
        index += 1
        guard index < bytes.count, bytes[index] == CSVSyntax.lineFeed else {
          return (end, .carriageReturn, isPlain)
        }
        index += 1
        return (end, .carriageReturnLineFeed, isPlain)
      case CSVSyntax.quote where reportingQuotes && !sawQuote:
        sawQuote = true
        report(
          .error, at: index, "A quote stands inside a cell that does not begin with one.",
          "Put the whole cell in quotes and double those within.")
        index += 1
      case let byte:
        if !CSVParser.isPlain(byte) { isPlain = false }
        index += 1
      }
    }
    return (index, .endOfFile, isPlain)
  }

  private func cell(
    _ start: Int, _ end: Int, isQuoted: Bool, hasDoubledQuotes: Bool = false,
    isPlain: Bool
  ) -> CSVTable.Cell {
    CSVTable.Cell(
      start: UInt32(start), end: UInt32(end), isQuoted: isQuoted,
      hasDoubledQuotes: hasDoubledQuotes, isPlain: isPlain)
  }

  /// Whether a byte is printable ASCII.
  private static func isPlain(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

  private mutating func report(
    _ severity: RegisterProblem.Severity, at offset: Int, _ what: String, _ remedy: String
  ) {
    guard table.problems.count < limits.problems else {
      if severity == .error { unlistedProblems += 1 }
      return
    }
    table.problems.append(
      CSVProblem(
        severity: severity, offset: offset, row: currentRow, what: what, remedy: remedy))
  }
}
