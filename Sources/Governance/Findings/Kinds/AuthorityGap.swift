/// F23: authority and accountability lie apart.
///
/// **Definition.** Four questions.
/// - `decisionAccountable`: whoever decides answers for it, and whoever answers for it is heard. A
///   body decides if a forum of its own decides, or if a function is delegated to it. It answers if
///   it, or the body of a forum to which that forum reports, has an `accountableTo` line, not merely
///   advisory, that meets the function; a council answers to its voters. None is found where the
///   accountability of all these bodies is stated to be whole. Conversely, a forum of an arrangement
///   that decides a named function for a body that answers for that function leaves it without a say
///   if all seats are stated to be known and none is the body's, speaks for it, or lets it attend.
/// - `reportingLine`: a forum of the kinds named reports to another. None is found where the forums
///   of its body are stated to be whole; where it reports to one that is not in force, the answer is
///   not known here.
/// - `decisionInstrument`: a forum of the kinds named that decides has a document that empowers it,
///   its own or its arrangement's, or is required by statute; one that only advises needs none. A
///   document is found missing where the forums of its body are stated to be whole.
/// - `democraticLines`: whatever makes a council answer to a body of the NHS, or puts it under that
///   body's oversight or intervention, rests on law, or on a contract, delegation or agreement whose
///   document is named. Custom is neither. Advice is free.
///
/// **Algorithm.** Set difference between those who decide and those who answer; in-degree of forums.
/// What several forums of one body lack is one question.
///
/// **Complexity.** O(forums · length of reporting lines + lines + seats + parties).
///
/// **Source.** The rules cite that those who decide are accountable, that committees decide only
/// under a scheme of delegation and say to whom they report, and that councils answer to their
/// electorate. Example: a joint committee that decides on money for which a trust without a seat
/// stays liable.
public struct AuthorityGap: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.authorityGap

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    switch check {
    case .decisionAccountable:
      AuthorityGapDecisions(graph: graph, rule: rule, check: check).examine()
    case .reportingLine, .decisionInstrument:
      AuthorityGapForums(graph: graph, rule: rule, check: check).examine()
    case .democraticLines:
      AuthorityGapCouncils(graph: graph, rule: rule, check: check).examine()
    default: Examination()
    }
  }
}
