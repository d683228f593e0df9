struct DelegationCycle: FindingCheck {
  static let kind = FindingKind.delegationCycle
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
