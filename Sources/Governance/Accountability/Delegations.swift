import GraphCore

/// Who delegates to whom on the day.
///
/// A relation `delegatesTo` leads from who delegates to who receives. In an arrangement of the kind
/// `delegation` each lead delegates to each other party that is a member, for the functions, services
/// and areas of the arrangement. A line without functions, services or areas is not limited in them.
public struct Delegations: Sendable {
  /// A delegation of which only candidates for the recipient are known.
  struct Undecided {
    let delegator: NodeID
    let candidates: [NodeID]
  }

  /// The lines, by the codes of who delegates and who receives, then by record.
  public let lines: [AccountabilityLine]
  /// Arrangements of delegation of which no lead or nobody else is recorded, by code.
  public let partial: [NodeID]
  let undecided: [Undecided]
  private let outgoing: [NodeID: [Int]]
  private let incoming: [NodeID: [Int]]

  /// Gathers the delegations of a graph.
  ///
  /// - Complexity: O(nodes + n log n) for n lines.
  public init(_ graph: AccountabilityGraph) {
    var lines = graph.atlas.graph.nodes.flatMap { graph.lines(.delegatesTo, from: $0) }
    var partial: [NodeID] = []
    for arrangement in graph.arrangements([.delegation]) {
      let drawn = Self.lines(of: arrangement, in: graph)
      if drawn.isEmpty { partial.append(arrangement) }
      lines += drawn
    }
    let keys = lines.map {
      (graph.code($0.subject), graph.code($0.object), $0.witness[0].record)
    }
    let sorted = lines.indices.sorted { keys[$0] < keys[$1] }.map { lines[$0] }
    self.lines = sorted
    self.partial = partial
    outgoing = Dictionary(grouping: sorted.indices, by: { sorted[$0].subject })
    incoming = Dictionary(grouping: sorted.indices, by: { sorted[$0].object })
    undecided = Self.undecided(in: graph)
  }

  /// Whether nothing is recorded of who delegates to whom.
  var isEmpty: Bool { lines.isEmpty && partial.isEmpty && undecided.isEmpty }

  /// The bodies that delegate, by code.
  var delegators: [NodeID] {
    var seen: Set<NodeID> = []
    return lines.map(\.subject).filter { seen.insert($0).inserted }
  }

  /// The lines by which a body delegates.
  func lines(from node: NodeID) -> [AccountabilityLine] { (outgoing[node] ?? []).map { lines[$0] } }

  /// The lines by which a body receives.
  func lines(into node: NodeID) -> [AccountabilityLine] { (incoming[node] ?? []).map { lines[$0] } }

  private static func lines(
    of arrangement: NodeID, in graph: AccountabilityGraph
  ) -> [AccountabilityLine] {
    guard let record = graph.atlas.arrangement(arrangement) else { return [] }
    let participants = graph.participants(of: arrangement)
    let members = participants.filter { $0.party.role == .member }
    return participants.filter { $0.party.role == .lead }.flatMap { lead in
      members.filter { $0.node != lead.node }.map { member in
        AccountabilityLine(
          subject: lead.node, object: member.node, kind: .delegatesTo, functions: record.functions,
          services: record.services, areas: record.areas, basis: record.basis, strength: nil,
          byDesign: record.basis == .statute || record.basis == .regulation, rule: nil,
          witness: [Witness(record), Witness(lead.party), Witness(member.party)])
      }
    }
  }

  private static func undecided(in graph: AccountabilityGraph) -> [Undecided] {
    graph.atlas.unresolvedRelations.keys.sorted().flatMap { code -> [Undecided] in
      guard let delegator = graph.atlas.node(code) else { return [] }
      return (graph.atlas.unresolvedRelations[code] ?? []).compactMap { index in
        let relation = graph.atlas.register.relations[index]
        guard relation.kind == .delegatesTo else { return nil }
        return Undecided(
          delegator: delegator, candidates: relation.objectAmong.compactMap(graph.atlas.node))
      }
    }
  }
}
