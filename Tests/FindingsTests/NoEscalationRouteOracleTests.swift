import Governance
import Testing

/// Independent arbiters against a search of the whole graph of escalation without the other side and
/// all that answer to it, on 300 seeded random registers.
struct NoEscalationRouteOracleTests {
  private static let trust = Code("T")
  private static let bodies = (0..<6).map { Code("B\($0)") }

  private static let regime = Regime(
    id: "r", title: "R", status: .inForce, documents: [CitedDocument(id: "D", title: "D")],
    expectations: [
      Expectation(
        id: "X33", checks: [.independentArbiter], level: .should, severity: .warning,
        subjects: OrganisationPattern(kind: .trust), statement: "S", needs: "N",
        citation: Citation(document: "D"), confidence: .recorded)
    ])

  private static func register(_ generator: inout SeededGenerator) -> Register {
    var register = Register()
    register.organisations = [Organisation(id: trust, kind: .trust, name: "Trust")]
    register.organisations += bodies.map { Organisation(id: $0, kind: .national, name: $0.text) }
    func line(_ kind: RelationKind, _ subject: Code, _ object: Code, _ rate: Int) {
      guard subject != object, Int.random(in: 0..<rate, using: &generator) == 0 else { return }
      register.relations.append(
        Relation(
          id: "\(kind.rawValue)-\(subject)-\(object)", kind: kind, subject: subject, object: object,
          basis: .agreement))
    }
    for one in bodies {
      line(.oversees, one, trust, 3)
      line(.escalatesTo, trust, one, 3)
      line(.accountableTo, trust, one, 2)
      for other in bodies {
        line(.accountableTo, one, other, 6)
        line(.escalatesTo, one, other, 4)
      }
    }
    register.completeness = [Completeness(id: "w", subject: trust, aspect: .escalation)]
    return register
  }

  private static func reached(
    from starts: Set<Code>, _ kind: RelationKind, _ register: Register, backwards: Bool = false,
    without: Set<Code> = []
  ) -> Set<Code> {
    var reached = starts
    var grew = true
    while grew {
      grew = false
      for relation in register.relations where relation.kind == kind {
        guard let object = relation.object else { continue }
        let (from, to) = backwards ? (object, relation.subject) : (relation.subject, object)
        if reached.contains(from), !without.contains(to), reached.insert(to).inserted {
          grew = true
        }
      }
    }
    return reached
  }

  @Test func agreesWithASearchOfTheWholeGraph() throws {
    var generator = SeededGenerator(seed: 17)
    let day = try required(CalendarDate(iso: "2026-04-01"))
    var raised = 0
    for _ in 0..<300 {
      let register = Self.register(&generator)
      let hasRoute = register.relations.contains {
        $0.kind == .escalatesTo && $0.subject == Self.trust
      }
      let expected = Self.bodies.filter { body in
        let overseers = register.relations.filter { $0.kind == .oversees }.map(\.subject)
        guard hasRoute, overseers.contains(body) else { return false }
        let under = Self.reached(from: [body], .accountableTo, register, backwards: true)
        let free = Self.reached(from: [Self.trust], .escalatesTo, register, without: under)
        return free == [Self.trust]
      }
      let report = AccountabilityGraph(register, on: day, under: Self.regime).findings()
      #expect(Set(report.findings.map(\.subjects)) == Set(expected.map { [Self.trust, $0] }))
      raised += expected.count
    }
    #expect(raised > 50)
  }
}
