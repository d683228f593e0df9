import GraphCore

/// Which forums report to which, through however many others.
///
/// Each forum reports to at most one, so that forums make trees; those that report to each other in a
/// ring stand for one at the root of a tree. A tour of each tree numbers forums so that those below one
/// have the numbers that follow its own, and going before another is a matter of two comparisons.
struct ReportingOrder {
  /// By node: the first number of its part of the tour, the last, and the number of its root.
  private var first: [Int]
  private var last: [Int]
  private var root: [Int]
  /// The forum at the top of each tree, by the number of the root; of a ring the first by code.
  private var tops: [Int: NodeID] = [:]

  /// Numbers the forums.
  ///
  /// - Parameters:
  ///   - superiors: to which forum each reports.
  ///   - forums: all forums, by code.
  ///   - count: the nodes of the graph.
  /// - Complexity: O(nodes + forums).
  init(_ superiors: [NodeID: NodeID], among forums: [NodeID], of count: Int) {
    first = [Int](repeating: -1, count: count)
    last = first
    root = first
    let rings = Self.rings(superiors, among: forums)
    var below: [NodeID: [NodeID]] = [:]
    var roots: [NodeID] = []
    for forum in forums {
      if let superior = superiors[forum], rings[forum] == nil {
        below[rings[superior] ?? superior, default: []].append(forum)
      } else if rings[forum] == nil || rings[forum] == forum {
        roots.append(forum)
      }
    }
    var number = 0
    for top in roots { tour(top, below, &number) }
    for (forum, ring) in rings {
      (first[forum.index], last[forum.index], root[forum.index]) =
        (first[ring.index], last[ring.index], root[ring.index])
    }
  }

  private mutating func tour(_ top: NodeID, _ below: [NodeID: [NodeID]], _ number: inout Int) {
    let start = number
    tops[start] = top
    var pending = [(node: top, isLeft: false)]
    while let (node, isLeft) = pending.popLast() {
      if isLeft {
        last[node.index] = number - 1
        continue
      }
      (first[node.index], root[node.index]) = (number, start)
      number += 1
      pending.append((node, true))
      pending += (below[node] ?? []).map { ($0, false) }
    }
  }

  /// The forums that report to each other in a ring, each with the first of its ring by code.
  private static func rings(
    _ superiors: [NodeID: NodeID], among forums: [NodeID]
  ) -> [NodeID: NodeID] {
    var rings: [NodeID: NodeID] = [:]
    var walks: [NodeID: Int] = [:]
    let ranks = Dictionary(uniqueKeysWithValues: zip(forums, forums.indices))
    for (walk, start) in forums.enumerated() {
      var node: NodeID? = start
      while let current = node, walks[current] == nil {
        walks[current] = walk
        node = superiors[current]
      }
      // A walk that comes back to itself has found a ring.
      guard let entry = node, walks[entry] == walk else { continue }
      var members = [entry]
      var next = superiors[entry]
      while let member = next, member != entry {
        members.append(member)
        next = superiors[member]
      }
      let head = members.min { (ranks[$0] ?? .max) < (ranks[$1] ?? .max) } ?? entry
      for member in members { rings[member] = head }
    }
    return rings
  }

  /// Whether one of two forums reports to the other, through however many.
  func isSettled(_ one: NodeID, _ other: NodeID) -> Bool {
    let (left, right) = (first[one.index], first[other.index])
    return left <= right ? right <= last[one.index] : left <= last[other.index]
  }

  /// The forum above all to which a forum reports, or itself; of a ring the first by code.
  func top(of forum: NodeID) -> NodeID? { tops[root[forum.index]] }
}
