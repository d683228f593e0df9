/// A working array of a fixed length that frees itself when it goes out of scope.
///
/// Walks over millions of edges spend their time in a few array accesses, each of which would check
/// its bounds and its uniqueness. Here bounds are checked in debug builds alone; every index comes
/// out of the graph itself, whose invariants hold.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  /// Makes room for a number of elements, all set to one value.
  init(repeating element: Element, count: Int) {
    base = UnsafeMutablePointer.allocate(capacity: count)
    base.initialize(repeating: element, count: count)
    self.count = count
  }

  /// Makes room for a number of elements; each is written before it is read.
  init(uninitialized count: Int) {
    base = UnsafeMutablePointer.allocate(capacity: count)
    self.count = count
  }

  deinit { base.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  @inline(__always)
  subscript(index: UInt32) -> Element {
    get { self[Int(index)] }
    nonmutating set { self[Int(index)] = newValue }
  }

  /// Copies the first elements into an array of their own.
  func prefix(_ length: Int) -> ContiguousArray<Element> {
    ContiguousArray(UnsafeBufferPointer(start: base, count: length))
  }
}

/// One bit a node: small enough to stay in a near cache where a word a node would not.
struct Bits: ~Copyable {
  private let words: Scratch<UInt64>

  /// Makes a number of bits, all unset.
  init(count: Int) { words = Scratch(repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  func contains(_ index: UInt32) -> Bool { words[index >> 6] & (1 &<< UInt64(index & 63)) != 0 }

  /// Sets a bit, and tells whether it was unset.
  @inline(__always)
  func insert(_ index: UInt32) -> Bool {
    let word = words[index >> 6]
    let bit: UInt64 = 1 &<< UInt64(index & 63)
    guard word & bit == 0 else { return false }
    words[index >> 6] = word | bit
    return true
  }

  /// Unsets a bit.
  @inline(__always)
  func remove(_ index: UInt32) { words[index >> 6] &= ~(1 &<< UInt64(index & 63)) }
}
