import CGraphvizShim

/// What the Graphviz on this machine can do, for the command that checks it.
public struct GraphvizInfo: Hashable, Sendable {
  /// The version Graphviz calls itself by.
  public var version: String
  /// Formats that a small drawing was rendered in.
  public var formats: [OutputFormat]
  /// Layouts that placed a small drawing.
  public var engines: [LayoutEngine]
  /// The family that stands in for Arial; nil where fontconfig is missing.
  public var fontForArial: String?
  /// Whether Graphviz itself is kept from opening files, beside what drawings cannot express.
  public var blocksFiles: Bool

  /// Families with Arial's widths, on which layouts and line breaks rely.
  public static let familiesLikeArial = ["Arial", "Liberation Sans", "Arimo"]

  /// Whether text will come out as wide as it was measured.
  public var hasFontLikeArial: Bool {
    fontForArial.map(Self.familiesLikeArial.contains) ?? false
  }

  /// Tries everything on a drawing of two nodes; some tens of milliseconds.
  public init(probing context: GraphvizContext) {
    version = context.version
    formats = OutputFormat.allCases.filter { format in
      (try? context.render(Self.sample, engine: .dot, formats: [format])) != nil
    }
    engines = LayoutEngine.allCases.filter { engine in
      (try? context.render(Self.sample, engine: engine, formats: [.dot])) != nil
    }
    fontForArial = Self.family(for: "Arial")
    blocksFiles = gvs_blocks_files() == 1
  }

  /// The family that fontconfig, and so Graphviz, takes for the one asked for; nil where it
  /// cannot be asked.
  public static func family(for name: String) -> String? {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gvs_font_match(name, &buffer, buffer.count) == 1 else { return nil }
    return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private static let sample = DOTGraph(
    nodes: [
      DOTNode("a", label: "a", attributes: NodeAttributes(position: DOTPoint(50, 50))),
      DOTNode("b", label: "b", attributes: NodeAttributes(position: DOTPoint(150, 50))),
    ],
    edges: [
      DOTEdge(
        from: "a", to: "b",
        attributes: EdgeAttributes(path: EdgePath(from: DOTPoint(77, 50), to: DOTPoint(123, 50))))
    ])
}
