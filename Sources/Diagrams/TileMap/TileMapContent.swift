import Governance

/// What a tile map says, before it is drawn: a tile for each ICS and who works in it.
struct TileMapContent: Sendable {
  /// A provider on the map.
  struct Provider: Hashable, Sendable {
    let code: Code
    let name: String
    let shortName: String
    let tag: String
  }

  /// A provider in an ICS.
  struct Presence: Hashable, Sendable {
    /// Into `providers`.
    let provider: Int
    let role: ServiceRole
    /// Share of the ICS, where known.
    let share: Double?
    let confidence: Confidence

    /// Whether it serves all of the ICS, but for less than maps of service areas can tell.
    var isWhole: Bool { (share ?? 0) >= 0.99 }
  }

  /// An ICS.
  struct Tile: Hashable, Sendable {
    let code: Code
    let name: String
    let fullName: String
    let region: Code?
    let presences: [Presence]
  }

  let subject: TileMapSubject
  let date: CalendarDate
  /// In geographical order.
  let tiles: [Tile]
  /// Those with a tile to work in, by tag.
  let providers: [Provider]
  /// Of what the shares are shares, where any is known.
  let shareBasis: String?
  /// Providers of which it is not known in which of several ICSs they work.
  let unresolved: [Code]
  /// Names of providers of other sectors that provide the same, and what that is.
  let outsiders: [String]
  let definingServices: [String]
  /// The sources, the most used first.
  let sources: [String]
  /// How sure the presences are.
  let confidences: [Confidence: Int]
  let regionNames: [Code: String]

  init(
    _ subject: TileMapSubject, atlas: Atlas, geography: Geography, footprints: [Footprint]
  ) {
    self.subject = subject
    date = atlas.date
    var reaches: [(footprint: Footprint, reach: SystemReach)] = []
    var unresolved: [Code] = []
    let defining = subject.definingServices(in: footprints)
    var outsiders: [String] = []
    for footprint in footprints.sorted(by: { $0.provider.id < $1.provider.id }) {
      var included = footprint.systems.filter { subject.includes($0, of: footprint.provider) }
      if included.isEmpty {
        included = footprint.systems.filter { reach in
          reach.services.contains { defining.contains($0.lowercased()) }
        }
        if !included.isEmpty { outsiders.append(Words.plainName(footprint.provider.name)) }
      }
      reaches += included.map { (footprint, $0) }
      if !footprint.unresolved.isEmpty, !included.isEmpty {
        unresolved.append(footprint.provider.id)
      }
    }
    self.unresolved = unresolved
    self.outsiders = outsiders
    definingServices = defining.sorted()
    let providers = Self.providers(reaches.map(\.footprint.provider))
    self.providers = providers
    let numbers = Dictionary(
      uniqueKeysWithValues: providers.enumerated().map { ($1.code, $0) })
    let basis = Self.prevailingBasis(reaches)
    var presences: [Code: [Presence]] = [:]
    for (footprint, reach) in reaches {
      presences[reach.system, default: []].append(
        Presence(
          provider: numbers[footprint.provider.id]!, role: reach.role,
          share: Self.share(of: reach, footprint.shareBasis, on: basis),
          confidence: reach.confidence))
    }
    shareBasis = basis
    tiles = geography.systems.map { code in
      Tile(
        code: code,
        name: Words.limited(
          Words.systemName(atlas.shortName(of: code)), to: Self.longestName),
        fullName: Words.systemName(atlas.name(of: code)), region: geography.region(of: code),
        presences: Self.sorted(presences[code] ?? []))
    }
    regionNames = Dictionary(
      uniqueKeysWithValues: geography.regions.map { ($0, atlas.name(of: $0)) })
    confidences = Dictionary(reaches.map { ($0.reach.confidence, 1) }, uniquingKeysWith: +)
    let counts = Dictionary(
      reaches.flatMap(\.reach.sources).map { ($0, 1) }, uniquingKeysWith: +)
    sources = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  /// Characters of a name in the key; the table has it in full.
  private static let longestName = 90

  private static func providers(_ organisations: [Organisation]) -> [Provider] {
    var seen: Set<Code> = []
    let distinct = organisations.filter { seen.insert($0.id).inserted }
    let names = distinct.map { Words.limited(Words.plainName($0.name), to: longestName) }
    let tags = TileMapTags.tags(
      for: zip(names, distinct).map { name, organisation in
        let sign = organisation.shortName.flatMap { TileMapTags.isSign($0) ? $0 : nil }
        return (sign ?? name, organisation.id.text)
      })
    return zip(distinct, zip(names, tags)).map { organisation, words in
      // A short name that is a sign itself explains no sign.
      let short = organisation.shortName.flatMap { TileMapTags.isSign($0) ? nil : $0 }
      return Provider(
        code: organisation.id, name: words.0,
        shortName: Words.limited(short ?? words.0, to: longestName), tag: words.1)
    }
    .sorted { ($0.tag.lowercased(), $0.code) < ($1.tag.lowercased(), $1.code) }
  }

  /// The basis on which the most shares are known, the first by name of several.
  private static func prevailingBasis(
    _ reaches: [(footprint: Footprint, reach: SystemReach)]
  ) -> String? {
    let bases = reaches.compactMap { $0.reach.shareOfSystem == nil ? nil : $0.footprint.shareBasis }
    return Dictionary(bases.map { ($0, 1) }, uniquingKeysWith: +)
      .min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  private static func share(
    of reach: SystemReach, _ footprintBasis: String?, on basis: String?
  ) -> Double? {
    guard let basis else { return nil }
    if footprintBasis == basis { return reach.shareOfSystem }
    return reach.otherShares.first { $0.basis == basis }?.ofSystem
  }

  /// The greatest share first; then by closeness, then by tag.
  private static func sorted(_ presences: [Presence]) -> [Presence] {
    presences.sorted {
      (-($0.share ?? 0), $0.role.order, $0.provider) < (
        -($1.share ?? 0), $1.role.order, $1.provider
      )
    }
  }

  /// Whether shares are known well enough to draw: for most of the presences.
  var hasShares: Bool {
    let all = tiles.flatMap(\.presences)
    return !all.isEmpty && all.count { $0.share != nil } * 2 > all.count
  }
}

extension ServiceRole {
  /// 0 for the closest tie.
  fileprivate var order: Int {
    switch self {
    case .home: 0
    case .serves: 1
    case .specialisedOnly: 2
    }
  }
}
