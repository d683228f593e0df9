/// Why arrays of edges do not make a graph.
public enum GraphError: Error, Hashable, Sendable {
  /// The arrays differ in length.
  case unequalCounts(sources: Int, targets: Int, kinds: Int)

  /// The number of nodes is below zero, or the number of nodes or edges is over the limit.
  case countOutOfRange(Int)

  /// An edge ends at a node that is not there.
  case unknownNode(NodeID, edge: EdgeID)
}

extension Graph {
  /// The number of nodes, and of edges, that 32-bit indices allow.
  static var countLimit: Int { Int(UInt32.max) - 1 }

  /// Makes a graph of edges held as arrays, one element an edge.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - sources: The node that each edge leaves.
  ///   - targets: The node that each edge enters.
  ///   - kinds: The kind of each edge.
  /// - Throws: `GraphError` when the arrays differ in length, a count is out of range or an edge
  ///   ends at a node that is not there; the first such edge is named.
  /// - Complexity: Time O(*n* + *m*). Auxiliary space O(*n* + *m*).
  public init(
    nodeCount: Int, sources: ContiguousArray<NodeID>, targets: ContiguousArray<NodeID>,
    kinds: ContiguousArray<EdgeKind>
  ) throws(GraphError) {
    guard sources.count == targets.count, sources.count == kinds.count else {
      throw .unequalCounts(sources: sources.count, targets: targets.count, kinds: kinds.count)
    }
    for count in [nodeCount, sources.count] where count < 0 || count > Self.countLimit {
      throw .countOutOfRange(count)
    }
    for edge in sources.indices {
      let end = max(sources[edge], targets[edge])
      if end.index >= nodeCount {
        let first = sources[edge].index >= nodeCount ? sources[edge] : targets[edge]
        throw .unknownNode(first, edge: EdgeID(edge))
      }
    }
    self.init(
      nodeCount: nodeCount, uncheckedSources: sources, targets: targets, kinds: kinds)
  }

  /// Makes a graph of edges of one kind held as arrays, one element an edge.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - sources: The node that each edge leaves.
  ///   - targets: The node that each edge enters.
  ///   - kind: The kind of all edges.
  /// - Throws: `GraphError` as for one kind an edge.
  /// - Complexity: Time O(*n* + *m*). Auxiliary space O(*n* + *m*).
  public init(
    nodeCount: Int, sources: ContiguousArray<NodeID>, targets: ContiguousArray<NodeID>,
    kind: EdgeKind = EdgeKind(0)
  ) throws(GraphError) {
    try self.init(
      nodeCount: nodeCount, sources: sources, targets: targets,
      kinds: ContiguousArray(repeating: kind, count: sources.count))
  }
}
