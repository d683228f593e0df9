struct FootprintMismatch: FindingCheck {
  static let kind = FindingKind.footprintMismatch
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
