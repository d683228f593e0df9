import OrderedCollections

/// Every footprint of a day, found from both ends: by provider and by ICS.
///
/// Computed once and handed to everything that describes the day. Building costs O(lines of all
/// providers).
public struct Survey: Sendable {
  /// The graph of the day.
  public let atlas: Atlas
  /// Which ICS lies where.
  public let geography: Geography
  /// The footprints of all trusts and of all other providers that work in an ICS, by code.
  public let footprints: [Footprint]
  private let positions: [Code: Int]
  private let reaching: [Code: [Int]]
  private let maybeReaching: [Code: [Int]]

  /// Computes the footprints of a day.
  ///
  /// - Parameter atlas: the graph of the day.
  public init(_ atlas: Atlas) {
    self.atlas = atlas
    geography = Geography(atlas)
    footprints = atlas.footprints()
    positions = Dictionary(
      uniqueKeysWithValues: footprints.enumerated().map { ($1.provider.id, $0) })
    var reaching: [Code: [Int]] = [:]
    var maybe: [Code: [Int]] = [:]
    for (index, footprint) in footprints.enumerated() {
      let known = Set(footprint.systems.map(\.system))
      for reach in footprint.systems { reaching[reach.system, default: []].append(index) }
      for code in OrderedSet(footprint.unresolved.flatMap(\.among)) where !known.contains(code) {
        maybe[code, default: []].append(index)
      }
    }
    self.reaching = reaching
    maybeReaching = maybe
  }

  /// The footprint of a provider; `nil` when it has none on the day.
  ///
  /// - Complexity: O(1).
  public func footprint(of provider: Code) -> Footprint? {
    positions[provider].map { footprints[$0] }
  }

  /// Footprints that reach an ICS, by the code of the provider.
  ///
  /// - Complexity: O(providers of the ICS).
  public func footprints(reaching system: Code) -> [Footprint] {
    (reaching[system] ?? []).map { footprints[$0] }
  }

  /// Footprints of which it is not known whether they reach an ICS, by the code of the provider.
  ///
  /// - Complexity: O(providers of the ICS).
  public func footprints(maybeReaching system: Code) -> [Footprint] {
    (maybeReaching[system] ?? []).map { footprints[$0] }
  }

  /// Footprints of the providers that span ICSs, by code.
  ///
  /// - Complexity: O(footprints).
  public var crossBoundary: [Footprint] { footprints.filter(\.isCrossBoundary) }
}
