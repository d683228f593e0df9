import Testing

@testable import Graphviz

@Suite("What Graphviz would do to the unwary")
struct WriterTests {
  @Test("The text is in a fixed order, quoted, with opaque names")
  func text() throws {
    let graph = DOTGraph(
      nodeDefaults: NodeAttributes(shape: .box),
      nodes: [DOTNode("first \"node\"", label: "say \"hi\"")],
      clusters: [DOTCluster("in", label: "In", nodes: [DOTNode("second")])],
      edges: [
        DOTEdge(from: DOTEndpoint("second", compass: .south), to: "first \"node\"", label: "e")
      ])
    let text = try graph.dot(for: .dot)
    let lines = text.split(separator: "\n").map(String.init)
    #expect(lines[0] == "digraph \"g\" {")
    #expect(lines[2] == "node [shape=\"box\"];")
    #expect(lines[3] == "\"n1\" [label=\"say \\\"hi\\\"\"];")
    #expect(lines[4] == "subgraph \"cluster_1\" {")
    #expect(lines[6] == "\"n2\" [label=\"\"];")
    #expect(lines[8] == "\"n2\":\"s\" -> \"n1\" [label=\"e\"];")
    #expect(lines[9] == "}")
    #expect(try graph.dot(for: .dot) == text)
  }

  @Test("A rank group may reach into a cluster, which aborts dot without new ranks")
  func rankGroups() async throws {
    let graph = DOTGraph(
      clusters: [
        DOTCluster("one", nodes: [DOTNode("a", label: "a"), DOTNode("b", label: "b")]),
        DOTCluster("two", nodes: [DOTNode("c", label: "c")]),
      ], rankGroups: [DOTRankGroup(.same, ["b", "c"])],
      edges: [DOTEdge(from: "a", to: "b"), DOTEdge(from: "b", to: "c")])
    let report = await Program.pool(workers: 1).render([
      RenderJob(graph, engine: .dot, formats: [.svg])
    ])
    #expect(report.losses == 0)
    #expect(!report.outcomes[0].wasSimplified)
    let svg = try #require(try report.outcomes[0].result.get()[.svg].flatMap(SVGReading.init))
    let heights = svg.elements.filter { $0.name == "text" && $0.text != "a" }.map {
      $0.attributes["y"]
    }
    #expect(heights.count == 2 && heights[0] == heights[1])
  }

  @Test("Clusters do not inherit label, margin, fill or id from what is around them")
  func inheritance() throws {
    let outer = ClusterAttributes(
      fill: DOTColour(0xFF0000), colour: DOTColour(0x00FF00), rounded: true, penWidth: 5,
      element: ElementAttributes(id: DOTElementName("outer"), tooltip: "outer tip"))
    let graph = DOTGraph(
      label: "whole",
      attributes: GraphAttributes(background: DOTColour(0x0000FF), margin: 0),
      clusters: [
        DOTCluster(
          "outer", label: "outer", attributes: outer,
          clusters: [DOTCluster("inner", nodes: [DOTNode("a", label: "a")])])
      ])
    let svg = try GraphvizContext().render(graph, engine: .dot, formats: [.svg])[.svg]
    let reading = try #require(svg.flatMap(SVGReading.init))
    #expect(reading.texts() == ["whole", "outer", "a"])
    #expect(Set(reading.ids).count == reading.ids.count)
    #expect(reading.elements.filter { $0.attributes["fill"] == "#ff0000" }.count == 1)
    #expect(reading.elements.filter { $0.attributes["fill"] == "#0000ff" }.count == 1)
    #expect(reading.elements.filter { $0.attributes["stroke"] == "#00ff00" }.count == 1)
    #expect(reading.elements.filter { $0.attributes["xlink:title"] == "outer tip" }.count == 1)
    // The inner outline stands eight points off its node on every side.
    let boxes = reading.elements.filter {
      $0.name == "polygon" && $0.attributes["stroke"] == "#000000"
    }
    let node = try #require(reading.elements.first { $0.name == "ellipse" }?.attributes)
    let radius = try #require(node["rx"].flatMap(Double.init))
    let x = try #require(boxes.first?.attributes["points"]).split(separator: " ").compactMap {
      $0.split(separator: ",").first.flatMap { Double($0) }
    }
    #expect((x.max() ?? 0) - (x.min() ?? 0) == 2 * radius + 16)
  }

  @Test("Edges attach to the ports of tables")
  func ports() throws {
    let rows = (0..<3).map { row in
      HTMLRow([HTMLCell("row \(row)", box: HTMLBox(port: DOTPort("port \"\(row)\"")))])
    }
    let graph = DOTGraph(
      attributes: GraphAttributes(rankDirection: .right),
      nodes: [
        DOTNode(
          "t", label: .table(HTMLTable(rows: rows)), attributes: NodeAttributes(shape: .plain)),
        DOTNode("x", label: "x"),
      ],
      edges: (0..<3).map {
        DOTEdge(
          from: DOTEndpoint("t", port: DOTPort("port \"\($0)\""), compass: .east), to: "x")
      })
    let rendering = try GraphvizContext().render(graph, engine: .dot, formats: [.svg])
    #expect(rendering.warnings.isEmpty)
    let reading = try #require(rendering[.svg].flatMap(SVGReading.init))
    let starts = reading.elements.filter { $0.name == "path" }.map {
      $0.attributes["d"]?.prefix { $0 != "C" }
    }
    #expect(Set(starts).count == 3, "each leaves from a row of its own")
  }

  @Test("Numbers are written alike everywhere")
  func numerals() {
    for (value, text) in [
      (0.0, "0"), (1, "1"), (-1.5, "-1.5"), (1 / 3.0, "0.333333"), (1e6, "1000000"),
      (-0.0000001, "0"), (595.2756, "595.2756"), (0.000001, "0.000001"),
    ] {
      #expect(Numerals.text(value) == text)
    }
    #expect(Numerals.inches(72) == "1")
  }

  @Test("Hostile tooltips come out as they went in")
  func tooltips() throws {
    let context = try GraphvizContext()
    for text in Samples.hostile {
      let clean = TextCleaning.line(of: text)
      guard !clean.isEmpty else { continue }
      let graph = DOTGraph(nodes: [
        DOTNode(
          "a", label: "a", attributes: NodeAttributes(element: ElementAttributes(tooltip: text))),
        DOTNode(
          "b",
          label: .table(
            HTMLTable(rows: [
              HTMLRow([HTMLCell("b", box: HTMLBox(link: DOTLink(fragment: "x"), tooltip: text))])
            ]))),
      ])
      let rendering = try context.render(
        graph, engine: .dot, formats: [.svg],
        options: RenderOptions(finishing: Samples.finishing))
      let reading = try #require(rendering[.svg].flatMap(SVGReading.init))
      let titles = reading.elements.compactMap { $0.attributes["xlink:title"] }.map {
        $0.replacing("\u{A0}", with: " ")
      }
      let wanted = clean.replacing("\u{A0}", with: " ")
      #expect(titles.filter { $0 == wanted }.count == 2, "\(text.debugDescription): \(titles)")
    }
  }
}
