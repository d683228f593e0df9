/// How far one load is from another over the same draws: the first less the second.
public struct LoadDifference: Hashable, Sendable {
  /// Person-hours a year at the most likely values.
  public let mode: Double
  /// The tenth percentile of the difference.
  public let p10: LoadQuantile
  /// The median of the difference.
  public let median: LoadQuantile
  /// The ninetieth percentile of the difference.
  public let p90: LoadQuantile
}

/// How two loads of one simulation differ.
public struct LoadComparison: Hashable, Sendable {
  /// The difference of the totals.
  public let headline: LoadDifference
  /// The difference of each component.
  public let components: [LoadComponent: LoadDifference]
  /// The share of draws in which the first is the greater, 0 to 1; equal ones count half.
  public let probability: Double
  /// For each input that makes a difference to either, the value at which the two are equal, those
  /// within their range first.
  public let breakEven: [LoadBreakEven]
}

extension LoadSimulation {
  /// Compares two loads draw by draw, so that what they share cancels out.
  ///
  /// - Parameters:
  ///   - first: one trust of one model.
  ///   - second: the same trust of another model, or another trust.
  /// - Complexity: O(draws · products of the two + inputs · products).
  public func comparison(of first: LoadSubject, with second: LoadSubject) -> LoadComparison {
    LoadComparison(
      headline: difference(first, second, .headline),
      components: Dictionary(
        uniqueKeysWithValues: LoadComponent.allCases.map {
          ($0, difference(first, second, .component($0)))
        }),
      probability: probability(that: [first], exceeds: [second]),
      breakEven: equations.breakEven(between: [first], and: [second]))
  }

  private func difference(
    _ first: LoadSubject, _ second: LoadSubject, _ measure: LoadMeasure
  ) -> LoadDifference {
    let draws = zip(draws(of: [first], measure), draws(of: [second], measure)).map { $0 - $1 }
    let quantiles = Quantiles.estimate(draws)
    return LoadDifference(
      mode: equations.mode(of: [first], measure) - equations.mode(of: [second], measure),
      p10: quantiles[0], median: quantiles[1], p90: quantiles[2])
  }
}
