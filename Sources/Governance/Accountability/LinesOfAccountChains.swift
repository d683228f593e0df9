import GraphCore

/// A way up from a body, over lines of accountability that hold for the same functions, services and
/// areas.
public struct ChainOfAccount: Hashable, Sendable {
  /// How a way up ends.
  public enum End: String, CaseIterable, Sendable {
    /// At the body on top: the one that the regime's rules end at.
    case top
    /// At a body of which it is not known to whom it answers for this.
    case open
    /// Nowhere: it leads into a circle.
    case circle
  }

  /// One step up.
  public struct Step: Hashable, Sendable {
    /// Who answers.
    public let from: Code
    /// To whom, and on what ground.
    public let line: LineOfAccount
    /// Others to whom the same body answers, for anything, by code.
    public let others: [Code]
  }

  /// The functions for which it holds; empty for all.
  public let functions: [String]
  /// The services; empty for all.
  public let services: [String]
  /// The areas; empty for everywhere.
  public let areas: [Code]
  /// The steps, at least one.
  public let steps: [Step]
  /// How it ends.
  public let end: End

  /// The bodies from the bottom to the top.
  public var bodies: [Code] { [steps[0].from] + steps.map(\.line.other) }

  /// No surer than its weakest line.
  public var confidence: Confidence { steps.map(\.line.confidence).min() ?? .assumed }
}

extension Regime {
  /// The bodies on top: national bodies that rules of accountability name and end at.
  public var top: [Code] {
    let rules = standing.filter { $0.line == .accountableTo }
    let subjects = Set(rules.flatMap(\.subject.codes))
    let ends = rules.filter { $0.object.kind == .national }.flatMap(\.object.codes)
    return Set(ends).subtracting(subjects).sorted()
  }
}

/// Looks for the ways up from a body, breadth first, without recursion.
struct ChainSearch {
  let graph: AccountabilityGraph
  let function: String?
  private let top: Set<Code>

  init(graph: AccountabilityGraph, function: String?) {
    self.graph = graph
    self.function = function
    top = Set(graph.regime.top)
  }

  /// What a chain is about, which every further line of it must take in.
  private struct Matter: Hashable {
    var function: String?
    let services: [String]
    let areas: [Code]
  }

  /// A way up and the functions for which it was found.
  private struct Way {
    var functions: [String?]
    let steps: [ChainOfAccount.Step]
    let end: ChainOfAccount.End

    func isSame(as other: Way) -> Bool {
      end == other.end && steps.map(\.line.other) == other.steps.map(\.line.other)
    }
  }

  /// The widest functions of the regime for which no line of accountability is among those given.
  func unaccounted(_ lines: [LineOfAccount]) -> [String] {
    let order = graph.regime.functions
    let asked = function.map { [$0] } ?? order.terms.filter(\.within.isEmpty).map(\.id)
    return asked.filter { function in
      !lines.contains { order.common($0.functions, [function]) != nil }
    }
  }

  /// The chains that begin with each of some lines, by the first body, then by what they are about.
  ///
  /// Of the functions of a line and the parts of them, those with the same way up are told as one
  /// chain.
  func chains(from start: NodeID, first: [LineOfAccount]) -> [ChainOfAccount] {
    var chains: [ChainOfAccount] = []
    for line in first.sorted(by: Self.precedes) {
      let asked = functions(of: line)
      var ways: [Way] = []
      for function in asked {
        let matter = Matter(function: function, services: line.services, areas: line.areas)
        let way = way(from: start, first: line, matter)
        if let index = ways.firstIndex(where: { $0.isSame(as: way) }) {
          ways[index].functions.append(function)
        } else {
          ways.append(way)
        }
      }
      for way in ways {
        let all = line.functions.isEmpty && function == nil && way.functions.count == asked.count
        let chain = ChainOfAccount(
          functions: all ? [] : widest(way.functions.compactMap(\.self)), services: line.services,
          areas: line.areas, steps: way.steps, end: way.end)
        add(chain, to: &chains)
      }
    }
    return chains
  }

  /// Adds a chain, or its functions to one that is otherwise the same.
  private func add(_ chain: ChainOfAccount, to chains: inout [ChainOfAccount]) {
    let same = chains.firstIndex {
      $0.bodies == chain.bodies && $0.end == chain.end && $0.services == chain.services
        && $0.areas == chain.areas
    }
    guard let same else {
      chains.append(chain)
      return
    }
    let known = chains[same].functions
    guard !known.isEmpty else { return }
    let functions =
      chain.functions.isEmpty ? [] : known + chain.functions.filter { !known.contains($0) }
    chains[same] = ChainOfAccount(
      functions: functions, services: chain.services, areas: chain.areas,
      steps: chains[same].steps, end: chain.end)
  }

  private func functions(of line: LineOfAccount) -> [String?] {
    if let function { return [function] }
    let order = graph.regime.functions
    let terms = order.terms.map(\.id)
    if line.functions.isEmpty { return terms.isEmpty ? [nil] : terms }
    let parts = terms.filter { !line.functions.contains($0) && order.covers(line.functions, $0) }
    return line.functions + parts
  }

  /// Functions without those that lie within others of them.
  private func widest(_ functions: [String]) -> [String] {
    let order = graph.regime.functions
    return functions.filter { function in
      !functions.contains { $0 != function && order.isWithin(function, $0) }
    }
  }

  /// A shortest way to the top, else to the nearest body that answers to nobody for the matter.
  private func way(
    from start: NodeID, first: LineOfAccount, _ matter: Matter
  ) -> Way {
    let found = { (steps: [ChainOfAccount.Step], end: ChainOfAccount.End) in
      Way(functions: [matter.function], steps: steps, end: end)
    }
    let opening = ChainOfAccount.Step(
      from: graph.code(start), line: first, others: others(of: start, but: first.other))
    guard let second = graph.atlas.node(first.other) else { return found([opening], .open) }
    var before: [NodeID: (node: NodeID, line: LineOfAccount)] = [:]
    var seen: Set<NodeID> = [start, second]
    var queue = [second]
    var position = 0
    var open: NodeID?
    while position < queue.count {
      let node = queue[position]
      position += 1
      if top.contains(graph.code(node)) {
        return found([opening] + steps(to: node, before), .top)
      }
      let lines = carrying(matter, from: node)
      if lines.isEmpty, open == nil { open = node }
      for line in lines {
        guard let next = graph.atlas.node(line.other), seen.insert(next).inserted else { continue }
        before[next] = (node, line)
        queue.append(next)
      }
    }
    guard let open else { return found([opening], .circle) }
    return found([opening] + steps(to: open, before), .open)
  }

  private func steps(
    to end: NodeID, _ before: [NodeID: (node: NodeID, line: LineOfAccount)]
  ) -> [ChainOfAccount.Step] {
    var steps: [ChainOfAccount.Step] = []
    var node = end
    while let (previous, line) = before[node] {
      steps.append(
        ChainOfAccount.Step(
          from: graph.code(previous), line: line, others: others(of: previous, but: line.other)))
      node = previous
    }
    return steps.reversed()
  }

  /// Lines of accountability that take in all of a matter; those with the fewest limits first.
  private func carrying(_ matter: Matter, from node: NodeID) -> [LineOfAccount] {
    let order = graph.regime
    return graph.linesOfAccount(.accountableTo, at: node, along: .outgoing)
      .filter { line in
        let function =
          matter.function.map { order.functions.covers(line.functions, $0) }
          ?? line.functions.isEmpty
        let services =
          line.services.isEmpty
          || (!matter.services.isEmpty
            && matter.services.allSatisfy { order.services.covers(line.services, $0) })
        let areas =
          line.areas.isEmpty
          || (!matter.areas.isEmpty && matter.areas.allSatisfy { graph.covers(line.areas, $0) })
        return function && services && areas
      }
      .sorted(by: Self.precedes)
  }

  /// Orders by the body answered to; of the same, by how many limits there are, then by record.
  private static func precedes(_ left: LineOfAccount, _ right: LineOfAccount) -> Bool {
    if left.other != right.other { return left.other < right.other }
    let limits = { (line: LineOfAccount) in
      [line.services.isEmpty, line.areas.isEmpty, line.functions.isEmpty].count { !$0 }
    }
    if limits(left) != limits(right) { return limits(left) < limits(right) }
    return left.witness[0].record < right.witness[0].record
  }

  private func others(of node: NodeID, but chosen: Code) -> [Code] {
    let all = graph.atlas.lines(.relation(.accountableTo), from: node).map { graph.code($0.node) }
    return Set(all).subtracting([chosen]).sorted()
  }
}
