/// Two nodes of one side, and how many neighbours on the other side they share.
public struct SharedNeighbours: Hashable, Sendable {
  /// The lower node.
  public let first: NodeID

  /// The higher node.
  public let second: NodeID

  /// The number of neighbours that both have, each counted once; at least one.
  public let count: Int
}

/// One side of a bipartite graph joined by what its nodes share on the other.
///
/// Say trusts on one side and the systems they serve on the other: the projection joins trusts that
/// serve a system together, and says how many.
public struct Projection: Sendable {
  /// The nodes of the side that was projected, ascending.
  public let nodes: [NodeID]

  /// The pairs of nodes that share a neighbour, by first and second node, ascending.
  public let pairs: [SharedNeighbours]

  /// The number of distinct neighbours, by position in `nodes`.
  private let neighbourCounts: [Int]

  fileprivate init(nodes: [NodeID], pairs: [SharedNeighbours], neighbourCounts: [Int]) {
    self.nodes = nodes
    self.pairs = pairs
    self.neighbourCounts = neighbourCounts
  }

  /// The number of distinct neighbours of a node on the other side.
  ///
  /// - Returns: The number, or nil when the node is not of the projected side.
  /// - Complexity: O(log *n*).
  public func neighbourCount(of node: NodeID) -> Int? {
    var lower = 0
    var upper = nodes.count
    while lower < upper {
      let middle = (lower + upper) / 2
      if nodes[middle] < node { lower = middle + 1 } else { upper = middle }
    }
    return lower < nodes.count && nodes[lower] == node ? neighbourCounts[lower] : nil
  }

  /// The share of all neighbours of a pair that both have: the Jaccard index, over 0 and up to 1.
  ///
  /// - Returns: The index, or nil when the pair is not of the projected side.
  /// - Complexity: O(log *n*).
  /// - Note: P. Jaccard, "The distribution of the flora in the alpine zone", 1912.
  public func jaccardIndex(of pair: SharedNeighbours) -> Double? {
    guard let first = neighbourCount(of: pair.first), let second = neighbourCount(of: pair.second)
    else { return nil }
    return Double(pair.count) / Double(first + second - pair.count)
  }
}

extension Graph {
  /// Joins the nodes of one side by the neighbours that they share on the other.
  ///
  /// - Parameters:
  ///   - side: The nodes to join; repetitions do not matter.
  ///   - direction: Which way lines lead to the other side.
  ///   - kinds: The kinds of line to follow.
  /// - Precondition: The nodes belong to the graph.
  /// - Complexity: Time O(*n* + Σ *d*² + *p* log *p*) for neighbours with *d* lines back and *p*
  ///   pairs. Auxiliary space O(*n*).
  public func projection(
    of side: some Sequence<NodeID>, along direction: Direction = .outgoing,
    kinds: EdgeKindSet = .all
  ) -> Projection {
    let isOfSide = Bits(count: nodeCount)
    var nodes: [NodeID] = []
    for node in side {
      precondition(node.index < nodeCount, "A node belongs to the graph")
      if isOfSide.insert(node.rawValue) { nodes.append(node) }
    }
    nodes.sort()
    let there = NeighbourScan(rows(along: direction, keeping: kinds))
    let back = NeighbourScan(rows(along: direction.reversed, keeping: kinds))
    let shared = Scratch<UInt32>(repeating: 0, count: nodeCount)
    var neighbourCounts: [Int] = []
    var pairs: [SharedNeighbours] = []
    var partners: [NodeID] = []
    for node in nodes {
      var neighbourCount = 0
      there.forEachNeighbour(of: node) { neighbour in
        neighbourCount += 1
        back.forEachNeighbour(of: neighbour) { partner in
          guard partner > node, isOfSide.contains(partner.rawValue) else { return }
          if shared[partner.rawValue] == 0 { partners.append(partner) }
          shared[partner.rawValue] += 1
        }
      }
      neighbourCounts.append(neighbourCount)
      partners.sort()
      for partner in partners {
        let count = Int(shared[partner.rawValue])
        pairs.append(SharedNeighbours(first: node, second: partner, count: count))
        shared[partner.rawValue] = 0
      }
      partners.removeAll(keepingCapacity: true)
    }
    return Projection(nodes: nodes, pairs: pairs, neighbourCounts: neighbourCounts)
  }

  /// Finds the neighbours that two nodes share: the evidence for a pair of a projection.
  ///
  /// - Parameters:
  ///   - first: One node.
  ///   - second: The other.
  ///   - direction: Which way to follow lines from both.
  ///   - kinds: The kinds of line to follow.
  /// - Returns: The neighbours, each once, ascending.
  /// - Precondition: Both nodes belong to the graph.
  /// - Complexity: Time O(*d* log *d*) for *d* lines at both nodes. Auxiliary space O(*d*).
  public func sharedNeighbours(
    of first: NodeID, and second: NodeID, along direction: Direction = .outgoing,
    kinds: EdgeKindSet = .all
  ) -> [NodeID] {
    let others = Set(neighbours(of: second, along: direction, kinds: kinds))
    return neighbours(of: first, along: direction, kinds: kinds).filter(others.contains)
  }

  /// The distinct neighbours of a node, ascending.
  private func neighbours(
    of node: NodeID, along direction: Direction, kinds: EdgeKindSet
  ) -> [NodeID] {
    let all = rows(along: direction).flatMap { rows in
      rows.slots(of: node).lazy.filter { kinds.contains(kind(of: rows.edges[$0])) }
        .map { rows.ends[$0] }
    }
    return Set(all).sorted()
  }
}

/// Visits the neighbours of nodes, each once however many lines lead to it.
private final class NeighbourScan {
  private let rows: Rows

  /// The scan that last met a node, by node; there are fewer scans than lines.
  private let lastScan: Scratch<UInt32>
  private var scan: UInt32 = 0

  init(_ rows: Rows) {
    self.rows = rows
    lastScan = Scratch(repeating: 0, count: rows.offsets.count - 1)
  }

  func forEachNeighbour(of node: NodeID, _ body: (NodeID) -> Void) {
    scan += 1
    for slot in rows.slots(of: node) {
      let end = rows.ends[slot]
      guard lastScan[end.rawValue] != scan else { continue }
      lastScan[end.rawValue] = scan
      body(end)
    }
  }
}
