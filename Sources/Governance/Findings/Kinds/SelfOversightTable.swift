import GraphCore

/// Who votes where, and who judges whom: what F6 walks over.
struct SelfOversightTable {
  /// A body that judges another, and by what.
  struct Judge {
    let body: NodeID
    let functions: [String]
    let services: [String]
    let byDesign: Bool
    let witness: [Witness]
  }

  /// A seat from which lines of reporting lead to a judge.
  struct Walk {
    let seat: Seat
    /// By what other seat its holder is of the body; `nil` if the seat is the body's own.
    let tie: Seat?
    /// The forum of the seat first, the one of the judge last.
    let chain: [NodeID]
    let judge: Judge
  }

  let graph: AccountabilityGraph
  let steps: Int
  private let seats: SeatIndex
  private let forums: BodyForums
  private let bodies: [NodeID: Set<NodeID>]
  private let parents: [NodeID: NodeID]
  private let reporting: [NodeID: NodeID]
  /// Forums on which all seats are known, and of which each that may vote has an owner or a holder.
  private let known: Set<NodeID>
  /// The posts on each forum of the bodies for which it meets.
  private let hostPosts: [NodeID: Set<String>]
  private let own: [NodeID: [(forum: NodeID, seat: Seat, tie: Seat?)]]

  /// Gathers the seats of each body.
  ///
  /// - Complexity: O(seats · log seats + parties).
  init(_ graph: AccountabilityGraph, steps: Int) {
    self.graph = graph
    self.steps = steps
    let seats = SeatIndex(graph)
    self.seats = seats
    forums = BodyForums(graph)
    var bodies: [NodeID: Set<NodeID>] = [:]
    var parents: [NodeID: NodeID] = [:]
    var reporting: [NodeID: NodeID] = [:]
    for forum in forums.all {
      bodies[forum] = Set(BodyForums.bodies(of: forum, in: graph))
      parents[forum] = graph.parent(of: forum)
      reporting[forum] = graph.atlas.lines(.reportsTo, from: forum).first?.node
    }
    self.bodies = bodies
    self.parents = parents
    self.reporting = reporting
    known = Set(
      forums.all.filter { forum in
        seats.wholeness(of: forum, in: graph) != nil
          && seats.members(of: forum).allSatisfy {
            $0.hasOwner || $0.holder != nil || $0.voting == false
          }
      })
    hostPosts = Dictionary(
      uniqueKeysWithValues: forums.all.map { forum in
        let hosts = bodies[forum] ?? []
        let posts = seats.members(of: forum).compactMap { seat in
          seat.organisation.flatMap(graph.atlas.node).flatMap {
            hosts.contains($0) ? seat.post : nil
          }
        }
        return (forum, Set(posts))
      })
    own = Self.seats(graph, forums.all, seats)
  }

  /// The seats of each organisation, also by other seats of their holders, in the order of forums.
  private static func seats(
    _ graph: AccountabilityGraph, _ forums: [NodeID], _ seats: SeatIndex
  ) -> [NodeID: [(forum: NodeID, seat: Seat, tie: Seat?)]] {
    var ties: [String: [NodeID: Seat]] = [:]
    for forum in forums {
      for seat in seats.members(of: forum) {
        guard let holder = seat.holder, let body = seat.organisation.flatMap(graph.atlas.node),
          ties[holder]?[body] == nil
        else { continue }
        ties[holder, default: [:]][body] = seat
      }
    }
    var own: [NodeID: [(forum: NodeID, seat: Seat, tie: Seat?)]] = [:]
    for forum in forums {
      for seat in seats.members(of: forum) {
        let body = seat.organisation.flatMap(graph.atlas.node)
        if let body { own[body, default: []].append((forum, seat, nil)) }
        for (other, tie) in seat.holder.flatMap({ ties[$0] }) ?? [:] where other != body {
          own[other, default: []].append((forum, seat, tie))
        }
      }
    }
    return own
  }

  /// Who judges a body, in the order of the records that show it.
  func judges(of subject: NodeID, _ check: ExpectationCheck) -> [Judge] {
    unsortedJudges(of: subject, check).sorted { $0.witness[0].record < $1.witness[0].record }
  }

  private func unsortedJudges(of subject: NodeID, _ check: ExpectationCheck) -> [Judge] {
    let kind: RelationKind = check == .noSelfOversight ? .oversees : .commissions
    var judges = graph.lines(kind, into: subject).filter { $0.subject != subject }.map { line in
      Judge(
        body: line.subject, functions: line.functions, services: line.services,
        byDesign: line.byDesign, witness: line.witness)
    }
    guard check == .noSelfCommissioning else { return judges }
    for (node, party) in graph.arrangements(of: subject) where party.role == .provider {
      guard let arrangement = graph.atlas.arrangement(node), arrangement.kind == .leadCommissioning
      else { continue }
      for lead in graph.participants(of: node) where lead.party.role == .lead {
        guard lead.node != subject else { continue }
        judges.append(
          Judge(
            body: lead.node, functions: arrangement.functions, services: arrangement.services,
            byDesign: false,
            witness: [Witness(lead.party), Witness(party), Witness(arrangement)]))
      }
    }
    return judges
  }

  /// The rules by which the law gives a seat to others than the body whose forum it is: those of
  /// `composition`, of level must, for a post that it has and no seat of that body has.
  func lawful(_ walk: Walk) -> [String] {
    guard walk.tie == nil, walk.chain.count == 1, let forum = walk.chain.first,
      let kind = graph.atlas.forum(forum)?.kind, let post = walk.seat.post
    else { return [] }
    let hosts = hostPosts[forum] ?? []
    return graph.regime.expectations.filter { rule in
      rule.level == .must && rule.checks.contains(.composition)
        && rule.parameters.texts("forums").contains(kind)
        && rule.parameters.posts("posts").contains { requirement in
          requirement.isMet(by: post)
            && !hosts.contains(where: requirement.isMet)
        }
    }
    .map(\.id)
  }

  /// Each way from a seat of a body to a judge, the shortest for each seat and judge.
  func walks(from subject: NodeID, to judges: [Judge]) -> [Walk] {
    guard !judges.isEmpty else { return [] }
    let byBody = Dictionary(grouping: judges, by: \.body)
    let shared = sharedArrangements(of: subject)
    var walks: [Walk] = []
    for (forum, seat, tie) in own[subject] ?? [] where seat.voting != false {
      var chain = [forum]
      var found: Set<NodeID> = []
      while let end = chain.last {
        for body in graph.sorted(judging(at: end, shared).intersection(byBody.keys))
        where !found.contains(body) {
          guard let judge = byBody[body]?.first(where: { meets(forum, $0) }) else { continue }
          found.insert(body)
          walks.append(Walk(seat: seat, tie: tie, chain: chain, judge: judge))
        }
        guard chain.count <= steps, let next = reporting[end], !chain.contains(next) else { break }
        chain.append(next)
      }
    }
    return walks
  }

  /// The arrangements in which a body takes part other than as the provider.
  private func sharedArrangements(of subject: NodeID) -> Set<NodeID> {
    Set(
      graph.arrangements(of: subject).filter {
        $0.party.role.takesPart && $0.party.role != .provider
      }
      .map(\.arrangement))
  }

  /// The bodies for which a forum meets; none if it is of an arrangement of the judged body as well,
  /// which was set up to decide together.
  private func judging(at forum: NodeID, _ shared: Set<NodeID>) -> Set<NodeID> {
    if let parent = parents[forum], shared.contains(parent) { return [] }
    return bodies[forum] ?? []
  }

  /// Whether what a forum is about meets what a body is judged on.
  private func meets(_ forum: NodeID, _ judge: Judge) -> Bool {
    guard let record = graph.atlas.forum(forum) else { return false }
    return graph.regime.functions.common(record.functions, judge.functions) != nil
      && graph.regime.services.common(record.services, judge.services) != nil
  }

  /// Whether a seat that is not recorded can be ruled out on the forums of the judges.
  func knowsEverySeat(of judges: [Judge], _ subject: NodeID, _ check: ExpectationCheck) -> Bool {
    let bodies = Set(judges.filter { !$0.byDesign }.map(\.body))
    if bodies.isEmpty {
      let aspect: CompletenessAspect = check == .noSelfOversight ? .oversight : .commissioning
      return graph.statesWhole(aspect, about: graph.code(subject)) != nil
    }
    let shared = sharedArrangements(of: subject)
    return bodies.allSatisfy { body in
      graph.statesWhole(.forums, about: graph.code(body)) != nil
        && forums.forums(for: body).allSatisfy { forum in
          parents[forum].map(shared.contains) ?? false || known.contains(forum)
        }
    }
  }
}

extension SelfOversightTable.Walk {
  /// The seat, what ties its holder to the body, the forums, and how the body is judged.
  func witness(in graph: AccountabilityGraph) -> [Witness] {
    [Witness(seat)] + (tie.map { [Witness($0)] } ?? [])
      + chain.compactMap(graph.atlas.forum).map { Witness($0) } + judge.witness
  }
}
