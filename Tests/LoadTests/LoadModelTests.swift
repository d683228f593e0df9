import Governance
import Testing

/// What a trust is taken to attend, send, undergo and settle.
@Suite struct LoadModelTests {
  private static let always = LoadTemplate.Share(
    low: 0.2, mode: 0.5, high: 1, provenance: .measured, basis: "counted")

  private static func template(
    _ kind: String, _ reach: LoadTemplate.Reach, load: LoadTemplate.Load = .meeting,
    sectors: [Sector] = [], areaCodes: [String] = [], id: String = "T"
  ) -> LoadTemplate {
    LoadTemplate(
      id: id, load: load, provider: OrganisationPattern(kind: .trust, sectors: sectors),
      reach: reach, areaCodes: areaCodes, kind: kind, share: always, statement: "",
      citation: Citation(document: "D"), confidence: .assumed)
  }

  private static func regime(_ templates: LoadTemplate...) -> Regime {
    Regime(id: "t", title: "Templates", status: .proposed, templates: templates)
  }

  private static let places = template(
    "board", .along([.worksIn, .contains], OrganisationPattern(kind: .place)))

  /// A trust in one system with places A and B.
  private func sketch() -> LoadSketch {
    var sketch = LoadSketch()
    sketch.organisation("Q", .ics)
    sketch.organisation("T", .trust, [.community])
    sketch.line("T", .serves, "Q", role: .home)
    for place in ["A", "B"] as [Code] {
      sketch.organisation(place, .place)
      sketch.line("Q", .contains, place)
    }
    sketch.register.parameters += [
      LoadFixtures.parameter(.n, "board", 4, 6, 12), LoadFixtures.parameter(.d, "board", 1, 2, 3),
      LoadFixtures.parameter(.s, "board", 1, 1, 1),
    ]
    return sketch
  }

  private func borne(_ sketch: LoadSketch, _ templates: LoadTemplate...) throws -> TrustLoad {
    let regime = Regime(id: "t", title: "Templates", status: .proposed, templates: templates)
    return try #require(LoadFixtures.load(sketch.register, under: regime).load(of: "T"))
  }

  /// One meeting of two hours with the defaults: 2·2 + 0.25 + 2 hours, six a year.
  private let board = 6 * 6.25

  @Test func aTemplateCountsForEachBodyOnce() throws {
    let other = Self.template(
      "board", .along([.home, .contains], OrganisationPattern(kind: .place)), id: "T2")
    let load = try borne(sketch(), Self.places, other)
    #expect(load.terms.map(\.bodies) == [["A"], ["B"]])
    #expect(load.terms.allSatisfy { $0.ground == .template("T") && $0.isModelled })
    #expect(load.mode == 2 * 0.5 * board)
    #expect(load.modelledShare == 1)
  }

  @Test func aRecordedSeatTakesThePlaceOfATemplate() throws {
    var sketch = sketch()
    sketch.forum("F", "board", of: "A", n: 12)
    sketch.seat("F", "T", 2, .chair)
    let load = try borne(sketch, Self.places)
    #expect(load.terms.map(\.ground) == [.recorded, .template("T")])
    // Twelve meetings, two people, support as chair; then the template of the other place.
    let recorded = 12 * (8 + 0.5 + 12)
    #expect(load.mode == recorded + 0.5 * board)
    let part = try #require(load.terms[0].parts.first { $0.kind == .attendance })
    #expect(part.factors.map(\.symbol) == [.n, .s, .d])
    #expect(part.factors[0].origin == .record(.init(.table(.forums), "F"), .recorded))
    #expect(part.isUnvalidated, "its length is a default")
  }

  /// A forum that is known, with seats that are not, lends its figures to the template.
  @Test func aTemplateTakesTheFiguresOfAForumOnRecord() throws {
    var sketch = sketch()
    sketch.forum("F", "board", of: "A", n: 4, d: 1)
    let load = try borne(sketch, Self.places)
    let short = 4 * 4.25
    #expect(load.mode == 0.5 * short + 0.5 * board)
    #expect(load.terms[0].forum == "F" && load.terms[0].isModelled)
  }

  @Test func whatIsKnownWholeWithoutTheTrustIsNotModelled() throws {
    var closed = sketch()
    closed.organisation("X", .trust, [.acute])
    closed.forum("F", "board", of: "A", n: 4, d: 1, members: 1)
    closed.seat("F", "X", 1)
    #expect(try borne(closed, Self.places).terms.map(\.bodies) == [["B"]])
    var stated = sketch()
    stated.register.completeness = [Completeness(id: "W", subject: "A", aspect: .forums)]
    #expect(try borne(stated, Self.places).terms.map(\.bodies) == [["B"]])
  }

  /// The board of a cluster is one board, whoever it meets for.
  @Test func aForumThatMeetsForSeveralBodiesCountsOnce() throws {
    var sketch = sketch()
    sketch.organisation("Q2", .ics)
    sketch.line("T", .serves, "Q2", role: .serves)
    sketch.arrangement("CL", .cluster)
    sketch.party("CL", "Q", .member)
    sketch.party("CL", "Q2", .member)
    sketch.forum("F", "board", ofArrangement: "CL", n: 6, d: 2)
    let template = Self.template("board", .along([.worksIn], OrganisationPattern(kind: .ics)))
    #expect(try borne(sketch, template).mode == 0.5 * board)
    sketch.seat("F", "T", 1)
    #expect(try borne(sketch, template).mode == board)
  }

  @Test func aLineThatServesSomeAreasReachesOnlyThese() throws {
    var sketch = sketch()
    sketch.register.relations[0].areas = ["B"]
    sketch.organisation("L", .localAuthority)
    sketch.register.organisations[4].onsCode = "E06000001"
    sketch.line("Q", .contains, "L")
    sketch.line("B", .contains, "L")
    let authorities = Self.template(
      "board", .along([.worksIn, .contains], OrganisationPattern(kind: .localAuthority)),
      areaCodes: ["E06"], id: "T2")
    #expect(try borne(sketch, Self.places, authorities).terms.map(\.bodies) == [["B"], ["L"]])
    sketch.register.organisations[4].onsCode = "E07000001"
    #expect(try borne(sketch, Self.places, authorities).terms.map(\.bodies) == [["B"]])
    // The system itself is reached all the same.
    let system = Self.template("board", .along([.worksIn], OrganisationPattern(kind: .ics)))
    #expect(try borne(sketch, system).terms.map(\.bodies) == [["Q"]])
  }

  @Test func itsOwnBoardIsNoExternalLoad() throws {
    var sketch = sketch()
    sketch.forum("F", "board", of: "T", n: 6, d: 2, members: 10, level: .provider)
    sketch.seat("F", "T", 3)
    let load = try borne(sketch)
    #expect(load.mode == 0)
    // As host, with the three seats that are recorded.
    #expect(load.mode(of: .baseline) == 6 * 24.75)
  }

  @Test func arrangementsAndOverseersAreReached() throws {
    var sketch = sketch()
    sketch.arrangement("C", .collaborative)
    sketch.party("C", "T", .member)
    sketch.arrangement("N", .clinicalNetwork)
    sketch.party("N", "T", .member)
    sketch.organisation("R", .region)
    sketch.line("R", .oversees, "T", functions: ["performance"])
    sketch.line("Q", .oversees, "T", functions: ["quality"])
    let load = try borne(
      sketch, Self.template("board", .arrangements([.collaborative])),
      Self.template("figures", .overseers(function: "performance", nil), load: .return, id: "T2"))
    let bodies = load.terms.map { $0.bodies.map(\.text).joined() }
    #expect(bodies == ["C", "R", "Q", "R"])
    #expect(load.mode(of: .component(.reviews)) == 2 * 4 * 16)
    // Returns want n of the family or of all returns, and there is none.
    #expect(load.mode(of: .component(.returns)) == 0)
    let gap = LoadGap(
      reason: .parameter(.n), kind: "return.figures", part: .making, neededFor: ["R"])
    #expect(load.gaps.contains(gap))
  }

  @Test func returnsAreMadeOnceAndRepeatedForTheOthers() throws {
    var sketch = sketch()
    sketch.organisation("R", .region)
    sketch.organisation("N", .national)
    sketch.report("waits", "T", "Q", 4)
    sketch.report("waits", "T", "R", 12)
    sketch.report("waits", "T", "N", 4)
    sketch.report("money", "T", "N", 1)
    let load = try borne(sketch)
    // The region wants it monthly; two others a quarter each, half of it re-used.
    let repeated = 2 * 4 * 12 * 0.5
    #expect(load.mode == 144 + repeated + 12)
    #expect(load.mode(of: .duplication) == repeated)
  }

  @Test func aContractCoversThoseWhoTakePartInIt() throws {
    var sketch = sketch()
    sketch.organisation("Q2", .ics)
    sketch.organisation("Q3", .ics)
    sketch.arrangement("CON", .leadCommissioning)
    sketch.party("CON", "Q", .lead)
    sketch.party("CON", "Q2", .associate)
    sketch.party("CON", "T", .provider)
    sketch.line("Q", .commissions, "T", strength: .formal)
    sketch.line("Q2", .commissions, "T", strength: .formal)
    #expect(try borne(sketch).mode == 150)
    sketch.line("Q3", .commissions, "T", strength: .advisory)
    #expect(try borne(sketch).mode == 150, "an associate is no contract")
    sketch.line("Q3", .commissions, "T", strength: .formal)
    #expect(try borne(sketch).mode == 300)
    sketch.line("Q3", .commissions, "T")
    #expect(try borne(sketch).mode == 300, "one contract with one commissioner")
  }

  /// What is missing is listed with what it is wanted for, and is not taken to be zero.
  @Test func whatIsMissingIsListed() throws {
    var sketch = sketch()
    sketch.register.parameters.removeAll { $0.symbol == "w" || $0.symbol == "d" }
    let load = try borne(sketch, Self.places)
    #expect(load.terms[0].parts.map(\.kind) == [.support])
    let gaps = load.gaps.filter { $0.kind == "board" }
    let wanted: [(LoadSymbol, LoadPartKind)] = [
      (.d, .attendance), (.d, .preparation), (.w, .travel),
    ]
    let expected = wanted.map { symbol, part in
      LoadGap(reason: .parameter(symbol), kind: "board", part: part, neededFor: ["A", "B"])
    }
    #expect(gaps == expected)
    // With a mode of zero there is no gap.
    sketch.register.parameters.append(LoadFixtures.parameter(.w, "*", 0, 0, 0))
    let known = try borne(sketch, Self.places)
    #expect(!known.gaps.contains { $0.reason == .parameter(.w) })
  }

  @Test func aSystemThatIsNotKnownIsAGap() throws {
    var sketch = sketch()
    sketch.organisation("Q2", .ics)
    sketch.register.relations.append(
      Relation(
        id: "U", kind: .serves, subject: "T", objectAmong: ["Q2", "Q"], role: .serves))
    #expect(try borne(sketch).gaps.contains { $0.reason == .system(among: ["Q", "Q2"]) })
  }

  @Test func theNarrowestParameterCounts() throws {
    let rows = [
      LoadFixtures.parameter(.d, "*", 1, 1, 1, id: "every"),
      LoadFixtures.parameter(.d, "board", 2, 2, 2, id: "kind"),
      LoadFixtures.parameter(.d, "*", 3, 3, 3, sector: .acute, id: "sector"),
      LoadFixtures.parameter(.d, "*", 4, 4, 4, organisation: "T", id: "trust"),
      LoadFixtures.parameter(.d, "board", 5, 5, 5, forum: "F", id: "forum"),
    ]
    let scope = ParameterScope(
      kinds: ["board", "*"], forum: "F", organisation: "T", sectors: [.community, .acute])
    for count in 1...rows.count {
      // Whatever the order of the table, the narrowest of those at hand.
      for turned in [Array(rows.prefix(count)), rows.prefix(count).reversed()] {
        let found = ParameterBook(turned).parameter(.d, for: scope)
        #expect(found?.record.id == rows[count - 1].id)
      }
    }
    let users = [LoadFixtures.parameter(.d, "*", 9, 9, 9, id: "mine")]
    let found = ParameterBook(rows, overriding: users).parameter(.d, for: scope)
    #expect(found?.record.id == "mine" && found?.isUsers == true)
    var other = scope
    other.forum = "G"
    other.organisation = "U"
    other.sectors = []
    #expect(ParameterBook(rows).parameter(.d, for: other)?.record.id == "kind")
    #expect(ParameterBook(rows).parameter(.rho, for: scope) == nil)
    let alike = ["b", "a"].map { LoadFixtures.parameter(.d, "board", 2, 2, 2, id: $0) }
    for turned in [alike, alike.reversed()] {
      #expect(ParameterBook(turned).parameter(.d, for: scope)?.record.id == "a", "ties go by id")
    }
    var blank = rows[0]
    blank.mode = nil
    #expect(ParameterBook([blank]).parameter(.d, for: scope) == nil)
  }

  @Test func reconciliationGrowsWithPairsAndStaysApart() throws {
    var sketch = sketch()
    for index in 1...4 {
      let region = Code("R\(index)")
      sketch.organisation(region, .region)
      sketch.line(region, .oversees, "T", functions: ["quality"])
    }
    var regime = Self.regime()
    regime.functions = TermOrder([
      .init(id: "quality", title: "quality", within: []),
      .init(id: "finance", title: "finance", within: []),
    ])
    let load = try #require(LoadFixtures.load(sketch.register, under: regime).load(of: "T"))
    #expect(load.mode(of: .reconciliation) == 6 * 4)
    #expect(load.mode == 4 * 4 * 16)
  }

  @Test func hoursOfDirectorsAndWhatTheyCost() throws {
    var sketch = sketch()
    sketch.forum("F", "board", of: "A", n: 6, d: 2)
    sketch.seat("F", "T", 1)
    sketch.register.parameters += [
      LoadFixtures.parameter(.directors, "capacity", 7, 7, 7),
      LoadFixtures.parameter(.days, "capacity", 3, 3, 5),
      LoadFixtures.parameter(.hours, "capacity", 7.5, 7.5, 7.5),
    ]
    var load = try borne(sketch)
    // 24 hours of sitting and preparing, of which deputies take three tenths.
    #expect(abs(load.mode(of: .directors) - 24 * 0.7) < 1e-12)
    #expect(load.capacity.nonExecutiveHours == 1890)
    #expect(load.capacity.hours == nil && load.capacityRatio == nil)
    #expect(load.hours.cost(LoadRates(director: 100)) == nil)
    let cost = try #require(
      load.hours.cost(LoadRates(director: 100, deputy: 50, staff: 10)))
    #expect(abs(cost - (1_680 + 360 + 135)) < 1e-9)
    sketch.register.parameters.append(
      LoadFixtures.parameter(.executive, "capacity", 110, 110, 110))
    load = try borne(sketch)
    #expect(load.capacity.hours == 2000)
    #expect(abs((load.capacityRatio ?? 0) - 16.8 / 2000) < 1e-12)
  }

  @Test func structureCountsWithoutAssumptions() throws {
    let register = try #require(LoadFixtures.england)
    let regime = try #require(LoadFixtures.regimes?.inForce(on: LoadFixtures.second))
    let graph = AccountabilityGraph(register, on: LoadFixtures.second, under: regime)
    let trust = try #require(LoadStructure(of: "RYC", in: graph))
    #expect(trust.systems == ["D7T5G", "S1Y5D", "T6Y0W"])
    #expect(trust.regions == ["Y61"])
    // Trust, NHS England, Secretary of State, Parliament.
    #expect(trust.tiers == 3)
    let quality = try #require(trust.oversight.first { $0.function == "quality" })
    #expect(quality.overseers == ["D7T5G", "N-CQC", "S1Y5D", "T6Y0W"])
    #expect(LoadStructure(of: "NOBODY", in: graph) == nil)
    #expect(LoadStructure.gini([2, 2, 2]) == 0)
    #expect(LoadStructure.gini([0, 0, 0, 8]) == 0.75)
    #expect(LoadStructure.gini([1, 3]) == 0.25)
    #expect(LoadStructure.gini([]) == nil && LoadStructure.gini([0]) == nil)
  }
}
