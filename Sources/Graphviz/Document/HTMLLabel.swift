/// A label of styled text or tables, Graphviz's "HTML-like" kind, built as values.
///
/// There is no way to hand in markup: text is always text. Images are left out on purpose, since
/// they open files.
public struct HTMLLabel: Hashable, Sendable {
  /// What the label shows.
  public var content: HTMLContent

  /// Creates a label from content.
  public init(_ content: HTMLContent) {
    self.content = content
  }
}

/// What fills an HTML-like label or a cell.
public indirect enum HTMLContent: Hashable, Sendable {
  /// Styled runs and line breaks; none means empty.
  case text([HTMLRun])
  /// A table.
  case table(HTMLTable)

  /// Plain text in the surrounding font; its line breaks are kept.
  public static func plain(_ text: String) -> HTMLContent { .text([HTMLRun(text)]) }

  /// Text in one style.
  public static func styled(_ text: String, _ style: HTMLTextStyle) -> HTMLContent {
    .text([HTMLRun(text, style)])
  }

  /// Nothing.
  public static let empty = HTMLContent.text([])
}

/// Text in one style, or a line break.
public enum HTMLRun: Hashable, Sendable {
  /// Text; its own line breaks become centred breaks.
  case text(String, HTMLTextStyle)
  /// Ends the line; the alignment is that of the line it ends.
  case lineBreak(DOTText.Alignment)

  /// Creates a run of text.
  public init(_ text: String, _ style: HTMLTextStyle = HTMLTextStyle()) {
    self = .text(text, style)
  }
}

/// How a run of text looks; nil leaves what surrounds it.
public struct HTMLTextStyle: Hashable, Sendable {
  /// Size in points.
  public var size: Double?
  /// Font.
  public var font: DOTFont?
  /// Colour.
  public var colour: DOTColour?
  /// Bold.
  public var bold: Bool
  /// Italic.
  public var italic: Bool
  /// Underlined.
  public var underline: Bool

  /// Creates a style.
  public init(
    size: Double? = nil, font: DOTFont? = nil, colour: DOTColour? = nil, bold: Bool = false,
    italic: Bool = false, underline: Bool = false
  ) {
    self.size = size
    self.font = font
    self.colour = colour
    self.bold = bold
    self.italic = italic
    self.underline = underline
  }
}

/// A table of an HTML-like label.
///
/// Lengths are in points, 0 to 255 for borders, spacing, padding.
public struct HTMLTable: Hashable, Sendable {
  /// The rows from the top; at least one.
  public var rows: [HTMLRow]
  /// Looks that tables and cells share.
  public var box: HTMLBox
  /// Width of the borders of cells that set none of their own, in points.
  public var cellBorder: Int?
  /// Whether a vertical rule stands between all columns.
  public var columnRules: Bool
  /// Whether a horizontal rule lies between all rows.
  public var rowRules: Bool

  /// Creates a table.
  public init(
    rows: [HTMLRow], box: HTMLBox = HTMLBox(), cellBorder: Int? = nil, columnRules: Bool = false,
    rowRules: Bool = false
  ) {
    self.rows = rows
    self.box = box
    self.cellBorder = cellBorder
    self.columnRules = columnRules
    self.rowRules = rowRules
  }
}

/// A row of a table.
public struct HTMLRow: Hashable, Sendable {
  /// The cells from the left; at least one.
  public var cells: [HTMLCell]
  /// Whether a rule is drawn below the row; ignored for the last.
  public var ruleBelow: Bool

  /// Creates a row.
  public init(_ cells: [HTMLCell], ruleBelow: Bool = false) {
    self.cells = cells
    self.ruleBelow = ruleBelow
  }
}

/// A cell of a table.
public struct HTMLCell: Hashable, Sendable {
  /// What the cell shows.
  public var content: HTMLContent
  /// Looks that tables and cells share.
  public var box: HTMLBox
  /// How many columns it spans, 1 to 1,000.
  public var columnSpan: Int
  /// How many rows it spans, 1 to 1,000.
  public var rowSpan: Int
  /// How lines without an alignment of their own sit in the cell.
  public var textAlignment: DOTText.Alignment?

  /// Creates a cell.
  public init(
    _ content: HTMLContent = .empty, box: HTMLBox = HTMLBox(), columnSpan: Int = 1,
    rowSpan: Int = 1, textAlignment: DOTText.Alignment? = nil
  ) {
    self.content = content
    self.box = box
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.textAlignment = textAlignment
  }

  /// Creates a cell of plain text.
  public init(_ text: String, box: HTMLBox = HTMLBox(), columnSpan: Int = 1, rowSpan: Int = 1) {
    self.init(.plain(text), box: box, columnSpan: columnSpan, rowSpan: rowSpan)
  }
}

/// Looks that tables and cells share; nil leaves Graphviz's default.
public struct HTMLBox: Hashable, Sendable {
  /// Which sides of a box carry its border.
  public struct Sides: OptionSet, Hashable, Sendable {
    /// Bits, one per side.
    public let rawValue: UInt8
    /// Creates a set of sides from its bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// The left side.
    public static let left = Sides(rawValue: 1)
    /// The top side.
    public static let top = Sides(rawValue: 2)
    /// The right side.
    public static let right = Sides(rawValue: 4)
    /// The bottom side.
    public static let bottom = Sides(rawValue: 8)
    /// All four.
    public static let all: Sides = [.left, .top, .right, .bottom]
  }

  /// How the border line looks.
  public enum Line: Hashable, Sendable {
    /// Unbroken with sharp corners.
    case solid
    /// Dashes.
    case dashed
    /// Dots.
    case dotted
    /// Unbroken with round corners.
    case rounded
  }

  /// Where content sits from side to side.
  public enum Horizontal: Hashable, Sendable {
    /// At the left.
    case left
    /// In the middle.
    case centre
    /// At the right.
    case right
    /// Text lines follow their own alignment (cells only).
    case text
  }

  /// Where content sits from top to bottom.
  public enum Vertical: Hashable, Sendable {
    /// At the top.
    case top
    /// In the middle.
    case middle
    /// At the bottom.
    case bottom
  }

  /// Border width in points.
  public var border: Int?
  /// Space between cells in points.
  public var cellSpacing: Int?
  /// Space between border and content in points.
  public var cellPadding: Int?
  /// Fill; gradients are not offered since their ids collide when pictures share a page.
  public var background: DOTColour?
  /// Border colour.
  public var colour: DOTColour?
  /// Least width in points, or the exact one where `fixedSize` is set; at most 65,535.
  public var width: Int?
  /// Least height in points, or the exact one where `fixedSize` is set; at most 65,535.
  public var height: Int?
  /// Whether width and height are exact; both are needed then.
  public var fixedSize: Bool
  /// Where content sits from side to side.
  public var align: Horizontal?
  /// Where content sits from top to bottom.
  public var verticalAlign: Vertical?
  /// The name edges attach by.
  public var port: DOTPort?
  /// The sides that carry the border.
  public var sides: Sides
  /// How the border line looks.
  public var line: Line
  /// What a click opens.
  public var link: DOTLink?
  /// What a pointer resting here shows; Graphviz writes it only beside a link.
  public var tooltip: String?

  /// Creates a box.
  public init(
    border: Int? = nil, cellSpacing: Int? = nil, cellPadding: Int? = nil,
    background: DOTColour? = nil, colour: DOTColour? = nil, width: Int? = nil,
    height: Int? = nil, fixedSize: Bool = false, align: Horizontal? = nil,
    verticalAlign: Vertical? = nil, port: DOTPort? = nil, sides: Sides = .all,
    line: Line = .solid, link: DOTLink? = nil, tooltip: String? = nil
  ) {
    self.border = border
    self.cellSpacing = cellSpacing
    self.cellPadding = cellPadding
    self.background = background
    self.colour = colour
    self.width = width
    self.height = height
    self.fixedSize = fixedSize
    self.align = align
    self.verticalAlign = verticalAlign
    self.port = port
    self.sides = sides
    self.line = line
    self.link = link
    self.tooltip = tooltip
  }
}
