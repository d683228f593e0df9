extension Rows {
  /// Sorts edges into rows by one of their ends, within a row by kind and then by edge.
  ///
  /// Two counting sorts, both stable. The first deals edges out to blocks of nodes and, within a
  /// block, to kinds: it reads and writes in a few steady streams. The second sorts a block by node;
  /// a block is so small that the slots it writes all over lie in a near cache.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes; every end is below it.
  ///   - keys: The end to sort by, by edge.
  ///   - ends: The other end, by edge.
  ///   - kinds: The kind, by edge.
  ///   - grouping: The kinds that occur.
  ///   - dealt: Working memory for as many edges as there are.
  /// - Complexity: Time O(*n* + *m*). Auxiliary space O(*m*).
  static func sorted(
    nodeCount: Int, by keys: ContiguousArray<NodeID>, to ends: ContiguousArray<NodeID>,
    kinds: ContiguousArray<EdgeKind>, grouping: KindGrouping, using dealt: borrowing Scratch<Dealt>
  ) -> Rows {
    let starts = deal(
      keys: keys, ends: ends, kinds: kinds, grouping: grouping,
      blockCount: (nodeCount + Dealt.blockSize - 1) / Dealt.blockSize, to: dealt)
    let offsets = Scratch<UInt32>(uninitialized: nodeCount + 1)
    offsets[0] = 0
    var slotEdges = ContiguousArray<EdgeID>()
    let slotEnds = ContiguousArray<NodeID>(unsafeUninitializedCapacity: keys.count) {
      endBuffer, endCount in
      slotEdges = ContiguousArray(unsafeUninitializedCapacity: keys.count) { edgeBuffer, written in
        for block in starts.indices.dropLast() {
          let nodes = (block * Dealt.blockSize)..<min((block + 1) * Dealt.blockSize, nodeCount)
          sortBlock(
            nodes, dealt: starts[block]..<starts[block + 1], of: dealt, offsets: offsets,
            ends: endBuffer, edges: edgeBuffer)
        }
        written = keys.count
      }
      endCount = keys.count
    }
    return Rows(offsets: offsets.prefix(nodeCount + 1), ends: slotEnds, edges: slotEdges)
  }

  /// An edge on its way from the order in which it was added to its slot.
  struct Dealt: BitwiseCopyable {
    /// The number of nodes whose edges are sorted at a time: their slots take about half a megabyte.
    static var blockSize: Int { 1 << blockBits }
    static var blockBits: UInt32 { 14 }

    let key: NodeID
    let end: NodeID
    let edge: EdgeID
  }

  /// Deals edges out to blocks of nodes and, within a block, to kinds.
  ///
  /// - Returns: Where each block starts in `dealt`, and at the end the number of edges.
  private static func deal(
    keys: ContiguousArray<NodeID>, ends: ContiguousArray<NodeID>, kinds: ContiguousArray<EdgeKind>,
    grouping: KindGrouping, blockCount: Int, to dealt: borrowing Scratch<Dealt>
  ) -> ContiguousArray<Int> {
    let kindCount = max(grouping.count, 1)
    let cursors = Scratch<Int>(repeating: 0, count: blockCount * kindCount)
    var starts = ContiguousArray<Int>()
    keys.withUnsafeBufferPointer { keys in
      ends.withUnsafeBufferPointer { ends in
        kinds.withUnsafeBufferPointer { kinds in
          grouping.ranks.withUnsafeBufferPointer { ranks in
            func pile(_ edge: Int) -> Int {
              Int(keys[edge].rawValue >> Dealt.blockBits) &* kindCount
                &+ Int(ranks[Int(kinds[edge].rawValue)])
            }
            for edge in keys.indices { cursors[pile(edge)] &+= 1 }
            starts = firstPlaces(cursors, pilesABlock: kindCount)
            for edge in keys.indices {
              let pile = pile(edge)
              let place = cursors[pile]
              cursors[pile] = place &+ 1
              dealt[place] = Dealt(
                key: keys[edge], end: ends[edge], edge: EdgeID(rawValue: UInt32(edge)))
            }
          }
        }
      }
    }
    return starts
  }

  /// Turns the sizes of piles into the places where they start.
  ///
  /// - Returns: Where each block of piles starts, and at the end the sum of all sizes.
  private static func firstPlaces(
    _ piles: borrowing Scratch<Int>, pilesABlock: Int
  ) -> ContiguousArray<Int> {
    var starts: ContiguousArray<Int> = []
    var total = 0
    for pile in 0..<piles.count {
      if pile % pilesABlock == 0 { starts.append(total) }
      let size = piles[pile]
      piles[pile] = total
      total += size
    }
    starts.append(total)
    return starts
  }

  /// Sorts the edges of a block of nodes into their slots.
  private static func sortBlock(
    _ nodes: Range<Int>, dealt places: Range<Int>, of dealt: borrowing Scratch<Dealt>,
    offsets: borrowing Scratch<UInt32>, ends: UnsafeMutableBufferPointer<NodeID>,
    edges: UnsafeMutableBufferPointer<EdgeID>
  ) {
    let cursors = Scratch<UInt32>(repeating: 0, count: nodes.count)
    for place in places { cursors[dealt[place].key.index &- nodes.lowerBound] &+= 1 }
    var slot = UInt32(places.lowerBound)
    for node in nodes {
      let size = cursors[node &- nodes.lowerBound]
      cursors[node &- nodes.lowerBound] = slot
      slot &+= size
      offsets[node &+ 1] = slot
    }
    for place in places {
      let next = dealt[place]
      let cursor = next.key.index &- nodes.lowerBound
      let slot = Int(cursors[cursor])
      cursors[cursor] &+= 1
      ends.initializeElement(at: slot, to: next.end)
      edges.initializeElement(at: slot, to: next.edge)
    }
  }
}
