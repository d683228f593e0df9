import Governance

/// The load of a trust beside that of the same trust on another day, or of another trust.
public struct LoadContrast: Sendable {
  /// One of the two.
  public struct Side: Sendable {
    /// The graph from which its model was made.
    public let graph: AccountabilityGraph
    /// The model.
    public let model: LoadModel
    /// The trust.
    public let trust: Code

    /// Names a side.
    ///
    /// - Parameters:
    ///   - trust: the trust.
    ///   - model: a model that has it.
    ///   - graph: the graph from which the model was made.
    public init(_ trust: Code, _ model: LoadModel, in graph: AccountabilityGraph) {
      self.graph = graph
      self.model = model
      self.trust = trust
    }
  }

  /// A kind of forum, return, review or contract and what it does to the difference.
  public struct Cause: Hashable, Sendable {
    /// The component.
    public let component: LoadComponent
    /// The kind.
    public let kind: String
    /// How many of it the first has: forums, recipients of returns, overseers or contracts.
    public let firstCount: Int
    /// How many of it the second has.
    public let secondCount: Int
    /// Person-hours a year at the most likely values, the first less the second.
    public let difference: Double
  }

  /// What is compared.
  public let first: Side
  /// With what.
  public let second: Side
  /// The load of the first.
  public let firstSummary: LoadSummary
  /// The load of the second.
  public let secondSummary: LoadSummary
  /// How they differ.
  public let comparison: LoadComparison
  /// How it was drawn.
  public let settings: LoadSimulation.Settings

  /// Whether it is one trust on two days.
  public var isOverTime: Bool { first.trust == second.trust }

  /// Draws and compares; `nil` if a model does not have its trust.
  ///
  /// - Parameters:
  ///   - first: what is compared.
  ///   - second: with what.
  ///   - settings: how to draw.
  /// - Complexity: that of the draws.
  public init?(
    of first: Side, with second: Side,
    settings: LoadSimulation.Settings = LoadSimulation.Settings()
  ) {
    let simulation = LoadSimulation(LoadEquations([first.model, second.model]), settings: settings)
    let (one, other) = (LoadSubject(first.trust), LoadSubject(second.trust, model: 1))
    guard let firstSummary = simulation.summary(of: one),
      let secondSummary = simulation.summary(of: other)
    else { return nil }
    self.first = first
    self.second = second
    self.firstSummary = firstSummary
    self.secondSummary = secondSummary
    self.settings = settings
    comparison = simulation.comparison(of: one, with: other)
  }

  /// What makes the difference, by kind, the greatest first; kinds alike in both are left out.
  ///
  /// - Complexity: O(*n* log *n*) in the terms of the two.
  public var causes: [Cause] {
    struct Key: Hashable {
      let component: LoadComponent
      let kind: String
    }
    var counts: [Key: (first: Int, second: Int, difference: Double)] = [:]
    for term in first.model.load(of: first.trust)?.terms ?? [] {
      let key = Key(component: term.component, kind: term.kind)
      counts[key, default: (0, 0, 0)].first += Self.count(term)
      counts[key]?.difference += term.mode
    }
    for term in second.model.load(of: second.trust)?.terms ?? [] {
      let key = Key(component: term.component, kind: term.kind)
      counts[key, default: (0, 0, 0)].second += Self.count(term)
      counts[key]?.difference -= term.mode
    }
    return counts.map { key, count in
      Cause(
        component: key.component, kind: key.kind, firstCount: count.first,
        secondCount: count.second, difference: count.difference)
    }
    .filter { abs($0.difference) > 1e-9 || $0.firstCount != $0.secondCount }
    .sorted { left, right in
      let (one, other) = (abs(left.difference), abs(right.difference))
      if one != other { return one > other }
      return (left.component.rawValue, left.kind) < (right.component.rawValue, right.kind)
    }
  }

  private static func count(_ term: LoadTerm) -> Int {
    term.component == .returns ? term.bodies.count : 1
  }

  /// The values within their range at which the two are equal, the nearest to the most likely value,
  /// measured in ranges, first.
  public var tippingPoints: [LoadBreakEven] {
    func distance(_ point: LoadBreakEven) -> Double {
      let range = point.input.range
      guard let value = point.value, range.high > range.low else { return .infinity }
      return abs(value - range.mode) / (range.high - range.low)
    }
    return comparison.breakEven.filter(\.isWithinRange).enumerated()
      .sorted { left, right in
        let (one, other) = (distance(left.element), distance(right.element))
        return one == other ? left.offset < right.offset : one < other
      }.map(\.element)
  }
}
