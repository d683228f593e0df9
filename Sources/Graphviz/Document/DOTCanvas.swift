/// A point of a canvas in points, from the top left corner, y growing downwards.
public struct CanvasPoint: Hashable, Sendable {
  /// Distance from the left edge, in points.
  public var x: Double
  /// Distance from the top edge, in points.
  public var y: Double

  /// Creates a point.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of a canvas in points, from the top left corner.
public struct CanvasRect: Hashable, Sendable {
  /// Left edge.
  public var x: Double
  /// Top edge.
  public var y: Double
  /// Width.
  public var width: Double
  /// Height.
  public var height: Double

  /// Creates a rectangle from its top left corner and its size.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Its middle.
  public var centre: CanvasPoint { CanvasPoint(x + width / 2, y + height / 2) }
  /// Right edge.
  public var maxX: Double { x + width }
  /// Bottom edge.
  public var maxY: Double { y + height }
}

/// A drawing whose every position the caller computes: boxes, texts and lines on a page of an
/// exact size, painted in the order they are added.
///
/// Coordinates start at the top left corner as on a page; ``graph`` turns them into Graphviz's,
/// which start at the bottom left. Render it with ``LayoutEngine/exact``. Whole points come out
/// exactly; Graphviz rounds the size of boxes to whole points.
public struct DOTCanvas: Hashable, Sendable {
  /// Size of the page in points.
  public let size: DOTSize
  /// Colour of the page.
  public var background: DOTColour
  /// Letters of texts and labels that set none of their own.
  public var font: FontAttributes
  private var nodes: [DOTNode] = []
  private var edges: [DOTEdge] = []

  /// Creates an empty page.
  public init(
    size: DOTSize, background: DOTColour = .white,
    font: FontAttributes = FontAttributes(font: .arial, size: 10, colour: .black)
  ) {
    self.size = size
    self.background = background
    self.font = font
    nodes.append(anchor(at: CanvasRect(x: 0, y: 0, width: size.width, height: size.height)))
  }

  /// Adds a box, or another shape that fills `frame`.
  ///
  /// Position, size and `fixedSize` of `attributes` are replaced. Labels wider than the box are
  /// drawn across its edges; ``Rendering/warnings`` tells of it.
  public mutating func box(
    _ frame: CanvasRect, label: DOTLabel? = nil, attributes: NodeAttributes = NodeAttributes()
  ) {
    var attributes = attributes
    attributes.shape = attributes.shape ?? .box
    attributes.margin = attributes.margin ?? DOTSize(0, 0)
    place(&attributes, in: frame)
    nodes.append(DOTNode(nextID(), label: label, attributes: attributes))
  }

  /// Adds text without an outline; its lines keep to the left, middle or right of `frame` by
  /// their alignment.
  public mutating func text(
    _ text: DOTText, in frame: CanvasRect, font: FontAttributes = FontAttributes(),
    place: HTMLBox.Vertical = .middle, element: ElementAttributes = ElementAttributes()
  ) {
    // Only an outlined shape lets lines reach its edges, so the outline is there but not drawn.
    box(
      frame, label: .text(text),
      attributes: NodeAttributes(
        colour: .clear, penWidth: 0, font: font, labelPlace: place, element: element))
  }

  /// Adds straight lines through two or more points; fewer are ignored.
  ///
  /// Without arrow tips unless `direction` of `attributes` says so; a tip ends at the last (or
  /// first) point, the line being shortened by the tip's length.
  public mutating func line(
    through points: [CanvasPoint], attributes: EdgeAttributes = EdgeAttributes()
  ) {
    let direction = attributes.direction ?? .none
    var course = points.map(flipped)
    let tip = 10 * (attributes.arrowSize ?? 1)
    var endTip: DOTPoint?
    var startTip: DOTPoint?
    if direction == .forward || direction == .both {
      endTip = Self.shorten(&course, by: tip)
    }
    if direction == .back || direction == .both {
      course.reverse()
      startTip = Self.shorten(&course, by: tip)
      course.reverse()
    }
    guard let path = EdgePath(polyline: course, startTip: startTip, endTip: endTip) else {
      return
    }
    add(path, direction: direction, attributes)
  }

  /// Adds a curve through Bézier control points, 3n + 1 of them; other numbers are ignored.
  public mutating func curve(
    controlPoints: [CanvasPoint], attributes: EdgeAttributes = EdgeAttributes()
  ) {
    guard let path = EdgePath(controlPoints: controlPoints.map(flipped)) else { return }
    add(path, direction: .none, attributes)
  }

  /// The drawing for ``LayoutEngine/exact``.
  public var graph: DOTGraph {
    DOTGraph(
      attributes: GraphAttributes(
        outputOrder: .asWritten, background: background, pad: 0, margin: 0, page: size,
        font: font),
      nodeDefaults: NodeAttributes(font: font), edgeDefaults: EdgeAttributes(font: font),
      nodes: nodes, edges: edges)
  }

  // MARK: Placing

  private mutating func add(
    _ path: EdgePath, direction: ArrowDirection, _ attributes: EdgeAttributes
  ) {
    // Graphviz paints each node and then the edges that leave it, so an unseen node of its own
    // gives a line its turn.
    let start = nextID()
    nodes.append(
      anchor(at: CanvasRect(x: size.width / 2, y: size.height / 2, width: 0, height: 0)))
    var attributes = attributes
    attributes.direction = direction
    attributes.path = path
    edges.append(
      DOTEdge(
        from: DOTEndpoint(start), to: DOTEndpoint(nodes[0].id), attributes: attributes))
  }

  /// Moves the last point towards the one before it and returns where it was.
  private static func shorten(_ course: inout [DOTPoint], by length: Double) -> DOTPoint? {
    guard course.count >= 2 else { return nil }
    let last = course[course.count - 1]
    let before = course[course.count - 2]
    let distance =
      ((last.x - before.x) * (last.x - before.x) + (last.y - before.y) * (last.y - before.y))
      .squareRoot()
    guard distance > 0 else { return last }
    let share = min(length / distance, 1)
    course[course.count - 1] = DOTPoint(
      last.x + (before.x - last.x) * share, last.y + (before.y - last.y) * share)
    return last
  }

  private func nextID() -> DOTNodeID { DOTNodeID(String(nodes.count)) }

  private func anchor(at frame: CanvasRect) -> DOTNode {
    var attributes = NodeAttributes(shape: .box, invisible: true)
    place(&attributes, in: frame)
    return DOTNode(nextID(), attributes: attributes)
  }

  private func place(_ attributes: inout NodeAttributes, in frame: CanvasRect) {
    attributes.position = flipped(frame.centre)
    attributes.width = frame.width
    attributes.height = frame.height
    attributes.fixedSize = true
  }

  private func flipped(_ point: CanvasPoint) -> DOTPoint {
    DOTPoint(point.x, size.height - point.y)
  }
}
