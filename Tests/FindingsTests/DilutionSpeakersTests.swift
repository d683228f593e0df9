import Testing

@testable import Governance

/// Who speaks for a provider, and with what weight, against walking every way.
struct DilutionSpeakersTests {
  private static let bodies = (0..<7).map { Code("B\($0)") }
  private static let arrangements = (0..<3).map { Code("C\($0)") }

  private static func register(_ generator: inout SeededGenerator) -> Register {
    var register = Register()
    register.organisations = bodies.map { Organisation(id: $0, kind: .trust, name: $0.text) }
    register.arrangements = arrangements.map {
      Arrangement(id: $0, kind: .collaborative, name: $0.text)
    }
    for one in bodies {
      for other in bodies where one != other && Int.random(in: 0..<5, using: &generator) == 0 {
        register.relations.append(
          Relation(id: "\(one)-\(other)", kind: .represents, subject: one, object: other))
      }
    }
    for arrangement in arrangements {
      for body in bodies where Int.random(in: 0..<3, using: &generator) == 0 {
        let role: PartyRole = [.member, .lead, .system].randomElement(using: &generator) ?? .member
        register.parties.append(
          Party(
            id: "\(arrangement)-\(body)", arrangement: arrangement, organisation: body, role: role)
        )
      }
    }
    return register
  }

  /// For whom each speaks.
  private static func spokenFor(_ register: Register) -> [Code: [Code]] {
    var spoken: [Code: [Code]] = [:]
    for relation in register.relations {
      if let object = relation.object { spoken[relation.subject, default: []].append(object) }
    }
    for party in register.parties where party.role != .system {
      spoken[party.arrangement, default: []].append(party.organisation)
    }
    return spoken
  }

  /// Every way without a circle from a speaker to a provider: its length and its weight.
  private static func ways(
    from speaker: Code, to provider: Code, _ spoken: [Code: [Code]], passed: Set<Code> = []
  ) -> [(length: Int, weight: Double)] {
    if speaker == provider { return [(0, 1)] }
    let next = spoken[speaker] ?? []
    return next.filter { !passed.contains($0) && $0 != speaker }.flatMap { step in
      ways(from: step, to: provider, spoken, passed: passed.union([speaker])).map {
        ($0.length + 1, $0.weight / Double(next.count))
      }
    }
  }

  @Test func weighsTheShortestWays() throws {
    var generator = SeededGenerator(seed: 10)
    let day = try required(CalendarDate(iso: "2026-04-01"))
    var reached = 0
    for _ in 0..<60 {
      let register = Self.register(&generator)
      let graph = AccountabilityGraph(
        register, on: day, under: Regime(id: "r", title: "R", status: .inForce))
      let spoken = Self.spokenFor(register)
      let groups = SpokenFor(graph)
      for provider in Self.bodies {
        let node = try required(graph.atlas.node(provider))
        let speakers = Speakers(for: node, in: graph, groups).speakers
        for code in Self.bodies + Self.arrangements {
          let ways = Self.ways(from: code, to: provider, spoken)
          let speaker = speakers[try required(graph.atlas.node(code))]
          let length = ways.map(\.length).min()
          #expect(speaker?.distance == length)
          guard let speaker, let length else { continue }
          let weight = ways.filter { $0.length == length }.reduce(0) { $0 + $1.weight }
          #expect(abs(speaker.weight - weight) < 1e-9)
          if length > 1 { reached += 1 }
        }
      }
    }
    #expect(reached > 500)
  }
}
