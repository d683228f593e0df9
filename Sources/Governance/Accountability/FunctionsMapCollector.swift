import GraphCore

/// Collects who does what for an ICS, from lines, forums and arrangements.
struct FunctionsMapCollector {
  typealias Entry = FunctionsMap.Entry
  typealias Level = FunctionsMap.Level

  /// Who decides or exercises; without functions where the records name none.
  private(set) var deciders: [Entry] = []
  /// Who is accountable.
  private(set) var accountable: [Entry] = []
  /// What is about the ICS, but of no function or not known to decide.
  private(set) var unplaced: [Entry] = []

  private let system: NodeID
  private let graph: AccountabilityGraph
  /// The ICS and what it contains.
  private let within: [NodeID]
  /// What it answers to or lies in, however far up.
  private let above: [NodeID]
  /// The trusts that belong to it.
  private let trusts: [NodeID]

  init(system: NodeID, in graph: AccountabilityGraph) {
    self.system = system
    self.graph = graph
    let topology = graph.atlas.graph
    let contains: EdgeKindSet = [LineKind.relation(.contains).edgeKind]
    let upward: EdgeKindSet = [LineKind.relation(.accountableTo).edgeKind]
    within = graph.sorted(topology.reachable(from: CollectionOfOne(system), kinds: contains).order)
    let regions = graph.containers(of: system, kind: .region)
    above = graph.sorted(
      topology.reachable(from: [system] + regions, kinds: upward).order.filter { $0 != system })
    trusts = graph.sorted(
      Set(
        graph.atlas.lines(.relation(.serves), into: system)
          .filter { graph.atlas.relation($0.edge)?.role == .home }.map(\.node)))
  }

  /// Reads everything.
  mutating func collect() {
    collectActs()
    collectAccountability()
    collectDelegations()
    collectForums()
    collectArrangements()
    deciders = Self.merged(deciders)
    accountable = Self.merged(accountable)
    unplaced = Self.merged(unplaced)
  }

  // MARK: Lines

  /// Oversight, commissioning and funding: by the ICS and what it contains towards anybody, by others
  /// towards the ICS, what it contains, what it answers to and the trusts that belong to it.
  private mutating func collectActs() {
    let own = Set(within.filter { isActor($0) })
    let concerned = Set(within + above + trusts)
    for (kind, way) in [
      (RelationKind.commissions, FunctionsMap.Way.commissions), (.oversees, .oversees),
      (.funds, .funds),
    ] {
      for actor in graph.sorted(own) {
        for line in graph.linesOfAccount(kind, at: actor, along: .outgoing) {
          add(line, way, by: actor)
        }
      }
      for object in graph.sorted(concerned) {
        for line in graph.linesOfAccount(kind, at: object, along: .incoming) {
          guard let actor = graph.atlas.node(line.other), !own.contains(actor), isUpper(actor)
          else {
            continue
          }
          add(line, way, by: actor, towards: graph.code(object))
        }
      }
    }
  }

  private mutating func add(
    _ line: LineOfAccount, _ way: FunctionsMap.Way, by actor: NodeID, towards: Code? = nil
  ) {
    let functions =
      line.functions.isEmpty && line.kind == .commissions
      ? [RelationKind.commissioningFunction] : line.functions
    deciders.append(
      entry(line, way, by: actor, towards: towards ?? line.other, functions: functions))
  }

  /// The lines by which the ICS, what it contains and what is above it answer for themselves.
  private mutating func collectAccountability() {
    for actor in within.filter({ isActor($0) }) + above {
      for line in graph.linesOfAccount(.accountableTo, at: actor, along: .outgoing) {
        accountable.append(entry(line, .answers, by: actor, towards: line.other))
      }
    }
  }

  /// Who delegates stays accountable; who is delegated to exercises.
  private mutating func collectDelegations() {
    for giver in within + above {
      for line in graph.linesOfAccount(.delegatesTo, at: giver, along: .outgoing) {
        guard let taker = graph.atlas.node(line.other) else { continue }
        let concerns = within.contains(giver) || within.contains(taker) || above.contains(taker)
        guard concerns else { continue }
        accountable.append(entry(line, .delegates, by: giver, towards: line.other))
        deciders.append(entry(line, .exercises, by: taker, towards: graph.code(giver)))
      }
    }
  }

  // MARK: Forums and arrangements

  private mutating func collectForums() {
    var parents = within.filter { graph.atlas.organisation($0) != nil }
    parents += graph.containers(of: system, kind: .region)
    parents += graph.arrangements(of: system).map(\.arrangement)
    for parent in graph.sorted(Set(parents)) {
      for forum in graph.forums(of: parent) {
        guard let record = graph.atlas.forum(forum), record.decisionMaking != false,
          let level = record.level.map({ Level($0) }) ?? level(of: parent)
        else { continue }
        let decides = record.decisionMaking == true
        let entry = Entry(
          body: record.id, level: level, way: decides ? .decides : .meets,
          towards: [graph.code(parent)], functions: record.functions.sorted(),
          services: record.services.sorted(), areas: [], instrument: record.instrument, rule: nil,
          records: [Witness(record).record], confidence: record.provenance.confidence)
        if decides { deciders.append(entry) } else { unplaced.append(entry) }
      }
    }
  }

  private mutating func collectArrangements() {
    let mine = graph.arrangements(of: system).filter {
      $0.party.role != .system && $0.party.role != .sponsor
    }
    for node in graph.sorted(Set(mine.map(\.arrangement))) {
      guard let arrangement = graph.atlas.arrangement(node) else { continue }
      let participants = graph.participants(of: node)
      let level =
        participants.count { part in
          part.party.role != .system && part.party.role != .sponsor
            && graph.atlas.organisation(part.node)?.kind == .ics
        } > 1 ? Level.multiICS : .ics
      switch arrangement.kind {
      case .delegation: collectDelegation(arrangement, participants)
      case .leadCommissioning, .jointCommissioning, .leadProvider:
        collectLead(arrangement, participants, level)
      case .jointCommittee, .collaborative, .clinicalNetwork:
        deciders.append(
          entry(arrangement, .decides, by: arrangement.id, level, towards: [], participants))
      case .cluster:
        unplaced.append(
          entry(arrangement, .shares, by: arrangement.id, level, towards: [], participants))
      }
    }
  }

  private mutating func collectDelegation(
    _ arrangement: Arrangement, _ participants: [Participant]
  ) {
    let takers = participants.filter { $0.node == system && $0.party.role != .lead }
    for lead in participants where lead.party.role == .lead {
      let toward =
        lead.node == system
        ? participants.filter { $0.party.role != .lead }.map(\.party.organisation)
        : takers.map(\.party.organisation)
      guard !toward.isEmpty, let level = level(of: lead.node) else { continue }
      accountable.append(
        entry(arrangement, .delegates, by: lead.party.organisation, level, towards: toward, [lead]))
      for taker in takers {
        deciders.append(
          entry(
            arrangement, .exercises, by: taker.party.organisation, .ics,
            towards: [lead.party.organisation], [lead, taker]))
      }
    }
  }

  private mutating func collectLead(
    _ arrangement: Arrangement, _ participants: [Participant], _ level: Level
  ) {
    let leads = participants.filter { $0.party.role == .lead }
    let others = participants.filter { $0.party.role != .lead && $0.party.role != .system }
      .map(\.party.organisation)
    for lead in leads {
      deciders.append(
        entry(
          arrangement, .leads, by: lead.party.organisation, level, towards: others, participants))
    }
    if leads.isEmpty {
      deciders.append(
        entry(arrangement, .decides, by: arrangement.id, level, towards: others, participants))
    }
  }

  // MARK: Levels

  /// Whether a body inside the ICS acts for it: not a trust, which acts for itself.
  private func isActor(_ node: NodeID) -> Bool {
    switch graph.atlas.organisation(node)?.kind {
    case .ics, .icp, .place, .neighbourhood, .localAuthority: true
    default: false
    }
  }

  /// Whether a body acts from above: a region, a national body or a regulator.
  private func isUpper(_ node: NodeID) -> Bool {
    switch graph.atlas.organisation(node)?.kind {
    case .region, .national, .regulator: true
    default: false
    }
  }

  /// The level of an organisation or an arrangement; bodies that only work in the ICS are at its.
  private func level(of node: NodeID) -> Level? {
    if graph.atlas.arrangement(node) != nil { return .ics }
    return switch graph.atlas.organisation(node)?.kind {
    case .neighbourhood: .neighbourhood
    case .place, .localAuthority: .place
    case .region: .region
    case .national, .regulator: .national
    case .ics, .icp, .trust, .otherProvider, .representativeBody: .ics
    case nil: nil
    }
  }

  // MARK: Entries

  private func entry(
    _ line: LineOfAccount, _ way: FunctionsMap.Way, by actor: NodeID, towards: Code,
    functions: [String]? = nil
  ) -> Entry {
    let rule = line.rule.flatMap(graph.regime.standingRule)
    let document = rule.flatMap { graph.regime.document($0.citation)?.title }
    let section = rule?.citation.section.map { ", \($0)" } ?? ""
    return Entry(
      body: graph.code(actor), level: level(of: actor) ?? .ics, way: way, towards: [towards],
      functions: (functions ?? line.functions).sorted(), services: line.services.sorted(),
      areas: line.areas.sorted(), instrument: document.map { $0 + section } ?? line.instrument,
      rule: line.rule, records: [line.witness[0].record], confidence: line.confidence)
  }

  private func entry(
    _ arrangement: Arrangement, _ way: FunctionsMap.Way, by actor: Code, _ level: Level,
    towards: [Code], _ participants: [Participant]
  ) -> Entry {
    let own = participants.filter { $0.party.organisation == actor || $0.node == system }
    let witness =
      [Witness(arrangement)] + own.map { Witness(.parties, $0.party.id, $0.party.provenance) }
    return Entry(
      body: actor, level: level, way: way, towards: Set(towards).subtracting([actor]).sorted(),
      functions: graph.functions(of: arrangement).sorted(), services: arrangement.services.sorted(),
      areas: arrangement.areas.sorted(), instrument: arrangement.instrument, rule: nil,
      records: witness.map(\.record).sorted(),
      confidence: witness.map(\.confidence).min() ?? .assumed)
  }

  private struct Likeness: Hashable {
    let body: Code
    let level: Level
    let way: FunctionsMap.Way
    let functions: [String]
    let services: [String]
    let areas: [Code]
    let instrument: String?
    let rule: String?
  }

  /// One entry for what a body does in the same way on the same ground towards several; by level,
  /// way, body and ground.
  static func merged(_ entries: [Entry]) -> [Entry] {
    let grouped = Dictionary(grouping: entries) {
      Likeness(
        body: $0.body, level: $0.level, way: $0.way, functions: $0.functions,
        services: $0.services, areas: $0.areas, instrument: $0.instrument, rule: $0.rule)
    }
    return grouped.values.map { same in
      let first = same[0]
      return Entry(
        body: first.body, level: first.level, way: first.way,
        towards: Set(same.flatMap(\.towards)).sorted(), functions: first.functions,
        services: first.services, areas: first.areas, instrument: first.instrument,
        rule: first.rule, records: Set(same.flatMap(\.records)).sorted(),
        confidence: same.map(\.confidence).min() ?? .assumed)
    }
    .sorted { left, right in
      if left.level != right.level { return left.level < right.level }
      if left.way != right.way { return left.way < right.way }
      if left.body != right.body { return left.body < right.body }
      return left.records.lexicographicallyPrecedes(right.records)
    }
  }
}

extension FunctionsMap.Level {
  /// The level of a forum; `nil` for that of a single provider, which is none of the map's.
  fileprivate init?(_ level: ForumLevel) {
    switch level {
    case .neighbourhood: self = .neighbourhood
    case .place: self = .place
    case .ics: self = .ics
    case .multiICS: self = .multiICS
    case .region: self = .region
    case .national: self = .national
    case .provider: return nil
    }
  }
}
