/// F24: something points to what has ended, or is left open by a reorganisation.
///
/// **Definition.** Three questions.
/// - `liveReferences`: of a body that has ended, nothing is left over. Left over are records in force
///   that name it (as an area, as one spoken for, as a forum reported to, as a candidate, or as an
///   end); lines in force whose object is one of the several bodies that followed it, without it
///   being known which; and the body itself, if it took part in anything on its last day and no
///   succession says what followed. Where nothing says what followed a body that took part in
///   nothing, or where its recorded shares do not add to the whole, the answer is not known. And an
///   arrangement in force whose lead, provider or host ended with its body needs a successor of that
///   body among its parties, or another lead; kinds that `delegationsContinue` follows are left to it.
/// - `delegationsContinue`: an arrangement of the kinds named goes on after a reorganisation. One in
///   force must have a successor for each lead, provider, host or member that ended with its body.
///   One that ended on the last day of a body that took part must have been followed by one of its
///   kind, about services that meet, with a party or its successor; none is found where it is stated
///   to be whole in which collaboratives, or by whom commissioned, each of them is.
/// - `inForce`: nothing presumes law not yet in force. Under a regime that begins after the day, every
///   standing line does; since it was chosen to look ahead, that is to discuss, however grave the rule.
///   Under one that is merely proposed, or has ended, the answer is not known.
///
/// **Algorithm.** Lives of bodies by code, the succession as a map followed without recursion, and
/// one pass over the records in force. All that is left over of one body is one question.
///
/// **Complexity.** O(records + successions · length of chains).
///
/// **Source.** The rules cite that duties of a body that ends pass to its successor, that delegations
/// continue, and that no decision presumes law not in force. Example: the contract of an ambulance
/// service whose lead board was split.
public struct DanglingReference: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.danglingReference

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    switch check {
    case .liveReferences:
      DanglingReferenceBodies(graph: graph, rule: rule, check: check).examine()
    case .delegationsContinue:
      DanglingReferenceArrangements(graph: graph, rule: rule, check: check).examineDelegations()
    case .inForce: presumption(rule, check, in: graph)
    default: Examination()
    }
  }

  private func presumption(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    let (regime, date) = (graph.regime, graph.atlas.date)
    var drawn: [String: StandingLine] = [:]
    for line in graph.atlas.standing where drawn[line.rule] == nil { drawn[line.rule] = line }
    let rules = regime.standing.filter { drawn[$0.id] != nil }
    if rules.isEmpty { return examination }
    guard let from = regime.period.from, date < from else {
      if regime.status == .proposed || !regime.period.contains(date) {
        examination.isUnknown(for: Code(regime.id))
      } else {
        examination.holds(rules.count)
      }
      return examination
    }
    let witness = rules.compactMap { drawn[$0.id]?.relation }.map { relation in
      Witness(
        record: RecordReference(.standing, relation.id), period: relation.provenance.period,
        confidence: relation.provenance.confidence)
    }
    examination.breaks(
      graph.finding(
        rule, check, about: [Code(regime.id)], witness: witness, severity: .info,
        why: "\(regime.title) holds only from \(from), and on \(date) "
          + "\(Phrase.count(rules.count, "of its rules draws", "of its rules draw")) lines.",
        question: "Is it meant that \(regime.title) is presumed before \(from)?",
        resolution:
          "Look at the day under the regime in force on it, or take the lines as plans only."
      ))
    return examination
  }
}
