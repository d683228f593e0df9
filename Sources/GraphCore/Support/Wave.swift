/// A breadth-first search under way: the nodes seen so far, in the order in which they were met.
struct Wave: ~Copyable {
  /// The nodes seen, by the order in which they were met.
  let order: Scratch<NodeID>

  /// The number of nodes seen.
  private(set) var count = 0

  private let seen: Bits

  init(nodeCount: Int) {
    order = Scratch(uninitialized: nodeCount)
    seen = Bits(count: nodeCount)
  }

  /// Whether a node was seen.
  @inline(__always)
  func contains(_ node: NodeID) -> Bool { seen.contains(node.rawValue) }

  /// Starts at a node too.
  mutating func start(at node: NodeID) {
    precondition(node.index < order.count, "A source belongs to the graph")
    if seen.insert(node.rawValue) {
      order[count] = node
      count += 1
    }
  }

  /// Goes one step on from a layer, along the lines that pass a test.
  ///
  /// The nodes of a layer are scattered over the graph. Their slots are looked up some way ahead of
  /// their lines, so that the memory fetches many of them at once instead of one after the other.
  ///
  /// - Parameters:
  ///   - layer: The positions in `order` of the nodes to start from.
  ///   - rows: The lines.
  ///   - isKept: Whether to follow the line at a slot.
  @inline(__always)
  mutating func expand(_ layer: Range<Int>, in rows: RowsView, isKept: (Int) -> Bool) {
    var tail = count
    withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: 64) { ahead in
      var position = layer.lowerBound
      while position < layer.upperBound {
        let size = min(ahead.count, layer.upperBound - position)
        for place in 0..<size {
          ahead.initializeElement(at: place, to: rows.slots(of: order[position + place].rawValue))
        }
        for place in 0..<size {
          for slot in ahead[place] where isKept(slot) {
            let end = rows.ends[slot]
            guard seen.insert(end.rawValue) else { continue }
            order[tail] = end
            tail &+= 1
          }
        }
        position += size
      }
    }
    count = tail
  }

  /// Goes on until nothing new is met, along the lines that pass a test.
  @inline(__always)
  mutating func exhaust(_ rows: RowsView, isKept: (Int) -> Bool) {
    var layer = 0..<count
    while !layer.isEmpty {
      expand(layer, in: rows, isKept: isKept)
      layer = layer.upperBound..<count
    }
  }
}

extension Graph {
  /// Takes a search one step on from a layer, along lines of some kinds in a direction.
  func expand(
    _ wave: inout Wave, from layer: Range<Int>, along direction: Direction, kinds: EdgeKindSet
  ) {
    let isEveryKind = kinds.isSuperset(of: self.kinds)
    for rows in rows(along: direction) {
      rows.withView { view in
        edgeKinds.withUnsafeBufferPointer { edgeKinds in
          wave.expand(layer, in: view) {
            isEveryKind || kinds.contains(edgeKinds[view.edges[$0].index])
          }
        }
      }
    }
  }
}
