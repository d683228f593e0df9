struct PrimacyAmbiguity: FindingCheck {
  static let kind = FindingKind.primacyAmbiguity
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
