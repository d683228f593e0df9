struct OverstretchedRole: FindingCheck {
  static let kind = FindingKind.overstretchedRole
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
