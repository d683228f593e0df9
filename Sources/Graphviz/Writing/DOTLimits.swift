/// How large a drawing may be before it is refused.
///
/// Chosen far above what can be read on paper and far below what was seen to crash Graphviz or
/// to keep it busy for minutes.
public enum DOTLimits {
  /// Nodes of a drawing.
  public static let nodes = 20_000
  /// Edges of a drawing.
  public static let edges = 50_000
  /// Depth of nested clusters.
  public static let clusterDepth = 16
  /// Unicode scalars of one label, tooltip or cell.
  public static let labelLength = 16_384
  /// Lines of one label.
  public static let labelLines = 1_000
  /// Unicode scalars of all labels of a drawing together.
  public static let textLength = 8_000_000
  /// Depth of tables within tables.
  public static let tableDepth = 8
  /// Cells of one label.
  public static let cells = 20_000
  /// Coordinates, in points either side of the origin.
  public static let coordinate = 1_000_000.0
  /// Widths and heights of nodes and pages, in points (200 inches, the limit of PDF).
  public static let extent = 14_400.0
}
