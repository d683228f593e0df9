import GraphCore

/// Answers whether those who delegate stay accountable for it.
struct DelegatorsAccount {
  let rule: Expectation
  let check: ExpectationCheck
  let graph: AccountabilityGraph

  func examine() -> Examination {
    var examination = Examination()
    let delegations = Delegations(graph)
    if delegations.isEmpty { examination.isUnknown(for: Code(rule.id)) }
    let roots = DelegationRoots(delegations, holders: [], in: graph)
    for body in delegations.delegators { answer(body, roots, &examination) }
    for arrangement in delegations.partial
    where graph.statesWhole(.parties, about: graph.code(arrangement)) == nil {
      examination.isUnknown(for: graph.code(arrangement))
    }
    return examination
  }

  private func answer(
    _ body: NodeID, _ roots: DelegationRoots, _ examination: inout Examination
  ) {
    let accounts = graph.lines(.accountableTo, from: body).filter { $0.strength != .advisory }
    var questions = MatterQuestions(graph)
    for line in roots.delegations.lines(from: body) {
      for matter in roots.matters(of: line)
      where !accounts.contains(where: { roots.takesIn($0, matter) }) {
        questions.add([body], matter)
        questions.show([line], of: [body], matter)
      }
    }
    let open = questions.questions
    guard !open.isEmpty else {
      examination.holds()
      return
    }
    guard let statement = graph.statesWhole(.accountability, about: graph.code(body)) else {
      examination.isUnknown(for: graph.code(body))
      return
    }
    examination.breaks(open.map { finding(body, $0, statement) })
  }

  private func finding(
    _ body: NodeID, _ question: MatterQuestions.Question, _ statement: Witness
  ) -> Finding {
    let name = graph.name(body)
    let recipients = graph.sorted(Set(question.evidence.map(\.object)))
    let what =
      (question.function.map { graph.regime.functions.title(of: $0) } ?? "functions")
      + graph.limits(services: question.services, areas: question.areas)
    return graph.finding(
      rule, check, subjects: [body], involved: recipients, function: question.function,
      services: question.services, areas: question.areas,
      witness: question.evidence.flatMap(\.witness) + [statement],
      why: "\(name) has delegated \(what) to \(Phrase.list(recipients.map(graph.name))) and is "
        + "accountable to nobody for it any more.",
      question: "To whom does \(name) stay accountable for \(what)?",
      resolution: "Record to whom it is accountable for what it delegates; if the function itself "
        + "was transferred, record that in place of the delegation.")
  }
}
