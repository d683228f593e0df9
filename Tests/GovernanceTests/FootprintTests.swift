import Testing

@testable import Governance

@Suite struct FootprintTests {
  /// Two regions, north and south; three ICSs; an ambulance trust over all of them.
  private func sketch() -> RegisterSketch {
    var sketch = RegisterSketch()
    sketch.add("LOW", .region)
    sketch.add("NORTH", .region)
    sketch.add("QS", .ics, at: (51, 0))
    sketch.add("QN1", .ics, at: (55, -1))
    sketch.add("QN2", .ics, at: (54, -2))
    sketch.relate("LOW", .contains, "QS")
    sketch.relate("NORTH", .contains, "QN1")
    sketch.relate("NORTH", .contains, "QN2")
    for (place, system) in [("P1", "QN1"), ("P2", "QN1"), ("P3", "QN2"), ("P4", "QS")] {
      sketch.add(Code(place), .place)
      sketch.relate(Code(system), .contains, Code(place))
    }
    for (system, patients) in [("QS", 400.0), ("QN1", 100), ("QN2", 300)] {
      sketch.measure(Code(system), .registeredPatients, patients)
    }
    sketch.add("AMB", .trust, sectors: [.ambulance])
    return sketch
  }

  private func footprint(_ sketch: RegisterSketch, of code: Code = "AMB") throws -> Footprint {
    try Atlas(sketch.register, on: day("2026-06-01")).footprint(of: code)
  }

  @Test func ordersSystemsFromNorthToSouthAndSaysWhatIsStraddled() throws {
    var sketch = sketch()
    sketch.relate("AMB", .serves, "QS", role: .serves)
    sketch.relate("AMB", .serves, "QN2", role: .serves)
    sketch.relate("AMB", .serves, "QN1", role: .home)
    let footprint = try footprint(sketch)
    #expect(footprint.systems.map(\.system) == ["QN1", "QN2", "QS"])
    #expect(footprint.regions.map(\.region) == ["NORTH", "LOW"])
    #expect(footprint.straddlesRegions)
    #expect(footprint.home == "QN1")
    #expect(footprint.homeRegion == "NORTH")
    #expect(
      footprint.tiedPairs == [
        SystemPair("QN1", "QN2"), SystemPair("QN1", "QS"), SystemPair("QN2", "QS"),
      ])
  }

  @Test func leavesUnknownSharesUnknown() throws {
    var sketch = sketch()
    sketch.relate("AMB", .serves, "QS", role: .home)
    sketch.relate("AMB", .serves, "QN2", ofObject: 0.5, ofSubject: 0.4, basis: "patients")
    let footprint = try footprint(sketch)
    #expect(footprint.systems.map(\.shareOfSystem) == [0.5, nil])
    #expect(footprint.systems.map(\.patientsServed) == [150, nil])
    #expect(footprint.patientsServed == nil)
    #expect(footprint.effectiveSystems == nil)
    #expect(footprint.regions.map(\.shareOfProvider) == [0.4, nil])
    #expect(footprint.shareBasis == "patients")
  }

  @Test func sharesAddUpByRegion() throws {
    var sketch = sketch()
    sketch.relate("AMB", .serves, "QN1", ofObject: 1, ofSubject: 0.25, basis: "patients")
    sketch.relate("AMB", .serves, "QN2", ofObject: 1, ofSubject: 0.75, basis: "patients")
    let footprint = try footprint(sketch)
    #expect(footprint.patientsServed == 400)
    #expect(footprint.regions.map(\.shareOfRegion) == [1])
    #expect(footprint.regions.map(\.shareOfProvider) == [1])
    #expect(abs(footprint.effectiveSystems! - 1 / (0.0625 + 0.5625)) < 1e-12)
    #expect(!footprint.straddlesRegions)
  }

  @Test func countsPlacesOnlyWhereTheWholeSystemIsServedOrTheyAreNamed() throws {
    var sketch = sketch()
    sketch.relate("AMB", .serves, "QN1", ofObject: 1, basis: "patients")
    sketch.relate("AMB", .serves, "QN2", ofObject: 0.98, basis: "patients")
    sketch.relate("AMB", .serves, "QS")
    sketch.relate("AMB", .serves, "P4")
    let footprint = try footprint(sketch)
    #expect(
      footprint.places == [
        PlaceReach(place: "P1", system: "QN1", ground: .wholeSystem),
        PlaceReach(place: "P2", system: "QN1", ground: .wholeSystem),
        PlaceReach(place: "P4", system: "QS", ground: .recorded),
      ])
    #expect(footprint.systemsWithUnknownPlaces == ["QN2"])
  }

  @Test func countsPlacesToWhichALineIsLimited() throws {
    var sketch = sketch()
    sketch.relate("AMB", .serves, "QN1", ofObject: 0.4, basis: "patients")
    sketch.register.relations[sketch.register.relations.count - 1].areas = ["P2"]
    let footprint = try footprint(sketch)
    #expect(
      footprint.places == [PlaceReach(place: "P2", system: "QN1", ground: .recorded)])
    #expect(footprint.systemsWithUnknownPlaces.isEmpty)
  }

  @Test func keepsWhatIsOnlyKnownToBeAmongSeveral() throws {
    var sketch = sketch()
    sketch.relate("AMB", .serves, "QN1", role: .home)
    sketch.relate("AMB", .serves, nil, among: ["QS", "QN2"])
    let open = try footprint(sketch)
    #expect(open.unresolved.map(\.among) == [["QN2", "QS"]])
    #expect(open.leastSystemCount == 2)
    #expect(open.isCrossBoundary)
    sketch.relate("AMB", .serves, "QS")
    #expect(try footprint(sketch).leastSystemCount == 2)
    sketch.relate("AMB", .serves, "QN2")
    #expect(try footprint(sketch).unresolved.isEmpty)
  }

  @Test func findsPartnersWithTheSameSystemsAndBuyersWithout() throws {
    var sketch = sketch()
    for trust: Code in ["AMB", "TWIN", "PART", "OPEN"] {
      if trust != "AMB" { sketch.add(trust, .trust) }
      sketch.relate(trust, .serves, "QN1")
      if trust != "PART" { sketch.relate(trust, .serves, "QN2") }
    }
    sketch.relate("OPEN", .serves, nil, among: ["QS", "QN1"])
    sketch.relate("QS", .commissions, "AMB")
    sketch.relate("QN1", .commissions, "AMB")
    let footprint = try footprint(sketch)
    #expect(footprint.partners == ["TWIN"])
    #expect(footprint.buyers == ["QS"])
  }

  @Test func namesTheLeadAndItsAssociates() throws {
    var sketch = sketch()
    sketch.register.arrangements = [
      Arrangement(id: "LEAD", kind: .leadCommissioning, name: "999", services: ["999"])
    ]
    for (code, role, confidence) in [
      ("QN1", PartyRole.lead, Confidence.recorded), ("QS", .associate, .derived),
      ("QN2", .associate, .recorded), ("AMB", .provider, .recorded),
    ] {
      sketch.register.parties.append(
        Party(
          id: "A-\(code)", arrangement: "LEAD", organisation: Code(code), role: role,
          provenance: Provenance(source: "S", confidence: confidence)))
    }
    #expect(
      try footprint(sketch).hosts == [
        HostReach(
          lead: "QN1", arrangement: "LEAD", services: ["999"], associates: ["QN2", "QS"],
          confidence: .derived)
      ])
  }

  @Test func aProviderThatLeadsOthersIsNoCommissioner() throws {
    var sketch = sketch()
    sketch.add("PEER", .trust)
    sketch.register.arrangements = [
      Arrangement(id: "GROUP", kind: .leadProvider, name: "Secure care")
    ]
    for (code, role) in [("PEER", PartyRole.lead), ("AMB", .provider)] {
      sketch.register.parties.append(
        Party(id: code, arrangement: "GROUP", organisation: Code(code), role: role))
    }
    #expect(try footprint(sketch).hosts.isEmpty)
  }

  @Test func mergesSeveralLinesToOneSystem() throws {
    var sketch = sketch()
    sketch.relate("AMB", .serves, "QN1", role: .specialisedOnly, confidence: .assumed)
    sketch.relate("AMB", .serves, "QN1", role: .serves, ofSubject: 1, basis: "catchment")
    sketch.relate("AMB", .serves, "QN1", ofObject: 0.1, basis: "patients", confidence: .derived)
    sketch.relate("AMB", .serves, "QN2", ofSubject: 0, basis: "catchment")
    let reach = try footprint(sketch).systems[0]
    #expect(reach.role == .serves)
    #expect(reach.confidence == .recorded)
    #expect(reach.shareOfProvider == 1)
    #expect(reach.shareOfSystem == nil)
    #expect(reach.otherShares == [OtherShare(basis: "patients", ofSystem: 0.1, ofProvider: nil)])
  }

  @Test func refusesWhatIsNotInForce() {
    #expect(throws: UnknownProvider(code: "ZZZ", date: day("2026-06-01"))) {
      try footprint(sketch(), of: "ZZZ")
    }
  }
}

@Suite struct EffectiveSystemsTests {
  @Test func sixEqualSharesAreSix() {
    #expect(abs(EffectiveSystems.of(Array(repeating: 1.0 / 6, count: 6))! - 6) < 1e-9)
    #expect(abs(EffectiveSystems.of([0.9, 0.05, 0.05])! - 1 / 0.815) < 1e-9)
  }

  @Test func isUnknownUnlessTheRestHardlyMatters() {
    #expect(EffectiveSystems.of([]) == nil)
    #expect(EffectiveSystems.of([nil, nil]) == nil)
    #expect(EffectiveSystems.of([0.5, nil]) == nil)
    #expect(EffectiveSystems.of([0.5, 0.5, nil]) == 2)
  }

  /// Wherever the rest lies, the true figure is within one per cent of what is reported.
  @Test(arguments: 0..<50) func boundsHoldWhereverTheRestLies(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let raw = (0..<5).map { _ in Double.random(in: 0.1...1, using: &random) }
    let scale = Double.random(in: 0.9...1, using: &random) / raw.reduce(0, +)
    let shares = raw.map { $0 * scale }
    let rest = 1 - shares.reduce(0, +)
    guard let figure = EffectiveSystems.of(shares) else { return }
    for pieces in 1...20 {
      let parts = shares + Array(repeating: rest / Double(pieces), count: pieces)
      let truth = 1 / parts.map { $0 * $0 }.reduce(0, +)
      #expect(abs(truth - figure) <= 0.0101 * figure)
    }
  }
}
