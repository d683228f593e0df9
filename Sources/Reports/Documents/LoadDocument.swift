import Governance

/// Loads as JSON: schema `load`, version 1.
public struct LoadDocument: Encodable, Hashable, Sendable {
  /// A load with its ranges.
  struct Spread: Encodable, Hashable, Sendable {
    let mode: Double
    let median: Double
    let p10: Double
    let p90: Double
    let interval: Interval
    let standardErrors: Errors

    init(_ spread: LoadSpread) {
      mode = spread.mode
      median = spread.median.value
      p10 = spread.p10.value
      p90 = spread.p90.value
      interval = Interval(spread)
      standardErrors = Errors(spread)
    }
  }

  /// From all inputs at their least burdensome to all at their most.
  struct Interval: Encodable, Hashable, Sendable {
    let low: Double
    let high: Double

    init(_ spread: LoadSpread) {
      low = spread.interval.lowerBound
      high = spread.interval.upperBound
    }
  }

  /// How far quantiles may be off for the number of draws.
  struct Errors: Encodable, Hashable, Sendable {
    let p10: Double
    let median: Double
    let p90: Double

    init(_ spread: LoadSpread) {
      self.init(p10: spread.p10, median: spread.median, p90: spread.p90)
    }

    init(p10: LoadQuantile, median: LoadQuantile, p90: LoadQuantile) {
      self.p10 = p10.standardError
      self.median = median.standardError
      self.p90 = p90.standardError
    }
  }

  /// Something left out.
  struct Gap: Encodable, Hashable, Sendable {
    let symbol: Known<String>
    let kind: String
    let part: Known<String>
    let neededFor: [String]
    let statement: String

    init(_ gap: LoadGap) {
      if case .parameter(let symbol) = gap.reason {
        self.symbol = Known(symbol.rawValue)
      } else {
        symbol = Known(nil)
      }
      kind = gap.kind
      part = Known(gap.part?.rawValue)
      neededFor = gap.neededFor.map(\.text)
      statement = gap.statement
    }
  }

  /// A trust.
  struct Trust: Encodable, Hashable, Sendable {
    let code: String
    let name: String
    let rank: Int
    let mode: Double
    let median: Double
    let p10: Double
    let p90: Double
    let interval: Interval
    let standardErrors: Errors
    let components: [String: Spread]
    let unvalidatedShare: Double
    let modelledShare: Double
    let exceedsNext: Known<Double>
    let gaps: [Gap]

    init(_ row: LoadReport.Row) {
      let summary = row.summary
      code = summary.trust.text
      name = summary.name
      rank = row.rank
      mode = row.spread.mode
      median = row.spread.median.value
      p10 = row.spread.p10.value
      p90 = row.spread.p90.value
      interval = Interval(row.spread)
      standardErrors = Errors(row.spread)
      components = Dictionary(
        uniqueKeysWithValues: summary.components.map { ($0.key.rawValue, Spread($0.value)) })
      unvalidatedShare = summary.unvalidatedShare
      modelledShare = summary.modelledShare
      exceedsNext = Known(row.exceedsNext)
      gaps = summary.gaps.map(Gap.init)
    }
  }

  let schema = DocumentSchema(name: "load", version: 1)
  let on: String
  let regime: String
  let draws: Int
  let seed: UInt64
  let distribution: String
  let component: Known<String>
  let sector: Known<String>
  let seatsGini: Known<Double>
  let trusts: [Trust]
  let why: Known<LoadWhyDocument>

  /// Makes the document.
  ///
  /// - Parameters:
  ///   - report: the ranking.
  ///   - explanation: the reasons, where they were asked for.
  public init(_ report: LoadReport, explanation: LoadExplanation? = nil) {
    let settings = report.simulation.settings
    on = report.model.date.description
    regime = report.model.regime
    draws = settings.draws
    seed = settings.seed
    distribution = settings.shape.rawValue
    component = Known(report.component?.rawValue)
    sector = Known(report.sector?.rawValue)
    seatsGini = Known(explanation == nil ? report.seatsGini : nil)
    trusts = report.rows.map(Trust.init)
    why = Known(explanation.map(LoadWhyDocument.init))
  }
}
