import Testing

@testable import Governance

@Suite struct SpellingTests {
  /// The definition, written as a recursion without a table.
  private func plainDistance(_ one: Substring, _ other: Substring) -> Int {
    guard let left = one.last, let right = other.last else { return max(one.count, other.count) }
    var best = min(
      plainDistance(one.dropLast(), other) + 1, plainDistance(one, other.dropLast()) + 1,
      plainDistance(one.dropLast(), other.dropLast()) + (left == right ? 0 : 1))
    if one.count > 1, other.count > 1, left == other.dropLast().last, right == one.dropLast().last {
      best = min(best, plainDistance(one.dropLast(2), other.dropLast(2)) + 1)
    }
    return best
  }

  @Test func agreesWithTheDefinitionOnAllShortWords() {
    let words =
      ["", "a", "b"] + ["aa", "ab", "ba", "bb", "abc", "bca", "cab", "acb", "abba", "baab"]
    for one in words {
      for other in words {
        #expect(Spelling.distance(one, other) == plainDistance(one[...], other[...]))
      }
    }
  }

  @Test func suggestsTheNearestAndNothingFarOff() {
    #expect(Spelling.nearest(to: "RYX1", among: ["RYC", "RYX", "QQQ"]) == ["RYX"])
    #expect(Spelling.nearest(to: "ryd", among: ["RYC", "RYD", "RYE"]).first == "RYD")
    #expect(Spelling.nearest(to: "zzz", among: ["RYC"]).isEmpty)
  }
}
