import GraphCore

/// For whom each person sits: the organisations of all seats that name the same holder.
struct HolderIndex {
  private let forums: [String: [NodeID]]
  private let organisations: [String: [NodeID]]
  private let graph: AccountabilityGraph

  /// Gathers the seats of each holder that are more than attendance.
  ///
  /// - Complexity: O(seats · log seats).
  init(_ graph: AccountabilityGraph, seats: SeatIndex) {
    var forums: [String: Set<NodeID>] = [:]
    var organisations: [String: Set<NodeID>] = [:]
    for forum in graph.forums() {
      for seat in seats.members(of: forum) {
        guard let holder = seat.holder else { continue }
        forums[holder, default: []].insert(forum)
        if let organisation = seat.organisation.flatMap(graph.atlas.node) {
          organisations[holder, default: []].insert(organisation)
        }
      }
    }
    self.graph = graph
    self.forums = forums.mapValues(graph.sorted)
    self.organisations = organisations.mapValues(graph.sorted)
  }

  /// The organisation of a seat first, then the others for which its holder sits, by code.
  func organisations(of seat: Seat) -> [NodeID] {
    let own = seat.organisation.flatMap(graph.atlas.node)
    let others = seat.holder.flatMap { organisations[$0] } ?? []
    return (own.map { [$0] } ?? []) + others.filter { $0 != own }
  }

  /// The forums on which a person has a seat that is more than attendance, by code.
  func forums(of holder: String) -> [NodeID] { forums[holder] ?? [] }
}
