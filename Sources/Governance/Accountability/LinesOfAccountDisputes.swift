import GraphCore

/// Where the disputes of a body can be taken, and who is not independent of them.
public struct DisputeRoutes: Hashable, Sendable {
  /// Why an arbiter is not independent of a dispute.
  public enum Tie: Hashable, Sendable {
    /// It is itself the other party: it acts on the body by lines of these kinds.
    case actsOnBody([RelationKind])
    /// The other party answers to it, through so many others.
    case partyAnswers(party: Code, through: [Code])
    /// It answers to the other party, through so many others.
    case answersToParty(party: Code, through: [Code])
  }

  /// A body to which disputes can be taken.
  public struct Route: Hashable, Sendable {
    /// The arbiter.
    public let arbiter: Code
    /// Those to whom it is taken before, from the nearest; empty if straight to the arbiter.
    public let through: [Code]
    /// The last line on the way.
    public let line: LineOfAccount
    /// Why the arbiter is not independent; empty if nothing recorded says so.
    public let ties: [Tie]
  }

  /// With whom the body may be in dispute: those who oversee, commission or fund it, may intervene,
  /// delegate to it or lead an arrangement under which it provides; by code.
  public let parties: [Code]
  /// The routes, nearest first.
  public let routes: [Route]
  /// Whether the routes are stated to be all there are.
  public let isWhole: Bool

  /// Routes with no known tie.
  public var independent: [Route] { routes.filter(\.ties.isEmpty) }
}

extension DisputeRoutes {
  /// Kinds of line that make one body the other party of a dispute.
  private static let power: [RelationKind] = [
    .oversees, .intervenes, .commissions, .funds, .delegatesTo,
  ]

  init(of node: NodeID, answering up: [LineOfAccount], in graph: AccountabilityGraph) {
    var acting: [Code: [RelationKind]] = [:]
    for kind in Self.power {
      for line in up where line.kind == kind {
        if acting[line.other]?.last != kind { acting[line.other, default: []].append(kind) }
      }
    }
    let leads = graph.leadsOver(node)
    let parties = Set(acting.keys).union(leads).subtracting([graph.code(node)]).sorted()
    self.parties = parties
    isWhole = graph.statesWhole(.escalation, about: graph.code(node)) != nil
    let reached = graph.atlas.graph.reachable(
      from: CollectionOfOne(node), kinds: [LineKind.relation(.escalatesTo).edgeKind])
    routes = reached.order.dropFirst().compactMap { arbiter in
      guard let path = graph.path(.escalatesTo, from: node, to: arbiter),
        let line = graph.linesOfAccount(
          .escalatesTo, at: path.nodes[path.length - 1], along: .outgoing
        ).first(where: { $0.other == graph.code(arbiter) })
      else { return nil }
      let code = graph.code(arbiter)
      var ties: [Tie] = acting[code].map { [.actsOnBody($0)] } ?? []
      if acting[code] == nil, leads.contains(code) { ties = [.actsOnBody([.commissions])] }
      for party in parties where party != code {
        guard let other = graph.atlas.node(party) else { continue }
        if let path = graph.path(.accountableTo, from: other, to: arbiter) {
          ties.append(.partyAnswers(party: party, through: graph.between(path)))
        }
        if let path = graph.path(.accountableTo, from: arbiter, to: other) {
          ties.append(.answersToParty(party: party, through: graph.between(path)))
        }
      }
      return Route(arbiter: code, through: graph.between(path), line: line, ties: ties)
    }
  }
}

extension AccountabilityGraph {
  fileprivate func path(_ kind: RelationKind, from start: NodeID, to end: NodeID) -> Path? {
    atlas.graph.shortestPath(from: start, to: end, kinds: [LineKind.relation(kind).edgeKind])
  }

  fileprivate func between(_ path: Path) -> [Code] {
    path.nodes.dropFirst().dropLast().map(code)
  }

  /// The leads of arrangements of commissioning under which a body provides.
  fileprivate func leadsOver(_ node: NodeID) -> Set<Code> {
    var leads: Set<Code> = []
    for (arrangement, party) in arrangements(of: node) where party.role == .provider {
      guard let kind = atlas.arrangement(arrangement)?.kind,
        kind == .leadCommissioning || kind == .jointCommissioning
      else { continue }
      leads.formUnion(
        participants(of: arrangement).filter { $0.party.role == .lead }.map(\.party.organisation))
    }
    return leads
  }
}
