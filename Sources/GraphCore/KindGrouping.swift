/// The edges of a graph grouped by kind, in the order in which they were added within a kind.
struct KindGrouping {
  /// The kinds that occur.
  let kinds: EdgeKindSet

  /// The edges by kind, then by index; nil when that is the ascending order of edges already.
  let order: ContiguousArray<EdgeID>?

  /// Groups edges by a counting sort over the 256 kinds.
  ///
  /// - Complexity: Time O(*m*). Auxiliary space O(1) beside the result.
  init(_ edgeKinds: ContiguousArray<EdgeKind>) {
    var counts = ContiguousArray<Int>(repeating: 0, count: 256)
    var isAscending = true
    var previous = EdgeKind(0)
    for kind in edgeKinds {
      counts[Int(kind.rawValue)] += 1
      if kind < previous { isAscending = false }
      previous = kind
    }
    var kinds = EdgeKindSet()
    for kind in 0...UInt8.max where counts[Int(kind)] > 0 { kinds.insert(EdgeKind(kind)) }
    self.kinds = kinds
    order = isAscending ? nil : Self.order(edgeKinds, counts: counts)
  }

  private static func order(
    _ edgeKinds: ContiguousArray<EdgeKind>, counts: ContiguousArray<Int>
  ) -> ContiguousArray<EdgeID> {
    var cursors = ContiguousArray<Int>()
    cursors.reserveCapacity(counts.count)
    var total = 0
    for count in counts {
      cursors.append(total)
      total += count
    }
    return ContiguousArray(unsafeUninitializedCapacity: edgeKinds.count) { order, written in
      cursors.withUnsafeMutableBufferPointer { cursors in
        edgeKinds.withUnsafeBufferPointer { edgeKinds in
          for edge in 0..<UInt32(edgeKinds.count) {
            let kind = Int(edgeKinds[Int(edge)].rawValue)
            order.initializeElement(at: cursors[kind], to: EdgeID(rawValue: edge))
            cursors[kind] &+= 1
          }
        }
      }
      written = edgeKinds.count
    }
  }
}
