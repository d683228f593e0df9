import GraphCore
import Testing

/// Expects that a walk's edges are there, are of the kinds wanted and join its nodes in order.
func expectJoined(
  _ path: Path, in graph: Graph, along direction: Direction, kinds: EdgeKindSet,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(path.nodes.count == path.edges.count + 1, sourceLocation: sourceLocation)
  for (place, edge) in path.edges.enumerated() {
    let step = (path.nodes[place], path.nodes[place + 1])
    let forward = (graph.source(of: edge), graph.target(of: edge))
    let isForward = step == forward
    let isBackward = step == (forward.1, forward.0)
    let isRight =
      switch direction {
      case .outgoing: isForward
      case .incoming: isBackward
      case .either: isForward || isBackward
      }
    #expect(isRight, sourceLocation: sourceLocation)
    #expect(kinds.contains(graph.kind(of: edge)), sourceLocation: sourceLocation)
  }
}

/// Expects that a cycle's edges are there, join its nodes in order and pass none twice.
func expectClosed(
  _ cycle: Cycle, in graph: Graph, kinds: EdgeKindSet,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(!cycle.edges.isEmpty, sourceLocation: sourceLocation)
  #expect(cycle.nodes.count == cycle.edges.count, sourceLocation: sourceLocation)
  #expect(Set(cycle.nodes).count == cycle.nodes.count, sourceLocation: sourceLocation)
  for (place, edge) in cycle.edges.enumerated() {
    let next = cycle.nodes[(place + 1) % cycle.nodes.count]
    #expect(graph.source(of: edge) == cycle.nodes[place], sourceLocation: sourceLocation)
    #expect(graph.target(of: edge) == next, sourceLocation: sourceLocation)
    #expect(kinds.contains(graph.kind(of: edge)), sourceLocation: sourceLocation)
  }
}
