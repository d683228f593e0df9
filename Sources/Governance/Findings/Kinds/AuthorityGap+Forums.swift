import GraphCore

/// Whether forums say to whom they report, and those that decide by which document.
struct AuthorityGapForums {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  private enum Answer { case outside, yes, missing, unknown }

  func examine() -> Examination {
    var examination = Examination()
    var lacking: [NodeID: [Forum]] = [:]
    var statements: [NodeID: Witness] = [:]
    for node in graph.forums(rule.parameters.texts("forums")) {
      guard let forum = graph.atlas.forum(node) else { continue }
      switch answer(for: node, forum) {
      case .outside: continue
      case .yes: examination.holds()
      case .unknown: examination.isUnknown(for: forum.id)
      case .missing:
        if let parent = graph.parent(of: node),
          let statement = graph.statesWhole(.forums, about: graph.code(parent))
        {
          lacking[parent, default: []].append(forum)
          statements[parent] = statement
        } else {
          examination.isUnknown(for: forum.id)
        }
      }
    }
    for parent in graph.sorted(lacking.keys) {
      let forums = lacking[parent] ?? []
      let finding = finding(
        parent, forums, [statements[parent]].compactMap(\.self) + forums.map { Witness($0) })
      for _ in forums { examination.breaks(finding) }
    }
    return examination
  }

  private func answer(for node: NodeID, _ forum: Forum) -> Answer {
    if check == .reportingLine {
      if !graph.atlas.lines(.reportsTo, from: node).isEmpty { return .yes }
      return forum.reportsTo == nil ? .missing : .unknown
    }
    guard let decides = forum.decisionMaking else { return .unknown }
    if !decides { return .outside }
    let arrangement = graph.parent(of: node).flatMap(graph.atlas.arrangement)
    let hasInstrument = forum.instrument != nil || arrangement?.instrument != nil
    return hasInstrument || forum.statutory == true ? .yes : .missing
  }

  private func finding(_ parent: NodeID, _ forums: [Forum], _ witness: [Witness]) -> Finding {
    let name = graph.name(parent)
    let names = Phrase.list(forums.map(\.name))
    let isOne = forums.count == 1
    let nodes = forums.compactMap { graph.atlas.node($0.id) }
    if check == .reportingLine {
      return graph.finding(
        rule, check, subjects: [parent], involved: nodes, witness: witness,
        why: "\(names) of \(name) \(isOne ? "reports" : "report") to no other body that meets, "
          + "though all of them are recorded.",
        question:
          "To which board or committee \(isOne ? "does" : "do") \(names) of \(name) report?",
        resolution:
          "Record in the column reportsTo the board or committee that receives the reports.")
    }
    return graph.finding(
      rule, check, subjects: [parent], involved: nodes, witness: witness,
      why: "\(names) of \(name) \(isOne ? "decides" : "decide") without a document on record that "
        + "\(isOne ? "gives it" : "gives them") the power to.",
      question: "Which document empowers \(names) of \(name) to decide?",
      resolution: "Record the scheme of delegation or the terms of reference, or record that "
        + "\(isOne ? "it advises" : "they advise") only.")
  }
}
