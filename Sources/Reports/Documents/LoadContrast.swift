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
}
