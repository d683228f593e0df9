/// An ICS on one day: what it contains, who works in it, what it takes part in.
public struct SystemProfile: Hashable, Sendable {
  /// The ICS.
  public let system: Organisation
  /// Its region; `nil` when none is recorded.
  public let region: Code?
  /// Its figures, in the order of `MeasureKind`.
  public let measures: [Measure]
  /// Its places and local authorities, in that order, each by name.
  public let areas: [ContainedArea]
  /// The providers that work in it, by code.
  public let providers: [ProviderReach]
  /// Providers of which it is not known whether they work in it, by code.
  public let unresolvedProviders: [Code]
  /// Providers it buys from without evidence of local services in it, by code.
  public let buysFrom: [Code]
  /// The arrangements it takes part in, clusters apart, by code.
  public let arrangements: [ArrangementProfile]
  /// The clusters it belongs to, by code.
  public let clusters: [ArrangementProfile]
  /// Its own forums, by code.
  public let forums: [Forum]
  /// How it came about and what became of it, by date.
  public let succession: [Succession]

  /// Registered patients; `nil` when not known.
  public var patients: Measure? { measures.first { $0.kind == .registeredPatients } }

  /// Providers of one sector, by code.
  public func providers(in sector: Sector) -> [ProviderReach] {
    providers.filter { $0.sectors.contains(sector) }
  }

  /// Providers without a sector, by code.
  public var providersWithoutSector: [ProviderReach] { providers.filter(\.sectors.isEmpty) }
}

/// A place or a local authority in an ICS.
public struct ContainedArea: Hashable, Sendable {
  /// The place or local authority.
  public let area: Code
  /// What it is.
  public let kind: OrganisationKind
  /// How much of it lies in the ICS, 0 to 1; `nil` when not known.
  public let share: Double?
  /// The other ICSs in which it lies, by code.
  public let alsoIn: [Code]
  /// How sure it is.
  public let confidence: Confidence
  /// The source.
  public let source: String
}

/// A provider as an ICS sees it.
public struct ProviderReach: Hashable, Sendable {
  /// The provider.
  public let provider: Code
  /// Its sectors.
  public let sectors: [Sector]
  /// What it does in the ICS.
  public let reach: SystemReach
  /// The least number of ICSs it works in.
  public let systemCount: Int
  /// Of what its shares are shares.
  public let shareBasis: String?

  /// Whether it spans ICSs.
  public var isCrossBoundary: Bool { systemCount > 1 }
}

extension Survey {
  /// The profile of an ICS; `nil` when there is no ICS of that code on the day.
  ///
  /// - Complexity: O(its lines, plus succession records).
  ///
  /// - Parameter system: the code of the ICS.
  public func profile(ofSystem system: Code) -> SystemProfile? {
    guard let organisation = atlas.organisation(system), organisation.kind == .ics else {
      return nil
    }
    let arrangements = atlas.arrangements(with: system)
    let reaching = footprints(reaching: system)
    return SystemProfile(
      system: organisation, region: geography.region(of: system),
      measures: MeasureKind.allCases.compactMap { atlas.measure($0, of: system) },
      areas: areas(of: system),
      providers: reaching.compactMap { Self.reach(of: $0, into: system) },
      unresolvedProviders: footprints(maybeReaching: system).map(\.provider.id),
      buysFrom: bought(by: system, except: Set(reaching.map(\.provider.id))),
      arrangements: arrangements.filter { $0.arrangement.kind != .cluster },
      clusters: arrangements.filter { $0.arrangement.kind == .cluster },
      forums: atlas.forums(of: system), succession: atlas.succession(of: system))
  }

  private static func reach(of footprint: Footprint, into system: Code) -> ProviderReach? {
    footprint.systems.first { $0.system == system }.map {
      ProviderReach(
        provider: footprint.provider.id, sectors: footprint.provider.sectors, reach: $0,
        systemCount: footprint.leastSystemCount, shareBasis: footprint.shareBasis)
    }
  }

  private func areas(of system: Code) -> [ContainedArea] {
    guard let node = atlas.node(system) else { return [] }
    let contained = atlas.lines(.relation(.contains), from: node).compactMap {
      line -> ContainedArea? in
      guard let relation = atlas.relation(line.edge), let area = atlas.organisation(line.node),
        area.kind == .place || area.kind == .localAuthority
      else { return nil }
      let systems = atlas.lines(.relation(.contains), into: line.node).compactMap {
        atlas.organisation($0.node).flatMap { $0.kind == .ics ? $0.id : nil }
      }
      return ContainedArea(
        area: area.id, kind: area.kind, share: relation.shareOfObject,
        alsoIn: Set(systems).subtracting([system]).sorted(),
        confidence: relation.provenance.confidence, source: relation.provenance.source)
    }
    return contained.sorted {
      (
        $0.kind == .place ? 0 : 1, atlas.name(of: $0.area), $0.area
      ) < (
        $1.kind == .place ? 0 : 1, atlas.name(of: $1.area), $1.area
      )
    }
  }

  private func bought(by system: Code, except known: Set<Code>) -> [Code] {
    guard let node = atlas.node(system) else { return [] }
    let sellers = atlas.lines(.relation(.commissions), from: node).compactMap { line in
      atlas.organisation(line.node)?.id
    }
    return Set(sellers).subtracting(known).sorted()
  }
}
