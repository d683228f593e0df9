import GraphCore

/// Over how many lines of delegation what a body holds came to it.
///
/// A class, so that what was found of one body is there for the next.
final class DelegationRoots {
  private struct Key: Hashable {
    let node: NodeID
    let matter: Matter
  }

  private enum Answer {
    case steps(Int)
    case noWay
  }

  let delegations: Delegations
  let graph: AccountabilityGraph
  private let holders: Set<OrganisationKind>
  private var known: [Key: Answer] = [:]

  init(
    _ delegations: Delegations, holders: Set<OrganisationKind>, in graph: AccountabilityGraph
  ) {
    self.delegations = delegations
    self.holders = holders
    self.graph = graph
  }

  /// Whether a body holds functions by law.
  func isHolder(_ node: NodeID) -> Bool {
    graph.atlas.organisation(node).map { holders.contains($0.kind) } ?? false
  }

  /// Whether a line takes in a matter; one that is not limited takes in whatever there is.
  func takesIn(_ line: AccountabilityLine, _ matter: Matter) -> Bool {
    (matter.function.map { graph.regime.functions.covers(line.functions, $0) } ?? true)
      && (matter.service.map { graph.regime.services.covers(line.services, $0) } ?? true)
      && (matter.area.map { graph.covers(line.areas, $0) } ?? true)
  }

  /// What a line names, one by one.
  func matters(of line: AccountabilityLine) -> [Matter] {
    matters(line.functions, line.services, line.areas)
  }

  /// Functions, services and areas, one by one.
  func matters(_ functions: [String], _ services: [String], _ areas: [Code]) -> [Matter] {
    func each<Term: Comparable & Hashable>(_ list: [Term]) -> [Term?] {
      list.isEmpty ? [nil] : Set(list).sorted().map(Optional.some)
    }
    return each(functions).flatMap { function in
      each(services).flatMap { service in
        each(areas).map { Matter(function: function, service: service, area: $0) }
      }
    }
  }

  /// The least number of lines from a body that holds a matter by law; `nil` if none leads there.
  func steps(to node: NodeID, of matter: Matter) -> Int? {
    if isHolder(node) { return 0 }
    if let answer = known[Key(node: node, matter: matter)] {
      if case .steps(let steps) = answer { return steps }
      return nil
    }
    var onward: [NodeID: NodeID] = [:]
    var seen: Set<NodeID> = [node]
    var layer = [node]
    var depth = 0
    var best: (total: Int, node: NodeID)?
    while !layer.isEmpty, depth + 1 < best?.total ?? .max {
      depth += 1
      var next: [NodeID] = []
      for reached in layer {
        for line in delegations.lines(into: reached) where takesIn(line, matter) {
          guard seen.insert(line.subject).inserted else { continue }
          onward[line.subject] = reached
          switch isHolder(line.subject) ? .steps(0) : known[Key(node: line.subject, matter: matter)]
          {
          case .steps(let steps)?:
            if depth + steps < best?.total ?? .max { best = (depth + steps, line.subject) }
          case Answer.noWay?: continue
          case nil: next.append(line.subject)
          }
        }
      }
      layer = next
    }
    guard let best else {
      for node in seen where !isHolder(node) { known[Key(node: node, matter: matter)] = .noWay }
      return nil
    }
    remember(best.node, along: onward, matter)
    return best.total
  }

  /// Bodies on a shortest way have their shortest ways along it.
  private func remember(_ start: NodeID, along onward: [NodeID: NodeID], _ matter: Matter) {
    var steps = isHolder(start) ? 0 : self.steps(to: start, of: matter) ?? 0
    var node = start
    while let next = onward[node] {
      steps += 1
      known[Key(node: next, matter: matter)] = .steps(steps)
      node = next
    }
  }

  /// The lines of a shortest way from a holder to a body, in order; empty if there is none.
  func chain(to node: NodeID, of matter: Matter) -> [AccountabilityLine] {
    var lines: [AccountabilityLine] = []
    var end = node
    while let steps = steps(to: end, of: matter), steps > 0,
      let line = delegations.lines(into: end).first(where: {
        takesIn($0, matter) && self.steps(to: $0.subject, of: matter) == steps - 1
      })
    {
      lines.append(line)
      end = line.subject
    }
    return lines.reversed()
  }
}

/// What bodies delegate that they do not hold.
struct UnheldMatters {
  /// The bodies that delegate something which no holder is behind.
  let bodies: Set<NodeID>
  /// The bodies from which such chains start, by code, with what they delegate.
  let starts: [(bodies: [NodeID], matter: Matter)]

  init(roots: DelegationRoots) {
    var bodies: Set<NodeID> = []
    var empty: Set<AccountabilityLine> = []
    var unheld: [Matter: Set<NodeID>] = [:]
    var order: [Matter] = []
    for line in roots.delegations.lines {
      for matter in roots.matters(of: line)
      where roots.steps(to: line.subject, of: matter) == nil {
        bodies.insert(line.subject)
        empty.insert(line)
        if unheld[matter] == nil { order.append(matter) }
        unheld[matter, default: []].insert(line.subject)
      }
    }
    self.bodies = bodies
    starts = order.flatMap { matter in
      Self.starts(of: unheld[matter] ?? [], matter, empty, roots).map { ($0, matter) }
    }
  }

  /// The components that nothing leads to, of those that lead to some bodies along empty lines, if
  /// one of these is in them.
  ///
  /// A line that passes on what there is, and there is something, is not empty: it is not to blame
  /// for what the next body makes of it.
  private static func starts(
    of bodies: Set<NodeID>, _ matter: Matter, _ empty: Set<AccountabilityLine>,
    _ roots: DelegationRoots
  ) -> [[NodeID]] {
    let graph = roots.graph
    var places: [NodeID: NodeID] = [:]
    var nodes: [NodeID] = []
    var builder = GraphBuilder()
    func place(_ node: NodeID) -> NodeID {
      if let held = places[node] { return held }
      let made = builder.addNode()
      places[node] = made
      nodes.append(node)
      return made
    }
    for body in graph.sorted(bodies) { _ = place(body) }
    var position = 0
    while position < nodes.count {
      let node = nodes[position]
      for line in roots.delegations.lines(into: node)
      where empty.contains(line) && roots.takesIn(line, matter) {
        builder.addEdge(from: place(line.subject), to: place(node))
      }
      position += 1
    }
    let drawn = builder.build().condensation()
    return drawn.components.all.compactMap { component in
      guard drawn.graph.incoming(of: drawn.node(of: component)).isEmpty else { return nil }
      let members = drawn.components.members(of: component).map { nodes[$0.index] }
      return members.contains(where: bodies.contains) ? graph.sorted(members) : nil
    }
    .sorted { graph.code($0[0]) < graph.code($1[0]) }
  }
}
