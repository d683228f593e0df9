/// Why weights do not make a weighted set.
public struct WeightError: Error, Hashable, Sendable {
  /// The element whose weight is negative, infinite or not a number.
  public let element: NodeID

  /// The weight.
  public let weight: Double
}

/// Nodes with weights, say the systems that a trust serves with the share of its work in each.
public struct WeightedSet: Hashable, Sendable {
  /// The elements, ascending; each has a weight over zero.
  public let elements: [NodeID]

  /// The weights, by position in `elements`.
  public let weights: [Double]

  /// Gathers elements; the weights of one that comes several times are added up.
  ///
  /// - Parameter elements: The elements with their weights, in any order.
  /// - Throws: `WeightError` when a weight is negative, infinite or not a number.
  /// - Complexity: Time O(*k* log *k*) for *k* elements.
  public init(
    _ elements: some Sequence<(element: NodeID, weight: Double)>
  ) throws(WeightError) {
    var ordered: [Weighted] = []
    for (element, weight) in elements {
      guard weight >= 0, weight.isFinite else {
        throw WeightError(element: element, weight: weight)
      }
      if weight > 0 {
        ordered.append(Weighted(element: element, place: ordered.count, weight: weight))
      }
    }
    ordered.sort { ($0.element, $0.place) < ($1.element, $1.place) }
    var merged: (elements: [NodeID], weights: [Double]) = ([], [])
    merged.elements.reserveCapacity(ordered.count)
    merged.weights.reserveCapacity(ordered.count)
    for next in ordered {
      if merged.elements.last == next.element {
        merged.weights[merged.weights.count - 1] += next.weight
      } else {
        merged.elements.append(next.element)
        merged.weights.append(next.weight)
      }
    }
    self.elements = merged.elements
    weights = merged.weights
  }

  /// An element on its way into a set; its place keeps equal elements in the order given, so that
  /// sums do not depend on how the sort goes about its work.
  private struct Weighted {
    let element: NodeID
    let place: Int
    let weight: Double
  }

  /// How alike two weighted sets are: the sum of the lesser weights over the sum of the greater.
  ///
  /// 1 when they are equal, 0 when they share no element. With weights that are all 1 this is the
  /// Jaccard index.
  ///
  /// - Parameter other: The set to compare with.
  /// - Returns: The similarity, from 0 to 1, or nil when both sets are empty.
  /// - Complexity: Time O(*k*) for *k* elements of both. Auxiliary space O(1).
  /// - Note: M. Ružička, 1958; the name "weighted Jaccard" is of S. Ioffe, "Improved consistent
  ///   sampling, weighted minhash and L1 sketching", 2010.
  public func weightedJaccard(with other: WeightedSet) -> Double? {
    var lesser = 0.0
    var greater = 0.0
    var mine = 0
    var theirs = 0
    while mine < elements.count, theirs < other.elements.count {
      if elements[mine] == other.elements[theirs] {
        lesser += min(weights[mine], other.weights[theirs])
        greater += max(weights[mine], other.weights[theirs])
        mine += 1
        theirs += 1
      } else if elements[mine] < other.elements[theirs] {
        greater += weights[mine]
        mine += 1
      } else {
        greater += other.weights[theirs]
        theirs += 1
      }
    }
    greater = weights[mine...].reduce(greater, +)
    greater = other.weights[theirs...].reduce(greater, +)
    return greater > 0 ? lesser / greater : nil
  }
}

extension Graph {
  /// The neighbours of a node as a weighted set.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - direction: Which way to follow its lines.
  ///   - kinds: The kinds of line to follow.
  ///   - weight: The weight of an edge; those of parallel edges are added up.
  /// - Throws: `WeightError` when a weight is negative, infinite or not a number.
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: Time O(*d* log *d*) for *d* lines at the node.
  public func weightedNeighbours(
    of node: NodeID, along direction: Direction = .outgoing, kinds: EdgeKindSet = .all,
    weight: (EdgeID) -> Double
  ) throws(WeightError) -> WeightedSet {
    var neighbours: [(element: NodeID, weight: Double)] = []
    for rows in rows(along: direction) {
      for slot in rows.slots(of: node) where kinds.contains(kind(of: rows.edges[slot])) {
        neighbours.append((element: rows.ends[slot], weight: weight(rows.edges[slot])))
      }
    }
    return try WeightedSet(neighbours)
  }
}
