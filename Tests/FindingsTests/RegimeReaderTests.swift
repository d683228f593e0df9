import DataPackage
import Foundation
import Governance
import Graphs
import Testing

/// Reading regimes: what comes with the project, what extends what, and what is said of broken ones.
struct RegimeReaderTests {
  private static func library() throws -> RegimeLibrary {
    let result = RegimeReader().library(folder: try required(Library.regimes.folder).path)
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.prefix(20).map(\.description))")
    return try required(result.library)
  }

  @Test func readsTheRegimesOfTheProject() throws {
    let library = try Self.library()
    let days = [
      ("2020-12-01", "design-2020"), ("2021-12-01", "design-2021"), ("2022-07-01", "act-2022"),
      ("2025-06-25", "act-2022"), ("2025-06-26", "transition-2025"),
      ("2026-04-01", "transition-2025"), ("2028-01-01", "transition-2025"),
    ]
    for (day, id) in days {
      let date = try #require(CalendarDate(iso: day))
      #expect(library.inForce(on: date)?.id == id, "\(day)")
    }
    #expect(library.inForce(on: try #require(CalendarDate(iso: "2020-01-01"))) == nil)
    #expect(library.regime("proposed-2027")?.status == .proposed)
  }

  /// Each of the 43 expectations is in a regime, and each is cited from a document that it lists.
  @Test func holdsEveryExpectation() throws {
    let library = try Self.library()
    let held = Set(library.regimes.flatMap { $0.expectations.map(\.id) })
    for number in 1...43 { #expect(held.contains("X\(number)"), "X\(number)") }
    #expect(held.contains("X1-2020"))
    for regime in library.regimes {
      for rule in regime.expectations { #expect(regime.document(rule.citation) != nil) }
      for rule in regime.standing { #expect(regime.document(rule.citation) != nil) }
    }
    let checked = Set(library.regimes.flatMap { $0.expectations.flatMap(\.checks) })
    for check in ExpectationCheck.allCases { #expect(checked.contains(check), "\(check)") }
  }

  /// The regime in force in England today tries every kind of finding.
  @Test func triesEveryKindToday() throws {
    let date = try #require(CalendarDate(iso: "2026-04-01"))
    let regime = try #require(try Self.library().inForce(on: date))
    let kinds = Set(regime.expectations.flatMap(\.checks).compactMap(\.finding))
    #expect(kinds == Set(FindingKind.allCases))
  }

  static let small = """
    id: small
    title: Small
    status: inForce
    from: 2026-01-01
    documents:
      - {id: D, title: A document}
    standing:
      - id: watch
        line: oversees
        subject: {kind: regulator}
        object: {kind: trust}
        functions: [quality]
        basis: statute
        statement: The regulator watches trusts.
        citation: {document: D, section: one}
        confidence: recorded
    expectations:
      - id: E1
        checks: [boardSize]
        level: should
        severity: warning
        parameters: {members: 20}
        statement: Boards are small.
        needs: members
        citation: {document: D}
        confidence: recorded
    """

  private static func read(_ text: String) throws -> RegimeResult {
    RegimeReader().regime(text, named: "small.yaml", extending: try library())
  }

  @Test func readsARegimeWhole() throws {
    let regime = try #require(try Self.read(Self.small).regime)
    #expect(regime.id == "small" && regime.period.from == CalendarDate(iso: "2026-01-01"))
    #expect(regime.standing.map(\.id) == ["watch"])
    #expect(regime.standing[0].object == OrganisationPattern(kind: .trust))
    #expect(regime.expectations[0].parameters.number("members") == 20)
    #expect(regime.functions.isWithin("safety", "quality"))
  }

  /// What replaces a rule takes its place; what is left out is gone; documents are taken over.
  @Test func extendsAnother() throws {
    let library = RegimeLibrary([try #require(try Self.read(Self.small).regime)])
    let text = """
      id: more
      title: More
      status: proposed
      extends: small
      without: [watch]
      expectations:
        - {id: E2, checks: [notRecorded], level: may, severity: info, statement: s, needs: n,
           citation: {document: D}, confidence: assumed}
        - {id: E1, checks: [boardSize], level: must, severity: error, parameters: {members: 9},
           statement: s, needs: n, citation: {document: D}, confidence: assumed}
      """
    let result = RegimeReader().regime(text, named: "more.yaml", extending: library)
    #expect(result.diagnostics.isEmpty)
    let regime = try #require(result.regime)
    #expect(regime.standing.isEmpty)
    #expect(regime.expectations.map(\.id) == ["E1", "E2"])
    #expect(regime.expectations[0].level == .must)
  }

  /// Each break with the line and a word of what is said.
  static let breaks: [(from: String, to: String, line: Int, says: String)] = [
    ("status: inForce", "status: inforce", 3, "Did you mean inForce?"),
    ("status: inForce\n", "", 1, "status is missing"),
    ("from: 2026-01-01", "from: 1 January", 4, "2026-04-01 (year-month-day)"),
    ("from: 2026-01-01", "from: 2026-02-30", 4, "no day 30 in February 2026, which has 28."),
    ("from: 2026-01-01", "from: 2028-02-30", 4, "no day 30 in February 2028, which has 29."),
    ("from: 2026-01-01", "from: 2026-13-01", 4, "There is no month 13."),
    ("from: 2026-01-01", "from: 31/03/2026", 4, "Did you mean 2026-03-31?"),
    ("from: 2026-01-01", "from: 31/04/2026", 4, "no day 31 in April 2026, which has 30."),
    ("id: small", "id: act-2022", 1, "extends: act-2022"),
    ("title: Small", "title: \"Sm\\u00ADall\"", 2, "U+AD"),
    ("line: oversees", "line: oversee", 9, "Did you mean oversees?"),
    ("kind: regulator", "kind: watchdog", 10, "Use one of"),
    ("functions: [quality]", "functions: [qualty]", 8, "Did you mean quality?"),
    (
      "functions: [quality]",
      "along: [home, isHomeOf, home, isHomeOf, home, isHomeOf, home, isHomeOf, home]", 8, "9 steps"
    ),
    ("functions: [quality]", "function: [quality]", 12, "Did you mean functions?"),
    ("    basis: statute\n", "", 8, "basis is missing"),
    ("{document: D, section: one}", "{document: X}", 8, "which is no document"),
    ("checks: [boardSize]", "checks: [bordSize]", 19, "Did you mean boardSize?"),
    ("checks: [boardSize]", "checks: [oneOverseer]", 18, "needs subjects"),
    ("{members: 20}", "{member: 20}", 18, "members is missing"),
    ("{members: 20}", "{members: many}", 22, "from 1 to 1000"),
    ("{members: 20}", "{members: -3}", 22, "from 1 to 1000"),
    ("id: E1", "id: E1\n    id: E2", 18, "twice"),
    ("title: Small", "title: [Small]", 2, "one text"),
    ("title: Small", "title: \"a\\u202Eb\"", 2, "U+202E"),
    ("  - id: watch", "  - id: watch\n   oops", 9, "not YAML"),
    ("status: inForce", "status: inForce\nextends: smal-1", 1, "no regime"),
    ("status: inForce", "status: inForce\nextends: act-2022\nwithout: [nothing-such]", 1, "which"),
    ("severity: warning", "severity: grave", 21, "info, warning, error"),
  ]

  @Test(arguments: breaks)
  func saysWhereAndWhat(_ from: String, _ to: String, _ line: Int, _ says: String) throws {
    #expect(Self.small.contains(from))
    let result = try Self.read(Self.small.replacingOccurrences(of: from, with: to))
    #expect(result.regime == nil)
    #expect(
      result.diagnostics.contains { $0.line == line && $0.description.contains(says) },
      "\(result.diagnostics.map(\.description))")
    #expect(result.diagnostics.allSatisfy { $0.file == "small.yaml" && !$0.remedy.isEmpty })
  }

  /// Of a check that is not known it is not said what its parameters or subjects are to be.
  @Test(arguments: ["[bordSize]", "[boardSize, oneOversee]", "boardSize"])
  func anUnknownCheckIsToldOnce(_ checks: String) throws {
    let result = try Self.read(
      Self.small.replacingOccurrences(of: "checks: [boardSize]", with: "checks: \(checks)"))
    #expect(result.diagnostics.count == 1, "\(result.diagnostics.map(\.description))")
    #expect(result.diagnostics[0].what.hasPrefix("checks is"))
  }

  @Test func longIDsAreCut() throws {
    let long = String(repeating: "x", count: 9_000)
    for text in [
      Self.small.replacingOccurrences(of: "id: E1", with: "id: \(long)")
        .replacingOccurrences(of: "severity: warning", with: "severity: grave"),
      Self.small.replacingOccurrences(of: "id: small", with: "id: \(long)\nwithout: [\(long)]")
        .replacingOccurrences(of: "{document: D, section: one}", with: "{document: \(long)}"),
    ] {
      let result = try Self.read(text)
      #expect(!result.diagnostics.isEmpty)
      #expect(result.diagnostics.allSatisfy { $0.description.utf8.count < 400 })
      #expect(result.diagnostics.contains { $0.description.contains("xxx…") })
    }
  }

  /// The file of a regime that is there already may be named; another under its id may not.
  @Test func aRegimeOfTheLibraryMayBeNamedByItsFile() throws {
    let folder = try required(Library.regimes.folder)
    let library = try Self.library()
    for regime in library.regimes {
      let path = folder.appendingPathComponent("\(regime.id).yaml").path
      let result = RegimeReader().regime(file: path, extending: library)
      #expect(result.diagnostics.isEmpty && result.regime == regime, "\(regime.id)")
    }
  }

  /// Editors may begin a file with a byte-order mark.
  @Test func aByteOrderMarkMeansNothing() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("marked-\(UUID().uuidString).yaml").path
    try Data([0xEF, 0xBB, 0xBF] + Array(Self.small.utf8)).write(to: URL(fileURLWithPath: path))
    defer { unlink(path) }
    let result = RegimeReader().regime(file: path, extending: try Self.library())
    #expect(result.diagnostics.isEmpty)
    #expect(result.regime?.id == "small")
  }

  /// A pipe is refused without waiting for somebody to write to it.
  @Test(.timeLimit(.minutes(1))) func aPipeIsNoRegime() throws {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("pipe-\(UUID().uuidString).yaml").path
    #expect(mkfifo(path, 0o600) == 0)
    defer { unlink(path) }
    let result = RegimeReader().regime(file: path, extending: try Self.library())
    #expect(result.regime == nil)
    #expect(result.diagnostics.map(\.file) == [path])
    #expect(result.diagnostics.map(\.what) == ["This is not a file."])
  }

  /// Hostile files are refused without a crash.
  @Test func refusesHostileFiles() throws {
    let deep = [
      String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
      String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 100_000),
      (0..<3_000).map { String(repeating: " ", count: $0) + "a:" }.joined(separator: "\n"),
      "a: &a [1]\nb: *a\nc: *nothing", "\u{0}", "", "--- \n--- \n", "!!binary x", "a: *a",
      (["a0: &a0 [x, x]"]
        + (1..<60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" }).joined(separator: "\n"),
    ]
    for text in deep {
      let result = try Self.read(text)
      #expect(result.regime == nil && !result.diagnostics.isEmpty)
    }
  }

  @Test func tellsOfAFolderThatIsNotThere() {
    let result = RegimeReader().library(folder: "/nowhere/at/all")
    #expect(result.library == nil && result.diagnostics.count == 1)
  }
}
