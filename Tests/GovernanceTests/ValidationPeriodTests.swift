import Testing

@testable import Governance

@Suite struct ValidationPeriodTests {
  @Test func aLineOutsideTheLifeOfAnEndIsFoundDayByDay() {
    var dice = SeededGenerator(seed: 31)
    var found = 0
    for _ in 0..<2_000 {
      var sketch = ValidationSketch()
      let lives = (0..<2).map { _ in dice.period() }
      sketch.organisation("A", .national, from: lives[0].from, to: lives[0].to)
      sketch.organisation("B", .regulator, from: lives[1].from, to: lives[1].to)
      let (from, to) = dice.period()
      sketch.line("A", .oversees, "B", from: from, to: to)
      let line = sketch.register.relations[0].provenance.period
      let ends = sketch.register.organisations.map(\.provenance.period)
      guard !line.isEmpty, ends.allSatisfy({ !$0.isEmpty }) else { continue }
      // A first day that is not known is not held against the line: it is taken to be the first
      // day on which both ends exist, or its last day if there is none.
      let start = from ?? max(-10, ends.compactMap { $0.days.first }.max()!)
      let held = line.days.filter { $0 >= start }
      let isOutside =
        held.contains { day in
          ends.contains { !$0.contains(ValidationSketch.date(day)!) }
        }
        || (from == nil
          && ends.contains { $0.to.map { end in line.to.map { $0 > end } ?? true } ?? false })
      let told =
        sketch.problems(with: "exists only from").count
        + sketch.problems(with: "ended on").count
      #expect((told > 0) == isOutside, "\(line) \(ends)")
      found += isOutside ? 1 : 0
    }
    #expect((200...1_800).contains(found))
  }

  @Test func anEmptyPeriodIsToldOnce() {
    var sketch = ValidationSketch()
    sketch.organisation("A", .national, from: 10, to: 5)
    sketch.organisation("B", .national, from: 10, to: 10)
    #expect(sketch.told == ["A to: The period ends on 2000-01-06, before it starts on 2000-01-11."])
  }

  @Test func repeatedLinesAreThoseThatShareADay() {
    var dice = SeededGenerator(seed: 32)
    var found = 0
    for _ in 0..<1_000 {
      var sketch = ValidationSketch()
      sketch.organisation("A", .national)
      sketch.organisation("B", .national)
      for _ in 0..<Int.random(in: 2...4, using: &dice) {
        let (from, to) = dice.period()
        sketch.line("A", .funds, "B", from: from, to: to)
      }
      let days = sketch.register.relations.map { Set($0.provenance.period.days) }
      let later = days.indices.filter { row in
        days[..<row].contains { !$0.isDisjoint(with: days[row]) }
      }
      let told = Set(sketch.problems(with: "already there").map(\.row))
      #expect(told.isEmpty == later.isEmpty)
      #expect(told.isSubset(of: later), "\(told) \(later)")
      found += later.isEmpty ? 0 : 1
    }
    #expect((100...900).contains(found))
  }

  @Test func linesThatDifferAreNotRepeated() {
    var sketch = ValidationSketch()
    sketch.organisation("R", .trust, exception: "a test")
    sketch.organisation("P", .otherProvider)
    sketch.organisation("A", .ics)
    sketch.organisation("B", .ics)
    sketch.line("R", .serves, "A", role: .home)
    sketch.line("R", .serves, "A", role: .serves)
    sketch.line("R", .serves, "A", role: .home, services: ["x", "y"])
    sketch.line("R", .serves, "B", role: .home)
    sketch.line("P", .serves, nil, among: ["A", "B"])
    #expect(sketch.told == [])
    sketch.line("R", .serves, "A", role: .home, services: ["y", "x"])
    sketch.line("P", .serves, nil, among: ["B", "A"])
    #expect(
      sketch.told == [
        "L6 from: The line is already there on its first day, as L3.",
        "L7 from: The line is already there on its first day, as L5.",
      ])
  }
}
