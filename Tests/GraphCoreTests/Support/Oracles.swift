/// Slow answers that are plainly right, to hold the fast ones against.
extension PlainGraph {
  /// The least number of edges from every node to every other.
  func distances() -> [[Int?]] { (0..<nodeCount).map { distances(from: [$0]) } }

  /// The least number of edges from any of some nodes, by relaxing until nothing changes.
  func distances(from sources: [Int]) -> [Int?] {
    var distances = [Int?](repeating: nil, count: nodeCount)
    for source in sources { distances[source] = 0 }
    var isChanged = true
    while isChanged {
      isChanged = false
      for edge in edges {
        guard let before = distances[edge.source] else { continue }
        if before + 1 < distances[edge.target] ?? .max {
          distances[edge.target] = before + 1
          isChanged = true
        }
      }
    }
    return distances
  }

  /// The least number of edges of a cycle through a node: a step, and the way back.
  func shortestCycleLength(through node: Int) -> Int? {
    let distances = distances()
    return edges.filter { $0.source == node }
      .compactMap { distances[$0.target][node].map { $0 + 1 } }.min()
  }

  /// For each node, the nodes that lie on every way from any root to it, itself included.
  ///
  /// Found by taking each node away in turn; empty where there is no way.
  func dominators(from roots: [Int]) -> [Set<Int>] {
    let reached = reached(from: roots)
    var dominators = [Set<Int>](repeating: [], count: nodeCount)
    for removed in reached {
      let left = self.reached(from: roots, without: removed)
      for node in reached.subtracting(left) { dominators[node].insert(removed) }
    }
    return dominators
  }

  /// The nodes that can be reached from any root when one node is taken away.
  func reached(from roots: [Int], without removed: Int? = nil) -> Set<Int> {
    var reached = Set(roots.filter { $0 != removed })
    var size = -1
    while reached.count != size {
      size = reached.count
      for edge in edges where reached.contains(edge.source) && edge.target != removed {
        reached.insert(edge.target)
      }
    }
    return reached
  }

  /// The number of edges of a longest path to each node; nil when there is a cycle.
  func longestPathLengths() -> [Int]? {
    var lengths = [Int](repeating: 0, count: nodeCount)
    for _ in 0...nodeCount {
      var isChanged = false
      for edge in edges where lengths[edge.target] < lengths[edge.source] + 1 {
        lengths[edge.target] = lengths[edge.source] + 1
        isChanged = true
      }
      if !isChanged { return lengths }
    }
    return nil
  }
}
