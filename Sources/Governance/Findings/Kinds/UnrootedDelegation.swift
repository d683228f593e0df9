struct UnrootedDelegation: FindingCheck {
  static let kind = FindingKind.unrootedDelegation
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
