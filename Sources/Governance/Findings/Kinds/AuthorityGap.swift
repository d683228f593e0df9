struct AuthorityGap: FindingCheck {
  static let kind = FindingKind.authorityGap
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
