import GraphCore

// MARK: - composition

extension BoardComposition {
  func composition(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    let seats = SeatIndex(graph)
    let posts = rule.parameters.posts("posts")
    var examination = Examination()
    for forum in graph.forums(rule.parameters.texts("forums")) {
      let members = seats.members(of: forum)
      let missing = Self.missing(posts, on: members)
      let isCounted = seats.addsUp(forum, in: graph)
      if missing.isEmpty {
        examination.holds()
      } else if let whole = seats.wholeness(of: forum, in: graph),
        !members.contains(where: { Self.mayBe($0, missing.map(\.post), of: posts, isCounted) })
      {
        examination.breaks(
          lacking(
            rule, check, forum, missing,
            records(forum, graph, whole) + members.map { Witness($0) }, graph))
      } else {
        examination.isUnknown(for: graph.code(forum))
      }
    }
    return examination
  }

  /// The posts for which there are too few seats, in their order, with how many are missing: seats
  /// are assigned so that as few as possible are, and of those the last.
  private static func missing(
    _ posts: [PostRequirement], on seats: [Seat]
  ) -> [(post: PostRequirement, count: Int)] {
    let wanted = posts.indices.flatMap { Array(repeating: $0, count: posts[$0].count) }
    let units = seats.indices.flatMap { index in
      let number = min(Int(min(seats[index].count ?? 1, Double(wanted.count))), wanted.count)
      return Array(repeating: index, count: number)
    }
    let fitting = posts.map { post in
      units.indices.filter { seats[units[$0]].has(post) }
    }
    let matching = BipartiteMatching(wanted.map { fitting[$0] }, right: units.count)
    var counts: [Int: Int] = [:]
    for slot in matching.unmatched { counts[wanted[slot], default: 0] += 1 }
    return posts.indices.compactMap { index in counts[index].map { (posts[index], $0) } }
  }

  /// Whether a seat may be one of the missing: it is no chair and has no post; it stands for an
  /// unknown number (unless the counts add up); or for several whose posts are not told apart.
  private static func mayBe(
    _ seat: Seat, _ missing: [PostRequirement], of posts: [PostRequirement], _ isCounted: Bool
  ) -> Bool {
    if seat.post == nil { return seat.role != .chair }
    if seat.count == nil, !isCounted, missing.contains(where: seat.has) { return true }
    return (seat.count ?? 1) > 1 && !posts.contains(where: seat.has)
  }

  private func lacking(
    _ rule: Expectation, _ check: ExpectationCheck, _ forum: NodeID,
    _ missing: [(post: PostRequirement, count: Int)], _ witness: [Witness],
    _ graph: AccountabilityGraph
  ) -> Finding {
    let name = graph.name(forum)
    let posts = Phrase.list(
      missing.map { $0.count == 1 ? $0.post.title : "\($0.count) × \($0.post.title)" })
    return graph.finding(
      rule, check, subjects: [forum], involved: parent(forum, graph), witness: witness,
      why: "\(name) lacks what it should have: \(posts).",
      question: "Who on \(name) is there as \(posts)?",
      resolution: "Record the post of whoever it is; or fill it.")
  }
}

// MARK: - independentsElsewhere

extension BoardComposition {
  func independentsElsewhere(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    let seats = SeatIndex(graph)
    let wanted = PostRequirement(title: "", count: 1, matches: rule.parameters.texts("posts"))
    let held = Self.seatsByHolder(graph, seats)
    var examination = Examination()
    for forum in graph.forums(rule.parameters.texts("forums")) {
      let own = Set(BodyForums.bodies(of: forum, in: graph))
      let systems = own.filter { graph.atlas.organisation($0)?.kind == .ics }
      let members = seats.members(of: forum)
      let independents = members.filter { $0.has(wanted) }
      let others = independents.flatMap { seat in
        (seat.holder.flatMap { held[$0] } ?? []).filter { other in
          other.seat.id != seat.id && !own.contains(other.body)
            && Self.isLocal(other.body, to: systems, graph)
        }
        .map { (seat: seat, other: $0) }
      }
      if !others.isEmpty {
        examination.breaks(
          tied(rule, check, forum, others.map { ($0.seat, $0.other.seat, $0.other.body) }, graph))
      } else if seats.wholeness(of: forum, in: graph) == nil
        || members.contains(where: { $0.post == nil && $0.role != .chair })
        || independents.contains(where: { $0.holder == nil })
      {
        examination.isUnknown(for: graph.code(forum))
      } else {
        examination.holds()
      }
    }
    return examination
  }

  /// The seats of each holder, with the body of each, in the order of forums.
  private static func seatsByHolder(
    _ graph: AccountabilityGraph, _ seats: SeatIndex
  ) -> [String: [(seat: Seat, body: NodeID)]] {
    var held: [String: [(seat: Seat, body: NodeID)]] = [:]
    for forum in graph.forums() {
      for seat in seats.members(of: forum) {
        guard let holder = seat.holder,
          let body = (seat.organisation ?? seat.arrangement).flatMap(graph.atlas.node)
            ?? graph.parent(of: forum)
        else { continue }
        held[holder, default: []].append((seat, body))
      }
    }
    return held
  }

  /// Whether it is a health or care body in the area of one of some ICSs.
  private static func isLocal(
    _ body: NodeID, to systems: Set<NodeID>, _ graph: AccountabilityGraph
  ) -> Bool {
    switch graph.atlas.organisation(body)?.kind {
    case .trust, .otherProvider:
      !systems.isDisjoint(with: graph.systems(of: body))
    case .localAuthority, .place, .neighbourhood:
      systems.contains { graph.isWithin(graph.code(body), graph.code($0)) }
    default: false
    }
  }

  private func tied(
    _ rule: Expectation, _ check: ExpectationCheck, _ forum: NodeID,
    _ ties: [(Seat, Seat, NodeID)], _ graph: AccountabilityGraph
  ) -> Finding {
    let bodies = graph.sorted(Set(ties.map(\.2)))
    let (name, names) = (graph.name(forum), Phrase.list(bodies.map(graph.name)))
    let people = Set(ties.compactMap(\.0.holder)).count
    return graph.finding(
      rule, check, subjects: [forum], involved: bodies,
      witness: ties.flatMap { [Witness($0.0), Witness($0.1)] },
      why: "\(Phrase.count(people, "independent member")) of \(name) also "
        + "\(people == 1 ? "sits" : "sit") for \(names), in the same area.",
      question: "How independent are the members of \(name) who also sit for \(names)?",
      resolution: "Give up one of the two posts; or decide that both may be held, and record the "
        + "decision.")
  }
}

// MARK: - distinctChairs

extension BoardComposition {
  func distinctChairs(
    _ rule: Expectation, _ check: ExpectationCheck, _ graph: AccountabilityGraph
  ) -> Examination {
    let seats = SeatIndex(graph)
    let kinds = rule.parameters.texts("forums")
    var examination = Examination()
    let byParent = Dictionary(
      grouping: graph.forums(kinds).filter { graph.parent(of: $0) != nil }
    ) { graph.parent(of: $0)! }
    for body in graph.sorted(byParent.keys) {
      let committees = Dictionary(grouping: byParent[body] ?? []) {
        graph.atlas.forum($0)?.kind ?? ""
      }
      let present = kinds.filter { committees[$0] != nil }
      guard present.count > 1 else { continue }
      let chairs = present.map { kind in
        (committees[kind] ?? []).flatMap { seats.members(of: $0) }.filter { $0.role == .chair }
      }
      if Self.canDiffer(chairs, withStrangers: false) {
        examination.holds()
      } else if Self.canDiffer(chairs, withStrangers: true) {
        examination.isUnknown(for: graph.code(body))
      } else {
        examination.breaks(
          sharedChair(
            rule, check, body, present.flatMap { committees[$0] ?? [] }, chairs.flatMap(\.self),
            graph))
      }
    }
    return examination
  }

  /// Whether each committee can have a chair of its own; strangers are chairs whose holder is not
  /// known, or whose seat is not recorded.
  private static func canDiffer(_ chairs: [[Seat]], withStrangers: Bool) -> Bool {
    let people = Set(chairs.flatMap { $0.compactMap(\.holder) }).sorted()
    let place = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0) })
    let options = chairs.indices.map { index in
      let known = chairs[index].compactMap(\.holder).compactMap { place[$0] }
      let isOpen = chairs[index].isEmpty || chairs[index].contains { $0.holder == nil }
      return known + (withStrangers && isOpen ? [people.count + index] : [])
    }
    return BipartiteMatching(options, right: people.count + chairs.count).unmatched.isEmpty
  }

  private func sharedChair(
    _ rule: Expectation, _ check: ExpectationCheck, _ body: NodeID, _ committees: [NodeID],
    _ chairs: [Seat], _ graph: AccountabilityGraph
  ) -> Finding {
    let names = Phrase.list(committees.map(graph.name))
    return graph.finding(
      rule, check, subjects: [body], involved: committees,
      witness: committees.compactMap(graph.atlas.forum).map { Witness($0) }
        + chairs.map { Witness($0) },
      why: "\(names) of \(graph.name(body)) cannot each have a chair of its own: the same person "
        + "chairs more than one.",
      question: "Who else could chair one of \(names)?",
      resolution: "Appoint a different chair and record it; or decide that one person may chair "
        + "them, and record the decision.")
  }
}

/// A largest matching of the left to the right, found by augmenting paths.
///
/// The left are taken in their order, and whoever is matched stays so: what is left unmatched is as
/// few as possible, and of these the last. Cost is O(left · edges).
struct BipartiteMatching {
  /// The left that have no partner, in their order.
  let unmatched: [Int]

  /// Matches.
  ///
  /// - Parameters:
  ///   - options: for each of the left, its possible partners.
  ///   - right: how many the right are.
  init(_ options: [[Int]], right: Int) {
    var holder = [Int?](repeating: nil, count: right)
    var unmatched: [Int] = []
    for start in options.indices {
      var origin = [Int?](repeating: nil, count: right)
      var seen = [Bool](repeating: false, count: right)
      var held: [Int: Int] = [:]
      var queue = [start]
      var next = 0
      var free: Int?
      while free == nil, next < queue.count {
        let left = queue[next]
        next += 1
        for candidate in options[left] where !seen[candidate] {
          seen[candidate] = true
          origin[candidate] = left
          guard let other = holder[candidate] else {
            free = candidate
            break
          }
          held[other] = candidate
          queue.append(other)
        }
      }
      guard var end = free else {
        unmatched.append(start)
        continue
      }
      while let left = origin[end] {
        let given = held[left]
        holder[end] = left
        guard let given else { break }
        end = given
      }
    }
    self.unmatched = unmatched
  }
}
