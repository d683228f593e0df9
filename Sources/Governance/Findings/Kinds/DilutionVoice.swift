import GraphCore

/// What is enough of a voice.
struct VoiceLimits {
  /// The least share of the votes, 0 to 1.
  let share: Double
  /// The most hops.
  let hops: Int
}

/// What a provider has of the votes on a forum.
struct Voice {
  let forum: NodeID
  /// The share if no vote without an owner is its own; `nil` if not known.
  let least: Double?
  /// The share if each vote without an owner is its own; `nil` if not known.
  let most: Double?
  /// Whether the parties of each arrangement on the way are stated to be whole.
  let isWhole: Bool
  /// The fewest hops on a way.
  let hops: Int
  /// Whether no other seat may be nearer: all are known, and whose each is.
  let isClosed: Bool
  /// Who speaks for others in between.
  let between: [NodeID]
  let witness: [Witness]

  /// Whether it is enough; `nil` if not known.
  ///
  /// A part in 10⁹ is allowed for, as shares are sums of fractions.
  func isEnough(_ limits: VoiceLimits) -> Bool? {
    if hops > limits.hops { return isClosed ? false : nil }
    if let most, most < limits.share - 1e-9 { return false }
    if isWhole, let least, least >= limits.share - 1e-9 { return true }
    return nil
  }
}

/// For how many each arrangement and each organisation speaks; counted once for all providers.
struct SpokenFor {
  /// How many take part in each arrangement.
  private(set) var parties: [NodeID: Int] = [:]
  /// How many each organisation has a `represents` line to.
  private(set) var represented: [NodeID: Int] = [:]

  /// Counts.
  ///
  /// - Complexity: O(nodes + parties + lines of representation).
  init(_ graph: AccountabilityGraph) {
    for node in graph.atlas.graph.nodes {
      if graph.atlas.arrangement(node) != nil {
        parties[node] = Set(graph.takingPart(in: node).map(\.node)).count
      } else {
        let objects = graph.atlas.lines(.relation(.represents), from: node).map(\.node)
        if !objects.isEmpty { represented[node] = Set(objects).count }
      }
    }
  }
}

/// Who speaks for a provider: itself, then whoever speaks for these, each with the weight that
/// reaches the provider.
struct Speakers {
  /// A body that speaks for the provider.
  struct Speaker {
    /// What of its voice reaches the provider, 0 to 1.
    var weight: Double
    /// How many steps it is away.
    let distance: Int
    /// Whether the parties of each arrangement up to it are stated to be whole.
    var isWhole: Bool
    /// The records on the first way to it.
    let witness: [Witness]
    /// Who speaks in between, itself included, the provider not.
    let between: [NodeID]
  }

  let provider: NodeID
  private(set) var speakers: [NodeID: Speaker]

  /// Searches back from a provider, layer by layer; only the shortest ways count.
  init(for provider: NodeID, in graph: AccountabilityGraph, _ groups: SpokenFor) {
    self.provider = provider
    speakers = [
      provider: Speaker(weight: 1, distance: 0, isWhole: true, witness: [], between: [])
    ]
    var layer = [provider]
    while !layer.isEmpty {
      var next: [NodeID: Speaker] = [:]
      for node in layer {
        guard let reached = speakers[node] else { continue }
        for step in Self.steps(to: node, in: graph, groups) where speakers[step.from] == nil {
          let weight = reached.weight / Double(step.spokenFor)
          if var held = next[step.from] {
            held.weight += weight
            held.isWhole = held.isWhole && reached.isWhole && step.isWhole
            next[step.from] = held
          } else {
            next[step.from] = Speaker(
              weight: weight, distance: reached.distance + 1,
              isWhole: reached.isWhole && step.isWhole, witness: step.witness + reached.witness,
              between: [step.from] + reached.between)
          }
        }
      }
      speakers.merge(next) { held, _ in held }
      layer = graph.sorted(next.keys)
    }
  }

  private struct Step {
    let from: NodeID
    let spokenFor: Int
    let isWhole: Bool
    let witness: [Witness]
  }

  /// Who speaks for a body directly, each once, in the order of the records that show it:
  /// arrangements in which it takes part, and organisations that represent it.
  private static func steps(
    to node: NodeID, in graph: AccountabilityGraph, _ groups: SpokenFor
  ) -> [Step] {
    var seen: Set<NodeID> = []
    let parts = graph.arrangements(of: node).filter(\.party.role.takesPart)
      .sorted { $0.party.id.utf8.lexicographicallyPrecedes($1.party.id.utf8) }
    let arrangements = parts.filter { seen.insert($0.arrangement).inserted }.map {
      arrangement, party in
      Step(
        from: arrangement, spokenFor: groups.parties[arrangement] ?? 1,
        isWhole: graph.statesWhole(.parties, about: graph.code(arrangement)) != nil,
        witness: [Witness(party)])
    }
    let lines = graph.lines(.represents, into: node)
      .sorted { $0.witness[0].record < $1.witness[0].record }
    let organisations = lines.filter { seen.insert($0.subject).inserted }.map { line in
      Step(
        from: line.subject, spokenFor: groups.represented[line.subject] ?? 1, isWhole: true,
        witness: line.witness)
    }
    return arrangements + organisations
  }
}

/// The votes on a forum, seat by seat.
struct VotingBoard {
  private let forum: NodeID
  private let graph: AccountabilityGraph
  private let seats: [Seat]
  private let wholeness: Witness?

  init(_ forum: NodeID, graph: AccountabilityGraph, seats: SeatIndex) {
    self.forum = forum
    self.graph = graph
    self.seats = seats.members(of: forum)
    wholeness = seats.wholeness(of: forum, in: graph)
  }

  /// What reaches a provider of the votes; `nil` if no seat speaks for it.
  func voice(of speakers: Speakers) -> Voice? {
    var votes = 0.0
    var hops: Int?
    var between: [NodeID] = []
    var isWhole = true
    var witness: [Witness] = []
    for seat in seats {
      let spoken = spokenFor(seat)
      for (node, speaker) in spoken.nodes.compactMap({ node in
        speakers.speakers[node].map { (node, $0) }
      }) {
        votes += count(seat) * speaker.weight / Double(spoken.nodes.count)
        isWhole = isWhole && speaker.isWhole
        let steps = speaker.distance + 1 + (spoken.owner == node ? 0 : 1)
        if steps < hops ?? .max {
          hops = steps
          let owner = spoken.owner.flatMap { $0 == node ? nil : $0 }
          between = (owner.map { [$0] } ?? []) + speaker.between
        }
        witness += [Witness(seat)] + speaker.witness
      }
    }
    guard let hops else { return nil }
    let all = total
    return Voice(
      forum: forum, least: all.map { votes / $0 },
      most: all.map { min((votes + unownedVotes) / $0, 1) }, isWhole: isWhole, hops: hops,
      isClosed: wholeness != nil && unowned.isEmpty, between: between,
      witness: witness + (graph.atlas.forum(forum).map { [Witness($0)] } ?? [])
        + (wholeness.map { [$0] } ?? []))
  }

  private func count(_ seat: Seat) -> Double { seat.voting == true ? seat.count ?? 1 : 0 }

  /// All votes; `nil` if not all seats are known, with whether they vote, or nobody does.
  private var total: Double? {
    guard wholeness != nil, seats.allSatisfy({ $0.voting != nil }) else { return nil }
    let total = seats.reduce(0) { $0 + count($1) }
    return total > 0 ? total : nil
  }

  /// Seats that are recorded as nobody's and speak for nobody.
  private var unowned: [Seat] { seats.filter { !$0.hasOwner && $0.represents.isEmpty } }

  private var unownedVotes: Double { unowned.reduce(0) { $0 + count($1) } }

  /// For whom a seat speaks, each once, by code, and whose it is.
  private func spokenFor(_ seat: Seat) -> (nodes: [NodeID], owner: NodeID?) {
    let owner = (seat.organisation ?? seat.arrangement).flatMap(graph.atlas.node)
    let named = Set(seat.represents.compactMap(graph.atlas.node))
    return (named.isEmpty ? owner.map { [$0] } ?? [] : graph.sorted(named), owner)
  }
}
