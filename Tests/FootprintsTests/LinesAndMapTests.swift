import Foundation
import Testing

/// `lines` and `map` over the England dataset, as a user runs them.
@Suite struct LinesAndMapTests {
  private func object(_ arguments: String...) throws -> [String: Any] {
    let outcome = try CommandRunner.shell(
      "\"$footprints\" " + arguments.joined(separator: " ") + " --format json")
    #expect(outcome.status == 0, "\(outcome.errors)")
    return try outcome.object()
  }

  private func objects(_ value: Any?) throws -> [[String: Any]] {
    try #require(value as? [[String: Any]])
  }

  private func codes(_ chain: [String: Any]) throws -> [String] {
    try objects(chain["steps"]).compactMap { $0["to"] as? String }
  }

  @Test(arguments: ["2022-07-01", "2025-06-25", "2026-03-31", "2026-04-01"])
  func theWayUpFromAnAmbulanceTrustEndsAtParliament(date: String) throws {
    let lines = try object("lines RYC --on", date)
    let chains = try objects(lines["chains"])
    let tops = chains.filter { $0["end"] as? String == "top" }
    #expect(!tops.isEmpty)
    for chain in tops { #expect(try codes(chain).suffix(3) == ["X24", "N-SOS", "N-PARL"]) }
    // The regulator's own accountability is in no record, and so not known.
    let open = chains.filter { $0["end"] as? String == "open" }
    #expect(try open.map(codes) == [["N-CQC"]])
  }

  @Test(arguments: [("2026-03-31", 6), ("2026-04-01", 3)])
  func everyBoardInWhichItWorksOverseesIt(date: String, boards: Int) throws {
    let lines = try object("lines RYC --function quality --on", date)
    let overseers = try objects(lines["answersTo"]).filter { $0["kind"] as? String == "oversees" }
    let codes = Set(overseers.compactMap { $0["code"] as? String })
    #expect(codes.contains("N-CQC"))
    let home = try object("show RYC --on", date)
    let icss = try objects(home["icss"]).compactMap { $0["code"] as? String }
    #expect(icss.count == boards)
    #expect(codes.subtracting(["N-CQC"]) == Set(icss))
    // One arrangement with a lead and its associates, not as many commissioners.
    let led = try objects(lines["arrangements"]).filter {
      $0["kind"] as? String == "leadCommissioning"
    }
    for arrangement in led {
      let parties = try objects(arrangement["parties"])
      #expect(parties.count { $0["role"] as? String == "lead" } == 1)
    }
  }

  @Test func theRegionThatArbitratesIsNotIndependent() throws {
    let lines = try object("lines RYC --on 2026-03-31")
    let routes = try objects(lines["disputes"])
    #expect(routes.map { $0["arbiter"] as? String } == ["Y61"])
    #expect(routes[0]["independent"] as? Bool == false)
    let kinds = Set(try objects(routes[0]["ties"]).compactMap { $0["kind"] as? String })
    #expect(kinds.isSuperset(of: ["actsOnBody", "partyAnswers"]))
  }

  @Test func delegatedSpecialisedCommissioningHasFourLines() throws {
    for subject in ["lines QHL", "map QHL"] {
      let document = try object(subject, "--on 2026-04-01")
      let service = try #require(
        objects(document["delegated"]).first { $0["service"] as? String == "specialised services" })
      func bodies(_ line: String) throws -> [String] {
        try objects(service[line]).compactMap { $0["code"] as? String }
      }
      #expect(try bodies("accountable") == ["X24"])
      #expect(try bodies("commissions") == ["QHL"])
      #expect(try bodies("decides") == ["JC-OWM"])
      #expect(try bodies("funds") == ["X24"])
    }
    // Before it was delegated there are no four lines.
    #expect(try objects(try object("lines QHL --on 2023-06-01")["delegated"]).isEmpty)
  }

  @Test func theMapCountsWhatItShowsAndNeverLeavesABlank() throws {
    let map = try object("map QHL --on 2026-04-01")
    let known = try #require(map["known"] as? [String: Int])
    let cells = try objects(map["functions"]).flatMap { try objects($0["levels"]) }
    #expect(known["cells"] == cells.count)
    #expect(known["decides"] == cells.count { $0["decides"] is [Any] })
    #expect(known["accountable"] == cells.count { $0["accountable"] is [Any] })
    #expect(
      known["nothing"] == cells.count { $0["decides"] is NSNull && $0["accountable"] is NSNull })
    #expect(cells.allSatisfy { $0["decides"] != nil && $0["accountable"] != nil })
    let csv = try CommandRunner.run("map", "QHL", "--on", "2026-04-01", "--format", "csv").text
    let rows = csv.split(whereSeparator: \.isNewline).dropFirst()
    let unknown = rows.filter { $0.contains(",false,,not known,") }
    #expect(
      unknown.count
        == cells.count { $0["decides"] is NSNull } + cells.count { $0["accountable"] is NSNull })
  }

  @Test(arguments: [
    "lines RYC", "lines X24", "lines QHL", "lines N-PARL", "map QHL", "map QWO",
  ])
  func textFitsAHundredColumns(arguments: String) throws {
    let outcome = try CommandRunner.shell("\"$footprints\" \(arguments) --on 2026-04-01")
    #expect(outcome.status == 0)
    let lines = outcome.text.split(separator: "\n")
    #expect(lines.count > 10)
    #expect(lines.allSatisfy { $0.count <= 100 })
  }

  @Test(arguments: ["lines RYC", "lines QHL", "map QHL"])
  func theSameQuestionHasTheSameBytes(arguments: String) throws {
    for format in ["text", "json", "csv"] {
      let line = "\"$footprints\" \(arguments) --on 2026-04-01 --format \(format)"
      #expect(try CommandRunner.shell(line).output == CommandRunner.shell(line).output)
    }
  }

  @Test func theCSVOfLinesHasARowForEach() throws {
    let lines = try object("lines RYC --on 2026-03-31")
    let csv = try CommandRunner.run("lines", "RYC", "--on", "2026-03-31", "--format", "csv").text
    let sections = csv.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.prefix { $0 != "," }
    }
    for (section, field) in [("answersTo", "answersTo"), ("arrangement", "arrangements")] {
      #expect(try sections.count { $0 == section } == objects(lines[field]).count)
    }
    let unaccounted = try #require(lines["unaccounted"] as? [String])
    #expect(
      try sections.count { $0 == "wayUp" } == objects(lines["chains"]).count + unaccounted.count)
  }

  @Test(arguments: [
    ("lines NOBODY", 2), ("lines RYC --function nothing", 2), ("lines RYC --regime act-1948", 2),
    ("map RYC", 2), ("map", 64), ("lines RYC --format sarif", 64),
  ])
  func whatCannotBeAnsweredIsRefused(arguments: String, status: Int32) throws {
    let outcome = try CommandRunner.shell("\"$footprints\" \(arguments)")
    #expect(outcome.status == status)
    #expect(!outcome.errors.isEmpty && outcome.output.isEmpty)
  }

  @Test func theRegimeChosenChangesTheLines() throws {
    let then = try object("lines RYC --on 2026-03-31 --regime act-2022 --function performance")
    let now = try object("lines RYC --on 2026-03-31 --function performance")
    func leads(_ document: [String: Any]) throws -> Set<String> {
      Set(
        try objects(document["answersTo"])
          .filter { $0["kind"] as? String == "oversees" && $0["strength"] as? String == "lead" }
          .compactMap { $0["code"] as? String })
    }
    #expect(then["regime"] as? String == "act-2022")
    #expect(try leads(then).isEmpty)
    #expect(try leads(now) == ["Y61"])
  }
}
