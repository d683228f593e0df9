/// How a picture is rendered, beside what is in it.
public struct RenderOptions: Hashable, Sendable {
  /// Resolution of bitmaps in dots an inch, 36 to 1,200; 300 suits print.
  public var resolution: Double
  /// What makes the SVG fit to stand in a page; nil leaves Graphviz's own.
  public var finishing: SVGFinishing?

  /// Creates options.
  public init(resolution: Double = 300, finishing: SVGFinishing? = nil) {
    self.resolution = resolution
    self.finishing = finishing
  }
}

/// The pictures of one layout.
public struct Rendering: Hashable, Sendable {
  /// The bytes of each format asked for.
  public var files: [OutputFormat: [UInt8]]
  /// What Graphviz had to say that was no error, such as a label larger than its box.
  ///
  /// Nodes go by their opaque names there.
  public var warnings: [String]
  /// Seconds spent within Graphviz.
  public var seconds: Double

  /// The bytes of a format; nil if it was not asked for.
  public subscript(format: OutputFormat) -> [UInt8]? { files[format] }
}

/// A drawing ready for Graphviz: checked, written, and with what the page needs.
struct RenderRequest: Hashable, Sendable {
  var dot: String
  var engine: LayoutEngine
  /// In the order they are rendered, each once.
  var formats: [OutputFormat]
  var options: RenderOptions
  var page: DOTSize?
  var pageMargin: Double

  init(
    _ graph: DOTGraph, engine: LayoutEngine, formats: [OutputFormat], options: RenderOptions
  ) throws(GraphvizError) {
    self.init(
      dot: try graph.dot(for: engine), engine: engine, formats: formats, options: options)
    page = graph.attributes.page
    pageMargin = graph.attributes.margin ?? 0
    guard !self.formats.isEmpty else { throw GraphvizError(.validate, "no format was asked for") }
    guard 36...1_200 ~= options.resolution else {
      throw GraphvizError(
        .validate,
        "a resolution of \(options.resolution) dots an inch; it must lie between 36 and 1200")
    }
  }

  /// Takes DOT as it stands.
  ///
  /// Only for texts that did not come from data.
  init(
    dot: String, engine: LayoutEngine, formats: [OutputFormat],
    options: RenderOptions = RenderOptions()
  ) {
    self.dot = dot
    self.engine = engine
    self.formats = Array(Set(formats)).sorted()
    self.options = options
    page = nil
    pageMargin = 0
  }
}
