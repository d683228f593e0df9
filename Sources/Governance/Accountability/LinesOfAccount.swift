import GraphCore

/// Everyone a body answers to and everyone who answers to it, on one day under one regime.
public struct LinesOfAccount: Hashable, Sendable {
  /// The body.
  public let body: Code
  /// The day.
  public let date: CalendarDate
  /// The regime whose standing lines are among the lines.
  public let regime: String
  /// The function to which all is limited; `nil` for every function.
  public let function: String?
  /// Lines by which the body answers to others, by function.
  public let answersTo: [FunctionGroup]
  /// Lines by which others answer to the body, by function.
  public let answeredBy: [FunctionGroup]
  /// Lines from or maybe to the body of which only candidates for their end are known.
  public let candidates: [CandidateLine]
  /// Facts with several parties in which it takes part, by kind, then by code.
  public let arrangements: [ArrangementOfAccount]
  /// The ways up from the body, one for each body that it answers to directly.
  public let chains: [ChainOfAccount]
  /// Whether the body is one at which the regime's rules of accountability end.
  public let isTop: Bool
  /// The functions for which it is not known to whom the body is accountable; none if it is the top.
  public let unaccounted: [String]
  /// Whether the lines of accountability are stated to be all there are, so that `unaccounted` are
  /// functions for which it is accountable to nobody.
  public let accountabilityIsWhole: Bool
  /// Where its disputes can be taken.
  public let disputes: DisputeRoutes
  /// Who is accountable for, commissions, decides on and funds services that are delegated.
  public let commissioning: [CommissioningLines]

  /// Gathers the lines at a body.
  ///
  /// - Parameters:
  ///   - code: the body.
  ///   - graph: the atlas under its regime.
  ///   - function: only lines that take in some of this function; `nil` for all.
  /// - Returns: `nil` if no organisation of the code is in force on the day.
  /// - Complexity: O(d log d + functions · (n + m)) in the lines at the body, and in the nodes and
  ///   lines of accountability of the graph.
  public init?(of code: Code, in graph: AccountabilityGraph, about function: String? = nil) {
    guard let node = graph.atlas.node(code), graph.atlas.organisation(node) != nil else {
      return nil
    }
    let concerns: (LineOfAccount) -> Bool = { line in
      function.map { graph.regime.functions.common(line.functions, [$0]) != nil } ?? true
    }
    let up = RelationKind.ofAccount.flatMap { kind in
      graph.linesOfAccount(kind, at: node, along: kind.startsAtWhoAnswers ? .outgoing : .incoming)
    }.filter(concerns)
    let down = RelationKind.ofAccount.flatMap { kind in
      graph.linesOfAccount(kind, at: node, along: kind.startsAtWhoAnswers ? .incoming : .outgoing)
    }.filter(concerns)
    let chains = ChainSearch(graph: graph, function: function)
    body = code
    date = graph.atlas.date
    regime = graph.regime.id
    self.function = function
    answersTo = FunctionGroup.groups(up, in: graph.regime)
    answeredBy = FunctionGroup.groups(down, in: graph.regime)
    candidates = graph.candidateLines(of: code, about: function)
    arrangements = graph.arrangementsOfAccount(of: node, about: function)
    self.chains = chains.chains(from: node, first: up.filter { $0.kind == .accountableTo })
    isTop = graph.regime.top.contains(code)
    unaccounted = isTop ? [] : chains.unaccounted(up.filter { $0.kind == .accountableTo })
    accountabilityIsWhole = graph.statesWhole(.accountability, about: code) != nil
    disputes = DisputeRoutes(of: node, answering: up, in: graph)
    let commissioning = [RelationKind.commissioningFunction]
    let isAbout = function.map { graph.regime.functions.common(commissioning, [$0]) != nil }
    self.commissioning = isAbout == false ? [] : graph.commissioningLines(of: code)
  }
}

extension FunctionGroup {
  /// Lines by their functions: those about all first, then in the order of the regime's functions.
  static func groups(_ lines: [LineOfAccount], in regime: Regime) -> [FunctionGroup] {
    let ranks = Dictionary(
      regime.functions.terms.enumerated().map { ($1.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    let rank = { (function: String) in ranks[function] ?? ranks.count }
    let precedes = { (left: String, right: String) in
      rank(left) == rank(right)
        ? left.utf8.lexicographicallyPrecedes(right.utf8) : rank(left) < rank(right)
    }
    return Dictionary(grouping: lines) { $0.functions.sorted(by: precedes) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key, by: precedes) }
      .map { FunctionGroup(functions: $0.key, lines: $0.value.sorted(by: LineOfAccount.precedes)) }
  }
}
