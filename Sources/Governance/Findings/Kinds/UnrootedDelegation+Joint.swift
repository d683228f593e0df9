import GraphCore

/// Answers whether those who set up a joint committee hold the functions that they give it.
struct JointParents {
  let rule: Expectation
  let check: ExpectationCheck
  let graph: AccountabilityGraph
  let roots: DelegationRoots

  func examine() -> Examination {
    var examination = Examination()
    let committees = graph.arrangements([.jointCommittee])
    if committees.isEmpty { examination.isUnknown(for: Code(rule.id)) }
    for committee in committees { answer(committee, &examination) }
    return examination
  }

  private func answer(_ committee: NodeID, _ examination: inout Examination) {
    guard let record = graph.atlas.arrangement(committee) else { return }
    let parents = graph.participants(of: committee).filter {
      $0.party.role == .lead || $0.party.role == .member
    }
    let isWhole = graph.statesWhole(.parties, about: record.id) != nil
    var questions = MatterQuestions(graph)
    var lacking: [Matter: [Participant]] = [:]
    var isKnown = isWhole || Set(parents.map(\.node)).count > 1
    for matter in roots.matters(record.functions, record.services, record.areas) {
      for parent in parents where roots.steps(to: parent.node, of: matter) == nil {
        if graph.statesWhole(.accountability, about: graph.code(parent.node)) == nil {
          isKnown = false
        } else {
          lacking[matter, default: []].append(parent)
        }
      }
      if lacking[matter] != nil { questions.add([committee], matter) }
    }
    let findings = questions.questions.map { question in
      let parties = lacking.filter { $0.key.function == question.function }.flatMap(\.value)
      return finding(record, question, parties)
    }
    if !findings.isEmpty {
      examination.breaks(findings)
    } else if isKnown {
      examination.holds()
    } else {
      examination.isUnknown(for: record.id)
    }
  }

  private func finding(
    _ committee: Arrangement, _ question: MatterQuestions.Question, _ parties: [Participant]
  ) -> Finding {
    let bodies = graph.sorted(Set(parties.map(\.node)))
    let names = Phrase.list(bodies.map(graph.name))
    let what =
      (question.function.map { graph.regime.functions.title(of: $0) } ?? "its functions")
      + graph.limits(services: question.services, areas: question.areas)
    let records = parties.map(\.party).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return graph.finding(
      rule, check, subjects: question.bodies, involved: bodies, function: question.function,
      services: question.services, areas: question.areas,
      witness: [Witness(committee)] + records.map { Witness($0) }
        + bodies.compactMap { graph.statesWhole(.accountability, about: graph.code($0)) },
      why: "\(committee.name) is to exercise \(what), which \(names) "
        + "\(bodies.count == 1 ? "does" : "do") not hold by law and "
        + "\(bodies.count == 1 ? "has" : "have") from nobody.",
      question: "By what power \(bodies.count == 1 ? "does" : "do") \(names) give \(what) to "
        + "\(committee.name)?",
      resolution: "Record the delegation to \(names), or take the function out of the committee.")
  }
}
