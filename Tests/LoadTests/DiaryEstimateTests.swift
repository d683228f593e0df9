import Foundation
import Governance
import Testing

/// Parameters measured by a diary, against what is worked out by hand.
@Suite struct DiaryEstimateTests {
  private static let start = CalendarDate(year: 2026, month: 3, day: 2)!

  private static let regime = Regime(
    id: "t", title: "T", status: .proposed,
    templates: [
      LoadTemplate(
        id: "PLACES", load: .meeting, provider: OrganisationPattern(kind: .trust),
        reach: .along([.worksIn, .contains], OrganisationPattern(kind: .place)), kind: "board",
        share: .init(low: 0.2, mode: 0.5, high: 1, provenance: .measured, basis: "counted"),
        statement: "", citation: Citation(document: "D"), confidence: .assumed)
    ])

  /// A trust that is taken to sit on half of the boards of four places, so on two.
  private func sketch(_ timesAYear: Double = 6) -> LoadSketch {
    var sketch = LoadSketch()
    sketch.organisation("Q", .ics)
    sketch.organisation("T", .trust, [.community])
    sketch.line("T", .serves, "Q", role: .home)
    for place in ["A", "B", "C", "D"] as [Code] {
      sketch.organisation(place, .place)
      sketch.line("Q", .contains, place)
    }
    sketch.register.parameters += [
      LoadFixtures.parameter(.n, "board", timesAYear, timesAYear, timesAYear),
      LoadFixtures.parameter(.d, "board", 1, 2, 3), LoadFixtures.parameter(.s, "board", 1, 1, 2),
    ]
    return sketch
  }

  private func meeting(
    _ day: Int = 2, _ attendees: Double = 1, _ hours: Double = 2, forum: Code? = nil,
    kind: String = "board", preparation: Double? = nil, travel: Double? = nil,
    deputies: Double? = nil
  ) -> DiaryMeeting {
    DiaryMeeting(
      date: CalendarDate(year: 2026, month: 3, day: day)!, forum: forum, name: "m\(day)",
      kind: kind, attendees: attendees, deputies: deputies, hours: hours,
      preparation: preparation, travel: travel)
  }

  private func estimate(
    _ sketch: LoadSketch, _ meetings: [DiaryMeeting]
  ) throws -> DiaryEstimate {
    let load = try #require(LoadFixtures.load(sketch.register, under: Self.regime).load(of: "T"))
    return DiaryEstimate(
      Diary(trust: "T", from: Self.start, meetings: meetings), of: load,
      book: ParameterBook(sketch.register.parameters), under: Self.regime)
  }

  private func range(_ estimate: DiaryEstimate, _ symbol: LoadSymbol) -> [Double]? {
    estimate.steps.first { $0.symbol == symbol }?.parameter.map {
      [$0.low, $0.mode, $0.high].map { $0 ?? .nan }
    }
  }

  private func near(_ found: [Double]?, _ expected: [Double], _ error: Double = 1e-9) -> Bool {
    guard let found, found.count == expected.count else { return false }
    return zip(found, expected).allSatisfy { abs($0 - $1) <= error * max(1, abs($1)) }
  }

  @Test func twoWeeksAreFourteenDays() {
    let diary = Diary(trust: "T", from: Self.start, meetings: [])
    #expect(diary.to == CalendarDate(year: 2026, month: 3, day: 15))
    #expect(Diary.years == 14 / 365.25)
    #expect(meeting(2, 3, 2, preparation: 4, travel: 1).personHours == 11)
    #expect(meeting(2, 3, 2).personHours == 6)
  }

  /// Two boards six times a year are 0.46 meetings in two weeks: one, or none, is no surprise.
  @Test func tooFewMeetingsLeaveHowOftenAsItWas() throws {
    #expect(range(try estimate(sketch(), []), .n) == nil)
    #expect(range(try estimate(sketch(), [meeting()]), .n) == nil)
  }

  /// Five contradict it: a mean of so little hardly ever gives so many.
  ///
  /// Garwood's interval of 80% for five is half of χ² 4.8652 (10 degrees, 10%) to 18.5493 (12, 90%).
  @Test func aCountThatContradictsTheFigureReplacesIt() throws {
    let found = range(try estimate(sketch(), (2...6).map { meeting($0) }), .n)
    let exposure = 28 / 365.25
    let counts = [2.4326, 5, 9.27465]
    #expect(near(found, counts.map { $0 / exposure }, 1e-4))
  }

  /// Two boards every week are four meetings: three are no surprise, though none would be.
  @Test func aCountThatIsConsistentKeepsHowOften() throws {
    let exposure = 28 / 365.25
    let found = try estimate(sketch(52), [3, 4, 5].map { meeting($0) })
    #expect(range(found, .n) == nil)
    let statement = found.steps[0].statement
    #expect(statement.contains("3 meetings in two weeks") && statement.contains("consistent"))
    #expect(statement.contains("1.10 to 6.68") && statement.contains("The 52 a year"))
    // None where four are expected: no lower end, and e⁻ˣ is a tenth at the upper.
    let none = range(try estimate(sketch(52), []), .n)
    #expect(near(none, [0, 0, log(10) / exposure], 1e-9))
  }

  /// A count of none goes with a mean of up to ln 10 = 2.30; from there to 3, it is too little for
  /// “never” to be the most likely.
  @Test func noneOfFewIsNotNever() throws {
    let exposure = 28 / 365.25
    for expected in [0.5, 1.33, 2.29, 2.4, 2.99] {
      let found = try estimate(sketch(expected / exposure), [])
      #expect(range(found, .n) == nil, "\(expected)")
      #expect(
        found.steps[0].statement.contains("never") == (expected > log(10)), "\(expected)")
    }
    #expect(range(try estimate(sketch(3.01 / exposure), []), .n)?[1] == 0)
    // One of many is a count, whatever was expected.
    #expect(
      near(
        range(try estimate(sketch(5 / exposure), [meeting()]), .n).map { [$0[1]] },
        [1 / exposure]))
  }

  /// A diary names forums as the template does: by code, or by kind and body.
  @Test func aDiaryOfOthersForumsIsForeign() throws {
    var sketch = sketch()
    sketch.forum("F", "board", of: "A", n: 12, d: 2)
    let load = try #require(LoadFixtures.load(sketch.register, under: Self.regime).load(of: "T"))
    let expected = DiaryForum.expected(of: load)
    let own = try #require(expected.first { $0.forum == nil }?.name)
    #expect(own.hasPrefix("board: "))
    func isForeign(_ names: [String], _ forums: [Code] = []) -> Bool {
      let meetings =
        names.map {
          DiaryMeeting(date: Self.start, name: $0, kind: "board", attendees: 1, hours: 1)
        } + forums.map { meeting(forum: $0) }
      return Diary(trust: "T", from: Self.start, meetings: meetings).isMostlyForeign(to: expected)
    }
    #expect(!isForeign([]) && !isForeign(["in words of one's own"]))
    #expect(!isForeign([own], ["F"]))
    #expect(isForeign(["board: Elsewhere"]) && isForeign([], ["G"]))
    #expect(!isForeign([own, "board: Elsewhere"]), "half is not most")
    #expect(isForeign([own, "board: Elsewhere", "board: Nowhere"]))
    #expect(!isForeign([own, own, "board: Elsewhere", "board: Elsewhere"], ["F"]))
  }

  /// A forum whose record says how often it meets is neither counted nor among those to be measured.
  @Test func whatIsPublishedOfAForumIsLeftToIt() throws {
    var sketch = sketch(200)
    sketch.forum("F", "board", of: "A", n: 12, d: 2)
    let exposure = 21 / 365.25
    let found = range(
      try estimate(sketch, [meeting(3), meeting(4), meeting(5, forum: "F")]), .n)
    let counts = [0.531812, 2, 5.32232]
    #expect(near(found, counts.map { $0 / exposure }, 1e-5))
  }

  /// Means weighted as the formula uses them: two hours of preparation for 1·1 + 3·3 attendee-hours.
  @Test func meansAreOverPeopleAndHours() throws {
    let found = try estimate(
      sketch(),
      [
        meeting(3, 1, 1, preparation: 2, travel: 1, deputies: 0),
        meeting(4, 3, 3, preparation: 0, travel: 9, deputies: 3),
      ])
    #expect(range(found, .s) == [1, 2, 3])
    #expect(range(found, .d) == [1, 2, 3])
    #expect(near(range(found, .rho), [0, 0.2, 2]))
    #expect(near(range(found, .w), [1, 2.5, 3]))
    #expect(near(range(found, .delta), [0, 0.75, 1]))
    for row in found.parameters {
      #expect(row.origin == .measured && row.organisation == "T" && row.forumKind == "board")
      #expect(row.source == found.source.id && row.confidence == .derived)
    }
    // What was not noted is not taken for nothing.
    #expect(range(try estimate(sketch(), [meeting()]), .rho) == nil)
    #expect(range(try estimate(sketch(), [meeting()]), .delta) == nil)
  }

  /// One meeting says nothing of the spread: the range in use stays, widened to hold it.
  @Test func oneMeetingKeepsTheRangeInUse() throws {
    let found = try estimate(sketch(), [meeting(3, 1, 4)])
    #expect(range(found, .d) == [1, 4, 4])
    #expect(range(found, .s) == [1, 1, 2])
    let alike = try estimate(sketch(), [meeting(3, 1, 0.5), meeting(4, 1, 0.5)])
    #expect(range(alike, .d) == [0.5, 0.5, 3])
  }

  @Test func meetingsOfOtherKindsStayOutside() throws {
    let found = try estimate(
      sketch(),
      [
        meeting(3, kind: "winter", preparation: 1), meeting(4, 2, 3, kind: "winter", travel: 2),
        meeting(5),
      ])
    #expect(found.outside.map(\.kind) == ["winter"])
    #expect(found.outside[0].meetings == 2 && found.outside[0].hours == 11)
    #expect(found.outside[0].names == ["m3", "m4"])
    #expect(!found.parameters.contains { $0.forumKind == "winter" })
  }

  /// What was measured takes the place of the user's own row of the same scope, and of no other.
  @Test func measuredRowsReplaceThoseOfTheSameScope() throws {
    let found = try estimate(sketch(), [meeting()])
    let own = [
      LoadFixtures.parameter(.d, "board", 9, 9, 9, organisation: "T", id: "same"),
      LoadFixtures.parameter(.d, "board", 9, 9, 9, organisation: "U", id: "other trust"),
      LoadFixtures.parameter(.d, "board", 9, 9, 9, id: "all"),
    ]
    let joined = found.joined(to: own)
    #expect(joined.map(\.id) == found.parameters.map(\.id) + ["other trust", "all"])
    let register = sketch().register
    let load = { (users: [Parameter]) throws -> TrustLoad in
      let model = LoadFixtures.load(register, under: Self.regime, overriding: users)
      return try #require(model.load(of: "T"))
    }
    // Two hours, one attendee, six times a year: as the parameters had it, now measured.
    #expect(try load(joined).mode == load([]).mode)
    let sitting = try #require(try load(joined).terms[0].parts.first { $0.kind == .attendance })
    #expect(sitting.factors.last?.origin.reference == "diary-T-board-d")
    #expect(sitting.factors.last?.origin.isUnvalidated == false)
  }

  /// At the lower end so many or more, at the upper so many or fewer, is as unlikely as a tenth.
  @Test func poissonIntervalsLeaveOutAsMuchOnEitherSide() {
    func atMost(_ count: Int, _ mean: Double) -> Double {
      var (term, sum) = (exp(-mean), 0.0)
      for number in 0...max(0, count) {
        if number > 0 { term *= mean / Double(number) }
        sum += term
      }
      return count < 0 ? 0 : sum
    }
    for count in [1, 2, 3, 10, 40, 200] {
      for coverage in [0.5, 0.8, 0.95] {
        let found = PoissonInterval.mean(of: count, coverage: coverage)
        let tail = (1 - coverage) / 2
        #expect(abs(1 - atMost(count - 1, found.lowerBound) - tail) < 1e-9)
        #expect(abs(atMost(count, found.upperBound) - tail) < 1e-9)
        #expect(found.contains(Double(count)))
      }
    }
    #expect(PoissonInterval.mean(of: 0).lowerBound == 0)
    #expect(abs(PoissonInterval.mean(of: 0).upperBound - log(10)) < 1e-9)
  }
}
