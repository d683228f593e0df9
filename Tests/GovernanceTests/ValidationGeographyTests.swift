import Testing

@testable import Governance

@Suite struct ValidationGeographyTests {
  @Test func placesAreInOneICSOnEachDay() {
    var dice = SeededGenerator(seed: 41)
    var outcomes: [Int: Int] = [:]
    for _ in 0..<2_000 {
      var sketch = ValidationSketch()
      // The horizon: one ICS that lasts from the first day to the last.
      sketch.organisation("Q0", .ics, from: 0, to: 99)
      sketch.organisation("Q1", .ics)
      sketch.register.organisations[1].provenance.period = Period(
        from: ValidationSketch.date(0), to: ValidationSketch.date(99))
      let life = dice.period()
      sketch.organisation("P", .place, from: life.from, to: life.to)
      var stays: [(code: Code, period: Period)] = []
      for _ in 0..<Int.random(in: 0...3, using: &dice) {
        let (from, to) = dice.period()
        let period = ValidationSketch.provenance(from, to).period
        if period.isEmpty { continue }
        let code: Code = Bool.random(using: &dice) ? "Q0" : "Q1"
        sketch.line(code, .contains, "P", from: from, to: to)
        stays.append((code, period))
      }
      let place = sketch.register.organisations[2].provenance.period
      let fault = (0..<100).filter { place.contains(ValidationSketch.date($0)!) }
        .first { day in
          Set(stays.filter { $0.period.contains(ValidationSketch.date(day)!) }.map(\.code)).count
            != 1
        }
      let told = sketch.problems(with: "The place P lies in")
      #expect(told.count == (fault == nil ? 0 : 1))
      if let fault {
        let date = ValidationSketch.date(fault)!
        let message = told.first?.message ?? ""
        #expect(message.contains("from \(date)") || message.contains("on \(date)"), "\(message)")
      }
      outcomes[fault == nil ? 0 : 1, default: 0] += 1
    }
    #expect(outcomes[0, default: 0] > 100 && outcomes[1, default: 0] > 100)
  }

  @Test func trustsHaveAHomeOnEachDay() {
    var dice = SeededGenerator(seed: 42)
    for _ in 0..<1_000 {
      var sketch = ValidationSketch()
      sketch.organisation("Q0", .ics, from: 0, to: 99)
      sketch.organisation("Q1", .ics, from: 0, to: 99)
      let life = dice.period()
      sketch.organisation("R", .trust, from: life.from, to: life.to)
      var homes: [Period] = []
      for index in 0..<Int.random(in: 0...3, using: &dice) {
        let (from, to) = dice.period()
        let period = ValidationSketch.provenance(from, to).period
        if period.isEmpty { continue }
        let isHome = Int.random(in: 0..<4, using: &dice) > 0
        sketch.line(
          "R", .serves, Code("Q\(index % 2)"), role: isHome ? .home : .serves, from: from, to: to)
        if isHome { homes.append(period) }
      }
      let trust = sketch.register.organisations[2].provenance.period
      let gap = (0..<100).map { ValidationSketch.date($0)! }.first { day in
        trust.contains(day) && !homes.contains { $0.contains(day) }
      }
      let told = sketch.problems(with: "The trust R has no home ICS")
      #expect(told.count == (gap == nil ? 0 : 1))
      #expect(told.allSatisfy { $0.severity == .warning })
      if let gap { #expect(told.first?.message.contains("\(gap)") == true) }
    }
  }

  @Test func exceptionsAndDoubtsAreLeftAlone() {
    var sketch = ValidationSketch()
    sketch.organisation("Q0", .ics, from: 0)
    sketch.organisation("P0", .place, exception: "straddles")
    sketch.organisation("R0", .trust, exception: "online")
    #expect(sketch.told == [])
    sketch.organisation("P1", .place)
    sketch.organisation("R1", .trust)
    #expect(sketch.told.count == 2)
    // What a reader could not read may hold what is missing.
    var unread = UnreadRecords(identifiers: [.relations: ["L9"]])
    #expect(sketch.register.problems(besides: unread) == [])
    unread = UnreadRecords(incompleteTables: [.relations])
    #expect(sketch.register.problems(besides: unread) == [])
    // So may a line whose end is mistyped; that is told instead.
    sketch.line("Q0", .contains, "P11")
    sketch.line("R11", .serves, "Q0", role: .home)
    #expect(sketch.told.map { $0.prefix(2) } == ["L1", "L2"])
  }

  @Test func withoutAnyICSNothingIsAskedOfPlaces() {
    var sketch = ValidationSketch()
    sketch.organisation("P", .place)
    sketch.organisation("R", .trust)
    #expect(sketch.told == [])
  }
}
