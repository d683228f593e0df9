import GraphCore

/// Answers whether each arrangement that needs a lead has one.
struct LeadsOfArrangements {
  let rule: Expectation
  let check: ExpectationCheck
  let graph: AccountabilityGraph

  /// Answers for every such arrangement.
  func answer(_ examination: inout Examination) {
    let arrangements = graph.arrangements([
      .leadCommissioning, .jointCommissioning, .leadProvider, .delegation,
    ])
    let ended = endedLeads(among: Set(arrangements.map(graph.code)))
    for arrangement in arrangements {
      let code = graph.code(arrangement)
      let leads = graph.participants(of: arrangement).filter { $0.party.role == .lead }
      switch Set(leads.map(\.node)).count {
      case 1: examination.holds()
      case 0:
        if let finding = none(arrangement, ended[code] ?? []) {
          examination.breaks(finding)
        } else {
          examination.isUnknown(for: code)
        }
      default: examination.breaks(several(arrangement, leads))
      }
    }
  }

  /// Parts as lead that ended before the day, or whose body did, by arrangement.
  private func endedLeads(among codes: Set<Code>) -> [Code: [Party]] {
    let date = graph.atlas.date
    let bodies = graph.atlas.register.organisations
    var lastDays: [Code: CalendarDate] = [:]
    for body in bodies { if let to = body.provenance.period.to { lastDays[body.id] = to } }
    let ended = graph.atlas.register.parties.filter { party in
      guard party.role == .lead, codes.contains(party.arrangement) else { return false }
      let days = [party.provenance.period.to, lastDays[party.organisation]].compactMap { $0 }
      return days.contains { $0 < date }
    }
    return Dictionary(grouping: ended, by: \.arrangement)
      .mapValues { $0.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) } }
  }

  private func none(_ arrangement: NodeID, _ ended: [Party]) -> Finding? {
    let whole = graph.statesWhole(.parties, about: graph.code(arrangement))
    guard let record = graph.atlas.arrangement(arrangement), whole != nil || !ended.isEmpty else {
      return nil
    }
    let others = graph.participants(of: arrangement)
    let since = ended.isEmpty ? "" : " since \(Phrase.list(formerNames(ended))) ceased to lead it"
    return graph.finding(
      rule, check, about: [record.id],
      involved: ended.map(\.organisation) + others.map { graph.code($0.node) },
      services: record.services, areas: record.areas,
      witness: [Witness(record)] + ended.map { Witness($0) } + (whole.map { [$0] } ?? []),
      why: "\(record.name) has no lead\(since).",
      question: "Who leads \(record.name)?",
      resolution:
        "Agree a lead and record it as a party, or record the day on which the arrangement "
        + "ended.")
  }

  private func formerNames(_ parties: [Party]) -> [String] {
    let codes = Set(parties.map(\.organisation))
    let known = graph.atlas.register.organisations.filter { codes.contains($0.id) }
    let names = Dictionary(
      known.map { ($0.id, $0.shortName ?? $0.name) }, uniquingKeysWith: { first, _ in first })
    return codes.sorted().map { names[$0] ?? $0.text }
  }

  private func several(_ arrangement: NodeID, _ leads: [Participant]) -> Finding {
    let bodies = graph.sorted(Set(leads.map(\.node)))
    let names = Phrase.list(bodies.map(graph.name))
    let record = graph.atlas.arrangement(arrangement)
    let name = graph.name(arrangement)
    return graph.finding(
      rule, check, subjects: [arrangement], involved: bodies, services: record?.services ?? [],
      areas: record?.areas ?? [],
      witness: (record.map { [Witness($0)] } ?? []) + leads.map { Witness($0.party) },
      why: "\(names) are each recorded as leading \(name).",
      question: "Which of \(names) leads \(name)?",
      resolution: "Agree one lead, and record the others as associates or members.")
  }
}

/// Answers whether arrangements for the same service of one provider agree on who leads.
struct RivalLeads {
  let rule: Expectation
  let check: ExpectationCheck
  let graph: AccountabilityGraph

  /// An arrangement with one lead.
  private struct Led {
    let arrangement: Arrangement
    let lead: Participant
    let provider: Party
    let areas: [Code]
  }

  /// Adds what breaks the expectation; what does not is answered for by the arrangements themselves.
  func answer(_ examination: inout Examination) {
    var byProvider: [NodeID: [Led]] = [:]
    for arrangement in graph.arrangements([.leadCommissioning, .jointCommissioning]) {
      for (provider, led) in led(arrangement) { byProvider[provider, default: []].append(led) }
    }
    for provider in graph.sorted(byProvider.keys) {
      let findings = findings(about: provider, byProvider[provider] ?? [])
      if !findings.isEmpty { examination.breaks(findings) }
    }
  }

  private func led(_ arrangement: NodeID) -> [(NodeID, Led)] {
    let participants = graph.participants(of: arrangement)
    let leads = participants.filter { $0.party.role == .lead }
    guard let record = graph.atlas.arrangement(arrangement), !record.services.isEmpty,
      leads.count == 1
    else { return [] }
    let commissioners = participants.filter {
      [.lead, .associate, .member].contains($0.party.role)
    }
    let areas = record.areas.isEmpty ? commissioners.map(\.party.organisation) : record.areas
    return participants.filter { $0.party.role == .provider }.map {
      ($0.node, Led(arrangement: record, lead: leads[0], provider: $0.party, areas: areas))
    }
  }

  private func findings(about provider: NodeID, _ all: [Led]) -> [Finding] {
    var rivals: [[String]: (led: Set<Int>, areas: Set<Code>)] = [:]
    for (place, one) in all.enumerated() {
      for (offset, other) in all[(place + 1)...].enumerated()
      where one.lead.node != other.lead.node {
        guard
          let services = graph.regime.services.common(
            one.arrangement.services, other.arrangement.services),
          let areas = graph.commonAreas(one.areas, other.areas)
        else { continue }
        rivals[services, default: ([], [])].led.formUnion([place, place + 1 + offset])
        rivals[services, default: ([], [])].areas.formUnion(areas)
      }
    }
    return rivals.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { services in
      rivals[services].map { rival in
        finding(provider, services, rival.areas.sorted(), rival.led.sorted().map { all[$0] })
      }
    }
  }

  private func finding(
    _ provider: NodeID, _ services: [String], _ areas: [Code], _ led: [Led]
  ) -> Finding {
    let leads = graph.sorted(Set(led.map(\.lead.node)))
    let names = Phrase.list(leads.map(graph.name))
    let name = graph.name(provider)
    let what = Phrase.list(services.map(graph.regime.services.title(of:)))
    let limits = graph.limits(services: [], areas: areas)
    return graph.finding(
      rule, check, subjects: [provider],
      involved: leads + led.compactMap { graph.atlas.node($0.arrangement.id) }, services: services,
      areas: areas,
      witness: led.flatMap {
        [Witness($0.arrangement), Witness($0.lead.party), Witness($0.provider)]
      },
      why: "\(names) each lead an arrangement for \(what) of \(name) that takes in the same "
        + "commissioners or areas\(limits).",
      question: "Which of \(names) leads the commissioning of \(what) from \(name)\(limits)?",
      resolution: "Agree one lead and record one arrangement, or record the areas of each.")
  }
}
