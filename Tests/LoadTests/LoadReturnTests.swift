import Governance
import Testing

/// Which returns count, how often, and for whom.
@Suite struct LoadReturnTests {
  private static func template(_ family: String) -> LoadTemplate {
    LoadTemplate(
      id: "R-\(family)", load: .return, provider: OrganisationPattern(kind: .trust),
      reach: .along([.worksIn], OrganisationPattern(kind: .ics)), kind: family,
      share: .init(low: 0, mode: 0.25, high: 1, provenance: .measured, basis: "counted"),
      statement: "", citation: Citation(document: "D"), confidence: .assumed)
  }

  private static let regime = Regime(
    id: "t", title: "T", status: .proposed, templates: [template("waits"), template("money")])

  private func sketch() -> LoadSketch {
    var sketch = LoadSketch()
    sketch.organisation("T", .trust, [.acute])
    for system in ["Q1", "Q2", "Q3"] as [Code] {
      sketch.organisation(system, .ics)
      sketch.line("T", .serves, system, role: .serves)
    }
    sketch.register.parameters.append(LoadFixtures.parameter(.n, "return", 4, 6, 12))
    return sketch
  }

  private func load(_ sketch: LoadSketch, under regime: Regime = regime) throws -> TrustLoad {
    try #require(LoadFixtures.load(sketch.register, under: regime).load(of: "T"))
  }

  /// One to make and two to repeat at half the effort, a quarter of them, of two families.
  @Test func aModelledFamilyHasItsRecipients() throws {
    // Six times a quarter of twelve hours, and as much again for the two others.
    let load = try load(sketch())
    #expect(load.mode == 72)
    #expect(load.mode(of: .duplication) == 36)
  }

  @Test func aFamilyOnRecordIsNotModelled() throws {
    var sketch = sketch()
    sketch.report("waits", "T", "Q1", 12)
    #expect(try load(sketch).mode == 144 + 36)
    sketch.register.completeness = [Completeness(id: "W", subject: "T", aspect: .returns)]
    #expect(try load(sketch).mode == 144, "all its returns are said to be on record")
  }

  /// Returns of other days, and to bodies that are not there, are none.
  @Test func onlyReturnsOfTheDayCount() throws {
    var sketch = sketch()
    sketch.report("waits", "T", "Q1", 12)
    sketch.report("waits", "T", "GONE", 12)
    sketch.report("waits", "T", "Q2", 12)
    sketch.register.returns[2].provenance.period = Period(to: LoadFixtures.first)
    #expect(try load(sketch, under: LoadFixtures.bare).mode == 144)
    sketch.register.returns[2].provenance.period = Period(from: LoadFixtures.second)
    #expect(try load(sketch, under: LoadFixtures.bare).mode == 144 + 72)
  }

  /// To one recipient the same content goes as often as it is wanted most.
  @Test func twoRecordsOfOneRecipientAreOneReturn() throws {
    for order in [[4.0, 12], [12, 4]] {
      var sketch = sketch()
      for times in order { sketch.report("waits", "T", "Q1", times) }
      #expect(try load(sketch, under: LoadFixtures.bare).mode == 144)
    }
  }

  @Test func aFamilyMayHaveFiguresOfItsOwn() throws {
    var sketch = sketch()
    sketch.report("waits", "T", "Q1", nil)
    sketch.register.parameters += [
      LoadFixtures.parameter(.h, "return.waits", 1, 2, 3),
      LoadFixtures.parameter(.n, "return.waits", 50, 52, 52),
    ]
    #expect(try load(sketch, under: LoadFixtures.bare).mode == 104)
  }

  /// The keenest is served in full, whoever comes first; the others share what is re-used.
  @Test func theKeenestRecipientIsServedInFull() throws {
    var sketch = sketch()
    sketch.register.parameters.append(
      LoadFixtures.parameter(.sigma, "return.waits", 0.75, 0.75, 0.75))
    sketch.report("waits", "T", "Q1", 2)
    sketch.report("waits", "T", "Q2", 12)
    sketch.report("waits", "T", "Q3", 4)
    let load = try load(sketch, under: LoadFixtures.bare)
    // 144 hours for the keenest, six returns of three hours for the others.
    #expect(load.mode == 162)
    // A figure that leaves nothing open counts in the engine as it does in the closed form.
    let equations = LoadEquations([LoadFixtures.load(sketch.register)])
    #expect(equations.mode(of: [LoadSubject("T")]) == load.mode)
    #expect(equations.mode(of: [LoadSubject("T")], .duplication) == 18)
  }
}
