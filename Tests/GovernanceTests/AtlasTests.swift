import GraphCore
import Testing

@testable import Governance

@Suite struct AtlasTests {
  private func sketch() -> RegisterSketch {
    var sketch = RegisterSketch()
    sketch.add("R1", .region)
    sketch.add("Q1", .ics, to: "2026-03-31")
    sketch.add("Q2", .ics, from: "2026-04-01")
    sketch.add("T1", .trust)
    sketch.relate("T1", .serves, "Q1", role: .home, to: "2026-03-31")
    sketch.relate("T1", .serves, "Q2", role: .home, from: "2026-04-01")
    sketch.relate("R1", .contains, "Q1", to: "2026-03-31")
    sketch.relate("R1", .contains, "Q2", from: "2026-04-01")
    return sketch
  }

  @Test func holdsWhatIsInForceOnTheDayAndNothingElse() throws {
    let register = sketch().register
    let before = Atlas(register, on: day("2026-03-31"))
    let after = Atlas(register, on: day("2026-04-01"))
    #expect(before.organisations(of: .ics).map(\.id) == ["Q1"])
    #expect(after.organisations(of: .ics).map(\.id) == ["Q2"])
    #expect(before.node("Q2") == nil)
    #expect(before.graph.edgeCount == 2)
    let trust = try #require(after.node("T1"))
    #expect(
      after.lines(.relation(.serves), from: trust).map { after.organisation($0.node)?.id } == ["Q2"]
    )
  }

  /// On random registers, every record in force whose ends are in force is an edge, and no other.
  @Test(arguments: 0..<20) func edgesAreTheRecordsInForce(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sketch = RegisterSketch()
    let origin = day("2026-01-01")
    func date() -> String? {
      Bool.random(using: &random)
        ? nil : origin.adding(days: Int.random(in: 0..<20, using: &random)).description
    }
    let codes = (0..<12).map { Code("T\($0)") }
    for code in codes { sketch.add(code, .trust, from: date(), to: date()) }
    for _ in 0..<60 {
      sketch.relate(
        codes.randomElement(using: &random)!, RelationKind.allCases.randomElement(using: &random)!,
        codes.randomElement(using: &random)!, from: date(), to: date())
    }
    for offset in 0..<20 {
      let on = origin.adding(days: offset)
      let atlas = Atlas(sketch.register, on: on)
      let alive = Set(
        sketch.register.organisations.filter { $0.provenance.period.contains(on) }.map(\.id))
      let wanted = sketch.register.relations.filter {
        $0.provenance.period.contains(on) && alive.contains($0.subject)
          && alive.contains($0.object!)
      }
      #expect(atlas.records.indices.compactMap { atlas.relation(EdgeID($0)) } == wanted)
      for code in alive {
        let node = atlas.node(code)!
        for kind in RelationKind.allCases {
          #expect(
            atlas.lines(.relation(kind), from: node).compactMap { atlas.relation($0.edge)?.id }
              == wanted.filter { $0.subject == code && $0.kind == kind }.map(\.id))
          #expect(
            Set(atlas.lines(.relation(kind), into: node).compactMap { atlas.relation($0.edge)?.id })
              == Set(wanted.filter { $0.object == code && $0.kind == kind }.map(\.id)))
        }
      }
    }
  }
}
