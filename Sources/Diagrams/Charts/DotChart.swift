import Graphviz

/// Values of the members of several groups as dots, a row for each group, from an axis that begins at
/// zero; dots that would cover one another are stacked.
public struct DotChart: Sendable {
  /// A row.
  public struct Row: Hashable, Sendable {
    /// The name of the group; cut with "…" where it is too wide.
    public var label: String
    /// A value for each member.
    public var values: [Double]
    /// The middle one, shown as a bar across the row.
    public var median: Double
    /// What stands on the right.
    public var figures: String

    /// Makes a row.
    public init(label: String, values: [Double], median: Double, figures: String) {
      self.label = label
      self.values = values
      self.median = median
      self.figures = figures
    }
  }

  private let rows: [Row]
  private let axis: String
  private let figuresTitle: String
  private let dotText: String
  private let medianText: String

  /// Size of a dot in points.
  static let dotSize = 5.0
  /// The most dots above one another; more of them overlap.
  static let mostLanes = 11

  /// Prepares a chart.
  ///
  /// - Parameters:
  ///   - rows: the groups, from the top; no more than 11 fit on a sheet.
  ///   - axis: what is measured and in which unit.
  ///   - figuresTitle: the heading of what stands on the right.
  ///   - dot: what a dot is.
  ///   - median: what the bar across a row is.
  public init(rows: [Row], axis: String, figuresTitle: String, dot: String, median: String) {
    self.rows = rows
    self.axis = axis
    self.figuresTitle = figuresTitle
    dotText = dot
    medianText = median
  }

  private var frame: ChartFrame {
    ChartFrame(
      page: .a4Portrait, labelWidth: 150,
      figureWidth: ChartFrame.width(of: rows.map(\.figures), under: figuresTitle, most: 170))
  }

  /// The chart.
  ///
  /// - Complexity: O(*n* · lanes) in the number of values.
  public func canvas() -> Canvas {
    let frame = frame
    let scale = ChartScale(
      holding: rows.flatMap { $0.values + [$0.median] }, on: frame.plot, most: 5)
    let lanes = rows.map { Self.lanes($0.values, scale) }
    let heights = lanes.map { Self.height(lanes: ($0.map(\.lane).max() ?? 0) + 1) }
    return frame.sheet(
      key: keyEntries, axis: ChartAxis(scale: scale, title: axis, text: ChartWords.whole),
      title: figuresTitle, heights: heights
    ) { number, top, canvas in
      let band = CanvasFrame(
        x: frame.left, y: top, width: frame.right - frame.left, height: heights[number])
      draw(rows[number], lanes[number], in: band, frame, scale, on: &canvas)
    }
  }

  private static func height(lanes: Int) -> Double { max(22, Double(lanes) * dotSize + 10) }

  /// Where each dot stands: the lowest lane in which none stands in its way.
  private static func lanes(
    _ values: [Double], _ scale: ChartScale
  ) -> [(x: Double, lane: Int)] {
    var ends = [Double](repeating: -.infinity, count: mostLanes)
    return values.sorted().map { value in
      let x = scale.place(value)
      let lane =
        ends.firstIndex { $0 <= x - dotSize / 2 } ?? ends.indices.min { ends[$0] < ends[$1] } ?? 0
      ends[lane] = x + dotSize / 2
      return (x, lane)
    }
  }

  private func draw(
    _ row: Row, _ lanes: [(x: Double, lane: Int)], in band: CanvasFrame, _ frame: ChartFrame,
    _ scale: ChartScale, on canvas: inout Canvas
  ) {
    frame.draw(row.label, row.figures, in: (band.y, band.height), on: &canvas)
    let count = (lanes.map(\.lane).max() ?? 0) + 1
    for (x, lane) in lanes {
      let offset = (Double(lane) - Double(count - 1) / 2) * Self.dotSize
      Self.dot(at: CanvasPoint(x, band.midY - offset), on: &canvas)
    }
    if !row.values.isEmpty {
      Self.median(
        at: scale.place(row.median), from: band.y + 2, to: band.maxY - 2, on: &canvas)
    }
    canvas.add(
      CanvasLine(
        from: CanvasPoint(frame.left, band.maxY), to: CanvasPoint(frame.right, band.maxY),
        stroke: ChartStyle.grid))
  }

  private static func dot(at point: CanvasPoint, on canvas: inout Canvas) {
    canvas.add(CanvasMark(.disc, at: point, size: dotSize, colour: Palette.blue))
  }

  private static func median(
    at x: Double, from top: Double, to bottom: Double, on canvas: inout Canvas
  ) {
    canvas.add(
      CanvasLine(
        from: CanvasPoint(x, top), to: CanvasPoint(x, bottom),
        stroke: Stroke(Palette.ink, width: 2.5)))
  }

  private var keyEntries: [ChartKey.Entry] {
    [
      ChartKey.Entry(text: dotText) { canvas, frame in
        Self.dot(at: CanvasPoint(frame.midX, frame.midY), on: &canvas)
      },
      ChartKey.Entry(text: medianText) { canvas, frame in
        Self.median(at: frame.midX, from: frame.y, to: frame.maxY, on: &canvas)
      },
    ]
  }
}
