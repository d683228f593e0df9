import GraphCore

/// Meetings: n·a·[s·d·(1 + ρ) + s·w + u].
extension LoadBuilder {
  /// Meetings of forums on which a seat of the trust itself is recorded.
  func addRecordedMeetings(_ draft: inout TrustDraft) {
    var seats: [NodeID: [Seat]] = [:]
    for (forum, seat) in graph.seats(of: draft.node) { seats[forum, default: []].append(seat) }
    for forum in graph.sorted(seats.keys) {
      guard let record = graph.atlas.forum(forum) else { continue }
      let own = (seats[forum] ?? []).sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
      var meeting = Meeting(
        kind: record.kind, forum: record, bodies: bodies(of: forum), ground: .recorded)
      meeting.seats = own
      meeting.isHost = isHost(of: forum, draft.node) || own.contains { $0.role == .chair }
      meeting.isInternal =
        graph.parent(of: forum) == draft.node && record.level == .provider
      for body in BodyForums.bodies(of: forum, in: graph) {
        draft.settled.insert(TrustDraft.Meeting(kind: record.kind, body: body))
      }
      add(meeting, &draft)
    }
  }

  /// Meetings that templates say the trust attends, where no record settles whether it does.
  func addModelledMeetings(_ draft: inout TrustDraft) {
    for template in graph.regime.templates
    where template.load == .meeting && template.provider.matches(draft.trust) {
      for body in reached(template, from: draft.node) {
        let key = TrustDraft.Meeting(kind: template.kind, body: body)
        guard draft.settled.insert(key).inserted else { continue }
        var record: Forum?
        switch opening(template.kind, of: body) {
        case .closed: continue
        case .unrecorded: break
        case .forum(let forum):
          guard draft.modelledForums.insert(forum).inserted else { continue }
          record = graph.atlas.forum(forum)
        }
        var meeting = Meeting(
          kind: template.kind, forum: record, bodies: [graph.code(body)],
          ground: .template(template.id))
        meeting.share = LoadFactor(
          .a,
          LoadRange(
            low: template.share.low, mode: template.share.mode, high: template.share.high),
          .template(template.id, template.share))
        meeting.isInternal = template.isInternal
        add(meeting, &draft)
      }
    }
  }

  /// A forum to attend.
  private struct Meeting {
    let kind: String
    let forum: Forum?
    let bodies: [Code]
    let ground: LoadGround
    var seats: [Seat] = []
    var share: LoadFactor?
    var isHost = false
    var isInternal = false
  }

  private func add(_ meeting: Meeting, _ draft: inout TrustDraft) {
    let scope = ParameterScope(
      kinds: [meeting.kind, ParameterScope.everyForum], forum: meeting.forum?.id,
      organisation: draft.trust.id, sectors: draft.trust.sectors)
    let body = meeting.bodies.first
    let share = meeting.share.map { usersShare(of: meeting.kind, scope) ?? $0 } ?? attended(scope)
    let support: LoadSymbol = meeting.isHost ? .uHost : .u
    let products: [(LoadPartKind, [LoadSymbol])] = [
      (.attendance, [.s, .d]), (.preparation, [.s, .d, .rho]), (.travel, [.s, .w]),
      (.support, [support]),
    ]
    var parts: [LoadPart] = []
    for (kind, symbols) in products {
      let factors = ([.n] + symbols).map { symbol in
        recorded(symbol, of: meeting, scope)
          ?? factor(symbol, scope, for: kind, of: body, &draft)
      }
      guard !factors.contains(nil) else { continue }
      var known = factors.compactMap(\.self)
      if let share { known.insert(share, at: 1) }
      parts.append(LoadPart(kind, known))
    }
    let deputies = factor(.delta, scope, for: nil, of: body, isComplement: true, &draft)
    let term = LoadTerm(
      component: .meetings, kind: meeting.kind, title: title(of: meeting), bodies: meeting.bodies,
      forum: meeting.forum?.id, ground: meeting.ground, rests: rests(of: meeting), parts: parts,
      deputies: deputies)
    if meeting.isInternal { draft.baseline.append(term) } else { draft.terms.append(term) }
  }

  /// The share of a recorded seat that is attended, where a parameter says so; all otherwise.
  private func attended(_ scope: ParameterScope) -> LoadFactor? {
    book.parameter(.a, for: scope).map { LoadFactor(.a, $0.range, .parameter($0)) }
  }

  /// The share that a user's own row of the very kind has in place of that of a template.
  private func usersShare(of kind: String, _ scope: ParameterScope) -> LoadFactor? {
    var scope = scope
    scope.kinds = [kind]
    guard let parameter = book.parameter(.a, for: scope), parameter.isUsers else { return nil }
    return LoadFactor(.a, parameter.range, .parameter(parameter))
  }

  /// What a record says of a symbol; a parameter that names the very forum goes before it.
  private func recorded(
    _ symbol: LoadSymbol, of meeting: Meeting, _ scope: ParameterScope
  ) -> LoadFactor? {
    guard let forum = meeting.forum else { return nil }
    if let parameter = book.parameter(symbol, for: scope), parameter.record.forum != nil {
      return LoadFactor(symbol, parameter.range, .parameter(parameter))
    }
    let reference = RecordReference(.table(.forums), forum.id.text)
    let ground = LoadOrigin.record(reference, forum.provenance.confidence)
    switch symbol {
    case .n: return forum.meetingsPerYear.map { LoadFactor(.n, LoadRange($0), ground) }
    case .d: return forum.durationHours.map { LoadFactor(.d, LoadRange($0), ground) }
    case .s:
      if meeting.isInternal, meeting.seats.isEmpty {
        return forum.members.map { LoadFactor(.s, LoadRange($0), ground) }
      }
      return counted(meeting.seats)
    default: return nil
    }
  }

  /// How many sit for the trust; `nil` unless every one of its seats is counted.
  private func counted(_ seats: [Seat]) -> LoadFactor? {
    let counts = seats.compactMap(\.count)
    guard let first = seats.first, counts.count == seats.count else { return nil }
    let weakest = seats.map(\.provenance.confidence).min() ?? .assumed
    return LoadFactor(
      .s, LoadRange(counts.reduce(0, +)),
      .record(RecordReference(.table(.seats), first.id), weakest))
  }

  /// Whether a trust without a recorded seat may sit on a forum.
  private enum Opening {
    /// It is known that there is none, or that the trust is not on it.
    case closed
    /// No such forum is recorded.
    case unrecorded
    /// This one is recorded, and not all of its seats.
    case forum(NodeID)
  }

  /// The forum of a kind that meets for a body: its own first, then by code.
  private func opening(_ kind: String, of body: NodeID) -> Opening {
    let all = forums.forums(for: body).filter { graph.atlas.forum($0)?.kind == kind }
    if all.isEmpty {
      return graph.statesWhole(.forums, about: graph.code(body)) == nil ? .unrecorded : .closed
    }
    let direct = all.filter { graph.parent(of: $0) == body }
    return (direct + all).first { !graph.knowsAllSeats(of: $0) }.map(Opening.forum) ?? .closed
  }

  private func bodies(of forum: NodeID) -> [Code] {
    graph.parent(of: forum).map { [graph.code($0)] } ?? []
  }

  /// Whether the trust has the forum itself, or hosts the arrangement that has it.
  private func isHost(of forum: NodeID, _ trust: NodeID) -> Bool {
    guard let parent = graph.parent(of: forum) else { return false }
    return parent == trust
      || graph.arrangements(of: trust).contains {
        $0.arrangement == parent && $0.party.role == .host
      }
  }

  private func title(of meeting: Meeting) -> String {
    if let forum = meeting.forum { return forum.name }
    let kind = DiaryForum.words(of: meeting.kind)
    guard let body = meeting.bodies.first else { return kind }
    return "\(kind): \(graph.atlas.shortName(of: body))"
  }

  private func rests(of meeting: Meeting) -> [RecordReference] {
    (meeting.forum.map { [RecordReference(.table(.forums), $0.id.text)] } ?? [])
      + meeting.seats.map { RecordReference(.table(.seats), $0.id) }
  }
}
