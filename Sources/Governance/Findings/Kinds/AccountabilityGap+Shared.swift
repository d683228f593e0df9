import GraphCore

/// Whether a provider in several ICSs has an arrangement with them together.
struct AccountabilityGapShared {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  func examine(_ bodies: [NodeID]) -> Examination {
    var examination = Examination()
    let kinds = Set(rule.parameters.texts("arrangements").compactMap(ArrangementKind.init))
    var parties: [NodeID: Set<NodeID>] = [:]
    for body in bodies {
      let systems = graph.systems(of: body)
      guard systems.count > 1 else {
        if mayReachMore(body) { examination.isUnknown(for: graph.code(body)) }
        continue
      }
      let shared = graph.sorted(
        Set(
          graph.arrangements(of: body).map(\.arrangement).filter {
            graph.atlas.arrangement($0).map { kinds.contains($0.kind) } ?? false
          }))
      let holds = shared.contains { arrangement in
        let among =
          parties[arrangement] ?? Set(graph.atlas.lines(.party, into: arrangement).map(\.node))
        parties[arrangement] = among
        return systems.filter(among.contains).count > 1
      }
      if holds {
        examination.holds()
      } else if let statements = wholeness(of: body, kinds: kinds, shared) {
        examination.breaks(finding(body, systems, statements))
      } else {
        examination.isUnknown(for: graph.code(body))
      }
    }
    return examination
  }

  /// Whether local services are recorded of which it is not known in which ICS they are.
  private func mayReachMore(_ body: NodeID) -> Bool {
    (graph.atlas.unresolvedRelations[graph.code(body)] ?? []).contains { index in
      let relation = graph.atlas.register.relations[index]
      return relation.kind == .serves && relation.role != .specialisedOnly
    }
  }

  /// The statements that all arrangements of these kinds, and all parties to them, are recorded.
  private func wholeness(
    of body: NodeID, kinds: Set<ArrangementKind>, _ shared: [NodeID]
  ) -> [Witness]? {
    let memberships: Set<ArrangementKind> = [.collaborative, .clinicalNetwork]
    var aspects: [CompletenessAspect] = []
    if !kinds.isSubset(of: memberships) { aspects.append(.commissioning) }
    if !kinds.isDisjoint(with: memberships) { aspects.append(.memberships) }
    let own = aspects.compactMap { graph.statesWhole($0, about: graph.code(body)) }
    let others = shared.compactMap { graph.statesWhole(.parties, about: graph.code($0)) }
    guard own.count == aspects.count, others.count == shared.count else { return nil }
    return own + others
  }

  private func finding(
    _ body: NodeID, _ systems: [NodeID], _ statements: [Witness]
  ) -> Finding {
    let name = graph.name(body)
    let names = Phrase.list(systems.map(graph.name))
    var seen: Set<NodeID> = []
    let lines = graph.reaches(of: body).filter { seen.insert($0.system).inserted }
    return graph.finding(
      rule, check, subjects: [body], involved: systems,
      witness: lines.map { Witness($0.relation) } + statements,
      why: "\(name) works in \(Phrase.count(systems.count, "ICS", "ICSs")) (\(names)), and no "
        + "arrangement joins any two of them with it.",
      question: "Through which one arrangement do \(names) deal with \(name)?",
      resolution: "Agree an arrangement that covers them together, such as one lead commissioner, "
        + "and record its parties; or decide that each deals with \(name) alone.")
  }
}
