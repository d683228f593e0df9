import GraphCore

/// Whether a local authority lies in one ICS.
struct FootprintMismatchAuthority {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  /// The share below which a part outside is no more than a difference between two maps.
  private static let tolerance = 0.02

  func examine(_ authorities: [NodeID]) -> Examination {
    var examination = Examination()
    for authority in authorities {
      let lines = graph.atlas.lines(.relation(.contains), into: authority).compactMap { line in
        graph.atlas.organisation(line.node)?.kind == .ics ? graph.atlas.relation(line.edge) : nil
      }
      .toldOnce.sorted { ($0.subject, $0.id) < ($1.subject, $1.id) }
      let parts = Dictionary(grouping: lines, by: \.subject)
      let shares = parts.values.map { $0.compactMap(\.shareOfObject).sorted().reduce(0, +) }
        .sorted()
      let most = shares.last ?? 0
      let outside = shares.dropLast().reduce(0, +)
      if parts.count > 1, outside > Self.tolerance {
        examination.breaks(finding(authority, lines, outside))
      } else if most >= 1 - Self.tolerance {
        examination.holds()
      } else {
        examination.isUnknown(for: graph.code(authority))
      }
    }
    return examination
  }

  private func finding(
    _ authority: NodeID, _ lines: [Relation], _ outside: Double
  ) -> Finding {
    let name = graph.name(authority)
    let parts = lines.map { line in
      "\(graph.atlas.shortName(of: line.subject)) \(line.shareOfObject.map(Phrase.percent) ?? "?")"
    }
    let systems = graph.sorted(Set(lines.compactMap { graph.atlas.node($0.subject) }))
    return graph.finding(
      rule, check, subjects: [authority], involved: systems, witness: lines.map { Witness($0) },
      why: "\(name) lies in \(Phrase.count(systems.count, "ICS", "ICSs")): \(Phrase.list(parts)).",
      question: "How does \(name) deal with \(Phrase.list(systems.map(graph.name))) at once?",
      resolution: "Record the joint arrangement, or decide that the division is meant.")
  }
}
