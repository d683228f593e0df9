import Governance

/// Two loads beside each other as JSON: schema `loadComparison`, version 1.
public struct LoadContrastDocument: Encodable, Hashable, Sendable {
  /// One of the two.
  struct Side: Encodable, Hashable, Sendable {
    let code: String
    let name: String
    let on: String
    let regime: String
    let load: LoadDocument.Spread
    let components: [String: LoadDocument.Spread]
    let unvalidatedShare: Double
    let modelledShare: Double
    let gaps: [LoadDocument.Gap]

    init(_ side: LoadContrast.Side, _ summary: LoadSummary) {
      code = summary.trust.text
      name = summary.name
      on = side.model.date.description
      regime = side.model.regime
      load = LoadDocument.Spread(summary.headline)
      components = Dictionary(
        uniqueKeysWithValues: summary.components.map {
          ($0.key.rawValue, LoadDocument.Spread($0.value))
        })
      unvalidatedShare = summary.unvalidatedShare
      modelledShare = summary.modelledShare
      gaps = summary.gaps.map(LoadDocument.Gap.init)
    }
  }

  /// The first less the second.
  struct Difference: Encodable, Hashable, Sendable {
    let mode: Double
    let median: Double
    let p10: Double
    let p90: Double
    let standardErrors: LoadDocument.Errors

    init(_ difference: LoadDifference) {
      mode = difference.mode
      median = difference.median.value
      p10 = difference.p10.value
      p90 = difference.p90.value
      standardErrors = LoadDocument.Errors(
        p10: difference.p10, median: difference.median, p90: difference.p90)
    }
  }

  /// The value of an input at which the two are equal.
  struct BreakEven: Encodable, Hashable, Sendable {
    let symbol: String
    let scope: String
    let reference: String
    let low: Double
    let mode: Double
    let high: Double
    let value: Known<Double>
    let withinRange: Bool

    init(_ point: LoadBreakEven) {
      symbol = point.input.symbol.rawValue
      scope = point.input.scope
      reference = point.input.origin.reference
      low = point.input.range.low
      mode = point.input.range.mode
      high = point.input.range.high
      value = Known(point.value)
      withinRange = point.isWithinRange
    }
  }

  /// What makes the difference.
  struct Cause: Encodable, Hashable, Sendable {
    let component: String
    let kind: String
    let firstCount: Int
    let secondCount: Int
    let difference: Double

    init(_ cause: LoadCause) {
      component = cause.component.rawValue
      kind = cause.kind
      firstCount = cause.firstCount
      secondCount = cause.secondCount
      difference = cause.difference
    }
  }

  let schema = DocumentSchema(name: "loadComparison", version: 1)
  let draws: Int
  let seed: UInt64
  let distribution: String
  let first: Side
  let second: Side
  let difference: Difference
  let components: [String: Difference]
  let probabilityGreater: Double
  let causes: [Cause]
  let breakEven: [BreakEven]

  /// Makes the document.
  ///
  /// - Parameter contrast: the two loads.
  public init(_ contrast: LoadContrast) {
    draws = contrast.settings.draws
    seed = contrast.settings.seed
    distribution = contrast.settings.shape.rawValue
    first = Side(contrast.first, contrast.firstSummary)
    second = Side(contrast.second, contrast.secondSummary)
    difference = Difference(contrast.comparison.headline)
    components = Dictionary(
      uniqueKeysWithValues: contrast.comparison.components.map {
        ($0.key.rawValue, Difference($0.value))
      })
    probabilityGreater = contrast.comparison.probability
    causes = contrast.comparison.causes.map(Cause.init)
    breakEven = contrast.comparison.breakEven.map(BreakEven.init)
  }
}
