import Foundation
import Governance
import Testing

@testable import Reports

/// What pages list as not known.
struct UnknownsTests {
  private let trust: Code = "AMB"

  private func content(_ change: (inout Register) -> Void = { _ in }) throws -> PackContent {
    var register = try exampleRegister()
    change(&register)
    return PackContent(register: register, date: exampleDay, regime: try exampleRegime())
  }

  private func page(of code: Code, in content: PackContent) throws -> ParsedPage {
    let footprint = try #require(content.providers.first { $0.provider.id == code })
    var page = ProviderPage(content: content, footprint: footprint, figures: [])
    page.load = LoadSection(of: code, in: content)
    page.findings = content.findings.map {
      FindingsPart(content: content, findings: $0, page: code, figures: [:])
    }
    return try parsed(page.page(at: try #require(content.map[code])))
  }

  private func parsed(_ page: Page) throws -> ParsedPage {
    let frame = PageFrame(title: "t", day: "d", attribution: [])
    return try #require(ParsedPage(Data(frame.text(of: page).utf8)))
  }

  private func says(_ page: ParsedPage, _ text: String) -> Bool {
    page.all("li").contains { $0.text.contains(text) }
  }

  @Test func whoLeadsAndWhereItSitsAreNotKnownWithoutARecord() throws {
    let lead = "Which board leads on its commissioning for others."
    let seats = "no seat of it is recorded"
    let bare = try page(
      of: trust,
      in: content { register in
        register.parties.removeAll { $0.organisation == trust }
        register.seats.removeAll { $0.organisation == trust }
      })
    #expect(says(bare, lead))
    #expect(says(bare, seats))
    let told = try page(
      of: trust,
      in: content { register in
        register.seats.append(
          Seat(
            id: "ONE", forum: "FORUM2", organisation: trust, role: .member,
            provenance: Provenance(source: "invented")))
      })
    #expect(!says(told, lead))
    #expect(!says(told, seats))
    // A seat on a forum of its own is none on another's.
    let own = try page(
      of: trust,
      in: content { register in
        register.seats.removeAll { $0.organisation == trust }
        register.forums.append(
          Forum(id: "OWN", kind: "board", name: "Own", parent: trust))
        register.seats.append(Seat(id: "ONE", forum: "OWN", organisation: trust, role: .member))
      })
    #expect(says(own, seats))
  }

  @Test func whatHoursRestOnAndWhatCannotBeCheckedIsListed() throws {
    let content = try content()
    let load = try #require(content.load)
    let findings = try #require(content.findings)
    for footprint in content.providers {
      let code = footprint.provider.id
      let page = try page(of: code, in: content)
      let summary = try #require(load.report.rows.first { $0.summary.trust == code }).summary
      #expect(
        says(page, "of the hours of its governance load: a template")
          == (summary.modelledShare > 0), "\(code)")
      let unanswered = Set(
        findings.selection.tallies.filter { $0.check != .permitted && $0.unknown.contains(code) }
          .map(\.rule))
      #expect(
        says(page, "Whether it meets \(Wording.counted(unanswered.count, "expectation"))")
          == !unanswered.isEmpty, "\(code)")
      // Where a section says that something is not known, the list is not empty.
      let unknown = page.elements.contains { $0.attributes["class"] == "unknown" }
      let complete = page.all("p").contains { $0.text.hasPrefix("Nothing that this page asks") }
      #expect(!(unknown && complete), "\(code)")
      #expect(page.all("p").contains { $0.text.contains("rows of the section ownBoard") })
    }
  }

  @Test func cellsWithAGeneralLineAloneAreListedAsUndecided() throws {
    let content = try content()
    let graph = try #require(content.findings?.graph)
    var general = 0
    for profile in content.systems {
      let map = try #require(FunctionsMap(of: profile.system.id, in: graph))
      let part = FunctionsMapPart(content: content, graph: graph, map: map)
      let page = try parsed(
        Page(
          path: SiteMap.systems, section: .systems, heading: "h", summary: "s",
          body: part.section))
      let cells = map.rows.flatMap(\.cells)
      let onlyGeneral = cells.count {
        !$0.accountable.isEmpty && $0.accountable.allSatisfy(\.functions.isEmpty)
      }
      #expect(
        page.all("p").contains { $0.text.contains("(in \(onlyGeneral) of them only by a line") }
          == (onlyGeneral > 0))
      for row in map.rows {
        let undecided = row.cells.filter {
          $0.deciders.isEmpty && !$0.accountable.isEmpty
            && $0.accountable.allSatisfy(\.functions.isEmpty)
        }.map { FunctionsMapText.word($0.level) }
        general += undecided.count
        guard !undecided.isEmpty else { continue }
        let item = try #require(
          page.all("li").first { $0.text.hasPrefix(Wording.capitalised(row.title) + ": ") })
        #expect(item.text.contains("who decides is not known: \(Wording.list(undecided))"))
      }
    }
    #expect(general > 0)
  }
}
