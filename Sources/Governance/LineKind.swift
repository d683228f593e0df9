import GraphCore

/// The kind of an edge of an atlas: every kind of relation, and the edges that arrangements, forums
/// and seats give rise to.
public enum LineKind: Hashable, Sendable {
  /// Subject to object of a relation.
  case relation(RelationKind)
  /// Organisation to arrangement: a party.
  case party
  /// Organisation or arrangement to forum: a seat.
  case seat
  /// Forum to the organisation or arrangement whose forum it is.
  case forumOf
  /// Forum to the forum it reports to.
  case reportsTo

  /// The kind under which the graph files the edge.
  var edgeKind: EdgeKind {
    let relations = RelationKind.allCases.count
    let number =
      switch self {
      case .relation(let kind): RelationKind.allCases.firstIndex(of: kind)!
      case .party: relations
      case .seat: relations + 1
      case .forumOf: relations + 2
      case .reportsTo: relations + 3
      }
    return EdgeKind(UInt8(number))
  }
}
