import Governance

/// Who answers to whom beside what the regime makes so, and what each arrangement is.
extension SyntheticCountry {
  mutating func addAccounts(of index: Int) {
    let system = Self.system(index)
    for trust in trusts[index] {
      for step in draws.some(draws.below(4), of: [-1, 0, 1, 2]) {
        add(
          .oversees, Self.system(neighbour(index, step)), trust,
          functions: draws.some(1 + draws.below(2), of: Self.functions),
          services: draws.percent(30) ? [draws.pick(Self.services)] : [],
          areas: draws.percent(15) ? [draws.pick(places[index])] : [], basis: .agreement,
          strength: draws.pick([.formal, .formal, .lead, .advisory]))
      }
      add(
        .accountableTo, trust, system, functions: draws.some(2, of: Self.functions),
        basis: .contract)
      add(.funds, system, trust, functions: ["finance"], services: draws.some(1, of: Self.services))
      if draws.percent(50) {
        add(.funds, Self.system(neighbour(index, 1)), trust, functions: ["capital"])
      }
      for authority in draws.some(2, of: authorities[index]) { add(.scrutinises, authority, trust) }
      if draws.percent(60) { add(.escalatesTo, trust, region(of: index)) }
      if draws.percent(30) { add(.escalatesTo, trust, system) }
      if draws.percent(10) {
        add(.intervenes, region(of: index), trust, functions: ["performance"])
      }
      if draws.percent(20) { add(.appoints, system, trust) }
      addReturns(of: trust, index)
    }
    for place in places[index] {
      add(
        .delegatesTo, system, place, functions: draws.some(2, of: Self.functions),
        services: draws.percent(50) ? draws.some(1, of: Self.services) : [], basis: .delegation)
      add(.accountableTo, place, system, basis: .delegation)
      if draws.percent(50) { add(.regardTo, place, draws.pick(authorities[index])) }
      // One place in fifty delegates back.
      if draws.percent(2) { add(.delegatesTo, place, system, functions: ["quality"]) }
    }
    for trust in draws.some(2, of: trusts[index]) {
      add(.delegatesTo, system, trust, functions: ["commissioning"], services: ["mental health"])
      add(.hosts, trust, draws.pick(places[index]))
      add(.represents, draws.pick(trusts[index]), trust)
    }
  }

  private mutating func addReturns(of trust: Code, _ index: Int) {
    let recipients = [Self.system(index), region(of: index), Self.regulator]
    for family in draws.some(1 + draws.below(2), of: ["safety", "waiting", "money", "staff"]) {
      for recipient in draws.some(1 + draws.below(2), of: recipients) {
        register.returns.append(
          InformationReturn(
            id: "i\(register.returns.count)", family: family, organisation: trust,
            recipient: recipient, timesPerYear: draws.pick([4, 12, 52]),
            provenance: provenance(always: true)))
      }
    }
  }

  mutating func addArrangements(of index: Int) {
    let near = (-1...1).map { neighbour(index, $0) }
    if draws.percent(80) {
      addCollaborative("acute", form: "horizontal acute", of: index, near)
    }
    if draws.percent(80) {
      addCollaborative(
        "mental", form: "mental health, learning disability and autism", of: index, near)
    }
    if index % 4 == 0 {
      let ring = (0...5).map { Self.system(neighbour(index, $0)) }
      addArrangement(
        "999", .leadCommissioning, of: index, services: ["999"],
        parties: [(trusts[index][4], .provider)] + [(ring[0], .lead)]
          + ring.dropFirst().map { ($0, .associate) })
    }
    if index % 3 == 0 {
      let members = near.map(Self.system)
      addArrangement(
        "cluster", .cluster, of: index, parties: members.map { ($0, .member) })
      addArrangement(
        "joint", .jointCommittee, of: index, functions: ["commissioning"],
        services: ["specialised services"], parties: members.map { ($0, .member) })
    }
    if index % 6 == 0 {
      let receivers = (0...5).map { (Self.system(neighbour(index, $0)), PartyRole.member) }
      addArrangement(
        "delegation", .delegation, of: index, functions: ["commissioning"],
        services: ["specialised services"], parties: [("X24", .lead)] + receivers)
    }
  }

  private mutating func addCollaborative(
    _ name: String, form: String, of index: Int, _ near: [Int]
  ) {
    let members = near.flatMap { trusts[$0] }.filter { _ in !draws.percent(40) }
    var parties = members.enumerated().map { ($1, $0 == 0 ? PartyRole.lead : .member) }
    parties += near.map { (Self.system($0), .system) }
    if draws.percent(50) { parties.append((Self.system(index), .sponsor)) }
    addArrangement(name, .collaborative, of: index, form: form, parties: parties)
  }

  private mutating func addArrangement(
    _ name: String, _ kind: ArrangementKind, of index: Int, form: String? = nil,
    functions: [String] = [], services: [String] = [], parties: [(Code, PartyRole)]
  ) {
    let code = Code("A\(index)-\(name)")
    register.arrangements.append(
      Arrangement(
        id: code, kind: kind, name: "\(kind.rawValue) \(code)", form: form, functions: functions,
        services: services, basis: .agreement, provenance: provenance(always: true)))
    for (number, (organisation, role)) in parties.enumerated() {
      register.parties.append(
        Party(
          id: "\(code)-\(number)", arrangement: code, organisation: organisation, role: role,
          provenance: provenance()))
    }
  }
}
