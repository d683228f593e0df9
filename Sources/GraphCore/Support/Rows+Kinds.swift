extension Graph {
  /// The lines that a walk over the whole graph follows, in a direction and of some kinds.
  ///
  /// Algorithms that look at every line take their rows from here, and so need no thought of kinds;
  /// a copy is made only when some kind is left out or both directions are wanted at once.
  ///
  /// - Complexity: O(1) for one direction and every kind, else time and space O(*n* + *m*).
  func rows(along direction: Direction, keeping wanted: EdgeKindSet) -> Rows {
    let isKept: ((EdgeID) -> Bool)? =
      wanted.isSuperset(of: kinds) ? nil : { wanted.contains(kind(of: $0)) }
    switch (direction, isKept) {
    case (.outgoing, nil): return forward
    case (.incoming, nil): return reverse
    default: return Rows.merged(rows(along: direction)) { isKept?($0) ?? true }
    }
  }
}

extension Rows {
  /// Rows that hold, for each node, the lines of several others that pass a test.
  fileprivate static func merged(_ parts: [Rows], keeping isKept: (EdgeID) -> Bool) -> Rows {
    let nodeCount = (parts.first?.offsets.count ?? 1) - 1
    var offsets: ContiguousArray<UInt32> = [0]
    var ends: ContiguousArray<NodeID> = []
    var edges: ContiguousArray<EdgeID> = []
    offsets.reserveCapacity(nodeCount + 1)
    for node in 0..<nodeCount {
      for part in parts {
        for slot in part.slots(of: NodeID(node)) where isKept(part.edges[slot]) {
          ends.append(part.ends[slot])
          edges.append(part.edges[slot])
        }
      }
      offsets.append(UInt32(ends.count))
    }
    return Rows(offsets: offsets, ends: ends, edges: edges)
  }
}
