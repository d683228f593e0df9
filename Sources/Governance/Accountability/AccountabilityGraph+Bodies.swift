import GraphCore

/// An organisation that takes part in an arrangement.
public struct Participant: Hashable, Sendable {
  /// The organisation.
  public let node: NodeID
  /// Its part.
  public let party: Party
}

/// A seat on a forum and whose it is.
public struct Sitting: Hashable, Sendable {
  /// The organisation or arrangement whose seat it is.
  public let node: NodeID
  /// The seat.
  public let seat: Seat
}

/// An ICS in which a provider works.
public struct Reach: Hashable, Sendable {
  /// The ICS.
  public let system: NodeID
  /// The line.
  public let relation: Relation
}

extension AccountabilityGraph {
  /// Who takes part in an arrangement, by code, then by party.
  public func participants(of arrangement: NodeID) -> [Participant] {
    atlas.lines(.party, into: arrangement)
      .compactMap { line in
        atlas.party(line.edge).map { Participant(node: line.node, party: $0) }
      }
      .sorted {
        ($0.party.organisation, $0.party.id) < ($1.party.organisation, $1.party.id)
      }
  }

  /// The arrangements in which an organisation takes part, in the order of the atlas.
  public func arrangements(of organisation: NodeID) -> [(arrangement: NodeID, party: Party)] {
    atlas.lines(.party, from: organisation).compactMap { line in
      atlas.party(line.edge).map { (line.node, $0) }
    }
  }

  /// The seats on a forum, in the order of their ids.
  public func sittings(on forum: NodeID) -> [Sitting] {
    atlas.lines(.seat, into: forum)
      .compactMap { line in
        atlas.seat(line.edge).map { Sitting(node: line.node, seat: $0) }
      }
      .sorted { $0.seat.id.utf8.lexicographicallyPrecedes($1.seat.id.utf8) }
  }

  /// The seats that an organisation or arrangement has, in the order of the atlas.
  public func seats(of node: NodeID) -> [(forum: NodeID, seat: Seat)] {
    atlas.lines(.seat, from: node).compactMap { line in
      atlas.seat(line.edge).map { (line.node, $0) }
    }
  }

  /// Forums of an organisation or arrangement, by code; of every kind if none is named.
  public func forums(of node: NodeID, kinds: [String] = []) -> [NodeID] {
    sorted(
      atlas.lines(.forumOf, into: node).map(\.node).filter { forum in
        atlas.forum(forum).map { kinds.isEmpty || kinds.contains($0.kind) } ?? false
      })
  }

  /// The organisation or arrangement whose forum it is; `nil` if none is recorded.
  public func parent(of forum: NodeID) -> NodeID? {
    atlas.lines(.forumOf, from: forum).first?.node
  }

  /// Whether all seats of a forum are known: it is stated, or the seats add up to its members.
  ///
  /// A seat without a count is one seat.
  public func knowsAllSeats(of forum: NodeID) -> Bool {
    if statesWhole(.seats, about: code(forum)) != nil { return true }
    guard let members = atlas.forum(forum)?.members else { return false }
    let seats = sittings(on: forum).filter { $0.seat.role != .attendee }
    return !seats.isEmpty && seats.reduce(0) { $0 + ($1.seat.count ?? 1) } == members
  }

  /// The ICSs in which a provider has local services, home first, then by code; once for each line.
  public func reaches(of provider: NodeID) -> [Reach] {
    atlas.lines(.relation(.serves), from: provider)
      .compactMap { line in
        atlas.relation(line.edge).map { Reach(system: line.node, relation: $0) }
      }
      .filter { $0.relation.role == .home || $0.relation.role == .serves }
      .sorted { left, right in
        let first = left.relation.role == .home
        if first != (right.relation.role == .home) { return first }
        let (one, other) = (code(left.system), code(right.system))
        return one == other
          ? left.relation.id.utf8.lexicographicallyPrecedes(right.relation.id.utf8) : one < other
      }
  }

  /// The ICSs in which a provider has local services, each once, by code.
  public func systems(of provider: NodeID) -> [NodeID] {
    sorted(Set(reaches(of: provider).map(\.system)))
  }

  /// The home ICSs of a provider, by code: one, unless the records contradict each other.
  public func homes(of provider: NodeID) -> [NodeID] {
    sorted(Set(reaches(of: provider).filter { $0.relation.role == .home }.map(\.system)))
  }

  /// What contains a body, by code.
  public func containers(of node: NodeID, kind: OrganisationKind) -> [NodeID] {
    sorted(
      Set(
        atlas.lines(.relation(.contains), into: node).map(\.node).filter {
          atlas.organisation($0)?.kind == kind
        }))
  }

  /// What a body contains, by code.
  public func members(of node: NodeID, kind: OrganisationKind) -> [NodeID] {
    sorted(
      Set(
        atlas.lines(.relation(.contains), from: node).map(\.node).filter {
          atlas.organisation($0)?.kind == kind
        }))
  }
}
