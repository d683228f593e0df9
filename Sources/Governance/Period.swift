/// A closed span of days: both ends belong to it.
///
/// A missing `from` lies before the register begins and is not known; a missing `to` means still in
/// force.
public struct Period: Hashable, Sendable {
  /// The first day; `nil` when not known.
  public var from: CalendarDate?
  /// The last day; `nil` when still in force.
  public var to: CalendarDate?

  /// Makes a period.
  ///
  /// - Parameters:
  ///   - from: the first day, `nil` when not known.
  ///   - to: the last day, `nil` when still in force.
  public init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether the period has no day, because it ends before it starts.
  public var isEmpty: Bool {
    guard let from, let to else { return false }
    return to < from
  }

  /// Whether the day lies within.
  public func contains(_ date: CalendarDate) -> Bool {
    if let from, date < from { return false }
    if let to, to < date { return false }
    return true
  }

  /// Whether the other period lies wholly within this one.
  ///
  /// An end that is not known is not held against the inner period.
  public func covers(_ inner: Period) -> Bool {
    if let from, let start = inner.from, start < from { return false }
    if let to {
      guard let end = inner.to else { return false }
      if to < end { return false }
    }
    return true
  }

  /// The days that both periods have; may be empty.
  public func intersection(_ other: Period) -> Period {
    Period(
      from: [from, other.from].compactMap { $0 }.max(), to: [to, other.to].compactMap { $0 }.min())
  }
}
