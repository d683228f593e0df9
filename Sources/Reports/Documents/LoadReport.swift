import Governance

/// The loads of some trusts with their ranges, ranked: what the text, JSON, CSV and workbook of
/// `footprints load` show.
public struct LoadReport: Sendable {
  /// A trust in the ranking.
  public struct Row: Hashable, Sendable {
    /// Its place, from 1.
    public let rank: Int
    /// All that is known of its load.
    public let summary: LoadSummary
    /// What is ranked: the headline or one component.
    public let spread: LoadSpread
    /// The share of draws in which it exceeds the next; `nil` for the last.
    public let exceedsNext: Double?
  }

  /// The graph from which the model was made, for names and structure.
  public let graph: AccountabilityGraph
  /// The draws.
  public let simulation: LoadSimulation
  /// The component that is ranked; `nil` for the headline.
  public let component: LoadComponent?
  /// The sector to which the ranking is limited; `nil` for all.
  public let sector: Sector?
  /// The trusts, the greatest median first, then by code.
  public let rows: [Row]

  /// The model.
  public var model: LoadModel { simulation.equations.models[0] }

  /// Draws and ranks.
  ///
  /// - Parameters:
  ///   - model: what trusts bear.
  ///   - graph: the graph from which it was made.
  ///   - settings: how to draw.
  ///   - component: what to rank; `nil` for the headline.
  ///   - sector: which trusts; `nil` for all.
  /// - Complexity: that of the draws and of sorting them for quantiles.
  public init(
    _ model: LoadModel, in graph: AccountabilityGraph,
    settings: LoadSimulation.Settings = LoadSimulation.Settings(),
    component: LoadComponent? = nil, sector: Sector? = nil
  ) {
    self.graph = graph
    self.component = component
    self.sector = sector
    let simulation = LoadSimulation(LoadEquations([model]), settings: settings)
    self.simulation = simulation
    let measure = component.map(LoadMeasure.component) ?? .headline
    let wanted = Set(
      model.trusts.filter { load in sector.map(load.trust.sectors.contains) ?? true }
        .map(\.trust.id))
    let spreads: [(LoadSummary, LoadSpread)] = simulation.summaries()
      .filter { wanted.contains($0.trust) }
      .map { summary in
        (summary, component.flatMap { summary.components[$0] } ?? summary.headline)
      }
      .sorted { left, right in
        let (one, other) = (left.1.median.value, right.1.median.value)
        return one == other ? left.0.trust < right.0.trust : one > other
      }
    let draws = spreads.map { simulation.draws(of: [LoadSubject($0.0.trust)], measure) }
    rows = spreads.enumerated().map { index, entry in
      Row(
        rank: index + 1, summary: entry.0, spread: entry.1,
        exceedsNext: index + 1 < draws.count
          ? Self.share(of: draws[index], above: draws[index + 1]) : nil)
    }
  }

  private static func share(of first: [Double], above second: [Double]) -> Double {
    let wins = zip(first, second).reduce(0.0) { $0 + ($1.0 > $1.1 ? 1 : $1.0 == $1.1 ? 0.5 : 0) }
    return first.isEmpty ? 0 : wins / Double(first.count)
  }

  /// What a trust bears; `nil` if it is not in the model.
  public func load(of trust: Code) -> TrustLoad? { model.load(of: trust) }

  /// The Gini coefficient of recorded seats on forums of others, between the trusts of the ranking;
  /// `nil` where there are none.
  public var seatsGini: Double? {
    LoadStructure.gini(
      rows.compactMap { LoadStructure(of: $0.summary.trust, in: graph)?.seats })
  }

  /// What is left out for want of a figure, over all trusts of the ranking, each in one sentence with
  /// how many trusts it concerns; most first.
  public var gaps: [(statement: String, trusts: Int)] {
    var counts: [String: Int] = [:]
    for row in rows {
      for statement in Set(row.summary.gaps.map(\.statement)) { counts[statement, default: 0] += 1 }
    }
    return counts.sorted { left, right in
      left.value == right.value
        ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8) : left.value > right.value
    }.map { ($0.key, $0.value) }
  }
}

/// Why a trust bears what it bears.
public struct LoadExplanation: Sendable {
  /// The ranking in which the trust stands.
  public let report: LoadReport
  /// What it bears.
  public let load: TrustLoad
  /// With ranges.
  public let row: LoadReport.Row
  /// What would move it most.
  public let changes: [LoadChange]
  /// Counts that rest on no assumption.
  public let structure: LoadStructure?
  /// Hours of directors, with their range.
  public let directors: LoadSpread
  /// Hours that only the number of recipients makes, with their range.
  public let duplication: LoadSpread
  /// Meetings of its own board, with their range.
  public let baseline: LoadSpread
  /// Reconciliation of overseers, where it was asked for.
  public let reconciliation: LoadSpread?
  /// What an hour costs, where it was given.
  public let rates: LoadRates?

  /// Gathers the reasons; `nil` if the trust is not in the ranking.
  ///
  /// - Parameters:
  ///   - trust: the trust.
  ///   - report: the ranking.
  ///   - changes: how many changes to look for.
  ///   - reconciles: whether to work out the reconciliation of overseers.
  ///   - rates: what an hour costs.
  public init?(
    of trust: Code, in report: LoadReport, changes: Int = 10, reconciles: Bool = false,
    rates: LoadRates? = nil
  ) {
    guard let load = report.load(of: trust),
      let row = report.rows.first(where: { $0.summary.trust == trust })
    else { return nil }
    let subject = LoadSubject(trust)
    let simulation = report.simulation
    self.report = report
    self.load = load
    self.row = row
    self.changes = simulation.equations.changes(of: subject, most: changes)
    structure = LoadStructure(of: trust, in: report.graph)
    directors = simulation.spread(of: [subject], .directors)
    duplication = simulation.spread(of: [subject], .duplication)
    baseline = simulation.spread(of: [subject], .baseline)
    reconciliation = reconciles ? simulation.spread(of: [subject], .reconciliation) : nil
    self.rates = rates
  }
}
