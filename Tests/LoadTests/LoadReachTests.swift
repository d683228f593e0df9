import Governance
import Testing

/// How a template gets from a trust to the bodies it speaks of, and what structure counts.
@Suite struct LoadReachTests {
  /// A trust at home in Q1, at work in Q2 and with specialised services in Q3.
  private func sketch() -> LoadSketch {
    var sketch = LoadSketch()
    sketch.organisation("T", .trust, [.acute])
    let roles: [(Code, ServiceRole)] = [
      ("Q1", .home), ("Q2", .serves), ("Q3", .specialisedOnly),
    ]
    for (system, role) in roles {
      sketch.organisation(system, .ics)
      sketch.line("T", .serves, system, role: role)
    }
    sketch.organisation("U", .trust, [.acute])
    sketch.line("U", .serves, "Q1", role: .serves)
    sketch.organisation("V", .trust, [.acute])
    sketch.line("V", .serves, "Q2", role: .home)
    return sketch
  }

  /// The bodies that a contract template over some way reaches for T.
  private func reached(
    _ sketch: LoadSketch, _ reach: LoadTemplate.Reach, functions: TermOrder? = nil
  ) throws -> [String] {
    let template = LoadTemplate(
      id: "X", load: .meeting, provider: OrganisationPattern(kind: .trust), reach: reach,
      kind: "k",
      share: .init(low: 1, mode: 1, high: 1, provenance: .measured, basis: "law"), statement: "",
      citation: Citation(document: "D"), confidence: .recorded)
    var regime = Regime(id: "t", title: "T", status: .proposed, templates: [template])
    if let functions { regime.functions = functions }
    let load = try #require(LoadFixtures.load(sketch.register, under: regime).load(of: "T"))
    return load.terms.filter { $0.component == .meetings }.flatMap { $0.bodies.map(\.text) }
  }

  @Test func stepsFollowTheRolesOfLines() throws {
    let ics = OrganisationPattern(kind: .ics)
    let trust = OrganisationPattern(kind: .trust)
    #expect(try reached(sketch(), .along([.home], ics)) == ["Q1"])
    #expect(try reached(sketch(), .along([.worksIn], ics)) == ["Q1", "Q2"])
    // Those at work where it works, but not itself; those at home there.
    #expect(try reached(sketch(), .along([.worksIn, .hasAtWork], trust)) == ["U", "V"])
    #expect(try reached(sketch(), .along([.worksIn, .isHomeOf], trust)) == ["V"])
    var inside = sketch()
    inside.organisation("R", .region)
    inside.line("R", .contains, "Q1")
    let region = OrganisationPattern(kind: .region)
    #expect(try reached(inside, .along([.home, .containedIn], region)) == ["R"])
    #expect(try reached(inside, .along([.home, .containedIn], ics)) == [])
  }

  @Test func leadCommissionersAreReachedByTheirPart() throws {
    var sketch = sketch()
    sketch.arrangement("C", .leadCommissioning)
    sketch.party("C", "Q1", .lead)
    sketch.party("C", "Q2", .associate)
    sketch.party("C", "T", .provider)
    sketch.arrangement("J", .jointCommissioning)
    sketch.party("J", "Q3", .lead)
    sketch.party("J", "T", .provider)
    sketch.arrangement("D", .leadCommissioning)
    sketch.party("D", "Q3", .lead)
    sketch.party("D", "T", .associate)
    let ics = OrganisationPattern(kind: .ics)
    #expect(try reached(sketch, .along([.leadCommissionedBy], ics)) == ["Q1"])
    sketch.party("C", "U", .provider)
    let trust = OrganisationPattern(kind: .trust)
    #expect(
      try reached(sketch, .along([.leadCommissionedBy, .leadCommissions], trust)) == ["U"])
  }

  /// A system or sponsor of an arrangement does not take part in it.
  @Test func onlyThoseWhoTakePartAreReached() throws {
    var sketch = sketch()
    for (arrangement, role) in [
      ("A", PartyRole.member), ("B", .host), ("C", .system), ("D", .sponsor),
    ] {
      sketch.arrangement(Code(arrangement), .collaborative)
      sketch.party(Code(arrangement), "T", role)
    }
    sketch.arrangement("N", .clinicalNetwork)
    sketch.party("N", "T", .member)
    #expect(try reached(sketch, .arrangements([.collaborative])) == ["A", "B"])
  }

  @Test func overseersAreReachedByFunction() throws {
    var sketch = sketch()
    sketch.line("Q1", .oversees, "T", functions: ["quality"])
    sketch.line("Q2", .oversees, "T", functions: ["finance"])
    sketch.line("Q3", .oversees, "T", functions: ["safety"])
    let functions = TermOrder([
      .init(id: "quality", title: "quality", within: []),
      .init(id: "safety", title: "safety", within: ["quality"]),
      .init(id: "finance", title: "finance", within: []),
    ])
    #expect(
      try reached(sketch, .overseers(function: "quality", nil), functions: functions)
        == ["Q1", "Q3"])
  }

  @Test func whereItOnlySpecialisesIsNoGap() throws {
    var sketch = sketch()
    for role in [ServiceRole.specialisedOnly, .serves] {
      sketch.register.relations.append(
        Relation(
          id: "U-\(role.rawValue)", kind: .serves, subject: "T", objectAmong: ["Q1", "Q2"],
          role: role))
    }
    let load = try #require(LoadFixtures.load(sketch.register).load(of: "T"))
    let systems = load.gaps.filter { if case .system = $0.reason { true } else { false } }
    #expect(
      systems == [
        LoadGap(reason: .system(among: ["Q1", "Q2"]), kind: "", part: nil, neededFor: [])
      ])
  }

  @Test func structureCountsSeatsOnForumsOfOthers() throws {
    var sketch = sketch()
    sketch.organisation("TOP", .national)
    sketch.organisation("MIDDLE", .national)
    sketch.organisation("R", .region)
    sketch.line("R", .contains, "Q1")
    sketch.line("T", .accountableTo, "Q1")
    sketch.line("Q1", .accountableTo, "MIDDLE")
    sketch.forum("F", "k", of: "Q1")
    sketch.forum("G", "k", of: "Q2")
    sketch.forum("OWN", "board", of: "T", level: .provider)
    sketch.seat("F", "T", 2)
    sketch.seat("G", "T", nil)
    sketch.seat("OWN", "T", 5)
    var regime = LoadFixtures.bare
    regime.standing = [
      StandingRule(
        id: "S", line: .accountableTo,
        subject: OrganisationPattern(kind: .national, codes: ["MIDDLE"]),
        object: OrganisationPattern(kind: .national, codes: ["TOP"]), basis: .statute,
        statement: "", citation: Citation(document: "D"), confidence: .recorded)
    ]
    let graph = AccountabilityGraph(sketch.register, on: LoadFixtures.second, under: regime)
    let found = try #require(LoadStructure(of: "T", in: graph))
    #expect(found.forums == ["F", "G"])
    #expect(found.seats == 3, "a seat that is not counted is one")
    #expect(found.tiers == 3, "to its system, the one in the middle, the one on top")
    #expect(found.systems == ["Q1", "Q2"] && found.regions == ["R"])
    #expect(LoadStructure(of: "V", in: graph)?.tiers == nil)
  }
}
