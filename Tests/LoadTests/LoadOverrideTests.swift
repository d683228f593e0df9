import Governance
import Testing

/// Which figure counts, of records and of parameters for a forum, a trust, a sector or of a user's own.
@Suite struct LoadOverrideTests {
  /// Two trusts on two forums that meet six times a year for two hours, with one seat each.
  private func sketch() -> LoadSketch {
    var sketch = LoadSketch()
    sketch.organisation("Q", .ics)
    sketch.organisation("T", .trust, [.acute])
    sketch.organisation("U", .trust, [.community])
    for forum in ["F", "G"] as [Code] {
      sketch.forum(forum, "k", of: "Q", n: 6, d: 2)
      for trust in ["T", "U"] as [Code] { sketch.seat(forum, trust, 1) }
    }
    return sketch
  }

  private func modes(
    _ sketch: LoadSketch, adding rows: [Parameter] = [], overriding users: [Parameter] = []
  ) throws -> [Double] {
    var register = sketch.register
    register.parameters += rows
    let model = LoadFixtures.load(register, overriding: users)
    return try ["T", "U"].map { try #require(model.load(of: Code($0))).mode }
  }

  /// A meeting of two hours: two of sitting, two of preparing, a quarter of travel, two of support.
  private let meeting = 6.25

  @Test func whatIsSaidOfAForumATrustASectorOrByAUserCounts() throws {
    let both = 12 * meeting
    #expect(try modes(sketch()) == [both, both])
    let ofForum = LoadFixtures.parameter(.n, "k", 12, 12, 12, forum: "F")
    #expect(
      try modes(sketch(), adding: [ofForum]) == [18 * meeting, 18 * meeting],
      "what is said of the very forum goes before its record")
    let ofKind = LoadFixtures.parameter(.n, "k", 12, 12, 12)
    #expect(try modes(sketch(), adding: [ofKind]) == [both, both], "a record goes before a kind")
    let ofTrust = LoadFixtures.parameter(.w, "*", 1, 1, 1, organisation: "T")
    #expect(try modes(sketch(), adding: [ofTrust]) == [both + 12 * 0.75, both])
    let ofSector = LoadFixtures.parameter(.u, "*", 4, 4, 4, sector: .community, id: "community")
    #expect(try modes(sketch(), adding: [ofSector]) == [both, both + 12 * 2])
    let narrow = LoadFixtures.parameter(.rho, "k", 2, 2, 2)
    let own = LoadFixtures.parameter(.rho, "*", 0, 0, 0, id: "own")
    #expect(try modes(sketch(), adding: [narrow]) == [both + 12 * 2, both + 12 * 2])
    #expect(
      try modes(sketch(), adding: [narrow], overriding: [own]) == [both - 12 * 2, both - 12 * 2],
      "a user's own row goes before a narrower one of the register")
  }

  @Test func aRecordedSeatMayBeTakenInPart() throws {
    let half = LoadFixtures.parameter(.a, "k", 0.25, 0.5, 1, forum: "F")
    #expect(try modes(sketch(), adding: [half]) == [9 * meeting, 9 * meeting])
  }

  /// The share of a template is the user's to set, for the very kind: four boards, half of them, six
  /// times a year, and then a quarter.
  @Test func theShareOfATemplateIsTheUsersToSet() throws {
    let regime = Regime(
      id: "t", title: "T", status: .proposed,
      templates: [
        LoadTemplate(
          id: "PLACES", load: .meeting, provider: OrganisationPattern(kind: .trust),
          reach: .along([.worksIn, .contains], OrganisationPattern(kind: .place)), kind: "board",
          share: .init(low: 0.2, mode: 0.5, high: 1, provenance: .measured, basis: "counted"),
          statement: "", citation: Citation(document: "D"), confidence: .assumed)
      ])
    var sketch = LoadSketch()
    sketch.organisation("Q", .ics)
    sketch.organisation("T", .trust, [.acute])
    sketch.line("T", .serves, "Q", role: .home)
    for place in ["A", "B", "C", "D"] as [Code] {
      sketch.organisation(place, .place)
      sketch.line("Q", .contains, place)
    }
    let rows: [(LoadSymbol, Double)] = [(.n, 6), (.d, 2), (.s, 1)]
    sketch.register.parameters += rows.map { LoadFixtures.parameter($0, "board", $1, $1, $1) }
    func mode(_ users: [Parameter], adding rows: [Parameter] = []) throws -> Double {
      var register = sketch.register
      register.parameters += rows
      let model = LoadFixtures.load(register, under: regime, overriding: users)
      return try #require(model.load(of: "T")).mode
    }
    let own = LoadFixtures.parameter(.a, "board", 0.25, 0.25, 0.25)
    let every = LoadFixtures.parameter(.a, "*", 1, 1, 1, organisation: "T")
    #expect(try mode([]) == 12 * meeting)
    #expect(try mode([own]) == 6 * meeting)
    #expect(try mode([own, every]) == 6 * meeting)
    #expect(try mode([every]) == 12 * meeting, "what holds for every forum is for recorded seats")
    #expect(try mode([], adding: [own]) == 12 * meeting, "a row of the register is no user's")
    let model = LoadFixtures.load(sketch.register, under: regime, overriding: [own, every])
    #expect(model.unused([own, every]) == [every])
  }

  /// One seat that is not counted leaves the number of attendees to the parameter.
  @Test func seatsAreCountedOnlyIfEachOfThemIs() throws {
    var sketch = LoadSketch()
    sketch.organisation("Q", .ics)
    sketch.organisation("T", .trust, [.acute])
    sketch.organisation("U", .trust, [.acute])
    sketch.forum("F", "k", of: "Q", n: 6, d: 2)
    sketch.seat("F", "T", 1)
    sketch.seat("F", "T", nil)
    sketch.seat("F", "U", 1)
    sketch.seat("F", "U", 2)
    let five = LoadFixtures.parameter(.s, "k", 5, 5, 5)
    let hours = { (people: Double) in 6 * (people * 4.25 + 2) }
    #expect(try modes(sketch, adding: [five]) == [hours(5), hours(3)])
    // Without one, what hangs on the number of attendees is a gap, and support is not.
    #expect(try modes(sketch) == [12, hours(3)])
    let load = try #require(LoadFixtures.load(sketch.register).load(of: "T"))
    let wanted: [LoadPartKind] = [.attendance, .preparation, .travel]
    #expect(
      load.gaps.filter { $0.reason == .parameter(.s) }
        == wanted.map { part in
          LoadGap(reason: .parameter(.s), kind: "k", part: part, neededFor: ["F"])
        })
  }

  @Test func anAssumedRecordIsNoEvidence() throws {
    var sketch = LoadSketch()
    sketch.register.parameters = sketch.register.parameters.map { row in
      var row = row
      row.origin = .measured
      return row
    }
    sketch.organisation("Q", .ics)
    sketch.organisation("T", .trust, [.acute])
    sketch.forum("F", "k", of: "Q", n: 6, d: 2)
    sketch.seat("F", "T", 1)
    sketch.seat("F", "T", 1)
    let share = { (register: Register) throws -> Double in
      try #require(LoadFixtures.load(register).load(of: "T")).unvalidatedShare
    }
    #expect(try share(sketch.register) == 0)
    var seat = sketch.register
    seat.seats[1].provenance.confidence = .assumed
    // Two people sit and prepare for eight hours and travel half an hour; support is two hours.
    #expect(abs(try share(seat) - 8.5 / 10.5) < 1e-12)
    var forum = sketch.register
    forum.forums[0].provenance.confidence = .assumed
    #expect(try share(forum) == 1, "how often it meets is in every part")
    var local = sketch.register
    local.parameters = local.parameters.map { row in
      var row = row
      if row.symbol == "u" { row.origin = .unvalidatedDefault }
      if row.symbol == "rho" { row.origin = .localEstimate }
      return row
    }
    #expect(abs(try share(local) - 2 / 10.5) < 1e-12)
  }

  @Test func thoseWhoHostBearTheSupportOfAHost() throws {
    var sketch = LoadSketch()
    sketch.organisation("T", .trust, [.acute])
    sketch.organisation("U", .trust, [.acute])
    sketch.arrangement("C", .collaborative)
    sketch.party("C", "T", .host)
    sketch.party("C", "U", .member)
    sketch.forum("F", "k", ofArrangement: "C", n: 6, d: 2)
    sketch.seat("F", "T", 1)
    sketch.seat("F", "U", 1)
    #expect(try modes(sketch) == [6 * 16.25, 6 * 6.25])
    // A forum of its own with others on it is no board of its own.
    sketch.forum("OWN", "k", of: "T", n: 6, d: 2)
    sketch.seat("OWN", "T", 1)
    sketch.seat("OWN", "U", 1)
    #expect(try modes(sketch) == [12 * 16.25, 12 * 6.25])
  }

  /// Of a board without recorded seats the members sit.
  @Test func aModelledBoardOfItsOwnHasItsMembers() throws {
    var sketch = LoadSketch()
    sketch.organisation("T", .trust, [.acute])
    sketch.forum("B", "board", of: "T", n: 6, d: 3, members: 10, level: .provider)
    let template = LoadTemplate(
      id: "OWN", load: .meeting, provider: OrganisationPattern(kind: .trust), reach: .itself,
      kind: "board", isInternal: true,
      share: .init(low: 1, mode: 1, high: 1, provenance: .measured, basis: "law"), statement: "",
      citation: Citation(document: "D"), confidence: .recorded)
    let regime = Regime(id: "t", title: "T", status: .proposed, templates: [template])
    let load = try #require(LoadFixtures.load(sketch.register, under: regime).load(of: "T"))
    #expect(load.mode == 0)
    // Ten people sit and prepare for sixty hours and travel two and a half; support is two.
    #expect(load.mode(of: .baseline) == 6 * 64.5)
  }

  @Test func reviewsAndContractsHaveFiguresOfTheirKind() throws {
    var sketch = LoadSketch()
    sketch.organisation("R", .region)
    sketch.organisation("O", .regulator)
    sketch.organisation("T", .trust, [.acute])
    sketch.organisation("U", .trust, [.acute])
    for overseer in ["R", "O"] as [Code] { sketch.line(overseer, .oversees, "T") }
    sketch.line("R", .commissions, "U", strength: .formal)
    #expect(try modes(sketch) == [2 * 4 * 16, 150])
    let monthly = LoadFixtures.parameter(.n, "review.region", 12, 12, 12)
    let halved = LoadFixtures.parameter(.n, "contract", 0.5, 0.5, 0.5)
    #expect(try modes(sketch, adding: [monthly, halved]) == [(12 + 4) * 16, 75])
    // A joint committee without a contract is none; nor has a commissioner a contract with itself.
    sketch.arrangement("J", .jointCommittee)
    sketch.party("J", "U", .provider)
    sketch.arrangement("L", .leadCommissioning)
    sketch.party("L", "U", .lead)
    #expect(try modes(sketch) == [2 * 4 * 16, 150])
  }

  @Test func modelledReviewsAreSharesBesideThoseKnown() throws {
    var sketch = LoadSketch()
    sketch.organisation("T", .trust, [.acute])
    sketch.organisation("U", .trust, [.acute])
    for system in ["Q", "Q2"] as [Code] {
      sketch.organisation(system, .ics)
      sketch.line("T", .serves, system, role: .serves)
    }
    sketch.line("Q", .oversees, "T")
    let template = LoadTemplate(
      id: "REVIEW", load: .review, provider: OrganisationPattern(kind: .trust),
      reach: .along([.worksIn], OrganisationPattern(kind: .ics)),
      share: .init(low: 0, mode: 0.25, high: 1, provenance: .measured, basis: "counted"),
      statement: "", citation: Citation(document: "D"), confidence: .assumed)
    let regime = Regime(id: "t", title: "T", status: .proposed, templates: [template])
    let load = try #require(LoadFixtures.load(sketch.register, under: regime).load(of: "T"))
    // All of the one that oversees it, a quarter of the other.
    #expect(load.mode == 64 + 16)
    #expect(load.modelledShare == 0.2)
    #expect(load.unvalidatedShare == 1)
    // With all figures measured the share of the template is what is left in doubt.
    for index in sketch.register.parameters.indices {
      sketch.register.parameters[index].origin = .measured
    }
    var doubtful = regime
    doubtful.templates[0].share.provenance = .unvalidatedDefault
    let shares = try [regime, doubtful].map { regime in
      try #require(LoadFixtures.load(sketch.register, under: regime).load(of: "T"))
        .unvalidatedShare
    }
    #expect(shares == [0, 0.2])
  }
}
