struct NoEscalationRoute: FindingCheck {
  static let kind = FindingKind.noEscalationRoute
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
