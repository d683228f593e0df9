struct SplitFunding: FindingCheck {
  static let kind = FindingKind.splitFunding
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
