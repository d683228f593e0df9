import GraphCore

/// F9: a body works in a system, or has to be part of its partnership, and is not heard there.
///
/// **Definition.** All records are those in force on the day.
///
/// The *forums* of an ICS *s* are those of the kinds in `forums` that meet for it: their parent is
/// *s*; or an organisation of kind `icp` that a `contains` line puts in *s*; or an arrangement in
/// which *s* is a party in any role but `system` and `sponsor`.
///
/// A body is *heard* on a forum if there is a seat of role `chair` or `member`, with or without a
/// vote, that
/// - is the body's own (`organisation` or `arrangement`), or
/// - names it in `represents`, or
/// - is of an arrangement in which the body is a party in any role but `system` and `sponsor`, or
/// - is of an organisation that has a `represents` line to it.
///
/// A forum is *closed* if all its seats are known (stated to be whole by `completeness` of aspect
/// `seats`; or there is at least one seat of role `chair` or `member`, and their counts, a blank one
/// being 1, add up to its `members`), each chair and member has an `organisation` or an
/// `arrangement`, and each such arrangement has its `parties` stated to be whole. An ICS is *closed*
/// if its `forums` are stated to be whole and each of its forums is closed.
///
/// *involved*, for each provider *t* that the rule is about:
/// - An ICS *s* *counts* if a `serves` line leads from *t* to it of role `home`, or of role `serves`
///   whose `shareOfSubject` is at least `share`. It is *open* if it does not count, but a `serves`
///   line of role `serves` leads to it whose `shareOfSubject` is blank.
/// - For *t* and *s*: yes if *s* counts or is open, and *t* is heard on a forum of *s*; no if *s*
///   counts, *t* is not heard and *s* is closed; otherwise not known.
/// - For *t*: no if it is no for any *s*, with one finding for each, about *t* and *s*. Else not known
///   if it is not known for any *s*; or no ICS counts or is open; or a `serves` line of role `home` or
///   `serves` from *t* has no `object`, and its `shareOfSubject` is blank or at least `share`. Else
///   yes.
///
/// *partnershipMembers*, for each ICS *s* that the rule is about, and each kind of organisation in
/// `organisations`: yes if an organisation of the kind is heard on a forum of *s*; no if none is and
/// each forum of *s* is closed; otherwise not known. For *s*: no if it is no for any kind, with one
/// finding about *s*; else not known if it is not known for any kind, or *s* has no forum; else yes.
/// An ICS that has none, and whose `forums` are stated to be whole, is not asked: `requiredForums`
/// asks for the forum itself.
///
/// **Algorithm.** One pass over the seats gives, for each forum, whom its seats speak for; each pair
/// is then a look-up.
///
/// **Complexity.** O(S + P + L · f) in seats, parties, lines of service and forums of an ICS.
///
/// **Source.** The rule cites what is expected. Example: an ambulance trust that works in six systems
/// and has a seat on the board of one.
public struct RepresentationGap: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.representationGap

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    guard let subjects = rule.subjects else { return Examination() }
    let voices = SystemVoices(graph, kinds: rule.parameters.texts("forums"))
    return switch check {
    case .partnershipMembers: members(rule, check, subjects, voices)
    default: involvement(rule, check, subjects, voices)
    }
  }
}

// MARK: - involved

extension RepresentationGap {
  private func involvement(
    _ rule: Expectation, _ check: ExpectationCheck, _ subjects: OrganisationPattern,
    _ voices: SystemVoices
  ) -> Examination {
    let graph = voices.graph
    let least = rule.parameters.number("share") ?? 0
    var closed: [NodeID: [Witness]?] = [:]
    var examination = Examination()
    for provider in graph.organisations(subjects) {
      let stakes = Self.stakes(of: provider, least: least, in: graph)
      var findings: [Finding] = []
      var isKnown = !stakes.isEmpty && !mayServeOthers(provider, least: least, in: graph)
      for stake in stakes where voices.voice(of: provider, at: stake.system) == nil {
        let closing = closed[stake.system] ?? voices.isClosed(stake.system)
        closed[stake.system] = closing
        if let closing, stake.counts {
          findings.append(gap(rule, check, provider, stake, closing, voices))
        } else {
          isKnown = false
        }
      }
      if !findings.isEmpty {
        examination.breaks(findings)
      } else if isKnown {
        examination.holds()
      } else {
        examination.isUnknown(for: graph.code(provider))
      }
    }
    return examination
  }

  /// An ICS in which a provider works, and whether it is known to work there enough to count.
  private struct Stake {
    let system: NodeID
    let counts: Bool
    let relation: Relation
  }

  /// By code of the ICS; the line of the home first, then the one with the greatest share.
  private static func stakes(
    of provider: NodeID, least: Double, in graph: AccountabilityGraph
  ) -> [Stake] {
    var found: [NodeID: Stake] = [:]
    for reach in graph.reaches(of: provider) {
      guard graph.atlas.organisation(reach.system)?.kind == .ics else { continue }
      let share = reach.relation.shareOfSubject
      let counts = reach.relation.role == .home || (share ?? -1) >= least
      guard counts || share == nil else { continue }
      let stake = Stake(system: reach.system, counts: counts, relation: reach.relation)
      guard let held = found[reach.system] else {
        found[reach.system] = stake
        continue
      }
      let isNearer = held.relation.role != .home && (share ?? -1) > held.relation.share
      if (counts && !held.counts) || (counts == held.counts && isNearer) {
        found[reach.system] = stake
      }
    }
    return graph.sorted(found.keys).compactMap { found[$0] }
  }

  private func mayServeOthers(
    _ provider: NodeID, least: Double, in graph: AccountabilityGraph
  ) -> Bool {
    (graph.atlas.unresolvedRelations[graph.code(provider)] ?? []).contains { index in
      let relation = graph.atlas.register.relations[index]
      return relation.kind == .serves && (relation.role == .home || relation.role == .serves)
        && (relation.shareOfSubject ?? 1) >= least
    }
  }

  private func gap(
    _ rule: Expectation, _ check: ExpectationCheck, _ provider: NodeID, _ stake: Stake,
    _ closing: [Witness], _ voices: SystemVoices
  ) -> Finding {
    let graph = voices.graph
    let forums = voices.forums.forums(for: stake.system)
    let attended = forums.filter { forum in
      voices.seats.seats(on: forum).contains { $0.organisation == graph.code(provider) }
    }
    let (name, system) = (graph.name(provider), graph.name(stake.system))
    let share =
      stake.relation.shareOfSubject.map { " (\(Phrase.percent($0)) of its work)" } ?? ""
    let tie = stake.relation.role == .home ? "belongs to" : "works in"
    let lack =
      if forums.isEmpty {
        "\(system) has no board on which it could be heard"
      } else if attended.isEmpty {
        "nobody speaks for it on " + Phrase.list(forums.map(graph.name))
      } else {
        "it attends " + Phrase.list(attended.map(graph.name)) + " without being a member"
      }
    return graph.finding(
      rule, check, subjects: [provider, stake.system], involved: forums,
      witness: [Witness(stake.relation)] + closing,
      why: "\(name) \(tie) \(system)\(share), and \(lack).",
      question: "Through whom is \(name) heard when \(system) decides?",
      resolution: "Record the seat that speaks for \(name) at \(system) and whom it represents; or "
        + "decide that it needs none there, and record the decision.")
  }
}

extension Relation {
  /// The share of the subject, or a number below all shares.
  fileprivate var share: Double { shareOfSubject ?? -1 }
}

// MARK: - partnershipMembers

extension RepresentationGap {
  private func members(
    _ rule: Expectation, _ check: ExpectationCheck, _ subjects: OrganisationPattern,
    _ voices: SystemVoices
  ) -> Examination {
    let graph = voices.graph
    let wanted = rule.parameters.texts("organisations").compactMap(OrganisationKind.init)
    var examination = Examination()
    for system in graph.organisations(subjects) {
      let forums = voices.forums.forums(for: system)
      if forums.isEmpty {
        if graph.statesWhole(.forums, about: graph.code(system)) == nil {
          examination.isUnknown(for: graph.code(system))
        }
        continue
      }
      let present = Set(
        forums.flatMap { voices.representation.heard(on: $0).keys }.compactMap {
          graph.atlas.organisation($0)?.kind
        })
      let missing = wanted.filter { !present.contains($0) }
      let closing = forums.map(voices.representation.isClosed)
      if missing.isEmpty {
        examination.holds()
      } else if closing.contains(where: { $0 == nil }) {
        examination.isUnknown(for: graph.code(system))
      } else {
        let records = forums.compactMap(graph.atlas.forum).map { Witness($0) }
        examination.breaks(
          vacancy(
            rule, check, system, forums, missing, records + closing.flatMap { $0 ?? [] }, graph))
      }
    }
    return examination
  }

  private func vacancy(
    _ rule: Expectation, _ check: ExpectationCheck, _ system: NodeID, _ forums: [NodeID],
    _ missing: [OrganisationKind], _ witness: [Witness], _ graph: AccountabilityGraph
  ) -> Finding {
    let names = Phrase.list(forums.map(graph.name))
    let absent = missing.map(\.onABoard)
    return graph.finding(
      rule, check, subjects: [system], involved: forums, witness: witness,
      why: "\(names) of \(graph.name(system)) \(forums.count == 1 ? "has" : "have") no seat for "
        + absent.joined(separator: " or ") + ".",
      question: "Who speaks for \(Phrase.list(missing.map(\.plural))) on \(names)?",
      resolution: "Record the seat and whose it is; or appoint one.")
  }
}

extension OrganisationKind {
  /// "a local authority".
  var onABoard: String {
    switch self {
    case .national: "a national body"
    case .regulator: "a regulator"
    case .region: "a region"
    case .ics: "an integrated care board"
    case .icp: "a partnership"
    case .place: "a place"
    case .neighbourhood: "a neighbourhood"
    case .trust: "a trust"
    case .localAuthority: "a local authority"
    case .otherProvider: "a provider outside the NHS"
    case .representativeBody: "a representative body"
    }
  }

  /// "local authorities".
  var plural: String {
    switch self {
    case .national: "national bodies"
    case .regulator: "regulators"
    case .region: "regions"
    case .ics: "integrated care boards"
    case .icp: "partnerships"
    case .place: "places"
    case .neighbourhood: "neighbourhoods"
    case .trust: "trusts"
    case .localAuthority: "local authorities"
    case .otherProvider: "providers outside the NHS"
    case .representativeBody: "representative bodies"
    }
  }
}
