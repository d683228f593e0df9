struct AccountabilityGap: FindingCheck {
  static let kind = FindingKind.accountabilityGap
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
