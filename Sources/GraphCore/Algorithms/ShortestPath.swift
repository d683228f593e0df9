extension Graph {
  /// Finds a shortest path from any of some nodes to any of others.
  ///
  /// Of paths as short as each other, the one is taken that the search meets first: it follows
  /// sources in the order given, and the lines of a node by kind, then by edge. A node that is both
  /// source and target yields a path without an edge.
  ///
  /// - Parameters:
  ///   - sources: The nodes where a path may start.
  ///   - targets: The nodes where a path may end.
  ///   - direction: Which way to follow lines.
  ///   - kinds: The kinds of line to follow.
  /// - Returns: The path, or nil when no target can be reached.
  /// - Precondition: The sources and targets belong to the graph.
  /// - Complexity: Time O(*n* + *m*), less when a target is near. Auxiliary space O(*n*).
  public func shortestPath(
    from sources: some Sequence<NodeID>, to targets: some Sequence<NodeID>,
    along direction: Direction = .outgoing, kinds: EdgeKindSet = .all
  ) -> Path? {
    let isTarget = Bits(count: nodeCount)
    for target in targets {
      precondition(target.index < nodeCount, "A target belongs to the graph")
      _ = isTarget.insert(target.rawValue)
    }
    let arrivals = Arrivals(nodeCount: nodeCount)
    for source in sources {
      precondition(source.index < nodeCount, "A source belongs to the graph")
      if isTarget.contains(source.rawValue) { return Path(nodes: [source], edges: []) }
      arrivals.start(at: source)
    }
    let rows = rows(along: direction)
    let isEveryKind = kinds.isSuperset(of: self.kinds)
    while let node = arrivals.next() {
      for rows in rows {
        for slot in rows.slots(of: node)
        where isEveryKind || kinds.contains(kind(of: rows.edges[slot])) {
          let end = rows.ends[slot]
          guard arrivals.arrive(at: end, from: node, by: rows.edges[slot]) else { continue }
          if isTarget.contains(end.rawValue) { return arrivals.path(to: end) }
        }
      }
    }
    return nil
  }

  /// Finds a shortest path between two nodes.
  ///
  /// - Parameters:
  ///   - source: The node where the path starts.
  ///   - target: The node where the path ends.
  ///   - direction: Which way to follow lines.
  ///   - kinds: The kinds of line to follow.
  /// - Returns: The path, or nil when the target cannot be reached.
  /// - Precondition: Both nodes belong to the graph.
  /// - Complexity: Time O(*n* + *m*), less when the target is near. Auxiliary space O(*n*).
  public func shortestPath(
    from source: NodeID, to target: NodeID, along direction: Direction = .outgoing,
    kinds: EdgeKindSet = .all
  ) -> Path? {
    shortestPath(
      from: CollectionOfOne(source), to: CollectionOfOne(target), along: direction, kinds: kinds)
  }
}

/// A breadth-first search that remembers by which edge it came to each node.
final class Arrivals {
  private let seen: Bits
  private let queue: Scratch<NodeID>
  private let previous: Scratch<NodeID>
  private let edge: Scratch<EdgeID>
  private var head = 0
  private var tail = 0
  private var starts = 0

  init(nodeCount: Int) {
    seen = Bits(count: nodeCount)
    queue = Scratch(uninitialized: nodeCount)
    previous = Scratch(uninitialized: nodeCount)
    edge = Scratch(uninitialized: nodeCount)
  }

  /// Puts a node at the start of paths.
  func start(at node: NodeID) {
    guard seen.insert(node.rawValue) else { return }
    previous[node.rawValue] = node
    queue[tail] = node
    tail += 1
  }

  /// The next node whose lines are to be followed.
  func next() -> NodeID? {
    guard head < tail else { return nil }
    defer { head += 1 }
    return queue[head]
  }

  /// Notes an arrival, and tells whether it was the first at that node.
  @inline(__always)
  func arrive(at node: NodeID, from start: NodeID, by arrival: EdgeID) -> Bool {
    guard seen.insert(node.rawValue) else { return false }
    previous[node.rawValue] = start
    edge[node.rawValue] = arrival
    queue[tail] = node
    tail &+= 1
    return true
  }

  /// The way by which the search came to a node that it has seen.
  func path(to end: NodeID) -> Path {
    var nodes = [end]
    var edges: [EdgeID] = []
    var node = end
    while previous[node.rawValue] != node {
      edges.append(edge[node.rawValue])
      node = previous[node.rawValue]
      nodes.append(node)
    }
    return Path(nodes: nodes.reversed(), edges: edges.reversed())
  }
}
