import Testing

@testable import Governance

@Suite struct ValidationCycleTests {
  /// Whether following arcs from some node can lead back to it.
  private func hasRing(_ arcs: [(Code, Code)]) -> Bool {
    func reach(_ start: Code) -> Bool {
      var seen: Set<Code> = []
      var open = [start]
      while let node = open.popLast() {
        for (from, to) in arcs where from == node {
          if to == start { return true }
          if seen.insert(to).inserted { open.append(to) }
        }
      }
      return false
    }
    return arcs.contains { reach($0.0) }
  }

  @Test func ringsAreFoundOnTheFirstDayThatHasOne() {
    var dice = SeededGenerator(seed: 51)
    var rings = 0
    for _ in 0..<600 {
      var sketch = ValidationSketch()
      let nodes = (0..<5).map { Code("N\($0)") }
      for node in nodes { sketch.organisation(node, .region) }
      for _ in 0..<Int.random(in: 2...9, using: &dice) {
        let ends = nodes.shuffled(using: &dice)
        let (from, to) = dice.period()
        sketch.line(ends[0], .contains, ends[1], from: from, to: to)
      }
      func arcs(on day: Int) -> [(Code, Code)] {
        sketch.register.relations
          .filter { $0.provenance.period.contains(ValidationSketch.date(day)!) }
          .map { ($0.subject, $0.object!) }
      }
      let first = (-10..<120).first { hasRing(arcs(on: $0)) }
      let told = sketch.problems(with: "contain each other in a ring")
      #expect(told.count == (first == nil ? 0 : 1))
      guard let first, let problem = told.first else { continue }
      rings += 1
      if first > -10 { #expect(problem.message.hasSuffix("on \(ValidationSketch.date(first)!).")) }
      // Each step of the ring that is told is a line of that day, and it comes back.
      let path = problem.message.prefix { $0 != "o" }.split(separator: " ")
        .filter { $0.hasPrefix("N") }.map { Code(String($0)) }
      #expect(path.count > 2 && path.first == path.last)
      let present = arcs(on: first)
      for (from, to) in zip(path, path.dropFirst()) {
        #expect(present.contains { $0 == (from, to) }, "\(problem.message)")
      }
    }
    #expect(rings > 100)
  }

  @Test func aLongChainIsNoRingAndALongRingIsOne() {
    var sketch = ValidationSketch()
    for index in 0..<20_000 { sketch.organisation(Code("N\(index)"), .region) }
    for index in 1..<20_000 { sketch.line(Code("N\(index - 1)"), .contains, Code("N\(index)")) }
    #expect(sketch.register.problems() == [])
    sketch.line("N19999", .contains, "N0")
    #expect(sketch.problems(with: "in a ring").map(\.recordID) == ["L20000"])
  }

  @Test func linesThatNeverMeetAreNoRingHoweverMany() {
    func sketch(_ days: Int) -> ValidationSketch {
      var sketch = ValidationSketch()
      sketch.organisation("A", .region)
      sketch.organisation("B", .region)
      for day in 0..<days {
        let isEven = day.isMultiple(of: 2)
        sketch.line(isEven ? "A" : "B", .contains, isEven ? "B" : "A", from: day, to: day)
      }
      return sketch
    }
    #expect(sketch(100).told == [])
    // Beyond what can be looked at day by day the register is refused rather than trusted.
    let told = sketch(3_000).register.problems()
    #expect(told.map(\.field) == ["object"])
    #expect(told.first?.message.hasPrefix("3000 lines would form rings") == true)
  }

  @Test func forumsMayNotReportInARing() {
    var sketch = ValidationSketch()
    for (id, upper) in [("F1", "F2"), ("F2", "F3"), ("F3", "F1"), ("F4", "F1")] {
      sketch.register.forums.append(
        Forum(
          id: Code(id), kind: "board", name: id, reportsTo: Code(upper),
          provenance: Provenance(source: "src")))
    }
    let told = sketch.problems(with: "report to each other in a ring")
    #expect(told.map(\.recordID) == ["F3"])
    #expect(told.map(\.field) == ["reportsTo"])
    #expect(told.first?.message.contains("F4") == false)
  }
}
