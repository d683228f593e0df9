/// F7: something is required, and nobody holds it.
///
/// **Definition.** Three questions, each answered for a body and the functions that the rule names.
/// - `accountabilityHeld`: for each function there is an `accountableTo` line from the body that
///   takes in all of it. Lines of strength `advisory` hold nobody to account, and lines limited to
///   some services or areas, or to a part of the function, take in a part only. A function without
///   such a line is a gap where the body's accountability is stated to be whole, or where the body
///   itself says why the standing lines of the regime, which reach others of its kind, cannot reach
///   it (a trust without a home). Otherwise it is not known.
/// - `functionsMapped`: for each function it is known who holds it for an ICS: a forum of the ICS, or
///   of an arrangement in which it takes part, that decides and names the function; a body to which
///   the ICS delegates it; or an arrangement that names it. A function without a holder is a gap
///   where the forums of the ICS are stated to be whole and each of them that may decide says what.
/// - `sharedArrangement`: a provider with local services in several ICSs takes part in an arrangement
///   of the kinds named, together with at least two of them. None is a gap where it is stated to be
///   whole who commissions the provider, and in which collaboratives it is, as the kinds demand, and
///   who takes part in the arrangements it is in.
///
/// **Algorithm.** Required functions without those present, under the order of functions. Of several
/// gaps one within the other, the broadest is reported.
///
/// **Complexity.** O(lines of the bodies · functions), and O(standing lines) once.
///
/// **Source.** The rules cite that trusts stay accountable for quality and resources, that boards
/// keep a map of functions and decisions, and that arrangements across systems are agreed. Example:
/// the trust without an area, which no rule that follows homes can reach.
public struct AccountabilityGap: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.accountabilityGap

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    guard let subjects = rule.subjects else { return Examination() }
    let bodies = graph.organisations(subjects)
    return switch check {
    case .accountabilityHeld:
      AccountabilityGapHeld(graph: graph, rule: rule, check: check).examine(bodies)
    case .functionsMapped:
      AccountabilityGapMap(graph: graph, rule: rule, check: check).examine(bodies)
    case .sharedArrangement:
      AccountabilityGapShared(graph: graph, rule: rule, check: check).examine(bodies)
    default: Examination()
    }
  }
}
