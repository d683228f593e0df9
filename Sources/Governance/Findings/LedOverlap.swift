import GraphCore

/// Oversight that overlaps, though no law means it to, and has a lead, so that nothing is asked about
/// it.
public struct LedOverlap: Hashable, Sendable {
  /// Who is overseen.
  public let body: Code
  /// Who leads.
  public let lead: Code
  /// Who oversees the same without leading, by code.
  public let others: [Code]
  /// What they have in common: functions; empty for all.
  public let functions: [String]
  /// The services; empty for all.
  public let services: [String]
  /// The areas; empty for everywhere.
  public let areas: [Code]
}

extension AccountabilityGraph {
  /// Oversight that overlaps and has a lead, of every organisation that is to have one overseer of
  /// each function, by the code of the organisation, then of the lead.
  ///
  /// - Complexity: O(l² · overlap) in the lines of oversight of each organisation.
  public func ledOverlaps() -> [LedOverlap] {
    let asked = regime.expectations.filter { $0.checks.contains(.oneOverseer) }
    let bodies = Set(asked.compactMap(\.subjects).flatMap(organisations))
    return sorted(bodies).flatMap(ledOverlaps)
  }

  /// Oversight of one organisation that overlaps and has a lead, by the code of the lead.
  public func ledOverlaps(of body: NodeID) -> [LedOverlap] {
    let lines = lines(.oversees, into: body)
    var shared: [LedGround: [NodeID: Set<String>]] = [:]
    for lead in lines where lead.strength == .lead {
      for other in lines
      where other.strength != .lead && !other.byDesign && other.subject != lead.subject {
        guard let overlap = overlap(lead, other) else { continue }
        let ground = LedGround(
          lead: lead.subject, services: overlap.services, areas: overlap.areas,
          isWhole: overlap.functions.isEmpty)
        shared[ground, default: [:]][other.subject, default: []].formUnion(overlap.functions)
      }
    }
    return shared.flatMap { ground, others in
      Dictionary(grouping: others.keys) { regime.functions.broadest(Array(others[$0] ?? [])) }
        .map { functions, bodies in
          LedOverlap(
            body: code(body), lead: code(ground.lead), others: sorted(bodies).map(code),
            functions: functions, services: ground.services, areas: ground.areas)
        }
    }
    .sorted { $0.order.lexicographicallyPrecedes($1.order) }
  }

  private struct LedGround: Hashable {
    let lead: NodeID
    let services: [String]
    let areas: [Code]
    let isWhole: Bool
  }
}

extension LedOverlap {
  /// What puts overlaps of one body in order.
  fileprivate var order: [String] {
    [lead.text] + functions + [""] + services + [""] + areas.map(\.text) + [""]
      + others.map(\.text)
  }
}
