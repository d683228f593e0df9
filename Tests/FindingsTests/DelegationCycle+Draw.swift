import Governance

/// A small register of delegations, drawn by chance from a seed.
struct DelegationDraw {
  /// A line of delegation.
  struct Line {
    var id: String
    var from: String
    var to: String
    var functions: [String] = []
    var services: [String] = []
    var areas: [String] = []
  }

  /// Words, and for each the broader ones.
  struct Order {
    let above: [String: Set<String>]

    /// Everything, then the words.
    var words: [String?] { [nil] + above.keys.sorted().map(Optional.some) }

    /// Whether a list takes in a word; everything is taken in by the empty list only.
    func takesIn(_ word: String?, _ list: [String]) -> Bool {
      guard let word else { return list.isEmpty }
      return list.isEmpty || list.contains(word) || !above[word]!.isDisjoint(with: list)
    }

    /// The words that lie within no other; none if everything is among them.
    func broadest(_ words: Set<String?>) -> [String] {
      if words.contains(nil) { return [] }
      let all = Set(words.compactMap(\.self))
      return all.filter { above[$0]!.isDisjoint(with: all) }.sorted()
    }
  }

  static let functions = Order(above: [
    "quality": [], "safety": ["quality"], "experience": ["quality"], "finance": [],
  ])
  static let services = Order(above: ["acute": [], "eye": ["acute"], "999": []])
  static let areas = Order(above: ["L1": [], "L2": ["L1"], "L3": []])

  var bodies: [String]
  var lines: [Line]

  /// Draws three to six bodies and as many to twice as many lines.
  init(seed: UInt64) {
    var chance = Chance(state: seed &* 7_919 &+ 17)
    let bodies = (0..<(3 + chance.below(4))).map { "B\($0)" }
    let count = bodies.count + chance.below(bodies.count + 1)
    self.bodies = bodies
    lines = (0..<count).compactMap { number in
      let from = chance.below(bodies.count)
      let to = chance.below(bodies.count)
      let line = Line(
        id: "l\(number)", from: bodies[from], to: bodies[to],
        functions: chance.some(of: Self.functions), services: chance.some(of: Self.services),
        areas: chance.some(of: Self.areas))
      return from == to ? nil : line
    }
  }

  /// The draw as a graph under a regime with one rule.
  ///
  /// - Parameters:
  ///   - check: the check of the rule.
  ///   - parameters: its parameters.
  ///   - kinds: what the bodies are; boards if nothing is said.
  ///   - whole: the bodies of whom it is stated whole to whom they are accountable.
  func graph(
    check: ExpectationCheck, parameters: RuleParameters, kinds: [String: OrganisationKind] = [:],
    whole: [String] = []
  ) -> AccountabilityGraph {
    let councils = ["L1", "L2", "L3"].map {
      Organisation(id: Code($0), kind: .localAuthority, name: $0)
    }
    let contains = Relation(id: "c1", kind: .contains, subject: "L1", object: "L2")
    let register = Register(
      organisations: bodies.map {
        Organisation(id: Code($0), kind: kinds[$0] ?? .ics, name: $0)
      } + councils,
      relations: lines.map {
        Relation(
          id: $0.id, kind: .delegatesTo, subject: Code($0.from), object: Code($0.to),
          functions: $0.functions, services: $0.services, areas: $0.areas.map { Code($0) })
      } + [contains],
      completeness: whole.map {
        Completeness(id: "w-\($0)", subject: Code($0), aspect: .accountability)
      })
    let rule = Expectation(
      id: "E", checks: [check], level: .must, severity: .error, parameters: parameters,
      statement: "", needs: "", citation: Citation(document: "D"), confidence: .recorded)
    let regime = Regime(
      id: "R", title: "R", status: .inForce, expectations: [rule],
      functions: Self.terms(Self.functions), services: Self.terms(Self.services))
    return AccountabilityGraph(
      register, on: CalendarDate(iso: "2026-04-01") ?? CalendarDate(daysSince1970: 0),
      under: regime)
  }

  private static func terms(_ order: Order) -> TermOrder {
    TermOrder(
      order.above.keys.sorted().map {
        TermOrder.Term(id: $0, title: $0, within: order.above[$0]!.sorted())
      })
  }

  /// The generator SplitMix64 (Steele, Lea and Flood, 2014).
  struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }

    /// None of the words, half the time, or one or two.
    mutating func some(of order: Order) -> [String] {
      let words = order.above.keys.sorted()
      if below(2) == 0 { return [] }
      return Set((0..<(1 + below(2))).map { _ in words[below(words.count)] }).sorted()
    }
  }
}
