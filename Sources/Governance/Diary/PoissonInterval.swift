import Foundation

/// The exact interval for the mean of a Poisson count (Garwood, Biometrika 28, 1936).
public enum PoissonInterval {
  /// The means between which a count is no surprise: at the lower so many or more, at the upper so
  /// many or fewer, is as unlikely as half of what the interval leaves out.
  ///
  /// - Parameters:
  ///   - count: what was counted, from 0.
  ///   - coverage: how likely the interval is to hold the mean, above 0 and below 1.
  /// - Complexity: O(*count*), with some sixty evaluations of the distribution.
  public static func mean(of count: Int, coverage: Double = 0.8) -> ClosedRange<Double> {
    let tail = (1 - coverage) / 2
    let top = Double(count) + 20 * Double(count + 1).squareRoot() + 20
    let upper = root(below: top) { atMost(count, mean: $0) <= tail }
    guard count > 0 else { return 0...upper }
    let lower = root(below: top) { 1 - atMost(count - 1, mean: $0) >= tail }
    return min(lower, upper)...upper
  }

  /// The least mean for which a test that turns from false to true is true, by bisection.
  private static func root(below top: Double, _ isBeyond: (Double) -> Bool) -> Double {
    var (first, last) = (0.0, top)
    for _ in 0..<80 {
      let middle = (first + last) / 2
      if isBeyond(middle) { last = middle } else { first = middle }
    }
    return last
  }

  /// How likely it is to count so many at most.
  private static func atMost(_ count: Int, mean: Double) -> Double {
    guard mean > 0 else { return 1 }
    var sum = 0.0
    // In logarithms, so that a large mean does not underflow.
    var logarithm = -mean
    for number in 0...count {
      if number > 0 { logarithm += log(mean / Double(number)) }
      sum += exp(logarithm)
    }
    return min(1, sum)
  }
}
