struct DuplicateCommissioner: FindingCheck {
  static let kind = FindingKind.duplicateCommissioner
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
