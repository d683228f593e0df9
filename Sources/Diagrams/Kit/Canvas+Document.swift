import Graphviz

extension Canvas {
  /// The drawing for Graphviz: every item a node at its place, every line an edge along its path.
  ///
  /// Lay it out with `Canvas.engine`, which computes nothing. No node is in a cluster.
  public var document: DOTGraph {
    var writer = CanvasWriter(page: page)
    writer.addPage()
    for (index, item) in items.enumerated() { writer.add(item, index: index) }
    return DOTGraph(
      directed: false,
      attributes: GraphAttributes(
        outputOrder: .asWritten, background: Palette.paper, pad: 0, margin: 0,
        page: DOTSize(page.width, page.height)),
      nodeDefaults: NodeAttributes(
        fixedSize: true, margin: DOTSize(0, 0), font: FontAttributes(font: .arial)),
      nodes: writer.nodes, edges: writer.edges)
  }

  /// The layout that keeps every position and every path.
  public static let engine = LayoutEngine.exact
}

/// Turns items into nodes and edges; used once, by `Canvas.document`.
private struct CanvasWriter {
  let page: DiagramPage
  var nodes: [DOTNode] = []
  var edges: [DOTEdge] = []

  /// An invisible box of the size of the page, so that the drawing is exactly as large.
  mutating func addPage() {
    nodes.append(
      DOTNode(
        "page",
        attributes: NodeAttributes(
          shape: .box, position: DOTPoint(page.width / 2, page.height / 2), width: page.width,
          height: page.height, invisible: true)))
  }

  mutating func add(_ item: CanvasItem, index: Int) {
    switch item {
    case .box(let box): add(box, index)
    case .text(let text): add(text, index)
    case .line(let line): add(line, index)
    case .mark(let mark): add(mark, index)
    }
  }

  private mutating func add(_ box: CanvasBox, _ index: Int) {
    nodes.append(
      DOTNode(
        DOTNodeID("box \(index)"),
        attributes: NodeAttributes(
          shape: .box, position: point(box.frame.midX, box.frame.midY), width: box.frame.width,
          height: box.frame.height, line: box.stroke?.pattern, rounded: box.rounded,
          fill: box.fill.map { .solid($0) }, colour: box.stroke?.colour ?? .clear,
          penWidth: box.stroke?.width ?? 0,
          element: ElementAttributes(id: box.id, tooltip: box.tooltip, link: box.link))))
  }

  /// Graphviz sets the letters of a one-line label a quarter of their size below the middle of the
  /// node, and an aligned label at its edge; the node is placed so that they stand where wanted.
  private mutating func add(_ text: CanvasText, _ index: Int) {
    let frame = text.frame
    let width = frame.width + 2 * Self.slack
    let middle =
      switch text.alignment {
      case .left: frame.x + width / 2
      case .centre: frame.midX
      case .right: frame.maxX - width / 2
      }
    nodes.append(
      DOTNode(
        DOTNodeID("text \(index)"),
        label: .text(DOTText(text.text, alignment: text.alignment)),
        attributes: NodeAttributes(
          shape: .plaintext,
          position: point(middle, text.anchor.y - text.look.size * Self.drop),
          width: width, height: text.look.size * 1.5,
          font: FontAttributes(
            font: text.look.bold ? .arialBold : nil, size: text.look.size,
            colour: text.look.colour))))
  }

  /// How far Graphviz sets the foot of a line below the middle of its node, as a part of the size.
  private static let drop = 0.25
  /// Room beside a text, in points, so that Graphviz never finds its node too small.
  private static let slack = 6.0

  private mutating func add(_ line: CanvasLine, _ index: Int) {
    let ends = ["from", "to"].map { DOTNodeID("\($0) \(index)") }
    for (id, end) in zip(ends, [line.start, line.end]) {
      nodes.append(
        DOTNode(
          id,
          attributes: NodeAttributes(
            shape: .box, position: point(end.x, end.y), width: 0.1, height: 0.1, invisible: true)))
    }
    edges.append(
      DOTEdge(
        from: DOTEndpoint(ends[0]), to: DOTEndpoint(ends[1]),
        attributes: EdgeAttributes(
          colour: line.stroke.colour, line: line.stroke.pattern, penWidth: line.stroke.width,
          direction: ArrowDirection.none,
          path: EdgePath(
            from: point(line.start.x, line.start.y), to: point(line.end.x, line.end.y)))))
  }

  private mutating func add(_ mark: CanvasMark, _ index: Int) {
    let open = mark.shape == .ring || mark.shape == .dashedSquare
    // The outline is centred on the edge: the body is made smaller by its width.
    let body = mark.size - CanvasMark.outline
    nodes.append(
      DOTNode(
        DOTNodeID("mark \(index)"),
        attributes: NodeAttributes(
          shape: mark.shape.nodeShape, position: point(mark.centre.x, mark.centre.y),
          width: body, height: body, line: mark.shape == .dashedSquare ? .dashed : .solid,
          fill: open ? nil : .solid(mark.colour), colour: mark.colour,
          penWidth: CanvasMark.outline)))
  }

  /// From the top of the page to Graphviz's bottom.
  private func point(_ x: Double, _ y: Double) -> DOTPoint { DOTPoint(x, page.height - y) }
}

extension CanvasMark {
  /// Width of the outline of a mark in points.
  static let outline = 1.2
}

extension CanvasMark.Shape {
  /// The node that looks like it.
  var nodeShape: NodeShape {
    switch self {
    case .square, .dashedSquare: .box
    case .disc, .ring: .circle
    case .diamond: .diamond
    case .triangle: .triangle
    }
  }
}
