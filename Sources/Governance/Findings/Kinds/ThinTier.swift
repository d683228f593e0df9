struct ThinTier: FindingCheck {
  static let kind = FindingKind.thinTier
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
