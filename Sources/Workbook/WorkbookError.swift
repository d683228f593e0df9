/// Why a workbook cannot be written.
public enum WorkbookError: Error, Hashable, Sendable {
  /// There is no sheet.
  case noSheets
  /// The name of a sheet is empty, over 31 characters long, begins or ends with an apostrophe, or
  /// holds one of `[ ] : * ? / \` or a control character.
  case sheetName(String)
  /// Two sheets have the same name but for case.
  case repeatedSheetName(String)
  /// A name for a range is not one that formulas can use, or is there twice.
  case definedName(String)
  /// A sheet has more than 1,048,576 rows or 16,384 columns.
  case tooManyCells(sheet: String)
  /// A text is over 32,767 characters long.
  case textTooLong(sheet: String, cell: CellReference)
  /// A formula is empty or over 8,192 characters long.
  case formula(sheet: String, cell: CellReference)
  /// A number is not finite.
  case notFinite(sheet: String, cell: CellReference)
  /// A date does not exist or is before 1900-03-01, from when on all spreadsheets agree.
  case date(sheet: String, cell: CellReference)
  /// The file could not be made, with the reason.
  case file(String)
}

extension WorkbookError: CustomStringConvertible {
  /// What is wrong, in one sentence.
  public var description: String {
    switch self {
    case .noSheets: "The workbook has no sheet."
    case .sheetName(let name):
      "A sheet cannot be called “\(name)”: give 1 to 31 characters without [ ] : * ? / \\."
    case .repeatedSheetName(let name): "There are two sheets called “\(name)”."
    case .definedName(let name):
      "A range cannot be called “\(name)”: give letters, digits and underscores, each name once."
    case .tooManyCells(let sheet):
      "The sheet “\(sheet)” has more than 1,048,576 rows or 16,384 columns."
    case .textTooLong(let sheet, let cell):
      "The text in \(cell.absolute(in: sheet)) is over 32,767 characters long."
    case .formula(let sheet, let cell):
      "The formula in \(cell.absolute(in: sheet)) is empty or over 8,192 characters long."
    case .notFinite(let sheet, let cell):
      "The number in \(cell.absolute(in: sheet)) is not finite."
    case .date(let sheet, let cell):
      "The date in \(cell.absolute(in: sheet)) does not exist or is before March 1900."
    case .file(let reason): "The workbook cannot be made: \(reason)."
    }
  }
}
