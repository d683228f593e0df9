import GraphCore

/// From a provider to the bodies of a template.
extension LoadBuilder {
  /// The bodies that a template reaches, by code, each once.
  func reached(_ template: LoadTemplate, from node: NodeID) -> [NodeID] {
    let all: [NodeID]
    switch template.reach {
    case .itself: all = [node]
    case .along(let steps, let pattern): all = walk(steps, from: node, to: pattern)
    case .arrangements(let kinds):
      all = graph.arrangements(of: node).filter { entry in
        entry.party.role.takesPart
          && graph.atlas.arrangement(entry.arrangement).map { kinds.contains($0.kind) } ?? false
      }.map(\.arrangement)
    case .overseers(let function, let pattern):
      all = graph.lines(.oversees, into: node)
        .filter { graph.regime.functions.common($0.functions, [function]) != nil }
        .map(\.subject)
        .filter { body in
          graph.atlas.organisation(body).map { pattern?.matches($0) ?? true } ?? false
        }
    }
    return graph.sorted(Set(all).filter { isIn(template.areaCodes, $0) })
  }

  private func isIn(_ prefixes: [String], _ body: NodeID) -> Bool {
    guard !prefixes.isEmpty else { return true }
    guard let code = graph.atlas.organisation(body)?.onsCode else { return false }
    return prefixes.contains { code.hasPrefix($0) }
  }

  /// A body and the areas of it to which the way there is limited; none for all of it.
  private struct Stop: Hashable {
    let node: NodeID
    let areas: [Code]
  }

  /// The bodies at the end of some steps, in no order.
  ///
  /// Where a line serves only some areas of a system, only what lies within them is reached below it.
  private func walk(
    _ steps: [StandingRule.Step], from start: NodeID, to pattern: OrganisationPattern
  ) -> [NodeID] {
    var stops: Set<Stop> = [Stop(node: start, areas: [])]
    for step in steps {
      var next: Set<Stop> = []
      for stop in stops { next.formUnion(follow(step, from: stop)) }
      stops = next
    }
    return stops.filter { stop in
      stop.node != start
        && graph.atlas.organisation(stop.node).map(pattern.matches) ?? false
    }.map(\.node)
  }

  private func follow(_ step: StandingRule.Step, from stop: Stop) -> [Stop] {
    let (atlas, node) = (graph.atlas, stop.node)
    switch step {
    case .home: return serving(atlas.lines(.relation(.serves), from: node), [.home])
    case .isHomeOf: return serving(atlas.lines(.relation(.serves), into: node), [.home])
    case .worksIn: return serving(atlas.lines(.relation(.serves), from: node), [.home, .serves])
    case .hasAtWork: return serving(atlas.lines(.relation(.serves), into: node), [.home, .serves])
    case .containedIn:
      return atlas.lines(.relation(.contains), into: node).map { Stop(node: $0.node, areas: []) }
    case .contains:
      return atlas.lines(.relation(.contains), from: node).map(\.node).filter { node in
        stop.areas.isEmpty || graph.commonAreas(stop.areas, [graph.code(node)]) != nil
      }.map { Stop(node: $0, areas: stop.areas) }
    case .leadCommissionedBy: return partners(of: node, .provider, .lead)
    case .leadCommissions: return partners(of: node, .lead, .provider)
    }
  }

  private func serving(_ lines: Lines, _ roles: Set<ServiceRole>) -> [Stop] {
    lines.compactMap { line in
      guard let relation = graph.atlas.relation(line.edge), let role = relation.role,
        roles.contains(role)
      else { return nil }
      return Stop(node: line.node, areas: relation.areas.sorted())
    }
  }

  private func partners(of node: NodeID, _ role: PartyRole, _ other: PartyRole) -> [Stop] {
    graph.arrangements(of: node).filter { entry in
      entry.party.role == role
        && graph.atlas.arrangement(entry.arrangement)?.kind == .leadCommissioning
    }.flatMap { entry in
      graph.participants(of: entry.arrangement).filter { $0.party.role == other }.map {
        Stop(node: $0.node, areas: [])
      }
    }
  }
}
