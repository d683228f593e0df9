import Testing

@testable import Governance

/// The matching of posts to seats against trying everything, on 400 seeded random boards.
struct BoardCompositionMatchingTests {
  /// The most of the first of the left that can be matched, by trying every choice.
  private static func most(_ options: ArraySlice<[Int]>, without taken: Set<Int> = []) -> Int {
    guard let first = options.first else { return 0 }
    var best = most(options.dropFirst(), without: taken)
    for candidate in first where !taken.contains(candidate) {
      best = max(best, 1 + most(options.dropFirst(), without: taken.union([candidate])))
    }
    return best
  }

  @Test func leavesAsFewAsPossibleUnmatched() {
    var generator = SeededGenerator(seed: 15)
    for _ in 0..<400 {
      let right = Int.random(in: 0...6, using: &generator)
      let options = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        (0..<right).filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
      }
      let unmatched = BipartiteMatching(options, right: right).unmatched
      #expect(options.count - unmatched.count == Self.most(options[...]), "\(options)")
    }
  }

  /// Whoever of the first can be matched is: the last are left over.
  @Test func leavesTheLastUnmatched() {
    var generator = SeededGenerator(seed: 51)
    for _ in 0..<400 {
      let right = Int.random(in: 0...5, using: &generator)
      let options = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        (0..<right).filter { _ in Bool.random(using: &generator) }
      }
      let unmatched = BipartiteMatching(options, right: right).unmatched
      for number in 0...options.count {
        let left = unmatched.filter { $0 < number }.count
        #expect(number - left == Self.most(options[..<number]), "\(options) \(number)")
      }
    }
  }
}
