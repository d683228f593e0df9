struct DoubleReporting: FindingCheck {
  static let kind = FindingKind.doubleReporting
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
