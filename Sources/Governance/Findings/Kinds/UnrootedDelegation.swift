import GraphCore

/// F5: a function is exercised by delegation, but nobody behind it holds it.
///
/// **Definition, `delegationRooted`.** Bodies of the kinds in `holders` hold functions by law. Any
/// other body holds a function, for a service and an area, if some line of delegation into it takes
/// in all three and whoever delegates holds them (lines as in F4; a line that does not name
/// functions, services or areas passes on whatever there is). Whoever delegates must hold what it
/// delegates: *nemo dat quod non habet*. It is a finding
///
/// - where a body delegates what it does not hold, and has from nobody: one for the bodies from which
///   such a chain starts, not for those further down, which have it from a body that delegates what
///   it does not hold. That no delegation to them is recorded counts
///   only if to whom they are accountable is stated whole; else the answer is not known;
/// - where a body delegates on what came to it over `depth` lines: the chain grows too long;
/// - where delegations name as their instrument an arrangement of the register that is not in force.
///
/// **Definition, `jointParentsHold`.** The leads and members of a joint committee must each hold its
/// functions in the same sense. Not known is the answer where fewer than two of them are recorded
/// and its parties are not stated whole, and for a committee one of whose parties is not known to
/// hold them.
///
/// **Algorithm.** From each matter of each line back along the delegations to the nearest holder,
/// breadth first; what was found of one body is used for the next. What leads to no holder is drawn
/// together into strong components, and those that nothing leads to are told.
///
/// **Complexity.** O(m · k) for m lines and the k combinations of function, service and area on one
/// line, times the length of a chain where chains do not meet.
///
/// **Source.** The rule cites the law of delegation. Example: a place partnership, which has nothing
/// from its board, delegates safeguarding to a practice.
public struct UnrootedDelegation: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.unrootedDelegation

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    let holders = Set(rule.parameters.texts("holders").compactMap(OrganisationKind.init))
    let roots = DelegationRoots(Delegations(graph), holders: holders, in: graph)
    switch check {
    case .jointParentsHold:
      return JointParents(rule: rule, check: check, graph: graph, roots: roots).examine()
    default:
      return RootedDelegations(rule: rule, check: check, graph: graph, roots: roots).examine()
    }
  }
}

/// Answers whether what is delegated is held by those who delegate it.
struct RootedDelegations {
  let rule: Expectation
  let check: ExpectationCheck
  let graph: AccountabilityGraph
  let roots: DelegationRoots

  func examine() -> Examination {
    var examination = Examination()
    let delegations = roots.delegations
    if delegations.isEmpty {
      examination.isUnknown(for: Code(rule.id))
      return examination
    }
    let unheld = UnheldMatters(roots: roots)
    let breaching = findings(on: unheld)
    for body in delegations.delegators {
      if let findings = breaching[body] {
        examination.breaks(findings)
      } else if unheld.bodies.contains(body) {
        examination.isUnknown(for: graph.code(body))
      } else if let finding = tooDeep(body) {
        examination.breaks(finding)
      } else {
        examination.holds()
      }
    }
    for arrangement in delegations.partial
    where graph.statesWhole(.parties, about: graph.code(arrangement)) == nil {
      examination.isUnknown(for: graph.code(arrangement))
    }
    for finding in lapsed() { examination.breaks(finding) }
    return examination
  }

  /// Findings about bodies that delegate what they have from nobody, each under its first body.
  private func findings(on unheld: UnheldMatters) -> [NodeID: [Finding]] {
    var questions = MatterQuestions(graph)
    for (bodies, matter) in unheld.starts {
      guard bodies.allSatisfy({ states($0) != nil }) else { continue }
      questions.add(bodies, matter)
      let lines = bodies.flatMap { roots.delegations.lines(from: $0) }
      questions.show(lines.filter { roots.takesIn($0, matter) }, of: bodies, matter)
    }
    var findings: [NodeID: [Finding]] = [:]
    for question in questions.questions {
      let finding = unrooted(question)
      for body in question.bodies { findings[body, default: []].append(finding) }
    }
    return findings
  }

  private func states(_ body: NodeID) -> Witness? {
    graph.statesWhole(.accountability, about: graph.code(body))
  }

  private func unrooted(_ question: MatterQuestions.Question) -> Finding {
    let names = Phrase.list(question.bodies.map(graph.name))
    let what = words(question.function, question.services, question.areas)
    let others = graph.sorted(Set(question.evidence.map(\.object)).subtracting(question.bodies))
    let to = others.isEmpty ? "in turn" : "to " + Phrase.list(others.map(graph.name))
    let one = question.bodies.count == 1
    return graph.finding(
      rule, check, subjects: question.bodies, involved: others, function: question.function,
      services: question.services, areas: question.areas,
      witness: question.evidence.flatMap(\.witness) + question.bodies.compactMap(states),
      why: "\(names) \(one ? "delegates" : "delegate") \(what) \(to), but "
        + "\(one ? "does not hold it" : "none of them holds it") by law and nobody has delegated it "
        + "\(one ? "there" : "to them").",
      question: "From whom \(one ? "does" : "do") \(names) have \(what)?",
      resolution: "Record the delegation from a body that holds it by law, or end the one that "
        + "rests on nothing.")
  }

  private func words(_ function: String?, _ services: [String], _ areas: [Code]) -> String {
    (function.map { graph.regime.functions.title(of: $0) } ?? "functions")
      + graph.limits(services: services, areas: areas)
  }

  /// The finding about a body that passes on what it may no longer pass on.
  private func tooDeep(_ body: NodeID) -> Finding? {
    guard let depth = rule.parameters.number("depth").map({ Int($0) }) else { return nil }
    for line in roots.delegations.lines(from: body) {
      for matter in roots.matters(of: line) where roots.steps(to: body, of: matter) == depth {
        return tooDeep(body, matter, depth)
      }
    }
    return nil
  }

  private func tooDeep(_ body: NodeID, _ matter: Matter, _ depth: Int) -> Finding {
    let chain = roots.chain(to: body, of: matter)
    let onward = roots.delegations.lines(from: body).filter { roots.takesIn($0, matter) }
    let others = graph.sorted(Set(onward.map(\.object)))
    let name = graph.name(body)
    let services = matter.service.map { [$0] } ?? []
    let areas = matter.area.map { [$0] } ?? []
    let what = words(matter.function, services, areas)
    let way = chain.map { graph.name($0.subject) } + [name]
    let from = chain.isEmpty ? "" : ", which came over \(Phrase.list(way)),"
    return graph.finding(
      rule, check, subjects: [body], involved: chain.map(\.subject) + others,
      function: matter.function, services: services, areas: areas,
      witness: (chain + onward).flatMap(\.witness),
      why: "\(name) delegates \(what)\(from) on to \(Phrase.list(others.map(graph.name))), "
        + "\(Phrase.count(depth + 1, "step")) from the body that holds it by law.",
      question: "May \(name) pass \(what) on, and who then answers for it?",
      resolution:
        "Delegate it from nearer its holder, or decide that the chain is meant and record "
        + "the decision.")
  }

  /// Findings about instruments that are no longer in force, by code.
  private func lapsed() -> [Finding] {
    var resting: [Code: [(relation: Relation, recipient: NodeID)]] = [:]
    for delegator in roots.delegations.delegators {
      for line in graph.atlas.lines(.relation(.delegatesTo), from: delegator) {
        guard let relation = graph.atlas.relation(line.edge), let instrument = relation.instrument,
          graph.atlas.standingLine(line.edge) == nil, graph.atlas.node(Code(instrument)) == nil
        else { continue }
        resting[Code(instrument), default: []].append((relation, line.node))
      }
    }
    guard !resting.isEmpty else { return [] }
    return graph.atlas.register.arrangements.filter { resting[$0.id] != nil }
      .sorted { $0.id < $1.id }
      .map { finding($0, resting[$0.id] ?? []) }
  }

  private func finding(
    _ instrument: Arrangement, _ resting: [(relation: Relation, recipient: NodeID)]
  ) -> Finding {
    let recipients = graph.sorted(Set(resting.map(\.recipient)))
    let ended = instrument.provenance.period.to.flatMap { $0 < graph.atlas.date ? $0 : nil }
    let state = ended.map { "ended on \($0)" } ?? "is not in force yet"
    let count = Phrase.count(resting.count, "delegation")
    return graph.finding(
      rule, check, about: [instrument.id],
      involved: resting.map(\.relation.subject) + recipients.map(graph.code),
      witness: resting.map(\.relation).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
        .map { Witness($0) } + [Witness(instrument)],
      why: "\(count) to \(Phrase.list(recipients.map(graph.name))) "
        + "\(resting.count == 1 ? "rests" : "rest") on \(instrument.name), which \(state).",
      question: "On what do the delegations under \(instrument.name) rest now?",
      resolution: "Record the instrument that took its place, or the day on which the delegations "
        + "ended with it.")
  }
}
