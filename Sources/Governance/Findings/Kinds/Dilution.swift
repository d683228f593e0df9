struct Dilution: FindingCheck {
  static let kind = FindingKind.dilution
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
