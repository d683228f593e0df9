import Foundation
import Testing

@Suite struct ShowAndListTests {
  @Test(arguments: [
    ("RYC", 6, 3), ("RRU", 5, 4), ("RYA", 6, 6), ("RYF", 7, 7),
  ])
  func showsTheKnownCountsOnBothSidesOfTheReorganisation(
    code: String, before: Int, after: Int
  ) throws {
    for (date, count) in [("2026-03-31", before), ("2026-04-01", after)] {
      let outcome = try CommandRunner.run("show", code, "--on", date, "--format", "json")
      #expect(outcome.status == 0)
      let object = try outcome.object()
      #expect((object["icss"] as? [[String: Any]])?.count == count)
      #expect(object["on"] as? String == date)
    }
  }

  @Test func jsonHasEveryFieldAndSaysWhatIsNotKnown() throws {
    let object = try CommandRunner.run("show", "RX8", "--on", "2026-04-01", "--format", "json")
      .object()
    for key in [
      "schema", "code", "name", "on", "sectors", "icss", "regions", "places", "effectiveSystems",
      "home",
    ] {
      #expect(object[key] != nil, "\(key)")
    }
    let systems = try #require(object["icss"] as? [[String: Any]])
    for system in systems {
      for key in [
        "code", "name", "region", "role", "services", "shareOfICS", "shareOfTrust", "confidence",
      ] {
        #expect(system[key] != nil, "\(key)")
      }
    }
    let sliver = try #require(systems.first { $0["code"] as? String == "QE1" })
    #expect(sliver["shareOfICS"] is NSNull)
  }

  @Test func namesWorkAsWellAsCodes() throws {
    let byName = try CommandRunner.run("show", "east of england ambulance", "--on", "2026-04-01")
    let byCode = try CommandRunner.run("show", "ryc", "--on", "2026-04-01")
    #expect(byName.status == 0)
    #expect(byName.output == byCode.output)
    #expect(byName.text.hasPrefix("East of England Ambulance Service NHS Trust (RYC)\n"))
  }

  @Test func suggestsAndListsCandidatesAndExits2() throws {
    let mistyped = try CommandRunner.run("show", "RYCC")
    #expect(mistyped.status == 2)
    #expect(mistyped.errors.contains("did you mean"))
    #expect(mistyped.errors.contains("RYC"))
    #expect(mistyped.output.isEmpty)
    let ambiguous = try CommandRunner.run("show", "ambulance")
    #expect(ambiguous.status == 2)
    #expect(ambiguous.errors.contains("RYA") && ambiguous.errors.contains("RYC"))
    let system = try CommandRunner.run("show", "QWO")
    #expect(system.status == 2)
    #expect(system.errors.contains("ics"))
  }

  @Test(arguments: ["trusts", "icss", "places", "regions", "collaboratives"])
  func listsHoldOneArrayInJSONAndAsManyLinesInCSV(subject: String) throws {
    let json = try CommandRunner.run("list", subject, "--on", "2026-04-01", "--format", "json")
    #expect(json.status == 0)
    let object = try json.object()
    let arrays = object.values.compactMap { $0 as? [Any] }
    #expect(arrays.count == 1)
    let rows = try #require(object[subject] as? [[String: Any]])
    #expect(!rows.isEmpty)
    let csv = try CommandRunner.run("list", subject, "--on", "2026-04-01", "--format", "csv")
    #expect(csv.text.hasPrefix("code,name,"))
    #expect(csv.text.split(whereSeparator: \.isNewline).count == rows.count + 1)
  }

  @Test func filtersLists() throws {
    func codes(_ arguments: String) throws -> [String] {
      let outcome = try CommandRunner.shell(
        "\"$footprints\" list \(arguments) --on 2026-04-01 --format csv | tail -n +2 | cut -d, -f1")
      return outcome.text.split(whereSeparator: \.isNewline).map(String.init)
    }
    #expect(
      try codes("trusts --sector ambulance")
        == ["RRU", "RX6", "RX7", "RX8", "RX9", "RYA", "RYC", "RYD", "RYE", "RYF"])
    #expect(try codes("icss --region London").count == 4)
    #expect(try codes("icss").count == 36)
    #expect(try codes("trusts --sector ambulance --spans 7") == ["RYF"])
    #expect(try codes("trusts --sector ambulance --region Y61") == ["RYC", "RYE"])
  }

  @Test(arguments: [
    "show", "list", "list things", "show RYC --on 2026-02-30", "show RYC --format xml",
    "list places --spans 2", "frobnicate", "list trusts --spans -1",
  ])
  func misuseExits64(arguments: String) throws {
    let outcome = try CommandRunner.shell("\"$footprints\" \(arguments)")
    #expect(outcome.status == 64)
    #expect(!outcome.errors.isEmpty)
  }

  @Test func survivesAClosedPipeAndReportsAFullDisk() throws {
    let piped = try CommandRunner.shell(
      "set -o pipefail; \"$footprints\" list trusts | head -n 1 >/dev/null; true")
    #expect(piped.errors.isEmpty)
    let full = try CommandRunner.shell("\"$footprints\" show RYC >/dev/full")
    #expect(full.status == 2)
    #expect(full.errors.contains("cannot be written"))
  }
}
