import GraphCore
import Testing

@Suite struct GraphTests {
  @Test("lines stand by kind and then in the order added, as a filter of the edges would")
  func linesStandByKindAndThen() {
    for plain in PlainGraph.drawnSamples(200, seed: 1) {
      let graph = plain.graph
      graph._checkInvariants()
      #expect(graph.nodeCount == plain.nodeCount)
      #expect(graph.edgeCount == plain.edges.count)
      for node in graph.nodes {
        var outgoing: [Line] = []
        var incoming: [Line] = []
        for kind in 0...UInt8(3) {
          let out = plain.edges.indices.filter {
            plain.edges[$0].source == node.index && plain.edges[$0].kind == kind
          }.map { Line(node: NodeID(plain.edges[$0].target), edge: EdgeID($0)) }
          let into = plain.edges.indices.filter {
            plain.edges[$0].target == node.index && plain.edges[$0].kind == kind
          }.map { Line(node: NodeID(plain.edges[$0].source), edge: EdgeID($0)) }
          #expect(Array(graph.outgoing(of: node, kind: EdgeKind(kind))) == out)
          #expect(Array(graph.incoming(of: node, kind: EdgeKind(kind))) == into)
          outgoing += out
          incoming += into
        }
        #expect(Array(graph.outgoing(of: node)) == outgoing)
        #expect(Array(graph.incoming(of: node)) == incoming)
      }
    }
  }

  @Test("a graph of many blocks of nodes is sorted as one list of all its edges would be")
  func aGraphOfManyBlocks() {
    var generator = SplitMix64(seed: 7)
    let plain = PlainGraph.drawn(nodes: 50_000, edges: 120_000, kinds: 5, from: &generator)
    let graph = plain.graph
    func sorted(by key: (PlainGraph.Edge) -> Int) -> [EdgeID] {
      plain.edges.indices.sorted {
        (key(plain.edges[$0]), plain.edges[$0].kind, $0)
          < (key(plain.edges[$1]), plain.edges[$1].kind, $1)
      }.map { EdgeID($0) }
    }
    #expect(graph.nodes.flatMap { graph.outgoing(of: $0).map(\.edge) } == sorted(by: \.source))
    #expect(graph.nodes.flatMap { graph.incoming(of: $0).map(\.edge) } == sorted(by: \.target))
    #expect(
      graph.nodes.allSatisfy { node in
        graph.outgoing(of: node).allSatisfy { $0.node.index == plain.edges[$0.edge.index].target }
          && graph.incoming(of: node).allSatisfy {
            $0.node.index == plain.edges[$0.edge.index].source
          }
      })
  }

  @Test("an edge knows its ends and kind, among many kinds at a node with many lines")
  func anEdgeKnowsItsEndsAnd() {
    var generator = SplitMix64(seed: 2)
    let plain = PlainGraph.drawn(nodes: 4, edges: 5_000, kinds: .max, from: &generator)
    let graph = plain.graph
    for (place, edge) in plain.edges.enumerated() {
      #expect(graph.source(of: EdgeID(place)) == NodeID(edge.source))
      #expect(graph.target(of: EdgeID(place)) == NodeID(edge.target))
      #expect(graph.kind(of: EdgeID(place)) == EdgeKind(edge.kind))
    }
    #expect(graph.kinds.kinds == Set(plain.edges.map(\.kind)).sorted().map { EdgeKind($0) })
  }

  @Test("arrays and the builder make the same graph") func arraysAndTheBuilderMakeThe() throws {
    for plain in PlainGraph.drawnSamples(50, seed: 3) {
      let built = plain.graph
      let bulk = try Graph(
        nodeCount: plain.nodeCount,
        sources: ContiguousArray(plain.edges.map { NodeID($0.source) }),
        targets: ContiguousArray(plain.edges.map { NodeID($0.target) }),
        kinds: ContiguousArray(plain.edges.map { EdgeKind($0.kind) }))
      for node in built.nodes {
        #expect(Array(bulk.outgoing(of: node)) == Array(built.outgoing(of: node)))
        #expect(Array(bulk.incoming(of: node)) == Array(built.incoming(of: node)))
      }
    }
  }

  @Test("arrays that do not make a graph are refused, and the first wrong edge is named")
  func arraysThatDoNotMakeA() {
    let (zero, one, nine) = (NodeID(0), NodeID(1), NodeID(9))
    #expect(throws: GraphError.unequalCounts(sources: 1, targets: 2, kinds: 1)) {
      try Graph(nodeCount: 2, sources: [zero], targets: [zero, one])
    }
    #expect(throws: GraphError.countOutOfRange(-1)) {
      try Graph(nodeCount: -1, sources: [], targets: [])
    }
    #expect(throws: GraphError.unknownNode(nine, edge: EdgeID(1))) {
      try Graph(nodeCount: 2, sources: [zero, one, nine], targets: [one, nine, zero])
    }
    #expect(throws: GraphError.unknownNode(NodeID(2), edge: EdgeID(0))) {
      try Graph(nodeCount: 2, sources: [NodeID(2)], targets: [zero])
    }
  }

  @Test("a graph without nodes answers every question") func aGraphWithoutNodesAnswersEvery() throws
  {
    let graph = GraphBuilder().build()
    #expect(graph.nodes.isEmpty && graph.edges.isEmpty)
    #expect(graph.reachable(from: []).count == 0)
    #expect(graph.reachable(from: []).greatestDistance == nil)
    #expect(graph.strongComponents().count == 0)
    #expect(graph.condensation().graph.nodeCount == 0)
    #expect(try graph.topologicalOrder().levelCount == 0)
    #expect(graph.projection(of: []).pairs.isEmpty)
  }

  @Test("the builder goes on after it has built, and leaves what it built alone")
  func theBuilderGoesOnAfterIt() {
    var builder = GraphBuilder()
    let first = builder.addNode()
    let before = builder.build()
    let second = builder.addNode()
    let edge = builder.addEdge(from: first, to: second)
    let after = builder.build()
    #expect(before.nodeCount == 1 && before.edgeCount == 0)
    #expect(Array(after.outgoing(of: first)) == [Line(node: second, edge: edge)])
  }

  @Test("the topology takes no more than 24 bytes an edge at four edges a node")
  func theTopologyTakesNoMoreThan() {
    var generator = SplitMix64(seed: 4)
    let graph = PlainGraph.drawn(nodes: 2_500, edges: 10_000, from: &generator).graph
    #expect(Double(graph.byteCount) / 10_000 <= 24)
  }

  @Test("lines are a random access collection by its own laws")
  func linesAreARandomAccessCollection() {
    var generator = SplitMix64(seed: 5)
    let graph = PlainGraph.drawn(nodes: 3, edges: 40, from: &generator).graph
    for node in graph.nodes {
      let lines = graph.outgoing(of: node)
      let copy = lines.map { $0 }
      #expect(lines.count == copy.count)
      #expect(lines.indices.map { lines[$0] } == copy)
      #expect(Array(lines.reversed()) == copy.reversed())
      #expect(Array(lines.dropFirst(2).prefix(3)) == Array(copy.dropFirst(2).prefix(3)))
    }
  }
}

@Suite struct EdgeKindSetTests {
  @Test("a set of kinds behaves as a set of numbers") func aSetOfKindsBehavesAs() {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<200 {
      let draw = { (generator: inout SplitMix64) in
        Set((0..<8).map { _ in UInt8.random(in: 0...UInt8.max, using: &generator) })
      }
      let (left, right) = (draw(&generator), draw(&generator))
      let make = { (kinds: Set<UInt8>) in EdgeKindSet(kinds.map { EdgeKind($0) }) }
      #expect(make(left).kinds.map(\.rawValue) == left.sorted())
      #expect(make(left).count == left.count)
      #expect(make(left).union(make(right)) == make(left.union(right)))
      #expect(make(left).intersection(make(right)) == make(left.intersection(right)))
      #expect(make(left).subtracting(make(right)) == make(left.subtracting(right)))
      #expect(make(left).symmetricDifference(make(right)) == make(left.symmetricDifference(right)))
      #expect(make(left).isSuperset(of: make(right)) == left.isSuperset(of: right))
      #expect(EdgeKindSet.all.isSuperset(of: make(left)))
      var set = make(left)
      for kind in right {
        #expect(set.remove(EdgeKind(kind)) == (left.contains(kind) ? EdgeKind(kind) : nil))
        #expect(set.update(with: EdgeKind(kind)) == nil)
        #expect(set.insert(EdgeKind(kind)).inserted == false)
      }
      #expect(set == make(left.union(right)))
    }
    #expect(EdgeKindSet().isEmpty && EdgeKindSet.all.count == 256)
  }
}
