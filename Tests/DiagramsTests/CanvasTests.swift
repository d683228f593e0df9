import Graphviz
import Foundation
import Testing

@testable import Diagrams

@Suite("Canvas")
struct CanvasTests {
  @Test("Contrast is as WCAG computes it")
  func contrast() {
    // Figures of WCAG's own definition: black on white 21; #767676 is the palest grey at 4.5.
    #expect(abs(Palette.contrast(.black, .white) - 21) < 0.001)
    #expect(Palette.contrast(DOTColour(0x767676), .white) >= 4.5)
    #expect(Palette.contrast(DOTColour(0x777777), .white) < 4.5)
    // NHS Blue on white, as published with the NHS identity.
    #expect(abs(Palette.contrast(Palette.blue, .white) - 6.38) < 0.02)
  }

  @Test("Text can be read and lines can be seen on what they are laid on")
  func palettePairs() {
    for pair in Palette.textPairs {
      #expect(Palette.contrast(pair.front, pair.back) >= 4.5, "\(pair)")
    }
    for pair in Palette.linePairs {
      #expect(Palette.contrast(pair.front, pair.back) >= 3, "\(pair)")
    }
    for fill in [Palette.darkBlue, Palette.lightBlue, Palette.warmYellow, Palette.paleGrey] {
      #expect(Palette.contrast(Palette.text(on: fill), fill) >= 4.5)
    }
  }

  @Test("Graphviz sets text where the canvas says", arguments: [9.0, 10, 12, 16], [false, true])
  func textPositions(size: Double, bold: Bool) throws {
    var canvas = Canvas(.a4Landscape)
    let look = TextStyle(size: size, bold: bold)
    let places: [(String, DOTText.Alignment, CanvasPoint)] = [
      ("Left of it", .left, CanvasPoint(100, 100)),
      ("In the middle", .centre, CanvasPoint(420.5, 200.25)),
      ("Right of it", .right, CanvasPoint(700, 300.5)),
    ]
    for (text, alignment, point) in places {
      canvas.add(CanvasText(text, at: point, alignment: alignment, look: look))
    }
    let svg = try Self.svg(canvas)
    #expect(svg.contains("viewBox=\"0.00 0.00 842.00 595.00\""))
    for (text, alignment, point) in places {
      let found = try #require(Self.text(text, in: svg))
      #expect(abs(found.y - point.y) <= 1, "\(text) \(found.y)")
      switch (alignment, found.anchor) {
      case (.left, "start"), (.right, "end"), (.centre, "middle"):
        #expect(abs(found.x - point.x) <= 1, "\(text) \(found.x)")
      default:
        // Where Graphviz starts every text at its left, that is by its own measure of the text.
        let x = CanvasText(text, at: point, alignment: alignment, look: look).frame.x
        #expect(abs(found.x - x) <= 0.05 * look.width(text), "\(text) \(found.x) \(x)")
      }
      #expect(found.size == size)
    }
  }

  @Test("Boxes, lines and marks come out at their places and in their order")
  func shapes() throws {
    var canvas = Canvas(.a4Portrait)
    canvas.add(
      CanvasBox(CanvasFrame(x: 10, y: 20, width: 100, height: 50), fill: Palette.darkBlue))
    canvas.add(
      CanvasLine(
        from: CanvasPoint(200, 30), to: CanvasPoint(200, 130),
        stroke: Stroke(Palette.ink, width: 3, pattern: .dashed)))
    canvas.add(CanvasMark(.disc, at: CanvasPoint(300, 400), size: 10, colour: Palette.blue))
    let svg = try Self.svg(canvas)
    #expect(svg.contains("points=\"110,-822 10,-822 10,-772 110,-772 110,-822\""))
    #expect(svg.contains("M200,-812C200,-778.67 200,-745.33 200,-712"))
    #expect(svg.contains("cx=\"300\" cy=\"-442\" rx=\"4.5\" ry=\"4.5\""))
    let box = try #require(svg.range(of: "#003087"))
    let line = try #require(svg.range(of: "stroke-dasharray"))
    let disc = try #require(svg.range(of: "<ellipse"))
    #expect(box.lowerBound < line.lowerBound && line.lowerBound < disc.lowerBound)
  }

  @Test("Hatching stays within its frame")
  func hatching() {
    var canvas = Canvas(.a4Portrait)
    let frame = CanvasFrame(x: 50, y: 60, width: 37, height: 14)
    canvas.hatch(frame, spacing: 4, stroke: Stroke())
    #expect(canvas.items.count >= 12)
    for item in canvas.items { #expect(frame.contains(item.frame)) }
  }

  @Test("The legend has the styles that are used, in the view's order")
  func legend() {
    let styles = [
      LegendStyle("one", "first", .mark(.disc, Palette.ink)),
      LegendStyle("two", "second", .line(Stroke())),
      LegendStyle("three", "third", .text("?")),
    ]
    var canvas = Canvas(.a4Portrait)
    canvas.add(
      CanvasLine(from: CanvasPoint(50, 50), to: CanvasPoint(90, 50), style: "three"))
    canvas.add(CanvasMark(.disc, at: CanvasPoint(70, 70), size: 5, style: "one"))
    let legend = Legend(of: canvas, from: styles, width: 400)
    #expect(legend.entries.map(\.name) == ["one", "three"])
    legend.draw(on: &canvas, at: CanvasPoint(50, 100))
    #expect(canvas.legend == ["one", "three"])
    #expect(CanvasLaws(canvas: canvas).violations.isEmpty)
    #expect(CanvasLaws(canvas: canvas).words.contains("first"))
  }

  @Test("A legend wider than the page goes on in further rows")
  func legendRows() {
    let styles = (0..<9).map {
      LegendStyle("s\($0)", "a style with a fairly long explanation", .mark(.disc, Palette.ink))
    }
    var canvas = Canvas(.a4Portrait)
    for (index, style) in styles.enumerated() {
      canvas.add(
        CanvasMark(
          .disc, at: CanvasPoint(50 + 10 * Double(index), 70), size: 5, style: style.name))
    }
    let legend = Legend(of: canvas, from: styles, width: 420)
    legend.draw(on: &canvas, at: CanvasPoint(50, 100))
    #expect(legend.height > 40)
    #expect(CanvasLaws(canvas: canvas).violations == [])
  }

  static func svg(_ canvas: Canvas) throws -> String {
    let bytes = try GraphvizContext()
      .render(canvas.document, engine: Canvas.engine, formats: [.svg])[.svg]
    return String(decoding: bytes ?? [], as: UTF8.self)
  }

  private struct FoundText {
    var x: Double
    var y: Double
    var size: Double
    var anchor: String
  }

  /// A text element; y from the top of the page.
  private static func text(_ text: String, in svg: String) -> FoundText? {
    guard let end = svg.range(of: ">\(text)</text>"),
      let start = svg.range(
        of: "<text", options: .backwards, range: svg.startIndex..<end.lowerBound)
    else { return nil }
    let element = svg[start.lowerBound..<end.lowerBound]
    func value(_ name: String) -> String? {
      element.components(separatedBy: " \(name)=\"").dropFirst().first?
        .components(separatedBy: "\"").first
    }
    guard let x = value("x").flatMap(Double.init), let y = value("y").flatMap(Double.init),
      let size = value("font-size").flatMap(Double.init)
    else { return nil }
    return FoundText(x: x, y: 595 + y, size: size, anchor: value("text-anchor") ?? "start")
  }
}
