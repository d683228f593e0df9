/// One line at a node: the edge, and the node at its other end.
public struct Line: Hashable, Sendable {
  /// The node at the other end: the target of an outgoing line, the source of an incoming one.
  public let node: NodeID

  /// The edge.
  public let edge: EdgeID

  /// Pairs an edge with the node at its other end.
  public init(node: NodeID, edge: EdgeID) {
    self.node = node
    self.edge = edge
  }
}

/// The lines at a node in one direction: a view into the graph that copies nothing.
///
/// Lines come by kind, ascending, and within a kind in the order in which the edges were added.
///
/// - Complexity: O(1) for every access.
public struct Lines: RandomAccessCollection, Sendable {
  let rows: Rows
  let slots: Range<Int>

  /// The position of the first line, always zero.
  public var startIndex: Int { 0 }

  /// The position after the last line: the number of lines.
  public var endIndex: Int { slots.count }

  /// The line at a position.
  ///
  /// - Precondition: `position` is at least zero and below `count`.
  public subscript(position: Int) -> Line {
    precondition(position >= 0 && position < slots.count, "No line at this position")
    let slot = slots.lowerBound + position
    return Line(node: rows.ends[slot], edge: rows.edges[slot])
  }
}
