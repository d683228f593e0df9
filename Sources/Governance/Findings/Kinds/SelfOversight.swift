struct SelfOversight: FindingCheck {
  static let kind = FindingKind.selfOversight
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
