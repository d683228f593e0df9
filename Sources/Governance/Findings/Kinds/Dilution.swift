import GraphCore

/// F10: a provider is heard in a system, but with little weight or at many removes.
///
/// **Definition.** All records are those in force on the day; an ICS counts if the provider *t* has
/// local services in it (`serves` of role `home` or `serves`).
///
/// On a forum, each seat of role `chair` or `member` that votes has as many votes as its `count` says
/// (blank is one). A seat speaks for those that its `represents` names, or if it names none for whose
/// it is. From an arrangement its voice goes on to whoever takes part in it, from an organisation to
/// those to whom it has a `represents` line, in equal parts. The *voice* of *t* is the sum, over all
/// seats and the shortest ways from whom they speak for to *t*, of the share of the votes times 1 over
/// the number spoken for at each step. The *hops* are the fewest on a way: one for a seat of its own,
/// and one more for each that speaks for others in between.
///
/// On a forum of the ICS, of the kinds in `forums`, on which *t* is heard in this sense: no if its
/// hops are more than `hops`, and all seats are known and whose each is; or all seats are known with
/// their votes, and the voice is below `share` even if each vote without an owner were its own. Yes if
/// the hops are few enough, the votes are known, and the voice is at least `share` even with none of
/// those without an owner. Otherwise not known. Parties of an
/// arrangement that are not recorded can only make a voice less: where they are not stated to be
/// whole it may be no, but not yes.
///
/// For *t* and an ICS: that of the forum where it is heard best: yes if it is yes for any; else not
/// known if it is not known for any; else no. For *t*: no if it is no for any ICS, with one finding
/// for each, about *t* and the ICS; else not known if it is not known for any ICS or it is heard in
/// none; else yes. An ICS in which it is not heard at all is not asked: F9 asks that.
///
/// **Algorithm.** A breadth-first search from *t* back over who speaks for whom gives each speaker its
/// weight and its distance; layer by layer, so that circles end. Then one pass over the seats of each
/// forum.
///
/// **Complexity.** O(p + s) for each provider and forum, in speakers behind it and seats.
///
/// **Source.** The concern that the voice of trusts that serve several systems is diluted, which the
/// rule cites. Example: a mental health trust that one seat of ten represents with four others has a
/// fiftieth of the votes.
public struct Dilution: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.dilution

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    guard let subjects = rule.subjects else { return examination }
    let forums = BodyForums(graph, kinds: rule.parameters.texts("forums"))
    let seats = SeatIndex(graph)
    let limits = VoiceLimits(
      share: rule.parameters.number("share") ?? 0, hops: Int(rule.parameters.number("hops") ?? 1))
    let boards = forums.all.reduce(into: [NodeID: VotingBoard]()) {
      $0[$1] = VotingBoard($1, graph: graph, seats: seats)
    }
    let groups = SpokenFor(graph)
    for provider in graph.organisations(subjects) {
      let speakers = Speakers(for: provider, in: graph, groups)
      var findings: [Finding] = []
      var isKnown = true
      var isHeard = false
      for system in graph.systems(of: provider) {
        let voices = forums.forums(for: system).compactMap { forum in
          boards[forum].flatMap { $0.voice(of: speakers) }
        }
        guard let best = Self.best(voices, limits) else { continue }
        isHeard = true
        switch best.answer {
        case true?: break
        case false?:
          findings.append(finding(rule, check, provider, system, best.voice, limits, graph))
        case nil: isKnown = false
        }
      }
      if !findings.isEmpty {
        examination.breaks(findings)
      } else if isKnown && isHeard {
        examination.holds()
      } else {
        examination.isUnknown(for: graph.code(provider))
      }
    }
    return examination
  }

  /// The forum on which a provider is heard best: yes before not known before no; of equals the one
  /// with the greater voice, of these the first.
  private static func best(
    _ voices: [Voice], _ limits: VoiceLimits
  ) -> (voice: Voice, answer: Bool?)? {
    let answered = voices.map { (voice: $0, answer: $0.isEnough(limits)) }
    let order: [Bool?] = [true, nil, false]
    for answer in order {
      let alike = answered.filter { $0.answer == answer }
      guard let first = alike.first else { continue }
      return alike.dropFirst().reduce(first) {
        ($1.voice.most ?? 0) > ($0.voice.most ?? 0) ? $1 : $0
      }
    }
    return nil
  }

  private func finding(
    _ rule: Expectation, _ check: ExpectationCheck, _ provider: NodeID, _ system: NodeID,
    _ voice: Voice, _ limits: VoiceLimits, _ graph: AccountabilityGraph
  ) -> Finding {
    let (name, forum) = (graph.name(provider), graph.name(voice.forum))
    let lack =
      if voice.hops > limits.hops {
        "is heard through \(Phrase.count(voice.hops - 1, "other")) in between"
      } else if voice.most == 0 {
        "has no vote"
      } else {
        "has at most \(Self.percent(voice.most ?? 0)) of the votes"
      }
    return graph.finding(
      rule, check, subjects: [provider, system], involved: [voice.forum] + voice.between,
      witness: voice.witness,
      why: "On \(forum), where \(graph.name(system)) decides, \(name) \(lack).",
      question: "How is \(name) heard in \(graph.name(system)) on what concerns it?",
      resolution:
        "Agree how its voice reaches the board and record the seat, whom it represents and "
        + "whether it votes; or decide that this is enough, and record the decision.")
  }

  /// With one decimal below ten per cent.
  private static func percent(_ share: Double) -> String {
    let tenths = (share * 1000).rounded(.up)
    guard tenths < 100 else { return Phrase.percent(share) }
    return "\(Int(tenths) / 10).\(Int(tenths) % 10)%"
  }
}
