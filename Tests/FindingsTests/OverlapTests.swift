import Governance
import Testing

/// Overlaps of lines, against a plain reading of the definition on seeded registers.
struct OverlapTests {
  private static let functions = TermOrder([
    .init(id: "quality", title: "quality"),
    .init(id: "safety", title: "safety", within: ["quality"]),
    .init(id: "experience", title: "experience", within: ["quality"]),
    .init(id: "finance", title: "finance"),
  ])
  private static let services = TermOrder([
    .init(id: "urgent", title: "urgent"), .init(id: "999", title: "999", within: ["urgent"]),
    .init(id: "111", title: "111", within: ["urgent"]),
  ])
  private static let expectation = Expectation(
    id: "X32", checks: [.oneOverseer], level: .must, severity: .warning,
    subjects: OrganisationPattern(kind: .trust), statement: "One overseer.", needs: "lines",
    citation: Citation(document: "D"), confidence: .recorded)

  private static func world(_ generator: inout SeededGenerator) -> World {
    func some(_ words: [String], _ most: Int) -> [String] {
      Array(words.shuffled(using: &generator).prefix(Int.random(in: 0...most, using: &generator)))
    }
    var register = Register()
    register.organisations =
      ["A", "B", "C", "D"].map { Organisation(id: Code($0), kind: .ics, name: $0) }
      + [Organisation(id: "T", kind: .trust, name: "T")]
      + ["P1", "P2", "P3"].map { Organisation(id: Code($0), kind: .place, name: $0) }
    register.relations = [
      Relation(id: "in", kind: .contains, subject: "P1", object: "P2"),
      Relation(id: "at", kind: .contains, subject: "A", object: "P1"),
    ]
    for number in 0..<Int.random(in: 2...5, using: &generator) {
      register.relations.append(
        Relation(
          id: "r\(number)", kind: .oversees,
          subject: Code(["A", "B", "C", "D"].randomElement(using: &generator)!), object: "T",
          functions: some(["quality", "safety", "experience", "finance", "else"], 2),
          services: some(["urgent", "999", "111", "dental"], 2),
          areas: some(["P1", "P2", "P3"], 2).map { Code($0) },
          basis: [.statute, .agreement, .custom].randomElement(using: &generator)!,
          strength: [nil, .formal, .lead].randomElement(using: &generator)!))
    }
    let regime = Regime(
      id: "r", title: "r", status: .inForce, expectations: [expectation], functions: functions,
      services: services)
    return World(
      name: "seeded", register: register, date: CalendarDate(daysSince1970: 20_000),
      regime: regime)
  }

  /// A point at which lines may meet: one function, one service, one area, or the rest of each.
  private struct Point: Hashable {
    let function: String
    let service: String
    let area: String
  }

  /// Who, at each point, oversees without a lead and not by design; by plain enumeration.
  private static func open(_ world: World) -> [Point: Set<Code>] {
    let within = [
      "safety": ["quality", "safety"], "experience": ["quality", "experience"],
      "999": ["urgent", "999"], "111": ["urgent", "111"], "P2": ["P1", "P2"],
    ]
    func meets(_ list: [String], _ word: String) -> Bool {
      list.isEmpty || !Set(list).isDisjoint(with: within[word] ?? [word])
    }
    let lines = world.register.relations.filter { $0.kind == .oversees }
    var result: [Point: Set<Code>] = [:]
    for function in ["quality", "safety", "experience", "finance", "else", "rest"] {
      for service in ["urgent", "999", "111", "dental", "rest"] {
        for area in ["P1", "P2", "P3", "rest"] {
          let here = lines.filter {
            meets($0.functions, function) && meets($0.services, service)
              && meets($0.areas.map(\.text), area)
          }
          if here.contains(where: { $0.strength == .lead }) { continue }
          let counted = Set(here.filter { $0.basis != .statute }.map(\.subject))
          if counted.count > 1 {
            result[Point(function: function, service: service, area: area)] = counted
          }
        }
      }
    }
    return result
  }

  /// Each open finding is true at some point; each point with overseers at odds has a finding that
  /// names at least them.
  @Test func findsExactlyWhereLinesMeet() {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<600 {
      let world = Self.world(&generator)
      let open = Self.open(world)
      let findings = world.report().findings
      for finding in findings {
        let involved = Set(finding.involved)
        #expect(
          open.contains { point, overseers in
            overseers == involved && (finding.function ?? "rest") == point.function
              && (finding.services.isEmpty
                ? point.service == "rest" : finding.services.contains(point.service))
              && (finding.areas.isEmpty
                ? point.area == "rest" : finding.areas.map(\.text).contains(point.area))
          }, "round \(round): \(finding.summary)")
      }
      for (point, overseers) in open {
        #expect(
          findings.contains { overseers.isSubset(of: $0.involved) },
          "round \(round): \(point) \(overseers)")
      }
    }
  }
}
