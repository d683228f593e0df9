extension Graph {
  /// Stops a debug build whose graph is not well formed; compiled out of release builds.
  ///
  /// Both directions hold every edge exactly once, at the right node, sorted by kind and edge, and
  /// agree with each other about both ends.
  ///
  /// - Complexity: Time O(*n* + *m*). Auxiliary space O(*m*).
  public func _checkInvariants() {
    #if DEBUG
      precondition(edgeKinds.count == edgeCount, "One kind an edge")
      precondition(edgeKinds.allSatisfy(kinds.contains), "Every kind is noted")
      checkRows(forward)
      checkRows(reverse)
      for node in nodes {
        for slot in forward.slots(of: node) {
          precondition(source(of: forward.edges[slot]) == node, "An edge leaves its source")
        }
      }
      for node in nodes {
        for slot in reverse.slots(of: node) {
          let edge = reverse.edges[slot]
          precondition(reverse.ends[slot] == source(of: edge), "Both directions agree")
          precondition(forward.edges[forwardSlot(of: edge)] == edge, "An edge is found again")
          precondition(target(of: edge) == node, "An edge enters its target")
        }
      }
    #endif
  }

  #if DEBUG
    private func checkRows(_ rows: Rows) {
      precondition(rows.offsets.count == nodeCount + 1, "An offset a node, and one for the end")
      precondition(rows.offsets.first == 0, "The first row starts at the first slot")
      precondition(Int(rows.offsets[nodeCount]) == edgeCount, "The last row ends at the last slot")
      precondition(rows.ends.count == edgeCount && rows.edges.count == edgeCount, "A slot an edge")
      var isSeen = [Bool](repeating: false, count: edgeCount)
      for node in nodes {
        precondition(rows.offsets[node.index] <= rows.offsets[node.index + 1], "Rows are ordered")
        var previous: (EdgeKind, EdgeID)?
        for slot in rows.slots(of: node) {
          let edge = rows.edges[slot]
          precondition(!isSeen[edge.index], "No edge has two slots")
          isSeen[edge.index] = true
          if let previous { precondition(previous < (kind(of: edge), edge), "By kind, by edge") }
          previous = (kind(of: edge), edge)
        }
      }
    }
  #endif
}
