/// The kind of an edge: a small number whose meaning belongs to the caller.
public struct EdgeKind: RawRepresentable, Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The number that the caller gave the kind.
  public let rawValue: UInt8

  /// Names a kind by its number.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Names a kind by its number.
  public init(_ rawValue: UInt8) { self.rawValue = rawValue }

  /// Orders kinds by number.
  public static func < (left: EdgeKind, right: EdgeKind) -> Bool { left.rawValue < right.rawValue }
}

/// A set of edge kinds, held as 256 bits: membership costs one shift, and no allocation.
public struct EdgeKindSet: SetAlgebra, Hashable, Sendable {
  private var words: SIMD4<UInt64>

  /// Makes the empty set.
  public init() { words = SIMD4() }

  private init(words: SIMD4<UInt64>) { self.words = words }

  /// Every kind there is.
  public static var all: EdgeKindSet { EdgeKindSet(words: SIMD4(repeating: .max)) }

  /// Whether the set holds no kind.
  public var isEmpty: Bool { words == SIMD4() }

  /// The number of kinds in the set.
  public var count: Int {
    (0..<4).reduce(0) { $0 + words[$1].nonzeroBitCount }
  }

  /// The kinds in the set, ascending.
  public var kinds: [EdgeKind] {
    (0...UInt8.max).lazy.map { EdgeKind($0) }.filter(contains)
  }

  /// Whether the kind is in the set.
  public func contains(_ kind: EdgeKind) -> Bool {
    words[Int(kind.rawValue >> 6)] & Self.bit(kind) != 0
  }

  /// Adds a kind.
  @discardableResult
  public mutating func insert(
    _ kind: EdgeKind
  ) -> (inserted: Bool, memberAfterInsert: EdgeKind) {
    let inserted = !contains(kind)
    words[Int(kind.rawValue >> 6)] |= Self.bit(kind)
    return (inserted, kind)
  }

  /// Removes a kind and returns it, or nil when it was not there.
  @discardableResult
  public mutating func remove(_ kind: EdgeKind) -> EdgeKind? {
    guard contains(kind) else { return nil }
    words[Int(kind.rawValue >> 6)] &= ~Self.bit(kind)
    return kind
  }

  /// Adds a kind and returns it when it was there already.
  @discardableResult
  public mutating func update(with kind: EdgeKind) -> EdgeKind? {
    insert(kind).inserted ? nil : kind
  }

  /// Adds every kind of another set.
  public mutating func formUnion(_ other: EdgeKindSet) { words |= other.words }

  /// Keeps only the kinds that another set holds too.
  public mutating func formIntersection(_ other: EdgeKindSet) { words &= other.words }

  /// Keeps the kinds that exactly one of both sets holds.
  public mutating func formSymmetricDifference(_ other: EdgeKindSet) { words ^= other.words }

  /// The kinds of either set.
  public func union(_ other: EdgeKindSet) -> EdgeKindSet {
    EdgeKindSet(words: words | other.words)
  }

  /// The kinds of both sets.
  public func intersection(_ other: EdgeKindSet) -> EdgeKindSet {
    EdgeKindSet(words: words & other.words)
  }

  /// The kinds of exactly one of both sets.
  public func symmetricDifference(_ other: EdgeKindSet) -> EdgeKindSet {
    EdgeKindSet(words: words ^ other.words)
  }

  private static func bit(_ kind: EdgeKind) -> UInt64 { 1 << UInt64(kind.rawValue & 63) }
}
