import Governance
import Graphviz
import Testing

@testable import Diagrams

@Suite("Diagrams of accountability")
struct AccountabilityViewTests {
  private static func page(_ register: Register) throws -> (AccountabilityView.Page, CanvasLaws) {
    let view = AccountabilityFixtures.view(register)
    let page = try #require(view.page())
    return (page, CanvasLaws(canvas: page.canvas))
  }

  private static func lines(_ canvas: Canvas, _ kind: RelationKind) -> [CanvasLine] {
    canvas.items.compactMap {
      if case .line(let line) = $0, line.style == LineLook.style(kind) { line } else { nil }
    }
  }

  private static func badges(_ canvas: Canvas) -> [CanvasBox] {
    canvas.items.compactMap {
      if case .box(let box) = $0, box.style == AccountabilityStyles.badge { box } else { nil }
    }
  }

  @Test("Every size keeps the laws of the page, with at most thirty boxes", arguments: 1...16)
  func laws(reached: Int) throws {
    let (page, laws) = try Self.page(
      AccountabilityFixtures.register(
        regions: [reached / 2, reached - reached / 2], reached: reached))
    #expect(laws.violations == [])
    let fits = page.fits
    #expect(fits)
    #expect(page.plan.boxes <= 30)
    #expect(page.plan.systems == reached)
  }

  @Test("The layers run from the national bodies to the places, none overlapping another")
  func layers() throws {
    let (page, _) = try Self.page(AccountabilityFixtures.register(regions: [3], reached: 3))
    let boxes = page.canvas.items.compactMap { item -> (String, CanvasFrame)? in
      if case .box(let box) = item, let id = box.id { (id.name, box.frame) } else { nil }
    }
    let frames = Dictionary(boxes, uniquingKeysWith: { first, _ in first })
    let national = try #require(frames["body-NAT"])
    let top = try #require(frames["body-PARL"])
    let region = try #require(frames["body-R1"])
    let system = try #require(frames["body-S1"])
    let bar = try #require(
      page.canvas.items.compactMap { item -> CanvasFrame? in
        if case .box(let box) = item, box.fill == Palette.darkBlue { box.frame } else { nil }
      }.first)
    #expect(top.maxY < national.y)
    #expect(national.maxX < region.x)
    #expect(region.maxX < system.x)
    #expect(system.maxX < bar.x)
    // The provider lies in no ICS and beside all of them.
    for number in 1...3 {
      let frame = try #require(frames["body-S\(number)"])
      #expect(!frame.overlaps(bar))
      #expect(frame.y >= bar.y && frame.maxY <= bar.maxY)
    }
  }

  @Test("Each ICS has its own line of oversight, with the number of the question that rests on it")
  func overlaps() throws {
    let (page, laws) = try Self.page(AccountabilityFixtures.register(regions: [3], reached: 3))
    let finding = try #require(page.words.findings.first { $0.kind == .multipleOverseers })
    let number = try #require(page.words.findings.firstIndex(of: finding)) + 1
    let rows = page.plan.regions.flatMap(\.rows)
    #expect(rows.count == 3)
    for row in rows {
      let oversight = try #require(row.links.first { $0.kind == .oversees })
      #expect(oversight.badges == [number])
      #expect(row.links.first { $0.kind == .funds }?.badges == [])
    }
    // Three at the lines and one for the question about the region: none at a line meant by law.
    #expect(Self.badges(page.canvas).count == 4)
    #expect(laws.words.contains(finding.why.prefix(30)))
    // Of regulators' oversight, meant by law, no question is open.
    #expect(page.plan.sides.first?.links.first?.badges == [])
  }

  @Test("A tip stands at the object of a line")
  func tips() throws {
    let (page, _) = try Self.page(AccountabilityFixtures.register(regions: [1], reached: 1))
    let accountable = Self.lines(page.canvas, .accountableTo).filter { $0.start.y == $0.end.y }
    for line in accountable where line.hasTip { #expect(line.end.x < line.start.x) }
    for line in Self.lines(page.canvas, .oversees) where line.hasTip {
      #expect(line.end.x > line.start.x)
    }
    #expect(Self.lines(page.canvas, .oversees).count { $0.hasTip } == 2)
  }

  @Test("No two kinds of line look alike without their colours")
  func greyscale() {
    let looks = LineLook.drawn.map(LineLook.of)
    let seen = Set(looks.map { "\($0.stroke.pattern) \($0.stroke.width) \($0.mark)" })
    #expect(seen.count == looks.count)
    #expect(Set(looks.map(\.mark)).count == looks.count)
    for look in looks { #expect(Palette.contrast(look.stroke.colour, Palette.paper) >= 3) }
  }

  @Test("What every ICS has is drawn once where there are too many for a line each")
  func common() throws {
    let (page, _) = try Self.page(AccountabilityFixtures.register(regions: [14], reached: 14))
    #expect(page.plan.common.map(\.kind) == [.oversees, .funds])
    #expect(page.plan.common.first?.badges.isEmpty == false)
  }

  @Test("A lead and its associates commission through their arrangement, each in its part")
  func leadCommissioning() throws {
    var register = AccountabilityFixtures.register(regions: [3], reached: 3)
    register.arrangements.append(
      Arrangement(
        id: "LEAD", kind: .leadCommissioning, name: "Lead commissioning", services: ["999"],
        provenance: AccountabilityFixtures.provenance))
    for (code, role) in [("S1", PartyRole.lead), ("S2", .associate), ("P1", .provider)] {
      register.parties.append(
        Party(
          id: "LEAD-\(code)", arrangement: "LEAD", organisation: Code(code), role: role,
          provenance: AccountabilityFixtures.provenance))
    }
    let (page, laws) = try Self.page(register)
    #expect(laws.violations == [])
    let words = page.plan.regions.flatMap(\.rows).map { row in
      row.links.filter { $0.kind == .commissions }.map(\.words)
    }
    #expect(
      words == [["commissions, as lead: 999"], ["commissions, as associate: 999"], []])
  }

  @Test("Merged ICSs name the home ICS and the lead commissioner first, each said to be so")
  func mergedNames() throws {
    var register = AccountabilityFixtures.register(regions: [14], reached: 14)
    // The last is the home, and the one before it leads.
    for index in register.relations.indices where register.relations[index].kind == .serves {
      register.relations[index].role =
        register.relations[index].object == "S14" ? .home : .serves
    }
    register.arrangements.append(
      Arrangement(
        id: "LEAD", kind: .leadCommissioning, name: "Lead commissioning",
        provenance: AccountabilityFixtures.provenance))
    for (code, role) in [("S13", PartyRole.lead), ("P1", .provider)] {
      register.parties.append(
        Party(
          id: "LEAD-\(code)", arrangement: "LEAD", organisation: Code(code), role: role,
          provenance: AccountabilityFixtures.provenance))
    }
    let content = try #require(
      AccountabilityContent(
        "P1", in: AccountabilityFixtures.graph(register),
        geography: Geography(AccountabilityFixtures.graph(register).atlas)))
    let plan = AccountabilityPlanner(
      content: content,
      words: AccountabilityLineWords(graph: AccountabilityFixtures.graph(register)), findings: [],
      brevity: AccountabilityBrevity(merging: .all), name: \.text
    ).plan()
    let box = try #require(plan.regions.first?.rows.first?.box)
    #expect(box.title == "14 ICSs:")
    #expect(box.remark == nil)
    #expect(Array(box.names.prefix(4)) == ["S14 (home)", "S13 (lead)", "S1", "S2"])
    #expect(box.names.count == 14)
  }

  @Test("The foot says which ICSs are not drawn, and that others may have lines")
  func absentSystems() throws {
    var register = AccountabilityFixtures.register(regions: [4], reached: 1)
    let (plain, plainLaws) = try Self.page(register)
    #expect(!plain.words.notes(undrawn: 0, hasWordless: false)[0].contains("not drawn"))
    #expect(plainLaws.words.contains("Other bodies may have lines that no record or rule states."))
    #expect(plainLaws.words.contains("Places in the ICS"))
    register.relations.append(
      Relation(
        id: "special", kind: .serves, subject: "P1", object: "S2", role: .specialisedOnly,
        provenance: AccountabilityFixtures.provenance))
    let (one, _) = try Self.page(register)
    #expect(
      one.words.notes(undrawn: 0, hasWordless: false)[0].contains(
        "1 ICS with its specialised services only is not drawn."))
    register.relations.append(
      Relation(
        id: "open", kind: .serves, subject: "P1", objectAmong: ["S3", "S4"], role: .serves,
        provenance: AccountabilityFixtures.provenance))
    let (both, laws) = try Self.page(register)
    #expect(laws.violations == [])
    #expect(
      both.words.notes(undrawn: 0, hasWordless: false)[0].contains(
        "1 ICS with its specialised services only and ICSs of which it is not known whether it works "
          + "there are not drawn."))
  }

  @Test("A line that has no place in the picture is in the table and counted below it")
  func undrawn() throws {
    var register = AccountabilityFixtures.register(regions: [2], reached: 2)
    register.relations.append(
      Relation(
        id: "peer", kind: .delegatesTo, subject: "S1", object: "S2",
        provenance: AccountabilityFixtures.provenance))
    let (page, laws) = try Self.page(register)
    #expect(page.plan.undrawn.map { $0.records[0].id } == ["peer"])
    #expect(laws.words.contains("1 line between other bodies is in the table alone"))
    #expect(page.words.table.rows.contains { $0[0] == "Name of S1" && $0[2] == "Name of S2" })
  }

  @Test("The table has a row for every line, and the alternative text is short")
  func words() throws {
    let register = AccountabilityFixtures.register(regions: [2, 1], reached: 3)
    let diagram = try #require(AccountabilityFixtures.view(register).diagram())
    // Three ICSs oversee and fund; three answer to a region, two regions to the national body, it to
    // Parliament; the trust to the national body; the regulator oversees it.
    #expect(diagram.table.rows.count == 6 + 3 + 2 + 1 + 1 + 1)
    #expect(diagram.table.rows.allSatisfy { $0.count == diagram.table.columns.count })
    #expect(diagram.alternativeText.count <= 120)
    #expect(diagram.description.contains("Name of S1 oversees Name of P1: quality"))
    #expect(diagram.page == .a4Landscape)
  }

  @Test("Rules that are merely proposed are said to be so")
  func proposed() throws {
    var regime = AccountabilityFixtures.regime
    regime.status = .proposed
    let graph = AccountabilityGraph(
      AccountabilityFixtures.register(regions: [1], reached: 1), on: AccountabilityFixtures.today,
      under: regime)
    let view = AccountabilityView(
      "P1", in: graph, findings: [], geography: Geography(graph.atlas))
    let page = try #require(view.page())
    #expect(CanvasLaws(canvas: page.canvas).words.contains("proposed and not in force"))
  }

  @Test("A provider without a line is drawn with what is known")
  func bare() throws {
    var register = FootprintFixtures.register(regions: [1], reaches: [FootprintFixtures.Reach()])
    register.relations.removeAll { $0.kind == .serves }
    let graph = AccountabilityGraph(
      register, on: AccountabilityFixtures.today,
      under: Regime(id: "none", title: "None", status: .inForce))
    let view = AccountabilityView(
      "P1", in: graph, findings: [], geography: Geography(graph.atlas))
    let page = try #require(view.page())
    #expect(CanvasLaws(canvas: page.canvas).violations == [])
    #expect(
      AccountabilityView("??", in: graph, findings: [], geography: Geography(graph.atlas)).diagram()
        == nil)
  }

  @Test(
    "Hostile names neither break the page nor the drawing",
    arguments: FootprintFixtures.hostileNames)
  func hostile(name: String) throws {
    let (page, laws) = try Self.page(
      AccountabilityFixtures.register(regions: [2, 2], reached: 4, name: { _ in name }))
    #expect(laws.violations == [])
    _ = try page.canvas.document.dot(for: Canvas.engine)
  }

  @Test("National bodies in a circle of accountability are drawn all the same")
  func circle() throws {
    var register = AccountabilityFixtures.register(regions: [1], reached: 1)
    register.relations.append(
      Relation(
        id: "back", kind: .accountableTo, subject: "PARL", object: "NAT",
        provenance: AccountabilityFixtures.provenance))
    let (page, laws) = try Self.page(register)
    #expect(laws.violations == [])
    #expect(page.plan.nationals.count == 2)
  }
}

/// The laws of the page on the real register, on the last day of the 42 boards and the first of the
/// 36.
@Suite("Diagrams of accountability of England")
struct AccountabilityEnglandTests {
  @Test(
    "Every provider that spans ICSs has a page that keeps the laws",
    arguments: FootprintEnglandTests.dates)
  func providers(date: CalendarDate) throws {
    let graph = try AccountabilityFixtures.england(on: date)
    let report = graph.findings()
    let geography = Geography(graph.atlas)
    var drawn = 0
    for footprint in graph.atlas.footprints() where footprint.isCrossBoundary {
      let code = footprint.provider.id
      let view = AccountabilityView(
        code, in: graph, findings: report.findings(about: code), geography: geography)
      let page = try #require(view.page(), "\(code)")
      #expect(CanvasLaws(canvas: page.canvas).violations == [], "\(code)")
      let fits = page.fits
      #expect(fits, "\(code)")
      #expect(page.plan.boxes <= AccountabilityView.mostBoxes, "\(code)")
      drawn += 1
    }
    #expect(drawn > 100)
  }
}
