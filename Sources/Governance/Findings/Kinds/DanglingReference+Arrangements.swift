import GraphCore

/// Whether arrangements go on after the bodies that took part in them ended.
struct DanglingReferenceArrangements {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck
  private let endings: DanglingReferenceEndings
  private let parties: [Code: [Party]]

  init(graph: AccountabilityGraph, rule: Expectation, check: ExpectationCheck) {
    self.graph = graph
    self.rule = rule
    self.check = check
    endings = DanglingReferenceEndings(graph)
    parties = Dictionary(grouping: graph.atlas.register.parties, by: \.arrangement)
      .mapValues { $0.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) } }
  }

  private static let needed: Set<PartyRole> = [.lead, .provider, .host]

  // MARK: Arrangements in force

  /// Looks at arrangements in force, but for the kinds that a rule of continuing delegations follows.
  func examineParties(into examination: inout Examination) {
    let followed = Set(
      graph.regime.expectations.filter { $0.checks.contains(.delegationsContinue) }
        .flatMap { $0.parameters.texts("arrangements") }.compactMap(ArrangementKind.init))
    for node in graph.arrangements(Set(ArrangementKind.allCases).subtracting(followed)) {
      guard let arrangement = graph.atlas.arrangement(node) else { continue }
      let ended = endedParties(of: arrangement, in: Self.needed)
      guard !ended.isEmpty else { continue }
      let vacant = vacancies(among: ended, of: node)
      if vacant.isEmpty {
        examination.holds()
      } else {
        examination.breaks(vacancy(arrangement, node, vacant))
      }
    }
  }

  /// Parts that ended with the body that played them.
  private func endedParties(of arrangement: Arrangement, in roles: Set<PartyRole>) -> [Party] {
    (parties[arrangement.id] ?? []).filter { party in
      guard roles.contains(party.role), let last = party.provenance.period.to,
        let ending = endings.ending(of: party.organisation)
      else { return false }
      return ending.lastDay == last
    }
  }

  /// Those of them that nobody took over: no successor takes part, and of a lead there is no other.
  private func vacancies(among ended: [Party], of node: NodeID) -> [Party] {
    let present = graph.takingPart(in: node)
    let codes = Set(present.map { graph.code($0.node) })
    return ended.filter { party in
      if party.role == .lead, present.contains(where: { $0.party.role == .lead }) { return false }
      return !isFollowed(party.organisation, by: codes)
    }
  }

  /// Whether one of those that followed a body is among some, or the body closed for good.
  private func isFollowed(_ code: Code, by codes: Set<Code>) -> Bool {
    let rows = endings.successions(of: code)
    if !rows.isEmpty, rows.allSatisfy({ $0.kind == .closure }) { return true }
    return !endings.successors(of: code).isDisjoint(with: codes)
  }

  private func vacancy(
    _ arrangement: Arrangement, _ node: NodeID, _ vacant: [Party]
  ) -> Finding {
    let name = graph.name(node)
    let parts = vacant.map { party in
      "\(endings.ending(of: party.organisation)?.name ?? party.organisation.text) "
        + "(\(party.role.rawValue), to \(party.provenance.period.to?.description ?? "?"))"
    }
    let bodies = Set(vacant.map(\.organisation))
    let followers = bodies.flatMap { endings.successors(of: $0) }.filter {
      graph.atlas.node($0) != nil
    }
    let names = Phrase.list(Set(followers).sorted().map(graph.atlas.shortName(of:)))
    return graph.finding(
      rule, check, about: [arrangement.id], involved: Array(bodies) + followers,
      witness: [Witness(arrangement)]
        + vacant.map { .ended(.parties, $0.id, $0.provenance) }
        + bodies.sorted().compactMap { endings.ending(of: $0)?.witness },
      why: "\(name) is in force, but nobody is recorded in the place of \(Phrase.list(parts)).",
      question: followers.isEmpty
        ? "Who took over from \(Phrase.list(parts)) in \(name)?"
        : "Which of \(names) took over from \(Phrase.list(parts)) in \(name)?",
      resolution: "Record who took the part over and from when, or the day on which the "
        + "arrangement ended.")
  }

  // MARK: Delegations

  /// Looks at all arrangements of the kinds named, also at those that ended.
  func examineDelegations() -> Examination {
    var examination = Examination()
    let kinds = Set(rule.parameters.texts("arrangements").compactMap(ArrangementKind.init))
    let ofKind = graph.atlas.register.arrangements.filter { kinds.contains($0.kind) }
      .sorted { $0.id < $1.id }
    let live = ofKind.filter { graph.atlas.node($0.id) != nil }
    let byParty = liveByParty(live)
    for arrangement in ofKind {
      if let node = graph.atlas.node(arrangement.id) {
        let ended = endedParties(of: arrangement, in: Self.needed.union([.member]))
        let vacant = vacancies(among: ended, of: node)
        if vacant.isEmpty {
          examination.holds()
        } else {
          examination.breaks(vacancy(arrangement, node, vacant))
        }
      } else if endings.ending(of: arrangement.id) != nil, endedByReorganisation(arrangement) {
        examineEnded(arrangement, byParty, into: &examination)
      }
    }
    return examination
  }

  /// Arrangements in force by who takes part in them.
  private func liveByParty(_ live: [Arrangement]) -> [Code: [Arrangement]] {
    var found: [Code: [Arrangement]] = [:]
    for arrangement in live {
      guard let node = graph.atlas.node(arrangement.id) else { continue }
      for code in Set(graph.takingPart(in: node).map { graph.code($0.node) }) {
        found[code, default: []].append(arrangement)
      }
    }
    return found
  }

  /// Whether an arrangement ended on the last day of a body with a part in it.
  private func endedByReorganisation(_ arrangement: Arrangement) -> Bool {
    guard let last = arrangement.provenance.period.to else { return false }
    return (parties[arrangement.id] ?? []).contains { party in
      endings.ending(of: party.organisation)?.lastDay == last
        && party.provenance.period.contains(last)
    }
  }

  private func examineEnded(
    _ arrangement: Arrangement, _ live: [Code: [Arrangement]],
    into examination: inout Examination
  ) {
    guard let last = arrangement.provenance.period.to else { return }
    let before = Set(
      (parties[arrangement.id] ?? []).filter {
        $0.role.takesPart && $0.provenance.period.contains(last)
      }.map(\.organisation))
    let after = before.reduce(into: Set<Code>()) { after, code in
      if graph.atlas.node(code) != nil { after.insert(code) }
      after.formUnion(endings.successors(of: code).filter { graph.atlas.node($0) != nil })
    }
    let continues = after.contains { code in
      (live[code] ?? []).contains { isContinuation($0, of: arrangement, after: last) }
    }
    if continues {
      examination.holds()
    } else if let statements = wholeness(of: after, arrangement.kind) {
      examination.breaks(discontinued(arrangement, after, statements))
    } else {
      examination.isUnknown(for: arrangement.id)
    }
  }

  private func isContinuation(
    _ next: Arrangement, of arrangement: Arrangement, after last: CalendarDate
  ) -> Bool {
    guard next.kind == arrangement.kind,
      graph.regime.services.common(next.services, arrangement.services) != nil
    else { return false }
    return next.provenance.period.from.map { $0 > last } ?? false
  }

  private func wholeness(of bodies: Set<Code>, _ kind: ArrangementKind) -> [Witness]? {
    let aspect: CompletenessAspect =
      kind == .collaborative || kind == .clinicalNetwork ? .memberships : .commissioning
    let statements = bodies.sorted().compactMap { graph.statesWhole(aspect, about: $0) }
    return bodies.isEmpty || statements.count < bodies.count ? nil : statements
  }

  private func discontinued(
    _ arrangement: Arrangement, _ bodies: Set<Code>, _ statements: [Witness]
  ) -> Finding {
    let last = arrangement.provenance.period.to?.description ?? "?"
    let names = Phrase.list(bodies.sorted().map(graph.atlas.shortName(of:)))
    return graph.finding(
      rule, check, about: [arrangement.id], involved: bodies.sorted(),
      witness: [.ended(.arrangements, arrangement.id.text, arrangement.provenance)] + statements,
      why: "\(arrangement.name) ended on \(last) with a body that took part, and \(names) "
        + "\(bodies.count == 1 ? "has" : "have") no arrangement in its place.",
      question: "What took the place of \(arrangement.name)?",
      resolution: "Record the arrangement that followed, or the decision to end it.")
  }
}
