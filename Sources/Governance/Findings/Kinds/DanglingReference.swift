struct DanglingReference: FindingCheck {
  static let kind = FindingKind.danglingReference
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
