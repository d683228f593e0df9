import Foundation
import Governance
import Testing

@testable import DataPackage

@Suite struct PackageWriterTests {
  @Test func whatIsWrittenLoadsBackAsItWas() throws {
    let register = try #require(try PackageFixture.valid.load().register)
    let folder = try TemporaryFolder()
    try PackageWriter().write(register, to: folder.file("out"))
    let result = PackageLoader().load(folder: folder.file("out"))
    #expect(result.diagnostics.map(\.description) == [])
    #expect(result.register == register)
    #expect(folder.entries == ["out"])
  }

  @Test func randomRegistersLoadBackAsTheyWere() throws {
    let base = try #require(try PackageFixture.valid.load().register)
    var dice = Dice(seed: 11)
    let texts = [
      "plain", "a, b", "\"quoted\"", "é 👩‍⚕️", "=1+1", "مرحبا", "back\\slash", "a;b", "'x", " edge ",
    ]
    func text() -> String { texts.randomElement(using: &dice)! }
    func maybe<Value>(_ value: Value) -> Value? { Bool.random(using: &dice) ? value : nil }
    func number() -> Double { Double.random(in: 0...1, using: &dice) }
    for _ in 0..<40 {
      var register = base
      register.title = text()
      for index in 0..<30 {
        register.organisations.append(
          Organisation(
            id: Code("X\(index)"), kind: .otherProvider, name: text(), shortName: maybe("short"),
            sectors: Sector.allCases.filter { _ in Bool.random(using: &dice) },
            legalForm: LegalForm.allCases.randomElement(using: &dice),
            onsCode: maybe("E12345678"), postcode: maybe("AB1 2CD"),
            location: maybe(Coordinate(latitude: number() * 90, longitude: -number() * 180)),
            exception: maybe("why\nnot"),
            provenance: Provenance(
              period: Period(to: maybe(CalendarDate(daysSince1970: Int(number() * 30_000)))),
              source: "src", confidence: .assumed, note: maybe(text()))))
        register.forums.append(
          Forum(
            id: Code("Y\(index)"), kind: text(), name: text(), level: maybe(.multiICS),
            decisionMaking: maybe(Bool.random(using: &dice)),
            statutory: maybe(Bool.random(using: &dice)), instrument: maybe(text()),
            meetsInPublic: maybe(Bool.random(using: &dice)), meetingsPerYear: maybe(number() * 12),
            durationHours: maybe(number()), members: maybe(17), functions: ["f", "g h"],
            provenance: Provenance(source: "src")))
        register.seats.append(
          Seat(
            id: "V\(index)", forum: "F1", organisation: "RAA", role: .attendee,
            holder: maybe(text()), represents: ["QAA", "RAA"],
            recusal: maybe(Bool.random(using: &dice)), provenance: Provenance(source: "src")))
        register.decisions.append(
          Decision(
            id: "D\(index)-", finding: maybe("F24-0123456789ab"),
            kind: maybe(Decision.kinds.randomElement(using: &dice)!),
            subject: ["A1", "F1", "QAA"].randomElement(using: &dice), function: maybe(text()),
            decidedBy: text(), reason: text() + "\n" + text(),
            provenance: Provenance(
              period: Period(from: CalendarDate(year: 2024, month: 1, day: 2)), source: "src")))
        register.returns.append(
          InformationReturn(
            id: "R\(index)", family: text(), organisation: "RAA", recipient: "RBB",
            timesPerYear: maybe(number() + 0.001), functions: ["f", "g h"],
            provenance: Provenance(
              period: Period(from: CalendarDate(year: 2024, month: 1, day: 2)), source: "src")))
        register.completeness.append(
          Completeness(
            id: "W\(index)-", subject: ["A1", "F1", "QAA"].randomElement(using: &dice)!,
            aspect: CompletenessAspect.allCases.randomElement(using: &dice)!,
            provenance: Provenance(
              period: Period(from: CalendarDate(year: 2024, month: 1, day: 2)), source: "src")))
        register.parameters.append(
          Parameter(
            id: "Z\(index)", forumKind: "k\(index)", symbol: "rho", low: 0.1, mode: maybe(0.2),
            high: 0.3, unit: text(), origin: .localEstimate, basis: maybe(text()), source: "src",
            confidence: .derived))
      }
      let folder = try TemporaryFolder()
      try PackageWriter().write(register, to: folder.file("out"))
      let result = PackageLoader().load(folder: folder.file("out"))
      #expect(result.errors.map(\.description) == [])
      #expect(result.register == register)
    }
  }

  @Test func theSameRegisterGivesTheSameBytes() throws {
    let register = try #require(try PackageFixture.valid.load().register)
    let first = try PackageWriter().files(of: register)
    let second = try PackageWriter().files(of: register)
    #expect(first.map(\.name) == second.map(\.name))
    #expect(first.map(\.bytes) == second.map(\.bytes))
    #expect(first.map(\.name) == ["datapackage.json"] + PackageFixture.order.map { "\($0).csv" })
  }

  @Test func headersAreThoseOfTheFormat() throws {
    let files = try PackageWriter().files(of: Register())
    for file in files.dropFirst() {
      let table = file.name.replacingOccurrences(of: ".csv", with: "")
      #expect(String(decoding: file.bytes, as: UTF8.self) == PackageFixture.columns[table]! + "\n")
    }
  }

  @Test func everyEncoderNamesItsColumnsAsTheSchemaDoes() throws {
    // The writer pairs cells and columns by position; `assert` guards it in debug builds only.
    let register = try #require(try PackageFixture.valid.load().register)
    func check(_ records: [some TabularRecord], _ table: Register.Table) {
      let names = PackageSchema.schema(of: table).columns.map(\.name)
      #expect(!records.isEmpty)
      for record in records { #expect(record.cells.map(\.column) == names) }
    }
    check(register.organisations, .organisations)
    check(register.measures, .measures)
    check(register.relations, .relations)
    check(register.arrangements, .arrangements)
    check(register.parties, .parties)
    check(register.forums, .forums)
    check(register.seats, .seats)
    check(register.succession, .succession)
    check(register.sources, .sources)
    check(register.parameters, .parameters)
    check(register.decisions, .decisions)
    check(register.returns, .returns)
    check(register.completeness, .completeness)
  }

  @Test func whatHasNoFormIsRefusedAndNothingIsWritten() throws {
    let base = try #require(try PackageFixture.valid.load().register)
    let folder = try TemporaryFolder()
    let changes: [(String, (inout Register) -> Void)] = [
      ("services", { $0.relations[0].services = [""] }),
      ("name", { $0.organisations[0].name = "a\u{202E}b" }),
      ("name", { $0.organisations[0].name = "" }),
      ("shareOfObject", { $0.relations[0].shareOfObject = .nan }),
      ("shareOfObject", { $0.relations[0].shareOfObject = 1.5 }),
      ("id", { $0.relations[0].id = "a b" }),
      ("url", { $0.sources[0].url = "ftp://x" }),
    ]
    for (column, change) in changes {
      var register = base
      change(&register)
      #expect {
        try PackageWriter().write(register, to: folder.file("out"))
      } throws: { error in
        guard case .unrepresentable(_, 0, column, _, _) = error as? PackageWriteError else {
          return false
        }
        return true
      }
    }
    #expect(folder.entries == [])
  }

  @Test func listItemsThatWouldFallApartAreRefused() throws {
    var register = try #require(try PackageFixture.valid.load().register)
    for item in ["a;b", " a", "a "] {
      register.relations[0].services = [item]
      #expect(throws: PackageWriteError.self) { try PackageWriter().files(of: register) }
    }
  }

  @Test func aFolderIsReplacedOnlyWhenAskedAndOnlyIfItIsAPackage() throws {
    let register = try #require(try PackageFixture.valid.load().register)
    var other = register
    other.title = "Another"
    let folder = try TemporaryFolder()
    let path = folder.file("out")
    try PackageWriter().write(register, to: path)
    #expect(throws: PackageWriteError.self) { try PackageWriter().write(other, to: path) }
    #expect(PackageLoader().load(folder: path).register == register)
    try PackageWriter().write(other, to: path + "/", replacing: true)
    #expect(PackageLoader().load(folder: path).register == other)
    try folder.write("keep me", to: "out/README.md")
    #expect {
      try PackageWriter().write(register, to: path, replacing: true)
    } throws: { $0 as? PackageWriteError == .notAPackage(path: resolved(path), entry: "README.md") }
    #expect(PackageLoader().load(folder: path).register == other)
    #expect(folder.entries == ["out"])
  }

  @Test func aRunThatFailsLeavesNothingBehind() throws {
    let register = try #require(try PackageFixture.valid.load().register)
    let folder = try TemporaryFolder()
    #expect(throws: PackageWriteError.self) {
      try PackageWriter().write(register, to: folder.file("no/such/parent"))
    }
    try folder.write("a file", to: "taken")
    #expect(throws: PackageWriteError.self) {
      try PackageWriter().write(register, to: folder.file("taken"), replacing: true)
    }
    #expect(folder.entries == ["taken"])
    #expect(try folder.bytes(of: "taken") == Array("a file".utf8))
  }

  @Test func theTemplateLoads() throws {
    let folder = try TemporaryFolder()
    try PackageTemplate(title: "Ours").write(to: folder.file("ours"))
    let result = PackageLoader().load(folder: folder.file("ours"))
    #expect(result.diagnostics.map(\.description) == [])
    #expect(result.register?.title == "Ours")
    #expect(result.register?.sources.count == 1)
    #expect(result.register?.organisations == [])
  }

  private func resolved(_ path: String) -> String {
    let url = URL(fileURLWithPath: path)
    return url.deletingLastPathComponent().resolvingSymlinksInPath()
      .appendingPathComponent(url.lastPathComponent).path
  }
}
