import Testing

@testable import Governance

@Suite struct ValidationRecordTests {
  @Test func aSoundRegisterHasNoProblem() {
    var sketch = ValidationSketch()
    sketch.organisation("Q0", .ics, from: 0)
    sketch.organisation("R0", .trust, from: 5)
    sketch.line("R0", .serves, "Q0", role: .home, from: 5)
    #expect(sketch.told == [])
    #expect(Register().problems() == [])
  }

  @Test func identifiersAreUsedOnceInTheirSpace() {
    var sketch = ValidationSketch()
    sketch.organisation("A", .national)
    sketch.organisation("A", .national)
    sketch.organisation("a b", .national)
    sketch.register.forums.append(
      Forum(id: "A", kind: "board", name: "Clash", provenance: Provenance(source: "src")))
    // Another space: a source may bear the name of an organisation.
    sketch.register.sources.append(Source(id: "A", title: "Another"))
    #expect(
      sketch.told == [
        "A id: The id A is used already by record 1 of organisations.",
        "a b id: The id is not an identifier.",
        "A id: The id A is used already by record 1 of organisations.",
      ])
    let unread = UnreadRecords(identifiers: [.arrangements: ["B"]])
    var other = ValidationSketch()
    other.organisation("B", .national)
    #expect(
      other.register.problems(besides: unread).map(\.message) == [
        "The id B is used by another row as well."
      ])
  }

  @Test func referencesLeadSomewhere() {
    var sketch = ValidationSketch()
    sketch.organisation("RYC", .otherProvider)
    sketch.line("RYC", .memberOf, "RCY")
    sketch.register.relations[0].provenance.source = "sources"
    let told = sketch.register.problems()
    #expect(told.map(\.field) == ["object", "source"])
    #expect(
      told.map(\.remedy) == [
        "Did you mean RYC? Correct it, or add RCY to organisations.csv.",
        "Correct it, or add sources to sources.csv.",
      ])
    let unread = UnreadRecords(
      identifiers: [.organisations: ["RCY"]], incompleteTables: [.sources])
    #expect(sketch.register.problems(besides: unread) == [])
    sketch.register.relations[0].provenance.source = ""
    #expect(sketch.problems(with: "names no source").count == 1)
  }

  @Test func figuresOutOfRangeAreFound() {
    var sketch = ValidationSketch()
    sketch.organisation("A", .national)
    sketch.organisation("B", .national)
    for share in [-0.1, 1.1, .nan, .infinity] {
      sketch.register.relations = []
      sketch.line("A", .funds, "B", ofObject: share)
      #expect(sketch.register.problems().map(\.field) == ["shareOfObject"], "\(share)")
    }
    sketch.register.relations = []
    for value in [-1, 1e13, .nan, .infinity] {
      sketch.register.measures = [
        Measure(
          id: "M", organisation: "A", kind: .boardSize, value: value, unit: "people",
          provenance: Provenance(source: "src"))
      ]
      #expect(sketch.register.problems().map(\.field) == ["value"], "\(value)")
    }
    sketch.register.measures = []
    sketch.register.organisations[0].location = Coordinate(latitude: 91, longitude: 0)
    sketch.register.organisations[1].shortName = String(repeating: "x", count: 25)
    sketch.register.parameters = [
      Parameter(
        id: "P1", forumKind: "k", symbol: "n", low: 3, high: 2, unit: "u", origin: .measured,
        source: "src", confidence: .recorded),
      Parameter(
        id: "P2", forumKind: "k", symbol: "d", unit: "u", origin: .measured, source: "src",
        confidence: .recorded),
    ]
    #expect(sketch.register.problems().map(\.field) == ["latitude", "shortName", "low", "mode"])
  }

  @Test func fieldsThatDoNotGoTogetherAreFound() {
    var sketch = ValidationSketch()
    sketch.organisation("Q0", .ics)
    sketch.organisation("Q1", .ics)
    sketch.organisation("N", .national)
    sketch.organisation("P", .otherProvider)
    sketch.organisation("R", .trust, exception: "a test")
    sketch.register.organisations[4].sectors = []
    sketch.line("P", .serves, nil, among: ["Q0"])
    sketch.line("N", .serves, "Q0", role: .serves)
    sketch.line("P", .serves, "Q0", role: .serves, ofObject: 0.5)
    sketch.line("P", .serves, "Q1", role: .serves, basis: "people")
    sketch.line("N", .funds, "Q1", role: .home)
    sketch.line("N", .funds, nil)
    sketch.line("N", .funds, "Q0", among: ["Q0", "Q1"])
    sketch.line("N", .funds, "N")
    let told = sketch.register.problems().map { "\($0.severity) \($0.recordID) \($0.field)" }
    #expect(
      told == [
        "warning R sectors", "warning L1 objectAmong", "warning L2 subject",
        "warning L3 shareBasis", "warning L4 shareBasis", "error L5 role", "error L6 object",
        "error L7 objectAmong", "error L8 object",
      ])
  }

  @Test func successionFitsTheLivesOfBoth() {
    // What each pair of lives should call forth for a merger on day 50.
    let cases: [(before: (Int?, Int?), after: (Int?, Int?), told: [String])] = [
      ((0, 49), (50, nil), []),
      ((nil, 49), (nil, nil), []),
      ((0, 50), (50, nil), ["date"]),
      ((0, 40), (50, nil), ["date"]),
      ((0, nil), (50, nil), ["predecessor"]),
      ((50, 60), (50, nil), ["date"]),
      ((0, 49), (51, nil), ["date"]),
      ((0, 49), (0, 49), ["date"]),
      ((0, 49), (0, 50), []),
    ]
    for (before, after, told) in cases {
      var sketch = ValidationSketch()
      sketch.organisation("A", .regulator, from: before.0, to: before.1)
      sketch.organisation("B", .regulator, from: after.0, to: after.1)
      sketch.succession(.merger, "A", "B", on: 50)
      #expect(sketch.register.problems().map(\.field) == told, "\(before) \(after)")
    }
  }

  @Test func kindsOfSuccessionHaveTheirShapes() {
    var sketch = ValidationSketch()
    sketch.organisation("A", .regulator, to: 49)
    sketch.organisation("B", .regulator)
    sketch.succession(.closure, "A", nil, on: 50)
    sketch.succession(.rename, "B", "B", on: 50)
    sketch.succession(.boundaryTransfer, "B", "B", on: 50)
    sketch.succession(.cluster, "A", "B", on: 40)
    #expect(sketch.told == [])
    sketch.succession(.closure, "A", "B", on: 50)
    sketch.succession(.merger, "A", nil, on: 50)
    sketch.succession(.merger, "B", "B", on: 50)
    #expect(
      sketch.told == [
        "X5 successor: A closure has a successor.",
        "X6 successor: A \"merger\" has no successor.",
        "X7 successor: B is said to follow itself.",
      ])
  }

  @Test func listsOfProblemsAreOrderedAndCut() {
    var sketch = ValidationSketch()
    for index in 0..<50 { sketch.line("A", .funds, Code("B\(index)")) }
    let all = sketch.register.problems()
    #expect(all.count == 100)
    #expect(all.map(\.row) == (0..<50).flatMap { [$0, $0] })
    let cut = sketch.register.problems(limit: 10)
    #expect(cut.count == 11)
    #expect(Array(cut.prefix(10)) == Array(all.prefix(10)))
    #expect(cut.last?.message == "More problems of this table are not listed.")
  }
}
