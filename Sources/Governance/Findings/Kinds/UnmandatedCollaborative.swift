struct UnmandatedCollaborative: FindingCheck {
  static let kind = FindingKind.unmandatedCollaborative
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
