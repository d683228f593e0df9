import Graphviz

/// How far each of several figures alone moves a result: a bar to either side of zero.
public struct TornadoChart: Sendable {
  /// A row.
  public struct Row: Hashable, Sendable {
    /// What moves; two lines at most.
    public var label: String
    /// The low value in words.
    public var low: String
    /// The high value in words.
    public var high: String
    /// By how much the result changes at the low value.
    public var atLow: Double
    /// By how much it changes at the high value.
    public var atHigh: Double
    /// What stands on the right.
    public var figures: String

    /// Makes a row.
    public init(
      label: String, low: String, high: String, atLow: Double, atHigh: Double, figures: String
    ) {
      self.label = label
      self.low = low
      self.high = high
      self.atLow = atLow
      self.atHigh = atHigh
      self.figures = figures
    }
  }

  private let rows: [Row]
  private let axis: String
  private let figuresTitle: String

  static let rowHeight = 30.0
  static let barHeight = 15.0
  /// The widest that a value may be written beside a bar, in points.
  static let valueWidth = 38.0

  /// Prepares a chart.
  ///
  /// - Parameters:
  ///   - rows: the rows, from the top; no more than 22 fit on a sheet.
  ///   - axis: what changes and in which unit.
  ///   - figuresTitle: the heading of what stands on the right.
  public init(rows: [Row], axis: String, figuresTitle: String) {
    self.rows = rows
    self.axis = axis
    self.figuresTitle = figuresTitle
  }

  private var frame: ChartFrame {
    ChartFrame(
      page: .a4Portrait, labelWidth: 176,
      figureWidth: ChartFrame.width(of: rows.map(\.figures), under: figuresTitle, most: 130),
      plotMargin: Self.valueWidth)
  }

  /// The chart.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  public func canvas() -> Canvas {
    let frame = frame
    let scale = ChartScale(
      holding: rows.flatMap { [$0.atLow, $0.atHigh] }, on: frame.plot, most: 4)
    return frame.sheet(
      key: keyEntries, axis: ChartAxis(scale: scale, title: axis, text: ChartWords.signed),
      title: figuresTitle, heights: rows.map { _ in Self.rowHeight }
    ) { number, top, canvas in
      draw(rows[number], from: top, frame, scale, on: &canvas)
    }
  }

  private func draw(
    _ row: Row, from y: Double, _ frame: ChartFrame, _ scale: ChartScale, on canvas: inout Canvas
  ) {
    let look = TextStyle(size: 9.5)
    let lines = look.wrap(row.label, width: frame.labelWidth, maxLines: 2, evenly: false)
    canvas.add(
      lines: lines,
      in: CanvasFrame(
        x: frame.left, y: y + (Self.rowHeight - Double(lines.count) * look.lineHeight) / 2,
        width: frame.labelWidth, height: Self.rowHeight), look: look)
    frame.draw("", row.figures, in: (y, Self.rowHeight), on: &canvas)
    let middle = y + Self.rowHeight / 2
    let ends = [(row.atLow, row.low, false), (row.atHigh, row.high, true)]
    for (change, _, isHigh) in ends where change != 0 {
      Self.bar(
        from: scale.place(0), to: scale.place(change), at: middle, isHigh: isHigh, on: &canvas)
    }
    // A value that does not move the result has its label on the side that is free.
    let highIsRight = row.atHigh > 0 || (row.atHigh == 0 && row.atLow <= 0)
    for (change, text, isHigh) in ends {
      let isRight = isHigh == highIsRight
      self.value(text, beside: scale.place(change), at: middle, isRight: isRight, on: &canvas)
    }
  }

  private func value(
    _ text: String, beside x: Double, at y: Double, isRight: Bool, on canvas: inout Canvas
  ) {
    let look = ChartStyle.axisLook.coloured(Palette.ink)
    let short = TextMetrics.oneLine(text, width: Self.valueWidth - 6, size: look.size)
    guard !short.isEmpty else { return }
    let wide = look.width(short)
    let frame = CanvasFrame(
      x: isRight ? x + 4 : x - 4 - wide, y: y - look.lineHeight / 2, width: wide,
      height: look.lineHeight)
    // Lines of the axis pass behind.
    canvas.add(CanvasBox(frame.inset(by: -0.5), fill: Palette.paper))
    canvas.add(short, centredIn: frame, look: look)
  }

  private static func bar(
    from zero: Double, to end: Double, at y: Double, isHigh: Bool, on canvas: inout Canvas
  ) {
    let frame = CanvasFrame(
      x: min(zero, end), y: y - barHeight / 2, width: abs(end - zero), height: barHeight)
    canvas.add(
      CanvasBox(
        frame, fill: isHigh ? Palette.darkBlue : Palette.paper, stroke: ChartStyle.outline))
    if !isHigh { canvas.hatch(frame, spacing: 5, stroke: Stroke(Palette.darkGrey, width: 0.75)) }
  }

  private var keyEntries: [ChartKey.Entry] {
    [("at the low value", false), ("at the high value", true)].map { name, isHigh in
      ChartKey.Entry(text: name) { canvas, frame in
        Self.bar(
          from: frame.x, to: frame.maxX, at: frame.midY, isHigh: isHigh, on: &canvas)
      }
    }
  }
}
