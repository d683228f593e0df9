/// A point on the drawing, in points (1/72 inch), with y growing upwards as in Graphviz.
public struct DOTPoint: Hashable, Sendable {
  /// Distance from the left, in points.
  public var x: Double
  /// Distance from the bottom, in points.
  public var y: Double

  /// Creates a point from its coordinates in points.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// A width and a height, in points.
public struct DOTSize: Hashable, Sendable {
  /// Width in points.
  public var width: Double
  /// Height in points.
  public var height: Double

  /// Creates a size from a width and a height in points.
  public init(_ width: Double, _ height: Double) {
    self.width = width
    self.height = height
  }

  /// A4 upright: 595 by 842 points.
  public static let a4Portrait = DOTSize(595, 842)
  /// A4 on its side: 842 by 595 points.
  public static let a4Landscape = DOTSize(842, 595)
}

/// The course of an edge whose geometry the caller has computed: a chain of cubic Bézier pieces.
///
/// Honoured by ``LayoutEngine/exact`` only; there every edge needs one.
public struct EdgePath: Hashable, Sendable {
  /// Control points: 3n + 1 of them, each piece sharing its last point with the next one's first.
  public let controlPoints: [DOTPoint]
  /// Where the tip of the arrow at the start lies, if one is drawn.
  public var startTip: DOTPoint?
  /// Where the tip of the arrow at the end lies, if one is drawn.
  public var endTip: DOTPoint?

  /// Creates a path from Bézier control points; nil unless there are 3n + 1 of them, n ≥ 1.
  public init?(
    controlPoints: [DOTPoint], startTip: DOTPoint? = nil, endTip: DOTPoint? = nil
  ) {
    guard controlPoints.count >= 4, controlPoints.count % 3 == 1 else { return nil }
    self.controlPoints = controlPoints
    self.startTip = startTip
    self.endTip = endTip
  }

  /// Creates straight lines through the given points; nil with fewer than two.
  ///
  /// Each stretch becomes a Bézier piece with its inner control points on the line, so what is
  /// drawn is exactly straight.
  public init?(polyline: [DOTPoint], startTip: DOTPoint? = nil, endTip: DOTPoint? = nil) {
    guard polyline.count >= 2 else { return nil }
    var points = [polyline[0]]
    for (a, b) in zip(polyline, polyline.dropFirst()) {
      points.append(DOTPoint(a.x + (b.x - a.x) / 3, a.y + (b.y - a.y) / 3))
      points.append(DOTPoint(b.x - (b.x - a.x) / 3, b.y - (b.y - a.y) / 3))
      points.append(b)
    }
    self.init(controlPoints: points, startTip: startTip, endTip: endTip)
  }

  /// Creates one straight line.
  public init(from start: DOTPoint, to end: DOTPoint, endTip: DOTPoint? = nil) {
    let dx = (end.x - start.x) / 3
    let dy = (end.y - start.y) / 3
    controlPoints = [
      start, DOTPoint(start.x + dx, start.y + dy), DOTPoint(end.x - dx, end.y - dy), end,
    ]
    startTip = nil
    self.endTip = endTip
  }
}
