import GraphCore

/// The four lines of a delegated service: accountable, commissions, decides, funds.
///
/// They can point to four different bodies.
public struct CommissioningLines: Hashable, Sendable {
  /// A body at the end of one of the lines.
  public struct Holder: Hashable, Sendable {
    /// The organisation, or the forum or arrangement that decides.
    public let body: Code
    /// The records that say so, and standing lines.
    public let records: [RecordReference]
    /// No surer than the surest of them.
    public let confidence: Confidence
  }

  /// The ICS, or the provider.
  public let subject: Code
  /// The service.
  public let service: String
  /// Who stays accountable for its commissioning; empty if not known.
  public let accountable: [Holder]
  /// Who commissions it; empty if not known.
  public let commissions: [Holder]
  /// The forums and joint committees that decide on it; empty if not known.
  public let decides: [Holder]
  /// Who funds it; empty if not known.
  public let funds: [Holder]

  /// All bodies at the ends of the lines, by code.
  public var bodies: [Code] {
    Set((accountable + commissions + decides + funds).map(\.body)).sorted()
  }
}

extension AccountabilityGraph {
  /// The four lines of each service whose commissioning is delegated to an ICS, or to one in which a
  /// provider belongs; by service.
  ///
  /// A provider is asked about a delegated service if it is a specialist trust, or a line or an
  /// arrangement of it names that service or part of it.
  ///
  /// - Returns: none if nothing delegated concerns the body.
  /// - Complexity: O(delegations · depth + lines at the bodies) for each service.
  public func commissioningLines(of code: Code) -> [CommissioningLines] {
    guard let node = atlas.node(code), let organisation = atlas.organisation(node) else {
      return []
    }
    let delegations = DelegationTable(self)
    switch organisation.kind {
    case .ics:
      return delegations.services(to: node).map { service in
        CommissioningGatherer(graph: self, delegations: delegations, service: service)
          .lines(ofSystem: node)
      }
    case .trust, .otherProvider:
      let homes = homes(of: node)
      let services = Set(homes.flatMap(delegations.services(to:))).sorted()
      return services.compactMap { service in
        guard organisation.sectors.contains(.specialist) || provides(node, service) else {
          return nil
        }
        return CommissioningGatherer(graph: self, delegations: delegations, service: service)
          .lines(ofProvider: node, homes: homes)
      }
    default: return []
    }
  }

  /// Whether a line or an arrangement of a provider names a service, or part of it.
  private func provides(_ node: NodeID, _ service: String) -> Bool {
    let lines =
      atlas.lines(.relation(.serves), from: node).map(\.edge)
      + atlas.lines(.relation(.commissions), into: node).map(\.edge)
    let named = lines.compactMap { atlas.relation($0)?.services }
    let arranged = arrangements(of: node).filter { $0.party.role == .provider }
      .compactMap { atlas.arrangement($0.arrangement)?.services }
    return (named + arranged).contains { meets($0, service) }
  }

  /// Whether a list that names services has something in common with one.
  fileprivate func meets(_ services: [String], _ service: String) -> Bool {
    !services.isEmpty && regime.services.common(services, [service]) != nil
  }
}

/// Who delegates the commissioning of which services to whom.
struct DelegationTable {
  private struct Delegation {
    let from: NodeID
    let services: [String]
    let witnesses: [Witness]
  }

  private let graph: AccountabilityGraph
  private var incoming: [NodeID: [Delegation]] = [:]

  init(_ graph: AccountabilityGraph) {
    self.graph = graph
    let commissioning = [RelationKind.commissioningFunction]
    for node in graph.atlas.graph.nodes {
      for line in graph.lines(.delegatesTo, into: node) where !line.services.isEmpty {
        guard graph.regime.functions.common(line.functions, commissioning) != nil else { continue }
        incoming[node, default: []].append(
          Delegation(from: line.subject, services: line.services, witnesses: [line.witness[0]]))
      }
    }
    for node in graph.arrangements([.delegation]) {
      guard let arrangement = graph.atlas.arrangement(node), !arrangement.services.isEmpty else {
        continue
      }
      let participants = graph.participants(of: node)
      for lead in participants where lead.party.role == .lead {
        for member in participants where [.member, .associate].contains(member.party.role) {
          incoming[member.node, default: []].append(
            Delegation(
              from: lead.node, services: arrangement.services,
              witnesses: [
                Witness(arrangement), Witness(.parties, lead.party.id, lead.party.provenance),
                Witness(.parties, member.party.id, member.party.provenance),
              ]))
        }
      }
    }
  }

  /// The services delegated to a body, by word.
  func services(to node: NodeID) -> [String] {
    Set((incoming[node] ?? []).flatMap(\.services)).sorted()
  }

  /// The records by which a service is delegated to a body, each as the records it takes.
  func delegations(of service: String, to node: NodeID) -> [(from: NodeID, witnesses: [Witness])] {
    (incoming[node] ?? []).filter { graph.meets($0.services, service) }
      .map { ($0.from, $0.witnesses) }
  }

  /// The bodies at the root of the delegation of a service, with the records at the root.
  func roots(of service: String, to node: NodeID) -> [(root: NodeID, witnesses: [Witness])] {
    var seen: Set<NodeID> = [node]
    var pending = [node]
    var roots: [(root: NodeID, witnesses: [Witness])] = []
    while let next = pending.popLast() {
      for (from, witnesses) in delegations(of: service, to: next) {
        if delegations(of: service, to: from).isEmpty {
          roots.append((from, witnesses))
        } else if seen.insert(from).inserted {
          pending.append(from)
        }
      }
    }
    return roots
  }
}

/// Gathers the four lines of one service.
private struct CommissioningGatherer {
  let graph: AccountabilityGraph
  let delegations: DelegationTable
  let service: String

  func lines(ofSystem system: NodeID) -> CommissioningLines {
    CommissioningLines(
      subject: graph.code(system), service: service, accountable: accountable([system]),
      commissions: holders(held(by: system)), decides: decides([system]), funds: funds(system))
  }

  func lines(ofProvider provider: NodeID, homes: [NodeID]) -> CommissioningLines {
    var commissioners = homes.flatMap(held(by:))
    for line in graph.lines(.commissions, into: provider) where graph.meets(line.services, service)
    {
      commissioners.append((line.subject, [line.witness[0]]))
    }
    for (node, own) in graph.arrangements(of: provider) where own.role == .provider {
      guard let arrangement = graph.atlas.arrangement(node),
        arrangement.kind == .leadCommissioning || arrangement.kind == .jointCommissioning,
        graph.meets(arrangement.services, service)
      else { continue }
      for lead in graph.participants(of: node) where lead.party.role == .lead {
        commissioners.append(
          (
            lead.node,
            [Witness(arrangement), Witness(.parties, lead.party.id, lead.party.provenance)]
          )
        )
      }
    }
    return CommissioningLines(
      subject: graph.code(provider), service: service, accountable: accountable(homes),
      commissions: holders(commissioners), decides: decides(homes), funds: funds(provider))
  }

  /// Those behind the delegation: it does not move accountability.
  private func accountable(_ systems: [NodeID]) -> [CommissioningLines.Holder] {
    holders(
      systems.flatMap { delegations.roots(of: service, to: $0).map { ($0.root, $0.witnesses) } })
  }

  private func held(by system: NodeID) -> [(NodeID, [Witness])] {
    delegations.delegations(of: service, to: system).map { (system, $0.witnesses) }
  }

  private func decides(_ systems: [NodeID]) -> [CommissioningLines.Holder] {
    var found: [(NodeID, [Witness])] = []
    for system in systems {
      var parents = [system]
      for (node, party) in graph.arrangements(of: system) where party.role != .system {
        guard let arrangement = graph.atlas.arrangement(node) else { continue }
        parents.append(node)
        if arrangement.kind == .jointCommittee, graph.meets(arrangement.services, service) {
          found.append(
            (node, [Witness(arrangement), Witness(.parties, party.id, party.provenance)]))
        }
      }
      for forum in parents.flatMap({ graph.forums(of: $0) }) {
        guard let record = graph.atlas.forum(forum), record.decisionMaking == true,
          graph.meets(record.services, service)
        else { continue }
        found.append((forum, [Witness(record)]))
      }
    }
    return holders(found)
  }

  private func funds(_ node: NodeID) -> [CommissioningLines.Holder] {
    holders(
      graph.lines(.funds, into: node)
        .filter { $0.services.isEmpty || graph.meets($0.services, service) }
        .map { ($0.subject, [$0.witness[0]]) })
  }

  /// One holder a body; each of several grounds is as sure as its weakest record.
  private func holders(_ found: [(NodeID, [Witness])]) -> [CommissioningLines.Holder] {
    let grouped = Dictionary(grouping: found) { $0.0 }
    return graph.sorted(grouped.keys).map { node in
      let grounds = (grouped[node] ?? []).map(\.1)
      return CommissioningLines.Holder(
        body: graph.code(node), records: Set(grounds.joined().map(\.record)).sorted(),
        confidence: grounds.compactMap { $0.map(\.confidence).min() }.max() ?? .assumed)
    }
  }
}
