import GraphCore

/// F13: a collaborative without a mandate, without a voice or without some of those it is for; or a
/// trust in none.
///
/// **Definition.** All records are those in force on the day. A *collaborative* is an arrangement of
/// kind `collaborative`. A body is *in* it if it is a party in any role but `system` and `sponsor`.
/// The collaborative *works in* the ICSs that are parties in the role `system`.
///
/// *inCollaborative*, for each trust that the rule is about: yes if it is in a collaborative; no if
/// it is in none and its `memberships` are stated to be whole; otherwise not known. One finding about
/// the trust.
///
/// *collaborativeHoldsAll*, for each collaborative whose `form` is a key of `forms`: *wanted* are the
/// trusts with that sector among theirs and a `serves` line of role `home` to an ICS in which the
/// collaborative works. It is no if one that is wanted is not in the collaborative, and the `parties`
/// of the collaborative or the `memberships` of that trust are stated to be whole: one finding about
/// the collaborative, in which those trusts are involved. Else not known if one that is wanted is not
/// in it, or it works in no ICS. Else yes.
///
/// *collaborativeRepresented*, for each collaborative, and each ICS in which it works: yes if the
/// collaborative, or a body in it, is heard on a forum of the ICS (``RepresentationGap`` says what
/// these words mean; forums are of the kinds in `forums`); no if neither is, the ICS is closed and the
/// `parties` of the collaborative are stated to be whole; otherwise not known. For the collaborative:
/// no if it is no for any ICS, with one finding for each, about the collaborative and the ICS; else
/// not known if it is not known for any, or it works in no ICS; else yes.
///
/// *collaborativeMandated*, for each collaborative: yes if an organisation of kind `ics` is a party in
/// the role `sponsor`; no if none is and its `sponsors` are stated to be whole; otherwise not known.
/// One finding about the collaborative.
///
/// **Algorithm.** Set checks over the parties of each collaborative, the homes of trusts by ICS, and
/// who is heard on the forums of an ICS.
///
/// **Complexity.** O(P + S + H) in parties, seats, and homes of trusts in the ICSs of collaboratives.
///
/// **Source.** The rule cites what is expected. Example: an alliance of all mental health trusts of a
/// region, set up by the trusts, with which no board has agreed what it is for.
public struct UnmandatedCollaborative: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.unmandatedCollaborative

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    switch check {
    case .inCollaborative: memberships(rule, check, graph)
    case .collaborativeHoldsAll: inclusion(rule, check, graph)
    case .collaborativeRepresented: representation(rule, check, graph)
    default: mandates(rule, check, graph)
    }
  }
}

// MARK: - inCollaborative

extension UnmandatedCollaborative {
  private func memberships(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    guard let subjects = rule.subjects else { return examination }
    for trust in graph.organisations(subjects) {
      let isMember = graph.arrangements(of: trust).contains { arrangement, party in
        party.role.takesPart && graph.atlas.arrangement(arrangement)?.kind == .collaborative
      }
      if isMember {
        examination.holds()
      } else if let statement = graph.statesWhole(.memberships, about: graph.code(trust)) {
        let name = graph.name(trust)
        examination.breaks(
          graph.finding(
            rule, check, subjects: [trust], witness: [statement],
            why: "\(name) is in no provider collaborative.",
            question: "Which collaborative should \(name) join, or why does it stay outside?",
            resolution: "Record its part in a collaborative; or decide that it needs none, and "
              + "record the reason."))
      } else {
        examination.isUnknown(for: graph.code(trust))
      }
    }
    return examination
  }
}

// MARK: - collaborativeHoldsAll

extension UnmandatedCollaborative {
  private func inclusion(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    let forms = rule.parameters.map("forms")
    var examination = Examination()
    for collaborative in graph.arrangements([.collaborative]) {
      guard let arrangement = graph.atlas.arrangement(collaborative),
        let form = arrangement.form, let sector = forms[form].flatMap(Sector.init)
      else { continue }
      let systems = Self.systems(of: collaborative, in: graph)
      let members = Set(graph.takingPart(in: collaborative).map(\.node))
      let absent = Self.homes(in: systems.map(\.node), sector: sector, graph)
        .filter { !members.contains($0.trust) }
      let missing = absent.compactMap { home -> (trust: NodeID, witness: [Witness])? in
        let statement =
          graph.statesWhole(.parties, about: arrangement.id)
          ?? graph.statesWhole(.memberships, about: graph.code(home.trust))
        return statement.map { (home.trust, [Witness(home.relation), $0]) }
      }
      if !missing.isEmpty {
        examination.breaks(
          incomplete(rule, check, collaborative, sector, systems, missing, graph))
      } else if absent.isEmpty, !systems.isEmpty {
        examination.holds()
      } else {
        examination.isUnknown(for: arrangement.id)
      }
    }
    return examination
  }

  /// The trusts of a sector whose home is one of some ICSs, each once, by code.
  private static func homes(
    in systems: [NodeID], sector: Sector, _ graph: AccountabilityGraph
  ) -> [(trust: NodeID, relation: Relation)] {
    var found: [NodeID: Relation] = [:]
    for system in systems {
      for line in graph.atlas.lines(.relation(.serves), into: system) {
        guard let relation = graph.atlas.relation(line.edge), relation.role == .home,
          let trust = graph.atlas.organisation(line.node), trust.kind == .trust,
          trust.sectors.contains(sector)
        else { continue }
        let held = found[line.node]
        if held.map({ relation.id.utf8.lexicographicallyPrecedes($0.id.utf8) }) ?? true {
          found[line.node] = relation
        }
      }
    }
    return graph.sorted(found.keys).compactMap { trust in found[trust].map { (trust, $0) } }
  }

  private func incomplete(
    _ rule: Expectation, _ check: ExpectationCheck, _ collaborative: NodeID, _ sector: Sector,
    _ systems: [Participant], _ missing: [(trust: NodeID, witness: [Witness])],
    _ graph: AccountabilityGraph
  ) -> Finding {
    let names = Phrase.list(missing.map { graph.name($0.trust) })
    let name = graph.name(collaborative)
    return graph.finding(
      rule, check, subjects: [collaborative], involved: missing.map(\.trust),
      witness: (graph.atlas.arrangement(collaborative).map { [Witness($0)] } ?? [])
        + missing.flatMap(\.witness) + systems.map { Witness($0.party) },
      why: "\(name) is to hold every trust with \(sector.inWords) services in its systems, and "
        + "\(names) \(missing.count == 1 ? "is" : "are") not in it.",
      question: "Why \(missing.count == 1 ? "is" : "are") \(names) not in \(name)?",
      resolution: "Record the part that each trust takes; or decide that it stays outside, and "
        + "record the decision.")
  }

  /// The ICSs in which a collaborative works, each once, by code.
  private static func systems(
    of collaborative: NodeID, in graph: AccountabilityGraph
  ) -> [Participant] {
    var seen: Set<NodeID> = []
    return graph.participants(of: collaborative).filter {
      $0.party.role == .system && seen.insert($0.node).inserted
    }
  }
}

extension Sector {
  /// "mental health".
  fileprivate var inWords: String {
    switch self {
    case .acute: "acute"
    case .mentalHealth: "mental health"
    case .learningDisability: "learning disability"
    case .community: "community"
    case .ambulance: "ambulance"
    case .specialist: "specialist"
    case .online: "online"
    }
  }
}

// MARK: - collaborativeRepresented

extension UnmandatedCollaborative {
  private func representation(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    let voices = SystemVoices(graph, kinds: rule.parameters.texts("forums"))
    var closed: [NodeID: [Witness]?] = [:]
    var examination = Examination()
    for collaborative in graph.arrangements([.collaborative]) {
      let code = graph.code(collaborative)
      let systems = Self.systems(of: collaborative, in: graph)
      let speakers = [collaborative] + graph.takingPart(in: collaborative).map(\.node)
      let statement = graph.statesWhole(.parties, about: code)
      var findings: [Finding] = []
      var isKnown = !systems.isEmpty
      for system in systems
      where !speakers.contains(where: { voices.voice(of: $0, at: system.node) != nil }) {
        let closing = closed[system.node] ?? voices.isClosed(system.node)
        closed[system.node] = closing
        if let closing, let statement {
          findings.append(
            unheard(rule, check, collaborative, system, closing + [statement], voices))
        } else {
          isKnown = false
        }
      }
      if !findings.isEmpty {
        examination.breaks(findings)
      } else if isKnown {
        examination.holds()
      } else {
        examination.isUnknown(for: code)
      }
    }
    return examination
  }

  private func unheard(
    _ rule: Expectation, _ check: ExpectationCheck, _ collaborative: NodeID,
    _ system: Participant, _ closing: [Witness], _ voices: SystemVoices
  ) -> Finding {
    let graph = voices.graph
    let forums = voices.forums.forums(for: system.node)
    let (name, place) = (graph.name(collaborative), graph.name(system.node))
    return graph.finding(
      rule, check, subjects: [collaborative, system.node], involved: forums,
      witness: [Witness(system.party)] + closing,
      why: "\(name) works in \(place), and neither it nor anyone in it "
        + (forums.isEmpty
          ? "has a board of \(place) on which to be heard."
          : "has a seat on \(Phrase.list(forums.map(graph.name)))."),
      question: "Who speaks for \(name) when \(place) decides?",
      resolution: "Record the seat that speaks for it; or agree one; or decide that it needs none "
        + "there, and record the decision.")
  }
}

// MARK: - collaborativeMandated

extension UnmandatedCollaborative {
  private func mandates(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    for collaborative in graph.arrangements([.collaborative]) {
      let code = graph.code(collaborative)
      let participants = graph.participants(of: collaborative)
      let sponsors = participants.filter { $0.party.role == .sponsor }
      if sponsors.contains(where: { graph.atlas.organisation($0.node)?.kind == .ics }) {
        examination.holds()
      } else if let statement = graph.statesWhole(.sponsors, about: code) {
        let systems = participants.filter { $0.party.role == .system }.map(\.node)
        examination.breaks(
          unmandated(rule, check, collaborative, sponsors, systems, statement, graph))
      } else {
        examination.isUnknown(for: code)
      }
    }
    return examination
  }

  private func unmandated(
    _ rule: Expectation, _ check: ExpectationCheck, _ collaborative: NodeID,
    _ sponsors: [Participant], _ systems: [NodeID], _ statement: Witness,
    _ graph: AccountabilityGraph
  ) -> Finding {
    let name = graph.name(collaborative)
    let others =
      sponsors.isEmpty
      ? "" : ", only with " + Phrase.list(sponsors.map { graph.name($0.node) })
    let arrangement = graph.atlas.arrangement(collaborative).map { [Witness($0)] } ?? []
    return graph.finding(
      rule, check, subjects: [collaborative], involved: systems + sponsors.map(\.node),
      witness: arrangement + [statement] + sponsors.map { Witness($0.party) },
      why: "\(name) has agreed objectives with no system\(others).",
      question: "What has \(name) agreed to achieve, and with which system?",
      resolution: "Record the system that has agreed objectives with it, as a party in the role of "
        + "sponsor; or agree them.")
  }
}
