import GraphCore

/// Answers which bodies hold roles over a provider that do not go together.
struct SeparateRoles {
  let rule: Expectation
  let check: ExpectationCheck
  let graph: AccountabilityGraph

  /// What a provider is to a body that holds too many roles over it.
  private struct Conflict {
    let provider: NodeID
    let roles: [BodyRole]
    let alsoProvides: Bool
    let lines: [RoleLine]
    let isOpen: Bool
  }

  func examine() -> Examination {
    var examination = Examination()
    let needed = rule.parameters.number("roles").map { Int($0) } ?? BodyRole.allCases.count
    let held = RoleLines(graph, meant: rule.subjects.map { Set(graph.organisations($0)) })
    if held.byBody.isEmpty { examination.isUnknown(for: Code(rule.id)) }
    for body in graph.sorted(held.byBody.keys) {
      var conflicts: [Conflict] = []
      var isKnown = true
      let providers = held.byBody[body] ?? [:]
      let knowsForums =
        graph.statesWhole(.forums, about: graph.code(body)) != nil
        && graph.forums(of: body).allSatisfy(graph.knowsAllSeats)
      for provider in graph.sorted(providers.keys) {
        let pair = RolePair(
          body: body, provider: provider, lines: providers[provider] ?? [],
          knowsForums: knowsForums, graph: graph)
        if let conflict = conflict(pair, needed) {
          conflicts.append(conflict)
        } else if pair.mayReach(needed) {
          isKnown = false
        }
      }
      if !conflicts.isEmpty {
        examination.breaks(findings(body, conflicts))
      } else if isKnown {
        examination.holds()
      } else {
        examination.isUnknown(for: graph.code(body))
      }
    }
    return examination
  }

  private func conflict(_ pair: RolePair, _ needed: Int) -> Conflict? {
    for isOpen in [true, false] {
      let lines = pair.lines.filter { !isOpen || !$0.byDesign }
      let roles = Set(lines.map(\.role)).count < needed ? [] : pair.most(of: lines)
      let own = pair.providesWhatItBuys(lines)
      if roles.count >= needed || !own.isEmpty {
        let shown = roles.count >= needed ? roles.flatMap(\.lines) : []
        return Conflict(
          provider: pair.provider, roles: roles.count >= needed ? roles.map(\.role) : [],
          alsoProvides: !own.isEmpty, lines: shown + own, isOpen: isOpen)
      }
    }
    return nil
  }

  /// One finding, of the conflicts that are open if any are.
  private func findings(_ body: NodeID, _ conflicts: [Conflict]) -> [Finding] {
    let open = conflicts.filter(\.isOpen)
    return [finding(body, open.isEmpty ? conflicts : open, isOpen: !open.isEmpty)]
  }

  private func finding(_ body: NodeID, _ conflicts: [Conflict], isOpen: Bool) -> Finding {
    let name = graph.name(body)
    let over = conflicts.filter { !$0.roles.isEmpty }
    let buying = conflicts.filter(\.alsoProvides)
    var parts: [String] = []
    if !over.isEmpty {
      let roles = BodyRole.allCases.filter { role in over.contains { $0.roles.contains(role) } }
      parts.append(
        "\(Phrase.list(roles.map(\.verb))) \(Phrase.list(over.map { graph.name($0.provider) }))")
    }
    if !buying.isEmpty {
      parts.append(
        "buys from \(Phrase.list(buying.map { graph.name($0.provider) })) what it also provides")
    }
    let rules = Set(conflicts.flatMap(\.lines).compactMap(\.rule)).sorted()
    return graph.finding(
      rule, check, subjects: [body], involved: conflicts.map(\.provider),
      witness: conflicts.flatMap(\.lines).flatMap(\.witness), design: isOpen ? nil : .law(rules),
      why: "\(name) \(parts.joined(separator: ", and ")).",
      question: "How are these roles of \(name) kept apart when they pull in different directions?",
      resolution: "Give one of the roles to another body, or record the decision how they are kept "
        + "apart.")
  }
}

/// A role that a body may hold over a provider.
enum BodyRole: String, CaseIterable {
  case convene, oversee, commission, fund

  /// What the body does.
  var verb: String {
    switch self {
    case .convene: "convenes"
    case .oversee: "oversees"
    case .commission: "commissions"
    case .fund: "funds"
    }
  }
}

/// What shows that a body holds a role over a provider.
struct RoleLine {
  let role: BodyRole
  let services: [String]
  let areas: [Code]
  let byDesign: Bool
  let rule: String?
  let witness: [Witness]

  /// Whether it is about services, but it is not known which.
  var isSilent: Bool { role == .commission && services.isEmpty }
}

/// The roles that bodies are known to hold over providers.
struct RoleLines {
  /// The lines, by body and provider.
  private(set) var byBody: [NodeID: [NodeID: [RoleLine]]] = [:]

  init(_ graph: AccountabilityGraph, meant: Set<NodeID>?) {
    for provider in graph.atlas.graph.nodes {
      guard let kind = graph.atlas.organisation(provider)?.kind,
        kind == .trust || kind == .otherProvider, meant?.contains(provider) ?? true
      else { continue }
      addLines(over: provider, graph)
      addArrangements(over: provider, graph)
      addForums(over: provider, graph)
    }
  }

  private mutating func add(_ line: RoleLine, of body: NodeID, over provider: NodeID) {
    guard body != provider else { return }
    byBody[body, default: [:]][provider, default: []].append(line)
  }

  private mutating func addLines(over provider: NodeID, _ graph: AccountabilityGraph) {
    let kinds: [(RelationKind, BodyRole)] = [
      (.oversees, .oversee), (.commissions, .commission), (.funds, .fund),
    ]
    for (kind, role) in kinds {
      for line in graph.lines(kind, into: provider) where line.strength != .advisory {
        add(
          RoleLine(
            role: role, services: line.services, areas: line.areas, byDesign: line.byDesign,
            rule: line.rule, witness: line.witness),
          of: line.subject, over: provider)
      }
    }
  }

  private mutating func addArrangements(over provider: NodeID, _ graph: AccountabilityGraph) {
    for (arrangement, party) in graph.arrangements(of: provider) where party.role == .provider {
      guard let record = graph.atlas.arrangement(arrangement), record.kind == .leadCommissioning
      else { continue }
      for lead in graph.participants(of: arrangement) where lead.party.role == .lead {
        add(
          RoleLine(
            role: .commission, services: record.services, areas: record.areas, byDesign: false,
            rule: nil, witness: [Witness(record), Witness(lead.party), Witness(party)]),
          of: lead.node, over: provider)
      }
    }
  }

  private mutating func addForums(over provider: NodeID, _ graph: AccountabilityGraph) {
    for (forum, seat) in graph.seats(of: provider) where seat.role != .attendee {
      guard let record = graph.atlas.forum(forum), let body = graph.parent(of: forum),
        graph.atlas.organisation(body) != nil
      else { continue }
      add(
        RoleLine(
          role: .convene, services: [], areas: [], byDesign: false, rule: nil,
          witness: [Witness(record), Witness(seat)]),
        of: body, over: provider)
    }
  }
}

/// The roles of one body over one provider.
struct RolePair {
  let body: NodeID
  let provider: NodeID
  let lines: [RoleLine]
  /// Whether all forums of the body and all seats on them are known.
  let knowsForums: Bool
  let graph: AccountabilityGraph

  /// The most roles that meet in a service and an area, with the lines that show them.
  func most(of lines: [RoleLine], counting silent: Bool = false) -> [(
    role: BodyRole, lines: [RoleLine]
  )] {
    var best: [(role: BodyRole, lines: [RoleLine])] = []
    let services = graph.regime.services.meetings(of: lines.map(\.services))
    let areas = [nil] + Set(lines.flatMap(\.areas)).sorted().map(Optional.some)
    for service in [nil] + services.map(Optional.some) {
      let about = lines.filter { takesIn(service, $0, silent) }
      guard Set(about.map(\.role)).count > best.count else { continue }
      for area in areas {
        let meeting = about.filter { line in
          area.map { graph.covers(line.areas, $0) } ?? line.areas.isEmpty
        }
        let roles = BodyRole.allCases.compactMap { role in
          let shown = meeting.filter { $0.role == role }
          return shown.isEmpty ? nil : (role: role, lines: shown)
        }
        if roles.count > best.count { best = roles }
      }
    }
    return best
  }

  /// A line that does not say its services takes in all there may be, but no service for certain.
  private func takesIn(_ service: String?, _ line: RoleLine, _ silent: Bool) -> Bool {
    guard let service else { return line.services.isEmpty }
    if line.isSilent { return silent }
    return graph.regime.services.covers(line.services, service)
  }

  /// The lines by which a provider pays or commissions another for what it provides itself.
  func providesWhatItBuys(_ lines: [RoleLine]) -> [RoleLine] {
    guard let kind = graph.atlas.organisation(body)?.kind, kind == .trust || kind == .otherProvider
    else { return [] }
    let own = graph.lines(.serves, from: body).filter { !$0.services.isEmpty }
    return lines.filter { line in
      (line.role == .fund || line.role == .commission) && !line.services.isEmpty
        && own.contains {
          graph.regime.services.common($0.services, line.services) != nil
            && graph.commonAreas($0.areas, line.areas) != nil
        }
    }
  }

  /// Whether roles that are not recorded, or whose services are not, could make up a number.
  func mayReach(_ needed: Int) -> Bool {
    let open = BodyRole.allCases.filter { !isWhole($0) }
    let recorded = Set(lines.map(\.role))
    if open.count >= needed { return true }
    if recorded.union(open).count < needed { return false }
    return Set(most(of: lines, counting: true).map(\.role)).union(open).count >= needed
  }

  /// Whether all that could show a role is known.
  private func isWhole(_ role: BodyRole) -> Bool {
    let code = graph.code(provider)
    switch role {
    case .oversee: return graph.statesWhole(.oversight, about: code) != nil
    case .commission: return graph.statesWhole(.commissioning, about: code) != nil
    case .fund: return graph.statesWhole(.funding, about: code) != nil
    case .convene: return knowsForums
    }
  }
}
