/// There is no such provider on the day.
public struct UnknownProvider: Error, Hashable, Sendable {
  /// The code that was asked for.
  public let code: Code
  /// The day.
  public let date: CalendarDate
}

extension Atlas {
  /// The footprint of a provider.
  ///
  /// - Parameters:
  ///   - provider: the code of a trust or another provider.
  ///   - geography: the geography of this atlas, when at hand; computed otherwise.
  /// - Throws: `UnknownProvider` if no organisation of that code is in force on the day.
  /// - Complexity: O(lines of the provider, plus trusts of its first ICS), after the geography.
  public func footprint(
    of provider: Code, geography: Geography? = nil
  ) throws(UnknownProvider) -> Footprint {
    guard let node = node(provider), let organisation = organisation(node) else {
      throw UnknownProvider(code: provider, date: date)
    }
    return FootprintBuilder(
      atlas: self, geography: geography ?? Geography(self), provider: organisation, node: node
    ).build()
  }

  /// The footprints of all trusts, and of all other providers that work in an ICS, by code.
  public func footprints() -> [Footprint] {
    let geography = Geography(self)
    return (organisations(of: .trust) + organisations(of: .otherProvider)).compactMap {
      guard let node = node($0.id) else { return nil }
      let footprint = FootprintBuilder(
        atlas: self, geography: geography, provider: $0, node: node
      ).build()
      let works = !footprint.systems.isEmpty || !footprint.unresolved.isEmpty
      return works || $0.kind == .trust ? footprint : nil
    }
    .sorted { $0.provider.id < $1.provider.id }
  }
}
