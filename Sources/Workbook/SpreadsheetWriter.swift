import CXlsxWriter

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Spreadsheet {
  /// The file, the same bytes for the same workbook.
  ///
  /// The day on which it was made, which the format wants, is always 1 January 2000, so that
  /// nothing but the content changes the file. The library beneath writes files only: it is given
  /// one in a folder of its own, which is gone afterwards.
  ///
  /// - Throws: `WorkbookError` if something does not fit the format, or the system refuses.
  /// - Complexity: O(cells).
  public func bytes() throws(WorkbookError) -> [UInt8] {
    try check()
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try SpreadsheetWriter.write(self, to: folder.file, temporary: folder.path)
    return try folder.contents()
  }
}

/// Hands a workbook that has passed the checks to libxlsxwriter.
private struct SpreadsheetWriter {
  private typealias Format = UnsafeMutablePointer<lxw_format>

  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: Format] = [:]

  static func write(
    _ spreadsheet: Spreadsheet, to path: String, temporary: String
  ) throws(WorkbookError) {
    // Copied by the library before the call returns.
    guard let folder = strdup(temporary) else { throw .file("there is no memory for it") }
    defer { free(folder) }
    var options = lxw_workbook_options()
    options.tmpdir = folder
    guard let workbook = workbook_new_opt(path, &options) else {
      throw .file("there is no memory for it")
    }
    var writer = SpreadsheetWriter(workbook: workbook)
    let first = writer.write(spreadsheet)
    // Closing writes the file and frees all, so it must come whatever happened before.
    let last = workbook_close(workbook)
    for code in [first, last] where code != LXW_NO_ERROR {
      throw .file(String(cString: lxw_strerror(code)))
    }
  }

  private init(workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

  private mutating func write(_ spreadsheet: Spreadsheet) -> lxw_error {
    var result = setProperties(spreadsheet.title)
    for sheet in spreadsheet.sheets where result == LXW_NO_ERROR {
      result = write(sheet)
    }
    for name in spreadsheet.names where result == LXW_NO_ERROR {
      result = workbook_define_name(workbook, name.name, "=" + name.range)
    }
    return result
  }

  private func setProperties(_ title: String) -> lxw_error {
    // Copied by the library before the call returns.
    guard let text = strdup(Self.storable(title)) else { return LXW_ERROR_MEMORY_MALLOC_FAILED }
    defer { free(text) }
    var properties = lxw_doc_properties()
    properties.title = text
    properties.created = 946_684_800
    return workbook_set_properties(workbook, &properties)
  }

  private mutating func write(_ sheet: Sheet) -> lxw_error {
    guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
      return LXW_ERROR_MEMORY_MALLOC_FAILED
    }
    for (column, width) in sheet.widths.enumerated() {
      let place = lxw_col_t(column)
      let result = worksheet_set_column(worksheet, place, place, width, nil)
      guard result == LXW_NO_ERROR else { return result }
    }
    if sheet.frozenRows > 0 || sheet.frozenColumns > 0 {
      worksheet_freeze_panes(
        worksheet, lxw_row_t(sheet.frozenRows), lxw_col_t(sheet.frozenColumns))
    }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let result = write(cell, to: worksheet, lxw_row_t(row), lxw_col_t(column))
        guard result == LXW_NO_ERROR else { return result }
      }
    }
    return LXW_NO_ERROR
  }

  private mutating func write(
    _ cell: SheetCell, to sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: lxw_row_t,
    _ column: lxw_col_t
  ) -> lxw_error {
    let format = format(of: cell)
    switch cell.content {
    case .blank:
      return format == nil ? LXW_NO_ERROR : worksheet_write_blank(sheet, row, column, format)
    case .text(let text):
      return worksheet_write_string(sheet, row, column, Self.storable(text), format)
    case .number(let value):
      return worksheet_write_number(sheet, row, column, value, format)
    case .formula(let formula, let cached):
      return worksheet_write_formula_num(sheet, row, column, formula, format, cached)
    case .date(let year, let month, let day):
      var date = lxw_datetime(
        year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
      return worksheet_write_datetime(sheet, row, column, &date, format)
    }
  }

  /// The format of a style, made when it is first used; `nil` for a plain cell.
  private mutating func format(of cell: SheetCell) -> Format? {
    var style = cell.style
    if case .date = cell.content { style.format = .date }
    if style == CellStyle() { return nil }
    if let known = formats[style] { return known }
    guard let format = workbook_add_format(workbook) else { return nil }
    if style.isBold { format_set_bold(format) }
    if style.wraps {
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    if style.isInput {
      format_set_bg_color(format, 0xFFF4CC)
      format_set_border(format, UInt8(LXW_BORDER_HAIR.rawValue))
    }
    if style.format != .general { format_set_num_format(format, style.format.rawValue) }
    formats[style] = format
    return format
  }

  /// The text without what XML cannot hold, which becomes U+FFFD, and with what would read as an
  /// escaped character (`_x0041_`) itself escaped, as ECMA-376 part 1, 22.9.2.19 says.
  private static func storable(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar.value {
      case 0x09, 0x0A: output.append(scalar)
      // Readers of XML turn a carriage return into a line feed.
      case 0x0D: output.append("\n")
      case 0..<0x20, 0xFFFE, 0xFFFF: output.append("\u{FFFD}")
      case 0x5F where isEscape(scalars, at: index):
        output.append(contentsOf: "_x005F_".unicodeScalars)
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  private static func isEscape(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index + 6 < scalars.count, scalars[index + 1] == "x", scalars[index + 6] == "_" else {
      return false
    }
    return scalars[(index + 2)..<(index + 6)].allSatisfy { $0.properties.isASCIIHexDigit }
  }
}

/// A folder of its own for the file while it is made.
private struct TemporaryFolder {
  let path: String
  var file: String { path + "/workbook.xlsx" }

  init() throws(WorkbookError) {
    let root = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array((root + "/footprints-workbook.XXXXXX").utf8CString)
    let made = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
    }
    guard let made else { throw .file(Self.reason) }
    path = made
  }

  func contents() throws(WorkbookError) -> [UInt8] {
    guard let stream = fopen(file, "rb") else { throw .file(Self.reason) }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, stream)
      bytes += chunk[..<count]
      if count < chunk.count { break }
    }
    guard ferror(stream) == 0 else { throw .file(Self.reason) }
    return bytes
  }

  func remove() {
    unlink(file)
    rmdir(path)
  }

  private static var reason: String { String(cString: strerror(errno)) }
}
