import GraphCore

/// Draws the standing lines of a regime over an atlas that has none.
///
/// Where several ways lead from a subject to an object, the line rests on the surest, and of equals
/// on the first found. Cost is O(organisations + steps taken) for each rule.
struct StandingLineBuilder {
  let atlas: Atlas
  let regime: Regime

  /// All lines, by rule, subject and object in the order of the atlas.
  func lines() -> [StandingLine] {
    let organisations = atlas.graph.nodes.compactMap { node in
      atlas.organisation(node).map { (node: node, organisation: $0) }
    }
    var lines: [StandingLine] = []
    for rule in regime.standing {
      let objects = organisations.filter { rule.object.matches($0.organisation) }
      for subject in organisations where rule.subject.matches(subject.organisation) {
        if rule.along.isEmpty {
          for object in objects where object.node != subject.node {
            lines.append(line(rule, subject.organisation, object.organisation, Way()))
          }
        } else {
          for (node, way) in ends(of: rule.along, from: subject.node) where node != subject.node {
            guard let object = atlas.organisation(node), rule.object.matches(object) else {
              continue
            }
            lines.append(line(rule, subject.organisation, object, way))
          }
        }
      }
    }
    return lines
  }

  /// The records followed so far.
  private struct Way {
    var records: [Witness] = []
    var confidence = Confidence.recorded
    var period = Period()

    func following(_ id: String, _ table: Register.Table, _ provenance: Provenance) -> Way {
      Way(
        records: records + [Witness(table, id, provenance)],
        confidence: min(confidence, provenance.confidence),
        period: period.intersection(provenance.period))
    }
  }

  private func ends(of steps: [StandingRule.Step], from start: NodeID) -> [(NodeID, Way)] {
    var frontier = [(start, Way())]
    for step in steps {
      var position: [NodeID: Int] = [:]
      var next: [(NodeID, Way)] = []
      for (node, way) in frontier {
        follow(step, from: node, way) { end, extended in
          if let held = position[end] {
            if next[held].1.confidence < extended.confidence { next[held].1 = extended }
          } else {
            position[end] = next.count
            next.append((end, extended))
          }
        }
      }
      frontier = next
    }
    return frontier.sorted { $0.0 < $1.0 }
  }

  private func follow(
    _ step: StandingRule.Step, from node: NodeID, _ way: Way, visit: (NodeID, Way) -> Void
  ) {
    switch step {
    case .home: serves(atlas.lines(.relation(.serves), from: node), [.home], way, visit)
    case .isHomeOf: serves(atlas.lines(.relation(.serves), into: node), [.home], way, visit)
    case .worksIn:
      serves(atlas.lines(.relation(.serves), from: node), [.home, .serves], way, visit)
    case .hasAtWork:
      serves(atlas.lines(.relation(.serves), into: node), [.home, .serves], way, visit)
    case .containedIn: relations(atlas.lines(.relation(.contains), into: node), way, visit)
    case .contains: relations(atlas.lines(.relation(.contains), from: node), way, visit)
    case .leadCommissionedBy: arrangement(from: node, .provider, to: .lead, way, visit)
    case .leadCommissions: arrangement(from: node, .lead, to: .provider, way, visit)
    }
  }

  private func serves(
    _ lines: Lines, _ roles: Set<ServiceRole>, _ way: Way, _ visit: (NodeID, Way) -> Void
  ) {
    for line in lines {
      guard let relation = atlas.relation(line.edge), let role = relation.role,
        roles.contains(role)
      else { continue }
      visit(line.node, way.following(relation.id, .relations, relation.provenance))
    }
  }

  private func relations(_ lines: Lines, _ way: Way, _ visit: (NodeID, Way) -> Void) {
    for line in lines {
      guard let relation = atlas.relation(line.edge) else { continue }
      visit(line.node, way.following(relation.id, .relations, relation.provenance))
    }
  }

  private func arrangement(
    from node: NodeID, _ role: PartyRole, to other: PartyRole, _ way: Way,
    _ visit: (NodeID, Way) -> Void
  ) {
    for line in atlas.lines(.party, from: node) {
      guard let party = atlas.party(line.edge), party.role == role,
        atlas.arrangement(line.node)?.kind == .leadCommissioning
      else { continue }
      let reached = way.following(party.id, .parties, party.provenance)
      for back in atlas.lines(.party, into: line.node) {
        guard let second = atlas.party(back.edge), second.role == other else { continue }
        visit(back.node, reached.following(second.id, .parties, second.provenance))
      }
    }
  }

  private func line(
    _ rule: StandingRule, _ subject: Organisation, _ object: Organisation, _ way: Way
  ) -> StandingLine {
    let period = regime.period.intersection(subject.provenance.period)
      .intersection(object.provenance.period).intersection(way.period)
    let relation = Relation(
      id: "\(rule.id):\(subject.id):\(object.id)", kind: rule.line, subject: subject.id,
      object: object.id, functions: rule.functions, services: rule.services, basis: rule.basis,
      strength: rule.strength,
      provenance: Provenance(
        period: period, source: rule.citation.document,
        confidence: min(rule.confidence, way.confidence), note: rule.note))
    return StandingLine(
      relation: relation, rule: rule.id, rests: way.records, byDesign: rule.byDesign)
  }
}
