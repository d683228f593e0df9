import GraphCore

/// Whether each place has a leader, and leaders of places sit on the board of the ICS.
struct OrphanPlaceLeader {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck
  private let seats: SeatIndex
  private let forums: BodyForums

  init(graph: AccountabilityGraph, rule: Expectation, check: ExpectationCheck) {
    self.graph = graph
    self.rule = rule
    self.check = check
    seats = SeatIndex(graph)
    forums = BodyForums(graph, kinds: rule.parameters.texts("forums"))
  }

  private enum Answer {
    case yes, unknown
    case no([Witness])
  }

  func examine(_ places: [NodeID]) -> Examination {
    var examination = Examination()
    var boards: [NodeID: Board] = [:]
    var containing: [NodeID: [NodeID]] = [:]
    for place in places {
      let systems = graph.containers(of: place, kind: .ics)
      containing[place] = systems
      for system in systems where boards[system] == nil { boards[system] = board(of: system) }
    }
    let lacking = systemsWithoutSeat(boards, containing)
    for place in places {
      let systems = containing[place] ?? []
      let leader = leader(of: place, boards: systems.compactMap { boards[$0] })
      var findings = systems.compactMap { lacking[$0] }
      if case .no(let witness) = leader { findings.insert(noLeader(place, witness), at: 0) }
      if !findings.isEmpty {
        examination.breaks(findings)
      } else if case .yes = leader, systems.contains(where: { boards[$0]?.hasSeat == true }) {
        examination.holds()
      } else {
        examination.isUnknown(for: graph.code(place))
      }
    }
    return examination
  }

  /// The boards of an ICS, as far as leaders of places are concerned.
  private struct Board {
    /// Places for which a leader's seat speaks.
    var spokenFor: Set<Code> = []
    /// Whether there is a seat for leaders of places.
    var hasSeat = false
    /// Whether there is one that does not say for which.
    var speaksForAny = false
    /// What shows all seats, each with its post; `nil` where some may be missing.
    var whole: [Witness]?
  }

  private func isLeader(_ seat: Seat) -> Bool {
    guard let post = seat.post?.lowercased() else { return false }
    return rule.parameters.texts("posts").contains { post.hasPrefix($0) }
  }

  /// What the seats of some forums say; `nil` where a seat or a post may be missing.
  private func whole(_ forums: [NodeID]) -> [Witness]? {
    guard !forums.isEmpty else { return nil }
    var witness: [Witness] = []
    for forum in forums {
      guard let wholeness = seats.wholeness(of: forum, in: graph),
        let record = graph.atlas.forum(forum),
        seats.members(of: forum).allSatisfy({ $0.post != nil })
      else { return nil }
      witness += [Witness(record), wholeness] + seats.members(of: forum).map { Witness($0) }
    }
    return witness
  }

  private func board(of system: NodeID) -> Board {
    var board = Board()
    let local: Set<ForumLevel> = [.place, .neighbourhood]
    let own = forums.forums(for: system).filter { forum in
      graph.atlas.forum(forum)?.level.map { !local.contains($0) } ?? true
    }
    for seat in own.flatMap(seats.members(of:)) where isLeader(seat) {
      board.hasSeat = true
      board.speaksForAny = board.speaksForAny || seat.represents.isEmpty
      board.spokenFor.formUnion(seat.represents)
    }
    board.whole = whole(own)
    return board
  }

  private func leader(of place: NodeID, boards: [Board]) -> Answer {
    let code = graph.code(place)
    let own = forums.forums(for: place)
    if boards.contains(where: { $0.spokenFor.contains(code) })
      || own.flatMap(seats.members(of:)).contains(where: isLeader)
    {
      return .yes
    }
    // A leader may sit on the board of the ICS without a word of which places.
    guard let witness = whole(own), !boards.contains(where: \.speaksForAny) else {
      return .unknown
    }
    return .no(witness)
  }

  /// One finding for each ICS whose board is known whole and has no seat for leaders of places.
  private func systemsWithoutSeat(
    _ boards: [NodeID: Board], _ containing: [NodeID: [NodeID]]
  ) -> [NodeID: Finding] {
    var places: [NodeID: [NodeID]] = [:]
    for (place, systems) in containing {
      for system in systems { places[system, default: []].append(place) }
    }
    var findings: [NodeID: Finding] = [:]
    for (system, board) in boards where !board.hasSeat {
      guard let whole = board.whole else { continue }
      findings[system] = noSeat(system, graph.sorted(places[system] ?? []), whole)
    }
    return findings
  }

  private func noLeader(_ place: NodeID, _ witness: [Witness]) -> Finding {
    let name = graph.name(place)
    return graph.finding(
      rule, check, subjects: [place], witness: witness,
      why: "No seat of the board of \(name) is that of its leader, though all seats are recorded.",
      question: "Who leads \(name) on behalf of the NHS?",
      resolution: "Name the leader, and record the seat with the post.")
  }

  private func noSeat(
    _ system: NodeID, _ places: [NodeID], _ witness: [Witness]
  ) -> Finding {
    let name = graph.name(system)
    return graph.finding(
      rule, check, subjects: [system], involved: places, witness: witness,
      why: "No seat of the board of \(name) is for leaders of its "
        + "\(Phrase.count(places.count, "place")), though all seats are recorded.",
      question: "Who speaks for \(Phrase.list(places.map(graph.name))) on the board of \(name)?",
      resolution: "Give leaders of places a seat on the board, and record it with the post and the "
        + "places it speaks for.")
  }
}
