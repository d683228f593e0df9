import DataPackage
import Governance
import Testing

/// Templates and parameters as they are read, with what is wrong in them told.
@Suite struct LoadDataTests {
  private func read(_ template: String) -> RegimeResult {
    let text = """
      id: t
      title: T
      status: proposed
      documents: [{id: D, title: A document}]
      templates:
        - {id: T1, load: meeting, provider: {kind: trust}, \(template),
           share: {low: 0.1, mode: 0.2, high: 0.3, provenance: measured, basis: counted},
           statement: It meets, citation: {document: D}, confidence: assumed}
      """
    return RegimeReader().regime(text, named: "t.yaml", extending: RegimeLibrary([]))
  }

  /// What the tables of England write is what a user's file may write.
  @Test func theUnitsOfEnglandAreTaken() throws {
    let register = try #require(LoadFixtures.england)
    #expect(register.parameters.count > 50)
    for row in register.parameters {
      let symbol = try #require(LoadSymbol(rawValue: row.symbol))
      #expect(symbol.takes(unit: row.unit), "\(row.id): \(row.unit)")
    }
  }

  @Test func everyWayToTheBodiesIsRead() throws {
    let place = OrganisationPattern(kind: .place)
    let ways: [(String, LoadTemplate.Reach)] = [
      ("forumKind: k", .itself),
      (
        "forumKind: k, along: [worksIn, contains], object: {kind: place}",
        .along([.worksIn, .contains], place)
      ),
      ("forumKind: k, arrangements: [collaborative]", .arrangements([.collaborative])),
      ("forumKind: k, overseers: quality", .overseers(function: "quality", nil)),
      (
        "forumKind: k, overseers: quality, object: {kind: place}",
        .overseers(function: "quality", place)
      ),
    ]
    for (text, reach) in ways {
      let result = read(text)
      #expect(result.diagnostics == [], "\(text)")
      let template = try #require(result.regime?.template("T1"))
      #expect(template.reach == reach && template.kind == "k" && !template.isInternal)
      #expect(template.share.mode == 0.2 && template.share.provenance == .measured)
    }
  }

  @Test func whatIsWrongInATemplateIsTold() {
    let broken: [(String, String)] = [
      ("along: [home], object: {kind: ics}", "forumKind is missing."),
      ("forumKind: k, along: [home]", "does not say to whom the steps lead"),
      ("forumKind: k, arrangements: [collaborative], overseers: quality", "says twice"),
      ("forumKind: k, arrangements: [colaborative]", "arrangements is"),
      ("forumKind: k, wrong: 1", "There is no key"),
    ]
    for (text, what) in broken {
      let result = read(text)
      #expect(result.regime == nil, "\(text)")
      #expect(result.diagnostics.contains { $0.what.contains(what) }, "\(text)")
    }
  }

  /// A template of the same id takes the place of the one it extends; `without` leaves one out.
  @Test func templatesAreTakenOverReplacedAndLeftOut() throws {
    let base = try #require(read("forumKind: k").regime)
    let library = RegimeLibrary([base])
    let child = { (rest: String) in
      RegimeReader().regime(
        "id: c\ntitle: C\nstatus: proposed\nextends: t\n" + rest, named: "c.yaml",
        extending: library)
    }
    #expect(child("").regime?.templates == base.templates)
    #expect(child("without: [T1]").regime?.templates == [])
    let replaced = child(
      """
      templates:
        - {id: T1, load: contract, provider: {kind: trust}, arrangements: [cluster],
           share: {low: 0, mode: 1, high: 1, provenance: measured, basis: b},
           statement: S, citation: {document: D}, confidence: derived}
      """)
    #expect(replaced.diagnostics == [])
    #expect(replaced.regime?.templates.map(\.load) == [.contract])
  }

  @Test func parametersMustFitTheirSymbolsAndNameWhatIsThere() {
    var sketch = LoadSketch()
    sketch.register.sources = [Source(id: "src", title: "A source")]
    sketch.organisation("T", .region)
    for index in sketch.register.organisations.indices {
      sketch.register.organisations[index].provenance.source = "src"
    }
    let told = { (rows: [Parameter]) -> [String] in
      sketch.register.parameters = rows
      return sketch.register.problems().map(\.field)
    }
    #expect(told([LoadFixtures.parameter(.sigma, "return", 0, 0.5, 1)]) == [])
    #expect(told([LoadFixtures.parameter(.sigma, "return", 0, 0.5, 1.5)]) == ["high"])
    #expect(told([LoadFixtures.parameter(.h, "return", 0, 0.5, 1.5)]) == [])
    #expect(told([LoadFixtures.parameter(.d, "k", 1, 1, 1, organisation: "X")]) == ["organisation"])
    #expect(told([LoadFixtures.parameter(.d, "k", 1, 1, 1, forum: "T")]) == ["forum"])
    let (one, other) = (
      LoadFixtures.parameter(.d, "k", 1, 1, 1, id: "a"),
      LoadFixtures.parameter(.d, "k", 1, 1, 1, organisation: "T", id: "b")
    )
    #expect(told([one, other]) == [], "one for all and one for a body are not the same")
    var again = other
    again.id = "c"
    #expect(told([one, other, again]) == ["symbol"])
  }
}
