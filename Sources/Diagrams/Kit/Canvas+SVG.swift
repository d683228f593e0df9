import Graphviz

extension Canvas {
  /// The page as SVG without a renderer, every place and length as it is on the canvas.
  ///
  /// One `svg` element that scales to its box, with a title, a description and the role of an image.
  /// Links and tooltips of boxes are left out, since an image has none.
  ///
  /// - Parameters:
  ///   - title: what the picture is, in a few words.
  ///   - description: what it shows, in a sentence or more.
  ///   - prefix: comes before every id, so that several pictures can share a page; anything but
  ///     letters, digits, hyphens and underscores becomes a hyphen.
  /// - Complexity: O(*n*) in the number of items and the length of their texts.
  public func svg(title: String, description: String, idPrefix prefix: String) -> String {
    let id = String(
      prefix.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" })
    let (wide, high) = (SVGText.number(page.width), SVGText.number(height))
    var text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(wide)pt\" height=\"\(high)pt\" "
      + "viewBox=\"0 0 \(wide) \(high)\" "
      + "font-family=\"Arial, Liberation Sans, Helvetica, sans-serif\" role=\"img\" "
      + "aria-labelledby=\"\(id)-title \(id)-desc\">\n"
      + "<title id=\"\(id)-title\">\(SVGText.escaped(title))</title>\n"
      + "<desc id=\"\(id)-desc\">\(SVGText.escaped(description))</desc>\n"
      + "<rect width=\"\(wide)\" height=\"\(high)\" fill=\"\(Palette.paper.hex)\"/>\n"
    for item in items { text += item.svg + "\n" }
    return text + "</svg>\n"
  }
}

extension CanvasItem {
  /// The element that draws it.
  fileprivate var svg: String {
    switch self {
    case .box(let box): box.svg
    case .text(let text): text.svg
    case .line(let line): line.svg
    case .mark(let mark): mark.svg
    }
  }
}

extension Stroke {
  /// The attributes of a line drawn so.
  fileprivate var svg: String {
    let dashes =
      switch pattern {
      case .solid, .bold: ""
      case .dashed: " stroke-dasharray=\"5 3\""
      case .dotted: " stroke-dasharray=\"1 3\""
      }
    return "stroke=\"\(colour.hex)\" stroke-width=\"\(SVGText.number(width))\"" + dashes
  }
}

extension CanvasBox {
  fileprivate var svg: String {
    "<rect x=\"\(SVGText.number(frame.x))\" y=\"\(SVGText.number(frame.y))\" "
      + "width=\"\(SVGText.number(frame.width))\" height=\"\(SVGText.number(frame.height))\""
      + (rounded ? " rx=\"4\"" : "") + " fill=\"\(fill?.hex ?? "none")\""
      + (stroke.map { " " + $0.svg } ?? "") + "/>"
  }
}

extension CanvasText {
  fileprivate var svg: String {
    let place =
      switch alignment {
      case .left: ""
      case .centre: " text-anchor=\"middle\""
      case .right: " text-anchor=\"end\""
      }
    return "<text x=\"\(SVGText.number(anchor.x))\" y=\"\(SVGText.number(anchor.y))\"" + place
      + " font-size=\"\(SVGText.number(look.size))\"" + (look.bold ? " font-weight=\"bold\"" : "")
      + " fill=\"\(look.colour.hex)\">\(SVGText.escaped(text))</text>"
  }
}

extension CanvasLine {
  fileprivate var svg: String {
    let line =
      "<line x1=\"\(SVGText.number(start.x))\" y1=\"\(SVGText.number(start.y))\" "
      + "x2=\"\(SVGText.number(end.x))\" y2=\"\(SVGText.number(end.y))\" \(stroke.svg)/>"
    return hasTip ? line + tip : line
  }

  /// The tip of an arrow where the line ends, as long as Graphviz draws it.
  private var tip: String {
    let (across, down) = (end.x - start.x, end.y - start.y)
    let length = (across * across + down * down).squareRoot()
    guard length > 0 else { return "" }
    let (size, half) = (10 * Self.tipScale, 3.5 * Self.tipScale)
    let (x, y) = (end.x - across / length * size, end.y - down / length * size)
    let (sideways, upwards) = (down / length * half, across / length * half)
    return CanvasMark.polygon(
      [end, CanvasPoint(x + sideways, y - upwards), CanvasPoint(x - sideways, y + upwards)],
      fill: stroke.colour.hex, stroke: Stroke(stroke.colour, width: 0.5))
  }
}

extension CanvasMark {
  fileprivate var svg: String {
    let inner = frame.inset(by: Self.outline / 2)
    let fill = isOpen ? "none" : colour.hex
    let stroke = Stroke(
      colour, width: Self.outline, pattern: shape == .dashedSquare ? .dashed : .solid)
    switch shape {
    case .disc, .ring:
      return "<circle cx=\"\(SVGText.number(centre.x))\" cy=\"\(SVGText.number(centre.y))\" "
        + "r=\"\(SVGText.number(inner.width / 2))\" fill=\"\(fill)\" \(stroke.svg)/>"
    case .square, .dashedSquare:
      return Self.polygon(
        [
          CanvasPoint(inner.x, inner.y), CanvasPoint(inner.maxX, inner.y),
          CanvasPoint(inner.maxX, inner.maxY), CanvasPoint(inner.x, inner.maxY),
        ], fill: fill, stroke: stroke)
    case .diamond, .openDiamond:
      return Self.polygon(
        [
          CanvasPoint(inner.midX, inner.y), CanvasPoint(inner.maxX, inner.midY),
          CanvasPoint(inner.midX, inner.maxY), CanvasPoint(inner.x, inner.midY),
        ], fill: fill, stroke: stroke)
    case .triangle, .openTriangle:
      return Self.polygon(
        [
          CanvasPoint(inner.midX, inner.y), CanvasPoint(inner.maxX, inner.maxY),
          CanvasPoint(inner.x, inner.maxY),
        ], fill: fill, stroke: stroke)
    }
  }

  fileprivate static func polygon(
    _ points: [CanvasPoint], fill: String, stroke: Stroke
  ) -> String {
    let places = points.map { "\(SVGText.number($0.x)),\(SVGText.number($0.y))" }
    return "<polygon points=\"\(places.joined(separator: " "))\" fill=\"\(fill)\" \(stroke.svg)/>"
  }
}
