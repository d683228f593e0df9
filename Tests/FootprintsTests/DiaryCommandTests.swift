import Foundation
import Testing

/// The diary: from template to parameters to load.
@Suite struct DiaryCommandTests {
  private static let header =
    "date,forum,name,kind,attendees,deputies,hours,preparation,travel,notes\n"

  private func importing(
    _ rows: String, _ extra: [String] = [], _ check: (CommandRunner.Outcome, String) throws -> Void
  ) throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let diary = folder.url.appendingPathComponent("diary.csv")
    try Data((Self.header + rows).utf8).write(to: diary)
    let output = folder.url.appendingPathComponent("measured.csv").path
    let outcome = try LoadRunner.run(
      ["diary", "RYC", "--on", "2026-03-31", "--import", diary.path, "-o", output] + extra)
    try check(outcome, output)
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
    #expect(template.text.hasPrefix(Self.header))
    #expect(template.text.split(separator: "\n").count == meetings + 1)
  }

  @Test func measuresWhatWasSeen() throws {
    let filled = """
      2026-03-02,,one,uec_board,2,1,1.5,2,1,
      03/03/2026,,two,uec_board,1,0,2,1,0,
      2026-03-15,,three,uec_board,3,0,1,0,5,
      """
    try importing(filled) { outcome, path in
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
    try importing(empty, ["--from", "2026-03-02"]) { outcome, path in
      #expect(outcome.status == 0, "\(outcome.errors)")
      let ids = try rows(path).keys.sorted()
      #expect(!ids.isEmpty && ids.allSatisfy { $0.hasSuffix("-n") })
    }
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
      line.split(separator: ",", omittingEmptySubsequences: false).suffix(7).first.map(String.init)
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
