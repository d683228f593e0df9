import Foundation
import GraphCore
import Testing

/// What networkx answered, as `Fixtures/make_networkx_answers.py` wrote it down.
struct NetworkXAnswers: Decodable, Sendable {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let nodes: Int
    let edges: [[Int]]
    let answers: [Answers]

    var testDescription: String { name }

    /// The graph that was asked about: kinds go round by threes.
    var graph: Graph {
      PlainGraph(
        nodeCount: nodes,
        edges: edges.enumerated().map { place, ends in
          .init(source: ends[0], target: ends[1], kind: UInt8(place % 3))
        }
      ).graph
    }
  }

  struct Answers: Decodable, Sendable {
    let kinds: [UInt8]
    let sources: [Int]
    let distances: [String: [Int?]]
    let components: [[Int]]
    let shortestCycles: [Int?]
    let condensedEdges: [[Int]]
    let levels: [[Int]]?
    let immediateDominators: [Int?]
    let immediatePostdominators: [Int?]

    var kindSet: EdgeKindSet { EdgeKindSet(kinds.map { EdgeKind($0) }) }
  }

  struct ProjectionCase: Decodable, Sendable, CustomTestStringConvertible {
    let name: String
    let side: Int
    let nodes: Int
    let edges: [[Int]]
    let pairs: [[Double]]

    var testDescription: String { name }
  }

  struct Sweep: Decodable, Sendable {
    let intervals: [[Int]]
    let pairs: [[Int]]
    let depth: Int
  }

  let graphs: [Case]
  let projections: [ProjectionCase]
  let sweeps: [Sweep]

  static func load() throws -> NetworkXAnswers {
    let file = try #require(
      Bundle.module.url(
        forResource: "networkx-answers", withExtension: "json", subdirectory: "Fixtures"))
    return try JSONDecoder().decode(NetworkXAnswers.self, from: Data(contentsOf: file))
  }
}

@Suite struct NetworkXTests {
  let networkX: NetworkXAnswers

  init() throws { networkX = try NetworkXAnswers.load() }

  /// Every graph with every set of kinds that networkx was asked about.
  private func forEachAnswer(
    _ body: (Graph, NetworkXAnswers.Answers, Comment) throws -> Void
  ) rethrows {
    for graph in networkX.graphs {
      for answers in graph.answers {
        try body(graph.graph, answers, "\(graph.name), kinds \(answers.kinds)")
      }
    }
  }

  @Test("the cases are all there") func theCasesAreAllThere() {
    #expect(networkX.graphs.count == 25)
    #expect(networkX.projections.count == 5)
    #expect(networkX.sweeps.count == 5)
  }

  @Test("reachability in both directions and either") func reachabilityInBothDirectionsAndEither() {
    let directions: [String: Direction] = [
      "outgoing": .outgoing, "incoming": .incoming, "either": .either,
    ]
    forEachAnswer { graph, answers, comment in
      for (name, direction) in directions {
        let reach = graph.reachable(
          from: answers.sources.map { NodeID($0) }, along: direction, kinds: answers.kindSet)
        #expect(graph.nodes.map { reach.distance(to: $0) } == answers.distances[name], comment)
        for node in graph.nodes {
          let path = graph.shortestPath(
            from: answers.sources.map { NodeID($0) }, to: [node], along: direction,
            kinds: answers.kindSet)
          #expect(path?.length == answers.distances[name]?[node.index], comment)
        }
      }
    }
  }

  @Test("strongly connected components and their shortest cycles")
  func stronglyConnectedComponentsAndTheirShortest() {
    forEachAnswer { graph, answers, comment in
      let components = graph.strongComponents(kinds: answers.kindSet)
      let byFirst = components.all.sorted {
        components.members(of: $0)[components.members(of: $0).startIndex]
          < components.members(of: $1)[components.members(of: $1).startIndex]
      }
      #expect(
        byFirst.map { components.members(of: $0).map(\.index) } == answers.components, comment)
      #expect(
        byFirst.map { components.shortestCycle(in: $0)?.length } == answers.shortestCycles, comment)
    }
  }

  @Test("condensation and topological levels") func condensationAndTopologicalLevels() {
    forEachAnswer { graph, answers, comment in
      let condensed = graph.condensation(kinds: answers.kindSet)
      let firsts = condensed.components.all.map {
        condensed.components.members(of: $0).first?.index
      }
      let pairs = Set(
        condensed.graph.edges.map { edge in
          [
            firsts[condensed.graph.source(of: edge).index],
            firsts[condensed.graph.target(of: edge).index],
          ]
        })
      #expect(pairs == Set(answers.condensedEdges.map { $0.map(Optional.init) }), comment)
      let order = try? graph.topologicalOrder(kinds: answers.kindSet)
      let levels = order.map { order in
        (0..<order.levelCount).map { order.nodes(atLevel: $0).map(\.index).sorted() }
      }
      #expect(levels == answers.levels, comment)
    }
  }

  @Test("dominators and post-dominators of the first node") func dominatorsAndPostDominatorsOfThe()
  {
    forEachAnswer { graph, answers, comment in
      let forward = graph.dominators(from: NodeID(0), kinds: answers.kindSet)
      #expect(
        graph.nodes.map { forward.immediateDominator(of: $0)?.index }
          == answers.immediateDominators, comment)
      let backward = graph.dominators(from: NodeID(0), along: .incoming, kinds: answers.kindSet)
      #expect(
        graph.nodes.map { backward.immediateDominator(of: $0)?.index }
          == answers.immediatePostdominators, comment)
    }
  }

  @Test("bipartite projection with shared neighbours and Jaccard index")
  func bipartiteProjectionWithSharedNeighboursAnd() {
    for answer in networkX.projections {
      let graph = PlainGraph(
        nodeCount: answer.nodes,
        edges: answer.edges.map { .init(source: $0[0], target: $0[1], kind: 0) }
      ).graph
      let projection = graph.projection(of: (0..<answer.side).map { NodeID($0) })
      let pairs = projection.pairs.map { pair in
        [
          Double(pair.first.index), Double(pair.second.index), Double(pair.count),
          projection.jaccardIndex(of: pair) ?? .nan,
        ]
      }
      #expect(pairs == answer.pairs, "\(answer.name)")
    }
  }

  @Test("overlapping intervals, and the most at once as the largest clique")
  func overlappingIntervalsAndTheMostAt() {
    for answer in networkX.sweeps {
      let sweep = IntervalSweep(answer.intervals.map { $0[0]...$0[1] })
      #expect(sweep.overlappingPairs().map { [$0.first, $0.second] } == answer.pairs)
      #expect(sweep.peak()?.depth == answer.depth)
    }
  }
}
