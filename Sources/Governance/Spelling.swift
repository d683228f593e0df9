/// How alike two words are, to suggest what a mistyped one may mean.
public enum Spelling {
  /// The least number of insertions, deletions, substitutions and swaps of neighbours that turn one
  /// word into the other, where no part is changed twice.
  ///
  /// The optimal string alignment distance, after Damerau (1964).
  ///
  /// - Complexity: O(*nm*) time and O(*m*) space in the lengths of the words.
  public static func distance(_ one: some StringProtocol, _ other: some StringProtocol) -> Int {
    let (left, right) = (Array(one.unicodeScalars), Array(other.unicodeScalars))
    guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in 1...left.count {
      var current = [row] + Array(repeating: 0, count: right.count)
      for column in 1...right.count {
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var best = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + cost)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          best = min(best, beforeLast[column - 2] + 1)
        }
        current[column] = best
      }
      beforeLast = last
      last = current
    }
    return last[right.count]
  }

  /// The words nearest to a mistyped one, nearest first, ties by the word itself; none that is so
  /// far off that it would mislead (over a third of the length, and at least one letter).
  ///
  /// - Parameters:
  ///   - word: the mistyped word; case does not matter.
  ///   - candidates: what it may mean.
  ///   - limit: how many to give at most.
  /// - Complexity: O(*n*·*m*²) for *n* candidates of length *m*.
  public static func nearest(
    to word: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let wanted = word.lowercased()
    let reach = max(1, wanted.unicodeScalars.count / 3)
    var scored: [(distance: Int, candidate: String)] = []
    for candidate in candidates {
      let length = candidate.unicodeScalars.count
      guard abs(length - wanted.unicodeScalars.count) <= reach else { continue }
      let distance = distance(wanted, candidate.lowercased())
      if distance <= reach { scored.append((distance, candidate)) }
    }
    return scored.sorted { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
      .prefix(limit).map(\.candidate)
  }
}
