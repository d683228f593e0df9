import Foundation
import Testing

/// The load command on England as it stood on 31 March 2026.
@Suite struct LoadCommandTests {
  private static let day = ["--on", "2026-03-31"]

  private func trusts(_ arguments: String...) throws -> [[String: Any]] {
    let outcome = try LoadRunner.run(["load"] + arguments + Self.day + ["--format", "json"])
    #expect(outcome.status == 0)
    return try #require(try outcome.object()["trusts"] as? [[String: Any]])
  }

  /// The merger of boards takes three of the six ICSs of East of England Ambulance.
  @Test func aTrustIsComparedWithAnotherDayAndWithAnother() throws {
    let days = try LoadRunner.run(
      ["load", "RYC", "--on", "2026-04-01", "--against", "2026-03-31", "--format", "json"])
    #expect(days.status == 0)
    let first = try #require(try days.object()["first"] as? [String: Any])
    let second = try #require(try days.object()["second"] as? [String: Any])
    #expect(first["on"] as? String == "2026-04-01" && second["on"] as? String == "2026-03-31")
    let difference = try #require(try days.object()["difference"] as? [String: Any])
    let most = try #require(difference["p90"] as? Double)
    #expect(most < 0)
    let trusts = try LoadRunner.run(["load", "RX9", "--against", "West Midlands Amb"] + Self.day)
    #expect(trusts.status == 0 && trusts.text.contains("(RYA)"))
  }

  @Test(arguments: [
    (["RYC", "--against", "2026-03-31"], "with itself on the same day"),
    (["RYC", "--against", "RYC"], "with itself"),
    (["RYC", "--against", "2026-02-30"], "There is no day 30 in February 2026"),
    (["RYC", "--against", "RQQ9"], "RQQ9"),
    (["RYC", "--against", "RX9", "--why"], "--against goes with neither"),
    (["--against", "RX9"], "needs the code of a trust: footprints load CODE --against RX9"),
  ])
  func aComparisonThatMakesNoSenseSaysSo(_ arguments: [String], _ expected: String) throws {
    let outcome = try LoadRunner.run(["load"] + arguments + Self.day)
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains(expected), "\(outcome.errors)")
  }

  @Test func rangesHoldWhatTheyClaim() throws {
    let all = try trusts("--sector", "ambulance")
    #expect(all.count == 10)
    let medians = try all.map { try #require($0["median"] as? Double) }
    #expect(medians == medians.sorted(by: >))
    for trust in all {
      let figures = try ["p10", "median", "p90", "mode"].map {
        try #require(trust[$0] as? Double)
      }
      #expect(figures[0] < figures[1] && figures[1] < figures[2])
      let interval = try #require(trust["interval"] as? [String: Double])
      let low = try #require(interval["low"])
      #expect(low <= figures[0])
      let high = try #require(interval["high"])
      #expect(figures[2] <= high)
      let components = try #require(trust["components"] as? [String: [String: Any]])
      #expect(components.keys.sorted() == ["contracts", "meetings", "returns", "reviews"])
      let sum = try components.values.reduce(0) { try $0 + #require($1["mode"] as? Double) }
      #expect(abs(sum - figures[3]) < 1e-9 * sum)
      let share = try #require(trust["unvalidatedShare"] as? Double)
      #expect((0...1).contains(share))
      let errors = try #require(trust["standardErrors"] as? [String: Double])
      let error = try #require(errors["median"])
      #expect(error > 0)
    }
  }

  @Test func oneTrustHasTheSameFiguresAloneAndAmongOthers() throws {
    let alone = try #require(try trusts("RYC").first)
    let among = try #require(
      try trusts("--sector", "ambulance").first { $0["code"] as? String == "RYC" })
    for field in ["mode", "median", "p10", "p90"] {
      let (one, other) = (alone[field] as? Double ?? 0, among[field] as? Double ?? 1)
      #expect(abs(one - other) <= 1e-9 * other)
    }
  }

  @Test func seedAndDrawsDecideTheDraws() throws {
    func median(_ arguments: String...) throws -> Double {
      let outcome = try LoadRunner.run(
        ["load", "RYC"] + arguments + Self.day + ["--format", "json"])
      let trust = try #require((try outcome.object()["trusts"] as? [[String: Any]])?.first)
      return try #require(trust["median"] as? Double)
    }
    let first = try median("--draws", "500")
    #expect(try median("--draws", "500") == first)
    #expect(try median("--draws", "500", "--seed", "1") != first)
    #expect(try median("--draws", "500", "--distribution", "pert") < first)
  }

  /// Every hour of the explanation is the product of its factors, and all together are the mode.
  @Test func theReasonsAddUp() throws {
    let outcome = try LoadRunner.run(["load", "RYC", "--why"] + Self.day + ["--format", "json"])
    let object = try outcome.object()
    let why = try #require(object["why"] as? [String: Any])
    let terms = try #require(why["terms"] as? [[String: Any]])
    var total = 0.0
    for term in terms {
      for part in try #require(term["parts"] as? [[String: Any]]) {
        let factors = try #require(part["factors"] as? [[String: Any]])
        let product = try factors.reduce(try #require(part["multiplicity"] as? Double)) {
          let value = try #require($1["mode"] as? Double)
          return $0 * (try #require($1["complement"] as? Bool) ? 1 - value : value)
        }
        let hours = try #require(part["hours"] as? Double)
        #expect(abs(product - hours) <= 1e-9 * max(1, hours))
        total += product
      }
    }
    let trust = try #require((object["trusts"] as? [[String: Any]])?.first)
    let mode = try #require(trust["mode"] as? Double)
    #expect(abs(total - mode) <= 1e-9 * mode)
    let changes = try #require(why["changes"] as? [[String: Any]])
    let sizes = try changes.map { abs(try #require($0["difference"] as? Double)) }
    #expect(sizes.count == 10 && sizes == sizes.sorted(by: >))
    #expect(changes.contains { $0["what"] as? String == "oneReturn" })
  }

  @Test func textStaysWithinAHundredColumns() throws {
    for arguments in [["--sector", "ambulance"], ["RYC", "--why"], []] {
      let outcome = try LoadRunner.run(["load"] + arguments + Self.day)
      #expect(outcome.status == 0)
      let lines = outcome.text.split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= 100 })
      #expect(outcome.text.contains("seed 20261121"))
    }
  }

  @Test func aParameterOfOnesOwnGoesBefore() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("own.csv")
    try Data(LoadRunner.returns(mode: 24).utf8).write(to: file)
    let before = try #require(try trusts("RYC").first?["components"] as? [String: [String: Any]])
    let after = try #require(
      try trusts("RYC", "--parameters", file.path).first?["components"] as? [String: [String: Any]])
    let (one, other) = (before["returns"]?["mode"] as? Double, after["returns"]?["mode"] as? Double)
    // Hours a return are 12 by default, and the load is proportional to them.
    let (less, more) = (try #require(one), try #require(other))
    #expect(more == 2 * less)
  }

  private static let refusals: [([String], Int32)] = [
    (["load", "--why"], 64), (["load", "RYC", "--sector", "ambulance"], 64),
    (["load", "--draws", "5"], 64), (["load", "NOSUCH"], 2),
    (["load", "RYC", "--parameters", "/nonexistent/file.csv"], 2),
    (["load", "RYC", "--xlsx", "/nonexistent/folder/file.xlsx"], 2),
    (["load", "--xlsx", "a.xlsx", "--format", "csv"], 64),
    (["load", "RYC", "--on", "1999-01-01"], 2), (["load", "--draws", "-5"], 64),
    (["load", "--draws", "1000000000"], 64), (["load", "--seed", "-1"], 64),
    (["load", "--xlsx", "load.txt"], 64), (["load", "--xlsx", ""], 64),
    (["load", "--xlsx", "/proc/load.xlsx", "--draws", "100", "--sector", "ambulance"], 2),
  ]

  @Test(arguments: refusals)
  func saysWhatIsWrong(arguments: [String], status: Int32) throws {
    let outcome = try LoadRunner.run(arguments)
    #expect(outcome.status == status)
    #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
  }

  /// One core or all of them, and the same figures to the last byte.
  @Test(.enabled(if: hasTaskset, "taskset is not installed: not run"))
  func oneCoreGivesTheBytesOfAll() throws {
    let arguments = "load --sector ambulance --draws 500 --on 2026-03-31 --format json"
    let all = try CommandRunner.shell("\"$footprints\" \(arguments)")
    let one = try CommandRunner.shell("taskset -c 0 \"$footprints\" \(arguments)")
    #expect(all.status == 0 && all.output == one.output)
  }

  static var hasTaskset: Bool {
    (try? CommandRunner.shell("taskset -c 0 true"))?.status == 0
  }

  /// Evidence is of the whole load, which a ranking by one component says.
  @Test func aRankingByComponentSaysOfWhatItsEvidenceIs() throws {
    let arguments = ["load", "--sector", "ambulance", "--draws", "100"] + Self.day
    let contracts = try LoadRunner.run(arguments + ["--component", "contracts"])
    #expect(contracts.text.contains("of the whole load"))
    #expect(contracts.text.hasPrefix("Contracts of external governance"))
    #expect(contracts.text.contains("Ranked by the median"))
    #expect(!(try LoadRunner.run(arguments)).text.contains("of the whole load"))
  }

  /// A number below nought is a number that is wrong, not an option that is missing.
  @Test func negativeNumbersAreNamedAsWhatIsWrong() throws {
    let draws = try LoadRunner.run(["load", "--draws", "-5"])
    #expect(draws.errors.contains("--draws takes a whole number from 100 to 100,000."))
    let seed = try LoadRunner.run(["load", "--seed", "-1"])
    #expect(seed.errors.contains("'-1'") && seed.errors.contains("a whole number from 0"))
  }

  /// A kind that is misspelt would else leave every figure as it was without a word.
  @Test func aRowOnWhichNothingRestsIsNoted() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("own.csv")
    let rows = LoadRunner.returns(mode: 24).replacing("return,,", with: "retrun,,")
    try Data(rows.utf8).write(to: file)
    let arguments = ["load", "RYC", "--draws", "100", "--parameters", file.path]
    let outcome = try LoadRunner.run(arguments + Self.day)
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("own-h: nothing that is shown rests on h of retrun."))
    #expect(outcome.errors.contains("return"), "a likely word is offered")
    try Data(LoadRunner.returns(mode: 24).utf8).write(to: file)
    #expect(try LoadRunner.run(arguments + Self.day).errors.isEmpty)
  }

  @Test func rowsOnWhichNothingRestsAreNotedFiveAtMost() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("own.csv")
    func errors(_ count: Int) throws -> [Substring] {
      let rows = (1...count).map {
        "own-\($0),strange_\($0),,,,d,1,2,3,hours a meeting,localEstimate,asked,own,assumed,\n"
      }
      try Data((LoadRunner.header + rows.joined()).utf8).write(to: file)
      let outcome = try LoadRunner.run(
        ["load", "RYC", "--draws", "100", "--parameters", file.path] + Self.day)
      #expect(outcome.status == 0)
      return outcome.errors.split(separator: "\n")
    }
    #expect(try errors(5).count == 5)
    let eight = try errors(8)
    #expect(eight.count == 6 && eight.last == "… and 3 more")
  }

  /// Shares of returns are the templates'; those of meetings may be set by kind.
  @Test func aShareOfOnesOwnIsUsedOrSaidNotToBe() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("own.csv")
    func run(_ kind: String) throws -> CommandRunner.Outcome {
      let row = "own-a,\(kind),,,,a,0,0,0,share attended,localEstimate,asked,own,assumed,\n"
      try Data((LoadRunner.header + row).utf8).write(to: file)
      return try LoadRunner.run(
        ["load", "RYC", "--draws", "100", "--parameters", file.path] + Self.day)
    }
    let meetings = try run("uec_board")
    #expect(meetings.status == 0 && meetings.errors.isEmpty, "\(meetings.errors)")
    #expect(try run("return").errors.contains("The share is set by the templates of the regime."))
    #expect(try run("*").errors.contains("takes a row of the kind of forum"))
  }

  /// A hint at a further command is one that can be typed: it names the same files and the same day.
  @Test func hintsCarryOptionsOver() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("own file.csv")
    try Data(LoadRunner.returns(mode: 24).utf8).write(to: file)
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let data = root.appendingPathComponent("Graphs/england").path
    let options = ["--data", data, "--parameters", file.path, "--draws", "100"] + Self.day
    let wanted = " --why --on 2026-03-31 --data \(data) --parameters '\(file.path)' shows"
    for (arguments, code) in [(["RYC"], "RYC"), (["--sector", "ambulance"], "CODE")] {
      let outcome = try LoadRunner.run(["load"] + arguments + options)
      let text = outcome.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(text.contains("footprints load \(code)" + wanted))
    }
    let plain = try LoadRunner.run(["load", "RYC", "--draws", "100"] + Self.day)
    #expect(plain.text.contains("footprints load RYC --why --on 2026-03-31 shows where"))
  }

  @Test func whatIsWrittenIntoAFullDiskIsAnError() throws {
    let outcome = try CommandRunner.shell(
      "\"$footprints\" load RYC --draws 100 --on 2026-03-31 > /dev/full")
    #expect(outcome.status == 2 && outcome.errors.contains("standard output cannot be written"))
    let head = try CommandRunner.shell(
      "\"$footprints\" load --all --draws 100 --on 2026-03-31 --format csv | head -n 1")
    #expect(head.status == 0 && head.errors.isEmpty && head.text.hasPrefix("rank,code,"))
  }

  @Test func aWrongFileOfParametersIsRefusedWithPlaces() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("own.csv")
    let text =
      LoadRunner.header + "a,return,,,,zz,1,2,3,h,measured,,own,assumed,\n"
      + "b,return,,NOSUCH,,h,5,2,3,h,measured,,own,assumed,\n"
    try Data(text.utf8).write(to: file)
    let outcome = try LoadRunner.run(["load", "RYC", "--parameters", file.path])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("own.csv:2:13: error: a: \"zz\" is not a \"symbol\"."))
    #expect(outcome.errors.contains("own.csv:3:11: error: b: NOSUCH"))
  }
}

/// Runs the command with a list of arguments, and has a row of parameters to change.
enum LoadRunner {
  static let header =
    "id,forumKind,forum,organisation,sector,symbol,low,mode,high,unit,provenance,basis,source,"
    + "confidence,note\n"

  static func returns(mode: Double) -> String {
    header + "own-h,return,,,,h,4,\(mode),30,hours a return,localEstimate,asked,own,assumed,\n"
  }

  static func run(_ arguments: [String]) throws -> CommandRunner.Outcome {
    let words = arguments.map { "'" + $0.replacingOccurrences(of: "'", with: "'\\''") + "'" }
    return try CommandRunner.shell("\"$footprints\" " + words.joined(separator: " "))
  }
}
