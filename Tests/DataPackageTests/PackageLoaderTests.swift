import Foundation
import Governance
import Testing

@testable import DataPackage

@Suite struct PackageLoaderTests {
  @Test func manyFaultsAreToldAtOnceInOrder() throws {
    var fixture = PackageFixture.valid
    fixture.set("name", "", of: "RBB", in: "organisations")
    fixture.set("object", "QXX", of: "C1", in: "relations")
    fixture.set("shareOfSubject", "2", of: "S2", in: "relations")
    fixture.set("from", "soon", of: "S1", in: "relations")
    fixture.set("role", "boss", of: "S1", in: "relations")
    fixture.set("url", "nowhere", of: "src", in: "sources")
    fixture.replace("\"tabular-data-package\"", with: "\"other\"", in: "datapackage.json")
    let result = try fixture.load()
    let told = result.diagnostics.map { "\($0.file):\($0.line) \($0.recordID) \($0.severity)" }
    #expect(
      told == [
        "datapackage.json:2  warning",
        "organisations.csv:8 RBB error",
        "relations.csv:2 C1 error",
        "relations.csv:4 S1 error",
        "relations.csv:4 S1 error",
        "relations.csv:5 S2 error",
        "sources.csv:2 src error",
      ])
    #expect(
      result.diagnostics.allSatisfy { $0.remedy.hasSuffix(".") || $0.remedy.hasSuffix("?") })
    #expect(result.register == nil)
    #expect(result.errors.count == 6)
    #expect(result.warnings.count == 1)
  }

  @Test func oneBadRowSetsOffNoOthers() throws {
    // RAA is named by a home line, two service lines and a seat.
    var fixture = PackageFixture.valid
    fixture.set("kind", "hospital", of: "RAA", in: "organisations")
    #expect(try fixture.load().diagnostics.count == 1)
    // A table cut off by an open quote: what stood behind it is not called unknown.
    var cut = PackageFixture.valid
    cut.replace("REG,region,The Region", with: "REG,region,\"The Region", in: "organisations.csv")
    #expect(try cut.load().diagnostics.count == 1)
    // Neither is what stood in a table that is missing.
    var missing = PackageFixture.valid
    missing.files["organisations.csv"] = nil
    #expect(try missing.load().diagnostics.count == 1)
  }

  @Test func lineEndingsOrderOfColumnsAndQuotesDoNotMatter() throws {
    let plain = try PackageFixture.valid.load()
    var fixture = PackageFixture.valid
    for name in fixture.files.keys where name.hasSuffix(".csv") {
      let rows = fixture[name].split(separator: "\n").map { line in
        line.split(separator: ",", omittingEmptySubsequences: false).reversed()
          .map { "\"\($0)\"" }.joined(separator: ",")
      }
      fixture[name] = rows.joined(separator: "\r\n")
    }
    let other = try fixture.load()
    #expect(other.diagnostics.map(\.description) == [])
    #expect(other.register == plain.register)
    #expect(other.register != nil)
  }

  @Test func aByteOrderMarkIsReadWithAWarning() throws {
    var fixture = PackageFixture.valid
    for name in fixture.files.keys where name.hasSuffix(".csv") {
      fixture.files[name]!.insert(contentsOf: [0xEF, 0xBB, 0xBF], at: 0)
    }
    let result = try fixture.load()
    #expect(result.warnings.count == 13)
    #expect(result.register == (try PackageFixture.valid.load().register))
  }

  @Test func everyFieldComesFromItsColumn() throws {
    var fixture = PackageFixture.valid
    fixture.add(
      "id=L|kind=serves|subject=RBB|object=QAA|role=serves|functions=f1;f2|services=s1; s2"
        + "|areas=PL1|basis=contract|strength=lead|shareOfObject=0.5|shareOfSubject=2.5e-1"
        + "|shareBasis=basis|instrument=paper|from=2023-01-02|to=2024-03-04|confidence=derived"
        + "|note=a note",
      to: "relations")
    let register = try #require(try fixture.load().register)
    let expected = Relation(
      id: "L", kind: .serves, subject: "RBB", object: "QAA", role: .serves,
      functions: ["f1", "f2"], services: ["s1", "s2"], areas: ["PL1"], basis: .contract,
      strength: .lead, shareOfObject: 0.5, shareOfSubject: 0.25, shareBasis: "basis",
      instrument: "paper",
      provenance: Provenance(
        period: Period(
          from: CalendarDate(year: 2023, month: 1, day: 2),
          to: CalendarDate(year: 2024, month: 3, day: 4)),
        source: "src", confidence: .derived, note: "a note"))
    #expect(register.relations.last == expected)
    let third = try #require(register.organisations.first { $0.id == "QCC" })
    #expect(third.location == Coordinate(latitude: 52.5, longitude: -1.25))
    let first = try #require(register.organisations.first { $0.id == "RAA" })
    #expect(first.sectors == [.acute, .community])
    #expect(first.shortName == "First")
  }

  @Test func newTablesAndColumnsComeFromTheirFiles() throws {
    var fixture = PackageFixture.valid
    fixture.add(
      "id=D2|finding=F4-0123456789ab|kind=F4|subject=A1|function=finance|decidedBy=The board"
        + "|reason=Because|from=2024-01-02|to=2025-03-04|confidence=derived|note=a note",
      to: "decisions")
    fixture.add(
      "id=T2|family=Beds|organisation=RBB|recipient=REG|timesPerYear=52.5|functions=quality; finance",
      to: "returns")
    fixture.add("id=W2|subject=REG|aspect=oversight|to=2025-03-04", to: "completeness")
    fixture.set("instrument", "Constitution", of: "F1", in: "forums")
    fixture.set("meetsInPublic", "false", of: "F1", in: "forums")
    fixture.set("holder", "person 7", of: "F1-RAA", in: "seats")
    fixture.set("recusal", "true", of: "F1-RAA", in: "seats")
    fixture.add("id=P2|arrangement=A1|organisation=REG|role=sponsor|from=2024-01-01", to: "parties")
    fixture.add("id=E1|kind=escalatesTo|subject=RBB|object=REG", to: "relations")
    let result = try fixture.load()
    #expect(result.diagnostics.map(\.description) == [])
    let register = try #require(result.register)
    let last = CalendarDate(year: 2025, month: 3, day: 4)
    #expect(
      register.decisions.last
        == Decision(
          id: "D2", finding: "F4-0123456789ab", kind: "F4", subject: "A1", function: "finance",
          decidedBy: "The board", reason: "Because",
          provenance: Provenance(
            period: Period(from: CalendarDate(year: 2024, month: 1, day: 2), to: last),
            source: "src", confidence: .derived, note: "a note")))
    #expect(
      register.returns.last
        == InformationReturn(
          id: "T2", family: "Beds", organisation: "RBB", recipient: "REG", timesPerYear: 52.5,
          functions: ["quality", "finance"], provenance: Provenance(source: "src")))
    #expect(
      register.completeness.last
        == Completeness(
          id: "W2", subject: "REG", aspect: .oversight,
          provenance: Provenance(period: Period(to: last), source: "src")))
    #expect(register.forums[0].instrument == "Constitution")
    #expect(register.forums.map(\.meetsInPublic) == [false, nil])
    #expect(register.seats[0].holder == "person 7")
    #expect(register.seats[0].recusal == true)
    #expect(register.parties.last?.role == .sponsor)
    #expect(register.relations.last?.kind == .escalatesTo)
  }

  @Test func packagesFromBeforeTheNewTablesAndColumnsLoadWithNothingSaid() throws {
    let valid = try #require(try PackageFixture.valid.load().register)
    var older = PackageFixture.valid
    for table in ["decisions", "returns", "completeness"] {
      older.files["\(table).csv"] = nil
      older.replace(
        ",\n    { \"name\": \"\(table)\", \"path\": \"\(table).csv\" }", with: "",
        in: "datapackage.json")
    }
    for column in ["instrument", "meetsInPublic"] { older.remove(column, from: "forums") }
    for column in ["holder", "recusal"] { older.remove(column, from: "seats") }
    let result = try older.load()
    #expect(result.diagnostics.map(\.description) == [])
    let register = try #require(result.register)
    #expect(register.decisions == [] && register.returns == [] && register.completeness == [])
    var expected = valid
    (expected.decisions, expected.returns, expected.completeness) = ([], [], [])
    #expect(register == expected)
    // A table that the descriptor promises must be there all the same.
    var promised = PackageFixture.valid
    promised.files["returns.csv"] = nil
    #expect(try promised.load().errors.map(\.what) == ["\"returns.csv\": There is no such file."])
  }

  @Test func theDescriptorItselfMayBeNamed() throws {
    let folder = try PackageFixture.valid.write()
    let byFile = PackageLoader().load(folder: folder.file("datapackage.json"))
    let byFolder = PackageLoader().load(folder: folder.path + "/")
    #expect(byFile.register != nil)
    #expect(byFile.register == byFolder.register)
  }

  @Test func hostileNamesComeThroughAsText() throws {
    let names = [
      "<script>alert(1)</script>", "\"];", "a & b", "\\G \\N", "مستشفى", "👩‍⚕️ Trust", "=1+1",
      "a  b", "e\u{301}",
    ]
    var fixture = PackageFixture.valid
    for (index, name) in names.enumerated() {
      let cell = "\"" + name.replacingOccurrences(of: "\"", with: "\"\"") + "\""
      fixture.add(
        "id=H\(index)|kind=national|name=\(cell)".replacingOccurrences(of: "=1+1", with: "§"),
        to: "organisations")
    }
    fixture["organisations.csv"] = fixture["organisations.csv"]
      .replacingOccurrences(of: "§", with: "=1+1")
    let register = try #require(try fixture.load().register)
    #expect(register.organisations.suffix(names.count).map(\.name) == names)
  }
}

@Suite struct HostilePackageTests {
  private func load(path: String, in fixture: PackageFixture = .valid) throws -> LoadResult {
    var fixture = fixture
    fixture.replace("\"seats.csv\"", with: "\"\(path)\"", in: "datapackage.json")
    return try fixture.load()
  }

  @Test(arguments: [
    "../../etc/passwd", "..", "a/../../b.csv", "/etc/passwd", "~/seats.csv", "..\\\\seats.csv",
    "C:/seats.csv", "https://example.org/seats.csv", "file:///etc/passwd", "", "a\\u0000b",
    "a\\nb",
  ])
  func pathsThatLeaveTheFolderAreRefused(_ path: String) throws {
    let result = try load(path: path)
    #expect(result.register == nil)
    #expect(result.diagnostics.count == 1)
    let diagnostic = try #require(result.diagnostics.first)
    #expect(diagnostic.file == "datapackage.json")
    #expect(diagnostic.line == 11)
    #expect(diagnostic.column == 32)
    #expect(diagnostic.what.hasPrefix("The path "))
    #expect(diagnostic.remedy.contains("seats.csv"))
    #expect(!diagnostic.description.contains("\n"))
  }

  @Test func aLinkThatLeavesTheFolderIsRefused() throws {
    let outside = try PackageFixture.valid.write()
    let folder = try PackageFixture.valid.write()
    try FileManager.default.removeItem(atPath: folder.file("seats.csv"))
    try folder.link("seats.csv", to: outside.file("seats.csv"))
    let result = PackageLoader().load(folder: folder.path)
    #expect(result.errors.count == 1)
    #expect(result.errors.first?.what.contains("leads out of the package by a link") == true)
    #expect(result.errors.first?.line == 11)
  }

  @Test func aFolderWithTheSameBeginningIsOutside() throws {
    let folder = try PackageFixture.valid.write()
    let sibling = folder.path + "-sibling"
    try FileManager.default.createDirectory(atPath: sibling, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: sibling) }
    try FileManager.default.moveItem(
      atPath: folder.file("seats.csv"), toPath: sibling + "/seats.csv")
    try folder.link("seats.csv", to: sibling + "/seats.csv")
    #expect(PackageLoader().load(folder: folder.path).errors.count == 1)
  }

  @Test func aLinkWithinTheFolderAndALinkToItAreFollowed() throws {
    let folder = try PackageFixture.valid.write()
    try FileManager.default.moveItem(
      atPath: folder.file("seats.csv"), toPath: folder.file("seats-2026.csv"))
    try folder.link("seats.csv", to: "seats-2026.csv")
    let other = try TemporaryFolder()
    try other.link("package", to: folder.path)
    #expect(PackageLoader().load(folder: other.file("package")).register != nil)
  }

  @Test func aLinkToItselfAFolderAndAPipeAreRefused() throws {
    let folder = try PackageFixture.valid.write()
    for name in ["seats.csv", "forums.csv", "parties.csv"] {
      try FileManager.default.removeItem(atPath: folder.file(name))
    }
    try folder.link("seats.csv", to: "seats.csv")
    try FileManager.default.createDirectory(
      atPath: folder.file("forums.csv"), withIntermediateDirectories: false)
    #expect(mkfifo(folder.file("parties.csv"), 0o600) == 0)
    let result = PackageLoader().load(folder: folder.path)
    #expect(result.diagnostics.map(\.line) == [9, 10, 11])
    #expect(result.diagnostics[0].what == "\"parties.csv\": It is not a file.")
    #expect(result.diagnostics[1].what == "\"forums.csv\": It is not a file.")
    #expect(result.diagnostics[2].what.contains("cannot be read"))
  }

  @Test(.enabled(if: geteuid() != 0, "root reads everything"))
  func anUnreadableFileIsReported() throws {
    let folder = try PackageFixture.valid.write()
    #expect(chmod(folder.file("seats.csv"), 0) == 0)
    let result = PackageLoader().load(folder: folder.path)
    #expect(result.errors.count == 1)
    #expect(result.errors.first?.what.contains("cannot be read") == true)
  }

  @Test func aHugeFileIsRefusedUnread() throws {
    let folder = try PackageFixture.valid.write()
    #expect(truncate(folder.file("seats.csv"), 1 << 30) == 0)
    let clock = ContinuousClock()
    var result = LoadResult(register: nil, diagnostics: [])
    let time = clock.measure { result = PackageLoader().load(folder: folder.path) }
    #expect(result.errors.count == 1)
    #expect(result.errors.first?.what.contains("1073741824 bytes; the limit is 67108864") == true)
    #expect(time < .seconds(1))
  }

  @Test func limitsHoldForTheDescriptorTheCellsAndTheColumns() throws {
    var limits = LoadLimits()
    limits.descriptorBytes = 100
    #expect(try PackageFixture.valid.load(limits: limits).errors.count == 1)
    limits = LoadLimits()
    limits.tableBytes = 300
    let large = try PackageFixture.valid.load(limits: limits).errors
    #expect(large.map(\.what).allSatisfy { $0.contains("the limit is 300") })
    #expect(!large.isEmpty)
    var wide = PackageFixture.valid
    wide["seats.csv"] = String(repeating: "a,", count: 1_000_000) + "b\n"
    let told = try wide.load().errors
    #expect(told.contains { $0.what == "The first line names 1000001 columns; the limit is 256." })
  }

  @Test func aFloodOfFaultsIsCut() throws {
    var fixture = PackageFixture.valid
    var seats = fixture["seats.csv"]
    for row in 0..<5_000 { seats += "X\(row),F1,NOBODY\(row),,boss,maybe,,,,,,,,src,recorded,\n" }
    fixture["seats.csv"] = seats
    let result = try fixture.load()
    #expect(result.errors.count == 1_001)
    #expect(result.errors.last?.what == "9000 more cells of the table are wrong.")
    var unknown = PackageFixture.valid
    seats = unknown["seats.csv"]
    for row in 0..<5_000 { seats += "X\(row),F1,NOBODY\(row),,member,,,,,,,,,src,recorded,\n" }
    unknown["seats.csv"] = seats
    #expect(try unknown.load().errors.count == 1_001)
  }

  @Test func floodsCostTimeInProportion() throws {
    // Each of these would take minutes if every faulty cell were compared with every other.
    var words = PackageFixture.valid
    words["seats.csv"] += (0..<20_000).map { "X\($0),F1,RAA,,membre,,,,,,,,,src,recorded,\n" }
      .joined()
    var codes = PackageFixture.valid
    let long = String(repeating: "N", count: 58)
    codes["organisations.csv"] += (0..<5_000)
      .map { "\(long)\($0),national,A,,,,,,,,,,,src,recorded,\n" }.joined()
    codes["seats.csv"] += (0..<5_000).map {
      "X\($0),F1,\(long)x\($0),,member,,,,,,,,,src,recorded,\n"
    }
    .joined()
    var lines = PackageFixture.valid
    lines["relations.csv"] += (0..<10_000)
      .map { "X\($0),funds,REG,RBB,,,,s\($0),,,,,,,,,,src,recorded,\n" }.joined()
    for fixture in [words, codes, lines] {
      let folder = try fixture.write()
      let time = ContinuousClock().measure { _ = PackageLoader().load(folder: folder.path) }
      #expect(time < .seconds(30))
    }
  }

  @Test func deepJSONIsRefused() throws {
    var fixture = PackageFixture.valid
    let deep = String(repeating: "[", count: 1_000_000)
    fixture["datapackage.json"] = "{ \"resources\": " + deep
    let result = try fixture.load()
    #expect(result.diagnostics.count == 1)
    #expect(result.diagnostics.first?.what == "The JSON nests deeper than 32 levels.")
    #expect(result.diagnostics.first?.column == 47)
  }

  @Test func whatIsNoPackageIsSaidToBeNone() throws {
    let folder = try TemporaryFolder()
    let empty = PackageLoader().load(folder: folder.path)
    #expect(empty.errors.map(\.file) == ["datapackage.json"])
    #expect(empty.errors.first?.what == "There is no such file.")
    for path in ["\(folder.path)/none", "", "a\0b"] {
      let result = PackageLoader().load(folder: path)
      #expect(result.register == nil)
      #expect(result.errors.count == 1)
    }
  }

  @Test func randomBytesInEveryFileNeverTrap() throws {
    var dice = Dice(seed: 7)
    let folder = try PackageFixture.valid.write()
    for _ in 0..<300 {
      let name = PackageFixture.order.randomElement(using: &dice)! + ".csv"
      var bytes = PackageFixture.valid.files[name]!
      for _ in 0..<Int.random(in: 1...8, using: &dice) {
        let at = Int.random(in: 0..<max(bytes.count, 1), using: &dice)
        if bytes.isEmpty { bytes = [0x22] }
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &dice)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert([0x22, 0x2C, 0x0A, 0x0D, 0x3B].randomElement(using: &dice)!, at: at)
        default: bytes = Array(bytes[..<max(at, 1)])
        }
      }
      try folder.write(bytes, to: name)
      let result = PackageLoader().load(folder: folder.path)
      #expect((result.register == nil) == !result.errors.isEmpty)
      #expect(result.diagnostics == result.diagnostics.sorted())
      try folder.write(PackageFixture.valid.files[name]!, to: name)
    }
  }

  @Test func randomDescriptorsNeverTrap() throws {
    var dice = Dice(seed: 8)
    let folder = try PackageFixture.valid.write()
    let valid = PackageFixture.valid.files["datapackage.json"]!
    let pieces = Array("{}[]\",:\\0\u{0}ué-1e9tn".utf8)
    for _ in 0..<500 {
      var bytes = valid
      for _ in 0..<Int.random(in: 1...4, using: &dice) {
        let at = Int.random(in: 0..<bytes.count, using: &dice)
        bytes[at] = pieces.randomElement(using: &dice)!
      }
      try folder.write(bytes, to: "datapackage.json")
      let result = PackageLoader().load(folder: folder.path)
      #expect((result.register == nil) == !result.errors.isEmpty)
    }
  }
}
