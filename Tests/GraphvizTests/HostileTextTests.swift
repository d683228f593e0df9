import Foundation
import Testing

@testable import Graphviz

@Suite("Hostile text")
struct HostileTextTests {
  let context: GraphvizContext

  init() throws { context = try GraphvizContext() }

  /// What a reader should see of a string: its lines, cleaned; Graphviz writes runs of spaces
  /// with no-break spaces and leaves empty lines out.
  private func expected(_ text: String) -> [String] {
    TextCleaning.lines(of: text).map(plain).filter { !$0.isEmpty }
  }

  private func plain(_ text: String) -> String {
    text.replacing("\u{A0}", with: " ")
  }

  private func texts(_ graph: DOTGraph, finished: Bool) throws -> [String] {
    let options = RenderOptions(finishing: finished ? Samples.finishing : nil)
    let rendering = try context.render(graph, engine: .dot, formats: [.svg], options: options)
    let svg = try #require(rendering[.svg])
    let reading = try #require(SVGReading(svg), "no well-formed XML")
    #expect(!reading.elements.contains { $0.name == "script" })
    #expect(!reading.elements.contains { $0.attributes.keys.contains("onload") })
    return reading.texts().map(plain).filter { !$0.isEmpty }
  }

  @Test("A label comes out as the text that went in", arguments: Samples.hostile)
  func label(text: String) throws {
    let graph = DOTGraph(nodes: [DOTNode(DOTNodeID(text), label: .text(text))])
    #expect(try texts(graph, finished: true) == expected(text))
  }

  @Test("A table cell comes out as the text that went in", arguments: Samples.hostile)
  func cell(text: String) throws {
    let table = HTMLTable(rows: [
      HTMLRow([HTMLCell(.styled(text, HTMLTextStyle(size: 9, bold: true)))])
    ])
    let graph = DOTGraph(nodes: [DOTNode("n", label: .table(table))])
    #expect(try texts(graph, finished: true) == expected(text))
  }

  @Test("Three thousand random strings come out as they went in")
  func randomLabels() throws {
    var random = SplitMix(2_042)
    for _ in 0..<30 {
      var graph = DOTGraph()
      var wanted: [String] = []
      for index in 0..<50 {
        let label = Samples.random(&random)
        let cell = Samples.random(&random)
        graph.nodes.append(DOTNode(DOTNodeID("a\(index)"), label: .text(label)))
        graph.nodes.append(
          DOTNode(
            DOTNodeID("b\(index)"),
            label: .table(HTMLTable(rows: [HTMLRow([HTMLCell(cell)])]))))
        wanted += expected(label) + expected(cell)
      }
      #expect(try texts(graph, finished: true) == wanted)
    }
  }

  @Test("Graphviz's own parser holds what the writer meant")
  func parserRoundTrip() throws {
    var graph = DOTGraph()
    graph.nodes = Samples.hostile.map { DOTNode(DOTNodeID($0), label: .text($0)) }
    // Equal keys would be one node; the samples are distinct.
    let rendering = try context.render(graph, engine: .dot, formats: [.json])
    let json = try #require(rendering[.json])
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any])
    let objects = try #require(root["objects"] as? [[String: Any]])
    #expect(objects.count == Samples.hostile.count)
    for (object, text) in zip(objects, Samples.hostile) {
      let written = Escaping.label(DOTText(text)).replacing("\\\"", with: "\"")
      #expect(object["label"] as? String == written)
    }
  }

  @Test("Edge, cluster, graph, outside labels and tooltips hold hostile text")
  func everywhere() throws {
    for text in Samples.hostile {
      let graph = DOTGraph(
        label: .text(text),
        nodes: [
          DOTNode(
            "x", label: "x",
            attributes: NodeAttributes(
              outsideLabel: DOTText(text), group: text,
              element: ElementAttributes(
                id: DOTElementName("x"), tooltip: text,
                link: DOTLink(web: "https://example.org/?a=1&b=\"'<>&c"))))
        ],
        clusters: [
          DOTCluster(
            DOTClusterID(text), label: .text(text),
            attributes: ClusterAttributes(element: ElementAttributes(tooltip: text)),
            nodes: [DOTNode("y", label: "y")])
        ],
        edges: [
          DOTEdge(
            from: "x", to: "y", label: .text(text),
            attributes: EdgeAttributes(
              headLabel: DOTText(text), tailLabel: DOTText(text),
              element: ElementAttributes(tooltip: text)))
        ])
      let found = try texts(graph, finished: true)
      let lines = expected(text)
      for line in lines {
        #expect(found.filter { $0 == line }.count >= 6, "\(text.debugDescription): \(found)")
      }
    }
  }

  @Test("Ten thousand characters are drawn, more than the limit are refused")
  func longText() throws {
    let long = String(repeating: "Trust ", count: 1_666) + "last"
    #expect(long.count == 10_000)
    let graph = DOTGraph(nodes: [DOTNode("n", label: .text(long))])
    #expect(try texts(graph, finished: true) == [long])
    let longer = DOTGraph(
      nodes: [DOTNode("n", label: .text(String(repeating: "x", count: 16_385)))])
    let error = #expect(throws: GraphvizError.self) { try longer.dot(for: .dot) }
    #expect(error?.stage == .validate)
    #expect(DOTText(long).truncated(toCharactersPerLine: 10).plain == "Trust Tru…")
  }

  @Test("Invalid UTF-8 arrives as replacement characters")
  func invalidUTF8() throws {
    let text = String(
      decoding: [0x41, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80] as [UInt8], as: UTF8.self)
    let graph = DOTGraph(nodes: [DOTNode("n", label: .text(text))])
    #expect(try texts(graph, finished: true) == [text])
    #expect(text.contains("\u{FFFD}"))
  }

  @Test("Alignment is kept line by line")
  func alignment() throws {
    var text = DOTText("left", alignment: .left)
    text.append("a much longer line in the middle")
    text.append("right", alignment: .right)
    let graph = DOTGraph(nodes: [DOTNode("n", label: .text(text))])
    let svg = try #require(try context.render(graph, engine: .dot, formats: [.svg])[.svg])
    let reading = try #require(SVGReading(svg))
    let anchors = reading.elements.filter { $0.name == "text" }.map { $0.attributes["text-anchor"] }
    #expect(anchors == ["start", "middle", "end"])
  }
}
