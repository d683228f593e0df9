import Graphviz

/// A number in a small dark box, which stands for something listed elsewhere on the page.
struct Badge: Hashable, Sendable {
  /// The look of the number.
  static let look = TextStyle(size: 9, bold: true, colour: Palette.paper)
  /// The height of the box in points.
  static let height = 11.0

  let text: String
  /// The middle of its left edge.
  let origin: CanvasPoint
  /// The style it shows.
  let style: String?

  init(_ text: String, at origin: CanvasPoint, style: String? = nil) {
    self.text = text
    self.origin = origin
    self.style = style
  }

  /// The width of the box for a number in points.
  static func width(_ text: String) -> Double { max(height, look.width(text) + 6) }

  /// The box.
  var frame: CanvasFrame {
    CanvasFrame(
      x: origin.x, y: origin.y - Self.height / 2, width: Self.width(text), height: Self.height)
  }
}

extension Canvas {
  /// Adds a badge.
  mutating func add(_ badge: Badge) {
    add(CanvasBox(badge.frame, fill: Palette.ink, rounded: true, style: badge.style))
    add(badge.text, centredIn: badge.frame, look: Badge.look)
  }
}
