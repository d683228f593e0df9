import GraphCore

/// Answers whether each trust has one home ICS.
struct Homes {
  let rule: Expectation
  let check: ExpectationCheck
  let graph: AccountabilityGraph

  /// Answers for every trust that the rule means.
  func answer(_ examination: inout Examination) {
    guard let subjects = rule.subjects else { return }
    let sectors = Set(rule.parameters.texts("sectors").compactMap(Sector.init))
    for trust in graph.organisations(subjects) {
      guard let record = graph.atlas.organisation(trust),
        !sectors.isDisjoint(with: record.sectors)
      else { continue }
      let homes = graph.reaches(of: trust).filter { $0.relation.role == .home }
      let rivals = contradicting(homes)
      if !rivals.isEmpty {
        examination.breaks(several(trust, rivals))
      } else if !homes.isEmpty {
        examination.holds()
      } else if let exception = record.exception, !mayHaveHome(record.id) {
        examination.breaks(none(trust, record, exception))
      } else {
        examination.isUnknown(for: record.id)
      }
    }
  }

  /// Whether a home is recorded of which only candidates are known.
  private func mayHaveHome(_ code: Code) -> Bool {
    (graph.atlas.unresolvedRelations[code] ?? []).contains {
      let relation = graph.atlas.register.relations[$0]
      return relation.kind == .serves && relation.role == .home
    }
  }

  /// The homes that overlap with another.
  private func contradicting(_ homes: [Reach]) -> [Reach] {
    homes.filter { one in
      homes.contains { other in
        one.system != other.system
          && graph.regime.services.common(one.relation.services, other.relation.services) != nil
          && graph.commonAreas(one.relation.areas, other.relation.areas) != nil
      }
    }
  }

  private func several(_ trust: NodeID, _ homes: [Reach]) -> Finding {
    let systems = graph.sorted(Set(homes.map(\.system)))
    let names = Phrase.list(systems.map(graph.name))
    let name = graph.name(trust)
    return graph.finding(
      rule, check, subjects: [trust], involved: systems,
      witness: homes.map { Witness($0.relation) },
      why: "\(name) is recorded as at home in \(Phrase.count(systems.count, "system")): \(names).",
      question: "Which of \(names) is the home of \(name)?",
      resolution: "Keep the role home for one line, and record the others as lines of service.")
  }

  private func none(_ trust: NodeID, _ record: Organisation, _ exception: String) -> Finding {
    let name = graph.name(trust)
    return graph.finding(
      rule, check, subjects: [trust], witness: [Witness(record)], severity: .info,
      why: "\(name) has no home system; its record says: \(exception.sentence)",
      question: "Towards the envelope of which system does \(name) count?",
      resolution: "Name a system to host it, or decide that it has none and record the decision.")
  }
}

extension String {
  /// The text with a full stop at its end.
  fileprivate var sentence: String { hasSuffix(".") ? self : self + "." }
}
