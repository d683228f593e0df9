import GraphCore
import Testing

@Suite struct ProjectionTests {
  @Test("shared neighbours are those of both sets of neighbours", arguments: Direction.allCases)
  func sharedNeighboursAreThoseOfBoth(direction: Direction) {
    for plain in PlainGraph.drawnSamples(150, seed: 50) {
      for kinds in ReachabilityTests.kindSets {
        let graph = plain.graph
        let seen = plain.along(direction).keeping(kinds)
        let side = graph.nodes.filter { $0.index % 3 != 1 }
        let neighbours = graph.nodes.map { node in
          Set(seen.edges.filter { $0.source == node.index }.map(\.target))
        }
        let projection = graph.projection(
          of: side.reversed() + side, along: direction, kinds: kinds)
        var pairs: [[Int]] = []
        for first in side {
          #expect(projection.neighbourCount(of: first) == neighbours[first.index].count)
          for second in side {
            let shared = neighbours[first.index].intersection(neighbours[second.index])
            #expect(
              graph.sharedNeighbours(of: first, and: second, along: direction, kinds: kinds)
                == shared.sorted().map { NodeID($0) })
            if first < second, !shared.isEmpty {
              pairs.append([first.index, second.index, shared.count])
            }
          }
        }
        #expect(projection.pairs.map { [$0.first.index, $0.second.index, $0.count] } == pairs)
        for pair in projection.pairs {
          let union = neighbours[pair.first.index].union(neighbours[pair.second.index])
          #expect(projection.jaccardIndex(of: pair) == Double(pair.count) / Double(union.count))
        }
        #expect(graph.nodes.allSatisfy { side.contains($0) || isAbsent($0, from: projection) })
      }
    }
  }

  private func isAbsent(_ node: NodeID, from projection: Projection) -> Bool {
    projection.neighbourCount(of: node) == nil
  }
}

@Suite struct WeightedJaccardTests {
  @Test("similarity is the sum of lesser weights over the sum of greater, node by node")
  func similarityIsTheSumOfLesser()
    throws
  {
    var generator = SplitMix64(seed: 51)
    for _ in 0..<500 {
      let (left, right) = (drawWeights(&generator), drawWeights(&generator))
      let (leftSet, rightSet) = (try make(left), try make(right))
      let lesser = (0..<8).reduce(0.0) { $0 + min(left[$1], right[$1]) }
      let greater = (0..<8).reduce(0.0) { $0 + max(left[$1], right[$1]) }
      let similarity = leftSet.weightedJaccard(with: rightSet)
      if greater == 0 {
        #expect(similarity == nil)
      } else {
        // Weights are multiples of 1/8, so sums are exact in any order.
        #expect(similarity == lesser / greater)
      }
      #expect(similarity == rightSet.weightedJaccard(with: leftSet))
      #expect(leftSet.weightedJaccard(with: leftSet) == (leftSet.elements.isEmpty ? nil : 1))
    }
  }

  @Test("weights of one element are added up and those of zero left out")
  func weightsOfOneElementAreAdded() throws {
    let set = try WeightedSet([
      (element: NodeID(4), weight: 0.25), (element: NodeID(2), weight: 0),
      (element: NodeID(1), weight: 1), (element: NodeID(4), weight: 0.5),
    ])
    #expect(set.elements == [NodeID(1), NodeID(4)])
    #expect(set.weights == [1, 0.75])
  }

  @Test(
    "a weight that is no amount is refused, and the element named",
    arguments: [-0.5, .infinity, .nan])
  func aWeightThatIsNoAmount(weight: Double) {
    let error = #expect(throws: WeightError.self) {
      try WeightedSet([(element: NodeID(0), weight: 1), (element: NodeID(3), weight: weight)])
    }
    #expect(error?.element == NodeID(3))
  }

  @Test("neighbours of a node gather the weights of their lines, of the kinds wanted")
  func neighboursOfANodeGatherThe() throws {
    var builder = GraphBuilder()
    let nodes = Array(builder.addNodes(3))
    builder.addEdge(from: nodes[0], to: nodes[1], kind: EdgeKind(1))
    builder.addEdge(from: nodes[0], to: nodes[2], kind: EdgeKind(1))
    builder.addEdge(from: nodes[0], to: nodes[1], kind: EdgeKind(1))
    builder.addEdge(from: nodes[0], to: nodes[2], kind: EdgeKind(2))
    let weights = [0.5, 0.125, 0.25, 9]
    let set = try builder.build().weightedNeighbours(of: nodes[0], kinds: [EdgeKind(1)]) {
      weights[$0.index]
    }
    #expect(set.elements == [nodes[1], nodes[2]])
    #expect(set.weights == [0.75, 0.125])
  }

  private func drawWeights(_ generator: inout SplitMix64) -> [Double] {
    (0..<8).map { _ in
      Bool.random(using: &generator)
        ? 0 : Double(Int.random(in: 0...16, using: &generator)) / 8
    }
  }

  private func make(_ weights: [Double]) throws -> WeightedSet {
    try WeightedSet(weights.indices.reversed().map { (element: NodeID($0), weight: weights[$0]) })
  }
}
