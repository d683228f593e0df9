import Graphviz

extension Canvas {
  /// The drawing for Graphviz: every item at its place, painted in order, no node in a cluster.
  ///
  /// Lay it out with `Canvas.engine`, which computes nothing.
  public var document: DOTGraph {
    var drawing = DOTCanvas(
      size: DOTSize(page.width, height), background: Palette.paper,
      font: FontAttributes(font: .arial, size: 10, colour: Palette.ink))
    for item in items {
      switch item {
      case .box(let box): box.draw(on: &drawing)
      case .text(let text): text.draw(on: &drawing)
      case .line(let line): line.draw(on: &drawing)
      case .mark(let mark): mark.draw(on: &drawing)
      }
    }
    return drawing.graph
  }

  /// The layout that keeps every position and every path.
  public static let engine = LayoutEngine.exact
}

extension CanvasFrame {
  /// The same for Graphviz.
  var rect: CanvasRect { CanvasRect(x: x, y: y, width: width, height: height) }
}

extension CanvasBox {
  fileprivate func draw(on drawing: inout DOTCanvas) {
    drawing.box(
      frame.rect,
      attributes: NodeAttributes(
        line: stroke?.pattern, rounded: rounded, fill: fill.map { .solid($0) },
        colour: stroke?.colour ?? .clear, penWidth: stroke?.width ?? 0,
        element: ElementAttributes(id: id, tooltip: tooltip, link: link)))
  }
}

extension CanvasText {
  /// How far Graphviz sets the foot of a line below the middle of its node, as a part of the size.
  private static let drop = 0.25
  /// Room beside and above a text, in points, so that Graphviz never finds its node too small.
  private static let slack = 4.0

  /// Graphviz sets an aligned line at the edge of its node and the foot of the letters a quarter
  /// of their size below its middle; the node is placed so that they stand where wanted.
  fileprivate func draw(on drawing: inout DOTCanvas) {
    let own = self.frame
    // Sizes are rounded to whole points; whole ones keep the edge at which the text begins.
    let width = (own.width * 1.05 + 2 * Self.slack).rounded(.up)
    let height = (look.size * 1.5 + Self.slack).rounded(.up)
    let x =
      switch alignment {
      case .left: own.x
      case .centre: own.midX - width / 2
      case .right: own.maxX - width
      }
    let middle = anchor.y - look.size * Self.drop
    drawing.box(
      CanvasRect(x: x, y: middle - height / 2, width: width, height: height),
      label: .text(DOTText(text, alignment: alignment)),
      attributes: NodeAttributes(
        shape: .plaintext,
        font: FontAttributes(
          font: look.bold ? .arialBold : nil, size: look.size, colour: look.colour)))
  }
}

extension CanvasLine {
  fileprivate func draw(on drawing: inout DOTCanvas) {
    drawing.line(
      through: [start, end],
      attributes: EdgeAttributes(
        colour: stroke.colour, line: stroke.pattern, penWidth: stroke.width,
        direction: hasTip ? .forward : nil, arrowSize: hasTip ? Self.tipScale : nil))
  }
}

extension CanvasMark {
  /// Width of the outline of a mark in points.
  static let outline = 1.0

  /// Whether its outline alone is drawn.
  var isOpen: Bool { [.ring, .openDiamond, .openTriangle, .dashedSquare].contains(shape) }

  fileprivate func draw(on drawing: inout DOTCanvas) {
    // The outline is centred on the edge: the body is smaller by its width.
    drawing.box(
      frame.inset(by: Self.outline / 2).rect,
      attributes: NodeAttributes(
        shape: shape.nodeShape, line: shape == .dashedSquare ? .dashed : .solid,
        fill: isOpen ? nil : .solid(colour), colour: colour, penWidth: Self.outline))
  }
}

extension CanvasMark.Shape {
  /// The node that looks like it.
  fileprivate var nodeShape: NodeShape {
    switch self {
    case .square, .dashedSquare: .box
    case .disc, .ring: .circle
    case .diamond, .openDiamond: .diamond
    case .triangle, .openTriangle: .triangle
    }
  }
}
