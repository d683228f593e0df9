import GraphCore

/// F6: a body votes where it is itself judged or bought from, or sits in two roles at once.
///
/// **Definition.** All records are those in force on the day.
///
/// The *judges* of a body *t* are, for *noSelfOversight*, the bodies with an `oversees` line to *t*;
/// for *noSelfCommissioning*, the bodies with a `commissions` line to it, and each lead of a lead
/// commissioning of which *t* is a provider. A forum is *of* a judge *b* if it meets for *b*
/// (``BodyForums``): it is *b*'s own, or that of an arrangement in which *b* takes part, such as a
/// cluster or the lead commissioning itself. The forum of an arrangement in which *t* takes part as
/// well, other than as the provider, is left out: the two set it up to decide together.
///
/// The seats *of t* are those of role `chair` or `member` whose `organisation` it is, and those whose
/// holder also has such a seat: a person who sits for *t* somewhere sits for it everywhere. A seat
/// for which somebody else only speaks for *t* is not its own.
///
/// *t* judges itself before *b* if a seat of *t* that votes (`voting` true) is on a forum from which
/// at most `steps` lines of reporting lead to a forum of *b*, none meaning the forum itself, and the
/// functions and services of the forum on which it sits, none meaning all, meet those of the line or
/// arrangement by which *b* judges it. One finding about *t* and *b*. Where every such seat withdraws
/// when its own organisation is judged (`recusal` true), it is a pattern to discuss (info); where one
/// that does not is the chair, it is one degree graver. Where the law gives *t* every such seat, it is
/// by design: on a forum of *b* itself a post that a rule of `composition` of level must asks for, and
/// that no seat of *b* has.
///
/// For *t*: no if there is a finding. Else not known if a seat for which the same holds has no
/// `voting`; or no judge is recorded but those by design (lines of statute or regulation, standing
/// lines that say so), unless its `oversight` or `commissioning` is stated to be whole; or for a judge
/// that is not by design the `forums` are not stated to be whole, or on one of its forums not all
/// seats are known, or a seat that may vote has neither an owner nor a holder. Else yes.
///
/// *dualRoles*, for each forum of the kinds in `forums`: the dual seats are those of role `chair` or
/// `member` that are of a provider (a trust or another provider) for which the forum does not meet, by
/// their organisation or by another seat of their holder. No if one does not withdraw (`recusal`
/// false), one finding about the forum; else not known if one does not say, not all seats are known, or
/// one has neither an owner nor a holder; else yes.
///
/// **Algorithm.** From each seat of *t* up the lines of reporting: each forum reports to at most one,
/// so the walk is a chain. Person-level ties come from one index of seats by holder.
///
/// **Complexity.** O(seats · steps + lines).
///
/// **Source.** "Marking own homework" is the concern that the rule cites. Example: the chief executive
/// of a trust who votes on the board that leads the oversight of the trust.
public struct SelfOversight: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.selfOversight

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    if check == .dualRoles { return dualRoles(rule, check, graph) }
    guard let subjects = rule.subjects else { return Examination() }
    let table = SelfOversightTable(graph, steps: Int(rule.parameters.number("steps") ?? 0))
    var examination = Examination()
    for subject in graph.organisations(subjects) {
      let judges = table.judges(of: subject, check)
      let walks = table.walks(from: subject, to: judges)
      let voting = walks.filter { $0.seat.voting == true }
      if !voting.isEmpty {
        let grouped = Dictionary(grouping: voting, by: \.judge.body)
        examination.breaks(
          graph.sorted(grouped.keys).compactMap { body in
            grouped[body].map { finding(rule, check, subject, body, $0, table) }
          })
      } else if walks.contains(where: { $0.seat.voting == nil })
        || !table.knowsEverySeat(of: judges, subject, check)
      {
        examination.isUnknown(for: graph.code(subject))
      } else {
        examination.holds()
      }
    }
    return examination
  }

  private func finding(
    _ rule: Expectation, _ check: ExpectationCheck, _ subject: NodeID, _ judge: NodeID,
    _ all: [SelfOversightTable.Walk], _ table: SelfOversightTable
  ) -> Finding {
    let graph = table.graph
    let unmeant = all.filter { table.lawful($0).isEmpty }
    let walks = unmeant.isEmpty ? all : unmeant
    let open = walks.filter { $0.seat.recusal != true }
    let shown = open.isEmpty ? walks : open
    let (name, other) = (graph.name(subject), graph.name(judge))
    var seen: Set<NodeID> = []
    let forums = shown.compactMap(\.chain.first).filter { seen.insert($0).inserted }
    let isChair = shown.contains { $0.seat.role == .chair }
    let verb = check == .noSelfOversight ? "oversees" : "commissions"
    return graph.finding(
      rule, check, subjects: [subject, judge], involved: shown.flatMap(\.chain),
      witness: shown.flatMap { $0.witness(in: graph) },
      severity: open.isEmpty ? .info : isChair ? rule.severity.raised : rule.severity,
      design: unmeant.isEmpty ? .law(Set(all.flatMap(table.lawful)).sorted()) : nil,
      why: "\(name) \(isChair ? "chairs" : "votes on") \(Phrase.list(forums.map(graph.name)))"
        + Self.way(shown, graph)
        + ", and \(other) \(verb) it" + (open.isEmpty ? "; its seat then withdraws." : "."),
      question: check == .noSelfOversight
        ? "How is \(name) kept out when \(other) judges \(name)?"
        : "How is \(name) kept out when \(other) buys from \(name)?",
      resolution: "Record that the seat withdraws when its own organisation is discussed; or give "
        + "it no vote there; or decide that it is meant, and record the decision.")
  }

  /// ", which reports to the board", where that is how it reaches the judge.
  private static func way(
    _ walks: [SelfOversightTable.Walk], _ graph: AccountabilityGraph
  ) -> String {
    guard walks.allSatisfy({ $0.chain.count > 1 }), let end = walks.first?.chain.last else {
      return ""
    }
    return ", which reports to \(graph.name(end))"
  }
}

extension FindingSeverity {
  /// One degree graver.
  fileprivate var raised: FindingSeverity { self == .info ? .warning : .error }
}

// MARK: - dualRoles

extension SelfOversight {
  private func dualRoles(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    let seats = SeatIndex(graph)
    let holders = HolderIndex(graph, seats: seats)
    var examination = Examination()
    for forum in graph.forums(rule.parameters.texts("forums")) {
      let own = Set(BodyForums.bodies(of: forum, in: graph))
      let dual = seats.members(of: forum).compactMap { seat -> (Seat, NodeID)? in
        holders.organisations(of: seat).first { node in
          guard !own.contains(node), let kind = graph.atlas.organisation(node)?.kind else {
            return false
          }
          return kind == .trust || kind == .otherProvider
        }
        .map { (seat, $0) }
      }
      let open = dual.filter { $0.0.recusal == false }
      if !open.isEmpty {
        examination.breaks(dualSeats(rule, check, forum, open, graph))
      } else if dual.contains(where: { $0.0.recusal == nil })
        || seats.wholeness(of: forum, in: graph) == nil
        || seats.members(of: forum).contains(where: { !$0.hasOwner && $0.holder == nil })
      {
        examination.isUnknown(for: graph.code(forum))
      } else {
        examination.holds()
      }
    }
    return examination
  }

  private func dualSeats(
    _ rule: Expectation, _ check: ExpectationCheck, _ forum: NodeID, _ dual: [(Seat, NodeID)],
    _ graph: AccountabilityGraph
  ) -> Finding {
    let employers = graph.sorted(Set(dual.map(\.1)))
    let names = Phrase.list(employers.map(graph.name))
    return graph.finding(
      rule, check, subjects: [forum], involved: employers, witness: dual.map { Witness($0.0) },
      why: "On \(graph.name(forum)) people of \(names) act for the system, and do not withdraw "
        + "when their own organisation is judged.",
      question: "For whom do the members from \(names) act when \(graph.name(forum)) decides about "
        + "their own organisation?",
      resolution: "Agree when they withdraw and record it on the seats; or decide that they stay, "
        + "and record the decision.")
  }
}
