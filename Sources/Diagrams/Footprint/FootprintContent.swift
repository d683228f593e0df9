import Governance

/// What a footprint picture says, in words and figures, before anything has a place on the page.
struct FootprintContent {
  /// An ICS, or ICSs of which it is not known which, as one card.
  struct Card {
    /// The ICS; `nil` where only candidates are known.
    var system: Code?
    /// The candidates where the ICS is not known.
    var among: [String] = []
    /// The name at its head.
    var name: String
    var role: ServiceRole
    var confidence: Confidence
    var shareOfSystem: Double?
    var shareOfProvider: Double?
    var shareConfidence: Confidence?
    var services: [String]
    var places: [String] = []
    /// Whether the register has places for the ICS but does not say which of them are served.
    var placesUnknown = false
    var leadsCommissioning = false
    /// What the other of two days has to do with it.
    var change: String?

    var isUnresolved: Bool { system == nil }
  }

  /// Cards of one region.
  struct Group {
    /// The region; `nil` for none recorded and for candidates.
    var region: Code?
    var name: String
    var cards: [Card]
  }

  var groups: [Group]
  /// The provider's name, for the bar.
  let name: String
  /// What else the bar says.
  let facts: [String]
  /// Of what the shares are parts.
  let nouns: ShareNouns
  /// What the ids of cards in the SVG begin with.
  var idStem = "ics"

  var cards: [Card] { groups.flatMap(\.cards) }
  /// Whether the share of any ICS is known.
  var knowsSharesOfSystems: Bool { cards.contains { $0.shareOfSystem != nil } }

  /// Whether the signs of confidence stand at each share: where the shares are as sure as one
  /// another, a note says so once, unless they are assumed.
  var marksShares: Bool {
    let levels = Set(cards.compactMap(\.shareConfidence))
    return levels.count > 1 || levels.contains(.assumed)
  }

  /// Width in points of the line for all of the provider's work: such that the widest line is no
  /// wider than the least row, where there are rows.
  var lineScale: Double {
    guard cards.count > FootprintColumns.capacity else { return 24 }
    return min(24, 10 / (cards.compactMap(\.shareOfProvider).max() ?? 1))
  }

  /// The same with a word on the cards of some ICSs.
  func marking(_ systems: [Code], _ word: String) -> FootprintContent {
    var copy = self
    for group in groups.indices {
      for card in groups[group].cards.indices {
        guard let system = groups[group].cards[card].system, systems.contains(system) else {
          continue
        }
        copy.groups[group].cards[card].change = word
      }
    }
    return copy
  }

  init(_ footprint: Footprint, in atlas: Atlas) {
    name = Words.drawable(footprint.provider.name)
    facts = Self.facts(footprint)
    nouns = ShareNouns(footprint)
    groups = Self.groups(footprint, atlas)
  }

  private static func groups(_ footprint: Footprint, _ atlas: Atlas) -> [Group] {
    let places = Dictionary(grouping: footprint.places, by: \.system)
    let leads = Set(footprint.hosts.map(\.lead))
    var groups: [Group] = []
    for reach in footprint.systems {
      let card = Card(
        system: reach.system,
        name: Words.drawable(Words.systemName(atlas.name(of: reach.system))),
        role: reach.role, confidence: reach.confidence, shareOfSystem: reach.shareOfSystem,
        shareOfProvider: reach.shareOfProvider, shareConfidence: reach.shareConfidence,
        services: reach.services.map(Words.drawable),
        places: (places[reach.system] ?? []).map { Words.drawable(atlas.name(of: $0.place)) },
        placesUnknown: footprint.systemsWithUnknownPlaces.contains(reach.system),
        leadsCommissioning: leads.contains(reach.system))
      if groups.last?.region != reach.region || groups.isEmpty {
        let name = reach.region.map { Words.drawable(atlas.name(of: $0)) } ?? "No region recorded"
        groups.append(Group(region: reach.region, name: name, cards: []))
      }
      groups[groups.count - 1].cards.append(card)
    }
    let open = footprint.unresolved.map { reach in
      Card(
        among: reach.among.map { Words.drawable(Words.systemName(atlas.name(of: $0))) },
        name: "One or more of", role: reach.role, confidence: reach.confidence,
        services: reach.services.map(Words.drawable))
    }
    if !open.isEmpty { groups.append(Group(name: "Not known which", cards: open)) }
    return groups
  }

  private static func facts(_ footprint: Footprint) -> [String] {
    var facts = [footprint.provider.id.text]
    if !footprint.provider.sectors.isEmpty {
      facts.append(footprint.provider.sectors.map(Words.sector).joined(separator: ", "))
    }
    facts.append(systems(footprint))
    if !footprint.regions.isEmpty { facts.append(Words.count(footprint.regions.count, "region")) }
    if let patients = footprint.patientsServed {
      facts.append("serves \(Words.people(patients)) patients")
    }
    return facts
  }

  /// "6 ICSs", or "at least 6 ICSs" where some are not known.
  static func systems(_ footprint: Footprint) -> String {
    let open = footprint.unresolved.isEmpty ? "" : "at least "
    return open + Words.count(footprint.leastSystemCount, "ICS", "ICSs")
  }
}
