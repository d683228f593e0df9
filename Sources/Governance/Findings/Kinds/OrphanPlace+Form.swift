import GraphCore

/// Whether it is known in which form a place is governed.
struct OrphanPlaceForm {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  func examine(_ places: [NodeID]) -> Examination {
    var examination = Examination()
    let boards = BodyForums(graph, kinds: rule.parameters.texts("forums"))
    let governed = governedByArrangement()
    let spokenFor = spokenForByDirector()
    for place in places {
      let code = graph.code(place)
      let forums = boards.forums(for: place).compactMap(graph.atlas.forum)
      if forums.contains(where: { $0.decisionMaking != nil }) || governed.contains(code)
        || spokenFor.contains(code)
      {
        examination.holds()
      } else if forums.isEmpty, let statement = graph.statesWhole(.forums, about: code) {
        examination.breaks(finding(place, statement))
      } else {
        examination.isUnknown(for: code)
      }
    }
    return examination
  }

  /// Places that a lead provider or a joint committee is about.
  private func governedByArrangement() -> Set<Code> {
    var codes: Set<Code> = []
    for node in graph.arrangements([.leadProvider, .jointCommittee]) {
      guard let arrangement = graph.atlas.arrangement(node) else { continue }
      codes.formUnion(arrangement.areas)
      if arrangement.kind == .jointCommittee {
        codes.formUnion(graph.participants(of: node).map { graph.code($0.node) })
      }
    }
    return codes
  }

  /// Places for which a seat of an ICS speaks: that of its director for the place.
  private func spokenForByDirector() -> Set<Code> {
    var codes: Set<Code> = []
    for seat in graph.atlas.register.seats
    where seat.provenance.period.contains(graph.atlas.date) && !seat.represents.isEmpty {
      guard let organisation = seat.organisation,
        graph.atlas.organisation(organisation)?.kind == .ics
      else { continue }
      codes.formUnion(seat.represents)
    }
    return codes
  }

  private func finding(_ place: NodeID, _ statement: Witness) -> Finding {
    let name = graph.name(place)
    return graph.finding(
      rule, check, subjects: [place], witness: [statement],
      why: "\(name) has no board or committee, no lead provider and no director of the ICS who "
        + "speaks for it.",
      question: "In which form is \(name) governed?",
      resolution: "Record its board and whether it decides, its lead provider, or the director who "
        + "speaks for it.")
  }
}
