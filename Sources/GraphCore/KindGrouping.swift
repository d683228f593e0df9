/// The kinds that occur among the edges of a graph, numbered densely in ascending order.
struct KindGrouping {
  /// The kinds that occur.
  let kinds: EdgeKindSet

  /// The number of kinds that occur.
  let count: Int

  /// The place of each kind among those that occur; zero for those that do not.
  let ranks: ContiguousArray<UInt8>

  /// Finds the kinds that occur.
  ///
  /// - Complexity: Time O(*m*). Auxiliary space O(1).
  init(_ edgeKinds: ContiguousArray<EdgeKind>) {
    var occurs = ContiguousArray<Bool>(repeating: false, count: 256)
    occurs.withUnsafeMutableBufferPointer { occurs in
      edgeKinds.withUnsafeBufferPointer { for kind in $0 { occurs[Int(kind.rawValue)] = true } }
    }
    var kinds = EdgeKindSet()
    var ranks = ContiguousArray<UInt8>(repeating: 0, count: 256)
    var count = 0
    for kind in 0...UInt8.max where occurs[Int(kind)] {
      kinds.insert(EdgeKind(kind))
      ranks[Int(kind)] = UInt8(count)
      count += 1
    }
    self.kinds = kinds
    self.count = count
    self.ranks = ranks
  }
}
