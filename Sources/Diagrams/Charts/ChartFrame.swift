import Graphviz

/// The columns of a chart of rows: names on the left, the plot, figures on the right.
struct ChartFrame {
  /// The page.
  let page: DiagramPage
  /// How wide the names may be, in points.
  let labelWidth: Double
  /// How wide the figures on the right may be, in points; 0 for none.
  let figureWidth: Double
  /// Room kept free at both ends of the plot, in points, for labels beyond its bars.
  var plotMargin = 8.0

  /// Where names begin.
  var left: Double { ChartStyle.margin }
  /// Where figures end.
  var right: Double { page.width - ChartStyle.margin }
  /// Where figures may begin.
  var figuresLeft: Double { right - figureWidth }

  /// From the first place of the plot to the last.
  var plot: ClosedRange<Double> {
    let start = left + labelWidth + ChartStyle.gap + plotMargin
    let end =
      (figureWidth > 0 ? figuresLeft - ChartStyle.gap : right) - plotMargin
    return start...max(start + 1, end)
  }

  /// How wide a column of figures must be, in points, up to a most.
  static func width(of figures: [String], under title: String, most: Double) -> Double {
    let widths =
      figures.map { ChartStyle.figureLook.width($0) } + [ChartStyle.axisLook.width(title)]
    return min(most, (widths.max() ?? 0) + 1)
  }

  /// A sheet of rows below a key and an axis, cut off under the last row.
  ///
  /// - Parameters:
  ///   - key: what the signs mean.
  ///   - axis: the axis.
  ///   - title: the heading of the figures.
  ///   - heights: the height of each row in points.
  ///   - draw: draws the row of a number from 0, which begins so many points from the top.
  func sheet(
    key: [ChartKey.Entry], axis: ChartAxis, title: String, heights: [Double],
    _ draw: (_ number: Int, _ top: Double, _ canvas: inout Canvas) -> Void
  ) -> Canvas {
    var canvas = Canvas(page)
    let top = ChartKey(entries: key).draw(on: &canvas, from: ChartStyle.margin) + 8
    let bottom = top + ChartAxis.height + heights.reduce(0, +) + 4
    var y = axis.draw(on: &canvas, from: top, to: bottom) + 2
    drawHeading(title, from: top, on: &canvas)
    for (number, height) in heights.enumerated() {
      draw(number, y, &canvas)
      y += height
    }
    canvas.cut(at: bottom + ChartStyle.margin)
    return canvas
  }

  /// Draws the heading of the figures, on the line of the title of the axis.
  private func drawHeading(_ title: String, from top: Double, on canvas: inout Canvas) {
    let look = ChartStyle.axisLook
    canvas.add(
      look.wrap(title, width: max(figureWidth, 1), maxLines: 1)[0],
      centredIn: CanvasFrame(
        x: figuresLeft, y: top, width: figureWidth, height: look.lineHeight), alignment: .right,
      look: look)
  }

  /// Draws the name of a row on the left and its figures on the right, each cut with "…" where it is
  /// too wide.
  ///
  /// - Parameters:
  ///   - name: the name.
  ///   - figures: the figures.
  ///   - row: the top and the height of the row, in points.
  ///   - indent: how far in the name begins, in points.
  ///   - look: how the name looks.
  ///   - canvas: the page.
  func draw(
    _ name: String, _ figures: String, in row: (top: Double, height: Double),
    indent: Double = 0, look: TextStyle = ChartStyle.labelLook, on canvas: inout Canvas
  ) {
    let wide = labelWidth - indent
    canvas.add(
      look.wrap(name, width: wide, maxLines: 1)[0],
      centredIn: CanvasFrame(x: left + indent, y: row.top, width: wide, height: row.height),
      alignment: .left, look: look)
    guard figureWidth > 0 else { return }
    canvas.add(
      ChartStyle.figureLook.wrap(figures, width: figureWidth, maxLines: 1)[0],
      centredIn: CanvasFrame(
        x: figuresLeft, y: row.top, width: figureWidth, height: row.height), alignment: .right,
      look: ChartStyle.figureLook)
  }
}

/// An axis: its unit, round values, and lines down through the rows.
struct ChartAxis {
  let scale: ChartScale
  /// What is measured and in which unit.
  let title: String
  /// How a value is written.
  let text: (Double) -> String

  /// Height of the title and the values in points.
  static let height = 28.0

  /// Draws title and values above the rows.
  ///
  /// - Parameters:
  ///   - canvas: the page.
  ///   - top: where the title begins, in points from the top.
  ///   - bottom: where the rows end.
  /// - Returns: where the rows begin.
  func draw(on canvas: inout Canvas, from top: Double, to bottom: Double) -> Double {
    let look = ChartStyle.axisLook
    let rows = top + Self.height
    let size = look.lineHeight
    let wide = look.width(title)
    let middle = (scale.range.lowerBound + scale.range.upperBound) / 2
    let start = min(
      max(middle - wide / 2, ChartStyle.margin), canvas.page.width - wide - ChartStyle.margin)
    canvas.add(
      lines: [title], in: CanvasFrame(x: start, y: top, width: wide, height: size), look: look)
    var last = -Double.infinity
    for tick in scale.ticks {
      let place = scale.place(tick)
      let label = text(tick)
      let half = look.width(label) / 2
      canvas.add(
        CanvasLine(
          from: CanvasPoint(place, rows - 3), to: CanvasPoint(place, bottom),
          stroke: tick == 0 ? Stroke(Palette.ink, width: 1) : ChartStyle.grid))
      guard place - half > last + 4 else { continue }
      canvas.add(
        label,
        centredIn: CanvasFrame(x: place - half, y: top + size, width: 2 * half, height: size),
        look: look)
      last = place + half
    }
    return rows
  }
}
