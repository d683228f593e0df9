struct OrphanPlace: FindingCheck {
  static let kind = FindingKind.orphanPlace
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
