import Testing

@testable import Graphviz

@Suite("Canvas")
struct CanvasTests {
  private func draw(_ canvas: DOTCanvas) throws -> SVGReading {
    let context = try GraphvizContext()
    let rendering = try context.render(canvas.graph, engine: .exact, formats: [.svg])
    return try #require(rendering[.svg].flatMap(SVGReading.init))
  }

  /// Corners of a polygon in page coordinates; the drawing's origin is the bottom left.
  private func points(_ text: String?, _ size: DOTSize) -> [(Double, Double)] {
    (text ?? "").split(separator: " ").map { pair in
      let numbers = pair.split(separator: ",").compactMap { Double($0) }
      return (numbers.first ?? .nan, size.height + (numbers.last ?? .nan))
    }
  }

  @Test("A box lies exactly where it was put, on a page of exactly its size")
  func box() throws {
    var canvas = DOTCanvas(size: .a4Portrait)
    canvas.box(
      CanvasRect(x: 40, y: 60, width: 120, height: 30), label: "Trust",
      attributes: NodeAttributes(fill: .solid(DOTColour(0x005EB8))))
    let reading = try draw(canvas)
    #expect(reading.elements[0].attributes["viewBox"] == "0.00 0.00 595.00 842.00")
    let group = try #require(reading.elements.first { $0.name == "g" })
    #expect(group.attributes["transform"]?.contains("translate(0 842)") == true)
    let box = try #require(reading.elements.first { $0.attributes["fill"] == "#005eb8" })
    let corners = points(box.attributes["points"], canvas.size)
    #expect(corners.map(\.0).min() == 40 && corners.map(\.0).max() == 160)
    #expect(corners.map(\.1).min() == 60 && corners.map(\.1).max() == 90)
  }

  @Test("What lies beyond the page does not shift what lies on it")
  func overflow() throws {
    var canvas = DOTCanvas(size: .a4Portrait)
    canvas.box(CanvasRect(x: -50, y: 800, width: 100, height: 100))
    canvas.box(
      CanvasRect(x: 10, y: 10, width: 50, height: 50),
      attributes: NodeAttributes(fill: .solid(DOTColour(0x112233))))
    let reading = try draw(canvas)
    #expect(reading.elements[0].attributes["viewBox"] == "0.00 0.00 595.00 842.00")
    let group = try #require(reading.elements.first { $0.name == "g" })
    #expect(group.attributes["transform"]?.contains("translate(0 842)") == true)
    let box = try #require(reading.elements.first { $0.attributes["fill"] == "#112233" })
    #expect(points(box.attributes["points"], canvas.size).map(\.0).min() == 10)
  }

  @Test("Text keeps to its side of its frame")
  func text() throws {
    var canvas = DOTCanvas(size: .a4Landscape)
    let frame = CanvasRect(x: 100, y: 100, width: 200, height: 20)
    for alignment in DOTText.Alignment.allCases {
      canvas.text(DOTText("x", alignment: alignment), in: frame)
    }
    let texts = try draw(canvas).elements.filter { $0.name == "text" }
    #expect(texts.map { $0.attributes["text-anchor"] } == ["middle", "start", "end"])
    #expect(texts.map { $0.attributes["x"] } == ["200", "100", "300"])
  }

  @Test("Lines run exactly through their points, and things are painted in the order added")
  func lines() throws {
    var canvas = DOTCanvas(size: .a4Portrait)
    let under = DOTColour(0x111111)
    let line = DOTColour(0x222222)
    let over = DOTColour(0x333333)
    let frame = CanvasRect(x: 100, y: 100, width: 50, height: 50)
    canvas.box(frame, attributes: NodeAttributes(fill: .solid(under)))
    canvas.line(
      through: [CanvasPoint(10, 20), CanvasPoint(10, 120), CanvasPoint(300, 120)],
      attributes: EdgeAttributes(colour: line, penWidth: 3))
    canvas.box(frame, attributes: NodeAttributes(fill: .solid(over)))
    let reading = try draw(canvas)
    let colours = reading.elements.compactMap { element in
      [under, line, over].map(\.hex).first {
        element.attributes["fill"] == $0 || element.attributes["stroke"] == $0
      }
    }
    #expect(colours == [under.hex, line.hex, over.hex])
    let path = try #require(reading.elements.first { $0.name == "path" }?.attributes)
    #expect(path["stroke-width"] == "3")
    #expect(path["d"]?.hasPrefix("M10,-822C") == true)
    #expect(path["d"]?.hasSuffix(" 300,-722") == true)
    #expect(
      !reading.elements.contains { $0.name == "polygon" && $0.attributes["stroke"] == line.hex })
  }

  @Test("An arrow's tip ends where the line was to end")
  func arrow() throws {
    var canvas = DOTCanvas(size: .a4Portrait)
    let colour = DOTColour(0x222222)
    canvas.line(
      through: [CanvasPoint(100, 100), CanvasPoint(200, 100)],
      attributes: EdgeAttributes(colour: colour, direction: .both))
    let tips = try draw(canvas).elements.filter {
      $0.name == "polygon" && $0.attributes["fill"] == colour.hex
    }
    let x = tips.flatMap { points($0.attributes["points"], canvas.size).map(\.0) }
    #expect(x.min() == 100 && x.max() == 200)
    #expect(tips.count == 2)
  }
}
