import Foundation
import Governance
import Testing

@testable import Reports

/// What the pages of the example say, checked against its tables by hand.
struct PackContentTests {
  private func page(_ path: String) async throws -> ParsedPage {
    let files = try await PackCache.shared.files(of: .example)
    let data = try #require(files[path])
    return try #require(ParsedPage(data))
  }

  /// The cells of the rows of a table, by its caption.
  private func rows(of page: ParsedPage, caption: String) -> [[String]] {
    var rows: [[String]] = []
    var isInside = false
    for element in page.elements where !element.path.contains("figure") {
      switch element.name {
      case "caption": isInside = element.text.hasPrefix(caption)
      case "tr" where isInside && element.path.contains("tbody"): rows.append([])
      case "th" where isInside && element.path.contains("tbody"), "td" where isInside:
        rows[rows.count - 1].append(element.text.trimmingCharacters(in: .whitespacesAndNewlines))
      default: break
      }
    }
    return rows
  }

  @Test func theSummaryCountsTheSixTrusts() async throws {
    let page = try await page("index.html")
    let lead = try #require(page.all(class: "lead").first?.text)
    // All but Strand Hospitals span ICSs. The ambulance, community and orthopaedic trusts work on
    // both sides of the regional boundary.
    #expect(lead.contains("5 of 6 NHS trusts are known to work in more than one"))
    #expect(lead.contains("and 3 in more than one region"))
    let sectors = rows(of: page, caption: "Trusts by sector")
    #expect(sectors.contains(["Acute", "2", "0", "1", "1", "0", "0", "0", "0", "1", "0"]))
    #expect(sectors.contains(["All trusts", "6", "0", "1", "3", "2", "0", "0", "0", "5", "3"]))
    let straddlers = rows(of: page, caption: "Providers that work in more than one region")
    #expect(straddlers.count == 3)
    #expect(straddlers[0][0] == "Three Rivers Ambulance Service NHS Trust")
    #expect(page.all("dd").contains { $0.text == "2,000,000" })
  }

  @Test func aProviderShowsItsSharesAndWhoLeads() async throws {
    let page = try await page("providers/AMB.html")
    let systems = rows(of: page, caption: "ICSs in which")
    #expect(systems.map { $0[0] } == ["Aldermere", "Brackenholt", "Corriewater"])
    #expect(systems.map { $0[2] } == ["serves", "home", "serves"])
    #expect(systems.map { $0[4] } == ["100%", "100%", "100%"])
    #expect(systems.map { $0[5] } == ["30%", "20%", "50%"])
    let hosts = rows(of: page, caption: "Boards that lead")
    #expect(hosts.map { $0[0] } == ["Corriewater Integrated Care Board"])
    #expect(hosts.map { $0[1] } == ["Aldermere, Brackenholt"])
    // 1 / (0.3² + 0.2² + 0.5²) = 1 / 0.38
    #expect(page.all("dd").contains { $0.text.hasPrefix("2.6 ") })
    #expect(rows(of: page, caption: "Pairs of ICSs").count == 3)
    // Nothing about its ICSs changed on the day Holt Edge moved.
    #expect(!page.all("h2").contains { $0.text.hasPrefix("Before and after") })
  }

  @Test func whatIsNotKnownIsSaidAndWhatIsAssumedIsMarked() async throws {
    let page = try await page("providers/MEN.html")
    let systems = rows(of: page, caption: "ICSs in which")
    #expect(systems.map { $0[5] } == ["60%", "not known"])
    let lead = try #require(page.all(class: "lead").first?.text)
    #expect(lead.contains("at least 2 ICSs"))
    let open = try #require(page.all("li").first { $0.text.contains("at least one of") })
    #expect(open.text.contains("Brackenholt Integrated Care Board and Corriewater"))
    #expect(page.all(class: "assumed").contains { $0.path.contains("li") })
    let places = rows(of: page, caption: "Places that")
    #expect(places.map { $0[1] } == ["Alder Vale, Mere Coast", "Bracken Town"])
  }

  @Test func aChangeIsShownBeforeAndAfter() async throws {
    let page = try await page("providers/COM.html")
    #expect(page.all("h2").contains { $0.text == "Before and after 1 April 2026" })
    let change = rows(of: page, caption: "ICSs of Meadowsweet")
    #expect(
      change.map { $0[0] } == [
        "Brackenholt Integrated Care Board", "Corriewater Integrated Care Board",
      ])
    #expect(change.map { $0[1] } == ["100%", "–"])
    #expect(change.map { $0[2] } == ["80%", "20%"])
    #expect(change.map { $0[3] } == ["still", "new"])
  }

  @Test func aSystemListsItsProvidersAndWhatMayBe() async throws {
    let page = try await page("systems/COR.html")
    #expect(rows(of: page, caption: "Ambulance trusts").count == 1)
    #expect(rows(of: page, caption: "Mental health trusts").isEmpty)
    #expect(
      page.all("li").contains {
        $0.text.contains("Whether Heron Mental Health NHS Foundation Trust works here")
      })
    let areas = rows(of: page, caption: "Places and local authorities")
    #expect(
      areas.contains {
        $0[0] == "Brackenholt Borough Council" && $0[2] == "20%"
          && $0[3] == "Brackenholt"
      })
    #expect(areas.contains { $0[0] == "Holt Edge" })
  }

  @Test func aSystemThatBuysAloneIsNotServed() async throws {
    let page = try await page("systems/ALD.html")
    #expect(
      rows(of: page, caption: "Acute trusts").map { $0[0] }
        == ["Aldermere General Hospitals NHS Foundation Trust"])
    #expect(
      page.all("p").contains {
        $0.text.contains("also buys from Strand Hospitals NHS Trust")
      })
  }

  /// Of Heron's work in Brackenholt neither share is recorded, of that in Aldermere both are.
  @Test func columnsOfSharesStandOnlyWhereOneIsKnown() async throws {
    let here = try await page("systems/BRA.html")
    let there = try await page("systems/ALD.html")
    let unknown = try #require(rows(of: here, caption: "Mental health trusts").first)
    let known = try #require(rows(of: there, caption: "Mental health trusts").first)
    #expect(unknown[1...4] == ["serves", "mental health", "2", "derived"])
    #expect(known.count == unknown.count + 3)
    #expect(known[3...4] == ["100%", "60%"])
  }

  /// Aldermere General comes before Strand Hospitals by code, and is made to work in its ICS.
  @Test func homeProvidersComeFirst() async throws {
    var register = try exampleRegister()
    var guest = try #require(register.relations.first { $0.id == "serves-AGH-BRA" })
    guest.id = "serves-AGH-COR"
    guest.object = "COR"
    guest.shareOfSubject = 0.03
    register.relations.append(guest)
    let writer = PackWriter(register: register, date: exampleDay, renderer: StubRenderer())
    let files = try await withTemporaryFolder { folder in
      _ = try await writer.write(to: folder + "/pack")
      return try contents(of: folder + "/pack")
    }
    let data = try #require(files["systems/COR.html"])
    let page = try #require(ParsedPage(data))
    let acute = rows(of: page, caption: "Acute trusts")
    #expect(acute.map { $0[1] } == ["home", "serves"])
    #expect(acute.map { $0[4] } == ["97%", "3%"])
  }

  @Test func theDataPageCountsRecords() async throws {
    let page = try await page("data.html")
    let tables = rows(of: page, caption: "Records by table")
    let register = try exampleRegister()
    let organisations = try #require(tables.first { $0[0] == "Organisations" })
    #expect(organisations[1] == String(register.organisations.count))
    let relations = try #require(tables.first { $0[0] == "Relations" })
    #expect(relations[5] == "1")
  }
}
