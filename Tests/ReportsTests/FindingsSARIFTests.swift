import DataPackage
import Foundation
import Governance
import Graphs
import Testing

@testable import Reports

@Suite struct FindingsSARIFTests {
  private func object(_ sarif: FindingsSARIF) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(sarif.bytes)) as? [String: Any])
  }

  private func run(_ document: [String: Any]) throws -> [String: Any] {
    try #require((document["runs"] as? [[String: Any]])?.first)
  }

  @Test(arguments: [
    (Dataset.england, "2026-03-31"), (.england, "2026-04-01"), (.example, "2026-04-01"),
  ])
  func isValid(dataset: Dataset, date: String) throws {
    let (load, selection) = try findings(of: dataset, on: date)
    let schema = try FindingsSchema.sarif()
    for home in [
      FindingsSARIF.Home.relative("our data/tables"),
      .elsewhere(address: "file:///srv/ours/", description: "Ours."),
      .elsewhere(address: nil, description: "Ours."),
    ] {
      let sarif = FindingsSARIF(load, selection: selection, home: home, version: "0.1.0")
      #expect(schema.faults(in: try object(sarif)) == [])
    }
  }

  @Test func theValidatorFindsFaults() throws {
    let (load, selection) = try findings(of: .example, on: "2026-04-01")
    let schema = try FindingsSchema.sarif()
    let text = String(
      decoding: FindingsSARIF(load, selection: selection, home: .relative("x"), version: "1.0.0")
        .bytes, as: UTF8.self)
    for (good, bad) in [
      ("\"version\": \"2.1.0\"", "\"version\": \"2.2.0\""), ("\"tool\"", "\"tools\""),
      ("\"level\": \"warning\"", "\"level\": \"grave\""), ("\"startLine\": ", "\"startLine\": -"),
      ("\"suppressions\": []", "\"suppressions\": [{}]"), ("\"text\": ", "\"texts\": "),
      ("\"uri\": \"", "\"uri\": \"bad reference "), ("\"ruleIndex\": ", "\"ruleIndex\": 0.5"),
      ("\"results\": [", "\"results\": [1, "), ("\"executionSuccessful\": true", "\"x\": 1"),
    ] {
      let broken = text.replacingOccurrences(of: good, with: bad)
      #expect(broken != text, "\(good)")
      let document = try JSONSerialization.jsonObject(with: Data(broken.utf8))
      #expect(!schema.faults(in: document).isEmpty, "\(bad)")
    }
  }

  @Test func everyWitnessIsShownOnItsOwnLine() throws {
    let (load, selection) = try findings(of: .england, on: "2026-04-01")
    let folder = try #require(Dataset.england.folder)
    let sarif = FindingsSARIF(load, selection: selection, home: .relative(""), version: "0.1.0")
    let results = try #require(try run(object(sarif))["results"] as? [[String: Any]])
    #expect(results.count == selection.findings.count + selection.byDesign.count)
    var tables: [String: [Substring]] = [:]
    var lost: [String] = []
    for (finding, result) in zip(selection.findings + selection.byDesign, results) {
      let rows = finding.witness.map(\.record).filter { $0.home != .standing }
      let locations = try #require(result["locations"] as? [[String: Any]])
      #expect(rows.isEmpty || locations.count == rows.count)
      for (record, location) in zip(rows, locations) {
        let place = try #require(location["physicalLocation"] as? [String: Any])
        let file = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
        let line = try #require((place["region"] as? [String: Any])?["startLine"] as? Int)
        #expect(file == record.home.name + ".csv")
        if tables[file] == nil {
          tables[file] = try String(
            contentsOf: folder.appendingPathComponent(file), encoding: .utf8
          )
          .split(separator: "\n", omittingEmptySubsequences: false)
        }
        let isThere = tables[file]?[line - 1].hasPrefix(record.id + ",") ?? false
        if !isThere { lost.append(record.id) }
      }
    }
    #expect(lost == [])
  }

  @Test func rulesFingerprintsAndSuppressionsAreThoseOfTheFindings() throws {
    let settling = Decision(
      id: "D1", subject: "RBB", decidedBy: "Alpha ICB", reason: "Agreed.\u{1B}[31m")
    let selection = TwoOverseers.selection(TwoOverseers.register(decisions: [settling]))
    let sarif = FindingsSARIF(
      LoadResult(register: nil, diagnostics: []), selection: selection, home: .relative("."),
      version: "0.1.0")
    let run = try run(object(sarif))
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.map { $0["id"] as? String } == ["register", "X1", "X2"])
    #expect(rules[1]["helpUri"] as? String == "https://example.org/paper")
    let results = try #require(run["results"] as? [[String: Any]])
    try #require(results.count == 2)
    for result in results {
      #expect(result["ruleId"] as? String == "X1")
      #expect(result["ruleIndex"] as? Int == 1)
      #expect(result["level"] as? String == "warning")
    }
    let ids = results.map {
      ($0["partialFingerprints"] as? [String: String])?["footprintsFinding/v1"]
    }
    #expect(ids == [selection.findings[0].id, selection.settled[0].finding.id])
    #expect((results[0]["suppressions"] as? [Any])?.isEmpty == true)
    let suppression = try #require((results[1]["suppressions"] as? [[String: Any]])?.first)
    #expect(suppression["status"] as? String == "accepted")
    #expect(suppression["justification"] as? String == "Decision D1 of Alpha ICB: Agreed.[31m")
    // No row is at hand: a code host still wants a place.
    let place = (results[0]["locations"] as? [[String: Any]])?.first?["physicalLocation"]
    let artifact = (place as? [String: Any])?["artifactLocation"] as? [String: Any]
    #expect(artifact?["uri"] as? String == "datapackage.json")
  }

  @Test func problemsOfARegisterAreResultsToo() throws {
    let load = LoadResult(
      register: nil,
      diagnostics: [
        Diagnostic(
          severity: .error, file: "relations.csv", line: 7, column: 3, recordID: "r1",
          what: "It is wrong.", remedy: "Mend it."),
        Diagnostic(severity: .warning, file: "seats.csv", what: "Odd.", remedy: "Look at it."),
      ])
    let document = try object(
      FindingsSARIF(load, selection: nil, home: .relative("ours"), version: "0.1.0"))
    #expect(try FindingsSchema.sarif().faults(in: document) == [])
    let run = try run(document)
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.map { $0["level"] as? String } == ["error", "warning"])
    let invocation = (run["invocations"] as? [[String: Any]])?.first
    #expect(invocation?["executionSuccessful"] as? Bool == false)
  }

  @Test func pathsBecomeAddresses() {
    #expect(FindingsSARIF.address("a b/ü#1.csv") == "a%20b/%C3%BC%231.csv")
  }
}
