import GraphCore
import Testing

@Suite struct IntervalSweepTests {
  @Test("pairs are those that share a point, and the peak is the first deepest place")
  func pairsAreThoseThatShareA() {
    var generator = SplitMix64(seed: 60)
    for _ in 0..<400 {
      let count = Int.random(in: 0...12, using: &generator)
      let intervals = (0..<count).map { _ in
        let start = Int.random(in: 0...15, using: &generator)
        return start...(start + Int.random(in: 0...6, using: &generator))
      }
      expectSweep(of: intervals)
    }
  }

  @Test("every set of three intervals over four days") func everySetOfThreeIntervalsOver() {
    let all = (0..<4).flatMap { start in (start..<4).map { start...$0 } }
    for first in all {
      for second in all {
        for third in all { expectSweep(of: [first, second, third]) }
      }
    }
  }

  private func expectSweep(of intervals: [ClosedRange<Int>]) {
    let sweep = IntervalSweep(intervals)
    let pairs = intervals.indices.flatMap { first in
      intervals.indices.filter { $0 > first && intervals[first].overlaps(intervals[$0]) }
        .map { [first, $0] }
    }
    #expect(sweep.overlappingPairs().map { [$0.first, $0.second] } == pairs)
    let depths = (0...30).map { day in intervals.count { $0.contains(day) } }
    let deepest = depths.max() ?? 0
    guard let peak = sweep.peak() else {
      #expect(intervals.isEmpty)
      return
    }
    #expect(peak.depth == deepest)
    #expect(peak.extent.lowerBound == depths.firstIndex(of: deepest))
    #expect(peak.members == intervals.indices.filter { intervals[$0].overlaps(peak.extent) })
    // The members hold over the whole extent, and not one day longer.
    #expect(peak.members.allSatisfy { intervals[$0].contains(peak.extent.upperBound) })
    #expect(!peak.members.allSatisfy { intervals[$0].contains(peak.extent.upperBound + 1) })
  }
}
