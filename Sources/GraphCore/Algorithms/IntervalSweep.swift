/// Two intervals that overlap, by their positions in the list given.
public struct OverlappingPair: Hashable, Comparable, Sendable {
  /// The lower position.
  public let first: Int

  /// The higher position.
  public let second: Int

  @usableFromInline
  init(_ one: Int, _ other: Int) {
    first = min(one, other)
    second = max(one, other)
  }

  /// Orders pairs by first and then second position.
  public static func < (left: OverlappingPair, right: OverlappingPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

/// Where the most intervals hold at once.
public struct OverlapPeak<Bound: Comparable & Sendable>: Sendable {
  /// The first stretch over which that many intervals hold; both ends belong to it.
  public let extent: ClosedRange<Bound>

  /// The positions, in the list given, of the intervals that hold over it, ascending.
  public let members: [Int]

  /// The number of intervals that hold at once.
  public var depth: Int { members.count }

  @usableFromInline
  init(extent: ClosedRange<Bound>, members: [Int]) {
    self.extent = extent
    self.members = members
  }
}

/// Overlaps among closed intervals, found by a sweep from the least bound to the greatest.
///
/// Both ends belong to an interval, so one that ends where another starts overlaps with it.
///
/// Inlinable, unlike the rest of the module: the only type here that is generic over what the caller
/// brings, and a hundred times slower when it is not specialised to it.
public struct IntervalSweep<Bound: Comparable & Sendable>: Sendable {
  /// The intervals, in the order given.
  public let intervals: [ClosedRange<Bound>]

  /// The positions of the intervals by lower bound, then by position.
  @usableFromInline
  let byLowerBound: [Int]

  /// Prepares a sweep.
  ///
  /// - Parameter intervals: The intervals; results name them by position.
  /// - Complexity: Time O(*k* log *k*) for *k* intervals.
  @inlinable
  public init(_ intervals: [ClosedRange<Bound>]) {
    self.intervals = intervals
    byLowerBound = intervals.indices.sorted {
      let (left, right) = (intervals[$0].lowerBound, intervals[$1].lowerBound)
      return left == right ? $0 < $1 : left < right
    }
  }

  /// All pairs of intervals that share a point, by first and then second position.
  ///
  /// - Complexity: Time O(*k* log *k* + *p* log *p*) for *k* intervals and *p* pairs. Auxiliary
  ///   space O(*k*).
  @inlinable
  public func overlappingPairs() -> [OverlappingPair] {
    var pairs: [OverlappingPair] = []
    var open: [Int] = []
    for next in byLowerBound {
      // Each interval looked at either makes a pair or is dropped for good.
      open.removeAll { intervals[$0].upperBound < intervals[next].lowerBound }
      for other in open { pairs.append(OverlappingPair(other, next)) }
      open.append(next)
    }
    return pairs.sorted()
  }

  /// The first place where the most intervals hold at once.
  ///
  /// - Returns: The place and the intervals, or nil when there is no interval.
  /// - Complexity: Time O(*k* log *k*) for *k* intervals. Auxiliary space O(*k*).
  @inlinable
  public func peak() -> OverlapPeak<Bound>? {
    let upperBounds = intervals.map(\.upperBound).sorted()
    var ended = 0
    var depth = 0
    var best: (depth: Int, start: Bound, end: Bound)?
    for next in byLowerBound {
      let start = intervals[next].lowerBound
      while upperBounds[ended] < start {
        ended += 1
        depth -= 1
      }
      depth += 1
      // The next interval to end closes the stretch, unless one that starts before then deepens it.
      if depth > best?.depth ?? 0 { best = (depth, start, upperBounds[ended]) }
    }
    return best.map { best in
      let members = intervals.indices.filter { intervals[$0].contains(best.start) }
      return OverlapPeak(extent: best.start...best.end, members: members)
    }
  }
}
