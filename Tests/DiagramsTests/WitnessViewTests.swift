import Foundation
import Graphviz
import Testing

@testable import Diagrams
@testable import Governance

@Suite("Pictures of witnesses")
struct WitnessViewTests {
  /// A finding with a witness chosen by hand.
  private static func finding(
    subjects: [Code], _ witness: [(RecordReference.Home, String)]
  ) -> Finding {
    Finding(
      id: "F1-000000000000", kind: .multipleOverseers, check: .oneOverseer, severity: .warning,
      subjects: subjects, involved: [], function: nil, services: [], areas: [],
      witness: witness.map {
        Witness(record: RecordReference($0.0, $0.1), period: Period(), confidence: .recorded)
      }, rule: "X", confidence: .recorded, period: Period(), why: "It is so.",
      question: "Is it so?", resolution: "Say so.", design: nil)
  }

  private static func relation(
    _ kind: RelationKind, _ subject: String, _ object: String, confidence: Confidence = .recorded
  ) -> Relation {
    Relation(
      id: "\(subject)-\(kind.rawValue)-\(object)", kind: kind, subject: Code(subject),
      object: Code(object), provenance: Provenance(source: "made-up", confidence: confidence))
  }

  /// A register of bodies A to D with a forum, an arrangement and lines between them.
  private static func register(_ relations: [Relation]) -> Register {
    var register = Register()
    register.sources = [Source(id: "made-up", title: "Made up for a test")]
    for code in ["A", "B", "C", "D"] {
      register.organisations.append(
        Organisation(id: Code(code), kind: .trust, name: "Body \(code)"))
    }
    register.relations = relations
    register.forums = [Forum(id: "F", kind: "board", name: "Forum F", parent: "B")]
    register.seats = [
      Seat(id: "seat-1", forum: "F", organisation: "A", role: .chair, voting: true, post: "chair"),
      Seat(id: "seat-2", forum: "F", organisation: "C", role: .member, voting: false),
    ]
    register.arrangements = [
      Arrangement(id: "L", kind: .leadCommissioning, name: "Arrangement L")
    ]
    register.parties = [
      Party(id: "party-1", arrangement: "L", organisation: "A", role: .provider),
      Party(id: "party-2", arrangement: "L", organisation: "B", role: .lead),
    ]
    return register
  }

  private static func view(_ register: Register, _ finding: Finding) -> WitnessView {
    let graph = AccountabilityFixtures.graph(register)
    return WitnessView(finding, in: WitnessIndex(graph))
  }

  private static func rows(_ register: Register, _ finding: Finding) -> [WitnessRows.Row] {
    let graph = AccountabilityFixtures.graph(register)
    return WitnessRows(WitnessContent(finding, in: WitnessIndex(graph))).rows
  }

  @Test("Lines to one body are rows beside one box, each with its words and its tip")
  func star() throws {
    let register = Self.register([
      Self.relation(.oversees, "B", "A"), Self.relation(.oversees, "C", "A"),
      Self.relation(.funds, "C", "A", confidence: .assumed),
    ])
    let finding = Self.finding(
      subjects: ["A"], register.relations.map { (.table(.relations), $0.id) })
    let rows = Self.rows(register, finding)
    #expect(rows.map(\.bodies) == [["A", "B"], ["A", "C"]])
    #expect(rows.map { $0.bundles.map(\.count) } == [[1], [2]])
    let canvas = Self.view(register, finding).canvas()
    let laws = CanvasLaws(canvas: canvas)
    #expect(laws.violations == [])
    // The title names the first of them, too.
    for (body, times) in [("Body A", 2), ("Body B", 1), ("Body C", 1)] {
      #expect(laws.words.components(separatedBy: body).count == times + 1, "\(body)")
    }
    #expect(laws.words.contains("oversees") && laws.words.contains("?"))
    let tips = canvas.items.compactMap { item -> CanvasLine? in
      if case .line(let line) = item, line.hasTip, line.style == "line-oversees" {
        line
      } else {
        nil
      }
    }
    // The box of A stands at the left: what oversees it points there. One more is in the legend.
    #expect(tips.filter { $0.end.x < $0.start.x }.count == 2)
  }

  @Test("A circle of lines is a row that comes back to where it began")
  func circle() {
    let register = Self.register([
      Self.relation(.delegatesTo, "A", "B"), Self.relation(.delegatesTo, "B", "C"),
      Self.relation(.delegatesTo, "C", "A"),
    ])
    let finding = Self.finding(
      subjects: ["A", "B", "C"], register.relations.map { (.table(.relations), $0.id) })
    #expect(Self.rows(register, finding).map(\.bodies) == [["A", "B", "C", "A"]])
    #expect(CanvasLaws(canvas: Self.view(register, finding).canvas()).violations == [])
  }

  @Test("A chain longer than a row goes on in the next one")
  func chain() {
    var register = Self.register([])
    register.organisations += (1...8).map {
      Organisation(id: Code("N\($0)"), kind: .trust, name: "Link \($0)")
    }
    register.relations = (1...7).map { Self.relation(.accountableTo, "N\($0)", "N\($0 + 1)") }
    let finding = Self.finding(
      subjects: ["N1"], register.relations.map { (.table(.relations), $0.id) })
    let rows = Self.rows(register, finding)
    #expect(rows.reduce(0) { $0 + $1.bundles.count } == 7)
    #expect(rows.allSatisfy { $0.bodies.count <= WitnessRows.width })
    #expect(rows.first?.bodies == ["N1", "N2", "N3", "N4"])
  }

  @Test("Seats, forums, parties and arrangements are drawn as what they are")
  func meetings() throws {
    let register = Self.register([])
    let finding = Self.finding(
      subjects: ["A"],
      [
        (.table(.seats), "seat-1"), (.table(.seats), "seat-2"), (.table(.forums), "F"),
        (.table(.parties), "party-1"), (.table(.parties), "party-2"), (.table(.arrangements), "L"),
      ])
    let view = Self.view(register, finding)
    let laws = CanvasLaws(canvas: view.canvas())
    #expect(laws.violations == [])
    for words in [
      "chairs, votes: chair", "sits on, no vote", "is a forum of it", "provider", "lead", "Forum F",
      "Arrangement L", "Arrangement L is a lead commissioning",
    ] {
      #expect(laws.words.contains(words), "\(words)")
    }
    #expect(laws.canvas.styles.contains(WitnessStyles.meeting))
    #expect(view.diagram().table.rows.count == 6)
  }

  @Test("Every record has its row, and a record that is gone breaks nothing")
  func table() {
    let register = Self.register([Self.relation(.oversees, "B", "A")])
    let finding = Self.finding(
      subjects: ["A"], [(.table(.relations), "B-oversees-A"), (.table(.relations), "gone")])
    let diagram = Self.view(register, finding).diagram()
    #expect(diagram.table.rows.count == 2)
    #expect(diagram.table.rows[0][1] == "Body B" && diagram.table.rows[0][3] == "Body A")
    #expect(diagram.table.rows.allSatisfy { $0.count == diagram.table.columns.count })
    #expect(diagram.name == "witness-F1-000000000000")
  }

  @Test("A witness without a line shows whom the question is about and what the record says")
  func noLine() {
    var register = Self.register([])
    register.completeness = [Completeness(id: "whole", subject: "A", aspect: .oversight)]
    let finding = Self.finding(subjects: ["A"], [(.table(.completeness), "whole")])
    let laws = CanvasLaws(canvas: Self.view(register, finding).canvas())
    #expect(laws.violations == [])
    #expect(laws.words.contains("Body A") && laws.words.contains("stated to be all there are"))
  }

  @Test("A page that has no room for all rows says how many are left to the table")
  func many() {
    var register = Self.register([])
    register.organisations += (1...120).map {
      Organisation(id: Code("N\($0)"), kind: .ics, name: "Overseer \($0)")
    }
    register.relations = (1...120).map { Self.relation(.oversees, "N\($0)", "A") }
    let finding = Self.finding(
      subjects: ["A"], register.relations.map { (.table(.relations), $0.id) })
    let view = Self.view(register, finding)
    let laws = CanvasLaws(canvas: view.canvas())
    #expect(laws.violations == [])
    #expect(laws.words.contains("more of the same in the table"))
    #expect(view.diagram().table.rows.count == 120)
  }

  @Test("Hostile names break nothing", arguments: FootprintFixtures.hostileNames)
  func hostile(name: String) throws {
    var register = Self.register([Self.relation(.oversees, "B", "A")])
    for index in register.organisations.indices { register.organisations[index].name = name }
    register.forums[0].name = name
    let finding = Self.finding(
      subjects: ["A"], [(.table(.relations), "B-oversees-A"), (.table(.seats), "seat-1")])
    let canvas = Self.view(register, finding).canvas()
    #expect(CanvasLaws(canvas: canvas).violations == [])
    _ = try canvas.document.dot(for: Canvas.engine)
  }

  @Test(
    "Every finding about England has a page that keeps the laws",
    arguments: FootprintEnglandTests.dates)
  func england(date: CalendarDate) throws {
    let graph = try AccountabilityFixtures.england(on: date)
    let report = graph.findings()
    let index = WitnessIndex(graph)
    #expect(report.findings.count > 50)
    for finding in report.findings + report.byDesign {
      let view = WitnessView(finding, in: index)
      #expect(CanvasLaws(canvas: view.canvas()).violations == [], "\(finding.id)")
      let diagram = view.diagram()
      #expect(diagram.alternativeText.count <= 120)
      #expect(diagram.table.rows.count == finding.witness.count)
    }
  }
}
