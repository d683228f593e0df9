import GraphCore
import Testing

/// A graph as a plain list of edges: what tests draw, and what oracles read.
struct PlainGraph: Sendable, CustomTestStringConvertible {
  struct Edge: Hashable, Sendable {
    let source: Int
    let target: Int
    let kind: UInt8
  }

  var nodeCount: Int
  var edges: [Edge] = []

  var testDescription: String {
    "\(nodeCount) nodes, " + edges.map { "\($0.source)→\($0.target)/\($0.kind)" }.joined(" ")
  }

  /// The same graph through the builder.
  var graph: Graph {
    var builder = GraphBuilder()
    builder.addNodes(nodeCount)
    for edge in edges {
      builder.addEdge(
        from: NodeID(edge.source), to: NodeID(edge.target), kind: EdgeKind(edge.kind))
    }
    return builder.build()
  }

  /// The graph without the edges of other kinds; edges are numbered anew.
  func keeping(_ kinds: EdgeKindSet) -> PlainGraph {
    PlainGraph(nodeCount: nodeCount, edges: edges.filter { kinds.contains(EdgeKind($0.kind)) })
  }

  /// The graph with every edge turned round.
  var reversed: PlainGraph {
    PlainGraph(
      nodeCount: nodeCount,
      edges: edges.map { Edge(source: $0.target, target: $0.source, kind: $0.kind) })
  }

  /// The graph as a walk in a direction sees it.
  func along(_ direction: Direction) -> PlainGraph {
    switch direction {
    case .outgoing: self
    case .incoming: reversed
    case .either: PlainGraph(nodeCount: nodeCount, edges: edges + reversed.edges)
    }
  }

  /// Draws a multigraph with loops and parallel edges; edges fall on every kind below `kindCount`.
  static func drawn(
    nodes: Int, edges: Int, kinds kindCount: UInt8 = 3, from generator: inout SplitMix64
  ) -> PlainGraph {
    var graph = PlainGraph(nodeCount: nodes)
    for _ in 0..<edges where nodes > 0 {
      graph.edges.append(
        Edge(
          source: Int.random(in: 0..<nodes, using: &generator),
          target: Int.random(in: 0..<nodes, using: &generator),
          kind: UInt8.random(in: 0..<kindCount, using: &generator)))
    }
    return graph
  }

  /// Draws graphs of many sizes and densities, sparse ones most.
  static func drawnSamples(_ count: Int, seed: UInt64) -> [PlainGraph] {
    var generator = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      let nodes = Int.random(in: 0...14, using: &generator)
      let edges = Int.random(in: 0...(nodes * 3), using: &generator)
      return drawn(nodes: nodes, edges: edges, from: &generator)
    }
  }

  /// Every graph of a number of nodes without parallel edges, with loops or without.
  static func all(nodes: Int, loops: Bool) -> some Sequence<PlainGraph> {
    let pairs = (0..<nodes).flatMap { source in
      (0..<nodes).filter { loops || $0 != source }.map { (source, $0) }
    }
    return (0..<(1 << pairs.count)).lazy.map { mask in
      let edges = pairs.indices.filter { mask >> $0 & 1 == 1 }.map { place in
        Edge(source: pairs[place].0, target: pairs[place].1, kind: UInt8(place % 3))
      }
      return PlainGraph(nodeCount: nodes, edges: edges)
    }
  }
}

extension [String] {
  fileprivate func joined(_ separator: String) -> String { joined(separator: separator) }
}
