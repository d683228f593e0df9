import Foundation
import Testing

@testable import Governance

@Suite struct DiaryTests {
  /// Published two-sided 95% limits of a Poisson mean (Garwood 1936; half the quantiles of χ²).
  @Test(arguments: [
    (0, 0.0, 3.6889), (1, 0.0253, 5.5716), (2, 0.2422, 7.2247), (5, 1.6235, 11.6683),
    (10, 4.7954, 18.3904), (50, 37.1110, 65.9188),
  ])
  func poissonLimitsArePublishedOnes(count: Int, low: Double, high: Double) {
    let interval = PoissonInterval.mean(of: count, coverage: 0.95)
    #expect(abs(interval.lowerBound - low) < 1e-3)
    #expect(abs(interval.upperBound - high) < 1e-3)
  }

  @Test func poissonLimitsHoldTheCountAndRiseWithIt() {
    var last = 0.0...0.0
    for count in 0...200 {
      let interval = PoissonInterval.mean(of: count)
      #expect(interval.contains(Double(count)))
      #expect(interval.lowerBound >= last.lowerBound && interval.upperBound > last.upperBound)
      last = interval
    }
  }
}
