import Graphviz

/// Ranges as horizontal bars with a dot and a ring in them, a row each, from an axis that begins at
/// zero.
public struct RangeChart: Sendable {
  /// A row.
  public struct Row: Hashable, Sendable {
    /// What stands before the name, such as a rank; blank for nothing.
    public var lead: String
    /// The name; cut with "…" where it is too wide.
    public var label: String
    /// Whether it stands out.
    public var isStrong: Bool
    /// The least that is likely.
    public var low: Double
    /// The dot: as often less as more.
    public var median: Double
    /// The ring: at the most likely values.
    public var mode: Double
    /// The most that is likely.
    public var high: Double
    /// What stands on the right.
    public var figures: String

    /// Makes a row.
    public init(
      lead: String = "", label: String, isStrong: Bool = false, low: Double, median: Double,
      mode: Double, high: Double, figures: String
    ) {
      self.lead = lead
      self.label = label
      self.isStrong = isStrong
      self.low = low
      self.median = median
      self.mode = mode
      self.high = high
      self.figures = figures
    }
  }

  /// The words of the signs.
  public struct Key: Hashable, Sendable {
    /// Of the bar.
    public var bar: String
    /// Of the dot.
    public var dot: String
    /// Of the ring.
    public var ring: String

    /// Makes a key.
    public init(bar: String, dot: String, ring: String) {
      self.bar = bar
      self.dot = dot
      self.ring = ring
    }
  }

  private let rows: [Row]
  private let axis: String
  private let figuresTitle: String
  private let key: Key
  private let most: Double

  /// Height of a row in points.
  static let rowHeight = 16.0
  /// Height of a bar in points.
  static let barHeight = 8.0

  /// Prepares a chart.
  ///
  /// - Parameters:
  ///   - rows: the rows, from the top; no more than 44 fit on a sheet.
  ///   - axis: what is measured and in which unit.
  ///   - figuresTitle: the heading of what stands on the right.
  ///   - key: the words of the signs.
  ///   - most: the greatest value that the axis must reach, so that several charts have the same.
  public init(
    rows: [Row], axis: String, figuresTitle: String, key: Key, most: Double = 0
  ) {
    self.rows = rows
    self.axis = axis
    self.figuresTitle = figuresTitle
    self.key = key
    self.most = most
  }

  private var leadWidth: Double {
    rows.map { ChartStyle.axisLook.width($0.lead) }.max() ?? 0
  }

  private var frame: ChartFrame {
    ChartFrame(
      page: .a4Portrait, labelWidth: 196,
      // At least so wide, so that charts of one scale have one plot, too.
      figureWidth: max(
        110, ChartFrame.width(of: rows.map(\.figures), under: figuresTitle, most: 150)))
  }

  private func scale(_ frame: ChartFrame) -> ChartScale {
    let values = rows.flatMap { [$0.low, $0.high, $0.median, $0.mode] }
    return ChartScale(holding: values + [most], on: frame.plot, most: 5)
  }

  /// The chart.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  public func canvas() -> Canvas {
    let frame = frame
    let scale = scale(frame)
    return frame.sheet(
      key: keyEntries, axis: ChartAxis(scale: scale, title: axis, text: ChartWords.whole),
      title: figuresTitle, heights: rows.map { _ in Self.rowHeight }
    ) { number, top, canvas in
      draw(rows[number], from: top, frame, scale, on: &canvas)
    }
  }

  private func draw(
    _ row: Row, from y: Double, _ frame: ChartFrame, _ scale: ChartScale, on canvas: inout Canvas
  ) {
    let lead = leadWidth
    if !row.lead.isEmpty {
      canvas.add(
        row.lead,
        centredIn: CanvasFrame(x: frame.left, y: y, width: lead, height: Self.rowHeight),
        alignment: .right, look: ChartStyle.axisLook)
    }
    let indent = lead > 0 ? lead + 5 : 0
    frame.draw(
      row.label, row.figures, in: (y, Self.rowHeight), indent: indent,
      look: row.isStrong ? ChartStyle.strongLook : ChartStyle.labelLook, on: &canvas)
    let middle = y + Self.rowHeight / 2
    Self.bar(
      from: scale.place(row.low), to: scale.place(row.high), at: middle, isStrong: row.isStrong,
      on: &canvas)
    Self.ring(at: CanvasPoint(scale.place(row.mode), middle), on: &canvas)
    Self.dot(at: CanvasPoint(scale.place(row.median), middle), on: &canvas)
  }

  // MARK: Signs

  private static func bar(
    from start: Double, to end: Double, at y: Double, isStrong: Bool, on canvas: inout Canvas
  ) {
    canvas.add(
      CanvasBox(
        CanvasFrame(x: start, y: y - barHeight / 2, width: end - start, height: barHeight),
        fill: isStrong ? Palette.lightBlue : Palette.paleGrey, stroke: ChartStyle.outline))
  }

  private static func ring(at point: CanvasPoint, on canvas: inout Canvas) {
    canvas.add(CanvasMark(.ring, at: point, size: 9, colour: Palette.ink))
  }

  private static func dot(at point: CanvasPoint, on canvas: inout Canvas) {
    canvas.add(CanvasMark(.disc, at: point, size: 5.5, colour: Palette.darkBlue))
  }

  private var keyEntries: [ChartKey.Entry] {
    [
      ChartKey.Entry(text: key.bar) { canvas, frame in
        Self.bar(from: frame.x, to: frame.maxX, at: frame.midY, isStrong: false, on: &canvas)
      },
      ChartKey.Entry(text: key.dot) { canvas, frame in
        Self.dot(at: CanvasPoint(frame.midX, frame.midY), on: &canvas)
      },
      ChartKey.Entry(text: key.ring) { canvas, frame in
        Self.ring(at: CanvasPoint(frame.midX, frame.midY), on: &canvas)
      },
    ]
  }
}

/// How charts write values.
enum ChartWords {
  /// A value along an axis: whole where the steps are, else with one decimal.
  static func whole(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "" }
    if abs(value - value.rounded()) < 1e-9 { return Words.grouped(Int(value.rounded())) }
    return Words.decimal(value)
  }

  /// The same with its sign, but for zero.
  static func signed(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    return (value < 0 ? "−" : "+") + whole(abs(value))
  }
}
