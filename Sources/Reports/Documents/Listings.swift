import Governance

/// Which entries a list holds.
public struct ListingFilter: Hashable, Sendable {
  /// Only of this sector.
  public var sector: Sector?
  /// Only in this region.
  public var region: Code?
  /// Only those that work in this ICS.
  public var system: Code?
  /// Only those that span at least so many ICSs.
  public var spansAtLeast: Int?

  /// Makes a filter; what is `nil` lets everything through.
  public init(
    sector: Sector? = nil, region: Code? = nil, system: Code? = nil, spansAtLeast: Int? = nil
  ) {
    self.sector = sector
    self.region = region
    self.system = system
    self.spansAtLeast = spansAtLeast
  }
}

extension Listing {
  /// Trusts, by code: where they belong and how many ICSs they span.
  ///
  /// A trust is in a region if it works in an ICS of it.
  public static func trusts(_ atlas: Atlas, filter: ListingFilter = ListingFilter()) -> Listing {
    let footprints = atlas.footprints().filter { footprint in
      footprint.provider.kind == .trust
        && (filter.sector.map { footprint.provider.sectors.contains($0) } ?? true)
        && (filter.region.map { region in footprint.regions.contains { $0.region == region } }
          ?? true)
        && (filter.system.map { system in footprint.systems.contains { $0.system == system } }
          ?? true)
        && (filter.spansAtLeast.map { footprint.leastSystemCount >= $0 } ?? true)
    }
    return Listing(
      name: "trusts", date: atlas.date,
      columns: [
        ("code", "Code"), ("name", "Name"), ("sectors", "Sectors"), ("home", "Home ICS"),
        ("icss", "ICSs"), ("localICSs", "with local services"),
        ("openICSs", "more, not known which"),
        ("regions", "Regions"), ("straddlesRegions", "Straddles"),
      ],
      rows: footprints.map { footprint in
        [
          .text(footprint.provider.id.text), .text(footprint.provider.name),
          .list(footprint.provider.sectors.map(\.rawValue)), .optional(footprint.home?.text),
          .count(footprint.systems.count), .count(footprint.localSystems.count),
          .count(footprint.leastSystemCount - footprint.systems.count),
          .list(footprint.regions.map(\.region.text)), .flag(footprint.straddlesRegions),
        ]
      })
  }

  /// ICSs, by region from north to south.
  ///
  /// `spansAtLeast` counts the trusts that work in an ICS; `sector` counts those of the sector.
  public static func systems(_ atlas: Atlas, filter: ListingFilter = ListingFilter()) -> Listing {
    let geography = Geography(atlas)
    let trusts = trustsBySystem(atlas, sector: filter.sector)
    let systems = geography.systems.filter { system in
      (filter.region.map { geography.region(of: system) == $0 } ?? true)
        && (filter.spansAtLeast.map { (trusts[system] ?? 0) >= $0 } ?? true)
    }
    return Listing(
      name: "icss", date: atlas.date,
      columns: [
        ("code", "Code"), ("name", "Name"), ("region", "Region"),
        ("registeredPatients", "Registered patients"), ("places", "Places"), ("trusts", "Trusts"),
      ],
      rows: systems.map { system in
        [
          .text(system.text), .text(atlas.name(of: system)),
          .optional(geography.region(of: system).map { atlas.name(of: $0) }),
          patients(of: system, in: atlas), .count(geography.places(of: system).count),
          .count(trusts[system] ?? 0),
        ]
      })
  }

  /// Places, by ICS in geographical order, then by name.
  public static func places(_ atlas: Atlas, filter: ListingFilter = ListingFilter()) -> Listing {
    let geography = Geography(atlas)
    let inSystems = geography.systems.flatMap { system in
      geography.places(of: system).map { (place: $0, system: Optional(system)) }
    }
    let placed = Set(inSystems.map(\.place))
    let loose = atlas.organisations(of: .place).map(\.id).filter { !placed.contains($0) }
    let entries = inSystems + loose.map { (place: $0, system: nil) }
    let kept = entries.filter { entry in
      filter.region.map { region in
        entry.system.flatMap { geography.region(of: $0) } == region
      } ?? true
    }
    return Listing(
      name: "places", date: atlas.date,
      columns: [
        ("code", "Code"), ("name", "Name"), ("ics", "ICS"), ("icsName", "ICS name"),
        ("confidence", "Confidence"),
      ],
      rows: kept.map { entry in
        [
          .text(entry.place.text), .text(atlas.name(of: entry.place)),
          .optional(entry.system?.text), .optional(entry.system.map { atlas.shortName(of: $0) }),
          .optional(atlas.organisation(entry.place)?.provenance.confidence.rawValue),
        ]
      })
  }

  /// Regions, from north to south.
  public static func regions(_ atlas: Atlas) -> Listing {
    let geography = Geography(atlas)
    return Listing(
      name: "regions", date: atlas.date,
      columns: [
        ("code", "Code"), ("name", "Name"), ("icss", "ICSs"),
        ("registeredPatients", "Registered patients"),
      ],
      rows: geography.regions.map { region in
        let systems = geography.systems(of: region)
        let known = systems.compactMap { atlas.measure(.registeredPatients, of: $0)?.value }
        return [
          .text(region.text), .text(atlas.name(of: region)), .list(systems.map(\.text)),
          known.count == systems.count && !known.isEmpty
            ? Cell.figure(known.reduce(0, +)) : .unknown,
        ]
      })
  }

  /// Provider collaboratives, by code, with their members and the ICSs they work in.
  public static func collaboratives(
    _ atlas: Atlas, filter: ListingFilter = ListingFilter()
  ) -> Listing {
    let geography = Geography(atlas)
    let rows = atlas.arrangements(of: .collaborative).compactMap { arrangement -> [Cell]? in
      let parties = atlas.node(arrangement.id).map { node in
        atlas.lines(.party, into: node).compactMap { atlas.party($0.edge) }
      }
      func codes(_ roles: Set<PartyRole>) -> [Code] {
        (parties ?? []).filter { roles.contains($0.role) }.map(\.organisation)
      }
      let systems = geography.sorted(codes([.system]), by: \.self)
      let members = codes([.lead, .member, .host]).sorted()
      let sectors = Set(members.compactMap { atlas.organisation($0) }.flatMap(\.sectors))
      if let sector = filter.sector, !sectors.contains(sector) { return nil }
      if let region = filter.region,
        !systems.contains(where: { geography.region(of: $0) == region })
      {
        return nil
      }
      if let least = filter.spansAtLeast, systems.count < least { return nil }
      return [
        .text(arrangement.id.text), .text(arrangement.name), .optional(arrangement.form),
        .list(codes([.lead]).map(\.text)), .list(members.map(\.text)),
        .list(systems.map(\.text)), .text(arrangement.provenance.confidence.rawValue),
      ]
    }
    return Listing(
      name: "collaboratives", date: atlas.date,
      columns: [
        ("code", "Code"), ("name", "Name"), ("form", "Form"), ("leads", "Lead"),
        ("members", "Members"), ("icss", "ICSs"), ("confidence", "Confidence"),
      ],
      rows: rows)
  }

  private static func trustsBySystem(_ atlas: Atlas, sector: Sector?) -> [Code: Int] {
    var counts: [Code: Int] = [:]
    for footprint in atlas.footprints() where footprint.provider.kind == .trust {
      if let sector, !footprint.provider.sectors.contains(sector) { continue }
      for reach in footprint.systems { counts[reach.system, default: 0] += 1 }
    }
    return counts
  }

  private static func patients(of system: Code, in atlas: Atlas) -> Cell {
    atlas.measure(.registeredPatients, of: system).map { .figure($0.value) } ?? .unknown
  }
}
