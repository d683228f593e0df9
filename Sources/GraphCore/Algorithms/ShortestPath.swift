extension Graph {
  /// Finds a shortest path from any of some nodes to any of others.
  ///
  /// Of targets as near as each other, the one is taken that ``reachable(from:along:kinds:)`` meets
  /// first, and so is each node on the way back from it; of lines between two nodes, the first by
  /// kind, then by edge. A node that is both source and target yields a path without an edge.
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
    var wave = Wave(nodeCount: nodeCount)
    for source in sources { wave.start(at: source) }
    var layers = [0..<wave.count]
    while let layer = layers.last, !layer.isEmpty {
      if let position = layer.first(where: { isTarget.contains(wave.order[$0].rawValue) }) {
        return path(
          to: wave.order[position], through: layers.dropLast(), of: wave, along: direction,
          kinds: kinds)
      }
      expand(&wave, from: layer, along: direction, kinds: kinds)
      layers.append(layer.upperBound..<wave.count)
    }
    return nil
  }

  /// Goes back from a node, layer by layer, to a source.
  private func path(
    to end: NodeID, through layers: some BidirectionalCollection<Range<Int>>,
    of wave: borrowing Wave, along direction: Direction, kinds: EdgeKindSet
  ) -> Path? {
    let isBefore = Bits(count: nodeCount)
    var nodes = [end]
    var edges: [EdgeID] = []
    var node = end
    for layer in layers.reversed() {
      // Bits, so that a layer of many nodes is looked through once for all lines at a node of many.
      for line in lines(of: node, along: direction.reversed, kinds: kinds) {
        _ = isBefore.insert(line.node.rawValue)
      }
      let position = layer.first { isBefore.contains(wave.order[$0].rawValue) }
      for line in lines(of: node, along: direction.reversed, kinds: kinds) {
        isBefore.remove(line.node.rawValue)
      }
      guard let previous = position.map({ wave.order[$0] }),
        let line = lines(of: previous, along: direction, kinds: kinds).first(where: {
          $0.node == node
        })
      else { return nil }
      nodes.append(previous)
      edges.append(line.edge)
      node = previous
    }
    return Path(nodes: nodes.reversed(), edges: edges.reversed())
  }

  /// The lines at a node in a direction, of some kinds.
  private func lines(
    of node: NodeID, along direction: Direction, kinds: EdgeKindSet
  ) -> some Sequence<Line> {
    rows(along: direction).lazy.flatMap { Lines(rows: $0, slots: $0.slots(of: node)) }
      .filter { kinds.contains(kind(of: $0.edge)) }
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
