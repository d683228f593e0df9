import GraphCore

/// Finds the commissioners of one provider that nothing joins.
struct CommissionerSearch {
  /// A body that commissions something, and what says so.
  struct Line: Hashable, Comparable {
    let body: NodeID
    let services: [String]
    let areas: [Code]
    let byDesign: Bool
    let rule: String?
    let witness: [Witness]

    static func < (left: Line, right: Line) -> Bool {
      left.witness.lexicographicallyPrecedes(right.witness) { $0.record < $1.record }
    }
  }

  /// Commissioners of the same services that nothing joins.
  struct Duplicate {
    let services: [String]
    let areas: [Code]
    let lines: [Line]
    let design: Finding.Design?
  }

  let graph: AccountabilityGraph
  let lines: [Line]
  private let groups: CommissionerGroups
  private let isWhole: Bool

  init(_ provider: NodeID, in graph: AccountabilityGraph, joiners: [NodeID: [NodeID]]) {
    self.graph = graph
    let own = graph.lines(.commissions, into: provider).filter { $0.strength != .advisory }.map {
      Line(
        body: $0.subject, services: $0.services, areas: $0.areas, byDesign: $0.byDesign,
        rule: $0.rule, witness: $0.witness)
    }
    lines = (own + Self.leads(of: provider, in: graph)).sorted()
    groups = CommissionerGroups(
      of: Set(lines.map(\.body)), provider: provider, in: graph, joiners: joiners)
    isWhole = graph.statesWhole(.commissioning, about: graph.code(provider)) != nil
  }

  /// Whether the records settle that there are no duplicates, given that none was found.
  var isKnown: Bool {
    if lines.isEmpty { return isWhole }
    let silent = lines.filter(\.services.isEmpty)
    return !silent.contains { one in
      lines.contains { other in
        other.body != one.body && graph.commonAreas(one.areas, other.areas) != nil
          && !groups.areJoined(one.body, other.body, forAllOf: one.services + other.services)
      }
    }
  }

  private static func leads(of provider: NodeID, in graph: AccountabilityGraph) -> [Line] {
    graph.arrangements(of: provider).filter { $0.party.role == .provider }.flatMap {
      arrangement, party -> [Line] in
      guard let record = graph.atlas.arrangement(arrangement), record.kind == .leadCommissioning
      else { return [] }
      return graph.participants(of: arrangement).filter {
        $0.party.role == .lead && $0.node != provider
      }
      .map { lead in
        Line(
          body: lead.node, services: record.services, areas: record.areas, byDesign: false,
          rule: nil, witness: [Witness(record), Witness(lead.party), Witness(party)])
      }
    }
  }

  /// The duplicates, in the order of the services.
  func duplicates() -> [Duplicate] {
    let told = lines.filter { !$0.services.isEmpty }
    guard Set(told.map(\.body)).count > 1 else { return [] }
    var found: [Found] = []
    let areas = [nil] + Set(told.flatMap(\.areas)).sorted().map(Optional.some)
    for service in graph.regime.services.meetings(of: told.map(\.services)) {
      let about = told.filter { graph.regime.services.covers($0.services, service) }
      guard Set(about.map(\.body)).count > 1 else { continue }
      for area in areas {
        let meeting = about.filter { line in
          area.map { graph.covers(line.areas, $0) } ?? line.areas.isEmpty
        }
        let counted = meeting.filter { !$0.byDesign }
        let isOpen = groups.count(of: counted.map(\.body), for: service) > 1
        guard isOpen || groups.count(of: meeting.map(\.body), for: service) > 1 else { continue }
        add(isOpen ? counted : meeting, service, area, isOpen: isOpen, to: &found)
      }
    }
    return found.map { $0.duplicate(in: graph) }
  }

  private func add(
    _ lines: [Line], _ service: String, _ area: Code?, isOpen: Bool, to found: inout [Found]
  ) {
    let bodies = Set(lines.map(\.body))
    if let held = found.firstIndex(where: { $0.bodies == bodies && $0.isOpen == isOpen }) {
      found[held].services.insert(service)
      found[held].areas.insert(area)
      found[held].lines.formUnion(lines)
    } else {
      found.append(
        Found(
          bodies: bodies, isOpen: isOpen, services: [service], areas: [area], lines: Set(lines)))
    }
  }

  private struct Found {
    let bodies: Set<NodeID>
    let isOpen: Bool
    var services: Set<String>
    var areas: Set<Code?>
    var lines: Set<Line>

    func duplicate(in graph: AccountabilityGraph) -> Duplicate {
      Duplicate(
        services: graph.regime.services.broadest(Array(services)),
        areas: areas.contains(nil) ? [] : graph.widest(areas.compactMap(\.self)),
        lines: lines.sorted(),
        design: isOpen ? nil : .law(Set(lines.compactMap(\.rule)).sorted()))
    }
  }
}

/// Which commissioners of a provider take part together in an arrangement.
struct CommissionerGroups {
  /// Bodies that an arrangement joins, and for which services.
  private struct Joint {
    let bodies: Set<NodeID>
    let services: [String]
  }

  private let joints: [Joint]
  private let services: TermOrder

  /// The arrangements that may join commissioners, by who takes part in them with a role that does.
  static func joiners(in graph: AccountabilityGraph) -> [NodeID: [NodeID]] {
    var joiners: [NodeID: [NodeID]] = [:]
    let kinds: Set<ArrangementKind> = [
      .leadCommissioning, .jointCommissioning, .jointCommittee, .delegation, .leadProvider,
    ]
    for arrangement in graph.arrangements(kinds) {
      for body in commissioners(in: arrangement, graph) {
        joiners[body, default: []].append(arrangement)
      }
    }
    return joiners
  }

  init(
    of bodies: Set<NodeID>, provider: NodeID, in graph: AccountabilityGraph,
    joiners: [NodeID: [NodeID]]
  ) {
    services = graph.regime.services
    guard bodies.count > 1 else {
      joints = []
      return
    }
    var met: [NodeID: Int] = [:]
    for body in bodies {
      for arrangement in joiners[body] ?? [] { met[arrangement, default: 0] += 1 }
    }
    joints = graph.sorted(met.filter { $0.value > 1 }.map(\.key)).compactMap { arrangement in
      guard let record = graph.atlas.arrangement(arrangement) else { return nil }
      let providers = graph.participants(of: arrangement).filter { $0.party.role == .provider }
      guard providers.isEmpty || providers.contains(where: { $0.node == provider }) else {
        return nil
      }
      return Joint(
        bodies: Self.commissioners(in: arrangement, graph).intersection(bodies),
        services: record.services)
    }
  }

  private static func commissioners(
    in arrangement: NodeID, _ graph: AccountabilityGraph
  ) -> Set<NodeID> {
    Set(
      graph.participants(of: arrangement).filter {
        [.lead, .associate, .member].contains($0.party.role)
      }
      .map(\.node))
  }

  /// How many commissioners there are for a service, those that are joined being one.
  func count(of bodies: [NodeID], for service: String) -> Int {
    var left = Set(bodies)
    guard left.count > 1, !joints.isEmpty else { return left.count }
    var count = 0
    while let first = left.popFirst() {
      count += 1
      var reached = [first]
      while let body = reached.popLast() {
        for joint in joints where joint.bodies.contains(body) && takesIn(joint, service) {
          let others = joint.bodies.intersection(left)
          left.subtract(others)
          reached += others
        }
      }
    }
    return count
  }

  /// Whether an arrangement joins two bodies for all of some services, or, if they are not named,
  /// for all there are.
  func areJoined(_ one: NodeID, _ other: NodeID, forAllOf services: [String]) -> Bool {
    joints.contains { joint in
      joint.bodies.contains(one) && joint.bodies.contains(other)
        && (joint.services.isEmpty
          || !services.isEmpty && services.allSatisfy { takesIn(joint, $0) })
    }
  }

  private func takesIn(_ joint: Joint, _ service: String) -> Bool {
    services.covers(joint.services, service)
  }
}
