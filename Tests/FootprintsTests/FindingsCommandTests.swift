import Foundation
import Graphs
import Testing

@Suite struct FindingsCommandTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// The invented register, copied so that it can be changed.
  private func example() throws -> String {
    let copy = folder.url.appendingPathComponent("example").path
    try FileManager.default.copyItem(
      atPath: try #require(Dataset.example.folder).path, toPath: copy)
    return copy
  }

  private func findings(_ arguments: String) throws -> [[String: Any]] {
    let outcome = try CommandRunner.shell("\"$footprints\" check \(arguments) --format json")
    return try #require(try outcome.object()["findings"] as? [[String: Any]])
  }

  @Test func theAmbulanceTrustHasSixOverseersAndThenThree() throws {
    for (date, boards) in [
      ("2026-03-31", ["QH8", "QHG", "QJG", "QM7", "QMM", "QUE"]),
      ("2026-04-01", ["D7T5G", "S1Y5D", "T6Y0W"]),
    ] {
      let found = try findings("--about RYC --kind F1 --function quality --on \(date)")
      #expect(found.count == 1)
      #expect(found.first?["involved"] as? [String] == boards)
      #expect(found.first?["subjects"] as? [String] == ["RYC"])
      let id = try #require(found.first?["id"] as? String)
      let told = try CommandRunner.run("explain", id, "--on", date)
      #expect(told.status == 0)
      #expect(boards.allSatisfy { told.text.contains("(\($0)) oversees EEAST (RYC): quality") })
      // The question has the same id on both days.
      #expect(id == "F1-c7t0x8bz2ba9")
    }
  }

  @Test func theExitStatusIsThatOfTheGravestFinding() throws {
    defer { folder.remove() }
    let data = try example()
    let found = try findings("--data '\(data)' --on 2026-04-01")
    let severities = Set(found.compactMap { $0["severity"] as? String })
    try #require(severities.contains("warning") && severities.contains("info"))
    func status(_ arguments: String...) throws -> Int32 {
      try CommandRunner.shell(
        "\"$footprints\" check --data '\(data)' --on 2026-04-01 "
          + arguments.joined(separator: " ")
      ).status
    }
    #expect(try status("--fail-on never") == 0)
    #expect(try status("--fail-on warning") == 1)
    #expect(try status("--fail-on info") == 1)
    #expect(try status() == (severities.contains("error") ? 1 : 0))
    // Only what is asked for counts.
    #expect(try status("--kind F19 --fail-on warning") == 0)
    #expect(try status("--kind F19 --fail-on info") == 1)
    #expect(try status("--register-only --fail-on info") == 0)
  }

  @Test func aSubjectMayBeNamedByCodeOrName() throws {
    let byCode = try findings("--about ryc --on 2026-04-01")
    let byName = try findings("--about 'east of england ambulance' --on 2026-04-01")
    #expect(!byCode.isEmpty)
    #expect(byCode.map { $0["id"] as? String } == byName.map { $0["id"] as? String })
    for some in ["--kind f1 F11", "--kind F1,f11", "--kind F1, --kind F11", "--kind 'F11, F1'"] {
      let some = try findings("\(some) --on 2026-04-01")
      #expect(Set(some.compactMap { $0["kind"] as? String }) == ["F1", "F11"])
    }
  }

  @Test func whatCannotBeMeantIsSaid() throws {
    for (arguments, status, words) in [
      ("check --about nosuchbody", 2, "there is no organisation “nosuchbody”"),
      ("check RYC", 64, "footprints check --about RYC"),
      ("check RYC --kind F1", 64, "footprints check --about RYC"),
      ("check --kind F1 RYC", 64, "--about RYC"),
      ("check --kind F99,F1 F77", 64, "no kind of finding “F99”, “F77”"),
      ("check --on 2026-02-30", 64, "no day 30 in February 2026, which has 28"),
      ("check --on 31/03/2026", 64, "Did you mean 2026-03-31?"),
      ("map QXX", 2, "there is no ICS “QXX” on"), ("map RYC", 2, "of kind trust, not an ICS"),
      ("map \(String(repeating: "Q", count: 5_000))", 2, "\(String(repeating: "Q", count: 60))…”"),
      ("lines RYC --function qualty", 2, "Did you mean quality?"),
      ("check --function qualty", 2, "Did you mean quality"),
      ("check --regime act-202", 2, "Did you mean act-2022"),
      ("check --regime none.yaml", 2, "none.yaml"),
      ("check --on 2020-01-01", 2, "26 November 2020"),
      ("check --kind F25", 64, "F25"), ("check --limit -1", 64, "--limit"),
      ("check --limit 3 --all", 64, "--limit"),
      ("check --register-only --kind F1", 64, "--register-only"),
      ("check --fail-on grave", 64, "grave"), ("explain", 64, "id"),
      ("draw witness RYC -o w.svg", 64, "is no id of a finding"),
      ("draw witness F1-000000000000 -o w.svg", 2, "is not raised"),
      ("draw witness F1- --on 2026-04-01 -o w.svg", 2, "may be any of these"),
      ("explain RYC", 64, "F1-"), ("explain F99-0", 64, "F99"),
      ("explain F1-000000000000", 2, "is not raised"),
      ("explain F1- --on 2026-04-01", 2, "may be any of these"),
    ] {
      let outcome = try CommandRunner.shell("\"$footprints\" \(arguments)")
      #expect(outcome.status == Int32(status), "\(arguments): \(outcome.errors)")
      #expect(outcome.errors.contains(words), "\(arguments): \(outcome.errors)")
    }
  }

  @Test func aBeginningWillDoAndOtherDaysAreNamed() throws {
    // As read aloud: o for 0, in capitals.
    let short = try CommandRunner.run("explain", "f1-C7TO", "--on", "2026-04-01")
    #expect(short.status == 0)
    #expect(short.text.hasPrefix("F1-c7t0x8bz2ba9  "))
    // So will it for a picture of it, by design or not.
    defer { folder.remove() }
    let picture = folder.url.appendingPathComponent("w.json").path
    let drawn = try CommandRunner.run(
      "draw", "witness", "F1-c7t0", "--on", "2026-04-01", "-o", picture)
    #expect(drawn.status == 0, "\(drawn.errors)")
    #expect(
      try String(contentsOfFile: picture, encoding: .utf8).contains(
        "3 bodies oversee quality of EEAST"))
    // Two of the boards merged, and what was raised about the old ones is raised no more.
    func ids(_ date: String) throws -> Set<String> {
      let outcome = try CommandRunner.shell(
        "\"$footprints\" check --kind F1 --all --format csv --on \(date) | cut -d, -f2")
      return Set(outcome.text.split(whereSeparator: \.isNewline).map(String.init))
    }
    let left = try ids("2026-04-01")
    let id = try #require(try ids("2026-03-31").subtracting(left).sorted().first)
    let outcome = try CommandRunner.run("explain", id, "--on", "2026-04-01")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("is not raised on 1 April 2026"))
    let command = try #require(outcome.errors.split(separator: "footprints explain ").last)
    let again = try CommandRunner.shell("\"$footprints\" explain \(command)")
    #expect(again.status == 0)
    #expect(again.text.hasPrefix(id))
  }

  @Test func aRegimeMayBeAFile() throws {
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("ours.yaml")
    try Data(
      """
      id: ours
      title: Our own rules
      status: proposed
      extends: transition-2025
      without: [X32]

      """.utf8
    ).write(to: file)
    let outcome = try CommandRunner.run(
      "check", "--on", "2026-04-01", "--kind", "F1", "--regime", file.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.text.contains("under ours (proposed, not in force): Our own rules"))
    #expect(outcome.text.contains("No open findings."))
    try Data("id: ours\nstatus: perhaps\n".utf8).write(to: file)
    let broken = try CommandRunner.run("check", "--regime", file.path)
    #expect(broken.status == 2)
    // Named as it was given, whatever the folder it is in.
    #expect(broken.errors.contains("\(file.path):2"))
  }

  @Test func lookingAheadIsNoFailure() throws {
    for (regime, day) in [("proposed-2027", "2026-04-01"), ("transition-2025", "2024-04-01")] {
      let outcome = try CommandRunner.run(
        "check", "--kind", "F24", "--regime", regime, "--on", day, "--format", "json")
      let findings = try #require(try outcome.object()["findings"] as? [[String: Any]])
      let presumed = findings.filter { $0["rule"] as? String == "X41" }
      #expect(presumed.count == 1, "\(regime)")
      #expect(presumed.allSatisfy { $0["severity"] as? String == "info" })
      #expect(
        outcome.status == (findings.contains { $0["severity"] as? String == "error" } ? 1 : 0))
    }
  }

  @Test func theRowOfAnExplanationMustBeFilledIn() throws {
    defer { folder.remove() }
    let data = try example()
    let first = try #require(
      try findings("--data '\(data)' --on 2026-04-01").first?["id"] as? String)
    let told = try CommandRunner.run("explain", first, "--data", data, "--on", "2026-04-01")
    let row = try #require(told.text.split(whereSeparator: \.isNewline).last)
    let table = URL(fileURLWithPath: data + "/decisions.csv")
    let rows = try String(contentsOf: table, encoding: .utf8)
    func check(_ row: String) throws -> CommandRunner.Outcome {
      try (rows + row + "\n").write(to: table, atomically: true, encoding: .utf8)
      return try CommandRunner.run(
        "check", "--data", data, "--on", "2026-04-01", "--fail-on", "never")
    }
    let plain = row.trimmingCharacters(in: .whitespaces)
      .replacingOccurrences(of: "SOURCE", with: "invented")
    let unfilled = try check(plain)
    #expect(unfilled.status == 2)
    for words in ["still says WHO DECIDED. Name the board", "still says WHY. Say why"] {
      #expect(unfilled.text.contains(words), "\(unfilled.text)")
    }
    let filled = try check(
      plain.replacingOccurrences(of: "WHO DECIDED", with: "The board")
        .replacingOccurrences(of: "WHY", with: "It is meant"))
    #expect(filled.status == 0)
    #expect(filled.text.contains("settled by a decision"))
  }

  @Test func sarifNamesFilesAsTheFolderWasNamed() throws {
    defer { folder.remove() }
    let data = try example()
    func uris(_ data: String) throws -> Set<String> {
      let outcome = try CommandRunner.run(
        "check", "--data", data, "--on", "2026-04-01", "--format", "sarif", in: folder.url)
      #expect(outcome.status == 0, "\(outcome.errors)")
      let text = outcome.text
      let parts = text.components(separatedBy: "\"uri\": \"").dropFirst()
      return Set(parts.compactMap { $0.split(separator: "\"").first.map(String.init) })
    }
    #expect(try uris("./example/").contains("example/relations.csv"))
    #expect(try uris("example/datapackage.json").contains("example/relations.csv"))
    let elsewhere = try uris(data)
    #expect(elsewhere.contains("relations.csv"))
    #expect(elsewhere.contains { $0.hasPrefix("file:///") && $0.hasSuffix("/example/") })
  }

  @Test func aBrokenRegisterHasItsProblemsInEveryForm() throws {
    defer { folder.remove() }
    let data = try example()
    let table = URL(fileURLWithPath: data + "/relations.csv")
    let rows = try String(contentsOf: table, encoding: .utf8)
    try (rows + "bad,serves,NOBODY,ALSO-NOBODY\n").write(
      to: table, atomically: true, encoding: .utf8)
    for (format, words) in [
      ("text", "relations.csv:"), ("json", "\"findings\" : null"), ("csv", "severity,file,line"),
      ("sarif", "\"executionSuccessful\": false"),
    ] {
      let outcome = try CommandRunner.run("check", "--data", data, "--format", format)
      #expect(outcome.status == 2)
      #expect(outcome.text.contains(words), "\(format)")
    }
    #expect(try CommandRunner.run("explain", "F1-0", "--data", data).status == 2)
  }

  @Test func survivesAClosedPipe() throws {
    for command in ["check --all", "check --format sarif", "explain F1-c7t0 --on 2026-04-01"] {
      let piped = try CommandRunner.shell("\"$footprints\" \(command) | head -n 1")
      #expect(piped.errors.isEmpty, "\(piped.errors)")
      #expect(!piped.text.isEmpty)
    }
  }

  @Test func aNewRegisterHasNothingToFind() throws {
    defer { folder.remove() }
    let ours = folder.url.appendingPathComponent("ours").path
    #expect(try CommandRunner.run("new", ours).status == 0)
    let outcome = try CommandRunner.run(
      "check", "--data", ours, "--on", "2026-04-01", "--fail-on", "info")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(outcome.text.contains("No open findings."))
  }
}
