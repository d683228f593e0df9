import GraphCore

/// Whether what puts councils under bodies of the NHS rests on law or on their own word.
struct AuthorityGapCouncils {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  private struct Bond {
    let council: NodeID
    let body: NodeID
    let line: AccountabilityLine
    /// Whether a document is named: by the record, or by the rule that draws the line.
    let hasInstrument: Bool

    /// Whether it rests on law, or on what the council has signed; `nil` if it is not known.
    var isSound: Bool? {
      switch line.basis {
      case .statute, .regulation: true
      case .custom: false
      case .contract, .delegation, .agreement: hasInstrument ? true : nil
      case nil: nil
      }
    }
  }

  func examine() -> Examination {
    var examination = Examination()
    var loose: [NodeID: [Bond]] = [:]
    var broken: [[NodeID]] = []
    for council in graph.organisations(OrganisationPattern(kind: .localAuthority)) {
      let bonds = bonds(of: council)
      guard !bonds.isEmpty else { continue }
      let breaking = bonds.filter { $0.isSound == false }
      for bond in breaking { loose[bond.body, default: []].append(bond) }
      if !breaking.isEmpty {
        broken.append(graph.sorted(Set(breaking.map(\.body))))
      } else if bonds.allSatisfy({ $0.isSound == true }) {
        examination.holds()
      } else {
        examination.isUnknown(for: graph.code(council))
      }
    }
    let findings = loose.reduce(into: [:]) { found, entry in
      found[entry.key] = finding(entry.key, entry.value)
    }
    for bodies in broken { examination.breaks(bodies.compactMap { findings[$0] }) }
    return examination
  }

  /// What makes a council answer to bodies of the NHS, or puts it under them.
  private func bonds(of council: NodeID) -> [Bond] {
    let upward = zip(
      graph.lines(.accountableTo, from: council),
      graph.atlas.lines(.relation(.accountableTo), from: council))
    let downward = [RelationKind.oversees, .intervenes].flatMap { kind in
      zip(graph.lines(kind, into: council), graph.atlas.lines(.relation(kind), into: council))
    }
    return (Array(upward) + downward).compactMap { line, edge in
      guard line.strength != .advisory, isNHS(edge.node) else { return nil }
      return Bond(
        council: council, body: edge.node, line: line,
        hasInstrument: line.rule != nil || graph.atlas.relation(edge.edge)?.instrument != nil)
    }
  }

  private func isNHS(_ node: NodeID) -> Bool {
    switch graph.atlas.organisation(node)?.kind {
    case .national, .region, .ics, .icp, .trust: true
    default: false
    }
  }

  private func finding(_ body: NodeID, _ bonds: [Bond]) -> Finding {
    let name = graph.name(body)
    let councils = graph.sorted(Set(bonds.map(\.council)))
    let names = Phrase.list(councils.map(graph.name))
    let isOne = councils.count == 1
    return graph.finding(
      rule, check, subjects: [body], involved: councils, witness: bonds.flatMap(\.line.witness),
      why: "\(names) \(isOne ? "is" : "are") put under \(name) by custom alone, while a council "
        + "answers to its voters.",
      question:
        "On what law or agreement does it rest that \(names) \(isOne ? "answers" : "answer") "
        + "to \(name)?",
      resolution: "Record the law, or the agreement that the council has signed; or mark the line "
        + "as advice.")
  }
}
