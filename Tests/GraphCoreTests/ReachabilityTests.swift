import GraphCore
import Testing

@Suite struct ReachabilityTests {
  static let kindSets: [EdgeKindSet] = [.all, [EdgeKind(1)], [EdgeKind(0), EdgeKind(2)], []]

  @Test(
    "distances are those found by relaxing edges until nothing changes",
    arguments: Direction.allCases)
  func distancesAreThoseFoundByRelaxing(direction: Direction) {
    for plain in PlainGraph.drawnSamples(150, seed: 10) where plain.nodeCount > 0 {
      let graph = plain.graph
      let sources = [NodeID(0), NodeID(plain.nodeCount / 2), NodeID(0)]
      for kinds in Self.kindSets {
        let distances = plain.along(direction).keeping(kinds).distances()
        let reach = graph.reachable(from: sources, along: direction, kinds: kinds)
        let expected = graph.nodes.map { node in
          sources.compactMap { distances[$0.index][node.index] }.min()
        }
        #expect(graph.nodes.map { reach.distance(to: $0) } == expected)
        #expect(graph.nodes.map(reach.contains) == expected.map { $0 != nil })
        #expect(reach.count == expected.count { $0 != nil })
        #expect(reach.greatestDistance == expected.compactMap(\.self).max())
        expectLayers(of: reach)
      }
    }
  }

  @Test("a path is as short as can be, and its edges are there", arguments: Direction.allCases)
  func aPathIsAsShortAs(direction: Direction) {
    for plain in PlainGraph.drawnSamples(100, seed: 11) where plain.nodeCount > 0 {
      let graph = plain.graph
      for kinds in Self.kindSets {
        let distances = plain.along(direction).keeping(kinds).distances()
        for source in graph.nodes {
          for target in graph.nodes {
            let path = graph.shortestPath(from: source, to: target, along: direction, kinds: kinds)
            #expect(path?.length == distances[source.index][target.index])
            guard let path else { continue }
            #expect(path.start == source && path.end == target)
            expectJoined(path, in: graph, along: direction, kinds: kinds)
          }
        }
      }
    }
  }

  @Test("distances hold in graphs with layers of hundreds of nodes", arguments: Direction.allCases)
  func distancesHoldInWideGraphs(direction: Direction) {
    var generator = SplitMix64(seed: 13)
    let plain = PlainGraph.drawn(nodes: 3_000, edges: 7_000, from: &generator)
    for kinds in [EdgeKindSet.all, [EdgeKind(0), EdgeKind(1)]] {
      let expected = plain.along(direction).keeping(kinds).distances(from: [0, 7])
      let reach = plain.graph.reachable(
        from: [NodeID(7), NodeID(0)], along: direction, kinds: kinds)
      #expect((0..<3_000).map { reach.distance(to: NodeID($0)) } == expected)
      expectLayers(of: reach)
    }
  }

  @Test("of many sources and targets the nearest two are joined") func ofManySourcesAndTargetsThe()
  {
    for plain in PlainGraph.drawnSamples(200, seed: 12) where plain.nodeCount > 3 {
      let graph = plain.graph
      let sources = [NodeID(0), NodeID(1)]
      let targets = [NodeID(plain.nodeCount - 1), NodeID(plain.nodeCount - 2)]
      let distances = plain.distances()
      let expected = sources.flatMap { source in
        targets.compactMap { distances[source.index][$0.index] }
      }.min()
      let path = graph.shortestPath(from: sources, to: targets)
      #expect(path?.length == expected)
      if let path {
        #expect(sources.contains(path.start) && targets.contains(path.end))
        expectJoined(path, in: graph, along: .outgoing, kinds: .all)
      }
    }
  }

  @Test("of paths as short as each other the first lines by kind and edge are taken")
  func ofPathsAsShortAsEach() {
    var builder = GraphBuilder()
    let nodes = Array(builder.addNodes(4))
    builder.addEdge(from: nodes[0], to: nodes[1], kind: EdgeKind(7))
    let wanted = builder.addEdge(from: nodes[0], to: nodes[2], kind: EdgeKind(1))
    builder.addEdge(from: nodes[0], to: nodes[2], kind: EdgeKind(1))
    builder.addEdge(from: nodes[1], to: nodes[3], kind: EdgeKind(0))
    let last = builder.addEdge(from: nodes[2], to: nodes[3], kind: EdgeKind(9))
    let path = builder.build().shortestPath(from: nodes[0], to: nodes[3])
    #expect(path?.edges == [wanted, last])
  }

  private func expectLayers(of reach: Reachability) {
    let distances = reach.order.map { reach.distance(to: $0) ?? -1 }
    #expect(distances == distances.sorted())
    #expect(Set(reach.order).count == reach.order.count)
    for distance in 0...(reach.greatestDistance ?? 0) {
      #expect(
        Array(reach.nodes(atDistance: distance))
          == reach.order.filter { reach.distance(to: $0) == distance })
    }
    #expect(reach.nodes(atDistance: (reach.greatestDistance ?? 0) + 1).isEmpty)
  }
}
