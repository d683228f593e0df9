struct RepresentationGap: FindingCheck {
  static let kind = FindingKind.representationGap
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
