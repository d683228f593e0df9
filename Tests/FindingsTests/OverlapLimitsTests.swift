import Governance
import Testing

/// What an overlap is limited to, where the same bodies overlap in several ways.
struct OverlapLimitsTests {
  /// All services of one place, and one service everywhere, are not all services everywhere.
  @Test func areToldApart() {
    var register = Register()
    register.organisations =
      ["A", "B"].map { Organisation(id: Code($0), kind: .ics, name: $0) }
      + [Organisation(id: "T", kind: .trust, name: "T")]
      + [Organisation(id: "P", kind: .place, name: "P")]
    let sure = Provenance(confidence: .recorded)
    let unsure = Provenance(confidence: .assumed)
    register.relations = [
      Relation(id: "all", kind: .oversees, subject: "A", object: "T", provenance: sure),
      Relation(
        id: "place", kind: .oversees, subject: "B", object: "T", areas: ["P"], provenance: sure),
      Relation(
        id: "calls", kind: .oversees, subject: "B", object: "T", services: ["999"],
        provenance: unsure),
    ]
    let rule = Expectation(
      id: "X32", checks: [.oneOverseer], level: .must, severity: .warning,
      subjects: OrganisationPattern(kind: .trust), statement: "One overseer.", needs: "lines",
      citation: Citation(document: "D"), confidence: .recorded)
    let world = World(
      name: "limits", register: register, date: CalendarDate(daysSince1970: 20_000),
      regime: Regime(id: "r", title: "r", status: .inForce, expectations: [rule]))
    let findings = world.report().findings
    #expect(
      Set(findings.map { [$0.services, $0.areas.map(\.text)] }) == [[[], ["P"]], [["999"], []]])
    // Each shows every line that it speaks of, and is no surer than the weakest.
    #expect(
      Set(findings.map { $0.witness.map(\.record.id).sorted() })
        == [["all", "place"], ["all", "calls", "place"]])
    #expect(findings.first { $0.services == ["999"] }?.confidence == .assumed)
  }
}
