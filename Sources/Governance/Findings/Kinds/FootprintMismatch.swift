/// F21: patients and boundaries do not match.
///
/// **Definition.** Two questions.
/// - `footprintMatch`: no more than a share of a trust's work lies outside its home ICS, and the area
///   for which its services are commissioned is alike to the area it serves. The share outside is the
///   whole less the recorded shares of the home, on one basis; where the share of the home is blank,
///   the recorded shares of the others, so that it is not known while these stay below. The second is
///   asked only where the share of the people of each ICS that a service reaches is recorded, and so
///   is who commissions that very service: the areas are then compared by people, and the answer is a
///   no only where it is stated to be whole who commissions the trust.
/// - `authorityWhole`: no more than two per cent of a local authority lies outside the ICS that holds
///   most of it. Where a share that could make the difference is blank, the answer is not known.
///
/// **Algorithm.** Sums of shares; weighted Jaccard index over ICSs, each weighing its people.
///
/// **Complexity.** O(lines of the trust or authority, and of its arrangements).
///
/// **Source.** The rules cite that systems may be too small for what crosses their boundaries, and
/// that authorities may lie in several. Example: an ambulance trust with a fifth of its work in the
/// system it belongs to.
public struct FootprintMismatch: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.footprintMismatch

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    guard let subjects = rule.subjects else { return Examination() }
    let bodies = graph.organisations(subjects)
    return switch check {
    case .footprintMatch:
      FootprintMismatchWork(graph: graph, rule: rule, check: check).examine(bodies)
    case .authorityWhole:
      FootprintMismatchAuthority(graph: graph, rule: rule, check: check).examine(bodies)
    default: Examination()
    }
  }
}
