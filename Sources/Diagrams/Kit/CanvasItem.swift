import Graphviz

/// Something drawn on a canvas.
public enum CanvasItem: Hashable, Sendable {
  /// A rectangle.
  case box(CanvasBox)
  /// One line of text.
  case text(CanvasText)
  /// A straight line.
  case line(CanvasLine)
  /// A small sign.
  case mark(CanvasMark)

  /// The page it takes up; for text from the tops to the feet of the letters.
  public var frame: CanvasFrame {
    switch self {
    case .box(let box): box.frame
    case .text(let text): text.frame
    case .line(let line): line.frame
    case .mark(let mark): mark.frame
    }
  }

  /// The style it shows, by name, if the legend explains one.
  public var style: String? {
    switch self {
    case .box(let box): box.style
    case .text(let text): text.style
    case .line(let line): line.style
    case .mark(let mark): mark.style
    }
  }
}

/// How an outline or a line is drawn.
public struct Stroke: Hashable, Sendable {
  /// The colour.
  public var colour: DOTColour
  /// The width in points.
  public var width: Double
  /// Unbroken, dashed or dotted.
  public var pattern: LineStyle

  /// Makes a stroke.
  public init(_ colour: DOTColour = Palette.ink, width: Double = 1, pattern: LineStyle = .solid) {
    self.colour = colour
    self.width = width
    self.pattern = pattern
  }
}

/// A rectangle with a fill, an outline or both.
public struct CanvasBox: Hashable, Sendable {
  /// Where it is; the outline is centred on the edge.
  public var frame: CanvasFrame
  /// What it is filled with; `nil` for nothing.
  public var fill: DOTColour?
  /// Its outline; `nil` for none.
  public var stroke: Stroke?
  /// Whether its corners are round.
  public var rounded: Bool
  /// What a pointer resting on it shows.
  public var tooltip: String?
  /// What it is called in the SVG.
  public var id: DOTElementName?
  /// Where it leads to.
  public var link: DOTLink?
  /// The style it shows.
  public var style: String?

  /// Makes a rectangle.
  public init(
    _ frame: CanvasFrame, fill: DOTColour? = nil, stroke: Stroke? = nil, rounded: Bool = false,
    tooltip: String? = nil, id: DOTElementName? = nil, link: DOTLink? = nil,
    style: String? = nil
  ) {
    self.frame = frame
    self.fill = fill
    self.stroke = stroke
    self.rounded = rounded
    self.tooltip = tooltip
    self.id = id
    self.link = link
    self.style = style
  }
}

/// The look of text.
public struct TextStyle: Hashable, Sendable {
  /// Size in points.
  public var size: Double
  /// Whether bold.
  public var bold: Bool
  /// Colour.
  public var colour: DOTColour

  /// Makes a look.
  public init(size: Double, bold: Bool = false, colour: DOTColour = Palette.ink) {
    self.size = size
    self.bold = bold
    self.colour = colour
  }

  /// Distance from one line to the next in points.
  public var lineHeight: Double { size * TextMetrics.leading }

  /// The same in another colour.
  public func coloured(_ colour: DOTColour) -> TextStyle {
    TextStyle(size: size, bold: bold, colour: colour)
  }

  /// The width of a text on one line in points.
  public func width(_ text: String) -> Double {
    TextMetrics.width(text, size: size, bold: bold)
  }

  /// A text broken into lines; see `TextMetrics.wrap`.
  public func wrap(
    _ text: String, width: Double, maxLines: Int = .max, evenly: Bool = true
  ) -> [String] {
    TextMetrics.wrap(
      text, width: width, size: size, bold: bold, maxLines: maxLines, evenly: evenly)
  }
}

/// One line of text.
public struct CanvasText: Hashable, Sendable {
  /// What it says.
  public var text: String
  /// The point at the start, the middle or the end of the line its letters stand on.
  public var anchor: CanvasPoint
  /// Which of the three.
  public var alignment: DOTText.Alignment
  /// How it looks.
  public var look: TextStyle
  /// The style it shows.
  public var style: String?

  /// Makes a line of text.
  public init(
    _ text: String, at anchor: CanvasPoint, alignment: DOTText.Alignment = .left, look: TextStyle,
    style: String? = nil
  ) {
    self.text = text
    self.anchor = anchor
    self.alignment = alignment
    self.look = look
    self.style = style
  }

  /// The page it takes up, from the tops to the feet of the letters.
  public var frame: CanvasFrame {
    let width = look.width(text)
    let x =
      switch alignment {
      case .left: anchor.x
      case .centre: anchor.x - width / 2
      case .right: anchor.x - width
      }
    return CanvasFrame(
      x: x, y: anchor.y - look.size * TextMetrics.ascent, width: width,
      height: look.size * (TextMetrics.ascent + TextMetrics.descent))
  }
}

/// A straight line.
public struct CanvasLine: Hashable, Sendable {
  /// Where it starts.
  public var start: CanvasPoint
  /// Where it ends.
  public var end: CanvasPoint
  /// How it is drawn.
  public var stroke: Stroke
  /// Whether an arrow's tip shows where it ends.
  public var hasTip: Bool
  /// The style it shows.
  public var style: String?

  /// Makes a line.
  public init(
    from start: CanvasPoint, to end: CanvasPoint, stroke: Stroke = Stroke(), hasTip: Bool = false,
    style: String? = nil
  ) {
    self.start = start
    self.end = end
    self.stroke = stroke
    self.hasTip = hasTip
    self.style = style
  }

  /// Length of a tip as a part of Graphviz's own, which is ten points.
  static let tipScale = 0.6

  /// The page it takes up, its width left out.
  public var frame: CanvasFrame {
    CanvasFrame(
      x: min(start.x, end.x), y: min(start.y, end.y), width: abs(start.x - end.x),
      height: abs(start.y - end.y))
  }
}

/// A small sign that says something without a colour.
public struct CanvasMark: Hashable, Sendable {
  /// What it looks like.
  public enum Shape: Hashable, Sendable, CaseIterable {
    /// A filled square.
    case square
    /// A filled disc.
    case disc
    /// An open ring.
    case ring
    /// A filled diamond.
    case diamond
    /// An open diamond.
    case openDiamond
    /// A filled triangle.
    case triangle
    /// An open triangle.
    case openTriangle
    /// An open square of dashes.
    case dashedSquare
  }

  /// What it looks like.
  public var shape: Shape
  /// Its middle.
  public var centre: CanvasPoint
  /// Its width and height in points.
  public var size: Double
  /// Its colour.
  public var colour: DOTColour
  /// The style it shows.
  public var style: String?

  /// Makes a mark.
  public init(
    _ shape: Shape, at centre: CanvasPoint, size: Double, colour: DOTColour = Palette.ink,
    style: String? = nil
  ) {
    self.shape = shape
    self.centre = centre
    self.size = size
    self.colour = colour
    self.style = style
  }

  /// The page it takes up.
  public var frame: CanvasFrame {
    CanvasFrame(x: centre.x - size / 2, y: centre.y - size / 2, width: size, height: size)
  }
}
