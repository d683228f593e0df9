/// A workbook of sheets, to be written as Office Open XML (`.xlsx`).
///
/// A text stays a text, whatever it begins with: only ``SheetCell/Content/formula(_:cached:)`` makes
/// a formula.
public struct Spreadsheet: Hashable, Sendable {
  /// The title in the properties of the file.
  public var title: String
  /// The sheets, at least one, in their order.
  public var sheets: [Sheet]
  /// Names for ranges, which formulas may use.
  public var names: [DefinedName]

  /// Makes a workbook.
  ///
  /// - Parameters:
  ///   - title: the title in the properties of the file.
  ///   - sheets: at least one, in their order.
  ///   - names: names for ranges.
  public init(title: String, sheets: [Sheet], names: [DefinedName] = []) {
    self.title = title
    self.sheets = sheets
    self.names = names
  }
}

/// A name for a range of cells.
public struct DefinedName: Hashable, Sendable {
  /// The name: letters, digits and underscores, and not like a cell such as `A1`.
  public var name: String
  /// The range with its sheet, such as `Inputs!$A$2:$A$90`.
  public var range: String

  /// Makes a name.
  ///
  /// - Parameters:
  ///   - name: letters, digits and underscores.
  ///   - range: the range with its sheet.
  public init(_ name: String, range: String) {
    self.name = name
    self.range = range
  }
}

/// A sheet of a workbook.
public struct Sheet: Hashable, Sendable {
  /// The name on its tab, at most 31 characters.
  public var name: String
  /// The widths of the columns from the first, in characters.
  public var widths: [Double]
  /// The cells, row by row from the top left.
  public var rows: [[SheetCell]]
  /// How many rows stay in view at the top.
  public var frozenRows: Int
  /// How many columns stay in view at the left.
  public var frozenColumns: Int

  /// Makes a sheet.
  ///
  /// - Parameters:
  ///   - name: the name on its tab, at most 31 characters.
  ///   - widths: the widths of the columns from the first, in characters.
  ///   - rows: the cells, row by row.
  ///   - frozenRows: how many rows stay in view at the top.
  ///   - frozenColumns: how many columns stay in view at the left.
  public init(
    name: String, widths: [Double] = [], rows: [[SheetCell]] = [], frozenRows: Int = 0,
    frozenColumns: Int = 0
  ) {
    self.name = name
    self.widths = widths
    self.rows = rows
    self.frozenRows = frozenRows
    self.frozenColumns = frozenColumns
  }
}

/// A cell of a sheet.
public struct SheetCell: Hashable, Sendable {
  /// What a cell holds.
  public enum Content: Hashable, Sendable {
    /// Nothing.
    case blank
    /// Text, which is never taken for a formula.
    case text(String)
    /// A number, which must be finite; kept to 16 significant digits.
    case number(Double)
    /// A formula, without or with its `=`, and the value that it has as things stand, for readers
    /// that do not calculate.
    case formula(String, cached: Double)
    /// A day, from 1900-03-01 on.
    case date(year: Int, month: Int, day: Int)
  }

  /// What it holds.
  public var content: Content
  /// How it looks.
  public var style: CellStyle

  /// Makes a cell.
  ///
  /// - Parameters:
  ///   - content: what it holds.
  ///   - style: how it looks.
  public init(_ content: Content, _ style: CellStyle = CellStyle()) {
    self.content = content
    self.style = style
  }

  /// A cell with nothing in it.
  public static let blank = SheetCell(.blank)

  /// A cell with text.
  public static func text(_ text: String, _ style: CellStyle = CellStyle()) -> SheetCell {
    SheetCell(.text(text), style)
  }

  /// A cell with a number; blank for `nil`.
  public static func number(
    _ value: Double?, _ format: CellStyle.NumberFormat = .general, _ style: CellStyle = CellStyle()
  ) -> SheetCell {
    var style = style
    style.format = format
    return SheetCell(value.map(Content.number) ?? .blank, style)
  }

  /// A cell with a formula and its value as things stand.
  public static func formula(
    _ formula: String, cached: Double, _ format: CellStyle.NumberFormat = .general,
    _ style: CellStyle = CellStyle()
  ) -> SheetCell {
    var style = style
    style.format = format
    return SheetCell(.formula(formula, cached: cached), style)
  }
}

/// How a cell looks.
public struct CellStyle: Hashable, Sendable {
  /// How a number is shown.
  public enum NumberFormat: String, Hashable, Sendable, CaseIterable {
    /// As it is.
    case general = "General"
    /// Whole, with commas.
    case whole = "#,##0"
    /// To one decimal place, with commas.
    case one = "#,##0.0"
    /// To two decimal places, with commas.
    case two = "#,##0.00"
    /// As a whole percentage.
    case percent = "0%"
    /// As `2026-03-31`.
    case date = "yyyy-mm-dd"
  }

  /// Whether it is bold.
  public var isBold: Bool
  /// Whether long text goes on in a next line, at the top of the cell.
  public var wraps: Bool
  /// Whether it is coloured as a cell to fill in or to change.
  public var isInput: Bool
  /// How a number is shown.
  public var format: NumberFormat

  /// Makes a style.
  public init(
    isBold: Bool = false, wraps: Bool = false, isInput: Bool = false,
    format: NumberFormat = .general
  ) {
    self.isBold = isBold
    self.wraps = wraps
    self.isInput = isInput
    self.format = format
  }

  /// The style of headings.
  public static let heading = CellStyle(isBold: true, wraps: true)
  /// The style of cells to fill in or to change.
  public static let input = CellStyle(isInput: true)
  /// The style of long texts.
  public static let prose = CellStyle(wraps: true)
}
