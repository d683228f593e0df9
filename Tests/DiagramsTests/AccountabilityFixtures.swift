import DataPackage
import Governance
import Graphs
import Testing

@testable import Diagrams

/// Graphs of accountability made for a test.
struct AccountabilityFixtures {
  static let today = FootprintFixtures.today
  static let provenance = Provenance(source: "made-up")

  /// A regime that adds a chain to Parliament, a regulator and two lines to every trust.
  static let regime = Regime(
    id: "test", title: "Rules of the test", status: .inForce,
    documents: [CitedDocument(id: "D", title: "A made-up document")],
    standing: [
      rule("nhse-parliament", .accountableTo, ["NAT"], ["PARL"]),
      StandingRule(
        id: "region-nhse", line: .accountableTo, subject: OrganisationPattern(kind: .region),
        object: pattern(["NAT"]), basis: .custom, statement: "Regions answer.",
        citation: Citation(document: "D"), confidence: .derived),
      StandingRule(
        id: "ics-region", line: .accountableTo, subject: OrganisationPattern(kind: .ics),
        object: OrganisationPattern(kind: .region), along: [.containedIn], basis: .statute,
        statement: "ICSs answer.", citation: Citation(document: "D"), confidence: .derived),
      StandingRule(
        id: "trust-nhse", line: .accountableTo, subject: OrganisationPattern(kind: .trust),
        object: pattern(["NAT"]), functions: ["quality"], basis: .statute, byDesign: true,
        statement: "Trusts answer.", citation: Citation(document: "D"), confidence: .derived),
      StandingRule(
        id: "cqc", line: .oversees,
        subject: OrganisationPattern(kind: .regulator), object: OrganisationPattern(kind: .trust),
        functions: ["quality"], basis: .statute, byDesign: true, statement: "It inspects.",
        citation: Citation(document: "D"), confidence: .recorded),
    ],
    expectations: [
      Expectation(
        id: "X", checks: [.oneOverseer], level: .should, severity: .warning,
        subjects: OrganisationPattern(kind: .trust), statement: "One body leads.", needs: "Lines",
        citation: Citation(document: "D", section: "1"), confidence: .recorded),
      Expectation(
        id: "Y", checks: [.oneRegion], level: .may, severity: .info,
        subjects: OrganisationPattern(kind: .trust), statement: "One region.", needs: "Lines",
        citation: Citation(document: "D", section: "2"), confidence: .recorded),
    ],
    functions: TermOrder([
      TermOrder.Term(id: "quality", title: "quality"),
      TermOrder.Term(id: "finance", title: "finance"),
    ]))

  private static func pattern(_ codes: [Code]) -> OrganisationPattern {
    OrganisationPattern(kind: .national, codes: codes)
  }

  private static func rule(
    _ id: String, _ kind: RelationKind, _ subject: [Code], _ object: [Code]
  ) -> StandingRule {
    StandingRule(
      id: id, line: kind, subject: pattern(subject), object: pattern(object), basis: .statute,
      statement: "It answers.", citation: Citation(document: "D"), confidence: .recorded)
  }

  /// The register of a provider `P1` in the ICSs of some regions, each of which oversees and funds
  /// it, with national bodies and a regulator.
  static func register(
    regions: [Int], reached: Int, name: (String) -> String = { "Name of \($0)" }
  ) -> Register {
    var register = FootprintFixtures.register(
      regions: regions,
      reaches: (0..<reached).map { FootprintFixtures.Reach(role: $0 == 0 ? .home : .serves) },
      places: 2, name: name)
    for (code, kind) in [
      ("PARL", OrganisationKind.national), ("NAT", .national), ("REG", .regulator),
    ] {
      register.organisations.append(
        Organisation(id: Code(code), kind: kind, name: name(code), provenance: provenance))
    }
    for number in 1...max(1, reached) {
      for kind in [RelationKind.oversees, .funds] {
        register.relations.append(
          Relation(
            id: "\(kind.rawValue)-\(number)", kind: kind, subject: Code("S\(number)"), object: "P1",
            functions: kind == .oversees ? ["quality"] : ["finance"], basis: .agreement,
            strength: .formal, provenance: provenance))
      }
    }
    return register
  }

  /// The graph of a register under the regime of the test.
  static func graph(_ register: Register) -> AccountabilityGraph {
    AccountabilityGraph(register, on: today, under: regime)
  }

  /// The view of `P1` and the findings about it.
  static func view(_ register: Register) -> AccountabilityView {
    let graph = graph(register)
    return AccountabilityView(
      "P1", in: graph, findings: graph.findings().findings(about: "P1"),
      geography: Geography(graph.atlas))
  }

  /// The graph of England on a day under the regime in force.
  static func england(on date: CalendarDate) throws -> AccountabilityGraph {
    let folder = try #require(Dataset.england.folder)
    let register = try #require(PackageLoader().load(folder: folder.path).register)
    let regimes = try #require(Library.regimes.folder)
    let library = try #require(RegimeReader().library(folder: regimes.path).library)
    return AccountabilityGraph(
      register, on: date, under: try #require(library.inForce(on: date)))
  }
}
