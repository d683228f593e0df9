@testable import Governance

/// Registers with lines of accountability, in a few words.
struct LinesSketch {
  var register = Register(title: "A sketch", sources: [Source(id: "S", title: "A source")])
  var regime = Regime(
    id: "sketch", title: "A sketch", status: .inForce,
    functions: TermOrder([
      TermOrder.Term(id: "quality", title: "quality"),
      TermOrder.Term(id: "safety", title: "safety", within: ["quality"]),
      TermOrder.Term(id: "finance", title: "finance"),
      TermOrder.Term(id: "commissioning", title: "commissioning"),
    ]),
    services: TermOrder([
      TermOrder.Term(id: "special", title: "special"),
      TermOrder.Term(id: "burns", title: "burns", within: ["special"]),
    ]))
  private var count = 0

  var graph: AccountabilityGraph {
    AccountabilityGraph(register, on: day("2026-04-01"), under: regime)
  }

  static func provenance(
    _ confidence: Confidence = .recorded, to: CalendarDate? = nil
  ) -> Provenance {
    Provenance(period: Period(to: to), source: "S", confidence: confidence)
  }

  mutating func add(_ kind: OrganisationKind, _ codes: Code..., sectors: [Sector] = []) {
    for code in codes {
      register.organisations.append(
        Organisation(
          id: code, kind: kind, name: code.text, sectors: sectors,
          provenance: Self.provenance()))
    }
  }

  mutating func line(
    _ subject: Code, _ kind: RelationKind, _ object: Code, _ functions: [String] = [],
    services: [String] = [], areas: [Code] = [], role: ServiceRole? = nil,
    instrument: String? = nil, confidence: Confidence = .recorded, to: CalendarDate? = nil
  ) {
    count += 1
    register.relations.append(
      Relation(
        id: "L\(count)", kind: kind, subject: subject, object: object, role: role,
        functions: functions, services: services, areas: areas, instrument: instrument,
        provenance: Self.provenance(confidence, to: to)))
  }

  mutating func arrangement(
    _ code: Code, _ kind: ArrangementKind, functions: [String] = [], services: [String] = [],
    instrument: String? = nil, _ parties: [(Code, PartyRole)]
  ) {
    register.arrangements.append(
      Arrangement(
        id: code, kind: kind, name: code.text, functions: functions, services: services,
        instrument: instrument, provenance: Self.provenance()))
    for (organisation, role) in parties {
      count += 1
      register.parties.append(
        Party(
          id: "P\(count)", arrangement: code, organisation: organisation, role: role,
          provenance: Self.provenance()))
    }
  }

  mutating func forum(
    _ code: Code, of parent: Code, _ level: ForumLevel?, decides: Bool?,
    functions: [String] = [], services: [String] = [], instrument: String? = nil
  ) {
    register.forums.append(
      Forum(
        id: code, kind: "board", name: code.text, parent: parent, level: level,
        decisionMaking: decides, instrument: instrument, functions: functions, services: services,
        provenance: Self.provenance()))
  }

  /// A rule that makes one body of a code accountable to another, so that the second is on top.
  mutating func rule(_ id: String, _ subject: Code, accountableTo object: Code) {
    regime.documents = [CitedDocument(id: "D", title: "An Act")]
    regime.standing.append(
      StandingRule(
        id: id, line: .accountableTo,
        subject: OrganisationPattern(kind: .national, codes: [subject]),
        object: OrganisationPattern(kind: .national, codes: [object]), basis: .statute,
        statement: "It does.", citation: Citation(document: "D", section: "section 1"),
        confidence: .recorded))
  }

  /// A hierarchy: trusts T and U, boards I and J, region R, and N answering to the top P.
  static var nation: LinesSketch {
    var sketch = LinesSketch()
    sketch.add(.national, "P", "N")
    sketch.add(.region, "R")
    sketch.add(.ics, "I", "J")
    sketch.add(.place, "A")
    sketch.add(.trust, "T", "U")
    sketch.rule("nation", "N", accountableTo: "P")
    sketch.line("R", .contains, "I")
    sketch.line("R", .contains, "J")
    sketch.line("I", .contains, "A")
    sketch.line("T", .serves, "I", role: .home)
    sketch.line("U", .serves, "J", role: .home)
    sketch.line("R", .accountableTo, "N")
    sketch.line("I", .accountableTo, "R")
    return sketch
  }
}
