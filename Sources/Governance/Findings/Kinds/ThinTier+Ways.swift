import GraphCore

/// The longest ways of trusts to the top, along lines that take in one function.
struct ThinTierWays {
  /// The longest way of a trust.
  struct Way: Hashable {
    /// The body at the top.
    let top: NodeID
    /// How many bodies stand between.
    let between: Int
    /// The pass in which it was found.
    fileprivate let pass: Int
  }

  /// The longest way of each trust that reaches the top.
  private(set) var longest: [NodeID: Way] = [:]
  private let lines: [AccountabilityLine]
  private var passes: [Pass] = []

  init(graph: AccountabilityGraph, lines all: [AccountabilityLine]) {
    lines = Self.ordered(
      all.filter { $0.strength != .advisory && $0.services.isEmpty && $0.areas.isEmpty }, in: graph)
    let named = Set(lines.flatMap(\.functions)).sorted()
    let trusts = Set(lines.map(\.subject)).filter {
      graph.atlas.organisation($0)?.kind == .trust
    }
    var covering: [[String]: [Bool]] = [:]
    for line in lines where covering[line.functions] == nil {
      covering[line.functions] = named.map { graph.regime.functions.covers(line.functions, $0) }
    }
    for position in named.isEmpty ? [0] : Array(named.indices) {
      let kept = lines.indices.filter { index in
        named.isEmpty || covering[lines[index].functions]?[position] == true
      }
      let pass = Pass(graph: graph, lines: lines, kept: kept)
      for trust in trusts {
        guard let end = pass.end(of: trust) else { continue }
        let way = Way(top: end.top, between: end.lines - 1, pass: passes.count)
        if let held = longest[trust], held.between >= way.between { continue }
        longest[trust] = way
      }
      passes.append(pass)
    }
  }

  /// Lines by the codes of their ends, then by record, so that of equal ways the same is taken
  /// whatever the order of the records.
  private static func ordered(
    _ lines: [AccountabilityLine], in graph: AccountabilityGraph
  ) -> [AccountabilityLine] {
    var rank = [Int](repeating: 0, count: graph.atlas.graph.nodeCount)
    for (position, node) in graph.sorted(graph.atlas.graph.nodes).enumerated() {
      rank[node.index] = position
    }
    return lines.sorted { left, right in
      let one = (rank[left.subject.index], rank[left.object.index])
      let other = (rank[right.subject.index], rank[right.object.index])
      return one == other ? left.witness[0].record < right.witness[0].record : one < other
    }
  }

  /// The lines of the longest way of a trust, from the trust up.
  func lines(from trust: NodeID) -> [AccountabilityLine] {
    guard let way = longest[trust] else { return [] }
    return passes[way.pass].way(from: trust).map { lines[$0] }
  }

  /// The ways along the lines of one function.
  private struct Pass {
    private let condensation: Condensation
    private let kept: [Int]
    /// By component: the number of lines to the top, the top, and the next line.
    private var heights: [Int]
    private var tops: [NodeID?]
    private var next: [EdgeID?]

    init(graph: AccountabilityGraph, lines: [AccountabilityLine], kept: [Int]) {
      self.kept = kept
      var builder = GraphBuilder()
      builder.addNodes(graph.atlas.graph.nodeCount)
      for index in kept { builder.addEdge(from: lines[index].subject, to: lines[index].object) }
      condensation = builder.build().condensation()
      let count = condensation.graph.nodeCount
      heights = [Int](repeating: -1, count: count)
      tops = [NodeID?](repeating: nil, count: count)
      next = [EdgeID?](repeating: nil, count: count)
      climb(lines, graph)
    }

    private mutating func climb(_ lines: [AccountabilityLine], _ graph: AccountabilityGraph) {
      // Components are numbered so that every line leads to a higher number.
      for node in condensation.graph.nodes.reversed() {
        let outgoing = condensation.graph.outgoing(of: node)
        if outgoing.isEmpty {
          let members = condensation.components.members(of: condensation.component(of: node))
          let top = graph.sorted(members).first { graph.atlas.organisation($0)?.kind == .national }
          tops[node.index] = top
          heights[node.index] = top == nil ? -1 : 0
        }
        for line in outgoing where heights[line.node.index] >= 0 {
          guard isFarther(line, than: node, lines, graph) else { continue }
          heights[node.index] = heights[line.node.index] + 1
          tops[node.index] = tops[line.node.index]
          next[node.index] = line.edge
        }
      }
    }

    /// Whether a way goes on longer along a line than along the one chosen so far; of equals, by
    /// the codes of the top and of the next body.
    private func isFarther(
      _ line: Line, than node: NodeID, _ lines: [AccountabilityLine], _ graph: AccountabilityGraph
    ) -> Bool {
      let height = heights[line.node.index] + 1
      if height != heights[node.index] { return height > heights[node.index] }
      guard let top = tops[line.node.index], let held = tops[node.index],
        let edge = next[node.index]
      else { return false }
      let one = lines[kept[condensation.witness(of: line.edge).index]].object
      let other = lines[kept[condensation.witness(of: edge).index]].object
      return (graph.code(top), graph.code(one)) < (graph.code(held), graph.code(other))
    }

    private func component(of node: NodeID) -> Int {
      condensation.components.component(of: node).index
    }

    func end(of node: NodeID) -> (top: NodeID, lines: Int)? {
      let component = component(of: node)
      guard heights[component] > 0, let top = tops[component] else { return nil }
      return (top, heights[component])
    }

    func way(from node: NodeID) -> [Int] {
      var way: [Int] = []
      var component = component(of: node)
      while let edge = next[component] {
        let line = condensation.witness(of: edge)
        way.append(kept[line.index])
        component = condensation.graph.target(of: edge).index
      }
      return way
    }
  }
}
