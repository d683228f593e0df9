/// The arrays of ``Rows`` as plain pointers, for the length of one walk.
struct RowsView {
  let offsets: UnsafeBufferPointer<UInt32>
  let ends: UnsafeBufferPointer<NodeID>
  let edges: UnsafeBufferPointer<EdgeID>

  @inline(__always)
  func slots(of node: UInt32) -> Range<Int> {
    let lower = Int(offsets[Int(node)])
    let upper = Int(offsets[Int(node) &+ 1])
    return Range(uncheckedBounds: (lower, upper))
  }

  @inline(__always)
  func end(_ slot: Int) -> UInt32 { ends[slot].rawValue }
}

extension Rows {
  /// Lends the arrays as plain pointers.
  @inline(__always)
  func withView<Result, Failure: Error>(
    _ body: (RowsView) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try offsets.withUnsafeBufferPointer { (offsets) throws(Failure) -> Result in
      try ends.withUnsafeBufferPointer { (ends) throws(Failure) -> Result in
        try edges.withUnsafeBufferPointer { (edges) throws(Failure) -> Result in
          try body(RowsView(offsets: offsets, ends: ends, edges: edges))
        }
      }
    }
  }
}
