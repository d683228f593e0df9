import GraphCore

/// Who is heard on forums: for whom their chairs and members speak.
///
/// A seat speaks for the organisation or arrangement whose it is, for those that its `represents`
/// names, for whoever takes part in the arrangement whose it is, and for those to whom its
/// organisation has a `represents` line. Attendance alone is not a voice.
public struct Representation: Sendable {
  private let voices: [NodeID: [NodeID: [Witness]]]
  private let closing: [NodeID: [Witness]]

  /// Finds who is heard on forums.
  ///
  /// - Complexity: O(seats + parties) of these forums.
  public init(_ graph: AccountabilityGraph, on forums: [NodeID], seats: SeatIndex) {
    var voices: [NodeID: [NodeID: [Witness]]] = [:]
    var closing: [NodeID: [Witness]] = [:]
    for forum in forums {
      var heard: [NodeID: [Witness]] = [:]
      for seat in seats.members(of: forum) {
        for (node, witness) in Self.voices(of: seat, in: graph) where heard[node] == nil {
          heard[node] = witness
        }
      }
      voices[forum] = heard
      closing[forum] = Self.closing(of: forum, in: graph, seats: seats)
    }
    self.voices = voices
    self.closing = closing
  }

  /// The records by which a body is heard on a forum; `nil` if none shows that it is.
  public func voice(of body: NodeID, on forum: NodeID) -> [Witness]? { voices[forum]?[body] }

  /// Everyone who is heard on a forum, in no order, with the records that show it.
  public func heard(on forum: NodeID) -> [NodeID: [Witness]] { voices[forum] ?? [:] }

  /// The records by which everyone who is heard on a forum is known; `nil` if somebody else may be.
  ///
  /// Everyone is known if all seats are known, each chair and member says whose seat it is, and the
  /// parties of each arrangement that has such a seat are stated to be whole.
  public func isClosed(_ forum: NodeID) -> [Witness]? { closing[forum] }

  private static func voices(
    of seat: Seat, in graph: AccountabilityGraph
  ) -> [(NodeID, [Witness])] {
    let own = Witness(seat)
    var voices: [(NodeID, [Witness])] = []
    if let organisation = seat.organisation.flatMap(graph.atlas.node) {
      voices.append((organisation, [own]))
      for line in graph.lines(.represents, from: organisation).sorted(by: {
        $0.witness[0].record < $1.witness[0].record
      }) {
        voices.append((line.object, [own] + line.witness))
      }
    }
    if let arrangement = seat.arrangement.flatMap(graph.atlas.node) {
      voices.append((arrangement, [own]))
      for participant in graph.takingPart(in: arrangement) {
        voices.append((participant.node, [own, Witness(participant.party)]))
      }
    }
    return voices + seat.represents.compactMap(graph.atlas.node).map { ($0, [own]) }
  }

  private static func closing(
    of forum: NodeID, in graph: AccountabilityGraph, seats: SeatIndex
  ) -> [Witness]? {
    guard let whole = seats.wholeness(of: forum, in: graph) else { return nil }
    var witness = [whole]
    for seat in seats.members(of: forum) {
      guard seat.hasOwner else { return nil }
      guard let arrangement = seat.arrangement else { continue }
      guard let statement = graph.statesWhole(.parties, about: arrangement) else { return nil }
      witness.append(statement)
    }
    return witness
  }
}

/// Who is heard at the forums of an ICS.
struct SystemVoices {
  let graph: AccountabilityGraph
  let forums: BodyForums
  let seats: SeatIndex
  let representation: Representation

  /// Looks at forums of some kinds.
  init(_ graph: AccountabilityGraph, kinds: [String]) {
    self.graph = graph
    forums = BodyForums(graph, kinds: kinds)
    seats = SeatIndex(graph)
    representation = Representation(graph, on: forums.all, seats: seats)
  }

  /// The records by which a body is heard at an ICS; `nil` if none shows that it is.
  func voice(of body: NodeID, at system: NodeID) -> [Witness]? {
    for forum in forums.forums(for: system) {
      if let voice = representation.voice(of: body, on: forum) { return voice }
    }
    return nil
  }

  /// The records by which everyone who is heard at an ICS is known: its forums are stated to be
  /// whole, and each of these is closed; `nil` if somebody else may be heard.
  func isClosed(_ system: NodeID) -> [Witness]? {
    guard let statement = graph.statesWhole(.forums, about: graph.code(system)) else { return nil }
    var witness = [statement]
    for forum in forums.forums(for: system) {
      guard let closing = representation.isClosed(forum) else { return nil }
      if let record = graph.atlas.forum(forum) { witness.append(Witness(record)) }
      witness += closing
    }
    return witness
  }
}
