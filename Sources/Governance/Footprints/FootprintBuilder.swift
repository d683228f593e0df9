import GraphCore
import OrderedCollections

/// Computes the footprint of one provider; used once, by `Atlas.footprint(of:)`.
struct FootprintBuilder {
  let atlas: Atlas
  let geography: Geography
  let provider: Organisation
  let node: NodeID

  func build() -> Footprint {
    let serving = servingRelations()
    let basis = Self.prevailingBasis(serving)
    let systems = geography.sorted(systemReaches(serving, basis: basis), by: \.system)
    let codes = systems.map(\.system)
    let (places, unknown) = placeReaches(systems, serving)
    return Footprint(
      provider: provider, date: atlas.date, systems: systems, unresolved: unresolvedReaches(codes),
      regions: regionReaches(systems), places: places, systemsWithUnknownPlaces: unknown,
      shareBasis: basis, home: systems.first { $0.role == .home }?.system,
      homeException: provider.exception, hosts: hosts(), buyers: buyers(except: codes),
      effectiveSystems: EffectiveSystems.of(systems.map(\.shareOfProvider)),
      partners: partners(of: codes), tiedPairs: Self.pairs(codes))
  }

  /// Relations of kind `serves` out of the provider whose object is an ICS, by ICS, in table order.
  private func servingRelations() -> OrderedDictionary<Code, [Relation]> {
    var serving: OrderedDictionary<Code, [Relation]> = [:]
    for line in atlas.lines(.relation(.serves), from: node) {
      guard let relation = atlas.relation(line.edge), let object = atlas.organisation(line.node),
        object.kind == .ics
      else { continue }
      serving[object.id, default: []].append(relation)
    }
    return serving
  }

  /// The basis on which the shares of the most ICSs are known; the first by name where several do.
  private static func prevailingBasis(_ serving: OrderedDictionary<Code, [Relation]>) -> String? {
    var counts: [String: Int] = [:]
    for relations in serving.values {
      let bases = Set(relations.filter(\.hasShare).compactMap(\.shareBasis))
      for basis in bases { counts[basis, default: 0] += 1 }
    }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }

  private func systemReaches(
    _ serving: OrderedDictionary<Code, [Relation]>, basis: String?
  ) -> [SystemReach] {
    serving.map { system, relations in
      let shared = relations.first { $0.hasShare && $0.shareBasis == basis }
      let others = relations.filter { $0.hasShare && $0.shareBasis != basis }
      return SystemReach(
        system: system, region: geography.region(of: system),
        role: relations.compactMap(\.role).min { $0.closeness < $1.closeness } ?? .serves,
        services: Array(OrderedSet(relations.flatMap(\.services))),
        shareOfSystem: shared?.shareOfObject, shareOfProvider: shared?.shareOfSubject,
        shareConfidence: shared?.provenance.confidence,
        otherShares: others.map {
          OtherShare(
            basis: $0.shareBasis ?? "not stated", ofSystem: $0.shareOfObject,
            ofProvider: $0.shareOfSubject)
        },
        patients: atlas.measure(.registeredPatients, of: system)?.value,
        confidence: relations.map(\.provenance.confidence).max() ?? .assumed,
        relations: relations.map(\.id),
        sources: Array(OrderedSet(relations.map(\.provenance.source))))
    }
  }

  private func unresolvedReaches(_ known: [Code]) -> [UnresolvedReach] {
    (atlas.unresolvedRelations[provider.id] ?? []).compactMap { index in
      let relation = atlas.register.relations[index]
      guard relation.kind == .serves, !Set(relation.objectAmong).isSubset(of: known) else {
        return nil
      }
      return UnresolvedReach(
        among: relation.objectAmong.sorted(), role: relation.role ?? .serves,
        services: relation.services, reason: relation.provenance.note, relation: relation.id,
        source: relation.provenance.source, confidence: relation.provenance.confidence)
    }
  }

  private func regionReaches(_ systems: [SystemReach]) -> [RegionReach] {
    var grouped: OrderedDictionary<Code, [SystemReach]> = [:]
    for reach in systems {
      if let region = reach.region { grouped[region, default: []].append(reach) }
    }
    return grouped.map { region, reaches in
      let served = Self.sum(reaches.map(\.patientsServed))
      let all = Self.sum(
        geography.systems(of: region).map { atlas.measure(.registeredPatients, of: $0)?.value })
      return RegionReach(
        region: region, systems: reaches.map(\.system),
        shareOfRegion: served.flatMap { served in all.map { served / $0 } },
        shareOfProvider: Self.sum(reaches.map(\.shareOfProvider)))
    }
  }

  /// Places named by a relation, as its object or as the areas to which it is limited, and places
  /// of ICSs that are served as a whole.
  private func placeReaches(
    _ systems: [SystemReach], _ serving: OrderedDictionary<Code, [Relation]>
  ) -> (places: [PlaceReach], unknown: [Code]) {
    let objects = atlas.lines(.relation(.serves), from: node).compactMap { line in
      atlas.organisation(line.node).flatMap { $0.kind == .place ? $0.id : nil }
    }
    let named = Set(objects + serving.values.flatMap { $0.flatMap(\.areas) })
    var reaches: [PlaceReach] = []
    var unknown: [Code] = []
    for reach in systems {
      let whole = (reach.shareOfSystem ?? 0) >= Self.wholeSystemShare
      let places = geography.places(of: reach.system)
      let reached = whole ? places : places.filter(named.contains)
      reaches += reached.map {
        PlaceReach(
          place: $0, system: reach.system, ground: named.contains($0) ? .recorded : .wholeSystem)
      }
      if reached.isEmpty, !places.isEmpty { unknown.append(reach.system) }
    }
    return (reaches, unknown)
  }

  /// From this share on an ICS counts as served as a whole: maps of service areas against
  /// registered patients are no finer than one per cent.
  private static let wholeSystemShare = 0.99

  private func hosts() -> [HostReach] {
    atlas.lines(.party, from: node).flatMap { line -> [HostReach] in
      guard let own = atlas.party(line.edge), own.role == .provider,
        let arrangement = atlas.arrangement(line.node)
      else { return [] }
      let parties = atlas.lines(.party, into: line.node).compactMap { atlas.party($0.edge) }
      let weakest = (parties.map(\.provenance.confidence) + [arrangement.provenance.confidence])
        .min()!
      return parties.filter { $0.role == .lead && !isProvider($0.organisation) }.map { lead in
        HostReach(
          lead: lead.organisation, arrangement: arrangement.id, services: arrangement.services,
          associates: parties.filter { $0.role == .associate }.map(\.organisation).sorted(),
          confidence: weakest)
      }
    }
  }

  /// A provider that leads others in a collaborative does not commission them.
  private func isProvider(_ code: Code) -> Bool {
    guard let kind = atlas.organisation(code)?.kind else { return false }
    return kind == .trust || kind == .otherProvider
  }

  private func buyers(except served: [Code]) -> [Code] {
    let buying = atlas.lines(.relation(.commissions), into: node).compactMap { line in
      atlas.organisation(line.node).flatMap { $0.kind == .ics ? $0.id : nil }
    }
    return geography.sorted(Array(Set(buying).subtracting(served)), by: \.self)
  }

  /// Trusts with exactly the same set of ICSs.
  ///
  /// - Complexity: O(trusts of the first ICS × their ICSs).
  private func partners(of systems: [Code]) -> [Code] {
    guard let first = systems.first, let start = atlas.node(first) else { return [] }
    let wanted = Set(systems)
    let candidates = OrderedSet(atlas.lines(.relation(.serves), into: start).map(\.node))
    return candidates.compactMap { candidate -> Code? in
      guard candidate != node, let other = atlas.organisation(candidate), other.kind == .trust
      else { return nil }
      let reached = atlas.lines(.relation(.serves), from: candidate).compactMap { line in
        atlas.organisation(line.node).flatMap { $0.kind == .ics ? $0.id : nil }
      }
      let open = atlas.unresolvedRelations[other.id] != nil
      return Set(reached) == wanted && !open ? other.id : nil
    }
    .sorted()
  }

  private static func pairs(_ systems: [Code]) -> [SystemPair] {
    systems.indices.flatMap { index in
      systems[(index + 1)...].map { SystemPair(systems[index], $0) }
    }
    .sorted()
  }

  /// The sum, or `nil` if any term is not known or there is none.
  private static func sum(_ terms: [Double?]) -> Double? {
    guard !terms.isEmpty else { return nil }
    var total = 0.0
    for term in terms {
      guard let term else { return nil }
      total += term
    }
    return total
  }
}

extension Relation {
  /// Whether the relation knows a share at all.
  var hasShare: Bool { shareOfObject != nil || shareOfSubject != nil }
}

extension ServiceRole {
  /// 0 for the closest tie.
  var closeness: Int {
    switch self {
    case .home: 0
    case .serves: 1
    case .specialisedOnly: 2
    }
  }
}
