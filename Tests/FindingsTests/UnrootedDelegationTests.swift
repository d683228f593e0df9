import Governance
import Testing

/// What is delegated without a holder behind it, against the definition, worked out by repetition.
struct UnrootedDelegationTests {
  private static let parameters = RuleParameters(
    numbers: ["depth": 2], texts: ["holders": ["national"]])

  /// The first body of a draw holds functions by law, the others are places.
  private static func kinds(_ draw: DelegationDraw) -> [String: OrganisationKind] {
    Dictionary(
      uniqueKeysWithValues: draw.bodies.map { ($0, $0 == "B0" ? .national : .otherProvider) })
  }

  @Test(arguments: 0..<200)
  func agreesWithTheDefinition(_ seed: UInt64) throws {
    let draw = DelegationDraw(seed: seed)
    let graph = draw.graph(
      check: .delegationRooted, parameters: Self.parameters, kinds: Self.kinds(draw),
      whole: draw.bodies)
    let findings = graph.findings([.unrootedDelegation]).findings
    let expected = Self.expected(draw)
    let unrooted = findings.filter { $0.witness.contains { $0.record.id.hasPrefix("w-") } }
    #expect(Set(unrooted.map { $0.subjects.map(\.text) }) == Set(expected.starts.keys))
    for finding in unrooted {
      let functions = expected.starts[finding.subjects.map(\.text)] ?? []
      #expect(functions.contains(finding.function), "\(finding)")
    }
    let deep = findings.filter { !unrooted.contains($0) }
    #expect(Set(deep.flatMap { $0.subjects.map(\.text) }) == expected.tooDeep)
  }

  /// Without a statement that records are whole, what is missing is not known, and never a breach.
  @Test(arguments: 0..<40)
  func missingRecordsAreNoBreach(_ seed: UInt64) throws {
    let draw = DelegationDraw(seed: seed)
    let graph = draw.graph(
      check: .delegationRooted, parameters: Self.parameters, kinds: Self.kinds(draw))
    let report = graph.findings([.unrootedDelegation])
    let expected = Self.expected(draw)
    #expect(Set(report.findings.flatMap { $0.subjects.map(\.text) }) == expected.tooDeep)
    #expect(Set(report.tallies[0].unknown.map(\.text)) == expected.unheld)
  }

  @Test func theDrawsHoldAllThere() {
    let all = (0..<200).map { Self.expected(DelegationDraw(seed: $0)) }
    #expect(all.filter { !$0.starts.isEmpty }.count > 60)
    #expect(all.filter { !$0.tooDeep.isEmpty }.count > 10)
    #expect(all.contains { $0.starts.keys.contains { $0.count > 1 } })
  }

  /// A chain of many bodies without a holder is one question, about its first, and no slow one.
  @Test func asksOnceAboutALongChain() {
    var draw = DelegationDraw(seed: 0)
    draw.bodies = (0..<5_000).map { "C\($0)" }
    draw.lines = (0..<4_999).map {
      DelegationDraw.Line(id: "l\($0)", from: "C\($0)", to: "C\($0 + 1)", functions: ["quality"])
    }
    let kinds = Dictionary(uniqueKeysWithValues: draw.bodies.map { ($0, OrganisationKind.place) })
    let report = draw.graph(
      check: .delegationRooted, parameters: Self.parameters, kinds: kinds, whole: draw.bodies
    ).findings([.unrootedDelegation])
    #expect(report.findings.map(\.subjects) == [["C0"]])
  }

  private struct Matter: Hashable {
    var function: String?
    var service: String?
    var area: String?
  }

  private struct Answer {
    /// Bodies with which a chain starts that no holder is behind, with the functions of it.
    var starts: [[String]: Set<String?>] = [:]
    var tooDeep: Set<String> = []
    var unheld: Set<String> = []
  }

  private static func matters(of line: DelegationDraw.Line) -> [Matter] {
    func each(_ list: [String]) -> [String?] { list.isEmpty ? [nil] : list }
    return each(line.functions).flatMap { function in
      each(line.services).flatMap { service in
        each(line.areas).map { Matter(function: function, service: service, area: $0) }
      }
    }
  }

  /// Here a line takes in whatever it is asked for where nothing is asked.
  private static func takesIn(_ line: DelegationDraw.Line, _ matter: Matter) -> Bool {
    (matter.function == nil || DelegationDraw.functions.takesIn(matter.function, line.functions))
      && (matter.service == nil || DelegationDraw.services.takesIn(matter.service, line.services))
      && (matter.area == nil || DelegationDraw.areas.takesIn(matter.area, line.areas))
  }

  private static func expected(_ draw: DelegationDraw) -> Answer {
    var answer = Answer()
    var atDepth: Set<String> = []
    let empty = Set(
      draw.lines.filter { line in
        matters(of: line).contains { matter in
          steps(to: line.from, draw.lines.filter { takesIn($0, matter) }) == nil
        }
      }
      .map(\.id))
    for line in draw.lines {
      for matter in matters(of: line) {
        let lines = draw.lines.filter { takesIn($0, matter) }
        guard let steps = steps(to: line.from, lines) else {
          answer.unheld.insert(line.from)
          let start = start(of: line.from, lines.filter { empty.contains($0.id) })
          if start.contains(line.from) { answer.starts[start, default: []].insert(matter.function) }
          continue
        }
        if steps == 2 { atDepth.insert(line.from) }
      }
    }
    // A body that delegates what it does not hold is asked that first.
    answer.tooDeep = atDepth.subtracting(answer.unheld)
    return answer
  }

  /// The least number of lines from the holder, by trying one more each time.
  private static func steps(to body: String, _ lines: [DelegationDraw.Line]) -> Int? {
    var reached: Set<String> = ["B0"]
    for steps in 0..<20 {
      if reached.contains(body) { return steps }
      reached.formUnion(lines.filter { reached.contains($0.from) }.map(\.to))
    }
    return nil
  }

  /// All that lead to a body and to which it leads, if all that lead to it are of these.
  private static func start(of body: String, _ lines: [DelegationDraw.Line]) -> [String] {
    func closure(_ next: (DelegationDraw.Line) -> (String, String)) -> Set<String> {
      var reached: Set<String> = [body]
      for _ in 0..<20 {
        for line in lines where reached.contains(next(line).0) { reached.insert(next(line).1) }
      }
      return reached
    }
    let before = closure { ($0.to, $0.from) }
    let after = closure { ($0.from, $0.to) }
    return before.isSubset(of: after) ? before.sorted() : []
  }
}
