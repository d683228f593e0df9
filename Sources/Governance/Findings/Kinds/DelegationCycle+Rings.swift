import GraphCore

/// Finds the rings among lines of delegation.
struct DelegationRings {
  let graph: AccountabilityGraph

  /// Bodies that all reach each other, and the lines among them.
  private struct Component {
    let bodies: [NodeID]
    let lines: [AccountabilityLine]
  }

  /// Of more bodies than this a shortest circle is looked for through the first alone.
  private static let manyBodies = 500

  /// The rings, those together that hang together when functions, services and areas are left aside.
  func clusters(of lines: [AccountabilityLine]) -> [[MatterQuestions.Question]] {
    components(of: lines).map(rings).filter { !$0.isEmpty }
  }

  private func rings(in whole: Component) -> [MatterQuestions.Question] {
    var found = MatterQuestions(graph)
    let functions = graph.regime.functions
    for function in [nil] + functions.meetings(of: whole.lines.map(\.functions)).map(Optional.some)
    {
      let about = whole.lines.filter { takesIn(function, $0.functions, functions) }
      for component in components(of: about) { refine(component, function, into: &found) }
    }
    return found.questions
  }

  private func refine(
    _ component: Component, _ function: String?, into found: inout MatterQuestions
  ) {
    let services = graph.regime.services
    for service in [nil] + services.meetings(of: component.lines.map(\.services)).map(Optional.some)
    {
      let about = component.lines.filter { takesIn(service, $0.services, services) }
      for inner in components(of: about) {
        for area in [nil] + Set(inner.lines.flatMap(\.areas)).sorted().map(Optional.some) {
          let there = inner.lines.filter { line in
            area.map { graph.covers(line.areas, $0) } ?? line.areas.isEmpty
          }
          let matter = Matter(function: function, service: service, area: area)
          for ring in components(of: there) where found.add(ring.bodies, matter) {
            found.show(circle(in: ring), of: ring.bodies, matter)
          }
        }
      }
    }
  }

  private func takesIn(_ term: String?, _ list: [String], _ order: TermOrder) -> Bool {
    term.map { order.covers(list, $0) } ?? list.isEmpty
  }

  /// The strong components that hold a cycle, by their first body.
  private func components(of lines: [AccountabilityLine]) -> [Component] {
    let (bodies, topology) = topology(of: lines)
    let strong = topology.strongComponents()
    let cyclic = strong.cyclic
    guard !cyclic.isEmpty else { return [] }
    var inner: [ComponentID: [AccountabilityLine]] = [:]
    let isCyclic = Set(cyclic)
    for (edge, line) in zip(topology.edges, lines) {
      let component = strong.component(of: topology.source(of: edge))
      if isCyclic.contains(component), component == strong.component(of: topology.target(of: edge))
      {
        inner[component, default: []].append(line)
      }
    }
    return cyclic.sorted { strong.members(of: $0).first! < strong.members(of: $1).first! }.map {
      Component(
        bodies: strong.members(of: $0).map { bodies[$0.index] }, lines: inner[$0] ?? [])
    }
  }

  /// A shortest circle; of several the one through the first body, along the first lines.
  private func circle(in ring: Component) -> [AccountabilityLine] {
    let (_, topology) = topology(of: ring.lines)
    let strong = topology.strongComponents()
    guard let component = strong.cyclic.first else { return [] }
    let cycle =
      ring.bodies.count > Self.manyBodies
      ? strong.witnessCycle(of: component) : strong.shortestCycle(in: component)
    return (cycle?.edges ?? []).map { ring.lines[$0.index] }
  }

  /// The bodies of lines, by code, and the graph of the lines over them; edge *i* is line *i*.
  private func topology(of lines: [AccountabilityLine]) -> ([NodeID], Graph) {
    let bodies = graph.sorted(Set(lines.flatMap { [$0.subject, $0.object] }))
    let places = Dictionary(
      uniqueKeysWithValues: bodies.enumerated().map { ($1, NodeID($0)) })
    var builder = GraphBuilder()
    builder.addNodes(bodies.count)
    builder.reserveCapacity(edges: lines.count)
    for line in lines {
      if let from = places[line.subject], let to = places[line.object] {
        builder.addEdge(from: from, to: to)
      }
    }
    return (bodies, builder.build())
  }
}
