import GraphCore

/// F3: more than one body leads, or an arrangement that needs a lead has none.
///
/// **Definition, `oneLead`.** It is a finding
///
/// - where two bodies have `oversees` lines of strength `lead` to one organisation that overlap in
///   function, services and areas (lines by design as in F1), of those organisations that the rule
///   names if it names any;
/// - where two arrangements of lead or joint commissioning with one provider have different leads,
///   and their services meet and so do the areas for which they commission: those that they name, or
///   else the bodies that take part as lead, associate or member. Both must name services;
/// - where an arrangement of lead or joint commissioning, of a lead provider or of delegation has more
///   than one lead, or none although its parties are stated whole or a lead of it has ended. That none
///   is recorded is otherwise not known to be one.
///
/// **Definition, `oneHome`.** A trust of one of the `sectors` has one home ICS: lines of the role
/// `home` to two of them that overlap in services and areas contradict each other. Where it has none,
/// and its record says why, the finding quotes that and is for information; else it is not known.
///
/// **Algorithm.** Lines and arrangements are looked at by organisation, by provider and one by one.
///
/// **Complexity.** O(E · f · s · a) in the lines of strength lead to one organisation, functions, and
/// the services and areas named on them; O(k²) for the k commissioning arrangements of one provider.
///
/// **Source.** The rules cite that lines of accountability must not be mixed, and that each trust
/// counts towards one system's envelope. Example: an arrangement for 999 services whose lead was
/// split up, and for which no successor was named.
public struct ContradictoryLead: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.contradictoryLead

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    if check == .oneHome {
      Homes(rule: rule, check: check, graph: graph).answer(&examination)
      return examination
    }
    LeadOversight(rule: rule, check: check, graph: graph).answer(&examination)
    LeadsOfArrangements(rule: rule, check: check, graph: graph).answer(&examination)
    RivalLeads(rule: rule, check: check, graph: graph).answer(&examination)
    return examination
  }
}

/// Answers whether one body leads the oversight of an organisation.
struct LeadOversight {
  let rule: Expectation
  let check: ExpectationCheck
  let graph: AccountabilityGraph

  /// Answers for every organisation that somebody leads the oversight of.
  func answer(_ examination: inout Examination) {
    let meant = rule.subjects.map { Set(graph.organisations($0)) }
    let overseen = graph.sorted(
      graph.atlas.graph.nodes.filter {
        meant?.contains($0) ?? true && !graph.atlas.lines(.relation(.oversees), into: $0).isEmpty
      })
    for body in overseen {
      let leads = graph.lines(.oversees, into: body).filter { $0.strength == .lead }
      guard !leads.isEmpty else { continue }
      guard mayOverlap(leads) else {
        examination.holds()
        continue
      }
      let findings = OverlapSearch(graph: graph, lines: leads.map(\.asOneOfMany)).overlaps().map {
        finding(body, $0)
      }
      if findings.isEmpty { examination.holds() } else { examination.breaks(findings) }
    }
  }

  /// Whether two lines of different bodies overlap; of many it is left to the search.
  private func mayOverlap(_ leads: [AccountabilityLine]) -> Bool {
    if leads.count > 8 { return true }
    return leads.indices.contains { place in
      leads[(place + 1)...].contains {
        $0.subject != leads[place].subject && graph.overlap($0, leads[place]) != nil
      }
    }
  }

  private func finding(_ body: NodeID, _ overlap: LineOverlap) -> Finding {
    let leads = graph.sorted(Set(overlap.lines.map(\.subject)))
    let names = Phrase.list(leads.map(graph.name))
    let name = graph.name(body)
    let about = overlap.function.map { graph.regime.functions.title(of: $0) } ?? "all functions"
    let limits = graph.limits(services: overlap.services, areas: overlap.areas)
    return graph.finding(
      rule, check, subjects: [body], involved: leads, function: overlap.function,
      services: overlap.services, areas: overlap.areas, witness: overlap.lines.flatMap(\.witness),
      design: overlap.design,
      why: "\(names) are each recorded as leading the oversight of \(about) for \(name)\(limits).",
      question: "Which of \(names) leads the oversight of \(about) for \(name)\(limits)?",
      resolution: "Agree one lead, and record the lines of the others without the strength lead.")
  }
}

extension AccountabilityLine {
  /// The same line without a strength, so that it is compared with others like it.
  fileprivate var asOneOfMany: AccountabilityLine {
    AccountabilityLine(
      subject: subject, object: object, kind: kind, functions: functions, services: services,
      areas: areas, basis: basis, strength: nil, byDesign: byDesign, rule: rule, witness: witness)
  }
}
