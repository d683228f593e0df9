/// The nodes of a graph without cycles, each before all that its lines lead to.
public struct TopologicalOrder: Sendable {
  /// The nodes in order: level by level.
  public let nodes: ContiguousArray<NodeID>

  /// Where each level starts in `nodes`; the last element is the number of nodes.
  private let levelStarts: [Int]

  fileprivate init(nodes: ContiguousArray<NodeID>, levelStarts: [Int]) {
    self.nodes = nodes
    self.levelStarts = levelStarts
  }

  /// The number of levels, which is the number of nodes on a longest path.
  public var levelCount: Int { levelStarts.count - 1 }

  /// The nodes to which a longest path has a number of edges: level 0 has nothing before it.
  ///
  /// - Precondition: `level` is at least zero and below `levelCount`.
  public func nodes(atLevel level: Int) -> ContiguousArray<NodeID>.SubSequence {
    nodes[levelStarts[level]..<levelStarts[level + 1]]
  }
}

/// Why there is no topological order: a cycle.
public struct CycleError: Error, Hashable, Sendable {
  /// A cycle that the graph holds: a shortest one through its first node.
  public let cycle: Cycle
}

extension Graph {
  /// Puts nodes into an order in which every line leads forward.
  ///
  /// Nodes come by level, the number of edges of a longest path to them. Within the first level they
  /// ascend; within the others they stand in the order in which their last predecessor stands.
  ///
  /// - Parameter kinds: The kinds of line that count.
  /// - Throws: `CycleError` with a cycle when there is no such order.
  /// - Complexity: Time O(*n* + *m*). Auxiliary space O(*n*), and O(*m*) when some kind that the
  ///   graph has is left out.
  /// - Note: A. B. Kahn, "Topological sorting of large networks", 1962.
  public func topologicalOrder(
    kinds: EdgeKindSet = .all
  ) throws(CycleError) -> TopologicalOrder {
    let order = Scratch<UInt32>(uninitialized: nodeCount)
    let (placed, levelStarts) = rows(along: .outgoing, keeping: kinds).withView {
      place(in: order, rows: $0)
    }
    if placed < nodeCount, let cycle = firstCycle(kinds: kinds) { throw CycleError(cycle: cycle) }
    let nodes = ContiguousArray(
      unsafeUninitializedCapacity: nodeCount
    ) { (buffer: inout UnsafeMutableBufferPointer<NodeID>, written) in
      for position in 0..<nodeCount {
        buffer.initializeElement(at: position, to: NodeID(rawValue: order[position]))
      }
      written = nodeCount
    }
    return TopologicalOrder(nodes: nodes, levelStarts: levelStarts)
  }

  /// Writes the nodes that no cycle holds back into `order`, level by level.
  private func place(
    in order: borrowing Scratch<UInt32>, rows: RowsView
  ) -> (placed: Int, levelStarts: [Int]) {
    let waiting = Scratch<UInt32>(repeating: 0, count: nodeCount)
    for end in rows.ends { waiting[end.rawValue] &+= 1 }
    var tail = 0
    for node in 0..<UInt32(nodeCount) where waiting[node] == 0 {
      order[tail] = node
      tail &+= 1
    }
    var levelStarts = [0]
    var level = 0..<tail
    while !level.isEmpty {
      levelStarts.append(level.upperBound)
      for position in level {
        for slot in rows.slots(of: order[position]) {
          let end = rows.end(slot)
          waiting[end] &-= 1
          if waiting[end] == 0 {
            order[tail] = end
            tail &+= 1
          }
        }
      }
      level = level.upperBound..<tail
    }
    return (tail, levelStarts)
  }

  private func firstCycle(kinds: EdgeKindSet) -> Cycle? {
    let components = strongComponents(kinds: kinds)
    return components.cyclic.first.flatMap { components.witnessCycle(of: $0) }
  }
}
