import GraphCore

/// F11: a provider works in more than one region.
///
/// **Definition.** The regions of the ICSs in which it has local services are at least two.
///
/// **Algorithm.** Closure over containment: provider → ICS → region. An ICS of which only the
/// candidates are known counts if all of them lie in regions not reached otherwise. Where one region
/// is reached and an ICS or its region is not known, the answer is not known.
///
/// **Complexity.** O(lines of the provider · log).
///
/// **Source.** The rule cites what is expected of providers on a regional footprint. Example: an
/// ambulance trust with five ICSs in one region and one in the next.
public struct RegionStraddle: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.regionStraddle

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    guard let subjects = rule.subjects else { return examination }
    for provider in graph.organisations(subjects) {
      let spread = Spread(of: provider, in: graph)
      if spread.regions.count + (spread.reachesElsewhere ? 1 : 0) > 1 {
        examination.breaks(finding(rule, check, provider, spread, in: graph))
      } else if spread.regions.count == 1, spread.isWhole {
        examination.holds()
      } else {
        examination.isUnknown(for: graph.code(provider))
      }
    }
    return examination
  }

  private func finding(
    _ rule: Expectation, _ check: ExpectationCheck, _ provider: NodeID, _ spread: Spread,
    in graph: AccountabilityGraph
  ) -> Finding {
    let name = graph.name(provider)
    let regions = graph.sorted(spread.regions)
    let home = graph.homes(of: provider).first.flatMap {
      graph.containers(of: $0, kind: .region).first
    }
    let lead = home.map { "; its home is in \(graph.name($0))" } ?? "; it has no home region"
    return graph.finding(
      rule, check, subjects: [provider], involved: regions, witness: spread.witness,
      why: "\(name) works in \(Phrase.list(regions.map(graph.name)))"
        + (spread.reachesElsewhere ? " and in at least one region more" : "") + lead + ".",
      question: "Which region leads for \(name), and how do the others take part?",
      resolution: "Record which region leads, as a line of strength lead from it.")
  }

  /// The regions that a provider reaches, and what is not known of them.
  private struct Spread {
    var regions: Set<NodeID> = []
    var reachesElsewhere = false
    var isWhole = true
    var witness: [Witness] = []

    init(of provider: NodeID, in graph: AccountabilityGraph) {
      for reach in graph.reaches(of: provider) {
        let containing = Self.regions(of: reach.system, in: graph)
        if containing.isEmpty { isWhole = false }
        for (region, relation) in containing {
          if regions.insert(region).inserted {
            witness += [Witness(reach.relation), Witness(relation)]
          }
        }
      }
      for index in graph.atlas.unresolvedRelations[graph.code(provider)] ?? [] {
        let relation = graph.atlas.register.relations[index]
        guard relation.kind == .serves, relation.role != .specialisedOnly else { continue }
        let candidates = relation.objectAmong.compactMap(graph.atlas.node).map {
          Self.regions(of: $0, in: graph).map(\.0)
        }
        if !candidates.isEmpty,
          candidates.allSatisfy({ !$0.isEmpty && regions.isDisjoint(with: $0) })
        {
          reachesElsewhere = true
          witness.append(Witness(relation))
        } else if !candidates.allSatisfy({ !$0.isEmpty && regions.isSuperset(of: $0) }) {
          isWhole = false
        }
      }
    }

    private static func regions(
      of system: NodeID, in graph: AccountabilityGraph
    ) -> [(NodeID, Relation)] {
      graph.atlas.lines(.relation(.contains), into: system).compactMap { line in
        guard graph.atlas.organisation(line.node)?.kind == .region,
          let relation = graph.atlas.relation(line.edge)
        else { return nil }
        return (line.node, relation)
      }
    }
  }
}
