import Graphviz

/// Sums as horizontal bars of several parts, from zero.
///
/// The parts are told apart by lightness, hatching and the figures in them, never by colour alone.
/// A part too narrow for its figure has it behind the bar, with the name of the part.
public struct StackedBarChart: Sendable {
  /// A row.
  public struct Row: Hashable, Sendable {
    /// The name; cut with "…" where it is too wide.
    public var label: String
    /// The parts, in the order of the series; none below zero.
    public var parts: [Double]
    /// What stands on the right.
    public var figures: String

    /// Makes a row.
    public init(label: String, parts: [Double], figures: String) {
      self.label = label
      self.parts = parts
      self.figures = figures
    }
  }

  private let rows: [Row]
  private let series: [String]
  private let axis: String
  private let figuresTitle: String

  static let rowHeight = 26.0
  static let barHeight = 18.0
  /// The most series that can be told apart.
  public static let mostSeries = 4

  /// Prepares a chart.
  ///
  /// - Parameters:
  ///   - rows: the rows, from the top; no more than 25 fit on a sheet.
  ///   - series: what the parts are, at most `mostSeries`; further parts are not drawn.
  ///   - axis: what is measured and in which unit.
  ///   - figuresTitle: the heading of what stands on the right.
  public init(rows: [Row], series: [String], axis: String, figuresTitle: String) {
    self.rows = rows
    self.series = Array(series.prefix(Self.mostSeries))
    self.axis = axis
    self.figuresTitle = figuresTitle
  }

  private var frame: ChartFrame {
    ChartFrame(
      page: .a4Portrait, labelWidth: 150,
      figureWidth: ChartFrame.width(of: rows.map(\.figures), under: figuresTitle, most: 150))
  }

  /// The chart.
  ///
  /// - Complexity: O(rows · series).
  public func canvas() -> Canvas {
    let frame = frame
    let totals = rows.map { $0.parts.prefix(series.count).reduce(0, +) }
    let scale = scale(holding: totals, on: frame.plot)
    return frame.sheet(
      key: keyEntries, axis: ChartAxis(scale: scale, title: axis, text: ChartWords.whole),
      title: figuresTitle, heights: rows.map { _ in Self.rowHeight }
    ) { number, top, canvas in
      draw(rows[number], from: top, frame, scale, on: &canvas)
    }
  }

  /// A scale that leaves room behind each bar for the figures that do not fit in it.
  private func scale(holding totals: [Double], on plot: ClosedRange<Double>) -> ChartScale {
    var scale = ChartScale(holding: totals, on: plot, most: 6)
    // A narrower scale may leave more figures behind the bars: as often as there are series.
    for _ in series {
      let beyond =
        zip(rows, totals).map { row, total in
          let text = beside(row, on: scale)
          return text.isEmpty
            ? 0 : scale.place(total) + Self.asideGap + Self.look.width(text) + 4 - plot.upperBound
        }.max() ?? 0
      guard beyond > 0 else { break }
      let end = max(plot.lowerBound + 1, scale.range.upperBound - beyond)
      scale = ChartScale(holding: totals, on: plot.lowerBound...end, most: 6)
    }
    return scale
  }

  private static let look = ChartStyle.axisLook.coloured(Palette.ink)
  private static let asideGap = 5.0

  private func fits(_ part: Double, from sum: Double, on scale: ChartScale) -> Bool {
    Self.look.width(ChartWords.whole(part.rounded())) + 4
      <= scale.place(sum + part) - scale.place(sum)
  }

  /// The figures of the parts too narrow for them, each with its name.
  private func beside(_ row: Row, on scale: ChartScale) -> String {
    var sum = 0.0
    var words: [String] = []
    for (name, part) in zip(series, row.parts) where part > 0 {
      if !fits(part, from: sum, on: scale) {
        words.append("\(name) \(ChartWords.whole(part.rounded()))")
      }
      sum += part
    }
    return words.joined(separator: ", ")
  }

  private func draw(
    _ row: Row, from y: Double, _ frame: ChartFrame, _ scale: ChartScale, on canvas: inout Canvas
  ) {
    frame.draw(row.label, row.figures, in: (y, Self.rowHeight), on: &canvas)
    var sum = 0.0
    for (number, part) in row.parts.prefix(series.count).enumerated() where part > 0 {
      let start = scale.place(sum)
      sum += part
      let segment = CanvasFrame(
        x: start, y: y + (Self.rowHeight - Self.barHeight) / 2, width: scale.place(sum) - start,
        height: Self.barHeight)
      Self.fill(segment, as: number, on: &canvas)
      label(ChartWords.whole(part.rounded()), in: segment, of: number, on: &canvas)
    }
    let text = beside(row, on: scale)
    guard !text.isEmpty else { return }
    let aside = CanvasFrame(
      x: scale.place(sum) + Self.asideGap, y: y + (Self.rowHeight - Self.look.lineHeight) / 2,
      width: Self.look.width(text) + 2, height: Self.look.lineHeight)
    canvas.add(CanvasBox(aside, fill: Palette.paper))
    canvas.add(text, centredIn: aside, alignment: .left, look: Self.look)
  }

  /// Writes a figure in a part that is wide enough for it.
  private func label(
    _ text: String, in segment: CanvasFrame, of number: Int, on canvas: inout Canvas
  ) {
    let look = number == 0 ? Self.look.coloured(Palette.paper) : Self.look
    let wide = look.width(text)
    guard wide + 4 <= segment.width else { return }
    if number == 2 {
      canvas.add(
        CanvasBox(
          CanvasFrame(
            x: segment.midX - wide / 2 - 2, y: segment.midY - look.lineHeight / 2 + 0.5,
            width: wide + 4, height: look.lineHeight - 1), fill: Palette.paper))
    }
    canvas.add(text, centredIn: segment, look: look)
  }

  /// Dark, light, hatched, white: told apart on a grey print too.
  private static func fill(_ frame: CanvasFrame, as number: Int, on canvas: inout Canvas) {
    let fills = [Palette.darkBlue, Palette.lightBlue, Palette.paper, Palette.paleGrey]
    canvas.add(CanvasBox(frame, fill: fills[number]))
    if number == 2 {
      canvas.hatch(frame, spacing: 5, stroke: Stroke(Palette.darkGrey, width: 0.75))
    }
    canvas.add(CanvasBox(frame, stroke: ChartStyle.outline))
  }

  private var keyEntries: [ChartKey.Entry] {
    series.enumerated().map { number, name in
      ChartKey.Entry(text: name) { canvas, frame in
        Self.fill(frame, as: number, on: &canvas)
      }
    }
  }
}
