import GraphCore

/// F8: whoever pays and whoever holds to account are not the same, or a delegator no longer answers.
///
/// **Definition, `fundingMatchesAccountability`.** For a body that is paid, its payers are the bodies
/// with a `funds` line to it, and those to whom it answers are the bodies to which it has an
/// `accountableTo` line and those that have an `oversees` line to it; advisory lines count for
/// neither. Lines meet where functions, services and areas do. It is a finding
///
/// - where a payer is none of those to whom the body answers about what is paid, be it through
///   others, and to whom the body is accountable and who oversees it are both stated whole;
/// - where one to whom the body answers about what others pay is none of its payers, be it through
///   others, and does not itself answer to one of them (as a regional team answers to the national
///   body that pays), and who funds the body is stated whole.
///
/// Where only lines that are by design stand apart, so is the finding. Without the statements the
/// answer is not known; it is yes where every line has its counterpart.
///
/// **Definition, `delegatorAccountable`.** Who delegates (lines as in F4) stays accountable: it has an
/// `accountableTo` line that takes in each function, service and area that it delegates. Where it has
/// none, and to whom it is accountable is stated whole, it is a finding; else the answer is not known.
///
/// **Algorithm.** From the body up its lines of money, and up its lines of account, as far as they
/// meet the line in question.
///
/// **Complexity.** O(d · c) for the d lines of a body, with chains of c lines to the top.
///
/// **Source.** The rules cite that accountability and the flow of money should line up, and that
/// delegation does not move accountability. Example: performance is overseen by the region, while
/// the money comes from the board of the system.
public struct SplitFunding: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.splitFunding

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    switch check {
    case .delegatorAccountable:
      DelegatorsAccount(rule: rule, check: check, graph: graph).examine()
    default: MoneyAndAccount(rule: rule, check: check, graph: graph).examine()
    }
  }
}
