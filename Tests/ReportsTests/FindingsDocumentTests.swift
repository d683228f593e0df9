import DataPackage
import Foundation
import Governance
import Graphs
import Testing

@testable import Reports

@Suite struct FindingsDocumentTests {
  private func object(_ document: FindingsDocument) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: JSONDocument.bytes(document)) as? [String: Any])
  }

  @Test func jsonHoldsEveryFieldOfAFinding() throws {
    let selection = TwoOverseers.selection()
    let document = try object(
      FindingsDocument([], on: TwoOverseers.date, selection: selection))
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(findings.count == 2)
    let first = findings[0]
    #expect(
      Set(first.keys) == [
        "id", "kind", "title", "check", "severity", "subjects", "involved", "function", "services",
        "areas", "witness", "rule", "citation", "confidence", "from", "to", "why", "question",
        "resolution", "design", "decision",
      ])
    #expect(first["id"] as? String == selection.findings[0].id)
    #expect(first["kind"] as? String == "F1")
    #expect(first["severity"] as? String == "warning")
    #expect(first["subjects"] as? [String] == ["RAA"])
    #expect(first["involved"] as? [String] == ["QAA", "QBB"])
    #expect(first["function"] as? String == "quality")
    #expect(first["rule"] as? String == "X1")
    #expect(first["confidence"] as? String == "derived")
    #expect(first["from"] as? String == "2022-07-01")
    #expect(first["to"] is NSNull)
    let citation = try #require(first["citation"] as? [String: Any])
    #expect(citation["title"] as? String == "The Paper")
    #expect(citation["section"] as? String == "p. 3")
    let witness = try #require(first["witness"] as? [[String: Any]])
    #expect(witness.map { $0["id"] as? String } == ["o1", "o2"])
    #expect(witness[0]["table"] as? String == "relations")
    #expect(
      witness[0]["says"] as? String
        == "Alpha ICB (QAA) oversees First Trust (RAA): quality; formal; custom")
    let expectations = try #require(document["expectations"] as? [[String: Any]])
    #expect(expectations.map { $0["rule"] as? String } == ["X1", "X2"])
    #expect(expectations.map { $0["no"] as? Int } == [2, 0])
    #expect(expectations.map { $0["yes"] as? Int } == [0, 0])
    // Nobody is known to oversee the third trust and the fourth.
    #expect(expectations.map { $0["notKnown"] as? Int } == [2, 1])
    #expect(expectations[0]["notKnownFor"] as? [String] == ["RCC", "RDD"])
    #expect(expectations[1]["needs"] as? String == "whether boards listen")
  }

  @Test func whatWasNotLookedForIsNotKnown() throws {
    let problem = Diagnostic(severity: .error, file: "a.csv", what: "Wrong.", remedy: "Mend it.")
    let document = try object(
      FindingsDocument([problem], on: TwoOverseers.date, selection: nil))
    for key in ["findings", "byDesign", "settled", "idleDecisions", "expectations", "regime"] {
      #expect(document[key] is NSNull, "\(key)")
    }
    #expect((document["problems"] as? [[String: Any]])?.count == 1)
  }

  @Test func settledFindingsStandApartWithTheirDecision() throws {
    let decisions = [
      Decision(id: "D1", kind: "F1", subject: "RBB", decidedBy: "A", reason: "B"),
      Decision(id: "D2", kind: "F2", decidedBy: "A", reason: "B"),
    ]
    let selection = TwoOverseers.selection(TwoOverseers.register(decisions: decisions))
    let document = try object(
      FindingsDocument([], on: TwoOverseers.date, selection: selection))
    #expect((document["findings"] as? [Any])?.count == 1)
    let settled = try #require(document["settled"] as? [[String: Any]])
    #expect(settled.map { $0["decision"] as? String } == ["D1"])
    #expect(settled.map { $0["subjects"] as? [String] } == [["RBB"]])
    let idle = try #require(document["idleDecisions"] as? [[String: Any]])
    #expect(idle.map { $0["id"] as? String } == ["D2"])
    #expect(idle.map { $0["reason"] as? String } == ["matchesNothing"])
  }

  @Test func filtersLeaveWhatWasAskedFor() {
    func subjects(_ filter: FindingsFilter) -> [[Code]] {
      TwoOverseers.selection(filter: filter).findings.map(\.subjects)
    }
    #expect(subjects(FindingsFilter(kinds: [.multipleOverseers])) == [["RAA"], ["RBB"]])
    #expect(subjects(FindingsFilter(kinds: [.regionStraddle])) == [])
    #expect(subjects(FindingsFilter(about: "RAA")) == [["RAA"]])
    #expect(subjects(FindingsFilter(about: "QAA")) == [["RAA"], ["RBB"]])
    #expect(subjects(FindingsFilter(function: "finance")) == [["RBB"]])
    // A finding about quality is one about safety, too.
    #expect(subjects(FindingsFilter(function: "safety")) == [["RAA"]])
  }

  @Test func csvHasARowAFindingAndNoFormula() throws {
    let register = TwoOverseers.register(
      name: "=HYPERLINK(\"http://x\")",
      decisions: [Decision(id: "D1", subject: "RBB", decidedBy: "A", reason: "B")])
    let selection = TwoOverseers.selection(register)
    let all = FindingsTable(selection, includesAll: true).csv
    let table = CSVReader().read(Array(all.utf8))
    #expect(table.header == FindingsTable.header)
    #expect(table.rowCount == 2)
    let column = try #require(table.header.firstIndex(of: "subjectNames"))
    #expect(table.text(row: 0, column: column).hasPrefix("'="))
    #expect((0..<2).map { table.text(row: $0, column: 0) } == ["open", "settled"])
    let witness = try #require(table.header.firstIndex(of: "witness"))
    #expect(table.text(row: 0, column: witness) == "relations/o1;relations/o2")
    let open = CSVReader().read(Array(FindingsTable(selection, includesAll: false).csv.utf8))
    #expect(open.rowCount == 1)
  }

  @Test func theSameRegisterGivesTheSameBytes() throws {
    let bytes = try (0..<2).map { _ in
      let (load, selection) = try findings(of: .england, on: "2026-03-31")
      let json = try JSONDocument.bytes(
        FindingsDocument(load.diagnostics, on: selection.graph.atlas.date, selection: selection))
      let csv = FindingsTable(selection, includesAll: true).csv
      let sarif = FindingsSARIF(
        load, selection: selection, home: .relative("x"), version: "0.1.0"
      ).bytes
      return json + Data(csv.utf8) + Data(sarif)
    }
    #expect(bytes[0] == bytes[1])
  }
}
