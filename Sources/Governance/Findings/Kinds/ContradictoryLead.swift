struct ContradictoryLead: FindingCheck {
  static let kind = FindingKind.contradictoryLead
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
