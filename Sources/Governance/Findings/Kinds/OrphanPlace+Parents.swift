import GraphCore

/// Whether each place lies in exactly one ICS.
struct OrphanPlaceParents {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  func examine(_ places: [NodeID]) -> Examination {
    var examination = Examination()
    let doubtful = candidates()
    for place in places {
      guard let organisation = graph.atlas.organisation(place) else { continue }
      let parents = graph.lines(.contains, into: place).filter {
        graph.atlas.organisation($0.subject)?.kind == .ics
      }
      let systems = graph.sorted(Set(parents.map(\.subject)))
      if systems.count > 1 {
        examination.breaks(severalParents(of: organisation, place, systems, parents))
      } else if doubtful.contains(organisation.id) {
        examination.isUnknown(for: organisation.id)
      } else if systems.count == 1 {
        examination.holds()
      } else if let reason = organisation.exception {
        examination.breaks(noParent(of: organisation, place, reason))
      } else {
        examination.isUnknown(for: organisation.id)
      }
    }
    return examination
  }

  /// What an ICS may contain, of which it is known only that it contains one of several.
  private func candidates() -> Set<Code> {
    var codes: Set<Code> = []
    for (subject, indices) in graph.atlas.unresolvedRelations
    where graph.atlas.organisation(subject)?.kind == .ics {
      for index in indices where graph.atlas.register.relations[index].kind == .contains {
        codes.formUnion(graph.atlas.register.relations[index].objectAmong)
      }
    }
    return codes
  }

  private func severalParents(
    of organisation: Organisation, _ place: NodeID, _ systems: [NodeID],
    _ lines: [AccountabilityLine]
  ) -> Finding {
    let name = graph.name(place)
    let names = Phrase.list(systems.map(graph.name))
    let reason = organisation.exception.map { " (“\($0)”)" } ?? ""
    return graph.finding(
      rule, check, subjects: [place], involved: systems, witness: lines.flatMap(\.witness),
      severity: min(rule.severity, .warning),
      why: "\(name) lies in \(Phrase.count(systems.count, "ICS", "ICSs")), \(names)\(reason).",
      question: "Which of \(names) is the host of \(name), and how do the others take part?",
      resolution: "Agree one host, or divide the place at the boundary, and record it.")
  }

  private func noParent(
    of organisation: Organisation, _ place: NodeID, _ reason: String
  ) -> Finding {
    let name = graph.name(place)
    return graph.finding(
      rule, check, subjects: [place], witness: [Witness(organisation)],
      severity: min(rule.severity, .warning), why: "\(name) lies in no ICS (“\(reason)”).",
      question: "Which ICS is the host of \(name)?",
      resolution: "Record the ICS that contains it; or decide that it needs none.")
  }
}
