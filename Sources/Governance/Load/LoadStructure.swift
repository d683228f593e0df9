import GraphCore

/// What the load of a trust comes of, in counts that rest on no assumption.
public struct LoadStructure: Hashable, Sendable {
  /// A function and who oversees it.
  public struct Oversight: Hashable, Sendable {
    /// The function.
    public let function: String
    /// The overseers, by code.
    public let overseers: [Code]
  }

  /// The trust.
  public let trust: Code
  /// ICSs in which it has local services, by code.
  public let systems: [Code]
  /// Regions of these, by code.
  public let regions: [Code]
  /// Places that it is known to reach, by code.
  public let places: [Code]
  /// ICSs of which it is not known which places it reaches.
  public let systemsWithUnknownPlaces: Int
  /// Forums of others on which seats of its own are recorded, by code.
  public let forums: [Code]
  /// Its recorded seats on these; a seat without a count is one.
  public let seats: Double
  /// Who oversees it, by function.
  public let oversight: [Oversight]
  /// The effective number of systems, 1/Σp²; `nil` when the shares do not determine it.
  public let effectiveSystems: Double?
  /// The fewest lines of accountability from the trust to the body on top; `nil` if none leads there.
  public let tiers: Int?

  /// Reads the structure off a graph; `nil` if there is no such organisation on the day.
  public init?(of trust: Code, in graph: AccountabilityGraph) {
    guard let node = graph.atlas.node(trust),
      let footprint = try? graph.atlas.footprint(of: trust)
    else { return nil }
    self.trust = trust
    let systemNodes = graph.systems(of: node)
    systems = systemNodes.map(graph.code)
    regions = graph.sorted(
      Set(systemNodes.flatMap { graph.containers(of: $0, kind: .region) })
    ).map(graph.code)
    places = Set(footprint.places.map(\.place)).sorted()
    systemsWithUnknownPlaces = footprint.systemsWithUnknownPlaces.count
    let external = graph.seats(of: node).filter { graph.parent(of: $0.forum) != node }
    forums = graph.sorted(Set(external.map(\.forum))).map(graph.code)
    seats = external.reduce(0) { $0 + ($1.seat.count ?? 1) }
    oversight = graph.overseers(of: node).map {
      Oversight(function: $0.function, overseers: $0.overseers)
    }
    effectiveSystems = footprint.effectiveSystems
    tiers = Self.tiers(from: node, in: graph)
  }

  /// Breadth first over lines of accountability.
  private static func tiers(from start: NodeID, in graph: AccountabilityGraph) -> Int? {
    let top = Set(graph.regime.top.compactMap(graph.atlas.node))
    var seen: Set<NodeID> = [start]
    var frontier = [start]
    var depth = 0
    while !frontier.isEmpty {
      if frontier.contains(where: top.contains) { return depth }
      var next: [NodeID] = []
      for node in frontier {
        for line in graph.atlas.lines(.relation(.accountableTo), from: node)
        where seen.insert(line.node).inserted {
          next.append(line.node)
        }
      }
      frontier = next
      depth += 1
    }
    return nil
  }

  /// The Gini coefficient of some counts: 0 if all are equal, near 1 if one has all; `nil` if there
  /// are none or all are 0.
  ///
  /// G = Σᵢ (2i − n − 1)·xᵢ / (n·Σx) over the counts in rising order, i from 1.
  public static func gini(_ counts: [Double]) -> Double? {
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let size = Double(counts.count)
    let weighted = counts.sorted().enumerated().reduce(0) { sum, entry in
      sum + (2 * Double(entry.offset + 1) - size - 1) * entry.element
    }
    return weighted / (size * total)
  }
}
