import DataPackage
import Foundation
import Governance
import Graphs
import Testing

@testable import Reports

@Suite struct FindingsTextTests {
  private func text(_ lines: [TextLine]) -> String { lines.map(\.text).joined(separator: "\n") }

  @Test(arguments: [(Dataset.england, "2026-03-31"), (.example, "2026-04-01")])
  func noLineIsWiderThanAHundredColumns(dataset: Dataset, date: String) throws {
    let (_, selection) = try findings(of: dataset, on: date)
    for limit in [nil, 10] {
      let wide = FindingsText(selection, limit: limit).lines.filter { line in
        TextTable.width(line.text) > 100 && line.text.contains(" ")
      }
      #expect(wide.isEmpty, "\(wide.map(\.text))")
    }
  }

  @Test func theHeadlineCountsWhatIsThere() throws {
    let (_, selection) = try findings(of: .england, on: "2026-03-31")
    let short = FindingsText(selection, limit: 3).lines
    #expect(short[0].text.hasPrefix("31 March 2026, under transition-2025"))
    let all = text(short)
    #expect(all.contains("\(Wording.count(selection.findings.count)) findings: "))
    #expect(all.contains("The first 3 of \(Wording.count(selection.findings.count))"))
    #expect(selection.findings.count { all.contains("\n\($0.id)  ") } == 3)
    let whole = text(FindingsText(selection, limit: nil).lines)
    let shown = selection.findings + selection.byDesign + selection.settled.map(\.finding)
    #expect(shown.allSatisfy { whole.contains("\n\($0.id)  ") })
  }

  @Test func sharesAreThoseOfTheTallies() {
    let coverage = TwoOverseers.selection().coverage
    #expect(coverage.rules.map(\.extent) == [.part, .none])
    #expect(coverage.answered == 2)
    #expect(coverage.asked == 5)
    #expect(coverage.share == 0.4)
    let lines = text(FindingsText(TwoOverseers.selection(), limit: nil).lines)
    #expect(
      lines.replacing("\n", with: " ").contains("40% of 5 checks could be made"))
    #expect(lines.contains("X2: cannot be checked (1 check): needs whether boards listen"))
    #expect(lines.contains("X1: 2 of 4 checked; the rest cannot be checked"))
  }

  @Test func theGapsOfOneSubjectAreItsOwn() {
    let selection = TwoOverseers.selection(filter: FindingsFilter(about: "RCC"))
    let lines = text(FindingsText(selection, limit: 10).lines)
    #expect(lines.contains("Third Trust (RCC), 1 April 2026"))
    #expect(lines.contains("No open findings."))
    #expect(lines.contains("X1: cannot be checked: needs who oversees each trust"))
    #expect(!lines.contains("X2"))
    #expect(!lines.contains("checks could be made"))
  }

  @Test func namesCannotMoveTheCursor() {
    let selection = TwoOverseers.selection(
      TwoOverseers.register(
        name: "Evil\u{1B}[2J\u{202E}Trust\n!",
        decisions: [Decision(id: "D1", kind: "F2", decidedBy: "\u{1B}c", reason: "\u{7}")]))
    let lines =
      FindingsText(selection, limit: nil).lines
      + FindingsExplanation(selection.findings[0], in: selection).lines
    for line in lines {
      #expect(line.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E })
    }
  }

  @Test func anExplanationTellsRecordsRuleAndSources() {
    let selection = TwoOverseers.selection()
    let lines = text(FindingsExplanation(selection.findings[0], in: selection).lines)
    for words in [
      "  1. Alpha ICB (QAA) oversees First Trust (RAA): quality; formal; custom",
      "     relations o1; since 1 July 2022; derived; source [1]",
      "  [1] The Register, The Keeper, https://example.org/s1",
      "  X1, a should: One body oversees each function.",
      "  Source: The Paper, p. 3, The Office, 1 February 2021, https://example.org/paper",
      selection.findings[0].question,
    ] {
      #expect(lines.contains(words), "\(words)")
    }
    #expect(
      lines.replacing("\n  ", with: " ").contains(selection.findings[0].resolution))
    // Both records have the one source.
    #expect(!lines.contains("[2]"))
  }

  /// Two boards, of which one leads: no finding, and why.
  @Test func allSaysWhoLeadsWhatOverlaps() throws {
    var register = TwoOverseers.register()
    register.relations[2].strength = .lead
    let words = "Second Trust (RBB): Alpha ICB (QAA) leads the oversight of finance, which Beta ICB"
    func told(_ filter: FindingsFilter, _ limit: Int? = nil) -> Bool {
      let lines = FindingsText(TwoOverseers.selection(register, filter: filter), limit: limit).lines
      return text(lines).replacing("\n    ", with: " ").contains(words + " (QBB) oversees, too.")
    }
    #expect(told(FindingsFilter()))
    #expect(told(FindingsFilter(about: "RBB")) && told(FindingsFilter(about: "QBB")))
    #expect(told(FindingsFilter(kinds: [.multipleOverseers], function: "finance")))
    #expect(!told(FindingsFilter(), 10))
    #expect(!told(FindingsFilter(about: "RAA")) && !told(FindingsFilter(function: "quality")))
    #expect(!told(FindingsFilter(kinds: [.thinTier])))
    let graph = TwoOverseers.selection(register).graph
    for (function, isTold) in [(nil, true), ("finance", true), ("quality", false)] {
      let account = try #require(LinesOfAccount(of: "RBB", in: graph, about: function))
      let lines = text(LinesText(account, in: graph).lines).replacing("\n  ", with: " ")
      #expect(lines.contains(words) == isTold)
    }
  }

  /// A lead commissioner is no lead of oversight, and whoever reads both is told.
  @Test func aLeadCommissionerIsNotALeadOfOversight() throws {
    var register = TwoOverseers.register()
    register.arrangements = [
      Arrangement(id: "L", kind: .leadCommissioning, name: "999 for Alpha and Beta")
    ]
    register.parties = [
      Party(id: "p1", arrangement: "L", organisation: "QBB", role: .lead),
      Party(id: "p2", arrangement: "L", organisation: "QAA", role: .associate),
      Party(id: "p3", arrangement: "L", organisation: "RAA", role: .provider),
    ]
    let selection = TwoOverseers.selection(register)
    func told(_ subject: Code) throws -> Bool {
      let finding = try #require(selection.findings.first { $0.subjects == [subject] })
      return text(FindingsExplanation(finding, in: selection).lines).replacing("\n  ", with: " ")
        .contains("Beta ICB (QBB) is the lead commissioner in “999 for Alpha and Beta” (L)")
    }
    #expect(try told("RAA"))
    #expect(try !told("RBB"))
  }

  /// Where a dispute goes by assumption alone, that it goes anywhere is said to be assumed.
  @Test(arguments: [
    (Confidence.assumed, "it is merely assumed that disputes go to Alpha ICB (QAA); whether"),
    (.derived, "X33: disputes go to Alpha ICB (QAA); whether"),
  ])
  func anAssumedRouteIsSaidToBe(_ confidence: Confidence, _ words: String) {
    var regime = TwoOverseers.regime
    regime.expectations = [
      Expectation(
        id: "X33", checks: [.escalationRoute, .independentArbiter], level: .should,
        severity: .warning, subjects: OrganisationPattern(kind: .trust), statement: "A way out.",
        needs: "who settles disputes", citation: Citation(document: "S1"), confidence: .recorded)
    ]
    var register = TwoOverseers.register()
    register.relations.append(
      Relation(
        id: "e1", kind: .escalatesTo, subject: "RCC", object: "QAA",
        provenance: Provenance(source: "s1", confidence: confidence)))
    let graph = AccountabilityGraph(register, on: TwoOverseers.date, under: regime)
    func told(_ about: Code) -> String {
      let selection = FindingsSelection(graph, filter: FindingsFilter(about: about))
      return text(FindingsText(selection, limit: 10).lines).replacing("\n    ", with: " ")
    }
    #expect(told("RCC").contains(words))
    #expect(told("RCC").contains("cannot be checked: needs who settles disputes"))
    #expect(told("RDD").contains("X33: cannot be checked: needs who settles disputes"))
  }

  @Test func theRowOfADecisionSettlesTheFinding() async throws {
    try await withTemporaryFolder { path in
      let folder = try #require(Dataset.example.folder)
      let copy = path + "/copy"
      try FileManager.default.copyItem(atPath: folder.path, toPath: copy)
      let (_, before) = try findings(of: .example, on: "2026-04-01")
      let finding = try #require(before.findings.first)
      let lines = FindingsExplanation(finding, in: before).lines.map(\.text)
      let row = try #require(lines.last).trimmingCharacters(in: .whitespaces)
      let source = try #require(before.graph.atlas.register.sources.first?.id)
      let file = URL(fileURLWithPath: copy + "/decisions.csv")
      let table = try String(contentsOf: file, encoding: .utf8)
      #expect(table.hasPrefix(lines[lines.count - 2].trimmingCharacters(in: .whitespaces) + "\n"))
      func add(_ row: String) throws -> LoadResult {
        try (table + row + "\n").write(to: file, atomically: true, encoding: .utf8)
        return PackageLoader().load(folder: copy)
      }
      // As it stands it settles nothing: each word to fill in is told of.
      let sourced = row.replacingOccurrences(of: "SOURCE", with: source)
      let unfilled = try add(sourced)
      #expect(unfilled.register == nil)
      #expect(unfilled.errors.map(\.file) == ["decisions.csv", "decisions.csv"])
      #expect(
        unfilled.errors.map { $0.what.hasSuffix("WHO DECIDED.") } == [true, false]
          && unfilled.errors.map { $0.what.hasSuffix("WHY.") } == [false, true])
      let load = try add(
        sourced.replacingOccurrences(of: "WHO DECIDED", with: "The board")
          .replacingOccurrences(of: "WHY", with: "It is meant"))
      let register = try #require(load.register, "\(load.diagnostics)")
      let graph = before.graph
      let after = FindingsSelection(
        AccountabilityGraph(register, on: graph.atlas.date, under: graph.regime))
      #expect(after.findings.map(\.id) == before.findings.map(\.id).filter { $0 != finding.id })
      #expect(
        after.settled.map(\.finding.id).sorted()
          == (before.settled.map(\.finding.id) + [finding.id]).sorted())
    }
  }

  @Test func everyRecordOfEnglandIsPutInWords() throws {
    let (_, selection) = try findings(of: .england, on: "2026-04-01")
    let all = selection.findings + selection.byDesign
    let records = FindingsRecords(of: all, in: selection.graph)
    for witness in all.flatMap(\.witness) {
      let statement = records.statement(witness)
      #expect(statement.says != "\(witness.record.home.name) \(witness.record.id)")
      #expect(statement.citation != nil, "\(witness.record)")
    }
  }
}
