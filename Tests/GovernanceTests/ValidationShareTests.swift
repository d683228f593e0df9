import Testing

@testable import Governance

@Suite struct ValidationShareTests {
  private func sketch() -> ValidationSketch {
    var sketch = ValidationSketch()
    sketch.organisation("RAA", .trust, exception: "a test")
    sketch.organisation("RBB", .trust, exception: "a test")
    for index in 0..<6 { sketch.organisation(Code("Q\(index)"), .ics) }
    return sketch
  }

  @Test func sumsOfEachDayAreTheSumsOfTheDay() {
    var dice = SeededGenerator(seed: 21)
    var excesses = 0
    for _ in 0..<400 {
      var sketch = sketch()
      var parts: [(share: Double, period: Period)] = []
      for index in 0..<Int.random(in: 2...6, using: &dice) {
        let (from, to) = dice.period()
        // Quarters have no rounding to hide behind.
        let share = Double(Int.random(in: 0...3, using: &dice)) / 4
        sketch.line(
          "RAA", .serves, Code("Q\(index)"), role: .serves, ofSubject: share, basis: "work",
          from: from, to: to)
        parts.append((share, sketch.register.relations.last!.provenance.period))
      }
      let firstDay = (-10..<120).first { day in
        parts.filter { $0.period.contains(ValidationSketch.date(day)!) }.map(\.share).reduce(0, +)
          > 1.01
      }
      let told = sketch.problems(with: "The shares of the work of RAA")
      #expect(told.count == (firstDay == nil ? 0 : 1))
      // Before the first day looked at, all open beginnings hold: the message names no day then.
      if let firstDay, firstDay > -10 {
        excesses += 1
        let date = ValidationSketch.date(firstDay)!
        #expect(told.first?.message.contains("on \(date)") == true)
      }
    }
    #expect(excesses > 50)
  }

  @Test func roundedSharesMayAddToALittleMore() {
    func sum(_ shares: [Double]) -> Int {
      var sketch = sketch()
      for (index, share) in shares.enumerated() {
        sketch.line(
          "RAA", .serves, Code("Q\(index)"), role: .serves, ofSubject: share, basis: "work")
      }
      return sketch.problems(with: "add to").count
    }
    // Thirds rounded to three decimals, sixths to five.
    #expect(sum([0.334, 0.333, 0.334]) == 0)
    #expect(sum([0.16667, 0.16667, 0.16667, 0.16667, 0.16667, 0.16667]) == 0)
    // One more in the last place than rounding explains.
    #expect(sum([0.334, 0.334, 0.334]) == 1)
    #expect(sum([0.16668, 0.16668, 0.16667, 0.16667, 0.16667, 0.16667]) == 1)
    // Few decimals do not excuse much.
    #expect(sum([0.5, 0.6]) == 1)
    #expect(sum([0.5, 0.51]) == 1)
    #expect(sum([1, 0.002]) == 1)
    // Shares known exactly must fit exactly, but for 10^-6.
    #expect(sum([0.123456789, 0.876543211]) == 0)
    #expect(sum([0.123456789, 0.876545211]) == 1)
  }

  @Test func differentWholesAreNotAdded() {
    var sketch = sketch()
    sketch.line("RAA", .serves, "Q0", role: .serves, ofSubject: 0.9, basis: "patients")
    sketch.line("RAA", .serves, "Q1", role: .serves, ofSubject: 0.9, basis: "income")
    sketch.line("RBB", .serves, "Q1", role: .serves, ofSubject: 0.9, basis: "income")
    #expect(sketch.told == [])
    // Different services are parts of the same whole.
    sketch.line(
      "RBB", .serves, "Q2", role: .serves, services: ["dental"], ofSubject: 0.9, basis: "income")
    #expect(sketch.problems(with: "The shares of the work of RBB (income) add to 1.8").count == 1)
  }

  @Test func peopleAreSharedAmongProvidersOfTheSameServices() {
    var sketch = sketch()
    sketch.line(
      "RAA", .serves, "Q0", role: .serves, services: ["999"], ofObject: 0.7, basis: "people")
    sketch.line(
      "RBB", .serves, "Q0", role: .serves, services: ["dental"], ofObject: 0.7, basis: "people")
    #expect(sketch.told == [])
    sketch.line("RBB", .serves, "Q0", services: ["999"], ofObject: 0.7, basis: "people")
    #expect(sketch.problems(with: "The shares of the people of Q0 (people) add to 1.4").count == 1)
  }

  @Test func containedAndMovedSharesAreAddedToo() {
    var sketch = sketch()
    sketch.organisation("E01", .localAuthority)
    sketch.organisation("REG", .region)
    sketch.line("Q0", .contains, "E01", ofObject: 0.6)
    sketch.line("REG", .contains, "E01", ofObject: 1)
    #expect(sketch.told == [])
    sketch.line("Q1", .contains, "E01", ofObject: 0.6)
    #expect(sketch.problems(with: "in which E01 is contained add to 1.2").count == 1)
    sketch.succession(.split, "Q0", "Q2", on: 10, share: 0.7)
    sketch.succession(.split, "Q0", "Q3", on: 11, share: 0.7)
    #expect(sketch.problems(with: "that moved").isEmpty)
    sketch.succession(.split, "Q0", "Q4", on: 10, share: 0.7)
    let told = sketch.problems(with: "The shares of Q0 that moved add to 1.4 on 2000-01-11")
    #expect(told.map(\.table) == [.succession])
    #expect(told.map(\.row) == [2])
  }
}
