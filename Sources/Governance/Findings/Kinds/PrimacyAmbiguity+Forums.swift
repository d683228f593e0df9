import GraphCore

/// The forums that decide, and for which areas.
struct DecidingForums {
  let graph: AccountabilityGraph
  /// Forums that decide for areas, or may, by code.
  let asked: [NodeID]
  /// Those of them of which it is known that they decide, what and where.
  let known: Set<NodeID>
  /// The areas of each known forum.
  let areas: [NodeID: [NodeID]]
  /// Which reports to which.
  let reporting: ReportingOrder

  private static let kindsOfArea: Set<OrganisationKind> = [
    .national, .region, .ics, .icp, .place, .neighbourhood, .localAuthority,
  ]

  init(_ graph: AccountabilityGraph) {
    self.graph = graph
    var asked: [NodeID] = []
    var known: Set<NodeID> = []
    var areas: [NodeID: [NodeID]] = [:]
    var superiors: [NodeID: NodeID] = [:]
    for forum in graph.forums() {
      if let superior = graph.atlas.lines(.reportsTo, from: forum).first?.node {
        superiors[forum] = superior
      }
      guard let record = graph.atlas.forum(forum), record.decisionMaking != false,
        let parent = graph.parent(of: forum)
      else { continue }
      if let body = graph.atlas.organisation(parent), !Self.kindsOfArea.contains(body.kind) {
        continue
      }
      asked.append(forum)
      let found = Self.areas(of: parent, in: graph)
      guard record.decisionMaking == true, !record.functions.isEmpty, !found.isEmpty else {
        continue
      }
      known.insert(forum)
      areas[forum] = found
    }
    self.asked = asked
    self.known = known
    self.areas = areas
    reporting = ReportingOrder(
      superiors, among: graph.forums(), of: graph.atlas.graph.nodeCount)
  }

  private static func areas(of parent: NodeID, in graph: AccountabilityGraph) -> [NodeID] {
    guard let arrangement = graph.atlas.arrangement(parent) else { return [parent] }
    if !arrangement.areas.isEmpty {
      return graph.sorted(Set(arrangement.areas.compactMap(graph.atlas.node)))
    }
    let bodies = graph.participants(of: parent).filter { participant in
      [.lead, .associate, .member, .system].contains(participant.party.role)
        && graph.atlas.organisation(participant.node).map { kindsOfArea.contains($0.kind) } ?? false
    }
    return graph.sorted(Set(bodies.map(\.node)))
  }

  /// Whether it is known that a forum reports to no other.
  func isTop(_ forum: NodeID) -> Bool {
    guard let parent = graph.parent(of: forum) else { return false }
    return graph.statesWhole(.forums, about: graph.code(parent)) != nil
  }
}

/// Finds forums that overlap and of which neither goes before the other.
struct ForumContests {
  /// Which of some forums goes first.
  struct Question {
    let areas: [Code]
    let function: String?
    let services: [String]
    let forums: [NodeID]
    let isOpen: Bool
  }

  /// Forums that overlap with one that does not go before them, nor they before it.
  private(set) var contested: Set<NodeID> = []
  /// Forums that may.
  private(set) var doubtful: Set<NodeID> = []
  private let forums: DecidingForums
  private var groups: [Key: Group] = [:]

  private struct Key: Hashable {
    let area: NodeID
    let function: String?
    let isOpen: Bool
  }

  private struct Group {
    var forums: Set<NodeID> = []
    var services: Set<[String]> = []
  }

  init(_ forums: DecidingForums) {
    self.forums = forums
    var here: [NodeID: [NodeID]] = [:]
    for forum in forums.asked {
      for area in forums.areas[forum] ?? [] { here[area, default: []].append(forum) }
    }
    for forum in forums.asked where forums.known.contains(forum) {
      for area in forums.areas[forum] ?? [] { compare(forum, at: area, with: here) }
    }
  }

  /// Compares a forum at one of its areas with the forums there and of what contains the area.
  private mutating func compare(
    _ forum: NodeID, at area: NodeID, with here: [NodeID: [NodeID]]
  ) {
    for other in here[area] ?? [] where other.index > forum.index {
      compare(forum, other, at: area)
    }
    for above in containers(of: area) {
      for other in here[above] ?? [] where other != forum {
        let shared = forums.areas[other]?.contains(area) ?? false
        if !shared, !(forums.areas[forum]?.contains(above) ?? false) {
          compare(forum, other, at: area)
        }
      }
    }
  }

  private func containers(of area: NodeID) -> [NodeID] {
    var seen: Set<NodeID> = [area]
    var found: [NodeID] = []
    var pending = [area]
    while let node = pending.popLast() {
      for line in forums.graph.atlas.lines(.relation(.contains), into: node)
      where seen.insert(line.node).inserted {
        found.append(line.node)
        pending.append(line.node)
      }
    }
    return found
  }

  private mutating func compare(_ one: NodeID, _ other: NodeID, at area: NodeID) {
    // Asked first, since of many forums of one body most report to one another.
    if forums.reporting.isSettled(one, other) { return }
    let graph = forums.graph
    guard let left = graph.atlas.forum(one), let right = graph.atlas.forum(other),
      let functions = graph.regime.functions.common(left.functions, right.functions),
      let services = graph.regime.services.common(left.services, right.services)
    else { return }
    guard isOpen(one, other) else {
      doubtful.formUnion([one, other])
      return
    }
    contested.formUnion([one, other])
    let isOpen = !(left.statutory == true && right.statutory == true)
    for function in functions {
      let key = Key(area: area, function: function, isOpen: isOpen)
      groups[key, default: Group()].forums.formUnion([one, other])
      groups[key, default: Group()].services.insert(services)
    }
  }

  /// Whether it is known that nobody above two forums settles which goes before the other.
  private func isOpen(_ one: NodeID, _ other: NodeID) -> Bool {
    guard let top = forums.reporting.top(of: one), let peak = forums.reporting.top(of: other) else {
      return false
    }
    return top == peak || (forums.isTop(top) && forums.isTop(peak))
  }

  /// The questions: forums that meet in the same function in several areas are asked about once.
  func questions() -> [Question] {
    struct Same: Hashable {
      let forums: Set<NodeID>
      let function: String?
      let services: Set<[String]>
      let isOpen: Bool
    }
    let graph = forums.graph
    var areas: [Same: Set<NodeID>] = [:]
    for (key, group) in groups {
      let same = Same(
        forums: group.forums, function: key.function, services: group.services, isOpen: key.isOpen)
      areas[same, default: []].insert(key.area)
    }
    let questions = areas.map { same, areas in
      Question(
        areas: graph.sorted(areas).map(graph.code), function: same.function,
        services: same.services.contains([])
          ? [] : graph.regime.services.broadest(same.services.flatMap(\.self)),
        forums: graph.sorted(same.forums), isOpen: same.isOpen)
    }
    return questions.sorted { left, right in
      if left.areas != right.areas { return left.areas.lexicographicallyPrecedes(right.areas) }
      if left.function != right.function { return (left.function ?? "") < (right.function ?? "") }
      if left.isOpen != right.isOpen { return left.isOpen }
      return left.forums.map(graph.code).lexicographicallyPrecedes(right.forums.map(graph.code))
    }
  }
}
