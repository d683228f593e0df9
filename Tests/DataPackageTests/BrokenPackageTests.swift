import Foundation
import Governance
import Testing

@testable import DataPackage

/// One way to break the fixture, and what must be said of it: exactly one thing.
struct BrokenCase: Sendable, CustomTestStringConvertible {
  /// Where the fault is to be shown.
  enum Place: Sendable {
    /// A column of the row with an id.
    case cell(String, String)
    /// The first occurrence of some words.
    case words(String)
    /// Counted by hand.
    case at(Int, Int)
    /// Behind the last character of a line.
    case endOfLine(Int)
  }

  var name: String
  var file: String
  var place: Place
  var id: String
  var what: String
  var remedy: String
  var severity = RegisterProblem.Severity.error
  /// How many other things are to be said.
  var others = 0
  var change: @Sendable (inout PackageFixture) -> Void

  var testDescription: String { name }

  var table: String { file.replacingOccurrences(of: ".csv", with: "") }

  /// A case in which one cell of a row gets another value.
  static func cell(
    _ table: String, _ id: String, _ column: String, _ value: String, what: String,
    remedy: String, severity: RegisterProblem.Severity = .error
  ) -> BrokenCase {
    BrokenCase(
      name: "\(table) \(id) \(column) = \(value)", file: "\(table).csv", place: .cell(id, column),
      id: id, what: what, remedy: remedy, severity: severity
    ) { $0.set(column, value, of: id, in: table) }
  }

  /// The case with the fault shown elsewhere than where it was made.
  func shown(_ place: Place, id: String, in file: String? = nil) -> BrokenCase {
    var copy = self
    (copy.place, copy.id, copy.file) = (place, id, file ?? self.file)
    return copy
  }

  /// The case with other things said as well.
  func alsoTold(_ count: Int) -> BrokenCase {
    var copy = self
    copy.others = count
    return copy
  }

  /// A case in which a row is added.
  static func row(
    _ table: String, _ row: String, at column: String, what: String, remedy: String,
    severity: RegisterProblem.Severity = .error
  ) -> BrokenCase {
    let id = String(row.dropFirst(3).prefix { $0 != "|" })
    return BrokenCase(
      name: "\(table) + \(row)", file: "\(table).csv", place: .cell(id, column), id: id,
      what: what, remedy: remedy, severity: severity
    ) { $0.add(row, to: table) }
  }
}

@Suite struct BrokenPackageTests {
  @Test func validFixtureHasNothingWrong() throws {
    let result = try PackageFixture.valid.load()
    #expect(result.diagnostics.map(\.description) == [])
    let register = try #require(result.register)
    #expect(register.title == "A fixture")
    #expect(register.organisations.count == 7)
    #expect(register.relations.count == 4)
  }

  @Test(arguments: cells + rows + statements + forms + headers + descriptors)
  func oneFaultIsToldOnceAtItsPlace(_ broken: BrokenCase) throws {
    var fixture = PackageFixture.valid
    broken.change(&fixture)
    let result = try fixture.load()
    let told = result.diagnostics
    #expect(told.count == 1 + broken.others, "\(told.map(\.description))")
    #expect(told == told.sorted())
    let matching = told.filter { $0.what.contains(broken.what) }
    #expect(matching.count == 1, "\(told.map(\.description))")
    let diagnostic = try #require(matching.first)
    let place: TextPosition =
      switch broken.place {
      case .cell(let id, let column): fixture.place(of: column, of: id, in: broken.table)
      case .words(let words): fixture.place(ofFirst: words, in: broken.file)
      case .at(let line, let column): TextPosition(line: line, column: column)
      case .endOfLine(let line):
        TextPosition(
          line: line,
          column: fixture[broken.file].unicodeScalars.split(
            separator: "\n", omittingEmptySubsequences: false)[line - 1].count + 1)
      }
    #expect(diagnostic.severity == broken.severity)
    #expect(diagnostic.file == broken.file)
    #expect(TextPosition(line: diagnostic.line, column: diagnostic.column) == place)
    #expect(diagnostic.recordID == broken.id)
    #expect(diagnostic.what.contains(broken.what), "\(diagnostic)")
    #expect(diagnostic.remedy.contains(broken.remedy), "\(diagnostic)")
    #expect((result.register == nil) == (broken.severity == .error))
  }

  // MARK: - Cells

  static let cells: [BrokenCase] = [
    .cell(
      "relations", "S1", "object", "QA", what: "QA in \"object\" is not the id",
      remedy: "Did you mean QAA?"),
    .cell(
      "relations", "S1", "object", "qaa", what: "qaa in \"object\"", remedy: "Did you mean QAA?"),
    .cell(
      "relations", "S1", "object", "A1", what: "A1 is an arrangement",
      remedy: "Name an organisation"),
    .cell(
      "relations", "S1", "subject", "RA A", what: "\"RA A\" is not an identifier",
      remedy: "without spaces"),
    .cell(
      "relations", "S1", "subject", "RAA;RBB", what: "is not an identifier", remedy: "not a list"),
    .cell(
      "relations", "S1", "shareOfSubject", "75", what: "must be from 0 to 1",
      remedy: "75 per cent is 0.75"),
    .cell(
      "relations", "S1", "shareOfSubject", "-0.1", what: "must be from 0 to 1",
      remedy: "not known"),
    .cell(
      "relations", "S1", "shareOfSubject", "75%", what: "\"75%\" is not a number",
      remedy: "with a point"),
    .cell(
      "relations", "S1", "shareOfSubject", "0x1p-1", what: "is not a number",
      remedy: "with a point"),
    .cell(
      "relations", "S1", "shareOfSubject", "nan", what: "is not a number", remedy: "with a point"),
    .cell(
      "relations", "S1", "shareOfSubject", "0.9", what: "add to 1.15 on 2022-07-01, with those of",
      remedy: "Correct a share"
    ).shown(.cell("S2", "shareOfSubject"), id: "S2"),
    .cell(
      "relations", "S1", "role", "hom", what: "\"hom\" is not a \"role\"",
      remedy: "Did you mean home?"),
    .cell(
      "relations", "S1", "kind", "employs", what: "\"employs\" is not a \"kind\"",
      remedy: "Use one of: contains, serves"),
    .cell("relations", "C1", "role", "home", what: "has a role", remedy: "blank"),
    .cell(
      "relations", "S1", "objectAmong", "REG;QAA", what: "both \"object\" and \"objectAmong\"",
      remedy: "Keep \"object\""),
    .cell(
      "relations", "C1", "object", "", what: "neither \"object\" nor \"objectAmong\"",
      remedy: "Fill \"object\""),
    .cell("relations", "S1", "source", "", what: "\"source\" is blank", remedy: "sources.csv"),
    .cell(
      "relations", "S1", "source", "scr", what: "scr in \"source\"", remedy: "Did you mean src?"),
    .cell(
      "relations", "S1", "from", "01/07/2022", what: "\"01/07/2022\" is not a date",
      remedy: "Did you mean 2022-07-01?"),
    .cell(
      "relations", "S1", "from", "2022-02-30", what: "is not a date", remedy: "year-month-day"),
    .cell(
      "relations", "S1", "to", "2022-06-30", what: "ends on 2022-06-30, before it starts on",
      remedy: "Correct \"from\" or \"to\""),
    .cell(
      "relations", "S1", "from", "2022-06-30",
      what: "holds from 2022-06-30, but RAA exists only from 2022-07-01",
      remedy: "Start it on 2022-07-01"
    ).alsoTold(1),
    .cell(
      "relations", "S2", "to", "", what: "still in force, but QBB ended on 2026-03-31",
      remedy: "End it on 2026-03-31"),
    .cell(
      "relations", "S2", "to", "2026-04-01", what: "holds to 2026-04-01, but QBB ended",
      remedy: "End it on 2026-03-31"),
    .cell(
      "relations", "S1", "confidence", "certain", what: "is not a \"confidence\"",
      remedy: "recorded, derived, assumed"),
    .cell("organisations", "RAA", "name", "", what: "\"name\" is blank", remedy: "Fill it"),
    .cell(
      "organisations", "RAA", "shortName", "A name of twenty-five char", what: "at most 24",
      remedy: "Shorten"),
    .cell(
      "organisations", "RAA", "sectors", "acute;comunity", what: "\"comunity\" is not a",
      remedy: "Did you mean community?"),
    .cell(
      "organisations", "RAA", "sectors", "acute;;community", what: "an empty item",
      remedy: "one \";\" between"),
    .cell(
      "organisations", "RAA", "sectors", "acute;acute", what: "\"acute\" twice", remedy: "once"),
    .cell(
      "organisations", "QCC", "latitude", "152.5", what: "must be from -90 to 90",
      remedy: "Correct it"),
    .cell(
      "organisations", "QCC", "longitude", "", what: "\"longitude\" is blank",
      remedy: "both or neither"),
    .cell(
      "organisations", "QAA", "onsCode", "E5400006", what: "is not a code of the Office",
      remedy: "eight digits"),
    .cell(
      "measures", "M1", "organisation", "QAAA", what: "QAAA in \"organisation\"",
      remedy: "Did you mean QAA?"),
    .cell(
      "measures", "M1", "value", "\"1,234\"", what: "\"1,234\" is not a number",
      remedy: "without commas"),
    .cell("measures", "M1", "value", "-1", what: "must be from 0 to", remedy: "Correct it"),
    .cell(
      "measures", "M1", "value", "1e13", what: "must be from 0 to 1000000000000",
      remedy: "Correct it"),
    .cell(
      "arrangements", "A1", "areas", "PL2", what: "PL2 in \"areas\"", remedy: "Did you mean PL1?"),
    .cell(
      "parties", "A1-QAA", "arrangement", "AI", what: "AI in \"arrangement\"",
      remedy: "Did you mean A1?"),
    .cell(
      "parties", "A1-QAA", "from", "2022-07-01", what: "but A1 exists only from 2023-04-01",
      remedy: "Start it on"),
    BrokenCase(
      name: "a trust as system", file: "parties.csv", place: .cell("A1-QAA", "role"), id: "A1-QAA",
      what: "\"system\" is the part of an ICS", remedy: "name the ICS"
    ) {
      $0.set("role", "system", of: "A1-QAA", in: "parties")
      $0.set("organisation", "RBB", of: "A1-QAA", in: "parties")
    },
    .cell(
      "forums", "F2", "reportsTo", "F3", what: "F3 in \"reportsTo\"", remedy: "Did you mean F1"),
    .cell("forums", "F1", "reportsTo", "F2", what: "in a ring", remedy: "Correct \"reportsTo\"")
      .shown(.cell("F2", "reportsTo"), id: "F2"),
    .cell("forums", "F1", "parentArrangement", "A1", what: "has both", remedy: "Keep the one")
      .alsoTold(1),
    .cell(
      "forums", "F1", "decisionMaking", "yes", what: "\"yes\" is not true or false",
      remedy: "true or false"),
    .cell("seats", "F1-RAA", "forum", "F9", what: "F9 in \"forum\"", remedy: "Did you mean F1"),
    .cell("seats", "F1-RAA", "organisation", "", what: "Nobody", remedy: "\"post\""),
    .cell(
      "seats", "F1-RAA", "represents", "RAA;RBC", what: "RBC in \"represents\"",
      remedy: "Did you mean RBB"),
    .cell(
      "succession", "QBB-QCC", "date", "2026-05-01", what: "ended on 2026-03-31",
      remedy: "the day after QBB ended", severity: .warning),
    .cell(
      "succession", "QBB-QCC", "date", "2026-03-01", what: "QCC does not exist on 2026-03-01",
      remedy: "Correct \"date\""
    ).alsoTold(1),
    .cell("succession", "QBB-QCC", "successor", "", what: "has no successor", remedy: "closure"),
    .cell("succession", "QBB-QCC", "kind", "closure", what: "has a successor", remedy: "blank")
      .shown(.cell("QBB-QCC", "successor"), id: "QBB-QCC"),
    .cell(
      "sources", "src", "url", "ftp://example.org", what: "not an http or https address",
      remedy: "https://"),
    .cell(
      "sources", "src", "url", "javascript:alert(1)", what: "not an http or https address",
      remedy: "https://"),
    .cell("parameters", "P1", "symbol", "N", what: "is not a \"symbol\"", remedy: "mean n?"),
    .cell(
      "parameters", "P1", "low", "7", what: "do not rise", remedy: "low ≤ mode ≤ high"),
  ]

  // MARK: - Rows

  static let rows: [BrokenCase] = [
    .row(
      "relations",
      "id=S3|kind=serves|subject=RAA|object=QAA|role=home|services=acute|from=2025-01-01",
      at: "from", what: "already there on 2025-01-01, as S1", remedy: "remove one"),
    .row(
      "relations", "id=S3|kind=serves|subject=RAA|object=RAA|role=serves|from=2022-07-01",
      at: "object", what: "to itself", remedy: "another object"),
    .row(
      "relations", "id=S3|kind=contains|subject=QAA|object=REG|from=2022-07-01", at: "object",
      what: "contain each other in a ring on 2022-07-01", remedy: "remove the line"),
    .row(
      "parties", "id=X|arrangement=A1|organisation=QAA|role=lead|from=2024-01-01", at: "from",
      what: "already there on 2024-01-01, as A1-QAA", remedy: "remove one"),
    .row(
      "measures",
      "id=X|organisation=QAA|measure=registeredPatients|value=1|unit=people|from=2024-01-01",
      at: "from", what: "M1 gives the same figure for 2024-01-01", remedy: "remove one"),
    .row(
      "parameters",
      "id=X|forumKind=icb_board|symbol=n|mode=6|unit=meetings a year|provenance=measured",
      at: "symbol", what: "P1 gives n of icb_board already", remedy: "Keep one"),
    .row(
      "organisations", "id=A1|kind=national|name=Clash", at: "id",
      what: "A1 is used already by record 8 of organisations", remedy: "another id"
    ).shown(.cell("A1", "id"), id: "A1", in: "arrangements.csv"),
    .row(
      "organisations", "id=RCC|kind=trust|name=Third Trust|sectors=acute|from=2023-01-01",
      at: "id", what: "RCC has no home ICS from 2023-01-01 on", remedy: "\"exception\"",
      severity: .warning),
    .row(
      "organisations", "id=PL2|kind=place|name=Nowhere|from=2023-01-01|to=2023-12-31", at: "id",
      what: "PL2 lies in no ICS from 2023-01-01 to 2023-12-31", remedy: "\"contains\" line"),
    .row(
      "relations", "id=S3|kind=contains|subject=QBB|object=PL1|from=2025-01-01|to=2025-01-31",
      at: "from", what: "PL1 lies in QAA and QBB from 2025-01-01 to 2025-01-31",
      remedy: "End one"
    ).shown(.cell("PL1", "id"), id: "PL1", in: "organisations.csv"),
  ]

  // MARK: - The form of a file

  static let forms: [BrokenCase] = [
    BrokenCase(
      name: "byte-order mark", file: "relations.csv", place: .at(1, 1), id: "",
      what: "byte-order mark", remedy: "without", severity: .warning
    ) { $0.files["relations.csv"]!.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0) },
    BrokenCase(
      name: "mixed line endings", file: "relations.csv", place: .endOfLine(2), id: "C1",
      what: "ends in LF, those before it in CRLF", remedy: "one kind", severity: .warning
    ) { fixture in
      let lines = fixture["relations.csv"].split(separator: "\n", maxSplits: 1)
      fixture["relations.csv"] = lines[0] + "\r\n" + lines[1]
    },
    BrokenCase(
      name: "blank line", file: "seats.csv", place: .at(3, 1), id: "", what: "line is blank",
      remedy: "Remove it", severity: .warning
    ) { $0["seats.csv"] += "\n" },
    BrokenCase(
      name: "row of commas", file: "seats.csv", place: .at(3, 1), id: "", what: "row is blank",
      remedy: "Remove it", severity: .warning
    ) { $0["seats.csv"] += String(repeating: ",", count: 15) + "\n" },
    BrokenCase(
      name: "too few cells", file: "seats.csv", place: .at(3, 1), id: "F1-X",
      what: "The row has 3 cells; the first line names 16", remedy: "Add the missing"
    ) { $0["seats.csv"] += "F1-X,F1,RAA\n" },
    BrokenCase(
      name: "one cell too many", file: "parties.csv", place: .words("EXTRA"), id: "X",
      what: "The row has 10 cells; the first line names 9", remedy: "quotes round a cell"
    ) { $0["parties.csv"] += "X,A1,QAA,host,,,src,recorded,,EXTRA\n" },
    BrokenCase(
      name: "unclosed quote", file: "parties.csv", place: .words("\"open"), id: "X",
      what: "never closed", remedy: "Close it"
    ) { $0["parties.csv"] += "X,A1,QAA,host,,,src,recorded,\"open\nY,A1,QAA\n" },
    BrokenCase(
      name: "quote inside", file: "forums.csv", place: .words("\" board"), id: "F1",
      what: "does not begin with one", remedy: "whole cell in quotes"
    ) { $0.replace("First board", with: "First\" board", in: "forums.csv") },
    BrokenCase(
      name: "text after quote", file: "forums.csv", place: .words(" board"), id: "F1",
      what: "follows the closing quote", remedy: "Double"
    ) { $0.replace("First board", with: "\"First\" board", in: "forums.csv") },
    BrokenCase(
      name: "not UTF-8", file: "forums.csv", place: .words("\u{FFFD}"), id: "F1",
      what: "0x96 is not UTF-8", remedy: "may be – in Windows-1252"
    ) { fixture in
      let bytes = fixture.files["forums.csv"]!
      let at = fixture["forums.csv"].range(of: "First board")!
      let offset = fixture["forums.csv"].utf8.distance(
        from: fixture["forums.csv"].startIndex, to: at.upperBound)
      fixture.files["forums.csv"] = Array(bytes[..<offset] + [0x96] + bytes[offset...])
    },
    BrokenCase(
      name: "NUL", file: "sources.csv", place: .words("\0"), id: "src", what: "NUL byte",
      remedy: "Remove it"
    ) { $0.replace("A source", with: "A\0source", in: "sources.csv") },
    BrokenCase(
      name: "control character", file: "sources.csv", place: .words("\u{1B}"), id: "src",
      what: "hidden character (U+001B)", remedy: "Remove it"
    ) { $0.replace("A source", with: "A \u{1B}[31msource", in: "sources.csv") },
    BrokenCase(
      name: "bidirectional override", file: "sources.csv", place: .words("\u{202E}"), id: "src",
      what: "U+202E", remedy: "Remove it"
    ) { $0.replace("A source", with: "Ä \u{202E}source", in: "sources.csv") },
    BrokenCase(
      name: "line break in a name", file: "sources.csv", place: .words("\nsource"), id: "src",
      what: "line break or tab (U+000A)", remedy: "one line"
    ) { $0.replace("A source", with: "\"A \"\"\nsource\"", in: "sources.csv") },
    BrokenCase(
      name: "text of 10,001 characters", file: "sources.csv", place: .at(2, 10_005), id: "src",
      what: "has 10001 characters; the limit is 10000", remedy: "Shorten"
    ) { $0.replace("A source", with: String(repeating: "é", count: 10_001), in: "sources.csv") },
    BrokenCase(
      name: "bad id", file: "sources.csv", place: .at(3, 1), id: "",
      what: "\"a b\" is not an identifier", remedy: "without spaces"
    ) { $0["sources.csv"] += "a b,Another,,,,,\n" },
    BrokenCase(
      name: "UTF-16", file: "measures.csv", place: .at(1, 1), id: "", what: "UTF-16",
      remedy: "CSV UTF-8"
    ) { fixture in
      let units = fixture["measures.csv"].utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
      fixture.files["measures.csv"] = [0xFF, 0xFE] + units
    },
    BrokenCase(
      name: "empty file", file: "measures.csv", place: .at(1, 1), id: "", what: "file is empty",
      remedy: "names its columns"
    ) { $0["measures.csv"] = "" },
    BrokenCase(
      name: "semicolons", file: "measures.csv", place: .at(1, 1), id: "",
      what: "separated by \";\"", remedy: "comma-separated"
    ) { fixture in
      fixture["measures.csv"] = fixture["measures.csv"].split(separator: "\n")[0]
        .replacingOccurrences(of: ",", with: ";")
    },
  ]

  // MARK: - The header

  static let headers: [BrokenCase] = [
    BrokenCase(
      name: "unknown column", file: "measures.csv", place: .words("colour"), id: "",
      what: "\"colour\" is not known", remedy: "passed over", severity: .warning
    ) { fixture in
      fixture["measures.csv"] = fixture["measures.csv"].split(separator: "\n").enumerated()
        .map { $1 + ($0 == 0 ? ",colour" : ",red") }.joined(separator: "\n")
    },
    BrokenCase(
      name: "missing column", file: "measures.csv", place: .at(1, 1), id: "",
      what: "\"note\" is missing", remedy: "Add it"
    ) { fixture in
      fixture["measures.csv"] = fixture["measures.csv"].split(separator: "\n")
        .map { $0.split(separator: ",", omittingEmptySubsequences: false).dropLast() }
        .map { $0.joined(separator: ",") }.joined(separator: "\n")
    },
    BrokenCase(
      name: "mistyped column", file: "measures.csv", place: .at(1, 1), id: "",
      what: "\"unit\" is missing", remedy: "Rename the column \"Unit\" to \"unit\""
    ) { $0.replace(",unit,", with: ",Unit,", in: "measures.csv") }.alsoTold(1),
    BrokenCase(
      name: "column twice", file: "measures.csv", place: .words("id,source"), id: "",
      what: "\"id\" is there twice", remedy: "Remove one"
    ) { $0.replace(",to,source", with: ",id,source", in: "measures.csv") }.alsoTold(1),
  ]

  // MARK: - The descriptor

  static let descriptors: [BrokenCase] = [
    BrokenCase(
      name: "other profile", file: "datapackage.json", place: .words("\"data-package\""), id: "",
      what: "profile is \"data-package\"", remedy: "tabular-data-package", severity: .warning
    ) { $0.replace("tabular-data-package", with: "data-package", in: "datapackage.json") },
    BrokenCase(
      name: "byte-order mark in the descriptor", file: "datapackage.json", place: .at(1, 1),
      id: "", what: "byte-order mark", remedy: "without", severity: .warning
    ) { $0.files["datapackage.json"]!.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0) },
    BrokenCase(
      name: "path in parts", file: "datapackage.json", place: .words("[\"a.csv\"]"), id: "",
      what: "\"seats\" has no path to one file", remedy: "seats.csv"
    ) { $0.replace("\"seats.csv\"", with: "[\"a.csv\"]", in: "datapackage.json") },
    BrokenCase(
      name: "unknown resource", file: "datapackage.json", place: .words("\"maps\""), id: "",
      what: "\"maps\" is no table", remedy: "passed over", severity: .warning
    ) {
      $0.replace(
        "[\n", with: "[\n{ \"name\": \"maps\", \"path\": \"maps.csv\" },\n", in: "datapackage.json")
    },
    BrokenCase(
      name: "missing resource", file: "datapackage.json", place: .words("[\n"), id: "",
      what: "\"seats\" is not among the resources", remedy: "seats.csv"
    ) {
      $0.replace(
        "{ \"name\": \"seats\", \"path\": \"seats.csv\" },", with: "", in: "datapackage.json")
    },
    BrokenCase(
      name: "resource twice", file: "datapackage.json", place: .words("\"seats\", \"path\": \"b"),
      id: "", what: "\"seats\" is listed twice", remedy: "Keep one"
    ) {
      $0.replace(
        "parameters.csv\" }", with: "parameters.csv\" }, { \"name\": \"seats\", \"path\": \"b\" }",
        in: "datapackage.json")
    },
    BrokenCase(
      name: "missing file", file: "datapackage.json", place: .words("\"seat.csv\""), id: "",
      what: "\"seat.csv\": There is no such file", remedy: "correct the path"
    ) { $0.replace("\"seats.csv\"", with: "\"seat.csv\"", in: "datapackage.json") },
    BrokenCase(
      name: "other encoding", file: "datapackage.json", place: .words("\"latin-1\""), id: "",
      what: "not in UTF-8", remedy: "Save the table as UTF-8"
    ) {
      $0.replace(
        "\"path\": \"seats.csv\"", with: "\"path\": \"seats.csv\", \"encoding\": \"latin-1\"",
        in: "datapackage.json")
    },
    BrokenCase(
      name: "other delimiter", file: "datapackage.json", place: .words("\";\""), id: "",
      what: "not separated by commas", remedy: "Save the table with commas"
    ) {
      $0.replace(
        "\"path\": \"seats.csv\"",
        with: "\"path\": \"seats.csv\", \"dialect\": { \"delimiter\": \";\" }",
        in: "datapackage.json")
    },
    BrokenCase(
      name: "JSON cut off", file: "datapackage.json", place: .words("\"path"), id: "",
      what: "never closed", remedy: "Close it"
    ) { fixture in
      let lines = fixture["datapackage.json"].components(separatedBy: "\n")
      fixture["datapackage.json"] =
        lines[..<4].joined(separator: "\n") + "\n"
        + "    { \"name\": \"organisations\",     \"path"
    },
    BrokenCase(
      name: "comma too many", file: "datapackage.json", place: .words("]\n}"), id: "",
      what: "no JSON value", remedy: "double quotes"
    ) { $0.replace("\n  ]\n", with: ",\n  ]\n", in: "datapackage.json") },
    BrokenCase(
      name: "name twice", file: "datapackage.json", place: .words("\"title\": \"B\""), id: "",
      what: "\"title\" is given twice", remedy: "Keep one"
    ) {
      $0.replace(
        "\"title\": \"A fixture\"", with: "\"title\": \"A\", \"title\": \"B\"",
        in: "datapackage.json")
    },
    BrokenCase(
      name: "an array", file: "datapackage.json", place: .at(1, 1), id: "",
      what: "not a JSON object", remedy: "Frictionless"
    ) { $0["datapackage.json"] = "[]" },
  ]
}
