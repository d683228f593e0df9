struct RoleConflict: FindingCheck {
  static let kind = FindingKind.roleConflict
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
