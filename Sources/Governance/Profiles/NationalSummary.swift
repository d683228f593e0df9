import OrderedCollections

/// What a survey of a day comes to: counts and distributions over all providers.
public struct NationalSummary: Hashable, Sendable {
  /// The day.
  public let date: CalendarDate
  /// Number of organisations in force, by kind, in the order of `OrganisationKind`.
  public let organisations: OrderedDictionary<OrganisationKind, Int>
  /// All trusts.
  public let trusts: SpanDistribution
  /// Trusts by sector, in the order of `Sector`; a trust of two sectors counts in each.
  public let sectors: OrderedDictionary<Sector, SpanDistribution>
  /// Other providers that work in an ICS.
  public let otherProviders: SpanDistribution
  /// Providers that work in more than one region, widest first, then by code.
  public let straddlers: [Straddler]
  /// Pairs of ICSs that share a provider, most tied first, then by code.
  public let ties: [SystemTie]
  /// Registered patients of all ICSs together; `nil` when those of one are not known.
  public let patients: Double?
  /// ICSs whose registered patients are not known, by code.
  public let systemsWithoutPatients: [Code]
  /// Groups of ICSs that share leadership while they stay separate bodies, by code.
  public let clusters: [ArrangementProfile]
}

/// How many ICSs the providers of a group work in.
public struct SpanDistribution: Hashable, Sendable {
  /// Number of providers.
  public let providers: Int
  /// Number of providers by number of ICSs, ascending; 0 stands for those with no ICS recorded.
  public let bySystemCount: OrderedDictionary<Int, Int>
  /// The providers that span ICSs, by code.
  public let crossBoundary: [Code]
  /// Those that span ICSs even without counting specialised services, by code.
  public let crossBoundaryLocally: [Code]
  /// Those that work in more than one region, by code.
  public let straddlers: [Code]
  /// Those for which it is not known in which of several ICSs they work, by code.
  public let unresolved: [Code]
  /// Those of the cross-boundary providers for which the share of own work is not known in at least
  /// one ICS, by code.
  public let withUnknownShares: [Code]
  /// Those that have no ICS recorded, by code.
  public let withoutSystem: [Code]

  /// Counts a group of footprints.
  ///
  /// - Complexity: O(*n* log *n*).
  ///
  /// - Parameter footprints: the group.
  public init(_ footprints: [Footprint]) {
    let sorted = footprints.sorted { $0.provider.id < $1.provider.id }
    func codes(where condition: (Footprint) -> Bool) -> [Code] {
      sorted.filter(condition).map(\.provider.id)
    }
    var counts: [Int: Int] = [:]
    for footprint in sorted { counts[footprint.leastSystemCount, default: 0] += 1 }
    providers = sorted.count
    bySystemCount = OrderedDictionary(
      uniqueKeysWithValues: counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
    crossBoundary = codes(where: \.isCrossBoundary)
    crossBoundaryLocally = codes { $0.localSystems.count > 1 }
    straddlers = codes(where: \.straddlesRegions)
    unresolved = codes { !$0.unresolved.isEmpty }
    withUnknownShares = codes { footprint in
      footprint.isCrossBoundary && footprint.systems.contains { $0.shareOfProvider == nil }
    }
    withoutSystem = codes { $0.leastSystemCount == 0 }
  }

  /// The most ICSs that one provider works in; 0 when there is no provider.
  public var widest: Int { bySystemCount.keys.last ?? 0 }
}

/// A provider that works in more than one region.
public struct Straddler: Hashable, Sendable {
  /// The provider.
  public let provider: Code
  /// Its sectors.
  public let sectors: [Sector]
  /// The region of its home ICS; `nil` when it has none.
  public let homeRegion: Code?
  /// All regions it works in, from north to south.
  public let regions: [Code]
  /// Those of its regions in which it has local services, from north to south.
  public let localRegions: [Code]
  /// The least number of ICSs it works in.
  public let systemCount: Int
}

/// Two ICSs and the providers that work in both.
public struct SystemTie: Hashable, Sendable {
  /// The two ICSs.
  public let pair: SystemPair
  /// The providers, by code.
  public let providers: [Code]
  /// Those that have local services in both, by code.
  public let localProviders: [Code]
}

extension Survey {
  /// What the survey comes to.
  ///
  /// - Complexity: O(Σ k²) for providers that work in k ICSs, plus a sort.
  public func summary() -> NationalSummary {
    let trusts = footprints.filter { $0.provider.kind == .trust }
    var sectors: OrderedDictionary<Sector, SpanDistribution> = [:]
    for sector in Sector.allCases {
      let group = trusts.filter { $0.provider.sectors.contains(sector) }
      if !group.isEmpty { sectors[sector] = SpanDistribution(group) }
    }
    let systems = atlas.organisations(of: .ics).map(\.id)
    let known = systems.compactMap { atlas.measure(.registeredPatients, of: $0)?.value }
    return NationalSummary(
      date: atlas.date, organisations: organisationCounts(), trusts: SpanDistribution(trusts),
      sectors: sectors,
      otherProviders: SpanDistribution(footprints.filter { $0.provider.kind != .trust }),
      straddlers: straddlers(), ties: ties(),
      patients: known.count == systems.count && !systems.isEmpty ? known.reduce(0, +) : nil,
      systemsWithoutPatients: systems.filter {
        atlas.measure(.registeredPatients, of: $0) == nil
      },
      clusters: clusters())
  }

  private func organisationCounts() -> OrderedDictionary<OrganisationKind, Int> {
    var counts: OrderedDictionary<OrganisationKind, Int> = [:]
    for kind in OrganisationKind.allCases {
      let count = atlas.organisations(of: kind).count
      if count > 0 { counts[kind] = count }
    }
    return counts
  }

  private func straddlers() -> [Straddler] {
    footprints.filter(\.straddlesRegions).map { footprint in
      let local = Set(footprint.localSystems.compactMap(\.region))
      let regions = footprint.regions.map(\.region)
      return Straddler(
        provider: footprint.provider.id, sectors: footprint.provider.sectors,
        homeRegion: footprint.homeRegion, regions: regions,
        localRegions: regions.filter(local.contains), systemCount: footprint.leastSystemCount)
    }
    .sorted {
      (-$0.regions.count, -$0.systemCount, $0.provider)
        < (-$1.regions.count, -$1.systemCount, $1.provider)
    }
  }

  private func ties() -> [SystemTie] {
    var providers: [SystemPair: [Code]] = [:]
    var local: [SystemPair: [Code]] = [:]
    for footprint in footprints {
      let here = Set(footprint.localSystems.map(\.system))
      for pair in footprint.tiedPairs {
        providers[pair, default: []].append(footprint.provider.id)
        if here.contains(pair.first), here.contains(pair.second) {
          local[pair, default: []].append(footprint.provider.id)
        }
      }
    }
    return providers.map { pair, codes in
      SystemTie(pair: pair, providers: codes, localProviders: local[pair] ?? [])
    }
    .sorted {
      (-$0.localProviders.count, -$0.providers.count, $0.pair)
        < (-$1.localProviders.count, -$1.providers.count, $1.pair)
    }
  }

  private func clusters() -> [ArrangementProfile] {
    atlas.arrangements(of: .cluster).compactMap { cluster in
      guard let node = atlas.node(cluster.id) else { return nil }
      let parties = atlas.lines(.party, into: node).compactMap { atlas.party($0.edge) }
      return ArrangementProfile(
        arrangement: cluster, parties: parties.sorted { $0.organisation < $1.organisation })
    }
  }
}
