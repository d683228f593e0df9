import Testing

@testable import Governance

@Suite struct ValidationSpellingTests {
  /// The definition, by recursion over the ends of both words.
  private func distance(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    guard let a = left.last else { return 3 * right.count }
    guard let b = right.last else { return 3 * left.count }
    let alike: [Set<Character>] = [
      ["O", "0"], ["I", "L", "1"], ["Z", "2"], ["S", "5"], ["B", "8"],
    ]
    let (upperA, upperB) = (
      Character(Unicode.Scalar(a)).uppercased(), Character(Unicode.Scalar(b)).uppercased()
    )
    let looksAlike =
      upperA == upperB
      || alike.contains { $0.contains(Character(upperA)) && $0.contains(Character(upperB)) }
    var best = min(
      distance(left.dropLast(), right.dropLast()) + (a == b ? 0 : looksAlike ? 1 : 4),
      distance(left.dropLast(), right) + 3, distance(left, right.dropLast()) + 3)
    if left.count > 1, right.count > 1, left.dropLast().last == b, right.dropLast().last == a {
      best = min(best, distance(left.dropLast(2), right.dropLast(2)) + 3)
    }
    return best
  }

  @Test func distanceIsTheDefinition() {
    var dice = SeededGenerator(seed: 5)
    let letters = Array("RYC0Oo1lS".utf8)
    for _ in 0..<400 {
      let words = (0..<2).map { _ in
        (0..<Int.random(in: 0...5, using: &dice)).map { _ in letters.randomElement(using: &dice)! }
      }
      #expect(
        Spelling.distance(words[0], words[1]) == distance(words[0][...], words[1][...]),
        "\(words)")
    }
  }

  @Test(arguments: [
    ("ryc", ["RYC"]), ("RCY", ["RYC"]), ("RYCC", ["RYC"]), ("R0F", ["ROF"]),
    ("RY", ["RYA", "RYC"]),
    ("RYX", ["RYA", "RYC"]), ("zzz", []), ("", []), ("RYC", ["RYA"]),
  ])
  func slipsAreUnderstood(_ word: String, _ expected: [String]) {
    let codes = ["RYC", "QWO", "RYA", "ROF", "S1Y5D"]
    #expect(Spelling.nearest(to: word, among: codes) == expected)
    #expect(Spelling.nearest(to: word, among: codes.reversed()) == expected)
  }

  @Test func questionsReadWell() {
    #expect(Spelling.question(for: "RYCC", among: ["RYC"]) == "Did you mean RYC?")
    #expect(Spelling.question(for: "RYX", among: ["RYC", "RYA"]) == "Did you mean RYA or RYC?")
    #expect(
      Spelling.question(for: "RYX", among: ["RYC", "RYA", "RYD", "RYE"])
        == "Did you mean RYA, RYC or RYD?")
    #expect(Spelling.question(for: "x", among: []) == nil)
  }

  @Test func longWordsAreNotCompared() {
    let long = String(repeating: "a", count: 65)
    #expect(Spelling.nearest(to: long, among: [long + "b"]) == [])
  }
}
