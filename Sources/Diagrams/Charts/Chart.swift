/// A chart as a value: what to draw in plain SVG, and the same figures in words and as a table.
public struct Chart: Sendable {
  /// The stem of its files, of letters, digits, hyphens and underscores: `load-ambulance`.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// At most 120 characters for a screen reader.
  public let alternativeText: String
  /// What it shows, in full sentences.
  public let description: String
  /// The same figures as a table.
  public let table: DiagramTable
  /// Everything in its place, in points; as wide as a sheet of A4, which it fits.
  public let canvas: Canvas

  /// Makes a chart from its parts.
  public init(
    name: String, title: String, alternativeText: String, description: String,
    table: DiagramTable, canvas: Canvas
  ) {
    self.name = name
    self.title = title
    self.alternativeText = alternativeText
    self.description = description
    self.table = table
    self.canvas = canvas
  }

  /// The picture for a page, in which the long description follows.
  public var inlineSVG: String {
    canvas.svg(title: title, description: alternativeText, idPrefix: "chart-" + name)
  }

  /// The picture as a file, which stands alone.
  public var svgFile: String {
    canvas.svg(title: title, description: description, idPrefix: "chart-" + name)
  }
}

/// What all charts have in common: letters, edges and how values become places.
enum ChartStyle {
  /// Names of rows.
  static let labelLook = TextStyle(size: 10)
  /// Names of rows that stand out.
  static let strongLook = TextStyle(size: 10, bold: true)
  /// Figures beside rows.
  static let figureLook = TextStyle(size: 10)
  /// Values along an axis, and headings of columns.
  static let axisLook = TextStyle(size: 9.5, colour: Palette.darkGrey)
  /// The blank edge on all sides, in points.
  static let margin = 6.0
  /// Between columns, in points.
  static let gap = 8.0
  /// The outline of bars.
  static let outline = Stroke(Palette.ink, width: 0.75)
  /// Lines that carry the eye from an axis to the rows.
  static let grid = Stroke(Palette.midGrey, width: 0.5)
}
