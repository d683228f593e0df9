import GraphCore

/// F17: a body has nowhere to take a dispute, or nowhere that is independent of it.
///
/// **Definition.** All lines are those in force on the day.
///
/// *escalationRoute*, for each body *t* that the rule is about: yes if there is an `escalatesTo` line
/// from *t*, be it one of which only the candidates are known; no if there is none and its `escalation`
/// is stated to be whole; otherwise not known. One finding about *t*.
///
/// *independentArbiter*, for each *t* and each body *b* with which it may come into dispute: those with
/// an `oversees` or `commissions` line to *t* that is not by design (law and the regime settle those
/// otherwise), and the leads of each lead commissioning of which *t* is a provider. A body is *under*
/// *b* if `accountableTo` lines lead from it to *b*, through however many others. Yes if an
/// `escalatesTo` line leads from *t* to a body that is neither *b* nor under it; no if none does, the
/// `escalation` of *t* is stated to be whole and no line has candidates only; otherwise not known. For
/// *t*: no if it is no for any *b*, with one finding for each, about *t* and *b*. Else not known if it
/// is not known for any *b*, or no *b* is recorded. Else yes. A body with no route at all is not asked
/// if that is known: *escalationRoute* asks it.
///
/// **Algorithm.** The way from *t* to an arbiter must avoid *b* and all under it, so that its first
/// line already ends at an arbiter: no search is needed on that side. Whom an arbiter answers to is a
/// walk up the lines of accountability, done once for each arbiter.
///
/// **Complexity.** O(L + a · m) in lines of the bodies asked about, arbiters and lines of
/// accountability above each.
///
/// **Source.** The rule cites that a body which disagrees with its system needs a route of mediation
/// or arbitration. Example: a trust whose disputes go to the regional team that oversees it.
public struct NoEscalationRoute: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.noEscalationRoute

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    guard let subjects = rule.subjects else { return Examination() }
    let bodies = graph.organisations(subjects)
    return check == .independentArbiter
      ? arbiters(rule, check, bodies, graph) : routes(rule, check, bodies, graph)
  }

  /// The lines of escalation of which only the candidates are known.
  private func openRoutes(of body: NodeID, _ graph: AccountabilityGraph) -> Bool {
    (graph.atlas.unresolvedRelations[graph.code(body)] ?? []).contains {
      graph.atlas.register.relations[$0].kind == .escalatesTo
    }
  }
}

// MARK: - escalationRoute

extension NoEscalationRoute {
  private func routes(
    _ rule: Expectation, _ check: ExpectationCheck, _ bodies: [NodeID],
    _ graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    for body in bodies {
      if !graph.lines(.escalatesTo, from: body).isEmpty || openRoutes(of: body, graph) {
        examination.holds()
      } else if let statement = graph.statesWhole(.escalation, about: graph.code(body)) {
        let name = graph.name(body)
        examination.breaks(
          graph.finding(
            rule, check, subjects: [body], witness: [statement],
            why: "\(name) has nowhere to take a dispute.",
            question: "To whom does \(name) go when it disagrees with its system?",
            resolution: "Agree a route of mediation or arbitration, and record it as a line of "
              + "escalation."))
      } else {
        examination.isUnknown(for: graph.code(body))
      }
    }
    return examination
  }
}

// MARK: - independentArbiter

extension NoEscalationRoute {
  private func arbiters(
    _ rule: Expectation, _ check: ExpectationCheck, _ bodies: [NodeID],
    _ graph: AccountabilityGraph
  ) -> Examination {
    var superiors: [NodeID: Set<NodeID>] = [:]
    var examination = Examination()
    for body in bodies {
      let routes = graph.lines(.escalatesTo, from: body)
      for route in routes where superiors[route.object] == nil {
        superiors[route.object] = Self.superiors(of: route.object, graph)
      }
      let isOpen = openRoutes(of: body, graph)
      let statement = graph.statesWhole(.escalation, about: graph.code(body))
      if routes.isEmpty, !isOpen, statement != nil { continue }
      let opponents = Self.opponents(of: body, graph)
      let unsettled = graph.sorted(opponents.keys).filter { opponent in
        !routes.contains { route in
          route.object != opponent && !(superiors[route.object]?.contains(opponent) ?? false)
        }
      }
      if unsettled.isEmpty, !opponents.isEmpty {
        examination.holds()
      } else if let statement, !isOpen, !unsettled.isEmpty {
        examination.breaks(
          unsettled.map { opponent in
            conflicted(
              rule, check, body, opponent, routes, (opponents[opponent] ?? []) + [statement],
              graph)
          })
      } else {
        examination.isUnknown(for: graph.code(body))
      }
    }
    return examination
  }

  /// The bodies to which one is accountable, through however many others.
  private static func superiors(of node: NodeID, _ graph: AccountabilityGraph) -> Set<NodeID> {
    var seen: Set<NodeID> = [node]
    var pending = [node]
    while let next = pending.popLast() {
      for line in graph.atlas.lines(.relation(.accountableTo), from: next)
      where seen.insert(line.node).inserted {
        pending.append(line.node)
      }
    }
    return seen
  }

  /// With whom a body may come into dispute, and the records that show it.
  private static func opponents(
    of body: NodeID, _ graph: AccountabilityGraph
  ) -> [NodeID: [Witness]] {
    var opponents: [NodeID: [Witness]] = [:]
    let lines = graph.lines(.oversees, into: body) + graph.lines(.commissions, into: body)
    for line in lines where !line.byDesign && line.subject != body {
      opponents[line.subject, default: []] += line.witness
    }
    for (node, party) in graph.arrangements(of: body) where party.role == .provider {
      guard graph.atlas.arrangement(node)?.kind == .leadCommissioning else { continue }
      for lead in graph.participants(of: node)
      where lead.party.role == .lead && lead.node != body {
        opponents[lead.node, default: []] += [Witness(party), Witness(lead.party)]
      }
    }
    return opponents
  }

  private func conflicted(
    _ rule: Expectation, _ check: ExpectationCheck, _ body: NodeID, _ opponent: NodeID,
    _ routes: [AccountabilityLine], _ witness: [Witness], _ graph: AccountabilityGraph
  ) -> Finding {
    let (name, other) = (graph.name(body), graph.name(opponent))
    let arbiters = graph.sorted(Set(routes.map(\.object)))
    let under = arbiters.filter { $0 != opponent }
    let lack =
      if under.isEmpty {
        "only to \(other) itself"
      } else if under.count == arbiters.count {
        "only to \(Phrase.list(under.map(graph.name))), which answers to \(other)"
      } else {
        "only to \(other) itself or to \(Phrase.list(under.map(graph.name))), which answers to it"
      }
    let sure = routes.contains { $0.confidence != .assumed } ? "" : "As far as is assumed, "
    return graph.finding(
      rule, check, subjects: [body, opponent], involved: arbiters,
      witness: routes.flatMap(\.witness) + witness,
      why: "\(sure)\(name) can take a dispute with \(other) \(lack).",
      question: "Who that does not answer to \(other) settles a dispute between \(name) and "
        + "\(other)?",
      resolution: "Agree an arbiter that does not answer to \(other), and record it as a line of "
        + "escalation.")
  }
}
