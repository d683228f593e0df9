import GraphCore

/// Whether somebody is answered to for each function that is required.
struct AccountabilityGapHeld {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck
  /// The bodies from which each standing rule draws a line, by rule.
  private let reached: [String: Set<Code>]

  init(graph: AccountabilityGraph, rule: Expectation, check: ExpectationCheck) {
    self.graph = graph
    self.rule = rule
    self.check = check
    var reached: [String: Set<Code>] = [:]
    for line in graph.atlas.standing where line.relation.kind == .accountableTo {
      reached[line.rule, default: []].insert(line.relation.subject)
    }
    self.reached = reached
  }

  func examine(_ bodies: [NodeID]) -> Examination {
    var examination = Examination()
    for body in bodies {
      let answer = answer(for: body)
      if !answer.findings.isEmpty {
        examination.breaks(answer.findings)
      } else if answer.isKnown {
        examination.holds()
      } else {
        examination.isUnknown(for: graph.code(body))
      }
    }
    return examination
  }

  private func answer(for body: NodeID) -> (findings: [Finding], isKnown: Bool) {
    let lines = graph.lines(.accountableTo, from: body).filter { $0.strength != .advisory }
    let missing = rule.parameters.texts("functions").filter { function in
      !lines.contains { takesIn($0, function) }
    }
    let gaps = missing.compactMap { function in
      evidence(for: body, lacking: function, lines).map { (function: function, evidence: $0) }
    }
    let broadest = gaps.filter { gap in
      !gaps.contains {
        $0.function != gap.function && graph.regime.functions.isWithin(gap.function, $0.function)
      }
    }
    let findings = broadest.map { finding(body, lacking: $0.function, $0.evidence) }
    return (findings, gaps.count == missing.count)
  }

  private func takesIn(_ line: AccountabilityLine, _ function: String) -> Bool {
    line.services.isEmpty && line.areas.isEmpty
      && graph.regime.functions.covers(line.functions, function)
  }

  /// What shows that nobody is answered to.
  private struct Evidence {
    var witness: [Witness]
    var reason: String
  }

  private func evidence(
    for body: NodeID, lacking function: String, _ lines: [AccountabilityLine]
  ) -> Evidence? {
    if let statement = graph.statesWhole(.accountability, about: graph.code(body)) {
      let parts = lines.filter { graph.regime.functions.common($0.functions, [function]) != nil }
      let reason =
        parts.isEmpty
        ? "its lines of accountability are all recorded, and none takes it in"
        : "its lines of accountability are all recorded, and they take in only a part of it"
      return Evidence(witness: [statement] + parts.flatMap(\.witness), reason: reason)
    }
    guard let organisation = graph.atlas.organisation(body), let why = organisation.exception,
      let standing = unreaching(organisation, function)
    else { return nil }
    let others = reached[standing.id]?.count ?? 0
    return Evidence(
      witness: [Witness(organisation)],
      reason: "\(Phrase.count(others, "other body", "other bodies")) of its kind do under the rule "
        + "“\(standing.statement)”, which cannot reach it (“\(why)”)")
  }

  /// A standing rule for the function that reaches others of the kind but, by what the body says of
  /// itself, not the body.
  private func unreaching(_ organisation: Organisation, _ function: String) -> StandingRule? {
    graph.regime.standing.first { standing in
      guard standing.line == .accountableTo, standing.subject.matches(organisation),
        standing.services.isEmpty, graph.regime.functions.covers(standing.functions, function),
        let drawn = reached[standing.id], !drawn.isEmpty
      else { return false }
      return isExplained(standing, organisation.kind) && !drawn.contains(organisation.id)
    }
  }

  /// An exception says why a trust has no home, or a place no ICS.
  private func isExplained(_ standing: StandingRule, _ kind: OrganisationKind) -> Bool {
    switch kind {
    case .trust: standing.along.first == .home
    case .place: standing.along.first == .containedIn
    default: false
    }
  }

  private func finding(
    _ body: NodeID, lacking function: String, _ evidence: Evidence
  ) -> Finding {
    let name = graph.name(body)
    let about = graph.regime.functions.title(of: function)
    return graph.finding(
      rule, check, subjects: [body], function: function, witness: evidence.witness,
      why: "\(name) answers to nobody for all of \(about): \(evidence.reason).",
      question: "To whom does \(name) answer for \(about)?",
      resolution:
        "Record to whom \(name) answers for \(about), and the law or agreement that says so."
    )
  }
}
