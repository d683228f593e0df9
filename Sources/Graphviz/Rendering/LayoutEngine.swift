/// Which of Graphviz's layouts places nodes and edges.
public enum LayoutEngine: String, Hashable, Sendable, CaseIterable {
  /// Ranks.
  case dot
  /// Springs by distance; pinned positions are kept.
  case neato
  /// Every node at its given position; edges are routed.
  case pinned = "nop1"
  /// Every node at its given position, every edge along its given path; nothing is computed.
  case exact = "nop2"
  /// Springs by force.
  ///
  /// The one engine whose layouts differ from run to run: it computes with memory it never set,
  /// so only the first layout of a process is always the same, and not even that with clusters.
  case fdp
  /// Springs by force, for large graphs.
  case sfdp
  /// Circles around a root.
  case twopi
  /// Circles of cycles.
  case circo
  /// Packed boxes.
  case osage
  /// A treemap of squares.
  case patchwork
}

/// What a picture is written as.
public enum OutputFormat: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Scalable vector graphics.
  case svg
  /// Portable document format.
  case pdf
  /// Portable network graphics.
  case png
  /// Graphviz's JSON, with positions.
  case json
  /// DOT with positions.
  case dot

  /// Orders formats as they are rendered, which is as they are declared.
  public static func < (a: OutputFormat, b: OutputFormat) -> Bool {
    a.order < b.order
  }

  /// The usual ending of a file name, without the dot.
  public var fileExtension: String { rawValue }

  private var order: Int {
    switch self {
    case .svg: 0
    case .pdf: 1
    case .png: 2
    // Writing JSON or DOT attaches positions to the graph as attributes, so they come last.
    case .json: 3
    case .dot: 4
    }
  }
}
