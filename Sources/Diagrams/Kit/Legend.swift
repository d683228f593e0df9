import Graphviz

/// A style that a view uses, with the words and the sample by which the legend explains it.
public struct LegendStyle: Hashable, Sendable {
  /// What stands beside the words.
  public enum Sample: Hashable, Sendable {
    /// A mark in a colour.
    case mark(CanvasMark.Shape, DOTColour)
    /// A box, with a mark in it where one belongs there.
    case box(fill: DOTColour?, stroke: Stroke?, mark: CanvasMark.Shape?, markColour: DOTColour)
    /// A box of slanting lines.
    case hatch(fill: DOTColour?, stroke: Stroke)
    /// A level line.
    case line(Stroke)
    /// A level line with a mark on it and a tip at its end.
    case markedLine(Stroke, CanvasMark.Shape)
    /// A small box with a number in it.
    case badge(String)
    /// A bar of which a part, 0 to 1, is filled.
    case bar(Double, DOTColour)
    /// A sign made of letters.
    case text(String)
  }

  /// The name by which items refer to it.
  public let name: String
  /// What it means.
  public let words: String
  /// What it looks like.
  public let sample: Sample

  /// Makes a style.
  public init(_ name: String, _ words: String, _ sample: Sample) {
    self.name = name
    self.words = words
    self.sample = sample
  }
}

/// The legend of a canvas: the styles used on it, in the order in which the view lists them.
public struct Legend: Hashable, Sendable {
  /// The look of its words.
  public static let look = TextStyle(size: 9)
  /// Height of a sample in points.
  static let sampleHeight = 12.0

  /// The entries, in order.
  public let entries: [LegendStyle]
  private let rows: [[Placed]]

  private struct Placed: Hashable, Sendable {
    var entry: LegendStyle
    var x: Double
    var lines: [String]
  }

  /// Lays out the legend of what is on a canvas.
  ///
  /// - Parameters:
  ///   - canvas: the page.
  ///   - styles: all styles of the view, in the order to list them.
  ///   - width: the width at hand in points.
  public init(of canvas: Canvas, from styles: [LegendStyle], width: Double) {
    let used = canvas.styles
    entries = styles.filter { used.contains($0.name) }
    var rows: [[Placed]] = []
    var x = 0.0
    for entry in entries {
      let lead = Self.sampleWidth(entry.sample) + 5
      let lines = Self.look.wrap(entry.words, width: width - lead)
      let wide = lead + (lines.map(Self.look.width).max() ?? 0)
      if rows.isEmpty || x + wide > width {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append(Placed(entry: entry, x: x, lines: lines))
      x += wide + 16
    }
    self.rows = rows
  }

  /// Its height in points.
  public var height: Double { rows.reduce(0) { $0 + Self.height(of: $1) } }

  /// Draws it.
  ///
  /// - Parameters:
  ///   - canvas: the page.
  ///   - origin: the top left corner.
  public func draw(on canvas: inout Canvas, at origin: CanvasPoint) {
    var y = origin.y
    for row in rows {
      for placed in row {
        let width = Self.sampleWidth(placed.entry.sample)
        let box = CanvasFrame(
          x: origin.x + placed.x, y: y + 1.5, width: width, height: Self.sampleHeight)
        Self.draw(placed.entry.sample, in: box, on: &canvas)
        var line = CanvasFrame(
          x: box.maxX + 5, y: box.y, width: 0, height: Self.sampleHeight)
        for text in placed.lines {
          canvas.add(text, centredIn: line, alignment: .left, look: Self.look)
          line.y += Self.look.lineHeight
        }
      }
      y += Self.height(of: row)
    }
    canvas.record(legend: entries.map(\.name))
  }

  private static func height(of row: [Placed]) -> Double {
    let lines = row.map(\.lines.count).max() ?? 0
    return sampleHeight + 3 + Double(max(0, lines - 1)) * look.lineHeight
  }

  private static func sampleWidth(_ sample: LegendStyle.Sample) -> Double {
    switch sample {
    case .mark: 9
    case .text(let text): TextStyle(size: 10, bold: true).width(text)
    case .box, .hatch: 14
    case .line, .bar: 26
    case .markedLine: 34
    case .badge(let text): Badge.width(text)
    }
  }

  private static func draw(
    _ sample: LegendStyle.Sample, in frame: CanvasFrame, on canvas: inout Canvas
  ) {
    let middle = CanvasPoint(frame.midX, frame.midY)
    switch sample {
    case .mark(let shape, let colour):
      canvas.add(CanvasMark(shape, at: middle, size: 8, colour: colour))
    case .box(let fill, let stroke, let mark, let colour):
      canvas.add(CanvasBox(frame.inset(by: 0.5), fill: fill, stroke: stroke))
      if let mark { canvas.add(CanvasMark(mark, at: middle, size: 6.5, colour: colour)) }
    case .hatch(let fill, let stroke):
      canvas.add(CanvasBox(frame.inset(by: 0.5), fill: fill, stroke: stroke))
      canvas.hatch(frame.inset(by: 0.5), spacing: 5, stroke: stroke)
    case .line(let stroke):
      canvas.add(
        CanvasLine(
          from: CanvasPoint(frame.x, frame.midY), to: CanvasPoint(frame.maxX, frame.midY),
          stroke: stroke))
    case .markedLine(let stroke, let mark):
      let centre = CanvasPoint(frame.x + 9, frame.midY)
      canvas.add(
        CanvasLine(
          from: CanvasPoint(frame.x, frame.midY), to: CanvasPoint(centre.x - 4, frame.midY),
          stroke: stroke))
      canvas.add(CanvasMark(mark, at: centre, size: 8, colour: stroke.colour))
      canvas.add(
        CanvasLine(
          from: CanvasPoint(centre.x + 4, frame.midY), to: CanvasPoint(frame.maxX, frame.midY),
          stroke: stroke, hasTip: true))
    case .badge(let text): canvas.add(Badge(text, at: CanvasPoint(frame.x, frame.midY)))
    case .bar(let part, let colour):
      canvas.shareBar(
        CanvasFrame(x: frame.x, y: frame.midY - 3.5, width: frame.width, height: 7), part: part,
        colour: colour)
    case .text(let text):
      canvas.add(text, centredIn: frame, look: TextStyle(size: 10, bold: true))
    }
  }
}

extension Canvas {
  /// Adds a bar of which a part is filled.
  ///
  /// - Parameters:
  ///   - frame: the whole bar.
  ///   - part: the part, 0 to 1; what lies outside counts as the nearer end, and what is said to
  ///     be all fills the bar.
  ///   - colour: the colour of the part.
  ///   - style: the style it shows.
  public mutating func shareBar(
    _ frame: CanvasFrame, part: Double, colour: DOTColour, style: String? = nil
  ) {
    add(CanvasBox(frame, fill: Palette.paper, stroke: nil))
    var filled = frame
    filled.width *= part >= Words.leastWhole ? 1 : max(0, part)
    if filled.width > 0 { add(CanvasBox(filled, fill: colour)) }
    add(CanvasBox(frame, stroke: Stroke(Palette.darkGrey, width: 0.75), style: style))
  }
}
