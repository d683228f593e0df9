import OrderedCollections

/// A region on one day: its ICSs, and the providers that work in it.
public struct RegionProfile: Hashable, Sendable {
  /// The region.
  public let region: Organisation
  /// Its ICSs, from north to south.
  public let systems: [SystemSummary]
  /// Providers with their home here that span ICSs, by code.
  public let spanning: [RegionalProvider]
  /// Providers with their home here that also work in another region, by code.
  public let reachingOut: [RegionalProvider]
  /// Providers with their home in another region, or with none, that work here, by code.
  public let reachingIn: [RegionalProvider]
  /// Trusts with their home here, by code.
  public let homeTrusts: [Code]
  /// The region's own forums, by code.
  public let forums: [Forum]
  /// The arrangements the region takes part in, by code.
  public let arrangements: [ArrangementProfile]

  /// Registered patients of all its ICSs; `nil` when those of one are not known.
  public var patients: Double? {
    var total = 0.0
    for system in systems {
      guard let patients = system.patients else { return nil }
      total += patients
    }
    return systems.isEmpty ? nil : total
  }
}

/// An ICS in figures.
public struct SystemSummary: Hashable, Sendable {
  /// The ICS.
  public let system: Code
  /// Registered patients; `nil` when not known.
  public let patients: Double?
  /// Number of places recorded.
  public let places: Int
  /// Number of providers that work in it, by sector; a provider of two sectors counts in each.
  public let providersBySector: OrderedDictionary<Sector, Int>
  /// Number of providers that work in it.
  public let providers: Int
  /// How many of them span ICSs.
  public let crossBoundaryProviders: Int
  /// How many further providers may or may not work in it.
  public let unresolvedProviders: Int
}

/// A provider as a region sees it.
public struct RegionalProvider: Hashable, Sendable {
  /// The provider.
  public let provider: Code
  /// Its sectors.
  public let sectors: [Sector]
  /// The ICSs of the region it works in, from north to south.
  public let systemsHere: [Code]
  /// All regions it works in, from north to south.
  public let regions: [Code]
  /// The least number of ICSs it works in.
  public let systemCount: Int
  /// Share of the region's registered patients it serves; `nil` when not known.
  public let shareOfRegion: Double?
  /// Share of its own work that is here; `nil` when not known.
  public let shareOfProvider: Double?
  /// The weakest of the records that show it works here.
  public let confidence: Confidence
}

extension Survey {
  /// An ICS in figures.
  ///
  /// - Complexity: O(providers of the ICS).
  ///
  /// - Parameter system: the code of the ICS.
  public func summary(ofSystem system: Code) -> SystemSummary {
    let reaching = footprints(reaching: system)
    var sectors: OrderedDictionary<Sector, Int> = [:]
    for sector in Sector.allCases {
      let count = reaching.count { $0.provider.sectors.contains(sector) }
      if count > 0 { sectors[sector] = count }
    }
    return SystemSummary(
      system: system, patients: atlas.measure(.registeredPatients, of: system)?.value,
      places: geography.places(of: system).count, providersBySector: sectors,
      providers: reaching.count, crossBoundaryProviders: reaching.count(where: \.isCrossBoundary),
      unresolvedProviders: footprints(maybeReaching: system).count)
  }

  /// The profile of a region; `nil` when there is no region of that code on the day.
  ///
  /// - Complexity: O(footprints).
  ///
  /// - Parameter region: the code of the region.
  public func profile(ofRegion region: Code) -> RegionProfile? {
    guard let organisation = atlas.organisation(region), organisation.kind == .region else {
      return nil
    }
    let here = footprints.filter { $0.regions.contains { $0.region == region } }
    let home = here.filter { $0.homeRegion == region }
    return RegionProfile(
      region: organisation,
      systems: geography.systems(of: region).map { summary(ofSystem: $0) },
      spanning: home.filter(\.isCrossBoundary).map { Self.regional($0, in: region) },
      reachingOut: home.filter(\.straddlesRegions).map { Self.regional($0, in: region) },
      reachingIn: here.filter { $0.homeRegion != region }.map { Self.regional($0, in: region) },
      homeTrusts: home.filter { $0.provider.kind == .trust }.map(\.provider.id),
      forums: atlas.forums(of: region), arrangements: atlas.arrangements(with: region))
  }

  private static func regional(_ footprint: Footprint, in region: Code) -> RegionalProvider {
    let reach = footprint.regions.first { $0.region == region }
    let systems = footprint.systems.filter { $0.region == region }
    return RegionalProvider(
      provider: footprint.provider.id, sectors: footprint.provider.sectors,
      systemsHere: systems.map(\.system), regions: footprint.regions.map(\.region),
      systemCount: footprint.leastSystemCount, shareOfRegion: reach?.shareOfRegion,
      shareOfProvider: reach?.shareOfProvider,
      confidence: systems.map(\.confidence).min() ?? .assumed)
  }
}
