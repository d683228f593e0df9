extension Rows {
  /// Sorts edges into rows by one of their ends.
  ///
  /// A counting sort: stable, so the slots of a node keep the order in which `order` names the
  /// edges. Passing the edges grouped by kind therefore yields rows grouped by kind.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes; every end is below it.
  ///   - keys: The end to sort by, by edge.
  ///   - ends: The other end, by edge.
  ///   - order: The edges in the order wanted within a node; nil means ascending.
  /// - Complexity: Time O(*n* + *m*). Auxiliary space O(*n*).
  static func sorted(
    nodeCount: Int, by keys: ContiguousArray<NodeID>, to ends: ContiguousArray<NodeID>,
    order: ContiguousArray<EdgeID>?
  ) -> Rows {
    let edgeCount = keys.count
    let offsets = rowOffsets(nodeCount: nodeCount, keys: keys)
    var cursors = offsets
    var slotEdges = ContiguousArray<EdgeID>()
    let slotEnds = ContiguousArray<NodeID>(unsafeUninitializedCapacity: edgeCount) {
      endBuffer, endCount in
      slotEdges = ContiguousArray(unsafeUninitializedCapacity: edgeCount) {
        edgeBuffer, written in
        keys.withUnsafeBufferPointer { keys in
          ends.withUnsafeBufferPointer { ends in
            cursors.withUnsafeMutableBufferPointer { cursors in
              func place(_ edge: EdgeID) {
                let key = keys[edge.index].index
                let slot = Int(cursors[key])
                cursors[key] &+= 1
                endBuffer.initializeElement(at: slot, to: ends[edge.index])
                edgeBuffer.initializeElement(at: slot, to: edge)
              }
              if let order {
                order.withUnsafeBufferPointer { for edge in $0 { place(edge) } }
              } else {
                for edge in 0..<UInt32(edgeCount) { place(EdgeID(rawValue: edge)) }
              }
            }
          }
        }
        written = edgeCount
      }
      endCount = edgeCount
    }
    return Rows(offsets: offsets, ends: slotEnds, edges: slotEdges)
  }

  /// The first slot of every node, and after the last node the number of slots.
  private static func rowOffsets(
    nodeCount: Int, keys: ContiguousArray<NodeID>
  ) -> ContiguousArray<UInt32> {
    var offsets = ContiguousArray<UInt32>(repeating: 0, count: nodeCount + 1)
    offsets.withUnsafeMutableBufferPointer { offsets in
      keys.withUnsafeBufferPointer { for key in $0 { offsets[key.index + 1] &+= 1 } }
      for node in 0..<nodeCount { offsets[node + 1] &+= offsets[node] }
    }
    return offsets
  }
}
