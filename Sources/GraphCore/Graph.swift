/// An immutable directed multigraph in compressed sparse rows, forward and reverse.
///
/// The graph holds topology only. Nodes and edges are dense indices in the order in which they were
/// added, so that names, weights and records live in plain arrays beside it. Parallel edges and
/// self-loops are kept. At each node the lines are grouped by kind, ascending, and within a kind
/// stand in the order in which they were added, so "lines of kind *k* out of *n*" is one contiguous
/// slice.
///
/// ## Memory
/// At four edges a node the topology takes 23 bytes an edge: the other end (4) and the edge (4) of
/// each slot, forward and reverse (16 in all); an offset a node, both ways (2); the source (4) and
/// the kind (1) of each edge. The target of an edge is not held a third time: the edge is found
/// among the lines of its source by bisection, since those are sorted by kind and edge.
public struct Graph: Sendable {
  let forward: Rows
  let reverse: Rows
  let edgeSources: ContiguousArray<NodeID>
  let edgeKinds: ContiguousArray<EdgeKind>

  /// The kinds that at least one edge has.
  public let kinds: EdgeKindSet

  init(
    nodeCount: Int, uncheckedSources sources: ContiguousArray<NodeID>,
    targets: ContiguousArray<NodeID>, kinds: ContiguousArray<EdgeKind>
  ) {
    let grouping = KindGrouping(kinds)
    edgeSources = sources
    edgeKinds = kinds
    self.kinds = grouping.kinds
    let dealt = Scratch<Rows.Dealt>(uninitialized: sources.count)
    forward = Rows.sorted(
      nodeCount: nodeCount, by: sources, to: targets, kinds: kinds, grouping: grouping, using: dealt
    )
    reverse = Rows.sorted(
      nodeCount: nodeCount, by: targets, to: sources, kinds: kinds, grouping: grouping, using: dealt
    )
    #if DEBUG
      _checkInvariants()
    #endif
  }

  /// The number of nodes.
  public var nodeCount: Int { forward.offsets.count - 1 }

  /// The number of edges.
  public var edgeCount: Int { edgeSources.count }

  /// The nodes, in the order in which they were added.
  public var nodes: Range<NodeID> { NodeID(0)..<NodeID(nodeCount) }

  /// The edges, in the order in which they were added.
  public var edges: Range<EdgeID> { EdgeID(0)..<EdgeID(edgeCount) }

  /// The bytes that the topology takes, both ways, with offsets and kinds.
  public var byteCount: Int {
    forward.byteCount + reverse.byteCount
      + edgeSources.count * MemoryLayout<NodeID>.stride
      + edgeKinds.count * MemoryLayout<EdgeKind>.stride
  }
}

extension Graph {
  /// The lines out of a node.
  ///
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: O(1).
  public func outgoing(of node: NodeID) -> Lines {
    Lines(rows: forward, slots: forward.slots(of: node))
  }

  /// The lines of one kind out of a node.
  ///
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: O(log *d*) for *d* lines out of the node.
  public func outgoing(of node: NodeID, kind: EdgeKind) -> Lines {
    Lines(rows: forward, slots: slots(of: node, kind: kind, in: forward))
  }

  /// The lines into a node.
  ///
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: O(1).
  public func incoming(of node: NodeID) -> Lines {
    Lines(rows: reverse, slots: reverse.slots(of: node))
  }

  /// The lines of one kind into a node.
  ///
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: O(log *d*) for *d* lines into the node.
  public func incoming(of node: NodeID, kind: EdgeKind) -> Lines {
    Lines(rows: reverse, slots: slots(of: node, kind: kind, in: reverse))
  }

  /// The node that an edge leaves.
  ///
  /// - Precondition: The edge belongs to the graph.
  /// - Complexity: O(1).
  public func source(of edge: EdgeID) -> NodeID { edgeSources[edge.index] }

  /// The node that an edge enters.
  ///
  /// - Precondition: The edge belongs to the graph.
  /// - Complexity: O(log *d*) for *d* lines out of the source.
  public func target(of edge: EdgeID) -> NodeID { forward.ends[forwardSlot(of: edge)] }

  /// The kind of an edge.
  ///
  /// - Precondition: The edge belongs to the graph.
  /// - Complexity: O(1).
  public func kind(of edge: EdgeID) -> EdgeKind { edgeKinds[edge.index] }
}

extension Graph {
  /// The slots of a node whose edges have a kind.
  func slots(of node: NodeID, kind: EdgeKind, in rows: Rows) -> Range<Int> {
    let all = rows.slots(of: node)
    let lower = all.firstSlot { kind <= edgeKinds[rows.edges[$0].index] }
    let upper = (lower..<all.upperBound).firstSlot { kind < edgeKinds[rows.edges[$0].index] }
    return lower..<upper
  }

  /// The forward slot that holds an edge, found among the lines of its source.
  func forwardSlot(of edge: EdgeID) -> Int {
    let kind = edgeKinds[edge.index]
    return forward.slots(of: edgeSources[edge.index]).firstSlot { slot in
      let other = forward.edges[slot]
      let otherKind = edgeKinds[other.index]
      return otherKind == kind ? edge <= other : kind < otherKind
    }
  }
}

extension Range<Int> {
  /// The first slot for which a condition holds that, once true, stays true to the end of the range.
  fileprivate func firstSlot(where holds: (Int) -> Bool) -> Int {
    var lower = lowerBound
    var upper = upperBound
    while lower < upper {
      let middle = lower + (upper - lower) / 2
      if holds(middle) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
