import GraphCore
import Testing

@Suite struct DominatorsTests {
  @Test("dominators are the nodes whose removal cuts off: every graph of 3 and 4 nodes")
  func dominatorsAreTheNodesWhoseRemovalCuts() {
    for plain in PlainGraph.all(nodes: 3, loops: true) {
      expectDominators(of: plain, from: [0], along: .outgoing, kinds: .all)
      expectDominators(of: plain, from: [2, 1], along: .outgoing, kinds: .all)
    }
    for plain in PlainGraph.all(nodes: 4, loops: false) {
      expectDominators(of: plain, from: [0], along: .outgoing, kinds: .all)
    }
  }

  @Test(
    "dominators are the nodes whose removal cuts off: drawn graphs", arguments: Direction.allCases)
  func dominatorsAreTheNodesWhoseRemoval(direction: Direction) {
    for plain in PlainGraph.drawnSamples(120, seed: 40) where plain.nodeCount > 0 {
      let last = plain.nodeCount - 1
      for kinds in ReachabilityTests.kindSets {
        expectDominators(of: plain, from: [0], along: direction, kinds: kinds)
        expectDominators(of: plain, from: [last, 0, last / 2], along: direction, kinds: kinds)
      }
    }
  }

  @Test("deep graphs with many ways round, where paths are compressed, agree with removal")
  func deepGraphsWithManyWaysRound() {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<15 {
      var plain = PlainGraph.drawn(nodes: 60, edges: 45, from: &generator)
      for node in 1..<60 where node % 7 != 0 {
        plain.edges.append(.init(source: node - 1, target: node, kind: 0))
      }
      expectDominators(of: plain, from: [0], along: .outgoing, kinds: .all)
    }
  }

  @Test("a way round and a line far back up: only their ends leave the chain", arguments: [400])
  func aWayRoundAndALineBackUp(length: Int) {
    for far in stride(from: 90, to: length, by: 31) {
      var builder = GraphBuilder()
      _ = builder.addNodes(length)
      for node in 1..<length { _ = builder.addEdge(from: NodeID(node - 1), to: NodeID(node)) }
      _ = builder.addEdge(from: NodeID(0), to: NodeID(far))
      _ = builder.addEdge(from: NodeID(far), to: NodeID(far / 3))
      let found = builder.build().dominators(from: [NodeID(0)])
      for node in 1..<length {
        let expected = node == far || node == far / 3 ? 0 : node - 1
        #expect(found.immediateDominator(of: NodeID(node)) == NodeID(expected), "\(far) \(node)")
      }
    }
  }

  @Test(
    "chains of every length with ways round agree with removal", arguments: [3, 7, 31, 97, 1000])
  func chainsWithWaysRound(chain: Int) {
    var generator = SplitMix64(seed: UInt64(43 + chain))
    var plain = PlainGraph.drawn(nodes: 240, edges: 120, from: &generator)
    for node in 1..<240 where node % chain != 0 {
      plain.edges.append(.init(source: node - 1, target: node, kind: 0))
    }
    expectDominators(of: plain, from: [0], along: .outgoing, kinds: .all)
  }

  @Test("a graph of several blocks of places agrees with removal")
  func aGraphOfSeveralBlocks() {
    var generator = SplitMix64(seed: 42)
    let plain = PlainGraph.drawn(nodes: 200, edges: 420, from: &generator)
    expectDominators(of: plain, from: [0], along: .outgoing, kinds: .all)
  }

  private func expectDominators(
    of plain: PlainGraph, from roots: [Int], along direction: Direction, kinds: EdgeKindSet
  ) {
    let graph = plain.graph
    let seen = plain.along(direction).keeping(kinds)
    let found = graph.dominators(from: roots.map { NodeID($0) }, along: direction, kinds: kinds)
    let expected = seen.dominators(from: roots)
    for node in graph.nodes {
      let all = expected[node.index]
      #expect(found.isReached(node) == !all.isEmpty)
      #expect(Set(found.dominators(of: node).map(\.index)) == all)
      #expect(Set(found.strictDominators(of: node).map(\.index)) == all.subtracting([node.index]))
      // Of the dominators, the nearest is the one that all others dominate.
      let nearest = all.subtracting([node.index]).max { expected[$0].count < expected[$1].count }
      #expect(found.immediateDominator(of: node)?.index == nearest)
      for other in graph.nodes {
        #expect(found.dominates(other, node) == all.contains(other.index))
      }
      let below = graph.nodes.filter { $0 != node && expected[$0.index].contains(node.index) }
      #expect(found.strictlyDominated(by: node) == below)
      let children = below.filter { found.immediateDominator(of: $0) == node }
      #expect(found.immediatelyDominated(by: node) == children)
    }
  }
}
