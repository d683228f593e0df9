import Foundation
import Governance
import Testing

@testable import Reports

/// The questions about accountability in a pack.
struct PackFindingsTests {
  private func content() throws -> PackContent {
    PackContent(register: try exampleRegister(), date: exampleDay, regime: try exampleRegime())
  }

  private func files() async throws -> [String: Data] {
    try await PackCache.shared.files(of: .example)
  }

  private func page(_ path: String) async throws -> ParsedPage {
    let data = try #require(try await files()[path], "\(path)")
    return try #require(ParsedPage(data))
  }

  @Test func everyOpenQuestionHasItsRowOnThePageOfQuestions() async throws {
    let findings = try #require(try content().findings)
    let open = findings.selection.findings
    #expect(!open.isEmpty)
    let page = try await page("findings.html")
    let rows = page.all("tr").filter { $0.attributes["class"]?.hasPrefix("finding ") == true }
    #expect(rows.count == open.count)
    for (row, finding) in zip(rows, open) {
      #expect(row.attributes["id"] == "finding-\(finding.id)")
      #expect(row.text.contains(finding.question))
      #expect(row.text.contains(finding.rule))
    }
  }

  @Test func theSheetHidesWhatEachChoiceLeavesOut() async throws {
    let page = try await page("findings.html")
    let sheet = String(decoding: try #require(try await files()["style.css"]), as: UTF8.self)
    let values = page.all("option").compactMap { $0.attributes["value"] }.filter { $0 != "all" }
    #expect(values.count > 3)
    for value in values {
      #expect(
        sheet.contains(".findings:has(option[value=\"\(value)\"]:checked) .finding:not(.\(value))"))
    }
    // Every kind, severity and number of a region that can be chosen, not of this pack alone.
    for value in FindingKind.allCases.map(\.code) + FindingSeverity.allCases.map(\.rawValue)
      + (0...FindingsFilterForm.mostRegions).map({ "r\($0)" })
    {
      #expect(sheet.contains(".finding:not(.\(value))"), "\(value)")
    }
    // Whatever a row is known by can be chosen.
    let rows = page.all("tr").compactMap { $0.attributes["class"] }
      .filter { $0.hasPrefix("finding ") }
    let classes = Set(rows.flatMap { $0.split(separator: " ").dropFirst().map(String.init) })
    #expect(classes.isSubset(of: values))
    #expect(page.all("label").count == page.all("select").count)
    // Rows are hidden on the screen alone.
    let screen = try #require(sheet.range(of: "@media screen"))
    #expect(sheet.range(of: ".finding:not")!.lowerBound > screen.lowerBound)
  }

  @Test func aRowIsKnownByTheRegionsOfItsSubject() throws {
    let content = try content()
    let findings = try #require(content.findings)
    let form = FindingsFilterForm(content: content, findings: findings.selection.findings)
    let straddle = try #require(
      findings.selection.findings.first { $0.kind == .regionStraddle })
    let provider = try #require(straddle.subjects.first)
    let footprint = try #require(content.providers.first { $0.provider.id == provider })
    let local = Set(footprint.localSystems.compactMap(\.region))
    #expect(Set(findings.regions(of: straddle)) == local)
    let numbers = content.regions.enumerated().filter { local.contains($0.element.region.id) }
      .map { "r\($0.offset + 1)" }
    #expect(
      form.classes(of: straddle, regions: findings.regions(of: straddle))
        == ["finding", "F11", straddle.severity.rawValue] + numbers)
    #expect(form.classes(of: straddle, regions: []).last == "r0")
  }

  @Test func whatCouldBeCheckedIsSaidPlainly() async throws {
    let findings = try #require(try content().findings)
    let coverage = findings.selection.coverage
    let words = FindingParts(content: try content(), findings: findings).coverage
    #expect(words.contains("\(Wording.count(coverage.answered)) of"))
    #expect(words.contains(Wording.counted(coverage.asked, "check")))
    for path in ["index.html", "findings.html"] {
      let page = try await page(path)
      #expect(page.all("p").contains { $0.text == words }, "\(path)")
    }
    let page = try await page("findings.html")
    for rule in findings.graph.regime.expectations {
      #expect(page.ids.contains("rule-" + FileNames.encoded(rule.id)), "\(rule.id)")
    }
  }

  /// The boards' oversight follows from a rule for all; that of Beta over Second is on record.
  @Test func warningsThatFollowFromRulesAloneAreCounted() throws {
    var regime = TwoOverseers.regime
    regime.standing = [
      StandingRule(
        id: "all", line: .oversees, subject: OrganisationPattern(kind: .ics),
        object: OrganisationPattern(kind: .trust), along: [.hasAtWork], functions: ["quality"],
        basis: .statute, statement: "Boards oversee who works there.",
        citation: Citation(document: "S1"), confidence: .recorded)
    ]
    var register = TwoOverseers.register()
    register.relations.removeAll { $0.object == "RAA" || $0.subject == "QAA" }
    for (trust, boards) in [("RAA", ["QAA", "QBB"]), ("RBB", ["QAA"])] {
      for board in boards {
        register.relations.append(
          Relation(
            id: "\(trust)-\(board)", kind: .serves, subject: Code(trust), object: Code(board),
            role: .serves, provenance: Provenance(source: "s1")))
      }
    }
    for index in register.relations.indices where register.relations[index].id == "o4" {
      register.relations[index].functions = ["quality"]
    }
    let selection = FindingsSelection(
      AccountabilityGraph(register, on: TwoOverseers.date, under: regime))
    #expect(selection.findings.filter { $0.severity == .warning }.map(\.subjects).count == 2)
    #expect(selection.followingFromRules(.warning).map(\.subjects) == [["RAA"]])
    #expect(selection.followingFromRules(.error).isEmpty)

    let content = PackContent(register: register, date: TwoOverseers.date, regime: regime)
    let page = FindingsPage(content: content, findings: try #require(content.findings)).page()
    let frame = PageFrame(title: "t", day: "d", attribution: [])
    let parsed = try #require(ParsedPage(Data(frame.text(of: page).utf8)))
    #expect(
      parsed.all("p").contains {
        $0.text.hasPrefix("1 of the 2 warnings follows from one rule for all alike (X1)")
      })
    // The kinds of question stand beside the rule; one that is never found has none.
    let rules = parsed.all("th").map(\.text)
    #expect(rules.contains("X1 (F1)") && rules.contains("X2"))
  }

  @Test func eachPageHasItsQuestionsAndTheWitnessOfTheGravest() async throws {
    let content = try content()
    let findings = try #require(content.findings)
    var drawn: [String] = []
    for (code, folder) in content.providers.map({ ($0.provider.id, "providers") })
      + content.systems.map({ ($0.system.id, "systems") })
      + content.regions.map({ ($0.region.id, "regions") })
    {
      let page = try await page("\(folder)/\(code).html")
      let own = findings.findings(on: code)
      for finding in own {
        #expect(
          page.all("td").contains { $0.text.contains(finding.question) }, "\(code) \(finding.id)")
      }
      let pictures = findings.drawn(on: code)
      #expect(pictures.count <= PackFindings.mostWitnesses)
      for finding in pictures { #expect(page.ids.contains("witness-\(finding.id)")) }
      drawn += pictures.map(\.id)
    }
    // No records are drawn twice, and a picture shown for another finding is of the same records.
    let open = findings.selection.findings
    let shown = open.filter { drawn.contains($0.id) }.map { $0.witness.map(\.record) }
    #expect(drawn.count == Set(shown).count)
    for finding in open {
      guard let picture = findings.picture(of: finding) else { continue }
      let shown = try #require(open.first { $0.id == picture.finding })
      #expect(shown.witness.map(\.record) == finding.witness.map(\.record))
    }
    #expect(!drawn.isEmpty)
  }

  @Test func everyProviderThatSpansICSsHasItsDiagramOfAccountability() async throws {
    let content = try content()
    for footprint in content.providers {
      let code = footprint.provider.id
      #expect(
        try await files()["downloads/diagrams/accountability-\(code).svg"] != nil, "\(code)")
      let page = try await page("providers/\(code).html")
      #expect(page.ids.contains("figure-accountability-\(code)"))
    }
  }

  @Test func everyICSHasItsFunctionsAndDecisionsMap() async throws {
    let content = try content()
    let graph = try #require(content.findings?.graph)
    for profile in content.systems {
      let code = profile.system.id
      let page = try await page("systems/\(code).html")
      #expect(page.ids.contains("functions"))
      let map = try #require(FunctionsMap(of: code, in: graph))
      #expect(
        page.all("p").contains {
          $0.text.contains("of \(Wording.count(map.coverage.unknown)) nothing is known")
        })
      for ending in ["csv", "json"] {
        #expect(try await files()["downloads/functions/\(code).\(ending)"] != nil)
      }
    }
  }

  @Test func withoutRulesAPackHasNoQuestions() async throws {
    let files = try await PackCache.shared.files(of: .earlier)
    #expect(files["findings.html"] == nil)
    #expect(!files.keys.contains { $0.contains("accountability-") || $0.contains("functions/") })
    let index = try #require(files["index.html"].flatMap { ParsedPage($0) })
    #expect(!index.all("a").contains { $0.text == "Questions" })
  }
}
