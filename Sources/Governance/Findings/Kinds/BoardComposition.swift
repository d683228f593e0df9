struct BoardComposition: FindingCheck {
  static let kind = FindingKind.boardComposition
  init() {}
  func examine(_ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph) -> Examination { Examination() }
}
