/// Rules that raise no finding: those for which the tables have no place, and permissions.
struct UnfoundRules {
  /// Says once that the answer is not known, or counts what a rule allows.
  func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    switch check {
    case .permitted: examination.holds(uses(of: rule, in: graph))
    default: examination.isUnknown(for: Code(rule.id))
    }
    return examination
  }

  private func uses(of rule: Expectation, in graph: AccountabilityGraph) -> Int {
    let kinds = rule.parameters.texts("arrangements").compactMap(ArrangementKind.init)
    var uses = kinds.isEmpty ? 0 : graph.arrangements(Set(kinds)).count
    if rule.parameters.texts("seats").contains("outsideParent") {
      for forum in graph.forums() {
        let parent = graph.parent(of: forum)
        uses += graph.sittings(on: forum).filter { $0.node != parent }.count
      }
    }
    return uses
  }
}
