import GraphCore

/// F22: one body holds roles over a provider that do not go together.
///
/// **Definition, `separateRoles`.** Over a provider (a trust or another provider) a body may convene
/// (the provider has a seat, other than as an attendee, on a forum of the body), oversee, commission
/// (lead commissioning arrangements count for their leads) and fund; lines that are advisory do not
/// count. Where a body holds at least `roles` of the four, about services and areas that meet, it is
/// a finding; so it is where a provider pays or commissions another for a service that it provides
/// itself (its `serves` lines). There is one finding for a body, with all the providers. Where the
/// lines that are not by design do not suffice, it is by design. A commissioning line that does not
/// say its services meets lines about all services, and may or may not meet others.
///
/// Roles that are not recorded may still be held, unless oversight, commissioning or funding of the
/// provider, the seats of the forums of the body, or its forums are stated whole. Where they could
/// make up the number, the answer is not known. Asked are the bodies that are known to hold a role.
///
/// **Definition, `interventionReserved`.** Only bodies of the kinds in `organisations` have lines of
/// the kind `intervenes`; a body of another kind that has is a finding, by design if the law gives it
/// all of them. Where no line is recorded the answer is not known, once, for the rule.
///
/// **Algorithm.** Lines by body and provider; for each pair, the services and areas that they name.
///
/// **Complexity.** O(m log m + Σ k · s · a) for m lines, k between a body and a provider.
///
/// **Source.** The rules cite the concern that a system cannot transform care together with trusts
/// and be their performance manager, commissioner and channel of funds. Example: a board on which
/// the trust sits that it also oversees, commissions and funds.
public struct RoleConflict: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.roleConflict

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    switch check {
    case .interventionReserved: reserved(rule, check, in: graph)
    default: SeparateRoles(rule: rule, check: check, graph: graph).examine()
    }
  }

  private func reserved(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    let kinds = Set(rule.parameters.texts("organisations").compactMap(OrganisationKind.init))
    let meant = rule.subjects.map { Set(graph.organisations($0)) }
    let bodies = graph.sorted(
      graph.atlas.graph.nodes.filter {
        !graph.atlas.lines(.relation(.intervenes), from: $0).isEmpty
      })
    if bodies.isEmpty { examination.isUnknown(for: Code(rule.id)) }
    for body in bodies {
      let lines = graph.lines(.intervenes, from: body).filter {
        meant?.contains($0.object) ?? true
      }
      let isFree = graph.atlas.organisation(body).map { kinds.contains($0.kind) } ?? true
      if isFree || lines.isEmpty {
        examination.holds()
      } else {
        let open = lines.filter { !$0.byDesign }
        examination.breaks(
          finding(rule, check, body, open.isEmpty ? lines : open, isOpen: !open.isEmpty, graph))
      }
    }
    return examination
  }

  private func finding(
    _ rule: Expectation, _ check: ExpectationCheck, _ body: NodeID, _ lines: [AccountabilityLine],
    isOpen: Bool, _ graph: AccountabilityGraph
  ) -> Finding {
    let others = graph.sorted(Set(lines.map(\.object)))
    let names = Phrase.list(others.map(graph.name))
    let name = graph.name(body)
    return graph.finding(
      rule, check, subjects: [body], involved: others, witness: lines.flatMap(\.witness),
      design: isOpen ? nil : .law(Set(lines.compactMap(\.rule)).sorted()),
      why: "\(name) may intervene in \(names), which is reserved to others.",
      question: "By what power does \(name) intervene in \(names)?",
      resolution: "If the line is one of oversight, record it as such; else name the instrument "
        + "that gives the power.")
  }
}
