import GraphCore

/// Whether the areas of ICSs neither overlap nor leave gaps.
struct OrphanPlaceAreas {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  /// By how much shares that were rounded may miss the whole.
  private static let tolerance = 0.005

  func examine(_ systems: [NodeID]) -> Examination {
    var examination = Examination()
    var parts: [NodeID: [Relation]] = [:]
    for system in systems {
      let authorities = graph.atlas.lines(.relation(.contains), from: system).filter {
        graph.atlas.organisation($0.node)?.kind == .localAuthority
      }
      if authorities.isEmpty { examination.isUnknown(for: graph.code(system)) }
      for line in authorities {
        guard let relation = graph.atlas.relation(line.edge) else { continue }
        parts[line.node, default: []].append(relation)
      }
    }
    for authority in graph.sorted(parts.keys) {
      let lines = (parts[authority] ?? []).toldOnce
      let known = lines.compactMap(\.shareOfObject)
      let sum = known.sorted().reduce(0, +)
      if sum > 1 + Self.tolerance {
        examination.breaks(finding(authority, lines, sum))
      } else if known.count < lines.count {
        examination.isUnknown(for: graph.code(authority))
      } else if sum < 1 - Self.tolerance {
        examination.breaks(finding(authority, lines, sum))
      } else {
        examination.holds()
      }
    }
    return examination
  }

  private func finding(_ authority: NodeID, _ lines: [Relation], _ sum: Double) -> Finding {
    let name = graph.name(authority)
    let ordered = lines.sorted { ($0.subject, $0.id) < ($1.subject, $1.id) }
    let systems = ordered.compactMap { graph.atlas.node($0.subject) }
    let shares = ordered.map { line in
      "\(graph.atlas.shortName(of: line.subject)) \(line.shareOfObject.map(Phrase.percent) ?? "?")"
    }
    let isOver = sum > 1
    let amount = Phrase.percent(abs(1 - sum))
    return graph.finding(
      rule, check, subjects: [authority], involved: systems, witness: ordered.map { Witness($0) },
      why: isOver
        ? "The areas of ICSs overlap in \(name) by \(amount): \(Phrase.list(shares))."
        : "\(amount) of \(name) lies in no ICS: \(Phrase.list(shares)).",
      question: isOver
        ? "Which ICS holds which part of \(name)?"
        : "Which ICS holds the rest of \(name)?",
      resolution:
        "Record how much of \(name) lies in each ICS, so that the shares add to the whole.")
  }
}
