import GraphCore

/// The forums that meet for each body.
///
/// A forum meets for the body that is its parent; a forum of a partnership (an organisation of kind
/// `icp`) also for the ICSs that contain the partnership; a forum of an arrangement for whoever takes
/// part in the arrangement. The board of a cluster is so a board of each of its members.
public struct BodyForums: Sendable {
  /// The forums of the kinds, by code.
  public let all: [NodeID]
  private let forums: [NodeID: [NodeID]]

  /// Finds for whom forums meet.
  ///
  /// - Parameters:
  ///   - graph: the graph.
  ///   - kinds: the kinds of forum; every kind if none is named.
  /// - Complexity: O(forums · log forums + parties).
  public init(_ graph: AccountabilityGraph, kinds: [String] = []) {
    all = graph.forums(kinds)
    var forums: [NodeID: [NodeID]] = [:]
    for forum in all {
      for body in Self.bodies(of: forum, in: graph) { forums[body, default: []].append(forum) }
    }
    self.forums = forums
  }

  /// The forums that meet for a body, by code.
  public func forums(for body: NodeID) -> [NodeID] { forums[body] ?? [] }

  /// The bodies for which a forum meets, by code: its parent first.
  public static func bodies(of forum: NodeID, in graph: AccountabilityGraph) -> [NodeID] {
    guard let parent = graph.parent(of: forum) else { return [] }
    var others: Set<NodeID> = []
    if graph.atlas.organisation(parent)?.kind == .icp {
      others.formUnion(graph.containers(of: parent, kind: .ics))
    } else if graph.atlas.arrangement(parent) != nil {
      others.formUnion(graph.takingPart(in: parent).map(\.node))
    }
    return [parent] + graph.sorted(others.subtracting([parent]))
  }
}

extension PartyRole {
  /// Whether a party in this role takes part itself: `system` says where an arrangement works, and
  /// `sponsor` who has agreed objectives with it.
  public var takesPart: Bool { self != .system && self != .sponsor }
}

extension AccountabilityGraph {
  /// Who takes part in an arrangement itself, by code, then by party.
  public func takingPart(in arrangement: NodeID) -> [Participant] {
    participants(of: arrangement).filter(\.party.role.takesPart)
  }
}
