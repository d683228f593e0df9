/// What can be reached from a set of nodes, and in how many steps.
public struct Reachability: Sendable {
  /// The reached nodes, nearest first.
  ///
  /// The sources come first, in the order given; nodes as far away as each other stand in the order
  /// in which they were met.
  public let order: ContiguousArray<NodeID>

  /// Where each distance starts in `order`; the last element is the number of reached nodes.
  private let layerStarts: [Int]

  /// The number of steps, by node; the maximum when the node was not reached.
  private let distances: ContiguousArray<UInt32>

  fileprivate init(
    order: ContiguousArray<NodeID>, layerStarts: [Int], distances: ContiguousArray<UInt32>
  ) {
    self.order = order
    self.layerStarts = layerStarts
    self.distances = distances
  }

  /// The number of reached nodes, the sources among them.
  public var count: Int { order.count }

  /// The number of steps to the node that is farthest away; nil when there was no source.
  public var greatestDistance: Int? { layerStarts.count > 1 ? layerStarts.count - 2 : nil }

  /// Whether a node was reached; every source is.
  ///
  /// - Precondition: The node belongs to the graph.
  public func contains(_ node: NodeID) -> Bool { distances[node.index] != .max }

  /// The least number of steps to a node, or nil when it was not reached.
  ///
  /// - Precondition: The node belongs to the graph.
  public func distance(to node: NodeID) -> Int? {
    contains(node) ? Int(distances[node.index]) : nil
  }

  /// The nodes that are a number of steps away.
  public func nodes(atDistance distance: Int) -> ArraySlice<NodeID> {
    guard distance >= 0, distance + 1 < layerStarts.count else { return [] }
    return ArraySlice(order[layerStarts[distance]..<layerStarts[distance + 1]])
  }
}

extension Graph {
  /// Finds what can be reached from a set of nodes: breadth-first search.
  ///
  /// - Parameters:
  ///   - sources: The nodes to start from; repetitions do not matter.
  ///   - direction: Which way to follow lines.
  ///   - kinds: The kinds of line to follow.
  /// - Precondition: The sources belong to the graph.
  /// - Complexity: Time O(*n* + *m*), of which *m* counts only the lines of reached nodes.
  ///   Auxiliary space O(*n*).
  /// - Note: E. F. Moore, "The shortest path through a maze", 1959.
  public func reachable(
    from sources: some Sequence<NodeID>, along direction: Direction = .outgoing,
    kinds: EdgeKindSet = .all
  ) -> Reachability {
    var wave = Wave(nodeCount: nodeCount)
    for source in sources { wave.start(at: source) }
    var layerStarts = [0]
    var layer = 0..<wave.count
    while !layer.isEmpty {
      layerStarts.append(layer.upperBound)
      expand(&wave, from: layer, along: direction, kinds: kinds)
      layer = layer.upperBound..<wave.count
    }
    return Reachability(
      order: wave.order.prefix(wave.count), layerStarts: layerStarts,
      distances: distances(order: wave.order, layerStarts: layerStarts))
  }

  private func distances(
    order: borrowing Scratch<NodeID>, layerStarts: [Int]
  ) -> ContiguousArray<UInt32> {
    var distances = ContiguousArray<UInt32>(repeating: .max, count: nodeCount)
    distances.withUnsafeMutableBufferPointer { distances in
      for distance in layerStarts.indices.dropLast() {
        for position in layerStarts[distance]..<layerStarts[distance + 1] {
          distances[order[position].index] = UInt32(distance)
        }
      }
    }
    return distances
  }
}
