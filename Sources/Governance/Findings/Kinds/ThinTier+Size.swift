import GraphCore

/// Whether an ICS has more than a few trusts.
struct ThinTierSize {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  func examine() -> Examination {
    var examination = Examination()
    guard let subjects = rule.subjects, let most = rule.parameters.number("trusts") else {
      return examination
    }
    let homeless = trustsOfUnknownHome()
    for system in graph.organisations(subjects) {
      let code = graph.code(system)
      let homes = homes(in: system)
      let possible = homeless.anywhere + (homeless.among[code] ?? 0)
      if Double(homes.count) > most {
        examination.holds()
      } else if homes.isEmpty || Double(homes.count + possible) > most {
        examination.isUnknown(for: code)
      } else {
        examination.breaks(finding(system, homes))
      }
    }
    return examination
  }

  /// The lines by which trusts are at home in an ICS, a line a trust, by code of the trust.
  private func homes(in system: NodeID) -> [Relation] {
    var lines: [Code: Relation] = [:]
    for line in graph.atlas.lines(.relation(.serves), into: system)
    where graph.atlas.organisation(line.node)?.kind == .trust {
      guard let relation = graph.atlas.relation(line.edge), relation.role == .home,
        lines[relation.subject] == nil
      else { continue }
      lines[relation.subject] = relation
    }
    return lines.values.sorted { $0.subject < $1.subject }
  }

  /// Trusts whose home is not recorded, and that do not say why they have none.
  private func trustsOfUnknownHome() -> (anywhere: Int, among: [Code: Int]) {
    var anywhere = 0
    var among: [Code: Int] = [:]
    for node in graph.atlas.graph.nodes {
      guard let trust = graph.atlas.organisation(node), trust.kind == .trust,
        trust.exception == nil, graph.homes(of: node).isEmpty
      else { continue }
      let candidates = (graph.atlas.unresolvedRelations[trust.id] ?? [])
        .map { graph.atlas.register.relations[$0] }
        .filter { $0.kind == .serves && $0.role == .home }
        .flatMap(\.objectAmong)
      if candidates.isEmpty { anywhere += 1 }
      for candidate in Set(candidates) { among[candidate, default: 0] += 1 }
    }
    return (anywhere, among)
  }

  /// How many other trusts are on record as working there, to follow the names of those at home.
  private func guests(of system: NodeID, besides homes: Set<NodeID>) -> String {
    let guests = Set(
      graph.atlas.lines(.relation(.serves), into: system).filter { line in
        graph.atlas.organisation(line.node)?.kind == .trust
          && graph.atlas.relation(line.edge)?.role == .serves
      }.map(\.node)
    ).subtracting(homes)
    guard !guests.isEmpty else { return "" }
    return "; \(Phrase.count(guests.count, "other")) \(guests.count == 1 ? "works" : "work") there"
  }

  private func finding(_ system: NodeID, _ homes: [Relation]) -> Finding {
    let name = graph.name(system)
    let trusts = homes.compactMap { graph.atlas.node($0.subject) }
    let names = Phrase.list(trusts.map(graph.name))
    return graph.finding(
      rule, check, subjects: [system], involved: trusts, witness: homes.map { Witness($0) },
      why:
        "Only \(Phrase.count(trusts.count, "trust")) \(trusts.count == 1 ? "has its" : "have their") "
        + "home in \(name): \(names)\(guests(of: system, besides: Set(trusts))).",
      question: "What does \(name) as a tier of its own add for \(names)?",
      resolution: "Record what it decides that neither a trust nor the tier above could; or decide "
        + "that its size is meant.")
  }
}
