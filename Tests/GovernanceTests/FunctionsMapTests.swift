import Testing

@testable import Governance

@Suite struct FunctionsMapTests {
  private func map(_ sketch: LinesSketch, _ code: Code = "I") throws -> FunctionsMap {
    try #require(FunctionsMap(of: code, in: sketch.graph))
  }

  private func cell(
    _ map: FunctionsMap, _ function: String, _ level: FunctionsMap.Level
  ) throws -> FunctionsMap.Cell {
    let row = try #require(map.rows.first { $0.function == function })
    return try #require(row.cells.first { $0.level == level })
  }

  private func told(_ entries: [FunctionsMap.Entry]) -> [String] {
    entries.map { "\($0.body) \($0.way) \($0.towards.map(\.text).joined(separator: "+"))" }
  }

  @Test func onlyAnICSHasAMap() {
    #expect(FunctionsMap(of: "T", in: LinesSketch.nation.graph) == nil)
    #expect(FunctionsMap(of: "I", in: LinesSketch.nation.graph) != nil)
  }

  @Test func whatIsNotRecordedIsNotKnown() throws {
    let map = try map(.nation)
    // The widest functions only; nothing names safety.
    #expect(map.rows.map(\.function) == ["quality", "finance", "commissioning"])
    #expect(map.rows.allSatisfy { $0.cells.map(\.level) == FunctionsMap.Level.allCases })
    // The board, the region and the national body answer for all they do.
    #expect(
      map.coverage
        == FunctionsMap.Coverage(cells: 18, deciders: 0, accountable: 9, instruments: 3, unknown: 9)
    )
    #expect(told(try cell(map, "finance", .national).accountable) == ["N answers P"])
    #expect(try cell(map, "finance", .national).instruments == ["An Act, section 1"])
    #expect(try cell(map, "quality", .place).isUnknown)
  }

  @Test func eachBodyStandsAtItsLevelUnderItsFunctions() throws {
    var sketch = LinesSketch.nation
    sketch.line("R", .oversees, "T", ["finance"])
    sketch.line("I", .oversees, "T", ["quality"])
    sketch.line("I", .oversees, "U", ["quality"])
    sketch.line("N", .funds, "I", ["finance"], instrument: "A letter")
    sketch.line("I", .commissions, "T")
    sketch.forum("F", of: "A", nil, decides: true, functions: ["quality"], instrument: "Terms")
    let map = try map(sketch)
    #expect(told(try cell(map, "finance", .region).deciders) == ["R oversees T"])
    #expect(told(try cell(map, "quality", .ics).deciders) == ["I oversees T+U"])
    #expect(told(try cell(map, "finance", .national).deciders) == ["N funds I"])
    #expect(
      try cell(map, "finance", .national).instruments == ["A letter", "An Act, section 1"])
    #expect(told(try cell(map, "commissioning", .ics).deciders) == ["I commissions T"])
    #expect(told(try cell(map, "quality", .place).deciders) == ["F decides A"])
    #expect(try cell(map, "quality", .region).deciders.isEmpty)
  }

  @Test func othersActOnlyWhereTheyTouchTheICS() throws {
    var sketch = LinesSketch.nation
    sketch.line("R", .oversees, "U", ["finance"])
    sketch.line("J", .oversees, "T", ["quality"])
    let map = try map(sketch)
    #expect(try cell(map, "finance", .region).deciders.isEmpty)
    #expect(try cell(map, "quality", .ics).deciders.isEmpty)
    #expect(
      told(try cell(try self.map(sketch, "J"), "finance", .region).deciders) == ["R oversees U"])
  }

  @Test func aPartOfAFunctionHasItsOwnRowAndTheWholeHoldsInIt() throws {
    var sketch = LinesSketch.nation
    sketch.line("I", .oversees, "T", ["safety"])
    sketch.line("N", .oversees, "T", ["quality"])
    let map = try map(sketch)
    #expect(map.rows.map(\.function) == ["quality", "safety", "finance", "commissioning"])
    #expect(try cell(map, "quality", .ics).deciders.isEmpty)
    #expect(told(try cell(map, "safety", .ics).deciders) == ["I oversees T"])
    #expect(told(try cell(map, "safety", .national).deciders) == ["N oversees T"])
  }

  @Test func delegationMovesTheFunctionAndNotTheAccountability() throws {
    var sketch = LinesSketch.nation
    sketch.line("N", .delegatesTo, "I", ["commissioning"], services: ["special"])
    sketch.line("I", .delegatesTo, "A", ["quality"])
    let map = try map(sketch)
    #expect(told(try cell(map, "commissioning", .ics).deciders) == ["I exercises N"])
    #expect(
      told(try cell(map, "commissioning", .national).accountable) == [
        "N answers P", "N delegates I",
      ])
    #expect(told(try cell(map, "quality", .place).deciders) == ["A exercises I"])
    #expect(told(try cell(map, "quality", .ics).accountable) == ["I answers R", "I delegates A"])
    #expect(map.commissioning.map(\.service) == ["special"])
  }

  @Test func arrangementsOfSeveralBoardsHaveTheirOwnLevel() throws {
    var sketch = LinesSketch.nation
    sketch.arrangement(
      "L", .leadCommissioning, services: ["999"], instrument: "A contract",
      [("J", .lead), ("I", .associate), ("T", .provider)])
    sketch.arrangement(
      "JC", .jointCommittee, functions: ["quality"], [("I", .member), ("J", .member)])
    sketch.arrangement("K", .leadCommissioning, [("I", .lead), ("T", .provider)])
    let map = try map(sketch)
    #expect(told(try cell(map, "commissioning", .multiICS).deciders) == ["J leads I+T"])
    #expect(try cell(map, "commissioning", .multiICS).instruments == ["A contract"])
    #expect(told(try cell(map, "commissioning", .ics).deciders) == ["I leads T"])
    #expect(told(try cell(map, "quality", .multiICS).deciders) == ["JC decides "])
  }

  @Test func whatNamesNoFunctionIsPutApartAndFillsNoCell() throws {
    var sketch = LinesSketch.nation
    sketch.forum("F", of: "I", .ics, decides: true)
    sketch.forum("G", of: "I", .ics, decides: nil, functions: ["quality"])
    sketch.forum("H", of: "I", .ics, decides: false, functions: ["quality"])
    sketch.forum("B", of: "T", .provider, decides: true, functions: ["quality"])
    sketch.arrangement("C", .cluster, [("I", .member), ("J", .member)])
    let map = try map(sketch)
    #expect(map.coverage.deciders == 0)
    #expect(told(map.unplaced) == ["F decides I", "G meets I", "C shares "])
  }

  @Test func anIrrelevantBodyChangesNothing() throws {
    var sketch = LinesSketch.nation
    sketch.line("R", .oversees, "T", ["finance"])
    let before = try map(sketch)
    sketch.add(.trust, "V")
    sketch.add(.region, "S")
    sketch.line("S", .oversees, "V", ["quality"])
    #expect(try map(sketch) == before)
  }

  /// A long way of reports, and a ring as long, take neither long nor much stack.
  @Test(.timeLimit(.minutes(1)), arguments: [nil, "F19999"] as [Code?])
  func manyForumsThatReportToOneAnother(_ last: Code?) throws {
    var sketch = LinesSketch.nation
    sketch.register.forums = (0..<20_000).map { number in
      Forum(
        id: Code("F\(number)"), kind: "committee", name: "Committee", parent: "I", level: .ics,
        decisionMaking: true, reportsTo: number == 0 ? last : Code("F\(number - 1)"),
        functions: ["quality"])
    }
    let deciders = try cell(map(sketch), "quality", .ics).deciders
    #expect(deciders.count { $0.way == .decides } == 20_000)
  }
}
