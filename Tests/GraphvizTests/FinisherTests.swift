import Foundation
import Testing

@testable import Graphviz

@Suite("Finished SVG")
struct FinisherTests {
  let context: GraphvizContext

  init() throws { context = try GraphvizContext() }

  private func finished(
    _ graph: DOTGraph, prefix: String = "p1", engine: LayoutEngine = .dot
  ) throws -> [UInt8] {
    let finishing = SVGFinishing(
      title: "Ambulances & <trusts>", description: "Who serves \"whom\"\u{1}.",
      idPrefix: try #require(DOTElementName(prefix)))
    return try #require(
      try context.render(
        graph, engine: engine, formats: [.svg], options: RenderOptions(finishing: finishing))[
          .svg])
  }

  @Test("It stands in a page: no prolog, no comments, a name, a description, a role")
  func standing() throws {
    let svg = try finished(Samples.clustered(seed: 1))
    let text = String(decoding: svg, as: UTF8.self)
    #expect(text.hasPrefix("<svg "))
    #expect(!text.contains("<!") && !text.contains("<?"))
    let reading = try #require(SVGReading(svg))
    let root = reading.elements[0].attributes
    #expect(root["role"] == "img")
    #expect(root["aria-labelledby"] == "p1-title p1-desc")
    #expect(reading.texts("title") == ["Ambulances & <trusts>"])
    #expect(reading.texts("desc") == ["Who serves \"whom\"."])
    #expect(!text.contains("\"transparent\""))
  }

  @Test("No id appears twice, in one picture or two on a page")
  func ids() throws {
    var graph = Samples.clustered(seed: 1)
    graph.nodes = [
      DOTNode(
        "own", label: "own",
        attributes: NodeAttributes(element: ElementAttributes(id: DOTElementName("own"))))
    ]
    let one = try #require(SVGReading(try finished(graph, prefix: "a"))).ids
    let two = try #require(SVGReading(try finished(graph, prefix: "b"))).ids
    #expect(Set(one + two).count == one.count + two.count)
    #expect(one.contains("a-own"))
    #expect(one.count > 30)
  }

  @Test("Fonts are a list that every system has something of; bold and italic are said")
  func fonts() throws {
    let graph = DOTGraph(nodes: [
      DOTNode(
        "a", label: "a", attributes: NodeAttributes(font: FontAttributes(font: .arialBold))),
      DOTNode(
        "b", label: "b", attributes: NodeAttributes(font: FontAttributes(font: .arialItalic))),
    ])
    let texts = try #require(SVGReading(try finished(graph))).elements.filter {
      $0.name == "text"
    }
    let list = "Arial, Liberation Sans, Helvetica, sans-serif"
    #expect(texts.map { $0.attributes["font-family"] } == [list, list])
    #expect(texts[0].attributes["font-weight"] == "bold")
    #expect(texts[1].attributes["font-style"] == "italic")
  }

  @Test("Links stay, and make the picture a group")
  func links() throws {
    let link = try #require(DOTLink(web: "https://example.org/?a=1&b=2"))
    let graph = DOTGraph(nodes: [
      DOTNode(
        "a", label: "a",
        attributes: NodeAttributes(element: ElementAttributes(tooltip: "t", link: link)))
    ])
    let reading = try #require(SVGReading(try finished(graph)))
    let anchors = reading.elements.filter { $0.name == "a" }
    #expect(anchors.map { $0.attributes["xlink:href"] } == ["https://example.org/?a=1&b=2"])
    #expect(reading.elements[0].attributes["role"] == "group")
  }

  @Test(
    "Other schemes are refused even if Graphviz wrote them",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", "java&#10;script:alert(1)", "data:,x",
      "javascript&#58;alert(1)", "//example.org/", "\u{1}javascript:x", " javascript:x",
    ])
  func schemes(link: String) throws {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\"><a xlink:href=\"\(link)\"></a></svg>"
    let error = #expect(throws: GraphvizError.self) {
      try Samples.finishing.finish(Array(svg.utf8))
    }
    #expect(error?.stage == .finish)
  }

  @Test("Gradients and what refers to them carry the prefix")
  func gradients() throws {
    let request = RenderRequest(
      dot: "digraph { a [style=filled, fillcolor=\"red:blue\"] }", engine: .dot,
      formats: [.svg], options: RenderOptions(finishing: Samples.finishing))
    let svg = try #require(try context.render(request)[.svg])
    let text = String(decoding: svg, as: UTF8.self)
    let reading = try #require(SVGReading(svg))
    let gradient = try #require(
      reading.elements.first { $0.name == "linearGradient" }?.attributes["id"])
    #expect(gradient.hasPrefix("p1-"))
    #expect(text.contains("url(#\(gradient))"))
  }

  @Test("Anything but Graphviz's SVG is refused, never trapped on")
  func malformed() {
    for text in [
      "", "<", "<svg", "<svg a", "<svg a=", "<svg a=\"", "<svg a='b'>", "<!--", "<?xml", "text",
      "</", "<svg a=\"<\">", "< svg>", "<g/>",
    ] {
      #expect(throws: GraphvizError.self, "\(text)") {
        try Samples.finishing.finish(Array(text.utf8))
      }
    }
    var random = SplitMix(9)
    for _ in 0..<2_000 {
      let bytes = (0..<40).map { _ in
        Array("<>/!-?=\" svgaxlink:href&#;".utf8).randomElement(using: &random) ?? 0
      }
      _ = try? Samples.finishing.finish(bytes)
    }
  }
}
