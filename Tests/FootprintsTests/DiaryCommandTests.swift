import Foundation
import Testing

/// The diary: from template to parameters to load.
@Suite struct DiaryCommandTests {
  private static let header =
    "date,forum,name,kind,attendees,deputies,hours,preparation,travel,notes\n"

  private func importing(
    _ rows: String, _ extra: [String] = [], own: String? = nil,
    day: [String] = ["--on", "2026-03-31"],
    _ check: (CommandRunner.Outcome, String) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let diary = folder.url.appendingPathComponent("diary.csv")
    try Data((Self.header + rows).utf8).write(to: diary)
    let output = folder.url.appendingPathComponent("measured.csv").path
    var arguments = ["diary", "RYC", "--import", diary.path, "-o", output] + day + extra
    if let own {
      let file = folder.url.appendingPathComponent("own.csv")
      try Data((LoadRunner.header + own).utf8).write(to: file)
      arguments += ["--parameters", file.path]
    }
    try check(try LoadRunner.run(arguments), output)
  }

  /// The rows that were written, by id.
  private func rows(_ path: String) throws -> [String: [Substring]] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return Dictionary(
      uniqueKeysWithValues: text.split(separator: "\n").dropFirst().map { line in
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        return (String(cells[0]), cells)
      })
  }

  @Test func templateListsTheForumsThatTheModelExpects() throws {
    let template = try LoadRunner.run(["diary", "RYC", "--on", "2026-03-31"])
    let why = try LoadRunner.run(
      ["load", "RYC", "--why", "--on", "2026-03-31", "--format", "json"]
    ).object()
    let terms = try #require((why["why"] as? [String: Any])?["terms"] as? [[String: Any]])
    let meetings = terms.count { $0["component"] as? String == "meetings" }
    #expect(template.text.hasPrefix(Self.header.replacing("notes\n", with: "notes,trust\n")))
    #expect(template.text.split(separator: "\n").count == meetings + 1)
  }

  @Test func measuresWhatWasSeen() throws {
    let filled = """
      2026-03-02,,one,uec_board,2,1,1.5,2,1,
      03/03/2026,,two,uec_board,1,0,2,1,0,
      2026-03-15,,three,uec_board,3,0,1,0,5,
      """
    // Boards that were to meet twice a week contradict three meetings in six of them.
    let often = "own-n,uec_board,,,,n,50,100,120,meetings a year,localEstimate,asked,own,assumed,\n"
    try importing(filled, own: often) { outcome, path in
      #expect(outcome.status == 0, "\(outcome.errors)")
      let rows = try rows(path)
      func range(_ symbol: String) throws -> [Double] {
        let cells = try #require(rows["diary-RYC-uec_board-\(symbol)"])
        return try cells[6...8].map { try #require(Double($0)) }
      }
      #expect(try range("s") == [1, 2, 3])
      #expect(try range("d") == [1, 1.5, 2])
      // (2 + 1 + 0) hours for 2·1.5 + 1·2 + 3·1 attendee-hours.
      #expect(try range("rho") == [0, 3.0 / 8, 2.0 / 3])
      #expect(try range("w") == [0, 1, 5.0 / 3])
      #expect(try range("delta") == [0, 1.0 / 6, 0.5])
      // Three meetings in 14 days of the boards of six ICSs; Garwood's interval of 80% for a count
      // of three is 1.1021 to 6.6808.
      let year = 365.25 / 14 / 6
      for (value, count) in zip(try range("n"), [1.10207, 3, 6.68078]) {
        #expect(abs(value - count * year) < 1e-4 * count * year)
      }
      let frequency = try #require(rows["diary-RYC-uec_board-n"])
      #expect(frequency[3] == "RYC")
      #expect(outcome.text.contains("before"))
      let load = try LoadRunner.run(["load", "RYC", "--on", "2026-03-31", "--parameters", path])
      #expect(load.status == 0)
    }
  }

  @Test func allThatIsWrongIsSaidAtOnceAndNothingWritten() throws {
    let filled = """
      2026-03-02,FX,one,uec_board,2,3,1.5,2,1,
      yesterday,,two,,1,0,x,1,0,
      ,,a,icp,3,,,,,
      2026-05-01,,a,icp,1.5,,2,,,
      """
    try importing(filled) { outcome, path in
      #expect(outcome.status == 2)
      #expect(!FileManager.default.fileExists(atPath: path))
      for place in ["2:12", "2:31", "3:1", "3:16", "3:21", "4:1", "5:1", "5:19"] {
        #expect(outcome.errors.contains("diary.csv:\(place): error:"), "\(place)")
      }
    }
  }

  /// An unfilled template says that nothing met, if it is said when.
  @Test func anEmptyDiaryNeedsItsDays() throws {
    let empty = ",,icp: Norfolk,icp,,,,,,\n"
    try importing(empty) { outcome, path in
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("No row has a date."))
    }
    // Six boards twelve times a year are 2.76 meetings: none of them is not never.
    try importing(empty, ["--from", "2026-03-02"]) { outcome, _ in
      #expect(outcome.status == 2 && outcome.errors.contains("too little to measure"))
    }
    let often = "own-n,icp,,,,n,50,100,120,meetings a year,localEstimate,asked,own,assumed,\n"
    try importing(empty, ["--from", "2026-03-02"], own: often) { outcome, path in
      #expect(outcome.status == 0, "\(outcome.errors)")
      let ids = try rows(path).keys.sorted()
      #expect(ids == ["diary-RYC-icp-n"])
    }
  }

  // MARK: - The day

  /// The boards of the first of the two weeks: six ICSs before April 2026, three from then.
  @Test func theForumsAreThoseOfTheFirstDay() throws {
    let march = try LoadRunner.run(["diary", "RYC", "--from", "2026-03-02"])
    let then = ["diary", "RYC", "--from", "2026-03-02", "--on"]
    let within = try LoadRunner.run(then + ["2026-03-15"])
    let april = try LoadRunner.run(then + ["2026-04-01"])
    #expect(march.output == within.output && march.output != april.output)
    #expect(march.errors.isEmpty && within.errors.isEmpty)
    #expect(april.status == 0)
    #expect(
      april.errors.contains(
        "--on 2026-04-01 is outside the two weeks from 2026-03-02 to 2026-03-15"))
    #expect(try LoadRunner.run(then + ["2026-03-16"]).errors.contains("is outside"))
    let british = try LoadRunner.run(["diary", "RYC", "--from", "02/03/2026"])
    #expect(british.status == 64 && british.errors.contains("Did you mean 2026-03-02?"))
  }

  @Test func theForumsOfADiaryAreThoseOfItsFirstDay() throws {
    let filled = "2026-03-12,,one,uec_board,2,1,1.5,2,1,\n02/03/2026,,two,uec_board,1,0,2,1,0,\n"
    try importing(filled, day: []) { outcome, _ in
      #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
      #expect(outcome.text.contains("of 6 such forums"))
      #expect(outcome.text.replacing("\n", with: " ").contains("attend on 2 March 2026."))
      #expect(outcome.text.contains("load RYC --on 2026-03-02 --parameters"))
    }
    try importing(filled, day: ["--on", "2026-04-01"]) { outcome, _ in
      #expect(outcome.status == 0 && outcome.text.contains("of 3 such forums"))
      #expect(outcome.errors.contains("--on 2026-04-01 is outside the two weeks from 2026-03-02"))
    }
    try importing(filled, ["--from", "2026-03-02"], day: []) { outcome, _ in
      #expect(outcome.status == 0 && outcome.text.contains("of 6 such forums"))
    }
  }

  // MARK: - Whose diary

  /// What a template says of its trust keeps it from being read for another.
  @Test func theDiaryOfAnotherTrustIsRefused() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let diary = folder.url.appendingPathComponent("diary.csv")
    let output = folder.url.appendingPathComponent("measured.csv").path
    let template = try LoadRunner.run(["diary", "RYC", "--from", "2026-03-02"]).text
    let rows = template.split(separator: "\n").map { line in
      line.hasPrefix(",") && line.contains("uec board: ")
        ? "2026-03-02" + line.replacing(",,,,,,,RYC", with: ",1,,2,,,,RYC") : String(line)
    }
    try Data(rows.joined(separator: "\n").utf8).write(to: diary)
    func read(_ trust: String) throws -> CommandRunner.Outcome {
      try LoadRunner.run(["diary", trust, "--import", diary.path, "-o", output])
    }
    let own = try read("RYC")
    #expect(own.status == 0 && own.errors.isEmpty, "\(own.errors)")
    try FileManager.default.removeItem(atPath: output)
    let other = try read("RX9")
    #expect(other.status == 2)
    #expect(other.errors.contains("This is the diary of \"RYC\", not of RX9."))
    #expect(!FileManager.default.fileExists(atPath: output))
    // One from before the column tells by its forums.
    let older = rows.map { $0.replacing(",RYC", with: "").replacing(",trust", with: "") }
    try Data(older.joined(separator: "\n").utf8).write(to: diary)
    #expect(try read("RYC").errors.isEmpty)
    let guessed = try read("RX9")
    #expect(guessed.status == 0 && guessed.errors.contains("most of the forums it names are none"))
  }

  /// A template is never written over a diary that may have been filled in.
  @Test(arguments: ["diary.csv", "diary.xlsx"])
  func aFilledDiaryIsNotLost(_ name: String) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent(name)
    let arguments = ["diary", "RYC", "--from", "2026-03-02", "-o", file.path]
    #expect(try LoadRunner.run(arguments).status == 0)
    #expect(try LoadRunner.run(arguments).status == 0, "the same bytes are no loss")
    let filled = try Data(contentsOf: file) + Data("x".utf8)
    try filled.write(to: file)
    let outcome = try LoadRunner.run(arguments)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("is already there; name another file"))
    #expect(try Data(contentsOf: file) == filled)
    #expect(try LoadRunner.run(Array(arguments.dropLast()) + ["/dev/null"]).status == 0)
  }

  @Test func meetingsOutsideTheModelAreListed() throws {
    try importing(
      "2026-03-02,,Winter,winter_group,3,1,1,0,0,\n2026-03-03,,U,uec_board,1,0,1,1,1,\n"
    ) {
      outcome, _ in
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("No parameters of the kind \"winter_group\" are known."))
      #expect(outcome.text.contains("winter group: 1 meeting, 3 person-hours"))
    }
  }

  /// The diary itself is no place for what is measured from it.
  @Test func theDiaryIsNotOverwritten() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let diary = folder.url.appendingPathComponent("diary.csv")
    let text = Self.header + "2026-03-02,,one,uec_board,2,1,1.5,2,1,\n"
    try Data(text.utf8).write(to: diary)
    let link = folder.url.appendingPathComponent("link.csv")
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: diary)
    for output in [
      diary.path, folder.url.path + "/../\(folder.url.lastPathComponent)/diary.csv", link.path,
    ] {
      let outcome = try LoadRunner.run(["diary", "RYC", "--import", diary.path, "-o", output])
      #expect(outcome.status == 64 && outcome.errors.contains("the diary itself"))
    }
    #expect(try String(contentsOf: diary, encoding: .utf8) == text)
  }

  /// The workbook to fill in has the rows of the CSV, and room for more.
  @Test func theWorkbookHasTheForumsOfTheTable() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.url.appendingPathComponent("diary.xlsx").path
    let day = ["diary", "RYC", "--on", "2026-03-31"]
    #expect(try LoadRunner.run(day + ["-o", path, "--from", "2026-03-02"]).status == 0)
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let script = root.appendingPathComponent("Scripts/recalculate-workbook").path
    let book = try CommandRunner.shell("python3 '\(script)' '\(path)'").object()
    let sheets = try #require(book["sheets"] as? [[String: Any]])
    #expect(sheets.map { $0["name"] as? String } == ["Diary", "How to"])
    let cells = try #require(sheets[0]["cells"] as? [String: [String: Any]])
    let kinds = try LoadRunner.run(day).text.split(separator: "\n").dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).suffix(8).first.map(String.init)
    }
    #expect(kinds.count > 20)
    for (row, kind) in kinds.enumerated() {
      #expect(cells["D\(row + 2)"]?["value"] as? String == kind)
    }
    #expect(cells["A\(kinds.count + 61)"] != nil && cells["A\(kinds.count + 62)"] == nil)
    let guide = try #require(sheets[1]["cells"] as? [String: [String: Any]])
    #expect(guide["B2"]?["value"] as? String == "2 March 2026 to 15 March 2026")
  }

  @Test func aWorkbookCannotBeImported() throws {
    let outcome = try LoadRunner.run(
      ["diary", "RYC", "--import", "diary.xlsx", "-o", "measured.csv"])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("save the sheet “Diary”"))
  }
}
