/// Compressed sparse rows: for each node the run of slots that are its lines in one direction.
///
/// Slots of a node are ordered by kind, then by edge. A class, so that a view of one node's lines
/// costs one reference and no copy.
final class Rows: Sendable {
  /// Node *n* owns the slots `offsets[n] ..< offsets[n + 1]`.
  let offsets: ContiguousArray<UInt32>

  /// The node at the other end, by slot.
  let ends: ContiguousArray<NodeID>

  /// The edge, by slot.
  let edges: ContiguousArray<EdgeID>

  init(
    offsets: ContiguousArray<UInt32>, ends: ContiguousArray<NodeID>, edges: ContiguousArray<EdgeID>
  ) {
    self.offsets = offsets
    self.ends = ends
    self.edges = edges
  }

  /// The slots of a node.
  ///
  /// - Precondition: The node belongs to the graph.
  func slots(of node: NodeID) -> Range<Int> {
    Int(offsets[node.index])..<Int(offsets[node.index + 1])
  }

  /// The bytes that the three arrays hold.
  var byteCount: Int {
    offsets.count * MemoryLayout<UInt32>.stride
      + ends.count * MemoryLayout<NodeID>.stride
      + edges.count * MemoryLayout<EdgeID>.stride
  }
}
