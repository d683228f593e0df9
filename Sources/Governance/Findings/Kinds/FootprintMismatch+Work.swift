import GraphCore

/// Whether the area for which a trust is commissioned matches that which it serves.
struct FootprintMismatchWork {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  private enum Answer {
    case yes, unknown
    case no(Finding)
  }

  func examine(_ trusts: [NodeID]) -> Examination {
    var examination = Examination()
    guard let most = rule.parameters.number("share"),
      let least = rule.parameters.number("similarity")
    else { return examination }
    for trust in trusts {
      let answers = [outside(trust, most)] + similarities(trust, least)
      let findings = answers.compactMap { answer -> Finding? in
        if case .no(let finding) = answer { finding } else { nil }
      }
      let isKnown = answers.allSatisfy { answer in
        if case .unknown = answer { false } else { true }
      }
      if !findings.isEmpty {
        examination.breaks(findings)
      } else if isKnown {
        examination.holds()
      } else {
        examination.isUnknown(for: graph.code(trust))
      }
    }
    return examination
  }

  // MARK: Work outside the home

  /// The lines of a trust's work on one basis.
  private struct Work {
    var home: [Relation] = []
    var elsewhere: [Relation] = []

    /// The share outside the home: all of it where that of the home is known, else at least this.
    var outside: (share: Double, isExact: Bool) {
      let known = home.compactMap(\.shareOfSubject)
      if !known.isEmpty, known.count == home.count {
        return (1 - known.sorted().reduce(0, +), true)
      }
      return (elsewhere.compactMap(\.shareOfSubject).sorted().reduce(0, +), false)
    }
  }

  private func outside(_ trust: NodeID, _ most: Double) -> Answer {
    let relations = recorded(.serves, of: trust)
    var works: [String: Work] = [:]
    for relation in relations where relation.shareOfSubject != nil || relation.shareBasis != nil {
      if relation.role == .home {
        works[relation.shareBasis ?? "", default: Work()].home.append(relation)
      } else {
        works[relation.shareBasis ?? "", default: Work()].elsewhere.append(relation)
      }
    }
    var answer = Answer.unknown
    for (_, work) in works.sorted(by: { $0.key < $1.key }) {
      let (share, isExact) = work.outside
      // Shares are rounded; a share on the boundary is not over it.
      if share > most + 1e-9 { return .no(outsideFinding(trust, work, share)) }
      if isExact { answer = .yes }
    }
    return answer
  }

  private func recorded(_ kind: RelationKind, of trust: NodeID) -> [Relation] {
    let known = graph.atlas.lines(.relation(kind), from: trust).compactMap {
      graph.atlas.standingLine($0.edge) == nil ? graph.atlas.relation($0.edge) : nil
    }
    let open = (graph.atlas.unresolvedRelations[graph.code(trust)] ?? [])
      .map { graph.atlas.register.relations[$0] }
      .filter { $0.kind == kind }
    return (known + open).toldOnce
  }

  private func outsideFinding(_ trust: NodeID, _ work: Work, _ share: Double) -> Finding {
    let name = graph.name(trust)
    let homes = graph.homes(of: trust)
    let names = homes.isEmpty ? "its home" : "its home, " + Phrase.list(homes.map(graph.name))
    let lines = (work.home + work.elsewhere).filter { $0.shareOfSubject != nil }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    let others = lines.filter { $0.role != .home }.compactMap {
      $0.object.flatMap(graph.atlas.node)
    }
    return graph.finding(
      rule, check, subjects: [trust], involved: homes + others,
      witness: lines.map { Witness($0) },
      why: "\(Phrase.percent(share)) of the work of \(name) lies outside \(names).",
      question:
        "Who speaks for the \(Phrase.percent(share)) of the work of \(name) that lies outside "
        + "\(names)?",
      resolution:
        "Record the arrangement by which the others take part; or decide that the home is "
        + "meant.")
  }

  // MARK: Area served and area commissioned

  private func similarities(_ trust: NodeID, _ least: Double) -> [Answer] {
    let lines = recorded(.serves, of: trust).filter {
      !$0.services.isEmpty && $0.role != .specialisedOnly
    }
    let byServices = Dictionary(grouping: lines) { $0.services.sorted() }
    return byServices.sorted { $0.key.lexicographicallyPrecedes($1.key) }.compactMap {
      services, lines in
      guard lines.contains(where: { $0.shareOfObject != nil }) else { return nil }
      return similarity(trust, services, lines, least)
    }
  }

  /// Compares areas by people; `nil` where nothing is recorded of who commissions the services.
  private func similarity(
    _ trust: NodeID, _ services: [String], _ lines: [Relation], _ least: Double
  ) -> Answer? {
    let commissioning = commissioning(trust, services)
    guard !commissioning.systems.isEmpty else { return nil }
    guard let served = served(lines), let bought = people(of: commissioning.systems),
      let likeness = served.weightedJaccard(with: bought)
    else { return .unknown }
    if likeness >= least { return .yes }
    guard let statement = graph.statesWhole(.commissioning, about: graph.code(trust)) else {
      return .unknown
    }
    return .no(
      likenessFinding(
        trust, services, commissioning.systems, likeness,
        lines.map { Witness($0) } + commissioning.witness + [statement]))
  }

  /// The people whom the lines reach, by ICS; `nil` where some are not known.
  private func served(_ lines: [Relation]) -> WeightedSet? {
    var weights: [(element: NodeID, weight: Double)] = []
    for line in lines {
      guard let share = line.shareOfObject, let system = line.object.flatMap(graph.atlas.node),
        let people = people(of: system)
      else { return nil }
      weights.append((system, share * people))
    }
    return try? WeightedSet(weights)
  }

  private func people(of systems: [NodeID]) -> WeightedSet? {
    var weights: [(element: NodeID, weight: Double)] = []
    for system in systems {
      guard let people = people(of: system) else { return nil }
      weights.append((system, people))
    }
    return try? WeightedSet(weights)
  }

  private func people(of system: NodeID) -> Double? {
    graph.atlas.measure(.registeredPatients, of: graph.code(system))?.value
  }

  /// The ICSs that commission these very services from a trust, alone or together.
  private func commissioning(
    _ trust: NodeID, _ services: [String]
  ) -> (systems: [NodeID], witness: [Witness]) {
    var systems: Set<NodeID> = []
    var witness: [Witness] = []
    for line in graph.lines(.commissions, into: trust)
    where line.rule == nil && meets(line.services, services) && isSystem(line.subject) {
      systems.insert(line.subject)
      witness += line.witness
    }
    for (node, own) in graph.arrangements(of: trust) where own.role == .provider {
      guard let arrangement = graph.atlas.arrangement(node), meets(arrangement.services, services),
        arrangement.kind == .leadCommissioning || arrangement.kind == .jointCommissioning
      else { continue }
      let buyers = graph.takingPart(in: node).filter { isSystem($0.node) }
      systems.formUnion(buyers.map(\.node))
      witness += [Witness(arrangement), Witness(own)] + buyers.map { Witness($0.party) }
    }
    return (graph.sorted(systems), witness)
  }

  private func meets(_ bought: [String], _ served: [String]) -> Bool {
    !bought.isEmpty && graph.regime.services.common(bought, served) != nil
  }

  private func isSystem(_ node: NodeID) -> Bool { graph.atlas.organisation(node)?.kind == .ics }

  private func likenessFinding(
    _ trust: NodeID, _ services: [String], _ systems: [NodeID], _ likeness: Double,
    _ witness: [Witness]
  ) -> Finding {
    let name = graph.name(trust)
    let titles = Phrase.list(services.map(graph.regime.services.title(of:)))
    let names = Phrase.list(systems.map(graph.name))
    return graph.finding(
      rule, check, subjects: [trust], involved: systems, services: services, witness: witness,
      why: "\(titles) of \(name) is commissioned for \(names), and of all people there or served "
        + "only \(Phrase.percent(likeness)) are both.",
      question: "Should \(titles) of \(name) be commissioned for the area that it serves?",
      resolution:
        "Widen or narrow the commissioning to the area served, or decide that it is meant.")
  }
}
