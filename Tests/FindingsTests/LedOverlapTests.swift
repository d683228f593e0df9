import Governance
import Testing

/// Overlaps that are no finding because one of those who oversee leads.
struct LedOverlapTests {
  private static let day = CalendarDate(daysSince1970: 20_000)

  private static func line(
    _ id: String, _ subject: Code, _ functions: [String] = [], strength: Strength = .formal,
    services: [String] = [], areas: [Code] = [], until: CalendarDate? = nil,
    basis: Basis = .agreement
  ) -> Relation {
    Relation(
      id: id, kind: .oversees, subject: subject, object: "T", functions: functions,
      services: services, areas: areas, basis: basis, strength: strength,
      provenance: Provenance(period: Period(to: until)))
  }

  private static func graph(
    _ lines: [Relation], asked: OrganisationKind = .trust
  ) -> AccountabilityGraph {
    var register = Register()
    register.organisations =
      ["A", "B", "C", "D"].map { Organisation(id: Code($0), kind: .ics, name: $0) }
      + [Organisation(id: "T", kind: .trust, name: "T")]
      + ["P1", "P2"].map { Organisation(id: Code($0), kind: .place, name: $0) }
    register.relations = lines
    let rule = Expectation(
      id: "X32", checks: [.oneOverseer], level: .must, severity: .warning,
      subjects: OrganisationPattern(kind: asked), statement: "One overseer.", needs: "lines",
      citation: Citation(document: "D"), confidence: .recorded)
    return AccountabilityGraph(
      register, on: day,
      under: Regime(
        id: "r", title: "r", status: .inForce, expectations: [rule],
        functions: TermOrder([
          .init(id: "quality", title: "quality"),
          .init(id: "safety", title: "safety", within: ["quality"]),
          .init(id: "finance", title: "finance"),
        ])))
  }

  private static func told(_ lines: [Relation]) -> [String] {
    graph(lines).ledOverlaps().map { led in
      "\(led.body): \(led.lead) over \(led.others.map(\.text).joined(separator: "+")) for "
        + (led.functions.joined(separator: "+") + "|" + led.services.joined(separator: "+") + "|"
          + led.areas.map(\.text).joined(separator: "+"))
    }
  }

  @Test func whoLeadsIsSaidWhereLinesMeet() {
    // A leads on finance, which B oversees with all the rest, and C does not; D leads on safety,
    // which is part of what C oversees and of what B does.
    let lines = [
      Self.line("a", "A", ["finance"], strength: .lead), Self.line("b", "B"),
      Self.line("c", "C", ["quality"]), Self.line("d", "D", ["safety"], strength: .lead),
    ]
    #expect(Self.told(lines) == ["T: A over B for finance||", "T: D over B+C for safety||"])
    // What nobody leads is still asked about: quality, of which safety is but a part.
    let open = Self.graph(lines).findings([.multipleOverseers]).findings
    #expect(open.map(\.function) == ["quality"])
    #expect(open.map(\.involved) == [["B", "C"]])
  }

  @Test func aLeadElsewhereLeadsNothingHere() {
    let other = Self.line("b", "B", ["finance"], services: ["999"], areas: ["P2"])
    for lead in [
      Self.line("a", "A", ["quality"], strength: .lead),
      Self.line("a", "A", ["finance"], strength: .lead, services: ["111"]),
      Self.line("a", "A", ["finance"], strength: .lead, areas: ["P1"]),
      Self.line("a", "A", ["finance"], strength: .lead, until: Self.day.adding(days: -1)),
      Self.line("a", "B", ["finance"], strength: .lead),
      Self.line("a", "A", ["finance"], strength: .formal),
    ] {
      #expect(Self.told([lead, other]) == [], "\(lead)")
    }
    let led = Self.line("a", "A", strength: .lead, areas: ["P2"], until: Self.day)
    #expect(Self.told([led, other]) == ["T: A over B for finance|999|P2"])
    #expect(Self.graph([led, other], asked: .ics).ledOverlaps().isEmpty)
    #expect(Self.told([led, Self.line("b", "B", basis: .statute)]) == [])
  }

  @Test func theOrderOfRecordsDecidesNothing() {
    let lines = [
      Self.line("a", "A", strength: .lead), Self.line("b", "B", ["finance", "safety"]),
      Self.line("c", "C", ["finance", "safety"]), Self.line("d", "D"),
    ]
    let expected = ["T: A over D for ||", "T: A over B+C for finance+safety||"]
    #expect(Self.told(lines) == expected)
    #expect(Self.told(lines.reversed()) == expected)
  }

}
