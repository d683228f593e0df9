import GraphCore

/// Whether those who decide answer for it, and those who answer for it are heard.
struct AuthorityGapDecisions {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  func examine() -> Examination {
    var examination = Examination()
    let authorities = authorities()
    var answered: [Matter: Bool] = [:]
    for body in graph.sorted(authorities.keys) {
      examine(body, authorities[body] ?? [], &answered, into: &examination)
    }
    examineVoices(into: &examination)
    return examination
  }

  // MARK: Who decides and does not answer

  /// A right to decide.
  private struct Authority {
    /// The function; `nil` where none is named.
    let function: String?
    /// The forum that has it, or the body to which it is delegated.
    ///
    /// Who may answer for it are the body of the forum and those of the forums to which it reports:
    /// organisations, and arrangements for whoever takes part in them.
    let holder: NodeID
    let witness: [Witness]
  }

  /// Rights to decide by the body that has them.
  private func authorities() -> [NodeID: [Authority]] {
    var held: [NodeID: [Authority]] = [:]
    for node in graph.forums() {
      guard let forum = graph.atlas.forum(node), forum.decisionMaking == true,
        let parent = graph.parent(of: node)
      else { continue }
      for function in Self.named(forum.functions) {
        held[parent, default: []].append(
          Authority(function: function, holder: node, witness: [Witness(forum)]))
      }
    }
    for giver in graph.atlas.graph.nodes {
      for line in graph.lines(.delegatesTo, from: giver) {
        for function in Self.named(line.functions) {
          held[line.object, default: []].append(
            Authority(function: function, holder: line.object, witness: line.witness))
        }
      }
    }
    return held
  }

  private static func named(_ functions: [String]) -> [String?] {
    functions.isEmpty ? [nil] : functions.sorted().map(Optional.some)
  }

  /// The forum to which a holder reports; `nil` for a body, and where none is recorded.
  private func superior(of holder: NodeID) -> NodeID? {
    graph.atlas.lines(.reportsTo, from: holder).first?.node
  }

  /// The body that a holder acts for: that of a forum, or itself.
  private func body(of holder: NodeID) -> NodeID? {
    graph.atlas.forum(holder) == nil ? holder : graph.parent(of: holder)
  }

  private func examine(
    _ body: NodeID, _ authorities: [Authority], _ answered: inout [Matter: Bool],
    into examination: inout Examination
  ) {
    var gaps: [String?: [Witness]] = [:]
    var isKnown = true
    for authority in authorities where !isAnsweredFor(authority, &answered) {
      if let statements = wholeness(above: authority.holder) {
        gaps[authority.function, default: []] += authority.witness + statements
      } else {
        isKnown = false
      }
    }
    let functions = gaps.keys.sorted { ($0 ?? "") < ($1 ?? "") }
    let broadest = functions.filter { function in
      guard let function else { return true }
      return !functions.contains { other in
        guard let other else { return true }
        return other != function && graph.regime.functions.isWithin(function, other)
      }
    }
    if !broadest.isEmpty {
      examination.breaks(broadest.map { unanswered(body, $0, gaps[$0] ?? []) })
    } else if isKnown {
      examination.holds()
    } else {
      examination.isUnknown(for: graph.code(body))
    }
  }

  /// What a holder may decide on.
  private struct Matter: Hashable {
    let holder: NodeID
    let function: String?
  }

  /// Whether somebody on the way up answers; what is found is kept for the others on the way, so that
  /// each is looked at once.
  private func isAnsweredFor(_ authority: Authority, _ answered: inout [Matter: Bool]) -> Bool {
    var passed: Set<NodeID> = []
    var next: NodeID? = authority.holder
    var isAnswered = false
    while let current = next, !isAnswered, passed.insert(current).inserted {
      if let known = answered[Matter(holder: current, function: authority.function)] {
        isAnswered = known
        break
      }
      isAnswered = body(of: current).map { answers($0, for: authority.function) } ?? false
      next = superior(of: current)
    }
    for holder in passed {
      answered[Matter(holder: holder, function: authority.function)] = isAnswered
    }
    return isAnswered
  }

  /// Whether a body, or one that takes part in it, answers for a function.
  private func answers(_ body: NodeID, for function: String?) -> Bool {
    organisations(of: body).contains { organisation in
      if graph.atlas.organisation(organisation)?.kind == .localAuthority { return true }
      return !answers(of: organisation, for: function).isEmpty
    }
  }

  /// An organisation itself, or those that take part in an arrangement.
  private func organisations(of body: NodeID) -> [NodeID] {
    graph.atlas.arrangement(body) == nil ? [body] : graph.takingPart(in: body).map(\.node)
  }

  /// The lines by which a body answers for a function, or for anything if none is named.
  private func answers(of body: NodeID, for function: String?) -> [AccountabilityLine] {
    graph.lines(.accountableTo, from: body).filter { line in
      guard line.strength != .advisory else { return false }
      guard let function else { return true }
      return graph.regime.functions.common(line.functions, [function]) != nil
    }
  }

  /// The statements that the accountability of the bodies on the way up from a holder is known.
  private func wholeness(above holder: NodeID) -> [Witness]? {
    var statements: [Witness] = []
    var passed: Set<NodeID> = []
    var told: Set<NodeID> = []
    var next: NodeID? = holder
    while let current = next, passed.insert(current).inserted {
      next = superior(of: current)
      guard let body = body(of: current), told.insert(body).inserted else { continue }
      if graph.atlas.arrangement(body) != nil {
        guard let parties = graph.statesWhole(.parties, about: graph.code(body)) else { return nil }
        statements.append(parties)
      }
      for organisation in organisations(of: body) {
        guard let own = graph.statesWhole(.accountability, about: graph.code(organisation)) else {
          return nil
        }
        statements.append(own)
      }
    }
    return statements.isEmpty ? nil : statements
  }

  private func unanswered(_ body: NodeID, _ function: String?, _ witness: [Witness]) -> Finding {
    let name = graph.name(body)
    let about = function.map { " on " + graph.regime.functions.title(of: $0) } ?? ""
    return graph.finding(
      rule, check, subjects: [body], function: function, witness: witness,
      why: "\(name) decides\(about) and answers to nobody for it, though its lines of "
        + "accountability are all recorded.",
      question: "To whom does \(name) answer for what it decides\(about)?",
      resolution: "Record to whom it answers, or to which body its forum reports.")
  }

  // MARK: Who answers and is not heard

  private func examineVoices(into examination: inout Examination) {
    let forums = graph.forums().filter { node in
      guard let forum = graph.atlas.forum(node) else { return false }
      return forum.decisionMaking == true && !forum.functions.isEmpty
        && graph.parent(of: node).flatMap(graph.atlas.arrangement) != nil
    }
    guard !forums.isEmpty else { return }
    let seats = SeatIndex(graph)
    let representation = Representation(graph, on: forums, seats: seats)
    for node in forums {
      guard let forum = graph.atlas.forum(node), let parent = graph.parent(of: node) else {
        continue
      }
      let bodies = Set(graph.takingPart(in: parent).map(\.node))
      let attending = Set(seats.seats(on: node).flatMap { [$0.organisation].compactMap(\.self) })
      let unheard = graph.sorted(bodies).filter {
        representation.voice(of: $0, on: node) == nil && !attending.contains(graph.code($0))
      }
      var findings: [Finding] = []
      var isKnown = true
      for function in forum.functions.sorted() {
        let liable = unheard.filter { !answers(of: $0, for: function).isEmpty }
        guard !liable.isEmpty else { continue }
        if let statement = graph.statesWhole(.seats, about: forum.id),
          let closing = representation.isClosed(node)
        {
          let lines = liable.flatMap { answers(of: $0, for: function) }.flatMap(\.witness)
          findings.append(
            notHeard(node, function, liable, [Witness(forum), statement] + closing + lines))
        } else {
          isKnown = false
        }
      }
      if !findings.isEmpty {
        examination.breaks(findings)
      } else if isKnown {
        examination.holds()
      } else {
        examination.isUnknown(for: forum.id)
      }
    }
  }

  private func notHeard(
    _ forum: NodeID, _ function: String, _ bodies: [NodeID], _ witness: [Witness]
  ) -> Finding {
    let name = graph.name(forum)
    let names = Phrase.list(bodies.map(graph.name))
    let about = graph.regime.functions.title(of: function)
    return graph.finding(
      rule, check, subjects: [forum], involved: bodies, function: function, witness: witness,
      why:
        "\(name) decides on \(about), for which \(names) \(bodies.count == 1 ? "answers" : "answer")"
        + " without a seat there.",
      question: "How \(bodies.count == 1 ? "is" : "are") \(names) heard before \(name) decides on "
        + "\(about)?",
      resolution: "Give them a seat or somebody who speaks for them, or record who answers for "
        + "\(about) instead.")
  }
}
