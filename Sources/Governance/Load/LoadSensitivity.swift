/// How far one input alone moves a load.
public struct LoadSwing: Hashable, Sendable {
  /// The input.
  public let input: LoadInput
  /// Person-hours a year with the input at its low value, all others at their most likely.
  public let atLow: Double
  /// Person-hours a year with the input at its high value, all others at their most likely.
  public let atHigh: Double

  /// How far apart the two are.
  public var size: Double { abs(atHigh - atLow) }
}

/// The value of one input at which two loads are equal, all others at their most likely.
public struct LoadBreakEven: Hashable, Sendable {
  /// The input.
  public let input: LoadInput
  /// The value; `nil` if there is none, since the difference does not depend on the input.
  public let value: Double?
  /// The first load less the second, person-hours a year, at the most likely value.
  public let difference: Double
  /// By how much the difference changes for each unit of the input.
  public let slope: Double

  /// Whether the value lies within the range of the input.
  public var isWithinRange: Bool {
    value.map { input.range.low <= $0 && $0 <= input.range.high } ?? false
  }
}

extension LoadEquations {
  /// The inputs that move a load most, each moved alone from low to high, the widest swing first.
  ///
  /// - Parameters:
  ///   - subjects: the subjects, added up.
  ///   - measure: what is added up.
  ///   - count: how many to give.
  /// - Complexity: O(inputs · products).
  public func tornado(
    of subjects: [LoadSubject], _ measure: LoadMeasure = .headline, most count: Int = 10
  ) -> [LoadSwing] {
    let swings = inputs(of: subjects, measure).map { index in
      LoadSwing(
        input: inputs[index],
        atLow: total(of: subjects, measure, moving: index, to: inputs[index].range.low),
        atHigh: total(of: subjects, measure, moving: index, to: inputs[index].range.high))
    }
    return Array(
      swings.enumerated().sorted { left, right in
        left.element.size == right.element.size
          ? left.offset < right.offset : left.element.size > right.element.size
      }.map(\.element).prefix(max(0, count)))
  }

  /// By how much a load changes for each unit of an input, all others at their most likely.
  ///
  /// Exact, since a load is affine in each input alone.
  public func slope(
    of subjects: [LoadSubject], _ measure: LoadMeasure = .headline, by input: LoadInput
  ) -> Double {
    guard let index = inputs.firstIndex(of: input) else { return 0 }
    return total(of: subjects, measure, moving: index, to: 1)
      - total(of: subjects, measure, moving: index, to: 0)
  }

  /// The values of inputs at which two loads are equal, each moved alone, for every input that makes
  /// a difference to either; those within their range first, then by identity.
  ///
  /// - Complexity: O(inputs · products).
  public func breakEven(
    between first: [LoadSubject], and second: [LoadSubject], _ measure: LoadMeasure = .headline
  ) -> [LoadBreakEven] {
    let difference = mode(of: first, measure) - mode(of: second, measure)
    let indices = Set(inputs(of: first, measure)).union(inputs(of: second, measure)).sorted()
    let all = indices.map { index in
      let atZero =
        total(of: first, measure, moving: index, to: 0)
        - total(of: second, measure, moving: index, to: 0)
      let atOne =
        total(of: first, measure, moving: index, to: 1)
        - total(of: second, measure, moving: index, to: 1)
      let slope = atOne - atZero
      let isFlat = abs(slope) <= 1e-12 * max(abs(atZero), abs(atOne), 1)
      return LoadBreakEven(
        input: inputs[index], value: isFlat ? nil : -atZero / slope, difference: difference,
        slope: isFlat ? 0 : slope)
    }
    return all.filter(\.isWithinRange) + all.filter { !$0.isWithinRange }
  }

  private func total(
    of subjects: [LoadSubject], _ measure: LoadMeasure, moving index: Int, to value: Double
  ) -> Double {
    total(of: subjects, measure) { $0 == index ? value : inputs[$0].range.mode }
  }
}
