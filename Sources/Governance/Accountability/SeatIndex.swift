import GraphCore

/// The seats of a day by forum, also those of which it is not known whose they are.
///
/// An atlas has an edge for a seat only where it is known whose it is; questions about posts, and
/// about what is absent, need all of them.
public struct SeatIndex: Sendable {
  private let seating: Seating

  /// The seats in force on forums in force.
  ///
  /// - Complexity: O(1); the graph holds them.
  public init(_ graph: AccountabilityGraph) { seating = graph.seating }

  /// All seats on a forum, by id.
  public func seats(on forum: NodeID) -> [Seat] { seating.all[forum] ?? [] }

  /// The seats on a forum that are more than attendance, by id.
  public func members(of forum: NodeID) -> [Seat] { seating.members[forum] ?? [] }

  /// What makes all seats of a forum known: the statement that they are whole, or the forum itself
  /// where the counts of its chairs and members, a blank one being 1, add up to its `members`;
  /// `nil` if nothing does.
  public func wholeness(of forum: NodeID, in graph: AccountabilityGraph) -> Witness? {
    if let statement = graph.statesWhole(.seats, about: graph.code(forum)) { return statement }
    guard addsUp(forum, in: graph) else { return nil }
    return graph.atlas.forum(forum).map { Witness($0) }
  }

  /// Whether the counts of the chairs and members of a forum, of which there is one at least, add up
  /// to its `members`, a blank one being 1: then a blank one is known to be 1.
  public func addsUp(_ forum: NodeID, in graph: AccountabilityGraph) -> Bool {
    guard let number = graph.atlas.forum(forum)?.members else { return false }
    let members = members(of: forum)
    return !members.isEmpty && members.reduce(0) { $0 + ($1.count ?? 1) } == number
  }
}

extension Seat {
  /// Whether it is recorded whose seat it is.
  public var hasOwner: Bool { organisation != nil || arrangement != nil }
}

/// The seats of a day by forum, each list by id.
struct Seating: Sendable {
  /// All of them.
  let all: [NodeID: [Seat]]
  /// Those that are more than attendance.
  let members: [NodeID: [Seat]]

  /// Gathers the seats in force on forums in force.
  ///
  /// - Complexity: O(seats · log seats).
  init(_ atlas: Atlas) {
    var seats: [NodeID: [Seat]] = [:]
    for seat in atlas.register.seats where seat.provenance.period.contains(atlas.date) {
      guard let forum = atlas.node(seat.forum) else { continue }
      seats[forum, default: []].append(seat)
    }
    all = seats.mapValues { seats in
      seats.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    }
    members = all.mapValues { seats in seats.filter { $0.role != .attendee } }
  }
}
