import Governance
import Testing

/// Rings of delegation against the definition, worked out by hand over every function, service and
/// area.
struct DelegationCycleTests {
  @Test(arguments: 0..<200)
  func agreesWithTheDefinition(_ seed: UInt64) throws {
    let draw = DelegationDraw(seed: seed)
    let graph = draw.graph(check: .delegationAcyclic, parameters: RuleParameters())
    let report = graph.findings([.delegationCycle])
    let found = Set(report.findings.map(Question.init))
    #expect(found == Self.rings(of: draw))
    #expect(found.count == report.findings.count)
    for finding in report.findings { #expect(Self.isCircle(finding, in: draw), "\(finding)") }
  }

  /// The draws are no trivial ones: many have rings, some about one service or area only.
  @Test func theDrawsHoldRings() {
    let all = (0..<200).map { Self.rings(of: DelegationDraw(seed: $0)) }
    #expect(all.filter { !$0.isEmpty }.count > 60)
    #expect(all.joined().contains { !$0.services.isEmpty })
    #expect(all.joined().contains { !$0.areas.isEmpty })
    #expect(all.joined().contains { $0.bodies.count > 2 })
  }

  /// What stays the same when records are told twice, turned about, or joined by others.
  @Test(arguments: 0..<40)
  func keepsItsFindings(_ seed: UInt64) throws {
    let draw = DelegationDraw(seed: seed)
    let before = ids(draw)
    var twice = draw
    twice.lines += draw.lines.map { line in
      var copy = line
      copy.id += "-again"
      return copy
    }
    #expect(ids(twice) == before)
    var turned = draw
    turned.lines.reverse()
    #expect(ids(turned) == before)
    var more = draw
    more.bodies.append("ZZ")
    more.lines.append(DelegationDraw.Line(id: "zz", from: "B0", to: "ZZ"))
    #expect(ids(more) == before)
  }

  private func ids(_ draw: DelegationDraw) -> [String] {
    draw.graph(check: .delegationAcyclic, parameters: RuleParameters())
      .findings([.delegationCycle]).findings.map(\.id)
  }

  /// A ring of many bodies is found, with a shortest circle for its witness.
  @Test func findsALongRing() throws {
    var draw = DelegationDraw(seed: 0)
    draw.bodies = (0..<2_000).map { "B\($0)" }
    draw.lines = (0..<2_000).map {
      DelegationDraw.Line(id: "l\($0)", from: "B\($0)", to: "B\(($0 + 1) % 2_000)")
    }
    let report = draw.graph(check: .delegationAcyclic, parameters: RuleParameters())
      .findings([.delegationCycle])
    #expect(report.findings.count == 1)
    #expect(report.findings[0].subjects.count == 2_000)
    #expect(report.findings[0].witness.count == 2_000)
  }

  struct Question: Hashable {
    var bodies: [String]
    var function: String?
    var services: [String]
    var areas: [String]

    init(_ finding: Finding) {
      bodies = finding.subjects.map(\.text)
      function = finding.function
      services = finding.services
      areas = finding.areas.map(\.text)
    }

    init(bodies: [String], function: String?, services: [String], areas: [String]) {
      self.bodies = bodies
      self.function = function
      self.services = services
      self.areas = areas
    }
  }

  /// The definition as it stands: every combination of words, everyone's reach by repetition.
  private static func rings(of draw: DelegationDraw) -> Set<Question> {
    struct Key: Hashable {
      let bodies: [String]
      let function: String?
    }
    var services: [Key: Set<String?>] = [:]
    var areas: [Key: Set<String?>] = [:]
    for function in DelegationDraw.functions.words {
      for service in DelegationDraw.services.words {
        for area in DelegationDraw.areas.words {
          let lines = draw.lines.filter {
            DelegationDraw.functions.takesIn(function, $0.functions)
              && DelegationDraw.services.takesIn(service, $0.services)
              && DelegationDraw.areas.takesIn(area, $0.areas)
          }
          for bodies in groups(lines) {
            services[Key(bodies: bodies, function: function), default: []].insert(service)
            areas[Key(bodies: bodies, function: function), default: []].insert(area)
          }
        }
      }
    }
    let all = services.keys.map { key in
      Question(
        bodies: key.bodies, function: key.function,
        services: DelegationDraw.services.broadest(services[key]!),
        areas: DelegationDraw.areas.broadest(areas[key]!))
    }
    return Set(
      all.filter { one in
        !all.contains { other in
          guard one.function != other.function, let function = one.function else { return false }
          let isBroader =
            other.function.map { DelegationDraw.functions.above[function]!.contains($0) } ?? true
          return isBroader && one.bodies == other.bodies && one.services == other.services
            && one.areas == other.areas
        }
      })
  }

  /// Sets of at least two bodies that all reach each other.
  private static func groups(_ lines: [DelegationDraw.Line]) -> Set<[String]> {
    var reach: Set<[String]> = Set(lines.map { [$0.from, $0.to] })
    while true {
      let more = reach.flatMap { one in
        reach.filter { $0[0] == one[1] }.map { [one[0], $0[1]] }
      }
      let next = reach.union(more)
      if next == reach { break }
      reach = next
    }
    let inRing = Set(reach.filter { $0[0] == $0[1] }.map { $0[0] })
    return Set(
      inRing.map { body in
        inRing.filter { reach.contains([body, $0]) && reach.contains([$0, body]) }.sorted()
      })
  }

  /// Whether the witness is a circle of lines over some of the bodies that take in the function.
  private static func isCircle(_ finding: Finding, in draw: DelegationDraw) -> Bool {
    let lines = finding.witness.compactMap { witness in
      draw.lines.first { $0.id == witness.record.id }
    }
    guard lines.count == finding.witness.count, let first = lines.first, let last = lines.last
    else {
      return false
    }
    let joins = zip(lines, lines.dropFirst()).allSatisfy { $0.to == $1.from }
    return joins && last.to == first.from && Set(lines.map(\.from)).count == lines.count
      && lines.allSatisfy {
        finding.subjects.map(\.text).contains($0.from)
          && DelegationDraw.functions.takesIn(finding.function, $0.functions)
      }
  }
}
