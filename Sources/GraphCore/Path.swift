/// A walk through a graph, held as evidence: the very edges, and the nodes they join.
public struct Path: Hashable, Sendable {
  /// The nodes in order, one more than there are edges.
  public let nodes: [NodeID]

  /// The edges in order.
  public let edges: [EdgeID]

  init(nodes: [NodeID], edges: [EdgeID]) {
    assert(nodes.count == edges.count + 1)
    self.nodes = nodes
    self.edges = edges
  }

  /// The node where the walk starts.
  public var start: NodeID { nodes[0] }

  /// The node where the walk ends; the start when there is no edge.
  public var end: NodeID { nodes[nodes.count - 1] }

  /// The number of edges.
  public var length: Int { edges.count }
}

/// A closed walk that passes no node twice, held as evidence.
public struct Cycle: Hashable, Sendable {
  /// The nodes in order; the last has an edge to the first.
  public let nodes: [NodeID]

  /// The edges in order; edge *i* leaves node *i*.
  public let edges: [EdgeID]

  init(nodes: [NodeID], edges: [EdgeID]) {
    assert(nodes.count == edges.count && !nodes.isEmpty)
    self.nodes = nodes
    self.edges = edges
  }

  /// The number of edges, which is the number of nodes.
  public var length: Int { edges.count }
}
