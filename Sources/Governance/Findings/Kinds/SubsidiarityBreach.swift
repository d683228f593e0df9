struct SubsidiarityBreach: FindingCheck {
  static let kind = FindingKind.subsidiarityBreach
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
