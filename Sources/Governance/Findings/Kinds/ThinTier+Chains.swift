import GraphCore

/// Whether every tier between a trust and the top adds something.
struct ThinTierChains {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  func examine() -> Examination {
    var examination = Examination()
    guard let most = rule.parameters.number("tiers") else { return examination }
    let lines = allLines()
    let ways = ThinTierWays(graph: graph, lines: lines)
    let deepest = deepestByTop(ways, over: most)
    for trust in graph.sorted(trusts()) {
      guard let way = ways.longest[trust] else {
        examination.isUnknown(for: graph.code(trust))
        continue
      }
      if let finding = Double(way.between) > most ? deepest[way.top] : nil {
        examination.breaks(finding)
      } else {
        examination.holds()
      }
    }
    examineTiers(lines, into: &examination)
    return examination
  }

  private func trusts() -> [NodeID] {
    graph.atlas.graph.nodes.filter { graph.atlas.organisation($0)?.kind == .trust }
  }

  private func allLines() -> [AccountabilityLine] {
    graph.atlas.graph.nodes.flatMap { graph.lines(.accountableTo, from: $0) }
  }

  // MARK: Too many tiers

  /// For each top, what is found of the trusts too far below it.
  private func deepestByTop(_ ways: ThinTierWays, over most: Double) -> [NodeID: Finding] {
    var far: [NodeID: [NodeID]] = [:]
    for (trust, way) in ways.longest where Double(way.between) > most {
      far[way.top, default: []].append(trust)
    }
    var findings: [NodeID: Finding] = [:]
    for (top, unordered) in far {
      let trusts = graph.sorted(unordered)
      guard
        let example = trusts.max(by: { left, right in
          (ways.longest[left]?.between ?? 0) < (ways.longest[right]?.between ?? 0)
        })
      else { continue }
      findings[top] = finding(top, trusts, example, ways.lines(from: example), most)
    }
    return findings
  }

  private func finding(
    _ top: NodeID, _ trusts: [NodeID], _ example: NodeID, _ lines: [AccountabilityLine],
    _ most: Double
  ) -> Finding {
    let name = graph.name(top)
    let between = lines.dropLast().map(\.object)
    let number = Int(most)
    return graph.finding(
      rule, check, subjects: [top], involved: trusts,
      witness: lines.flatMap(\.witness),
      why: "Between \(Phrase.count(trusts.count, "trust")) and \(name) stand more than "
        + "\(Phrase.count(number, "tier")); \(graph.name(example)) goes through "
        + "\(Phrase.list(between.map(graph.name), most: 12)).",
      question: "Which of the tiers between \(graph.name(example)) and \(name) could be left out?",
      resolution: "Let trusts answer more directly, or record what each tier adds.")
  }

  // MARK: Tiers that merely hand on

  private static let tiers: Set<OrganisationKind> = [.region, .ics, .place, .neighbourhood]

  private func examineTiers(_ lines: [AccountabilityLine], into examination: inout Examination) {
    let below = Dictionary(grouping: lines, by: \.object)
    let above = Dictionary(grouping: lines, by: \.subject)
    let standing = ThinTierReach(graph)
    let bodies = below.keys.filter { body in
      guard let kind = graph.atlas.organisation(body)?.kind else { return false }
      return Self.tiers.contains(kind) && above[body] != nil
    }
    for body in graph.sorted(bodies) {
      guard let down = below[body], let up = above[body], let lower = down.first?.subject,
        let upper = up.first?.object, down.allSatisfy({ $0.subject == lower }),
        up.allSatisfy({ $0.object == upper }), lower != upper, !isProvider(lower),
        !addsItsOwn(body, beyond: lower)
      else {
        examination.holds()
        continue
      }
      if down.contains(where: { $0.rule.map(standing.reachesAll) ?? false }) {
        examination.breaks(handsOn(body, lower, upper, down + up))
      } else {
        examination.isUnknown(for: graph.code(body))
      }
    }
  }

  private func isProvider(_ node: NodeID) -> Bool {
    switch graph.atlas.organisation(node)?.kind {
    case .trust, .otherProvider: true
    default: false
    }
  }

  /// Whether a body has a line of its own that the body below has not.
  private func addsItsOwn(_ body: NodeID, beyond lower: NodeID) -> Bool {
    let kinds: [RelationKind] = [.oversees, .intervenes, .commissions, .funds, .delegatesTo]
    return kinds.contains { kind in
      let held = Dictionary(grouping: graph.lines(kind, from: lower), by: \.object)
      return graph.lines(kind, from: body).contains { line in
        guard line.object != lower else { return false }
        return !(held[line.object] ?? []).contains { takesIn($0, line) }
      }
    }
  }

  /// Whether a line is about all that another to the same object is about.
  private func takesIn(_ wide: AccountabilityLine, _ narrow: AccountabilityLine) -> Bool {
    takesIn(wide.functions, narrow.functions, by: graph.regime.functions.covers)
      && takesIn(wide.services, narrow.services, by: graph.regime.services.covers)
      && takesIn(wide.areas, narrow.areas, by: graph.covers)
  }

  private func takesIn<Term>(
    _ wide: [Term], _ narrow: [Term], by covers: ([Term], Term) -> Bool
  ) -> Bool {
    wide.isEmpty || (!narrow.isEmpty && narrow.allSatisfy { covers(wide, $0) })
  }

  private func handsOn(
    _ body: NodeID, _ lower: NodeID, _ upper: NodeID, _ lines: [AccountabilityLine]
  ) -> Finding {
    let name = graph.name(body)
    let (one, other) = (graph.name(lower), graph.name(upper))
    return graph.finding(
      rule, check, subjects: [body], involved: [lower, upper], witness: lines.flatMap(\.witness),
      why:
        "Only \(one) answers to \(name), which answers to \(other) and has no line of its own to "
        + "anybody else.",
      question: "What does \(name) add between \(one) and \(other)?",
      resolution: "Record what it oversees, commissions or funds itself, or let \(one) answer to "
        + "\(other).")
  }
}

/// Which standing rules draw a line from every body that they mean.
struct ThinTierReach {
  private let whole: Set<String>

  init(_ graph: AccountabilityGraph) {
    var drawn: [String: Set<Code>] = [:]
    for line in graph.atlas.standing where line.relation.kind == .accountableTo {
      drawn[line.rule, default: []].insert(line.relation.subject)
    }
    let rules = graph.regime.standing.filter { rule in
      drawn[rule.id].map { $0.count == graph.organisations(rule.subject).count } ?? false
    }
    whole = Set(rules.map(\.id))
  }

  func reachesAll(_ rule: String) -> Bool { whole.contains(rule) }
}
