import Graphviz

/// A key above a chart: a sample of each sign and what it means, in as many lines as it needs.
struct ChartKey {
  /// A sign and its meaning.
  struct Entry {
    /// What the sign means.
    let text: String
    /// Draws the sign in a frame of `ChartKey.sample`.
    let draw: (inout Canvas, CanvasFrame) -> Void
  }

  let entries: [Entry]

  /// Size of a sample in points.
  static let sample = (width: 26.0, height: 10.0)

  /// Draws the key.
  ///
  /// - Returns: where it ends, in points from the top.
  func draw(on canvas: inout Canvas, from top: Double) -> Double {
    let look = ChartStyle.axisLook.coloured(Palette.ink)
    let right = canvas.page.width - ChartStyle.margin
    var (x, y) = (ChartStyle.margin, top)
    for entry in entries {
      let wide = Self.sample.width + 5 + look.width(entry.text)
      if x > ChartStyle.margin, x + wide > right {
        x = ChartStyle.margin
        y += look.lineHeight + 2
      }
      let line = CanvasFrame(x: x, y: y, width: wide, height: look.lineHeight)
      entry.draw(
        &canvas,
        CanvasFrame(
          x: x, y: line.midY - Self.sample.height / 2, width: Self.sample.width,
          height: Self.sample.height))
      canvas.add(
        look.wrap(entry.text, width: right - x - Self.sample.width - 5, maxLines: 1)[0],
        centredIn: CanvasFrame(
          x: x + Self.sample.width + 5, y: y, width: look.width(entry.text),
          height: look.lineHeight), alignment: .left, look: look)
      x += wide + 16
    }
    return entries.isEmpty ? top : y + look.lineHeight
  }
}
