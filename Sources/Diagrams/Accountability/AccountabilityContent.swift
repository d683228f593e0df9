import Governance
import GraphCore

/// What a diagram of accountability says about one provider: the bodies it answers to, by layer,
/// and the lines between them.
struct AccountabilityContent {
  /// The provider.
  let provider: Organisation
  /// National bodies, the one nearest to the provider last.
  let nationals: [Code]
  /// Regulators and bodies of other kinds with a line to the provider, by kind, then by code.
  let sides: [Code]
  /// The ICSs by region, that of the home ICS first, then from north to south; those without a
  /// region last.
  let regions: [Group]
  /// All lines between the provider and the others, and among the others.
  let lines: [BodyLine]
  /// The places of each ICS, by name; an ICS without an entry has none recorded.
  let places: [Code: [Code]]
  /// The home ICS.
  let home: Code?
  /// Boards that lead on its commissioning through an arrangement.
  let leads: Set<Code>
  /// ICSs that it reaches with specialised services only and that have no place in the picture.
  let specialisedOnly: Int
  /// Whether of some ICSs it is not known in which of them it works.
  let isReachOpen: Bool

  /// The ICSs of a region.
  struct Group: Hashable {
    /// The region; `nil` where none is recorded.
    let region: Code?
    /// The ICSs, from north to south.
    let systems: [Code]
  }

  /// Gathers the bodies and the lines.
  ///
  /// - Complexity: O(lines of the bodies in the picture · log).
  init?(_ provider: Code, in graph: AccountabilityGraph, geography: Geography) {
    guard let node = graph.atlas.node(provider), let body = graph.atlas.organisation(node) else {
      return nil
    }
    let reader = BodyLines(graph: graph)
    let own = Self.lines(of: node, reader)
    var bodies: Set<NodeID> = [node]
    for line in own {
      bodies.formUnion([line.subject, line.object].compactMap(graph.atlas.node))
    }
    bodies.formUnion(graph.systems(of: node))
    for system in bodies where graph.atlas.organisation(system)?.kind == .ics {
      bodies.formUnion(graph.containers(of: system, kind: .region))
    }
    bodies.formUnion(Self.superiors(of: bodies, in: graph))
    let others = graph.sorted(bodies.subtracting([node]))
    let between = Self.lines(among: Set(others), reader)
    self.provider = body
    lines = own + between
    home = graph.homes(of: node).first.map(graph.code)
    leads = Set(own.filter { $0.kind == .commissions && $0.role == .lead }.map(\.subject))
    let footprint = try? graph.atlas.footprint(of: provider, geography: geography)
    specialisedOnly =
      footprint?.systems.count { reach in
        reach.role == .specialisedOnly
          && !(graph.atlas.node(reach.system).map(bodies.contains) ?? false)
      } ?? 0
    isReachOpen = !(footprint?.unresolved.isEmpty ?? true)
    func codes(_ kinds: Set<OrganisationKind>) -> [Code] {
      others.filter { graph.atlas.organisation($0).map { kinds.contains($0.kind) } ?? false }
        .map(graph.code)
    }
    nationals = Self.ranked(codes([.national]), by: between)
    let drawn: Set<OrganisationKind> = [.national, .region, .ics]
    sides = Self.sides(
      others.compactMap(graph.atlas.organisation).filter { !drawn.contains($0.kind) })
    let groups = Self.groups(
      systems: Set(codes([.ics])), regions: Set(codes([.region])), geography: geography)
    let isHome = { [home] (group: Group) in home.map(group.systems.contains) ?? false }
    regions = groups.filter(isHome) + groups.filter { !isHome($0) }
    places = Dictionary(
      uniqueKeysWithValues: codes([.ics]).map { ($0, geography.places(of: $0)) }
        .filter { !$0.1.isEmpty })
  }

  /// The lines that start or end at the provider.
  private static func lines(of node: NodeID, _ reader: BodyLines) -> [BodyLine] {
    let direct = LineLook.drawn.flatMap {
      reader.lines($0, from: node) + reader.lines($0, into: node)
    }
    return direct + reader.commissioning(of: node)
  }

  /// The lines among bodies other than the provider.
  private static func lines(among bodies: Set<NodeID>, _ reader: BodyLines) -> [BodyLine] {
    let nodes = reader.graph.sorted(bodies)
    let codes = Set(nodes.map(reader.graph.code))
    return LineLook.drawn.flatMap { kind in
      nodes.flatMap { node in
        reader.lines(kind, from: node).filter { codes.contains($0.object) }
      }
    }
  }

  /// Those to whom bodies are accountable, and those to whom these are, up to the top.
  private static func superiors(
    of bodies: Set<NodeID>, in graph: AccountabilityGraph
  ) -> Set<NodeID> {
    var seen = bodies
    var pending = graph.sorted(bodies)
    while let node = pending.popLast() {
      for line in graph.lines(.accountableTo, from: node)
      where seen.insert(line.object).inserted {
        pending.append(line.object)
      }
    }
    return seen.subtracting(bodies)
  }

  /// National bodies with those first to whom the others are accountable.
  private static func ranked(_ nationals: [Code], by lines: [BodyLine]) -> [Code] {
    let known = Set(nationals)
    let upward = lines.filter {
      $0.kind == .accountableTo && known.contains($0.subject) && known.contains($0.object)
    }
    var depth: [Code: Int] = [:]
    // A circle cannot deepen anything for ever: there are as many rounds as bodies.
    for _ in nationals {
      for line in upward {
        depth[line.subject] = min(
          max(depth[line.subject] ?? 0, (depth[line.object] ?? 0) + 1), nationals.count)
      }
    }
    return nationals.sorted { (depth[$0] ?? 0, $0) < (depth[$1] ?? 0, $1) }
  }

  private static func sides(_ bodies: [Organisation]) -> [Code] {
    func rank(_ kind: OrganisationKind) -> Int {
      kind == .regulator ? -1 : OrganisationKind.allCases.firstIndex(of: kind) ?? 0
    }
    return bodies.sorted { (rank($0.kind), $0.id) < (rank($1.kind), $1.id) }.map(\.id)
  }

  private static func groups(
    systems: Set<Code>, regions: Set<Code>, geography: Geography
  ) -> [Group] {
    var groups = geography.regions.filter { region in
      regions.contains(region) || geography.systems(of: region).contains(where: systems.contains)
    }
    .map { region in
      Group(region: region, systems: geography.systems(of: region).filter(systems.contains))
    }
    let rest = geography.systems.filter {
      systems.contains($0) && geography.region(of: $0) == nil
    }
    if !rest.isEmpty { groups.append(Group(region: nil, systems: rest)) }
    return groups
  }

  // MARK: Lines by ends

  /// The lines between two bodies, whichever way they run.
  func lines(between one: Code, _ other: Code) -> [BodyLine] {
    lines.filter {
      ($0.subject == one && $0.object == other) || ($0.subject == other && $0.object == one)
    }
  }

  /// The lines between a body and the provider.
  func lines(with body: Code) -> [BodyLine] { lines(between: body, provider.id) }
}
