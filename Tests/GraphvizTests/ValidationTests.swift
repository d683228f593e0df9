import Testing

@testable import Graphviz

@Suite("What is refused before Graphviz sees it")
struct ValidationTests {
  private func refusal(
    _ graph: DOTGraph, _ engine: LayoutEngine = .dot,
    at location: SourceLocation = #_sourceLocation
  ) -> String? {
    let error = #expect(throws: GraphvizError.self, sourceLocation: location) {
      try graph.validate(for: engine)
    }
    #expect(error?.stage == .validate, sourceLocation: location)
    return error?.message
  }

  @Test("A node in two clusters")
  func twoClusters() throws {
    let shared = DOTNode("Trust A", label: "A")
    let graph = DOTGraph(clusters: [
      DOTCluster("one", nodes: [shared]), DOTCluster("two", nodes: [shared]),
    ])
    #expect(refusal(graph)?.contains("“Trust A” appears twice") == true)
    let nested = DOTGraph(clusters: [
      DOTCluster("one", nodes: [shared], clusters: [DOTCluster("two", nodes: [shared])])
    ])
    #expect(refusal(nested) != nil)
    let outside = DOTGraph(nodes: [shared], clusters: [DOTCluster("one", nodes: [shared])])
    #expect(refusal(outside) != nil)
  }

  @Test("Edges, rank groups and roots that lead nowhere")
  func dangling() {
    let node = DOTNode("a", label: "a")
    #expect(
      refusal(DOTGraph(nodes: [node], edges: [DOTEdge(from: "a", to: "b")]))?.contains("“b”")
        == true)
    #expect(refusal(DOTGraph(nodes: [node], rankGroups: [DOTRankGroup(.same, ["b"])])) != nil)
    #expect(
      refusal(DOTGraph(attributes: GraphAttributes(root: "b"), nodes: [node])) != nil)
    let edge = DOTEdge(from: DOTEndpoint("a", port: "p"), to: "a")
    #expect(refusal(DOTGraph(nodes: [node], edges: [edge]))?.contains("no port “p”") == true)
  }

  @Test("Clusters twice, ids twice, ports twice, ids as defaults")
  func duplicates() {
    #expect(refusal(DOTGraph(clusters: [DOTCluster("c"), DOTCluster("c")])) != nil)
    let named = NodeAttributes(element: ElementAttributes(id: DOTElementName("x")))
    #expect(
      refusal(
        DOTGraph(nodes: [DOTNode("a", attributes: named), DOTNode("b", attributes: named)]))
        != nil)
    #expect(refusal(DOTGraph(nodeDefaults: named, nodes: [DOTNode("a")])) != nil)
    let cell = HTMLCell("x", box: HTMLBox(port: "p"))
    let table = HTMLTable(rows: [HTMLRow([cell, cell])])
    #expect(refusal(DOTGraph(nodes: [DOTNode("a", label: .table(table))])) != nil)
  }

  @Test("Numbers that crash Graphviz or mean nothing")
  func numbers() {
    func node(_ attributes: NodeAttributes) -> DOTGraph {
      DOTGraph(nodes: [DOTNode("a", attributes: attributes)])
    }
    func edge(_ attributes: EdgeAttributes, label: DOTLabel? = nil) -> DOTGraph {
      DOTGraph(
        nodes: [DOTNode("a"), DOTNode("b")],
        edges: [DOTEdge(from: "a", to: "b", label: label, attributes: attributes)])
    }
    #expect(refusal(node(NodeAttributes(peripheries: 2_000_000_000))) != nil)
    #expect(refusal(node(NodeAttributes(width: .nan))) != nil)
    #expect(refusal(node(NodeAttributes(width: .infinity))) != nil)
    #expect(refusal(node(NodeAttributes(position: DOTPoint(0, 1e300)))) != nil)
    #expect(refusal(node(NodeAttributes(fixedSize: true))) != nil)
    #expect(refusal(node(NodeAttributes(fill: .stripes([.white])))) != nil)
    #expect(refusal(node(NodeAttributes(font: FontAttributes(size: 0)))) != nil)
    #expect(refusal(edge(EdgeAttributes(weight: 2_147_483_647))) != nil)
    #expect(refusal(edge(EdgeAttributes(minimumLength: 0), label: "x")) != nil)
    #expect(refusal(edge(EdgeAttributes(penWidth: -1))) != nil)
    let box = HTMLBox(border: 256)
    let table = HTMLTable(rows: [HTMLRow([HTMLCell("x", box: box)])])
    #expect(refusal(DOTGraph(nodes: [DOTNode("a", label: .table(table))])) != nil)
  }

  @Test("Tables without rows or cells, too deep, too long; ports outside nodes")
  func tables() {
    func graph(_ table: HTMLTable) -> DOTGraph {
      DOTGraph(nodes: [DOTNode("a", label: .table(table))])
    }
    #expect(refusal(graph(HTMLTable(rows: []))) != nil)
    #expect(refusal(graph(HTMLTable(rows: [HTMLRow([])]))) != nil)
    var deep = HTMLTable(rows: [HTMLRow([HTMLCell("x")])])
    for _ in 0..<8 { deep = HTMLTable(rows: [HTMLRow([HTMLCell(.table(deep))])]) }
    #expect(refusal(graph(deep)) != nil)
    let lines = DOTText(lines: Array(repeating: "x", count: 1_001))
    #expect(refusal(DOTGraph(nodes: [DOTNode("a", label: .text(lines))])) != nil)
    let ported = HTMLTable(rows: [HTMLRow([HTMLCell("x", box: HTMLBox(port: "p"))])])
    #expect(refusal(DOTGraph(label: .table(ported))) != nil)
  }

  @Test("Engines that need positions and paths get them")
  func positions() {
    let bare = DOTGraph(nodes: [DOTNode("a", label: "a")])
    #expect(refusal(bare, .pinned) != nil)
    #expect(refusal(bare, .exact) != nil)
    let placed = NodeAttributes(position: DOTPoint(0, 0))
    let graph = DOTGraph(
      nodes: [DOTNode("a", attributes: placed)], edges: [DOTEdge(from: "a", to: "a")])
    #expect(throws: Never.self) { try graph.validate(for: .pinned) }
    #expect(refusal(graph, .exact)?.contains("no path") == true)
  }

  @Test("Sizes over the limits")
  func sizes() {
    let nodes = (0...DOTLimits.nodes).map { DOTNode(DOTNodeID("\($0)")) }
    #expect(refusal(DOTGraph(nodes: nodes)) != nil)
    var cluster = DOTCluster("0")
    for depth in 1...DOTLimits.clusterDepth {
      cluster = DOTCluster(DOTClusterID("\(depth)"), clusters: [cluster])
    }
    #expect(refusal(DOTGraph(clusters: [cluster])) != nil)
  }
}
