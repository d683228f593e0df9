import Governance

/// Who there is, where, and who serves whom.
extension SyntheticCountry {
  static let functions = [
    "quality", "safety", "finance", "performance", "workforce", "safeguarding", "strategy",
    "commissioning", "data", "emergencyPreparedness", "involvement", "capital",
  ]
  static let services = [
    "999", "111", "acute", "mental health", "CAMHS", "community", "specialised services",
    "maternity", "orthopaedics", "urgent treatment",
  ]

  mutating func addNation() {
    for body in Self.nationalBodies { addBody(body, .national, [], .statutoryBody) }
    addBody(Self.regulator, .regulator, [], .statutoryBody)
    for region in stride(from: 0, to: systemCount, by: 6) {
      addBody(self.region(of: region), .region)
    }
  }

  mutating func addBodies(of index: Int) {
    let system = Self.system(index)
    addBody(system, .ics, [], .statutoryBody)
    addContained(system, in: region(of: index))
    let partnership = Code("\(system)-icp")
    addBody(partnership, .icp, [], .committee)
    addContained(partnership, in: system)
    register.measures.append(
      Measure(
        id: "m\(index)", organisation: system, kind: .registeredPatients,
        value: Double(900_000 + draws.below(2_000_000)), unit: "people",
        provenance: provenance(always: true)))
    places.append(
      (0..<(4 + draws.below(2))).map { number in
        let place = Code("\(system)-p\(number)")
        addBody(place, .place)
        addContained(place, in: system)
        return place
      })
    let held = places[index]
    authorities.append(
      (0..<(7 + draws.below(2))).map { number in
        let authority = Code("\(system)-la\(number)")
        addBody(authority, .localAuthority)
        addContained(authority, in: draws.pick(held + [system]))
        return authority
      })
    trusts.append(
      (0..<5).map { number in
        let trust = Code("R\(index)-\(number)")
        addBody(
          trust, .trust, sectors(number, of: index), draws.pick([.nhsTrust, .foundationTrust]))
        return trust
      })
  }

  /// Two acute trusts, one of them with community services; one of mental health; one of community
  /// or specialist care; the fifth an ambulance trust in every fourth ICS.
  private mutating func sectors(_ number: Int, of index: Int) -> [Sector] {
    switch number {
    case 0: [.acute]
    case 1: draws.percent(50) ? [.acute, .community] : [.acute]
    case 2: draws.percent(50) ? [.mentalHealth, .learningDisability] : [.mentalHealth]
    case 3: draws.pick([[.community], [.specialist]])
    default: index % 4 == 0 ? [.ambulance] : [.acute]
    }
  }

  private func isAmbulance(_ number: Int, of index: Int) -> Bool { number == 4 && index % 4 == 0 }

  mutating func addService(of index: Int) {
    for (number, trust) in trusts[index].enumerated() {
      let ambulance = isAmbulance(number, of: index)
      let others = ambulance ? Array(1...5) : draws.some(draws.below(5), of: [-3, -2, -1, 1, 2, 3])
      // One trust in fifty has no home.
      if ambulance || !draws.percent(2) { addServes(trust, index, .home, share: 0.5) }
      for step in others {
        let role: ServiceRole = ambulance || draws.percent(90) ? .serves : .specialisedOnly
        addServes(
          trust, neighbour(index, step), role,
          share: draws.percent(80) ? Double(1 + draws.below(9)) / 100 : nil)
      }
      addPurchase(of: trust, by: [0] + others, around: index, ambulance)
    }
  }

  private mutating func addServes(
    _ trust: Code, _ index: Int, _ role: ServiceRole, share: Double?
  ) {
    register.relations.append(
      Relation(
        id: "r\(register.relations.count)", kind: .serves, subject: trust,
        object: Self.system(index), role: role, shareOfSubject: share,
        shareBasis: share == nil ? nil : "patients", provenance: provenance(always: true)))
  }

  private mutating func addPurchase(
    of trust: Code, by steps: [Int], around index: Int, _ ambulance: Bool
  ) {
    for step in steps {
      let buyer = neighbour(index, step)
      let offered = ambulance ? ["999", "111"] : draws.some(1 + draws.below(3), of: Self.services)
      for service in offered {
        add(
          .commissions, Self.system(buyer), trust, functions: ["commissioning"],
          services: [service], areas: draws.percent(30) ? [draws.pick(places[buyer])] : [],
          basis: .contract)
      }
    }
  }
}
