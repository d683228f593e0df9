import GraphCore

/// F15: a board lacks those who should be on it, has too many, or does not exist.
///
/// **Definition.** All records are those in force on the day. The seats of a forum are those of role
/// `chair` or `member`; *whole* means that all are known (``SeatIndex/wholeness(of:in:)``). A seat has
/// a post if one of the prefixes is the beginning of its `post`, in lower case; the seat of a chair
/// also counts as `chair`.
///
/// *composition*, for each forum of the kinds in `forums`: each post asked for needs so many seats of
/// its own, no seat counting twice. Yes if seats can be assigned so that none is missing; no if one is
/// missing however they are assigned, the seats are whole, and there is none that may be it: a member
/// without a post, a seat that has one of the missing posts but no `count` (unless the counts add up to
/// the `members` of the forum), or a row of several seats that has no post asked for ("executive,
/// 5"). Otherwise not known. One finding about the forum.
///
/// *independentsElsewhere*, for each forum of the kinds in `forums` and its seats that have one of
/// `posts`: no if the holder of one also has a seat of another health or care body in the area; the
/// body of a seat is its organisation, or else the body whose forum it is; in the area are trusts and
/// other providers with local services in an ICS for which the forum meets, and councils, places and
/// neighbourhoods within it. Else not known if the seats are not whole, one has no post, or one of
/// those asked about has no holder. Else yes: no other seat is recorded. One finding about the forum.
///
/// *distinctChairs*, for each body with forums of at least two of the kinds in `forums`: each kind
/// needs a chair of its own. Yes if persons who are known can be assigned so that each kind has
/// another; no if that cannot be even if each chair without a holder is somebody new; otherwise, and
/// where a kind has no chair, not known. One finding about the body. (A body with fewer of these
/// forums is asked by *requiredForums*.)
///
/// *requiredForums*, for each body that the rule is about: a kind is there if a forum of it meets for
/// the body (``BodyForums``), or the body contains an organisation of a kind of that name (`icp`). Yes
/// if all are there; no if one is not and the `forums` of the body are stated to be whole; otherwise
/// not known. One finding about the body.
///
/// *nonExecutiveChallenge*, for each forum that decides: yes if a seat has one of `posts`; no if none
/// has, the seats are whole, each has a post and no row stands for several; otherwise, and where it is
/// not known whether the forum decides, not known.
///
/// *boardSize*, for each forum that decides: its size is `members`, or the sum of the counts of its
/// seats where these are whole and none is blank. No if that is more than `members` of the rule, or
/// the seats recorded are; yes if it is not; otherwise, and where it is not known whether the forum
/// decides, not known.
///
/// *meetsInPublic*, for each forum of the kinds in `forums`: as `meetsInPublic` says; blank is not
/// known. One finding about the forum each.
///
/// **Algorithm.** Counters; bipartite matching by augmenting paths for posts to seats and for chairs
/// to committees (J. E. Hopcroft and R. M. Karp, "An n^5/2 algorithm for maximum matchings in
/// bipartite graphs", 1973, whose phases are not needed at this size).
///
/// **Complexity.** O(S · r) in seats and posts asked for, times the posts missing on one board.
///
/// **Source.** The rules cite what a board must hold. Example: one person who chairs both the audit
/// and the remuneration committee.
public struct BoardComposition: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.boardComposition

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    switch check {
    case .composition: composition(rule, check, graph)
    case .independentsElsewhere: independentsElsewhere(rule, check, graph)
    case .distinctChairs: distinctChairs(rule, check, graph)
    case .requiredForums: requiredForums(rule, check, graph)
    case .nonExecutiveChallenge: nonExecutiveChallenge(rule, check, graph)
    case .boardSize: boardSize(rule, check, graph)
    default: meetsInPublic(rule, check, graph)
    }
  }
}

extension BoardComposition {
  /// The forum, and what makes its seats known.
  func records(_ forum: NodeID, _ graph: AccountabilityGraph, _ whole: Witness?) -> [Witness] {
    (graph.atlas.forum(forum).map { [Witness($0)] } ?? []) + (whole.map { [$0] } ?? [])
  }

  /// The body whose forum it is.
  func parent(_ forum: NodeID, _ graph: AccountabilityGraph) -> [NodeID] {
    graph.parent(of: forum).map { [$0] } ?? []
  }
}

// MARK: - requiredForums

extension BoardComposition {
  private func requiredForums(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    guard let subjects = rule.subjects else { return examination }
    let kinds = rule.parameters.texts("forums")
    let forums = BodyForums(graph, kinds: kinds)
    for body in graph.organisations(subjects) {
      let present = Set(
        forums.forums(for: body).compactMap { graph.atlas.forum($0)?.kind })
      let missing = kinds.filter { kind in
        !present.contains(kind)
          && OrganisationKind(rawValue: kind).map { graph.members(of: body, kind: $0).isEmpty }
            ?? true
      }
      if missing.isEmpty {
        examination.holds()
      } else if let statement = graph.statesWhole(.forums, about: graph.code(body)) {
        let name = graph.name(body)
        let words = Phrase.list(missing.map(Self.words))
        examination.breaks(
          graph.finding(
            rule, check, subjects: [body], witness: [statement],
            why:
              "Of the boards that \(name) must have, \(missing.count == 1 ? "one is" : "some are")"
              + " missing: \(words).",
            question: "Which body of \(name) does the work of \(words)?",
            resolution: "Set it up and record it; or record the body that does its work under this "
              + "kind."))
      } else {
        examination.isUnknown(for: graph.code(body))
      }
    }
    return examination
  }

  /// "icb committee audit": the kind of a forum as words.
  private static func words(_ kind: String) -> String {
    kind.split(separator: "_").joined(separator: " ")
  }
}

// MARK: - nonExecutiveChallenge

extension BoardComposition {
  private func nonExecutiveChallenge(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    let seats = SeatIndex(graph)
    let wanted = PostRequirement(title: "", count: 1, matches: rule.parameters.texts("posts"))
    var examination = Examination()
    for forum in graph.forums() {
      guard let record = graph.atlas.forum(forum), record.decisionMaking != false else { continue }
      let members = seats.members(of: forum)
      let whole = seats.wholeness(of: forum, in: graph)
      if record.decisionMaking == nil {
        examination.isUnknown(for: record.id)
      } else if members.contains(where: { $0.has(wanted) }) {
        examination.holds()
      } else if whole != nil, members.allSatisfy({ $0.post != nil && ($0.count ?? 1) <= 1 }) {
        let name = graph.name(forum)
        examination.breaks(
          graph.finding(
            rule, check, subjects: [forum], involved: parent(forum, graph),
            witness: records(forum, graph, whole) + members.map { Witness($0) },
            why: "\(name) decides, and nobody on it is there to challenge as a non-executive.",
            question: "Who challenges \(name) from outside the executive when it decides?",
            resolution: "Record the post of whoever does; or appoint someone; or record that the "
              + "board only advises."))
      } else {
        examination.isUnknown(for: record.id)
      }
    }
    return examination
  }
}

// MARK: - boardSize, meetsInPublic

extension BoardComposition {
  private func boardSize(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    let seats = SeatIndex(graph)
    let most = rule.parameters.number("members") ?? .infinity
    var examination = Examination()
    for forum in graph.forums() {
      guard let record = graph.atlas.forum(forum), record.decisionMaking != false else { continue }
      let members = seats.members(of: forum)
      let whole = seats.wholeness(of: forum, in: graph)
      let isCounted = whole != nil && members.allSatisfy { $0.count != nil }
      let recorded = members.reduce(0) { $0 + ($1.count ?? 1) }
      let size = record.members ?? (isCounted ? recorded : nil)
      if record.decisionMaking == true, max(size ?? 0, recorded) > most {
        let name = graph.name(forum)
        let number = max(size ?? 0, recorded)
        let isStated = record.members.map { $0 >= recorded } ?? false
        examination.breaks(
          graph.finding(
            rule, check, subjects: [forum], involved: parent(forum, graph),
            witness: records(forum, graph, isStated ? nil : whole)
              + (isStated ? [] : members.map { Witness($0) }),
            why: "\(name) decides, and has \(size == nil ? "at least " : "")"
              + "\(Phrase.count(Int(number), "member")); more than \(Int(most)) are many for a "
              + "board that decides.",
            question:
              "Is \(name) a board that decides or a partnership that meets, and which of its "
              + "members need a vote?",
            resolution:
              "Record that it only advises; or make it smaller; or decide that its size is "
              + "meant, and record the decision."))
      } else if record.decisionMaking == true, size != nil {
        examination.holds()
      } else {
        examination.isUnknown(for: record.id)
      }
    }
    return examination
  }

  private func meetsInPublic(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    for forum in graph.forums(rule.parameters.texts("forums")) {
      switch graph.atlas.forum(forum)?.meetsInPublic {
      case true?: examination.holds()
      case nil: examination.isUnknown(for: graph.code(forum))
      case false?:
        let name = graph.name(forum)
        examination.breaks(
          graph.finding(
            rule, check, subjects: [forum], involved: parent(forum, graph),
            witness: records(forum, graph, nil), why: "\(name) does not meet in public.",
            question: "Why does \(name) not meet in public, and where is it told what it decides?",
            resolution: "Meet in public and record it; or decide that it need not, and record the "
              + "decision."))
      }
    }
    return examination
  }
}

extension Seat {
  /// Whether it is a post that is asked for; the seat of a chair is also `chair`.
  func has(_ requirement: PostRequirement) -> Bool {
    (post.map(requirement.isMet) ?? false) || (role == .chair && requirement.isMet(by: "chair"))
  }
}
