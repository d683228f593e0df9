extension Graph {
  /// Finds a shortest cycle through a node.
  ///
  /// - Parameters:
  ///   - node: The node; the cycle starts there.
  ///   - kinds: The kinds of line to follow.
  /// - Returns: The cycle, or nil when no line leads back to the node.
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: Time O(*n* + *m*). Auxiliary space O(*n*), and O(*m*) when some kind that the
  ///   graph has is left out.
  public func shortestCycle(through node: NodeID, kinds: EdgeKindSet = .all) -> Cycle? {
    precondition(node.index < nodeCount, "The node belongs to the graph")
    let search = CycleSearch(rows(along: .outgoing, keeping: kinds))
    return search.shortestCycle(through: node, shorterThan: .max) { _ in true }
  }
}

extension StrongComponents {
  /// A cycle that shows that a component is one: a shortest one through its first node.
  ///
  /// - Parameter component: The component.
  /// - Returns: The cycle, or nil when the component is a single node without a self-loop.
  /// - Precondition: The component is one of these.
  /// - Complexity: Time O(*n* + *m*). Auxiliary space O(*n*), and O(*m*) when some kind that the
  ///   graph has was left out.
  public func witnessCycle(of component: ComponentID) -> Cycle? {
    guard let node = members(of: component).first else { return nil }
    let search = CycleSearch(graph.rows(along: .outgoing, keeping: kinds))
    return search.shortestCycle(through: node, shorterThan: .max) {
      components[$0.index] == component
    }
  }

  /// A shortest cycle within a component.
  ///
  /// Of cycles as short as each other, the one through the lowest node is taken. Nodes are searched
  /// in ascending order, each to less than the length of the best cycle so far, and are left out of
  /// the searches that follow.
  ///
  /// - Parameter component: The component.
  /// - Returns: The cycle, or nil when the component is a single node without a self-loop.
  /// - Precondition: The component is one of these.
  /// - Complexity: Time O(*n* + *m* + *s*(*s* + *t*)) for a component of *s* nodes and *t* lines;
  ///   near linear where there are short cycles. Auxiliary space O(*n*), and O(*m*) when some kind
  ///   that the graph has was left out.
  public func shortestCycle(in component: ComponentID) -> Cycle? {
    let search = CycleSearch(graph.rows(along: .outgoing, keeping: kinds))
    var best: Cycle?
    for node in members(of: component) where best?.length != 1 {
      let shorter = search.shortestCycle(through: node, shorterThan: best?.length ?? .max) {
        $0 >= node && components[$0.index] == component
      }
      if let shorter { best = shorter }
    }
    return best
  }
}

/// Breadth-first searches for the way back to a node, one after another over the same memory.
private final class CycleSearch {
  private let rows: Rows
  private let queue: Scratch<NodeID>
  private let seen: Bits

  /// The node from which a node was first met, by node; meaningful for those seen alone.
  private let previous: Scratch<NodeID>

  init(_ rows: Rows) {
    let nodeCount = rows.offsets.count - 1
    self.rows = rows
    queue = Scratch(uninitialized: nodeCount)
    seen = Bits(count: nodeCount)
    previous = Scratch(uninitialized: nodeCount)
  }

  /// Finds a shortest cycle through a node, over nodes that pass a test.
  func shortestCycle(
    through start: NodeID, shorterThan limit: Int, inside isInside: (NodeID) -> Bool
  ) -> Cycle? {
    queue[0] = start
    _ = seen.insert(start.rawValue)
    var tail = 1
    defer { for position in 0..<tail { seen.remove(queue[position].rawValue) } }
    var layer = 0..<1
    var length = 1
    while !layer.isEmpty, length < limit {
      for position in layer {
        let node = queue[position]
        for slot in rows.slots(of: node) {
          let end = rows.ends[slot]
          if end == start { return cycle(from: start, to: node) }
          guard length + 1 < limit, isInside(end), seen.insert(end.rawValue) else { continue }
          previous[end.rawValue] = node
          queue[tail] = end
          tail += 1
        }
      }
      layer = layer.upperBound..<tail
      length += 1
    }
    return nil
  }

  /// The cycle over the nodes by which the search came to the end, and back to the start.
  private func cycle(from start: NodeID, to end: NodeID) -> Cycle {
    var nodes = [end]
    while let node = nodes.last, node != start { nodes.append(previous[node.rawValue]) }
    nodes.reverse()
    let edges = nodes.indices.compactMap { place in
      firstEdge(from: nodes[place], to: nodes[(place + 1) % nodes.count])
    }
    return Cycle(nodes: nodes, edges: edges)
  }

  /// The first line from a node to another: the one by which a search meets it.
  private func firstEdge(from node: NodeID, to end: NodeID) -> EdgeID? {
    rows.slots(of: node).first { rows.ends[$0] == end }.map { rows.edges[$0] }
  }
}
