/// A footprint on two days that differ.
public struct FootprintChange: Hashable, Sendable {
  /// The earlier footprint; `nil` when there was no such provider.
  public let before: Footprint?
  /// The later footprint.
  public let after: Footprint

  /// Compares two footprints of one provider.
  ///
  /// - Parameters:
  ///   - before: the earlier one; `nil` when there was no such provider.
  ///   - after: the later one.
  public init(before: Footprint?, after: Footprint) {
    self.before = before
    self.after = after
  }

  /// ICSs reached on both days, in the order of the later footprint.
  public var kept: [Code] {
    let earlier = Set(before?.systems.map(\.system) ?? [])
    return after.systems.map(\.system).filter(earlier.contains)
  }

  /// ICSs reached on the later day only, in the order of the later footprint.
  public var gained: [Code] {
    let earlier = Set(before?.systems.map(\.system) ?? [])
    return after.systems.map(\.system).filter { !earlier.contains($0) }
  }

  /// ICSs reached on the earlier day only, in the order of the earlier footprint.
  public var lost: [Code] {
    let later = Set(after.systems.map(\.system))
    return before?.systems.map(\.system).filter { !later.contains($0) } ?? []
  }

  /// Whether the set of ICSs, or what is unresolved about it, is another.
  public var isChange: Bool {
    !gained.isEmpty || !lost.isEmpty
      || before?.unresolved.map(\.among) != after.unresolved.map(\.among)
  }
}

extension Register {
  /// The last day up to a date on which an ICS came, went or changed its boundary; `nil` if none.
  ///
  /// - Complexity: O(organisations + succession records).
  ///
  /// - Parameter date: the latest day that counts.
  public func lastSystemSuccession(upTo date: CalendarDate) -> CalendarDate? {
    let systems = Set(organisations.filter { $0.kind == .ics }.map(\.id))
    return succession.filter { change in
      guard change.date <= date, change.kind != .cluster else { return false }
      return systems.contains(change.predecessor)
        || change.successor.map(systems.contains) == true
    }
    .map(\.date).max()
  }
}

extension Survey {
  /// How the footprint of a provider differs from an earlier survey's; `nil` when it does not, or
  /// when the provider has no footprint now.
  ///
  /// - Complexity: O(systems of the two footprints).
  ///
  /// - Parameters:
  ///   - provider: the code of the provider.
  ///   - earlier: the survey of an earlier day.
  public func change(of provider: Code, since earlier: Survey) -> FootprintChange? {
    guard let after = footprint(of: provider) else { return nil }
    let change = FootprintChange(before: earlier.footprint(of: provider), after: after)
    return change.isChange ? change : nil
  }
}
