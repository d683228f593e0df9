import Synchronization
import Testing

@testable import Governance

/// Draws and what is read off them.
@Suite struct LoadDrawTests {
  @Test func orderStatisticsAreThoseOfASortedList() {
    var dice = Dice(seed: 3)
    for count in [1, 2, 3, 10, 999, 5_000] {
      for wide in [true, false] {
        let draws = (0..<count).map { _ in
          wide
            ? Double.random(in: -5...1e6, using: &dice)
            : Double(Int.random(in: 0...3, using: &dice))
        }
        let sorted = draws.sorted()
        let ranks = [0, count / 10, count / 2, count - 1]
        #expect(Quantiles.select(ranks, in: draws) == ranks.map { sorted[$0] })
      }
    }
    #expect(Quantiles.estimate([7, 7, 7]).map(\.value) == [7, 7, 7])
    let straight = Quantiles.estimate((0...100).map(Double.init).shuffled(using: &dice))
    #expect(straight.map(\.value) == [10, 50, 90])
  }

  /// In 19 of 20 cases or so a quantile lies within two standard errors of the true one.
  @Test func standardErrorsAreOfTheRightSize() {
    var within = 0
    for stream in 0..<200 {
      let generator = CounterGenerator(seed: 1, name: "\(stream)")
      let draws = (0..<2_000).map(generator.uniform)
      let found = Quantiles.estimate(draws)
      for (quantile, share) in zip(found, Quantiles.shares)
      where abs(quantile.value - share) <= 2 * quantile.standardError { within += 1 }
    }
    #expect((550...592).contains(within), "\(within) of 600, of which 573 are due")
  }

  @Test func uniformNumbersDependOnSeedNameAndPlaceOnly() {
    let one = CounterGenerator(seed: 1, name: "a")
    #expect(
      (0..<100).map(one.uniform) == (0..<100).map(CounterGenerator(seed: 1, name: "a").uniform))
    #expect(one.uniform(5) != CounterGenerator(seed: 2, name: "a").uniform(5))
    #expect(one.uniform(5) != CounterGenerator(seed: 1, name: "b").uniform(5))
    let draws = (0..<100_000).map(one.uniform)
    #expect(draws.allSatisfy { $0 > 0 && $0 < 1 })
    let mean = draws.reduce(0, +) / 1e5
    #expect(abs(mean - 0.5) < 4 / (12 * 1e5).squareRoot())
    let lag = zip(draws, draws.dropFirst()).reduce(0) { $0 + ($1.0 - 0.5) * ($1.1 - 0.5) } / 1e5
    #expect(abs(lag) < 4 / 12 / 1e5.squareRoot())
  }

  static let ranges = [
    LoadRange(low: 0, mode: 1, high: 4), LoadRange(low: 2, mode: 2, high: 5),
    LoadRange(low: -3, mode: 7, high: 7), LoadRange(low: 0.2, mode: 0.5, high: 0.8),
    LoadRange(3),
  ]

  /// Means and variances against their closed forms, by even steps through the distribution.
  @Test(arguments: ranges, LoadShape.allCases)
  func valuesSpreadAsTheyShould(_ range: LoadRange, _ shape: LoadShape) {
    let sampler = LoadSampler(range, shape)
    let count = 20_000
    let values = (0..<count).map { sampler.value((Double($0) + 0.5) / Double(count)) }
    #expect(zip(values, values.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(values.allSatisfy { $0 >= range.low && $0 <= range.high })
    let (l, m, h) = (range.low, range.mode, range.high)
    let mean = shape == .triangular ? (l + m + h) / 3 : (l + 4 * m + h) / 6
    let variance =
      shape == .triangular
      ? (l * l + m * m + h * h - l * m - l * h - m * h) / 18 : (mean - l) * (h - mean) / 7
    let found = values.reduce(0, +) / Double(count)
    let spread = values.reduce(0) { $0 + ($1 - found) * ($1 - found) } / Double(count)
    #expect(abs(found - mean) <= 1e-4 * max(1, h - l))
    #expect(abs(spread - variance) <= 1e-3 * max(1e-9, variance))
  }

  /// The median of a triangle with the mode at the middle, and the tenth percentile by hand:
  /// 0 + √(0.1 · 4 · 1) for low 0, mode 1, high 4.
  @Test func triangularValuesAreThoseOfTheClosedForm() {
    let lean = LoadSampler(LoadRange(low: 0, mode: 1, high: 4), .triangular)
    #expect(abs(lean.value(0.1) - 0.4.squareRoot()) < 1e-12)
    #expect(LoadSampler(LoadRange(low: 0, mode: 2, high: 4), .triangular).value(0.5) == 2)
    let even = LoadSampler(LoadRange(low: 0, mode: 2, high: 4), .pert)
    #expect(abs(even.value(0.5) - 2) < 1e-12)
    // I(x; 3, 3) at a quarter is 106/1024 (of 6x⁵ − 15x⁴ + 10x³).
    let pert = LoadSampler(LoadRange(low: 0, mode: 0.5, high: 1), .pert)
    #expect(abs(pert.value(106.0 / 1024) - 0.25) < 1e-6)
  }

  /// The first piece waits for the last, or for five seconds if nobody else works, so that the others
  /// are done before it.
  @Test func workOnManyThreadsComesBackInOrder() {
    for threads in [1, 2, 3, 16] {
      for count in [0, 1, 2, 17, 1_000] {
        let isLastDone = Atomic(false)
        let found = ParallelMap.map(count, threads: threads) { index in
          if index == count - 1 { isLastDone.store(true, ordering: .releasing) }
          let end = ContinuousClock.now + .seconds(5)
          while index == 0, threads > 1, !isLastDone.load(ordering: .acquiring),
            ContinuousClock.now < end
          {}
          return index * index
        }
        #expect(found == (0..<count).map { $0 * $0 }, "\(threads) threads")
      }
    }
  }
}
