import Governance
import Graphviz

/// A picture as a value: what to draw, and the same content in words and as a table.
public struct Diagram: Sendable {
  /// The stem of its files, of letters, digits and hyphens: `footprint-RYC`.
  public let name: String
  /// The title, as printed in the image.
  public let title: String
  /// At most 120 characters for a screen reader.
  public let alternativeText: String
  /// What the picture shows, in full sentences.
  public let description: String
  /// The same content as a table.
  public let table: DiagramTable
  /// The page for which it is made: the drawing is as wide and at most as high.
  public let page: DiagramPage
  /// What Graphviz is given.
  public let document: DOTGraph
  /// How Graphviz lays it out.
  public let engine: LayoutEngine

  /// Makes a diagram from its parts.
  public init(
    name: String, title: String, alternativeText: String, description: String, table: DiagramTable,
    page: DiagramPage, document: DOTGraph, engine: LayoutEngine
  ) {
    self.name = name
    self.title = title
    self.alternativeText = alternativeText
    self.description = description
    self.table = table
    self.page = page
    self.document = document
    self.engine = engine
  }
}

/// The content of a diagram as rows of text.
public struct DiagramTable: Hashable, Sendable {
  /// What the table shows.
  public let caption: String
  /// Column headings.
  public let columns: [String]
  /// Rows of as many cells as there are columns.
  public let rows: [[String]]

  /// Makes a table.
  public init(caption: String, columns: [String], rows: [[String]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}

/// A page size in points.
public enum DiagramPage: Hashable, Sendable {
  /// 595 by 842 points.
  case a4Portrait
  /// 842 by 595 points.
  case a4Landscape

  /// Width in points.
  public var width: Double { self == .a4Portrait ? 595 : 842 }
  /// Height in points.
  public var height: Double { self == .a4Portrait ? 842 : 595 }
}
