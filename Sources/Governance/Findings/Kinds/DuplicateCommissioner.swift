import GraphCore

/// F2: several bodies commission one service from a provider, and nothing joins them.
///
/// **Definition.** Commissioners of a provider, for a service and an area, are the bodies with a
/// `commissions` line to it that is not advisory, and the leads of the lead commissioning arrangements
/// in which it is the provider; services and areas are those of the line or the arrangement, functions
/// do not matter. Commissioners that take part together, as lead, associate or member, in one
/// arrangement for the service count as one: lead commissioning, joint commissioning, a joint
/// committee, a delegation or a lead provider's arrangement, if its providers are not named or the
/// provider is one of them. Where at least two are left after the lines that are by design (recorded
/// lines of statute or regulation, standing lines that say so), it is a finding, at the broadest
/// service; where they are left only with those lines, they are so by design. Whether two lines meet
/// that do not both say their services is not known.
///
/// **Algorithm.** For each service and area that a line names, the commissioners, joined by
/// arrangement; the same commissioners are told once.
///
/// **Complexity.** O(k · s · a) for each provider with k lines that name s services and a areas.
///
/// **Source.** "No mixed or overlapping lines of accountability" is the principle that the rule cites;
/// that each system buys ambulance services apart was called challenging, bureaucratic and burdensome.
/// Example: two boards with contracts of their own for the 999 service of one trust.
public struct DuplicateCommissioner: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.duplicateCommissioner

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    guard let subjects = rule.subjects else { return examination }
    let joiners = CommissionerGroups.joiners(in: graph)
    for provider in graph.organisations(subjects) {
      let code = graph.code(provider)
      let search = CommissionerSearch(provider, in: graph, joiners: joiners)
      let findings = search.duplicates().map { finding(rule, check, provider, $0, in: graph) }
      if !findings.isEmpty {
        examination.breaks(findings)
      } else if search.isKnown {
        examination.holds()
      } else {
        examination.isUnknown(for: code)
      }
    }
    return examination
  }

  private func finding(
    _ rule: Expectation, _ check: ExpectationCheck, _ provider: NodeID,
    _ duplicate: CommissionerSearch.Duplicate, in graph: AccountabilityGraph
  ) -> Finding {
    let bodies = graph.sorted(Set(duplicate.lines.map(\.body)))
    let names = Phrase.list(bodies.map(graph.name))
    let name = graph.name(provider)
    let what = Phrase.list(duplicate.services.map(graph.regime.services.title(of:)))
    let where_ = graph.limits(services: [], areas: duplicate.areas)
    return graph.finding(
      rule, check, subjects: [provider], involved: bodies, services: duplicate.services,
      areas: duplicate.areas, witness: duplicate.lines.flatMap(\.witness),
      design: duplicate.design,
      why:
        "\(Phrase.count(bodies.count, "body", "bodies")) commission \(what) from \(name)\(where_) "
        + "and no arrangement joins them: \(names).",
      question: "Who leads the commissioning of \(what) from \(name)\(where_) for \(names)?",
      resolution: "Agree a lead and record the arrangement with its lead and associates; or record "
        + "for which areas each commissions.")
  }
}
