/// F19: a tier that adds little.
///
/// **Definition.** Two questions.
/// - `systemSize`: an ICS has more than so many trusts at home. One that has at least one, but no
///   more, is found. An ICS without a trust on record is not known, nor one that trusts of unknown
///   home could lift over the number.
/// - `tierAdds`: no trust is farther from the top than so many bodies between, and no body between
///   merely hands on. The way goes along `accountableTo` lines that are not advisory and not limited
///   to services or areas, all of which take in one function, to a national body that answers to
///   nobody; the longest counts, and bodies that answer to each other in a circle count once. For a
///   trust without such a way it is not known. A body (a region, an ICS, a place or a neighbourhood)
///   merely hands on if a single body that is no provider answers to it, it answers to a single one,
///   and it neither oversees, intervenes, commissions, funds nor delegates anything that the one
///   below does not. Since that rests on nobody else answering to it, it is found only where a rule
///   of the regime draws the line for every body of the kind below; otherwise it is not known.
///
/// **Algorithm.** Counts; longest paths over the condensation of the lines of each function; chain
/// contraction, by comparing each body with one line in and one line out to the one below.
///
/// **Complexity.** O(serves lines), and O((bodies + lines) · functions named on lines).
///
/// **Source.** The rules cite that a system for one or two trusts may be a needless layer, and that
/// tiers should be few. Example: a region that holds a single ICS.
public struct ThinTier: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.thinTier

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    switch check {
    case .systemSize: ThinTierSize(graph: graph, rule: rule, check: check).examine()
    case .tierAdds:
      ThinTierChains(graph: graph, rule: rule, check: check).examine()
    default: Examination()
    }
  }
}
