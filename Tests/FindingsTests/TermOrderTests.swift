import Governance
import Testing

/// The order of functions and services, against sets worked out by hand and by brute force.
struct TermOrderTests {
  /// A seeded order of eight terms, each within up to two earlier ones.
  private static func order(
    _ generator: inout SeededGenerator
  ) -> (order: TermOrder, above: [String: Set<String>]) {
    let names = (0..<8).map { "t\($0)" }
    var terms: [TermOrder.Term] = []
    var above: [String: Set<String>] = [:]
    for (index, name) in names.enumerated() {
      let parents = names.prefix(index).shuffled(using: &generator).prefix(
        Int.random(in: 0...2, using: &generator))
      terms.append(TermOrder.Term(id: name, title: name, within: parents.sorted()))
      above[name] = parents.reduce(into: [name]) { $0.formUnion(above[$1] ?? []) }
    }
    return (TermOrder(terms.shuffled(using: &generator)), above)
  }

  @Test func commonIsTheTopOfWhatBothTakeIn() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<400 {
      let (order, above) = Self.order(&generator)
      let names = above.keys.sorted() + ["unlisted"]
      func list() -> [String] {
        Array(names.shuffled(using: &generator).prefix(Int.random(in: 0...3, using: &generator)))
      }
      func takenIn(_ list: [String]) -> Set<String> {
        if list.isEmpty { return Set(names) }
        return Set(names.filter { !(above[$0] ?? [$0]).isDisjoint(with: list) })
      }
      let (left, right) = (list(), list())
      let both = takenIn(left).intersection(takenIn(right))
      let common = order.common(left, right)
      if left.isEmpty, right.isEmpty {
        #expect(common == [])
      } else if both.isEmpty {
        #expect(common == nil)
      } else {
        #expect(takenIn(common ?? []) == both, "\(left) \(right)")
        if !left.isEmpty, !right.isEmpty {
          let top = both.filter { term in
            !both.contains { $0 != term && (above[term] ?? []).contains($0) }
          }
          #expect(common == top.sorted(), "\(left) \(right)")
        }
      }
      #expect((common == nil) == (order.common(right, left) == nil))
    }
  }

  @Test func aCircleIsCut() {
    let order = TermOrder([
      .init(id: "a", title: "a", within: ["b"]), .init(id: "b", title: "b", within: ["a"]),
    ])
    #expect(order.isWithin("a", "b") && order.isWithin("b", "a") && !order.isWithin("a", "c"))
  }

  @Test func emptyStandsForAll() {
    let order = TermOrder([
      .init(id: "quality", title: "quality"),
      .init(id: "safety", title: "safety", within: ["quality"]),
    ])
    #expect(order.covers([], "safety") && order.covers(["quality"], "safety"))
    #expect(!order.covers(["safety"], "quality") && !order.covers(["other"], "safety"))
    #expect(order.common(["quality"], ["safety"]) == ["safety"])
    #expect(order.common(["quality"], ["other"]) == nil)
    #expect(order.common([], ["quality"]) == ["quality"])
  }
}
