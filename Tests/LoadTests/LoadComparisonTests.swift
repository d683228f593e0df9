import Testing

@testable import Governance

/// Two loads compared draw by draw.
struct LoadComparisonTests {
  private func simulation() throws -> LoadSimulation {
    LoadSimulation(
      LoadEquations([
        try LoadFixtures.england(on: LoadFixtures.second),
        try LoadFixtures.england(on: LoadFixtures.first),
      ]), settings: .init(draws: 2_001))
  }

  private let pairs = [
    (LoadSubject("RYC"), LoadSubject("RYC", model: 1)), (LoadSubject("RX9"), LoadSubject("RYA")),
    (LoadSubject("RX6"), LoadSubject("RRU", model: 1)),
  ]

  /// With 2,001 draws the percentiles are the draws of rank 200, 1,000 and 1,800, from 0.
  @Test func differencesAreThoseOfTheDraws() throws {
    let simulation = try simulation()
    for (first, second) in pairs {
      let comparison = simulation.comparison(of: first, with: second)
      let measures: [(LoadMeasure, LoadDifference?)] =
        [(.headline, comparison.headline)]
        + LoadComponent.allCases.map { (.component($0), comparison.components[$0]) }
      for (measure, found) in measures {
        let found = try #require(found)
        let (one, other) = (
          simulation.draws(of: [first], measure), simulation.draws(of: [second], measure)
        )
        let sorted = one.indices.map { one[$0] - other[$0] }.sorted()
        #expect(abs(found.p10.value - sorted[200]) < 1e-9)
        #expect(abs(found.median.value - sorted[1_000]) < 1e-9)
        #expect(abs(found.p90.value - sorted[1_800]) < 1e-9)
        let modes = [first, second].map { simulation.equations.mode(of: [$0], measure) }
        #expect(abs(found.mode - (modes[0] - modes[1])) < 1e-9)
      }
      let greater = zip(
        simulation.draws(of: [first]), simulation.draws(of: [second])
      ).count { $0 > $1 }
      #expect(abs(comparison.probability - Double(greater) / 2_001) < 1e-12)
    }
  }

  @Test func turnedRoundItIsTheOpposite() throws {
    let simulation = try simulation()
    for (first, second) in pairs {
      let there = simulation.comparison(of: first, with: second)
      let back = simulation.comparison(of: second, with: first)
      #expect(abs(there.headline.mode + back.headline.mode) < 1e-9)
      #expect(abs(there.headline.p10.value + back.headline.p90.value) < 1e-9)
      #expect(abs(there.headline.median.value + back.headline.median.value) < 1e-9)
      #expect(abs(there.probability + back.probability - 1) < 1e-12)
      for point in there.breakEven {
        let opposite = back.breakEven.first { $0.input == point.input }
        #expect(opposite?.isWithinRange == point.isWithinRange)
      }
    }
  }

  /// What both bear alike makes no difference: a trust against itself differs in no draw, while its
  /// load has a range.
  @Test func whatIsSharedCancelsOut() throws {
    let simulation = try simulation()
    let same = simulation.comparison(of: LoadSubject("RX9"), with: LoadSubject("RX9", model: 1))
    let spread = simulation.spread(of: [LoadSubject("RX9")])
    #expect(same.headline.p10.value == 0 && same.headline.p90.value == 0)
    #expect(same.probability == 0.5)
    #expect(spread.p90.value - spread.p10.value > 500)
  }
}
