import Governance
import Testing

/// Two regions, three ICSs, five trusts; small enough to answer every question by hand.
private func sketch() -> RegisterSketch {
  var sketch = RegisterSketch()
  sketch.add("NORTH", .region, at: (55, -2))
  sketch.add("SOUTH", .region, at: (51, -1))
  sketch.add("A", .ics, at: (55, -2))
  sketch.add("B", .ics, at: (54, -1), sectors: [])
  sketch.add("C", .ics, at: (51, -1))
  sketch.relate("NORTH", .contains, "A")
  sketch.relate("NORTH", .contains, "B")
  sketch.relate("SOUTH", .contains, "C")
  sketch.add("P1", .place, name: "Zeal")
  sketch.add("P2", .place, name: "Ash")
  sketch.add("LA", .localAuthority, name: "Shire")
  sketch.relate("A", .contains, "P1", ofObject: 1)
  sketch.relate("A", .contains, "P2", ofObject: 1)
  sketch.relate("A", .contains, "LA", ofObject: 0.7)
  sketch.relate("B", .contains, "LA", ofObject: 0.3)
  sketch.measure("A", .registeredPatients, 100)
  sketch.measure("B", .registeredPatients, 300)

  // The widest: all three, the south by specialised services alone.
  sketch.add("AMB", .trust, sectors: [.ambulance])
  sketch.relate("AMB", .serves, "A", role: .home, ofObject: 1, ofSubject: 0.5, basis: "patients")
  sketch.relate("AMB", .serves, "B", role: .serves, ofObject: 1, ofSubject: 0.4, basis: "patients")
  sketch.relate("AMB", .serves, "C", role: .specialisedOnly)
  // Two of the north; which of B and C for a third line is not known, but B may be it.
  sketch.add("MEN", .trust, sectors: [.mentalHealth, .community])
  sketch.relate("MEN", .serves, "A", role: .home)
  sketch.relate("MEN", .serves, "B", role: .serves, confidence: .assumed)
  sketch.relate("MEN", .serves, nil, among: ["B", "C"], role: .specialisedOnly)
  // One only; one with nothing recorded; one of which it is only known to be A or C.
  sketch.add("SGH", .trust, sectors: [.acute])
  sketch.relate("SGH", .serves, "C", role: .home)
  sketch.add("WEB", .trust, sectors: [.online])
  sketch.add("OPT", .trust, sectors: [.specialist])
  sketch.relate("OPT", .serves, nil, among: ["A", "C"], role: .serves)
  sketch.relate("B", .commissions, "SGH")
  return sketch
}

private func survey() -> Survey { Survey(Atlas(sketch().register, on: day("2026-04-01"))) }

struct SurveyTests {
  @Test func findsFootprintsFromBothEnds() {
    let survey = survey()
    #expect(survey.footprints.map(\.provider.id) == ["AMB", "MEN", "OPT", "SGH", "WEB"])
    #expect(survey.footprint(of: "AMB")?.systems.map(\.system) == ["A", "B", "C"])
    #expect(survey.footprint(of: "A") == nil)
    #expect(survey.footprints(reaching: "C").map(\.provider.id) == ["AMB", "SGH"])
    #expect(survey.footprints(reaching: "WEB").isEmpty)
    #expect(survey.crossBoundary.map(\.provider.id) == ["AMB", "MEN"])
  }

  @Test func keepsApartWhoMayReachASystem() {
    let survey = survey()
    // MEN is known to reach B, so for B nothing is open about it.
    #expect(survey.footprints(maybeReaching: "B").isEmpty)
    #expect(survey.footprints(maybeReaching: "C").map(\.provider.id) == ["MEN", "OPT"])
    #expect(survey.footprints(maybeReaching: "A").map(\.provider.id) == ["OPT"])
  }
}

struct SystemProfileTests {
  @Test func saysWhoWorksThereAndHow() throws {
    let profile = try #require(survey().profile(ofSystem: "B"))
    #expect(profile.region == "NORTH")
    #expect(profile.patients?.value == 300)
    #expect(profile.providers.map(\.provider) == ["AMB", "MEN"])
    #expect(profile.providers.map(\.systemCount) == [3, 2])
    #expect(profile.providers.map(\.reach.shareOfSystem) == [1, nil])
    #expect(profile.providers.map(\.reach.confidence) == [.recorded, .assumed])
    #expect(profile.providers(in: .community).map(\.provider) == ["MEN"])
    #expect(profile.providersWithoutSector.isEmpty)
    #expect(profile.buysFrom == ["SGH"])
    #expect(profile.unresolvedProviders.isEmpty)
  }

  @Test func listsPlacesBeforeAuthoritiesByNameAndWhereElseTheyLie() throws {
    let profile = try #require(survey().profile(ofSystem: "A"))
    #expect(profile.areas.map(\.area) == ["P2", "P1", "LA"])
    #expect(profile.areas.map(\.share) == [1, 1, 0.7])
    #expect(profile.areas.map(\.alsoIn) == [[], [], ["B"]])
  }

  @Test func doesNotTakeARelationToASellerForALocalService() throws {
    let profile = try #require(survey().profile(ofSystem: "B"))
    #expect(!profile.providers.contains { $0.provider == "SGH" })
  }

  @Test func keepsClustersApartFromOtherArrangementsAndOrdersParties() throws {
    var sketch = sketch()
    sketch.register.arrangements = [
      Arrangement(id: "Z", kind: .cluster, name: "North cluster"),
      Arrangement(id: "Y", kind: .leadCommissioning, name: "999"),
    ]
    sketch.register.parties = [
      Party(
        id: "1", arrangement: "Y", organisation: "B", role: .associate,
        provenance: Provenance(confidence: .assumed)),
      Party(id: "2", arrangement: "Y", organisation: "AMB", role: .provider),
      Party(id: "3", arrangement: "Y", organisation: "A", role: .lead),
      Party(id: "4", arrangement: "Z", organisation: "B", role: .member),
      Party(id: "5", arrangement: "Z", organisation: "A", role: .member),
    ]
    let survey = Survey(Atlas(sketch.register, on: day("2026-04-01")))
    let profile = try #require(survey.profile(ofSystem: "A"))
    #expect(profile.clusters.map(\.arrangement.id) == ["Z"])
    #expect(profile.arrangements.map(\.arrangement.id) == ["Y"])
    #expect(profile.arrangements[0].parties.map(\.organisation) == ["A", "B", "AMB"])
    #expect(profile.arrangements[0].organisations(as: .associate) == ["B"])
    #expect(profile.arrangements[0].confidence == .assumed)
    #expect(profile.clusters[0].confidence == .recorded)
    #expect(survey.summary().clusters.map { $0.organisations(as: .member) } == [["A", "B"]])
  }

  @Test func thereIsNoneForAnythingElse() {
    #expect(survey().profile(ofSystem: "NORTH") == nil)
    #expect(survey().profile(ofSystem: "NOBODY") == nil)
    #expect(survey().profile(ofRegion: "A") == nil)
  }
}

struct RegionProfileTests {
  @Test func tellsInwardsFromOutwards() throws {
    let north = try #require(survey().profile(ofRegion: "NORTH"))
    #expect(north.systems.map(\.system) == ["A", "B"])
    #expect(north.homeTrusts == ["AMB", "MEN"])
    #expect(north.spanning.map(\.provider) == ["AMB", "MEN"])
    #expect(north.reachingOut.map(\.provider) == ["AMB"])
    #expect(north.reachingIn.isEmpty)
    #expect(north.patients == 400)
    let south = try #require(survey().profile(ofRegion: "SOUTH"))
    #expect(south.reachingIn.map(\.provider) == ["AMB"])
    #expect(south.reachingIn[0].systemsHere == ["C"])
    #expect(south.reachingIn[0].regions == ["NORTH", "SOUTH"])
    #expect(south.homeTrusts == ["SGH"])
  }

  @Test func doesNotAddUpPatientsOfWhichSomeAreUnknown() throws {
    #expect(try #require(survey().profile(ofRegion: "SOUTH")).patients == nil)
  }

  @Test func countsTheOpenApartFromTheKnown() {
    let summary = survey().summary(ofSystem: "C")
    #expect(summary.providers == 2)
    #expect(summary.crossBoundaryProviders == 1)
    #expect(summary.unresolvedProviders == 2)
    #expect(summary.patients == nil)
    #expect(Array(summary.providersBySector).map(\.key) == [.acute, .ambulance])
  }
}

struct NationalSummaryTests {
  @Test func countsByHand() {
    let summary = survey().summary()
    #expect(summary.organisations[.trust] == 5)
    #expect(summary.trusts.providers == 5)
    #expect(summary.trusts.crossBoundary == ["AMB", "MEN"])
    #expect(summary.trusts.crossBoundaryLocally == ["AMB", "MEN"])
    #expect(summary.trusts.straddlers == ["AMB"])
    #expect(summary.trusts.unresolved == ["MEN", "OPT"])
    #expect(summary.trusts.withoutSystem == ["WEB"])
    #expect(summary.trusts.withUnknownShares == ["AMB", "MEN"])
    // OPT works in one ICS, though not known which; MEN's open line may be one it is known to reach.
    #expect(Array(summary.trusts.bySystemCount).map(\.key) == [0, 1, 2, 3])
    #expect(Array(summary.trusts.bySystemCount).map(\.value) == [1, 2, 1, 1])
    #expect(summary.trusts.widest == 3)
    #expect(summary.sectors[.community]?.crossBoundary == ["MEN"])
    #expect(summary.sectors[.learningDisability] == nil)
    #expect(summary.patients == nil)
    #expect(summary.systemsWithoutPatients == ["C"])
    #expect(summary.straddlers.map(\.provider) == ["AMB"])
    #expect(summary.straddlers[0].homeRegion == "NORTH")
    #expect(summary.straddlers[0].localRegions == ["NORTH"])
  }

  @Test func tiesPutLocalServicesFirst() {
    let ties = survey().summary().ties
    #expect(ties.map(\.pair) == [SystemPair("A", "B"), SystemPair("A", "C"), SystemPair("B", "C")])
    #expect(ties[0].providers == ["AMB", "MEN"])
    #expect(ties[0].localProviders == ["AMB", "MEN"])
    #expect(ties[1].providers == ["AMB"])
    #expect(ties[1].localProviders.isEmpty)
  }

  /// Laws on registers nobody has looked at.
  @Test(arguments: 0..<30) func agreesWithCountingOverRelations(seed: UInt64) {
    let register = randomRegister(seed: seed)
    let summary = Survey(Atlas(register, on: day("2026-04-01"))).summary()
    var systems: [Code: Set<Code>] = [:]
    for trust in register.organisations where trust.kind == .trust { systems[trust.id] = [] }
    for relation in register.relations where relation.kind == .serves {
      systems[relation.subject]?.insert(relation.object!)
    }
    #expect(summary.trusts.bySystemCount.values.reduce(0, +) == systems.count)
    for (count, trusts) in summary.trusts.bySystemCount {
      #expect(systems.values.count { $0.count == count } == trusts)
    }
    #expect(Set(summary.trusts.crossBoundary) == Set(systems.filter { $0.value.count > 1 }.keys))
    for tie in summary.ties {
      let both = systems.filter { $0.value.isSuperset(of: [tie.pair.first, tie.pair.second]) }
      #expect(Set(tie.providers) == Set(both.keys))
    }
    let pairs = systems.values.reduce(into: Set<SystemPair>()) { pairs, reached in
      for one in reached {
        for other in reached where one < other { pairs.insert(.init(one, other)) }
      }
    }
    #expect(Set(summary.ties.map(\.pair)) == pairs)
  }

  private func randomRegister(seed: UInt64) -> Register {
    var generator = SeededGenerator(seed: seed)
    var sketch = RegisterSketch()
    sketch.add("R", .region)
    let systems = (0..<8).map { Code("S\($0)") }
    for system in systems {
      sketch.add(system, .ics, at: (Double.random(in: 50...55, using: &generator), 0))
      sketch.relate("R", .contains, system)
    }
    for number in 0..<20 {
      let trust = Code("T\(number)")
      sketch.add(trust, .trust, sectors: [Sector.allCases.randomElement(using: &generator)!])
      for system in systems.shuffled(using: &generator).prefix(
        .random(in: 0...5, using: &generator))
      {
        sketch.relate(trust, .serves, system, role: .serves)
      }
    }
    return sketch.register
  }
}

struct FootprintChangeTests {
  private func register() -> Register {
    var sketch = RegisterSketch()
    sketch.add("R", .region)
    sketch.add("OLD", .ics, to: "2026-03-31")
    sketch.add("NEW", .ics, from: "2026-04-01")
    sketch.add("SAME", .ics)
    for system: Code in ["OLD", "NEW", "SAME"] { sketch.relate("R", .contains, system) }
    sketch.add("T", .trust)
    sketch.relate("T", .serves, "SAME", role: .home)
    sketch.relate("T", .serves, "OLD", role: .serves, to: "2026-03-31")
    sketch.relate("T", .serves, "NEW", role: .serves, from: "2026-04-01")
    sketch.add("U", .trust)
    sketch.relate("U", .serves, "SAME", role: .home)
    sketch.add("V", .trust, from: "2026-04-01")
    sketch.relate("V", .serves, "NEW", role: .home, from: "2026-04-01")
    sketch.register.succession = [
      Succession(
        id: "1", kind: .merger, predecessor: "OLD", successor: "NEW", date: day("2026-04-01"),
        source: "S", confidence: .recorded),
      // A trust's merger changes no ICS, and a cluster no boundary.
      Succession(
        id: "2", kind: .rename, predecessor: "T", successor: "T", date: day("2026-06-01"),
        source: "S", confidence: .recorded),
      Succession(
        id: "3", kind: .cluster, predecessor: "SAME", successor: "NEW", date: day("2026-07-01"),
        source: "S", confidence: .recorded),
    ]
    return sketch.register
  }

  @Test func saysWhatCameWentAndStayed() throws {
    let register = register()
    let before = Survey(Atlas(register, on: day("2026-03-31")))
    let after = Survey(Atlas(register, on: day("2026-04-01")))
    let change = try #require(after.change(of: "T", since: before))
    #expect(change.kept == ["SAME"])
    #expect(change.gained == ["NEW"])
    #expect(change.lost == ["OLD"])
    #expect(after.change(of: "U", since: before) == nil)
    let new = try #require(after.change(of: "V", since: before))
    #expect(new.before == nil)
    #expect(new.gained == ["NEW"])
  }

  @Test func looksBackToTheLastChangeOfAnICS() {
    let register = register()
    #expect(register.lastSystemSuccession(upTo: day("2026-12-31")) == day("2026-04-01"))
    #expect(register.lastSystemSuccession(upTo: day("2026-04-01")) == day("2026-04-01"))
    #expect(register.lastSystemSuccession(upTo: day("2026-03-31")) == nil)
  }
}

struct DataQualityTests {
  private func gap(_ subject: DataQuality.Subject, of quality: DataQuality) -> DataQuality.Gap? {
    quality.gaps.first { $0.subject == subject }
  }

  @Test func namesEveryKindOfGapOnce() {
    #expect(Set(survey().dataQuality().gaps.map(\.subject)) == Set(DataQuality.Subject.allCases))
    #expect(survey().dataQuality().gaps.count == DataQuality.Subject.allCases.count)
  }

  @Test func countsGapsByHand() {
    let quality = survey().dataQuality()
    #expect(gap(.registeredPatients, of: quality)?.organisations == ["C"])
    #expect(gap(.placesOfSystem, of: quality)?.organisations == ["B", "C"])
    #expect(gap(.homeOfTrust, of: quality)?.organisations == ["OPT", "WEB"])
    #expect(gap(.systemOfTrust, of: quality)?.organisations == ["WEB"])
    #expect(gap(.resolutionOfReach, of: quality)?.organisations == ["MEN", "OPT"])
    // Five lines from the two spanning providers, shares known of two of them.
    #expect(gap(.shareOfProvider, of: quality)?.missing == 3)
    #expect(gap(.shareOfProvider, of: quality)?.total == 5)
    #expect(gap(.shareOfProvider, of: quality)?.organisations == ["AMB", "MEN"])
    #expect(gap(.leadCommissioner, of: quality)?.organisations == ["AMB", "MEN"])
  }

  @Test func countsRecordsByConfidenceOnTheDay() throws {
    var sketch = sketch()
    sketch.add("GONE", .trust, to: "2020-01-01")
    sketch.register.sources = [
      Source(id: "S", title: "A source"), Source(id: "T", title: "Unused"),
    ]
    let quality = Survey(Atlas(sketch.register, on: day("2026-04-01"))).dataQuality()
    let organisations = try #require(quality.tables[.organisations])
    #expect(organisations.records == sketch.register.organisations.count)
    #expect(organisations.inForce == organisations.records - 1)
    let relations = try #require(quality.tables[.relations])
    #expect(relations.byConfidence[.assumed] == 1)
    #expect(relations.byConfidence.values.reduce(0, +) == relations.inForce)
    #expect(quality.recordsBySource["T"] == 0)
    #expect(
      quality.recordsBySource["S"]
        == sketch.register.organisations.count + sketch.register.relations.count
        + sketch.register.measures.count)
  }
}
