import GraphCore

/// F4: a function is delegated in a circle.
///
/// **Definition.** Lines of delegation are the `delegatesTo` lines of the day, recorded or standing,
/// and, for each arrangement of the kind `delegation`, a line from each `lead` to each other party
/// that is a `member`, with the functions, services and areas of the arrangement. A line takes in a
/// function if it names it, or one that it lies within, or none at all; services likewise; an area if
/// it names it, or one that contains it, or none at all. "Everything" is taken in only by lines that
/// name none. For a function *f*, a service *s* and an area *a*, each of them a word or everything,
/// *G(f, s, a)* has the lines that take in all three. A ring is a set of bodies that all reach each
/// other along lines of *G(f, s, a)* and to which no further body can be added: a strongly connected
/// component of at least two bodies, or a body with a line to itself. For each ring and each *f*
/// there is one finding:
///
/// - its subjects are the bodies, by code;
/// - its services are the *s* for which the bodies are a ring with *f* (for some *a*), without those
///   that lie within another of them; none if everything is among them; its areas likewise;
/// - it is left out if the same bodies are found with the same services and areas for everything, or
///   for a function that *f* lies within.
///
/// The words tried are those that lines name and the listed ones within them.
///
/// **Algorithm.** Strong components of all lines; within each that holds a cycle those of the lines
/// that take in a function, within these those of a service, then of an area. The witness is a
/// shortest circle. Not known is the answer for a body that may delegate to one of several
/// candidates, one of which leads back to it, and for an arrangement of which who delegates or who
/// receives is not recorded, unless its parties are stated whole. Where nothing is recorded of who
/// delegates to whom, it is not known, once, for the rule.
///
/// **Complexity.** O(n + m log m) for n bodies and m lines without a ring; within a ring of r lines
/// O(r · f · s · a) for the functions, services and areas that they name.
///
/// **Source.** R. Tarjan, "Depth-first search and linear graph algorithms", 1972, for the components.
/// Example: a board delegates community services to a place, whose lead body has delegated them, with
/// others, to the board's committee.
public struct DelegationCycle: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.delegationCycle

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    let delegations = Delegations(graph)
    if delegations.isEmpty {
      examination.isUnknown(for: Code(rule.id))
      return examination
    }
    var inRing: Set<NodeID> = []
    for cluster in DelegationRings(graph: graph).clusters(of: delegations.lines) {
      let findings = cluster.map { finding(rule, check, $0, in: graph) }
      inRing.formUnion(cluster.flatMap(\.bodies))
      examination.breaks(findings)
    }
    let doubtful = mayClose(delegations, in: graph).subtracting(inRing)
    for body in graph.sorted(doubtful) { examination.isUnknown(for: graph.code(body)) }
    for arrangement in delegations.partial
    where graph.statesWhole(.parties, about: graph.code(arrangement)) == nil {
      examination.isUnknown(for: graph.code(arrangement))
    }
    examination.holds(
      delegations.delegators.filter { !inRing.contains($0) && !doubtful.contains($0) }.count)
    return examination
  }

  /// Bodies whose delegation to one of several candidates may close a circle.
  private func mayClose(
    _ delegations: Delegations, in graph: AccountabilityGraph
  ) -> Set<NodeID> {
    guard !delegations.undecided.isEmpty else { return [] }
    var builder = GraphBuilder()
    builder.addNodes(graph.atlas.graph.nodeCount)
    for line in delegations.lines { builder.addEdge(from: line.subject, to: line.object) }
    for open in delegations.undecided {
      for candidate in open.candidates { builder.addEdge(from: open.delegator, to: candidate) }
    }
    let components = builder.build().strongComponents()
    return Set(
      delegations.undecided.filter { open in
        open.candidates.contains {
          components.component(of: $0) == components.component(of: open.delegator)
        }
      }
      .map(\.delegator))
  }

  private func finding(
    _ rule: Expectation, _ check: ExpectationCheck, _ ring: MatterQuestions.Question,
    in graph: AccountabilityGraph
  ) -> Finding {
    let what = ring.function.map { graph.regime.functions.title(of: $0) } ?? "all its functions"
    let limits = graph.limits(services: ring.services, areas: ring.areas)
    let names = ring.bodies.map(graph.name)
    return graph.finding(
      rule, check, subjects: ring.bodies, function: ring.function, services: ring.services,
      areas: ring.areas, witness: ring.evidence.flatMap(\.witness),
      why: circle(ring.evidence, what + limits, in: graph),
      question: "Which of \(Phrase.list(names)) holds "
        + "\(ring.function == nil ? "the functions" : what)\(limits) in its own right, and which "
        + "delegation ends?",
      resolution: "End one of the delegations, or correct the record that turns it round.")
  }

  /// Tells who delegates to whom around a circle.
  private func circle(
    _ lines: [AccountabilityLine], _ what: String, in graph: AccountabilityGraph
  ) -> String {
    guard let first = lines.first, let last = lines.last, lines.count > 1 else {
      return
        "\(lines.first.map { graph.name($0.subject) } ?? "A body") delegates \(what) to itself."
    }
    let between = lines.dropFirst().dropLast().map {
      "\(graph.name($0.subject)) to \(graph.name($0.object))"
    }
    let way = between.isEmpty ? "" : ", " + Phrase.list(between)
    return "\(graph.name(first.subject)) delegates \(what) to \(graph.name(first.object))\(way), "
      + "and \(graph.name(last.subject)) back to \(graph.name(last.object))."
  }
}
