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

/// A kind of forum, return, review or contract and what it does to the difference of two loads.
public struct LoadCause: Hashable, Sendable {
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

/// How two loads of one simulation differ.
public struct LoadComparison: Hashable, Sendable {
  /// The difference of the totals.
  public let headline: LoadDifference
  /// The difference of each component.
  public let components: [LoadComponent: LoadDifference]
  /// The share of draws in which the first is the greater, 0 to 1; equal ones count half.
  public let probability: Double
  /// What makes the difference, by kind, the greatest first; kinds alike in both are left out.
  public let causes: [LoadCause]
  /// For each input that makes a difference to either, the value at which the two are equal, those
  /// within their range first.
  public let breakEven: [LoadBreakEven]

  /// The values within their range at which the two are equal, the nearest to the most likely value,
  /// measured in ranges, first.
  public var tippingPoints: [LoadBreakEven] {
    func distance(_ point: LoadBreakEven) -> Double {
      let range = point.input.range
      guard let value = point.value, range.high > range.low else { return .infinity }
      return abs(value - range.mode) / (range.high - range.low)
    }
    return breakEven.filter(\.isWithinRange).enumerated()
      .sorted { left, right in
        let (one, other) = (distance(left.element), distance(right.element))
        return one == other ? left.offset < right.offset : one < other
      }.map(\.element)
  }
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
      probability: probability(that: [first], exceeds: [second]), causes: causes(first, second),
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

  private func causes(_ first: LoadSubject, _ second: LoadSubject) -> [LoadCause] {
    let (left, right) = (TermTally(of: terms(first)), TermTally(of: terms(second)))
    return Set(left.kinds.keys).union(right.kinds.keys).map { key in
      let (one, other) = (left.kinds[key], right.kinds[key])
      return LoadCause(
        component: key.component, kind: key.kind, firstCount: one?.count ?? 0,
        secondCount: other?.count ?? 0, difference: (one?.hours ?? 0) - (other?.hours ?? 0))
    }
    .filter { abs($0.difference) > 1e-9 || $0.firstCount != $0.secondCount }
    .sorted { left, right in
      let (one, other) = (abs(left.difference), abs(right.difference))
      if one != other { return one > other }
      return (left.component.rawValue, left.kind) < (right.component.rawValue, right.kind)
    }
  }

  private func terms(_ subject: LoadSubject) -> [LoadTerm] {
    equations.models[subject.model].load(of: subject.trust)?.terms ?? []
  }
}

/// How many of each kind there are among some terms, and their hours.
private struct TermTally {
  struct Key: Hashable {
    let component: LoadComponent
    let kind: String
  }

  private(set) var kinds: [Key: (count: Int, hours: Double)] = [:]

  /// A return counts once for each of its recipients, everything else once.
  init(of terms: [LoadTerm]) {
    for term in terms {
      let key = Key(component: term.component, kind: term.kind)
      kinds[key, default: (0, 0)].count += term.component == .returns ? term.bodies.count : 1
      kinds[key, default: (0, 0)].hours += term.mode
    }
  }
}
