import Governance
import Testing

@testable import DataPackage

/// Files of a user's own: parameters, rates and diaries, each read whole or not at all.
@Suite struct UserFileTests {
  private static let header =
    "id,forumKind,forum,organisation,sector,symbol,low,mode,high,unit,provenance,basis,source,"
    + "confidence,note\n"

  private static let register = Register(
    organisations: [
      Organisation(id: "Q1", kind: .ics, name: "System"),
      Organisation(id: "RAA", kind: .trust, name: "Trust", sectors: [.acute]),
    ],
    forums: [Forum(id: "F1", kind: "board", name: "Board", parent: "Q1")],
    sources: [Source(id: "s1", title: "The Paper")],
    parameters: [
      Parameter(
        id: "return-h", forumKind: "return", symbol: "h", low: 1, mode: 2, high: 3, unit: "hours",
        origin: .unvalidatedDefault, source: "s1", confidence: .assumed)
    ])

  private func parameters(
    _ rows: String, header: String = header
  ) -> UserFileResult<[Parameter]> {
    UserFileReader().parameters(
      in: Array((header + rows).utf8), file: "own.csv", beside: Self.register)
  }

  private func places<Value>(_ result: UserFileResult<Value>) -> [String] {
    result.diagnostics.map { "\($0.line):\($0.column) \($0.severity)" }
  }

  private static let row = "a,return,,,,h,4,12,30,hours,localEstimate,asked,own,assumed,"

  @Test func aWellFormedFileIsReadInItsOrder() throws {
    let result = parameters(
      Self.row + "\nb,board,F1,RAA,,d,,1.5,,hours,measured,\"minutes, 2026\",s1,recorded,n\n")
    #expect(result.diagnostics == [])
    let rows = try #require(result.value)
    #expect(rows.map(\.id) == ["a", "b"])
    #expect(rows[0].origin == .localEstimate && rows[0].source == "own")
    #expect([rows[0].low, rows[0].mode, rows[0].high] == [4, 12, 30])
    #expect(rows[1].low == nil && rows[1].mode == 1.5 && rows[1].basis == "minutes, 2026")
    #expect(rows[1].forum == "F1" && rows[1].organisation == "RAA")
  }

  /// What spreadsheets add is read all the same: a byte-order mark, with a warning, and CRLF.
  @Test func marksAndLineEndsOfSpreadsheetsAreRead() throws {
    let text = "\u{FEFF}" + (Self.header + Self.row + "\n").replacing("\n", with: "\r\n")
    let result = UserFileReader().parameters(
      in: Array(text.utf8), file: "own.csv", beside: Self.register)
    #expect(try #require(result.value).map(\.id) == ["a"])
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(parameters("").value == [], "a file without rows says nothing, and nothing wrong")
  }

  /// Everything at once, each where it stands and with a way out.
  @Test func allThatIsWrongWithParametersIsSaidAtOnce() {
    let rows = [
      "a,return,,,,h,20,12,30,hours,localEstimate,asked,own,assumed,",
      "b,return,,,,h,-4,12,30,hours,guess,asked,own,assumed,",
      "c,return,,RZZ,acut,zz,x,12,,hours,localEstimate,asked,own,assumed,",
      "d,return,,,,sigma,0,0.5,1.5,hours,localEstimate,asked,own,assumed,",
      "e,return,F9,,,n,1,,3,hours,localEstimate,asked,own,assumed,",
      "e,return,,,,q,1,2,3,hours,localEstimate,asked,own,assumed,",
      "f,return,,,,v,1,2",
    ]
    let result = parameters(rows.joined(separator: "\n") + "\n")
    #expect(result.value == nil)
    let errors = result.diagnostics.filter { $0.severity == .error }
    for (line, column, word) in [
      (2, 15, "rise"), (3, 15, "-4"), (3, 30, "guess"), (4, 15, "acut"), (4, 20, "zz"),
      (4, 23, "x"), (5, 25, "share"), (6, 10, "F9"), (6, 19, "mode"), (7, 1, "e"), (8, 1, "cells"),
    ] {
      #expect(
        errors.contains { $0.line == line && $0.column == column && $0.what.contains(word) },
        "\(line):\(column) \(word): \(errors.map(\.description))")
    }
    #expect(errors.allSatisfy { $0.file == "own.csv" && !$0.what.isEmpty && !$0.remedy.isEmpty })
    let order = errors.map { [$0.line, $0.column] }
    #expect(order.elementsEqual(order.sorted { $0.lexicographicallyPrecedes($1) }))
  }

  /// A figure in days would pass for hours without a word.
  @Test(arguments: [
    ("h", "days"), ("h", "x"), ("d", "minutes"), ("rho", "days of 7.5 hours"), ("q", "£"),
    ("n", "hours a year"), ("n", "a month"), ("s", "hours"), ("s", "x"), ("sigma", "%"),
    ("days", "hours a month"), ("directors", "x"),
  ])
  func aUnitThatTheSymbolDoesNotTakeIsRefused(_ symbol: String, _ unit: String) {
    let start = "a,return,,,,\(symbol),0.5,0.5,0.5,"
    let result = parameters(start + unit + ",localEstimate,asked,own,assumed,\n")
    #expect(result.value == nil)
    let column = start.count + 1
    #expect(result.diagnostics.map { [$0.line, $0.column] } == [[2, column]])
    #expect(result.diagnostics[0].what == "\(symbol) is not given in \"\(unit)\".")
    #expect(result.diagnostics[0].remedy.contains("“"))
  }

  /// Whatever unit the remedy names is one that is taken, in any case.
  @Test func theUnitsThatAreNamedAreTaken() {
    for symbol in LoadSymbol.allCases {
      #expect(symbol.takes(unit: symbol.unit) && symbol.takes(unit: symbol.unit.uppercased()))
      #expect(!symbol.takes(unit: "x") && !symbol.takes(unit: ""))
    }
  }

  @Test func theSameScopeTwiceIsRefused() {
    let again = Self.row.replacing("a,return", with: "b,return")
    #expect(places(parameters(Self.row + "\n" + again + "\n")) == ["3:13 error"])
    // The same as a row of the register is what such a file is for.
    #expect(parameters(Self.row + "\n").diagnostics == [])
  }

  @Test func filesThatAreNoTablesAreRefused() {
    let reader = UserFileReader(limits: LoadLimits(tableBytes: 64))
    #expect(parameters("", header: "").value == nil)
    let cut = Self.header.replacing(",symbol", with: "")
    #expect(
      parameters("", header: cut).diagnostics.contains { $0.what.contains("\"symbol\"") })
    #expect(
      parameters("", header: Self.header.replacing(",", with: ";")).diagnostics.count == 1)
    let large = reader.parameters(at: #filePath, beside: Self.register)
    #expect(large.value == nil && large.diagnostics.map(\.what)[0].contains("the limit is 64"))
    for path in ["", "/nonexistent/own.csv", "/", "a\0b"] {
      let result = UserFileReader().parameters(at: path, beside: Self.register)
      #expect(result.value == nil && result.diagnostics.count == 1)
    }
  }

  // MARK: - Rates

  private func rates(_ text: String) -> UserFileResult<LoadRates> {
    UserFileReader().rates(in: Array(text.utf8), file: "rates.csv")
  }

  @Test func ratesAreReadByRole() throws {
    let all = try #require(rates("role,rate\nstaff,20\r\ndirector,99.5\n\n").value)
    #expect(all.staff == 20 && all.director == 99.5)
    #expect(all.deputy == nil, "what is not given is not known")
    #expect(rates("Rate,Role,who\n10,deputy,x\n").value?.deputy == 10)
    #expect(rates("role,rate\n").value == LoadRates())
  }

  @Test func allThatIsWrongWithRatesIsSaidAtOnce() {
    let wrong = rates("role,rate\nclerk,5\ndirector,-3\ndirector,1\ndirector,2\nstaff,\n,7\n")
    #expect(wrong.value == nil)
    #expect(
      places(wrong) == [
        "2:1 error", "3:10 error", "5:1 error", "6:7 error", "7:1 error",
      ])
    #expect(wrong.diagnostics.allSatisfy { !$0.remedy.isEmpty })
  }

  /// One cause is told once: an empty file has no columns, and all missing ones go in one message.
  @Test func missingColumnsAreNamedTogether() {
    #expect(rates("").diagnostics.map(\.what) == ["The file is empty."])
    #expect(
      rates("rol,rat\n").diagnostics.map(\.what) == ["The columns \"role\", \"rate\" are missing."])
    #expect(rates("role\n").diagnostics.map(\.what) == ["The column \"rate\" is missing."])
    #expect(rates("role;rate\n").diagnostics.count == 1)
  }

  // MARK: - Diary

  private func diary(
    _ rows: String, from: CalendarDate? = nil, header: String? = nil
  ) -> UserFileResult<Diary> {
    let columns = DiaryFile.header.dropLast().joined(separator: ",")
    return UserFileReader().diary(
      in: Array((header ?? columns + "\n" + rows).utf8), file: "diary.csv", of: "RAA",
      beside: Self.register, kinds: ["board", "review"], from: from)
  }

  private static let march = CalendarDate(iso: "2026-03-02")!

  @Test func aDiaryIsReadAsItWasFilledIn() throws {
    let result = diary(
      """
      ,F1,Board,board,,,,,,
      2026-03-05,F1,Board,,2,1,1.5,3,0,late
      02/03/2026 09:30,,Other,board,1,,0.5,,,
      """)
    #expect(result.diagnostics == [])
    let found = try #require(result.value)
    #expect(found.trust == "RAA" && found.from == Self.march)
    #expect(found.meetings.count == 2)
    let meeting = found.meetings[0]
    #expect(meeting.forum == "F1" && meeting.kind == "board", "the register knows its kind")
    #expect(meeting.attendees == 2 && meeting.deputies == 1 && meeting.hours == 1.5)
    #expect(meeting.preparation == 3 && meeting.travel == 0 && meeting.notes == "late")
    // Blank is not noted, nought is nought.
    #expect(found.meetings[1].preparation == nil && found.meetings[1].deputies == nil)
  }

  @Test func allThatIsWrongWithADiaryIsSaidAtOnce() {
    let result = diary(
      """
      2026-03-02,,a,board,-1,0,1,,,
      2026-03-02,,b,board,1.5,0,0,abc,-3,
      2026-03-02,F9,c,board,1e9,,25,,,
      2026-02-30,,d,board,1,,1,,,
      ,,e,board,1,,,,,
      2026-03-03,,f,,,,,,,
      2026-03-03,F1,g,review,1,2,1,,,
      2026-04-20,,h,board,1,,1,,,
      2026-03-04,,i,board,1,,1,,,
      2026-03-04,,i,board,2,,1,,,
      2026-03-05,,j,no kind,1,,1,,,
      """)
    #expect(result.value == nil)
    let found = Set(result.diagnostics.filter { $0.severity == .error }.map(\.line))
    #expect(found == Set(2...9).union([11, 12]), "the first of two alike may stand")
    #expect(
      places(result).prefix(6) == [
        "2:21 error", "3:21 error", "3:27 error", "3:29 error", "3:33 error", "4:12 error",
      ])
    #expect(result.diagnostics.allSatisfy { !$0.what.isEmpty && !$0.remedy.isEmpty })
  }

  @Test func aKindOfWhichNothingIsKnownIsAWarning() throws {
    let result = diary("2026-03-02,,a,bord,1,,1,,,\n")
    #expect(try #require(result.value).meetings.count == 1)
    #expect(result.diagnostics.map(\.severity) == [.warning])
    #expect(result.diagnostics[0].remedy.contains("board"), "a likely word is offered")
  }

  /// The two weeks run from the first date or from the day given, both ends included.
  @Test func theTwoWeeksHoldAllDates() {
    let last = "2026-03-15,,a,board,1,,1,,,\n2026-03-02,,b,board,1,,1,,,\n"
    #expect(diary(last).value?.from == Self.march)
    #expect(diary(last.replacing("03-15", with: "03-16")).value == nil)
    #expect(diary(last, from: CalendarDate(iso: "2026-03-03")).value == nil)
    #expect(diary(last, from: Self.march).value?.meetings.count == 2)
    #expect(diary(",,a,board,,,,,,\n").value == nil, "no date, and none given")
    #expect(diary(",,a,board,,,,,,\n", from: Self.march).value?.meetings == [])
  }

  /// The diary of another trust is refused once; one that does not say whose it is, is read.
  @Test func theDiaryOfAnotherTrustIsRefused() {
    func named(_ first: String, _ second: String) -> UserFileResult<Diary> {
      diary(
        "",
        header: DiaryFile.header.joined(separator: ",")
          + "\n,F1,Board,board,,,,,,,\(first)\n2026-03-02,,b,board,1,,1,,,,\(second)\n"
          + "2026-03-03,,b,board,1,,1,,,,\(second)\n")
    }
    #expect(named("RAA", "").value?.meetings.count == 2)
    #expect(named("raa", "RAA").diagnostics == [])
    let other = named("", "RBB")
    #expect(other.value == nil && places(other) == ["3:29 error"])
    #expect(other.diagnostics[0].what == "This is the diary of \"RBB\", not of RAA.")
    #expect(named("RBB", "RAA").value == nil, "in a row without a meeting, too")
  }

  @Test func aDiaryOfOtherColumnsIsRefused() {
    #expect(diary("", header: "").diagnostics.map(\.what) == ["The file is empty."])
    let few = diary("", header: "date,forum,name")
    #expect(few.value == nil && few.diagnostics.count == 1)
    #expect(few.diagnostics[0].what.contains("\"kind\"") && few.diagnostics[0].line == 1)
    let huge = String(repeating: "x", count: 1_001)
    #expect(diary("2026-03-02,,\(huge),board,1,,1,,,\n").value == nil)
    #expect(diary("2026-03-02,,a\u{1B}[2J,board,1,,1,,,\n").value == nil)
  }
}
