import GraphCore
import Testing

@Suite struct CondensationTests {
  @Test("edges between components are drawn together by ends and kind, and counted")
  func edgesBetweenComponentsAreDrawnTogether() {
    for plain in PlainGraph.drawnSamples(300, seed: 30) {
      for kinds in ReachabilityTests.kindSets {
        let graph = plain.graph
        let condensed = graph.condensation(kinds: kinds)
        var groups: [[Int]: [EdgeID]] = [:]
        for edge in graph.edges where kinds.contains(graph.kind(of: edge)) {
          let source = condensed.components.component(of: graph.source(of: edge))
          let target = condensed.components.component(of: graph.target(of: edge))
          guard source != target else { continue }
          let key = [source.index, target.index, Int(graph.kind(of: edge).rawValue)]
          groups[key, default: []].append(edge)
        }
        let found = condensed.graph.edges.map { edge in
          [
            condensed.graph.source(of: edge).index, condensed.graph.target(of: edge).index,
            Int(condensed.graph.kind(of: edge).rawValue),
          ]
        }
        #expect(found == groups.keys.sorted { $0.lexicographicallyPrecedes($1) })
        for (edge, key) in zip(condensed.graph.edges, found) {
          #expect(condensed.witness(of: edge) == groups[key]?.first)
          #expect(condensed.multiplicity(of: edge) == groups[key]?.count)
        }
        #expect(condensed.graph.nodeCount == condensed.components.count)
        #expect((try? condensed.graph.topologicalOrder()) != nil)
      }
    }
  }
}

@Suite struct TopologicalOrderTests {
  @Test("every line leads to a later level, and a level is the length of a longest path")
  func everyLineLeadsToALater() {
    var acyclic = 0
    for plain in PlainGraph.drawnSamples(600, seed: 31) {
      for kinds in ReachabilityTests.kindSets {
        let graph = plain.graph
        guard let lengths = plain.keeping(kinds).longestPathLengths() else {
          let error = #expect(throws: CycleError.self) {
            try graph.topologicalOrder(kinds: kinds)
          }
          if let error { expectClosed(error.cycle, in: graph, kinds: kinds) }
          continue
        }
        acyclic += 1
        guard let order = try? graph.topologicalOrder(kinds: kinds) else {
          Issue.record("No order for \(plain)")
          continue
        }
        #expect(order.nodes.sorted() == Array(graph.nodes))
        #expect(order.levelCount == (lengths.max().map { $0 + 1 } ?? 0))
        for level in 0..<order.levelCount {
          let expected = graph.nodes.filter { lengths[$0.index] == level }
          #expect(order.nodes(atLevel: level).sorted() == expected)
        }
        #expect((0..<order.levelCount).flatMap(order.nodes) == Array(order.nodes))
      }
    }
    #expect(acyclic > 500)
  }
}
