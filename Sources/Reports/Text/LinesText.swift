import Governance

/// The lines of account of a body as a person reads them, on 100 columns.
public struct LinesText {
  private let account: LinesOfAccount
  private let graph: AccountabilityGraph

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - account: the lines.
  ///   - graph: the graph they were gathered from, for names.
  public init(_ account: LinesOfAccount, in graph: AccountabilityGraph) {
    self.account = account
    self.graph = graph
  }

  /// Whom the body answers to, who answers to it, its arrangements, the ways up, disputes, and
  /// delegated services.
  public var lines: [TextLine] {
    title + section("Answers to", account.answersTo, Wording.answering) + led
      + section("Who answers to it", account.answeredBy, Wording.answered) + candidates
      + arrangements
      + waysUp + disputes + CommissioningText(account.commissioning, in: graph).lines
  }

  private var title: [TextLine] {
    let name = graph.atlas.name(of: account.body)
    let about =
      account.function.map { ", about \(graph.regime.functions.title(of: $0))" } ?? ""
    return [
      TextLine("\(name) (\(account.body))", .heading),
      TextLine(
        "Lines of account on \(account.date.longForm) under \(account.regime)\(about)"),
    ]
  }

  // MARK: Lines

  private func section(
    _ heading: String, _ groups: [FunctionGroup], _ phrase: (RelationKind) -> String
  ) -> [TextLine] {
    var lines = [TextLine(""), TextLine(heading, .heading)]
    if groups.isEmpty { lines.append(TextLine("  Nobody is recorded; that is not to say nobody.")) }
    for group in groups {
      let functions = Wording.functions(group.functions, in: graph.regime.functions)
      lines += TextLine.indented(functions.capitalisedFirst + ":", by: 2)
      for same in LinesOfLikeGround.groups(group.lines) {
        let names = Wording.named(same.others, in: graph)
        let limits = Wording.limits(
          services: same.line.services, areas: same.line.areas, in: graph)
        lines += TextLine.indented("\(phrase(same.line.kind)) \(names)\(limits)", by: 4)
        lines += TextLine.indented(same.ground, by: 8)
      }
    }
    return lines
  }

  /// Who leads where several oversee the same.
  private var led: [TextLine] {
    guard let node = graph.atlas.node(account.body) else { return [] }
    let led = graph.ledOverlaps(of: node).filter { led in
      account.function.map { graph.regime.functions.common(led.functions, [$0]) != nil } ?? true
    }
    guard !led.isEmpty else { return [] }
    return [TextLine(""), TextLine("Overlaps that one of them leads", .heading)]
      + led.flatMap { TextLine.indented(Wording.led($0, in: graph), by: 2) }
  }

  private var candidates: [TextLine] {
    guard !account.candidates.isEmpty else { return [] }
    var lines = [TextLine(""), TextLine("Not known which", .heading)]
    for line in account.candidates {
      let limits = Wording.limits(services: line.services, areas: [], in: graph)
      let phrase =
        line.kind.startsAtWhoAnswers ? Wording.answering(line.kind) : Wording.answered(line.kind)
      let names = line.among.map { Wording.named($0, in: graph) }.joined(separator: ", ")
      lines += TextLine.indented(
        "\(Wording.named(line.subject, in: graph)) \(phrase) one of \(names)\(limits)", by: 2)
      lines += TextLine.indented(
        "about \(Wording.functions(line.functions, in: graph.regime.functions)); source "
          + "\(line.source); \(line.witness.confidence.rawValue)", by: 6)
    }
    return lines
  }

  private var arrangements: [TextLine] {
    guard !account.arrangements.isEmpty else { return [] }
    var lines = [TextLine(""), TextLine("Takes part in", .heading)]
    for one in account.arrangements {
      let limits = Wording.limits(
        services: one.arrangement.services, areas: one.arrangement.areas, in: graph)
      lines += TextLine.indented(
        "\(Wording.kind(one.arrangement.kind)): \(one.arrangement.name) (\(one.arrangement.id))"
          + limits, by: 2)
      for role in PartyRole.allCases {
        let codes = one.organisations(role)
        guard !codes.isEmpty else { continue }
        lines += TextLine.indented(
          "\(Wording.role(role)): \(Wording.named(codes, in: graph))", by: 6)
      }
      let ground = [
        one.arrangement.basis.map(Wording.ground), one.arrangement.instrument,
        "source \(one.arrangement.provenance.source)", one.confidence.rawValue,
      ]
      lines += TextLine.indented(ground.compactMap(\.self).joined(separator: "; "), by: 6)
    }
    return lines
  }

  // MARK: Ways up

  private var waysUp: [TextLine] {
    var lines = [TextLine(""), TextLine("The way up", .heading)]
    for way in LinesOfLikeWay.groups(account.chains) {
      let chain = way.chain
      let bodies = [[chain.bodies[0]], way.firsts] + chain.bodies.dropFirst(2).map { [$0] }
      let joint = way.firsts.count > 1 ? "each of " : ""
      lines += TextLine.indented(
        bodies.map { ($0.count > 1 ? joint : "") + Wording.named($0, in: graph) }
          .joined(separator: " → "), by: 2)
      lines += TextLine.indented(told(chain), by: 6)
      for (index, step) in chain.steps.enumerated().dropFirst() where !step.others.isEmpty {
        let who =
          index == 1 && way.firsts.count > 1 ? "each of them" : Wording.named(step.from, in: graph)
        lines += TextLine.indented(
          "\(who) also answers to \(Wording.named(step.others, in: graph))", by: 6)
      }
    }
    return lines + unaccounted
  }

  private var unaccounted: [TextLine] {
    if account.isTop {
      return TextLine.indented("It is where the rules of accountability end.", by: 2)
    }
    guard !account.unaccounted.isEmpty else { return [] }
    let functions = Wording.functions(account.unaccounted, in: graph.regime.functions)
    let text =
      account.accountabilityIsWhole
      ? "It is accountable to nobody for \(functions): the records are stated to be whole."
      : "For \(functions) it is not known to whom it is accountable."
    return TextLine.indented(text, by: 2)
  }

  private func told(_ chain: ChainOfAccount) -> String {
    let functions = Wording.functions(chain.functions, in: graph.regime.functions)
    let limits = Wording.limits(services: chain.services, areas: chain.areas, in: graph)
    let last = Wording.named(chain.bodies[chain.bodies.count - 1], in: graph)
    let end =
      switch chain.end {
      case .top: "reaches the top"
      case .open: "ends there: to whom \(last) answers for this is not known"
      case .circle: "comes back in a circle and reaches no top"
      }
    let scope = "for \(functions)" + (limits.isEmpty ? "" : ", only" + limits)
    return "\(scope); \(end); \(chain.confidence.rawValue)"
  }

  // MARK: Disputes

  private var disputes: [TextLine] {
    var lines = [TextLine(""), TextLine("Disputes", .heading)]
    let routes = account.disputes.routes
    if routes.isEmpty {
      let text =
        account.disputes.isWhole
        ? "Its disputes can be taken to nobody: the records are stated to be whole."
        : "Where its disputes can be taken is not known."
      lines += TextLine.indented(text, by: 2)
    }
    for route in routes {
      let through =
        route.through.isEmpty ? "" : ", after " + Wording.named(route.through, in: graph)
      lines += TextLine.indented(
        (route.line.confidence == .assumed ? "are assumed to go to " : "can be taken to ")
          + Wording.named(route.arbiter, in: graph) + through, by: 2)
      lines += TextLine.indented(LinesOfLikeGround(route.line).ground, by: 6)
      for tie in told(route.ties) {
        lines += TextLine.indented("not independent: " + tie, by: 6)
      }
      if route.ties.isEmpty {
        lines += TextLine.indented("nothing recorded ties it to the other party", by: 6)
      }
    }
    if !routes.isEmpty, !account.disputes.parties.isEmpty {
      lines += TextLine.indented(
        "The other party may be \(Wording.named(account.disputes.parties, in: graph)).", by: 2)
    }
    return lines
  }

  private func told(_ ties: [DisputeRoutes.Tie]) -> [String] {
    var acts: [String] = []
    var below: [Code] = []
    var above: [Code] = []
    for tie in ties {
      switch tie {
      case .actsOnBody(let kinds):
        acts = ["it \(Wording.list(kinds.map(Wording.answered))) \(account.body) itself"]
      case .partyAnswers(let party, _): below.append(party)
      case .answersToParty(let party, _): above.append(party)
      }
    }
    if !below.isEmpty {
      let verb = below.count == 1 ? "answers" : "answer"
      acts.append("\(Wording.named(below, in: graph)) \(verb) to it")
    }
    if !above.isEmpty { acts.append("it answers to \(Wording.named(above, in: graph))") }
    return acts
  }
}

/// Lines at a body that differ only in who is at the other end.
struct LinesOfLikeGround {
  /// The first of them.
  let line: LineOfAccount
  /// Who is at the other ends, in the order of the lines.
  private(set) var others: [Code]

  init(_ line: LineOfAccount) {
    self.line = line
    others = [line.other]
  }

  /// Groups lines in the order in which the first of each comes.
  static func groups(_ lines: [LineOfAccount]) -> [LinesOfLikeGround] {
    var groups: [LinesOfLikeGround] = []
    for line in lines {
      if let index = groups.firstIndex(where: { $0.isLike(line) }) {
        if !groups[index].others.contains(line.other) { groups[index].others.append(line.other) }
      } else {
        groups.append(LinesOfLikeGround(line))
      }
    }
    return groups
  }

  private func isLike(_ other: LineOfAccount) -> Bool {
    line.kind == other.kind && line.services == other.services && line.areas == other.areas
      && line.basis == other.basis && line.strength == other.strength
      && line.byDesign == other.byDesign && line.rule == other.rule && line.source == other.source
      && line.instrument == other.instrument && line.confidence == other.confidence
  }

  /// "formal, by agreement; rule icb-leads-oversight (O1); derived".
  var ground: String {
    let binding = [line.strength?.rawValue, line.basis.map(Wording.ground)].compactMap(\.self)
    let origin = line.rule.map { "rule \($0) (\(line.source))" } ?? "source \(line.source)"
    let design = line.rule != nil && line.byDesign ? "overlap meant" : nil
    let parts = [binding.joined(separator: ", "), line.instrument ?? "", origin, design ?? ""]
    return (parts.filter { !$0.isEmpty } + [line.confidence.rawValue]).joined(separator: "; ")
  }
}

/// Ways up that differ only in whom the body answers to first.
struct LinesOfLikeWay {
  /// The first of them.
  let chain: ChainOfAccount
  /// Whom the body answers to first, in the order of the ways.
  private(set) var firsts: [Code]

  /// Groups ways in the order in which the first of each comes; one of a single step stays alone.
  static func groups(_ chains: [ChainOfAccount]) -> [LinesOfLikeWay] {
    var groups: [LinesOfLikeWay] = []
    for chain in chains {
      if let index = groups.firstIndex(where: { $0.isLike(chain) }) {
        groups[index].firsts.append(chain.bodies[1])
      } else {
        groups.append(LinesOfLikeWay(chain: chain, firsts: [chain.bodies[1]]))
      }
    }
    return groups
  }

  private func isLike(_ other: ChainOfAccount) -> Bool {
    chain.steps.count > 1 && chain.bodies.dropFirst(2) == other.bodies.dropFirst(2)
      && chain.functions == other.functions && chain.services == other.services
      && chain.areas == other.areas && chain.end == other.end
      && chain.confidence == other.confidence
      && chain.steps.dropFirst().map(\.others) == other.steps.dropFirst().map(\.others)
  }
}

/// The four lines of delegated services, in words.
struct CommissioningText {
  private let services: [CommissioningLines]
  private let graph: AccountabilityGraph

  init(_ services: [CommissioningLines], in graph: AccountabilityGraph) {
    self.services = services
    self.graph = graph
  }

  /// Nothing if no service is delegated.
  var lines: [TextLine] {
    guard !services.isEmpty else { return [] }
    var lines = [TextLine(""), TextLine("Delegated services", .heading)]
    for service in services {
      let title = graph.regime.services.title(of: service.service)
      let bodies = Wording.counted(service.bodies.count, "body", "bodies")
      lines += TextLine.indented("\(title): four lines, \(bodies) known", by: 2)
      for (word, holders) in service.ends {
        let known = holders.map {
          "\(Wording.named($0.body, in: graph)), \($0.confidence.rawValue)"
        }
        lines += TextLine.hung(
          "      " + word,
          known.isEmpty ? Wording.unknown : known.joined(separator: "; "), margin: 19)
      }
    }
    return lines
  }
}

extension CommissioningLines {
  /// The four lines with the words for them.
  var ends: [(word: String, holders: [Holder])] {
    [
      ("accountable", accountable), ("commissions", commissions), ("decides", decides),
      ("funds", funds),
    ]
  }
}
