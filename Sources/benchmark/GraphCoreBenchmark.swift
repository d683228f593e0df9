import GraphCore

/// Times the graph algorithms on seeded graphs.
///
/// Prints a line a measurement: tool, algorithm, edges, seconds, bytes an edge, answer. Bytes an
/// edge are those of the graph for building it, and the highest memory beside the graph for the
/// algorithms. Answers are counts that the peers must come to as well.
struct GraphCoreBenchmark {
  let options: Options

  func run() throws {
    for edgeCount in options.edgeCounts {
      let edges = SeededEdges(count: edgeCount)
      let graph = try build(edges)
      let acyclic = try Self.graph(of: edges.acyclic())
      measure("breadth-first search", graph) { graph.reachable(from: [NodeID(0)]).count }
      measure("search of half the kinds, either way", graph) {
        let kinds = EdgeKindSet((0..<4).map { EdgeKind($0) })
        return graph.reachable(from: [NodeID(0)], along: .either, kinds: kinds).count
      }
      let farthest = graph.reachable(from: [NodeID(0)]).order.last ?? NodeID(0)
      measure("shortest path", graph) {
        graph.shortestPath(from: NodeID(0), to: farthest)?.length ?? -1
      }
      measure("strong components", graph) { graph.strongComponents().count }
      measure("shortest cycle", graph) { Self.shortestCycle(of: graph) }
      measure("condensation", graph) { graph.condensation().graph.edgeCount }
      measure("topological order", acyclic) { try acyclic.topologicalOrder().nodes.count }
      measure("dominators", graph) { Self.childrenOfRoot(in: graph) }
      measure("bipartite projection", graph) { graph.projection(of: graph.nodes).pairs.count }
      measure("weighted Jaccard", graph) { Self.alikePairs(in: graph) }
      measureSweep(edges)
    }
  }

  private func build(_ edges: SeededEdges) throws -> Graph {
    guard options.only ?? "build" == "build" else { return try Self.graph(of: edges) }
    let measurement = try Measurement(runs: options.runs) { try Self.graph(of: edges).edgeCount }
    let graph = try Self.graph(of: edges)
    report("build", edgeCount: edges.count, measurement, bytes: graph.byteCount)
    return graph
  }

  private func measure(_ name: String, _ graph: Graph, _ work: () throws -> Int) {
    guard options.only ?? name == name else { return }
    do {
      let measurement = try Measurement(runs: options.runs, work)
      report(name, edgeCount: graph.edgeCount, measurement, bytes: measurement.peakBytes)
    } catch {
      print("footprints", name, graph.edgeCount, "failed", error, separator: "\t")
    }
  }

  /// An interval takes the place of an edge; each overlaps with about two others.
  private func measureSweep(_ edges: SeededEdges) {
    guard options.only ?? "interval sweep" == "interval sweep" else { return }
    let intervals = zip(edges.sources, edges.targets).map { source, target in
      let start = source.index * 4 + target.index % 4
      return start...(start + target.index % 2)
    }
    let measurement = Measurement(runs: options.runs) {
      let sweep = IntervalSweep(intervals)
      return sweep.overlappingPairs().count + (sweep.peak()?.depth ?? 0)
    }
    report(
      "interval sweep", edgeCount: edges.count, measurement, bytes: measurement.peakBytes)
  }

  private func report(
    _ name: String, edgeCount: Int, _ measurement: Measurement, bytes: Int?
  ) {
    let bytesAnEdge = bytes.map { String(Double($0) / Double(edgeCount)) } ?? "-"
    print(
      "footprints", name, edgeCount, measurement.seconds, bytesAnEdge, measurement.answer,
      separator: "\t")
  }

  private static func graph(of edges: SeededEdges) throws -> Graph {
    try Graph(
      nodeCount: edges.nodeCount, sources: edges.sources, targets: edges.targets,
      kinds: edges.kinds)
  }

  /// The length of a shortest cycle in the largest component.
  private static func shortestCycle(of graph: Graph) -> Int {
    let components = graph.strongComponents()
    let largest = components.all.max {
      components.members(of: $0).count < components.members(of: $1).count
    }
    return largest.flatMap { components.shortestCycle(in: $0)?.length } ?? -1
  }

  /// The number of nodes that the first node dominates immediately.
  private static func childrenOfRoot(in graph: Graph) -> Int {
    let dominators = graph.dominators(from: NodeID(0))
    return graph.nodes.count { dominators.immediateDominator(of: $0) == NodeID(0) }
  }

  /// The number of nodes that share weight with the next node.
  private static func alikePairs(in graph: Graph) -> Int {
    var alike = 0
    for place in stride(from: 0, to: graph.nodeCount - 1, by: 2) {
      let sets = [place, place + 1].map { node in
        try? graph.weightedNeighbours(of: NodeID(node)) { Double($0.rawValue % 8) }
      }
      if let left = sets[0], let right = sets[1], left.weightedJaccard(with: right) ?? 0 > 0 {
        alike += 1
      }
    }
    return alike
  }
}
