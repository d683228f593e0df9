import GraphCore

/// Which ICS lies in which region, which place in which ICS, and in what order to name them.
///
/// Regions go from north to south by the mean latitude of their ICSs, ICSs within a region likewise,
/// west before east at one latitude; what has no location comes last, by code. Building costs
/// O(*n* log *n*) in the number of ICSs and places.
public struct Geography: Sendable {
  /// Regions from north to south.
  public let regions: [Code]
  /// All ICSs: by region, then from north to south.
  public let systems: [Code]
  private let regionBySystem: [Code: Code]
  private let systemsByRegion: [Code: [Code]]
  private let placesBySystem: [Code: [Code]]
  private let systemsByPlace: [Code: [Code]]
  private let rank: [Code: Int]

  /// Reads the containment lines of an atlas.
  public init(_ atlas: Atlas) {
    var regionBySystem: [Code: Code] = [:]
    for system in atlas.organisations(of: .ics) {
      regionBySystem[system.id] = Self.containers(of: system.id, kind: .region, in: atlas).first
    }
    var places: [Code: [Code]] = [:]
    var containers: [Code: [Code]] = [:]
    for place in atlas.organisations(of: .place) {
      let systems = Self.containers(of: place.id, kind: .ics, in: atlas)
      containers[place.id] = systems
      for system in systems { places[system, default: []].append(place.id) }
    }
    let byLatitude = Self.sortedSouthwards(atlas.organisations(of: .ics))
    let grouped = Dictionary(grouping: byLatitude.filter { regionBySystem[$0] != nil }) {
      regionBySystem[$0]!
    }
    regions = Self.sortedRegions(atlas.organisations(of: .region).map(\.id), grouped, atlas)
    systems =
      regions.flatMap { grouped[$0] ?? [] } + byLatitude.filter { regionBySystem[$0] == nil }
    self.regionBySystem = regionBySystem
    systemsByRegion = grouped
    placesBySystem = places.mapValues { codes in
      codes.sorted { (atlas.name(of: $0), $0) < (atlas.name(of: $1), $1) }
    }
    systemsByPlace = containers
    rank = Dictionary(uniqueKeysWithValues: systems.enumerated().map { ($1, $0) })
  }

  /// The region of an ICS; `nil` when none is recorded.
  public func region(of system: Code) -> Code? { regionBySystem[system] }

  /// The ICSs of a region, from north to south.
  public func systems(of region: Code) -> [Code] { systemsByRegion[region] ?? [] }

  /// The places of an ICS, by name.
  public func places(of system: Code) -> [Code] { placesBySystem[system] ?? [] }

  /// The ICSs in which a place lies: one, unless the register says otherwise.
  public func systems(containing place: Code) -> [Code] { systemsByPlace[place] ?? [] }

  /// Elements in the order of their ICSs.
  ///
  /// - Complexity: O(*n* log *n*).
  ///
  /// - Parameters:
  ///   - elements: what to sort.
  ///   - system: the ICS of an element.
  public func sorted<Element>(
    _ elements: [Element], by system: (Element) -> Code
  ) -> [Element] {
    elements.sorted { left, right in
      let (one, other) = (system(left), system(right))
      return (rank[one] ?? .max, one) < (rank[other] ?? .max, other)
    }
  }

  private static func containers(
    of code: Code, kind: OrganisationKind, in atlas: Atlas
  ) -> [Code] {
    guard let node = atlas.node(code) else { return [] }
    return atlas.lines(.relation(.contains), into: node).compactMap { line in
      atlas.organisation(line.node).flatMap { $0.kind == kind ? $0.id : nil }
    }
    .sorted()
  }

  private static func sortedSouthwards(_ systems: [Organisation]) -> [Code] {
    systems.sorted { left, right in
      switch (left.location, right.location) {
      case (let one?, let other?):
        (-one.latitude, one.longitude, left.id) < (-other.latitude, other.longitude, right.id)
      case (nil, nil): left.id < right.id
      case (let one, _): one != nil
      }
    }
    .map(\.id)
  }

  private static func sortedRegions(
    _ regions: [Code], _ systems: [Code: [Code]], _ atlas: Atlas
  ) -> [Code] {
    let latitudes: [Code: Double] = Dictionary(
      uniqueKeysWithValues: regions.map { region in
        let known = (systems[region] ?? []).compactMap {
          atlas.organisation($0)?.location?.latitude
        }
        let mean = known.isEmpty ? -90 : known.reduce(0, +) / Double(known.count)
        return (region, mean)
      })
    return regions.sorted { (-latitudes[$0]!, $0) < (-latitudes[$1]!, $1) }
  }
}
