import Testing

@testable import Governance

@Suite struct CalendarDateTests {
  /// Counts days one by one from a known day, with the leap rule written out: an oracle that shares
  /// nothing with the arithmetic under test.
  @Test func agreesWithCountingDayByDay() throws {
    var (year, month, day) = (1970, 1, 1)
    for count in 0..<60_000 {
      let date = CalendarDate(daysSince1970: count)
      #expect(date.components == (year, month, day))
      #expect(CalendarDate(year: year, month: month, day: day) == date)
      let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      day += 1
      if day > lengths[month - 1] { (month, day) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1", "2026/04/01",
    "2026-04-01 ", "", "+026-04-01", "２０２６-04-01", "0000-01-01",
  ])
  func refusesWhatIsNoDay(text: String) { #expect(CalendarDate(iso: text) == nil) }

  @Test func readsAndWritesISO() throws {
    for text in ["2024-02-29", "0001-01-01", "9999-12-31", "1969-12-31", "2026-04-01"] {
      #expect(try #require(CalendarDate(iso: text)).description == text)
    }
    #expect(CalendarDate(iso: "2026-04-01")?.longForm == "1 April 2026")
  }
}

@Suite struct PeriodTests {
  /// Every period with ends in 0…4 or open, against its set of days in -1…5.
  @Test func agreesWithSetsOfDays() {
    let days = (-1...5).map { CalendarDate(daysSince1970: $0) }
    let ends = [nil] + (0...4).map { CalendarDate(daysSince1970: $0) }
    let periods = ends.flatMap { from in ends.map { Period(from: from, to: $0) } }
    func members(_ period: Period) -> Set<CalendarDate> {
      Set(
        days.filter {
          (period.from.map { $0.daysSince1970 } ?? -9) <= $0.daysSince1970
            && $0.daysSince1970 <= (period.to.map { $0.daysSince1970 } ?? 9)
        })
    }
    for one in periods {
      #expect(Set(days.filter(one.contains)) == members(one))
      #expect(one.isEmpty == members(one).isEmpty)
      for other in periods {
        #expect(members(one.intersection(other)) == members(one).intersection(members(other)))
        guard !other.isEmpty, other.from != nil else { continue }
        #expect(one.covers(other) == members(one).isSuperset(of: members(other)))
      }
    }
  }
}
