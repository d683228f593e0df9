import GraphCore

/// F1: several bodies oversee one function of an organisation, and none is marked as leading.
///
/// **Definition.** For an organisation *t* and a function *d*, the overseers are the bodies with an
/// `oversees` line to *t* that takes in *d*. They overlap where services and areas meet, too. Where
/// at least two remain after the lines that are by design (recorded lines of statute or regulation,
/// standing lines that say so), and none of the lines is of strength `lead`, it is a finding. Where
/// at least two overlap but at most one remains, the overlap is by design.
///
/// **Algorithm.** For each function, and for each service and area named by a line, the set of
/// overseers; the largest sets are reported, at the broadest function at which they arise, with the
/// services that have the same areas told together. Where no line is recorded the answer is not
/// known, unless the oversight of *t* is stated to be whole.
///
/// **Complexity.** O(E · f · s · a) in the lines, functions, and the services and areas named on the
/// lines of one organisation.
///
/// **Source.** "No mixed or overlapping lines of accountability" is the principle that the rule
/// cites. Example: the ambulance trust that runs services in six systems, each of whose boards is to
/// lead the oversight of the organisations within its system.
public struct MultipleOverseers: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.multipleOverseers

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    guard let subjects = rule.subjects else { return examination }
    for overseen in graph.organisations(subjects) {
      let lines = graph.lines(.oversees, into: overseen)
      let code = graph.code(overseen)
      guard !lines.isEmpty || graph.statesWhole(.oversight, about: code) != nil else {
        examination.isUnknown(for: code)
        continue
      }
      let findings = OverlapSearch(graph: graph, lines: lines).overlaps().map {
        finding(rule, check, overseen, $0, in: graph)
      }
      if findings.isEmpty { examination.holds() } else { examination.breaks(findings) }
    }
    return examination
  }

  private func finding(
    _ rule: Expectation, _ check: ExpectationCheck, _ overseen: NodeID, _ overlap: LineOverlap,
    in graph: AccountabilityGraph
  ) -> Finding {
    let overseers = graph.sorted(Set(overlap.lines.map(\.subject)))
    let names = Phrase.list(overseers.map(graph.name))
    let about = overlap.function.map { graph.regime.functions.title(of: $0) } ?? "all functions"
    let name = graph.name(overseen)
    let limits = graph.limits(services: overlap.services, areas: overlap.areas)
    return graph.finding(
      rule, check, subjects: [overseen], involved: overseers, function: overlap.function,
      services: overlap.services, areas: overlap.areas, witness: overlap.lines.flatMap(\.witness),
      design: overlap.design,
      why: "\(Phrase.count(overseers.count, "body", "bodies")) oversee \(about) of \(name)\(limits)"
        + " and none is marked as leading: \(names).",
      question: "Who leads oversight of \(about) for \(name)\(limits): \(names)?",
      resolution: "Agree one lead and record it as a line of strength lead; or decide that the "
        + "overlap is meant, and record the decision.")
  }
}
