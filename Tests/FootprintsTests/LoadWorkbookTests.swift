import Foundation
import Testing

/// The workbook of loads, recalculated by others than the program: by a script of the project that
/// shares no code with it, and by LibreOffice where it is installed.
@Suite struct LoadWorkbookTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static func recalculate(_ arguments: String) throws -> [[String: Any]] {
    let script = root.appendingPathComponent("Scripts/recalculate-workbook").path
    let outcome = try CommandRunner.shell("python3 '\(script)' \(arguments)")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try #require(try outcome.object()["sheets"] as? [[String: Any]])
  }

  private static func cells(_ sheets: [[String: Any]], _ name: String) throws -> [String: [String:
    Any]]
  {
    let sheet = try #require(sheets.first { $0["name"] as? String == name })
    return try #require(sheet["cells"] as? [String: [String: Any]])
  }

  /// The modes of the ambulance trusts by the engine, with parameters of the user's own or none.
  private static func modes(_ extra: [String] = []) throws -> [String: Double] {
    let outcome = try LoadRunner.run(
      ["load", "--sector", "ambulance", "--on", "2026-03-31", "--draws", "100", "--format", "json"]
        + extra)
    let trusts = try #require(try outcome.object()["trusts"] as? [[String: Any]])
    return try Dictionary(
      uniqueKeysWithValues: trusts.map {
        (try #require($0["code"] as? String), try #require($0["mode"] as? Double))
      })
  }

  private static func workbook(in folder: TemporaryFolder) throws -> String {
    let path = folder.url.appendingPathComponent("load.xlsx").path
    let outcome = try LoadRunner.run(
      ["load", "--sector", "ambulance", "--on", "2026-03-31", "--draws", "100", "--xlsx", path])
    #expect(outcome.status == 0)
    return path
  }

  /// Live totals by trust: column A is the code, column G the total.
  private static func totals(_ cells: [String: [String: Any]]) -> [String: Double] {
    var totals: [String: Double] = [:]
    for row in 3...12 {
      if let code = cells["A\(row)"]?["value"] as? String {
        totals[code] = cells["G\(row)"]?["value"] as? Double
      }
    }
    return totals
  }

  /// The cell of the most likely hours a return.
  private static func returnCell(_ sheets: [[String: Any]]) throws -> String {
    let found = try cells(sheets, "Parameters").first {
      $0.key.hasPrefix("A") && $0.value["value"] as? String == "return-h"
    }
    return "G" + (try #require(found).key.dropFirst())
  }

  private static func agree(_ one: [String: Double], _ other: [String: Double]) -> Bool {
    one.count == 10 && one.keys == other.keys
      && one.allSatisfy { code, value in
        abs(value - (other[code] ?? .nan)) <= 1e-9 * value
      }
  }

  @Test func everyFormulaGivesWhatIsStoredBesideIt() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let sheets = try Self.recalculate("'\(try Self.workbook(in: folder))'")
    #expect(
      sheets.compactMap { $0["name"] as? String } == ["Results", "Parameters", "Inputs", "Notes"])
    var formulas = 0
    for sheet in sheets {
      for cell in try #require(sheet["cells"] as? [String: [String: Any]]).values {
        guard let stored = cell["stored"] as? Double else { continue }
        formulas += 1
        let value = try #require(cell["value"] as? Double)
        #expect(abs(value - stored) <= 1e-9 * max(1, abs(stored)))
      }
    }
    #expect(formulas > 1_000)
    #expect(Self.agree(Self.totals(try Self.cells(sheets, "Results")), try Self.modes()))
  }

  @Test func aChangedParameterMovesTheTotalsAsTheEngineSays() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try Self.workbook(in: folder)
    let cell = try Self.returnCell(try Self.recalculate("'\(path)'"))
    let changed = try Self.recalculate("'\(path)' --set Parameters!\(cell)=20")
    let own = folder.url.appendingPathComponent("own.csv")
    try Data(LoadRunner.returns(mode: 20).utf8).write(to: own)
    let modes = try Self.modes(["--parameters", own.path])
    #expect(Self.agree(Self.totals(try Self.cells(changed, "Results")), modes))
    #expect(!Self.agree(modes, try Self.modes()))
  }

  /// The example with codes that a spreadsheet takes for the same: each keeps its own hours when the
  /// workbook is worked out anew.
  @Test func codesThatDifferInCaseAloneKeepTheirOwnHours() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let copy = folder.url.appendingPathComponent("register").path
    let outcome = try CommandRunner.shell(
      "cp -R Graphs/example '\(copy)' && cd '\(copy)' && sed -i -E "
        + "'s/(^|[,;])AMB([,;]|$)/\\11E2\\2/g; s/(^|[,;])AGH([,;]|$)/\\11e2\\2/g; "
        + "s/(^|[,;])AMB([,;]|$)/\\11E2\\2/g; s/(^|[,;])AGH([,;]|$)/\\11e2\\2/g' *.csv")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let path = folder.url.appendingPathComponent("load.xlsx").path
    let made = try LoadRunner.run(
      ["load", "--data", copy, "--on", "2026-04-01", "--draws", "100", "--xlsx", path])
    #expect(made.status == 0, "\(made.errors)")
    let totals = Self.totals(try Self.cells(try Self.recalculate("'\(path)'"), "Results"))
    let said = try LoadRunner.run(
      ["load", "--data", copy, "--on", "2026-04-01", "--draws", "100", "--format", "json"])
    let trusts = try #require(try said.object()["trusts"] as? [[String: Any]])
    let codes = trusts.compactMap { $0["code"] as? String }
    #expect(codes.contains("1E2") && codes.contains("1e2"))
    for trust in trusts {
      let code = try #require(trust["code"] as? String)
      let (mode, live) = (try #require(trust["mode"] as? Double), try #require(totals[code]))
      #expect(abs(mode - live) <= 1e-9 * max(1, mode), "\(code)")
    }
  }

  /// A limit on the size of files ends in a message, not in a signal.
  @Test func aLimitOnFilesIsAFailureToWrite() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = folder.url.appendingPathComponent("load.xlsx").path
    let outcome = try CommandRunner.shell(
      "(ulimit -f 8; \"$footprints\" load --xlsx '\(path)' --on 2026-04-01 --draws 100)")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("footprints: "))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func writesTheSameBytesAgain() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let first = try Data(contentsOf: URL(fileURLWithPath: try Self.workbook(in: folder)))
    let second = try Data(contentsOf: URL(fileURLWithPath: try Self.workbook(in: folder)))
    #expect(first == second)
  }

  static var hasLibreOffice: Bool {
    (try? CommandRunner.shell("command -v soffice"))?.status == 0
  }

  @Test(
    .enabled(
      if: hasLibreOffice,
      "LibreOffice is not installed: not run; the script's own calculation stands alone"))
  func libreOfficeAgreesAfterAChange() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let path = try Self.workbook(in: folder)
    let cell = try Self.returnCell(try Self.recalculate("'\(path)'"))
    let copy = folder.url.appendingPathComponent("changed.xlsx").path
    _ = try Self.recalculate("'\(path)' --set Parameters!\(cell)=20 --save '\(copy)'")
    // Separator, quote, UTF-8, from line 1; full precision; the first sheet.
    let outcome = try CommandRunner.shell(
      "HOME='\(folder.url.path)' soffice --headless --convert-to "
        + "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,1' "
        + "--outdir '\(folder.url.path)' '\(copy)'")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    let name = try #require(names.first { $0.hasSuffix(".csv") })
    let text = try String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
    var totals: [String: Double] = [:]
    for line in text.split(separator: "\n").dropFirst(2) {
      let cells = Self.split(String(line))
      if cells.count > 6, cells[0] != "All" { totals[cells[0]] = Double(cells[6]) }
    }
    let own = folder.url.appendingPathComponent("own.txt")
    try Data(LoadRunner.returns(mode: 20).utf8).write(to: own)
    #expect(Self.agree(totals, try Self.modes(["--parameters", own.path])))
  }

  /// The cells of a line of CSV without line breaks in cells.
  private static func split(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
