import GraphCore
import Testing

@Suite struct StrongComponentsTests {
  @Test("two nodes share a component when each reaches the other: every graph of 3 nodes")
  func twoNodesShareAComponentWhen() {
    for plain in PlainGraph.all(nodes: 3, loops: true) { expectComponents(of: plain, kinds: .all) }
  }

  @Test("two nodes share a component when each reaches the other: every graph of 4 nodes")
  func twoNodesShareAComponentWhenEach() {
    for plain in PlainGraph.all(nodes: 4, loops: false) { expectComponents(of: plain, kinds: .all) }
  }

  @Test("two nodes share a component when each reaches the other: drawn graphs")
  func twoNodesShareAComponentWhenEachReaches() {
    for plain in PlainGraph.drawnSamples(300, seed: 20) {
      for kinds in ReachabilityTests.kindSets { expectComponents(of: plain, kinds: kinds) }
    }
  }

  @Test("two nodes share a component when each reaches the other: a graph with a giant component")
  func twoNodesShareAComponentInAWideGraph() {
    var generator = SplitMix64(seed: 24)
    let plain = PlainGraph.drawn(nodes: 250, edges: 520, from: &generator)
    let components = plain.graph.strongComponents()
    #expect(components.all.contains { components.members(of: $0).count > 64 })
    expectComponents(of: plain, kinds: .all)
  }

  @Test("the witness cycle is a shortest one through the first node")
  func theWitnessCycleIsAShortest() {
    for plain in PlainGraph.drawnSamples(150, seed: 21) {
      for kinds in ReachabilityTests.kindSets {
        let graph = plain.graph
        let components = graph.strongComponents(kinds: kinds)
        for component in components.all {
          let cycle = components.witnessCycle(of: component)
          let first = components.members(of: component).first
          #expect(
            cycle?.length
              == first.flatMap { plain.keeping(kinds).shortestCycleLength(through: $0.index) })
          guard let cycle else { continue }
          #expect(cycle.nodes.first == first)
          expectClosed(cycle, in: graph, kinds: kinds)
        }
      }
    }
  }

  @Test("the shortest cycle of a component is as short as any through any of its nodes")
  func theShortestCycleOfAComponent() {
    for plain in PlainGraph.drawnSamples(150, seed: 22) {
      for kinds in ReachabilityTests.kindSets {
        let graph = plain.graph
        let kept = plain.keeping(kinds)
        let components = graph.strongComponents(kinds: kinds)
        for component in components.all {
          let lengths = components.members(of: component).map {
            kept.shortestCycleLength(through: $0.index)
          }
          let shortest = lengths.compactMap(\.self).min()
          let cycle = components.shortestCycle(in: component)
          #expect(cycle?.length == shortest)
          guard let cycle else { continue }
          let place = lengths.firstIndex(of: shortest)
          let members = Array(components.members(of: component))
          #expect(cycle.nodes.first == place.map { members[$0] })
          expectClosed(cycle, in: graph, kinds: kinds)
        }
      }
    }
  }

  @Test("a shortest cycle through a node is found whatever else there is")
  func aShortestCycleThroughANode() {
    for plain in PlainGraph.drawnSamples(150, seed: 23) {
      let graph = plain.graph
      for node in graph.nodes {
        let cycle = graph.shortestCycle(through: node)
        #expect(cycle?.length == plain.shortestCycleLength(through: node.index))
        if let cycle { expectClosed(cycle, in: graph, kinds: .all) }
      }
    }
  }

  @Test("a path and a ring of 200,000 nodes do not exhaust the stack") func aPathAndARingOf()
    throws
  {
    let count = 200_000
    let nodes = ContiguousArray((0..<count).map { NodeID($0) })
    let next = ContiguousArray((0..<count).map { NodeID(($0 + 1) % count) })
    let ring = try Graph(nodeCount: count, sources: nodes, targets: next)
    #expect(ring.strongComponents().count == 1)
    let path = try Graph(
      nodeCount: count, sources: ContiguousArray(nodes.dropLast()),
      targets: ContiguousArray(next.dropLast()))
    let components = path.strongComponents()
    #expect(components.count == count)
    #expect(components.component(of: NodeID(0)) < components.component(of: NodeID(count - 1)))
    #expect(path.dominators(from: NodeID(0)).dominates(NodeID(1), NodeID(count - 1)))
    #expect(try path.topologicalOrder().levelCount == count)
  }

  private func expectComponents(of plain: PlainGraph, kinds: EdgeKindSet) {
    let graph = plain.graph
    let kept = plain.keeping(kinds)
    let distances = kept.distances()
    let components = graph.strongComponents(kinds: kinds)
    for left in graph.nodes {
      for right in graph.nodes {
        let isMutual =
          distances[left.index][right.index] != nil && distances[right.index][left.index] != nil
        let isShared = components.component(of: left) == components.component(of: right)
        if isShared != isMutual { Issue.record("\(left) and \(right) in \(plain)") }
      }
    }
    for edge in kept.edges {
      let (source, target) = (NodeID(edge.source), NodeID(edge.target))
      #expect(components.component(of: source) <= components.component(of: target))
    }
    #expect(components.all.flatMap(components.members).sorted() == Array(graph.nodes))
    for component in components.all {
      let members = Array(components.members(of: component))
      #expect(members == members.sorted() && !members.isEmpty)
      #expect(members.allSatisfy { components.component(of: $0) == component })
      let isCyclic = members.contains { kept.shortestCycleLength(through: $0.index) != nil }
      #expect(components.cyclic.contains(component) == isCyclic)
    }
  }
}
