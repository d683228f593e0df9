/// What the file format allows, checked before anything is written.
///
/// Source: "Excel specifications and limits" and ECMA-376 part 1, 18.3 and 22.9.
extension Spreadsheet {
  static let rowLimit = 1_048_576
  static let columnLimit = 16_384
  static let textLimit = 32_767
  static let formulaLimit = 8_192

  /// Checks names, sizes and contents.
  ///
  /// - Complexity: O(cells).
  func check() throws(WorkbookError) {
    guard !sheets.isEmpty else { throw .noSheets }
    var seen: Set<String> = []
    for sheet in sheets {
      try sheet.checkName()
      guard seen.insert(sheet.name.lowercased()).inserted else {
        throw .repeatedSheetName(sheet.name)
      }
      try sheet.checkCells()
    }
    var used: Set<String> = []
    for name in names.map(\.name) {
      guard Self.isDefinedName(name), used.insert(name.lowercased()).inserted else {
        throw .definedName(name)
      }
    }
  }

  /// Whether formulas can use a name: it begins with a letter or underscore and is no cell, in
  /// either way of writing cells (`AB12`, `R1C1`).
  private static func isDefinedName(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard let first = bytes.first, bytes.count <= 255, isLetter(first) || first == 0x5F,
      bytes.allSatisfy({ isLetter($0) || isDigit($0) || $0 == 0x5F })
    else { return false }
    let letters = bytes.prefix(while: isLetter)
    let isCell = letters.count <= 3 && bytes.dropFirst(letters.count).allSatisfy(isDigit)
    let isOther =
      [0x52, 0x72, 0x43, 0x63].contains(first)
      && bytes.allSatisfy { isDigit($0) || [0x52, 0x72, 0x43, 0x63].contains($0) }
    return !isCell && !isOther
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

extension Sheet {
  func checkName() throws(WorkbookError) {
    let forbidden: Set<Unicode.Scalar> = ["[", "]", ":", "*", "?", "/", "\\"]
    let scalars = name.unicodeScalars
    let isFine =
      !scalars.isEmpty && name.utf16.count <= 31 && name.first != "'" && name.last != "'"
      && scalars.allSatisfy { !forbidden.contains($0) && $0.value >= 0x20 && $0.value != 0x7F }
    guard isFine else { throw .sheetName(name) }
  }

  func checkCells() throws(WorkbookError) {
    guard rows.count <= Spreadsheet.rowLimit,
      rows.allSatisfy({ $0.count <= Spreadsheet.columnLimit }),
      widths.count <= Spreadsheet.columnLimit
    else { throw .tooManyCells(sheet: name) }
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        try check(cell, at: CellReference(row: row, column: column))
      }
    }
  }

  private func check(_ cell: SheetCell, at place: CellReference) throws(WorkbookError) {
    switch cell.content {
    case .blank: break
    case .text(let text):
      guard text.utf16.count <= Spreadsheet.textLimit else {
        throw .textTooLong(sheet: name, cell: place)
      }
    case .number(let number):
      guard number.isFinite else { throw .notFinite(sheet: name, cell: place) }
    case .formula(let formula, let cached):
      guard cached.isFinite else { throw .notFinite(sheet: name, cell: place) }
      guard !formula.isEmpty, formula.utf16.count <= Spreadsheet.formulaLimit,
        formula.unicodeScalars.allSatisfy({ $0.value >= 0x20 })
      else { throw .formula(sheet: name, cell: place) }
    case .date(let year, let month, let day):
      guard Self.exists(year, month, day) else { throw .date(sheet: name, cell: place) }
    }
  }

  private static func exists(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard (1900...9999).contains(year), (1...12).contains(month), day >= 1,
      year > 1900 || month > 2
    else { return false }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= days[month - 1]
  }
}
