import Graphviz

/// A page on which everything has its place in points, drawn by Graphviz without moving anything.
///
/// Items are drawn in the order in which they are added, later ones on top.
public struct Canvas: Hashable, Sendable {
  /// The page.
  public let page: DiagramPage
  /// Height in points: that of the page, or less where it ends below what is on it.
  public private(set) var height: Double
  /// What is on it, from the bottom up.
  public private(set) var items: [CanvasItem] = []
  /// The names of the styles that its legend explains, in order.
  public private(set) var legend: [String] = []

  /// Makes an empty page.
  public init(_ page: DiagramPage) {
    self.page = page
    height = page.height
  }

  /// The whole page, as far down as it goes.
  public var frame: CanvasFrame {
    CanvasFrame(x: 0, y: 0, width: page.width, height: height)
  }

  /// Ends the page, as wide as before, at a height in whole points, never above what is on it.
  ///
  /// - Parameter bottom: the height in points; no page gets taller by it.
  public mutating func cut(at bottom: Double) {
    let lowest = items.map(\.frame.maxY).max() ?? 0
    height = min(height, max(bottom, lowest, 1).rounded(.up))
  }

  /// The names of the styles shown by anything on the page.
  public var styles: Set<String> { Set(items.compactMap(\.style)) }

  /// Notes that a legend on the page explains these styles.
  mutating func record(legend names: [String]) { legend += names }

  /// Adds a rectangle.
  public mutating func add(_ box: CanvasBox) { items.append(.box(box)) }

  /// Adds a line of text; text with nothing to draw is left out.
  public mutating func add(_ text: CanvasText) {
    guard text.text.contains(where: { !$0.isWhitespace }) else { return }
    items.append(.text(text))
  }

  /// Adds a straight line.
  public mutating func add(_ line: CanvasLine) { items.append(.line(line)) }

  /// Adds a mark.
  public mutating func add(_ mark: CanvasMark) { items.append(.mark(mark)) }

  /// Adds lines of text below one another.
  ///
  /// - Parameters:
  ///   - lines: the lines.
  ///   - frame: the first line begins at its top; alignment is to its left, middle or right.
  ///   - alignment: how the lines sit in the frame's width.
  ///   - look: how they look.
  ///   - style: the style they show.
  /// - Returns: where the next line would begin, in points from the top of the page.
  @discardableResult
  public mutating func add(
    lines: [String], in frame: CanvasFrame, alignment: DOTText.Alignment = .left, look: TextStyle,
    style: String? = nil
  ) -> Double {
    let x =
      switch alignment {
      case .left: frame.x
      case .centre: frame.midX
      case .right: frame.maxX
      }
    var y = frame.y
    for line in lines {
      let baseline = y + (look.lineHeight - look.size) / 2 + look.size * TextMetrics.ascent
      add(
        CanvasText(
          line, at: CanvasPoint(x, baseline), alignment: alignment, look: look, style: style))
      y += look.lineHeight
    }
    return y
  }

  /// Adds one line of text, its capitals centred between the top and the bottom of a frame.
  public mutating func add(
    _ text: String, centredIn frame: CanvasFrame, alignment: DOTText.Alignment = .centre,
    look: TextStyle, style: String? = nil
  ) {
    let x =
      switch alignment {
      case .left: frame.x
      case .centre: frame.midX
      case .right: frame.maxX
      }
    let baseline = frame.midY + look.size * TextMetrics.capitalHeight / 2
    add(
      CanvasText(text, at: CanvasPoint(x, baseline), alignment: alignment, look: look, style: style)
    )
  }

  /// Adds slanting lines within a frame, so that a fill can be told apart without its colour.
  ///
  /// - Parameters:
  ///   - frame: where.
  ///   - spacing: distance between lines along the edge, in points.
  ///   - stroke: how they are drawn.
  ///   - style: the style they show.
  public mutating func hatch(
    _ frame: CanvasFrame, spacing: Double, stroke: Stroke, style: String? = nil
  ) {
    var offset = spacing / 2
    while offset < frame.width + frame.height {
      // The line x − frame.x + y − frame.y = offset, cut off at the frame.
      let start = CanvasPoint(
        frame.x + min(offset, frame.width), frame.y + max(0, offset - frame.width))
      let end = CanvasPoint(
        frame.x + max(0, offset - frame.height), frame.y + min(offset, frame.height))
      add(CanvasLine(from: start, to: end, stroke: stroke, style: style))
      offset += spacing
    }
  }
}
