import Testing

@testable import Governance

@Suite struct LinesOfAccountTests {
  private func account(
    _ sketch: LinesSketch, _ code: Code, about function: String? = nil
  ) throws -> LinesOfAccount {
    try #require(LinesOfAccount(of: code, in: sketch.graph, about: function))
  }

  @Test func whoActsOnABodyIsAnsweredToByIt() throws {
    var sketch = LinesSketch.nation
    sketch.line("I", .oversees, "T", ["quality"])
    sketch.line("T", .accountableTo, "I", ["finance"])
    sketch.line("T", .oversees, "U")
    let lines = try account(sketch, "T")
    #expect(
      lines.answersTo.map { "\($0.functions): \($0.lines.map { "\($0.kind) \($0.other)" })" } == [
        "[\"quality\"]: [\"oversees I\"]", "[\"finance\"]: [\"accountableTo I\"]",
      ])
    #expect(lines.answeredBy.flatMap(\.lines).map(\.other) == ["U"])
    #expect(lines.answeredBy[0].functions.isEmpty)
  }

  @Test(arguments: [
    (RelationKind.accountableTo, true), (.regardTo, true), (.escalatesTo, true), (.oversees, false),
    (.intervenes, false), (.commissions, false), (.funds, false), (.delegatesTo, false),
    (.scrutinises, false), (.appoints, false), (.hosts, false),
  ])
  func whoAnswersIsAtTheStartOfSomeLinesAndAtTheEndOfOthers(
    kind: RelationKind, startAnswers: Bool
  ) throws {
    var sketch = LinesSketch()
    sketch.add(.trust, "A", "B")
    sketch.line("A", kind, "B")
    let start = try account(sketch, "A")
    #expect(start.answersTo.flatMap(\.lines).map(\.other) == (startAnswers ? ["B"] : []))
    #expect(start.answeredBy.flatMap(\.lines).map(\.other) == (startAnswers ? [] : ["B"]))
  }

  @Test func aFunctionTakesInLinesAboutAllAndAboutPartsOfIt() throws {
    var sketch = LinesSketch.nation
    sketch.line("I", .oversees, "T", ["safety"])
    sketch.line("J", .oversees, "T", ["finance"])
    sketch.line("N", .intervenes, "T")
    func others(_ function: String) throws -> [Code] {
      try account(sketch, "T", about: function).answersTo.flatMap(\.lines).map(\.other)
    }
    #expect(try others("quality") == ["N", "I"])
    #expect(try others("safety") == ["N", "I"])
    #expect(try others("finance") == ["N", "J"])
    #expect(try others("commissioning") == ["N"])
  }

  @Test func onlyOrganisationsInForceHaveLines() {
    var sketch = LinesSketch.nation
    sketch.arrangement("X", .cluster, [("I", .member)])
    #expect(LinesOfAccount(of: "X", in: sketch.graph) == nil)
    #expect(LinesOfAccount(of: "nobody", in: sketch.graph) == nil)
  }

  @Test func aLineEndsWithItsLastDay() throws {
    var sketch = LinesSketch.nation
    sketch.line("I", .oversees, "T", to: day("2026-03-31"))
    #expect(try account(sketch, "T").answersTo.isEmpty)
    sketch.line("J", .oversees, "T", to: day("2026-04-01"))
    #expect(try account(sketch, "T").answersTo.flatMap(\.lines).map(\.other) == ["J"])
  }

  @Test func aLineWithCandidatesOnlyIsToldOfEachAndOfNoneForSure() throws {
    var sketch = LinesSketch.nation
    sketch.register.relations.append(
      Relation(
        id: "X", kind: .commissions, subject: "I", objectAmong: ["U", "T"],
        provenance: LinesSketch.provenance()))
    for code in ["I", "T", "U"] as [Code] {
      let lines = try account(sketch, code)
      #expect(lines.candidates.map(\.among) == [["T", "U"]])
      #expect(
        (lines.answersTo + lines.answeredBy).flatMap(\.lines).allSatisfy { $0.kind != .commissions }
      )
    }
    #expect(try account(sketch, "J").candidates.isEmpty)
    #expect(try account(sketch, "I", about: "finance").candidates.count == 1)
  }

  @Test func anArrangementIsOneEntryWithAllItsParties() throws {
    var sketch = LinesSketch.nation
    sketch.arrangement(
      "L", .leadCommissioning, services: ["999"],
      [("T", .provider), ("J", .associate), ("I", .lead)])
    sketch.arrangement("C", .collaborative, [("T", .member), ("I", .system)])
    let provider = try account(sketch, "T")
    #expect(provider.arrangements.map(\.arrangement.id) == ["L", "C"])
    let lead = provider.arrangements[0]
    #expect(lead.roles == [.provider])
    #expect(lead.parties.map(\.organisation) == ["I", "J", "T"])
    #expect(lead.organisations(.associate) == ["J"])
    // A board is not part of what merely works in its area.
    #expect(try account(sketch, "I").arrangements.map(\.arrangement.id) == ["L"])
    // What has no functions is about commissioning by its kind, or may be about anything.
    #expect(try account(sketch, "T", about: "finance").arrangements.map(\.arrangement.id) == ["C"])
  }

  @Test func everyLineIsToldOnceFromEachEnd() throws {
    for seed in 0..<20 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var sketch = LinesSketch()
      let codes = (0..<8).map { Code("B\($0)") }
      for code in codes { sketch.add(.trust, code) }
      for _ in 0..<40 {
        let pair = codes.shuffled(using: &generator).prefix(2)
        sketch.line(
          pair[0], RelationKind.ofAccount.randomElement(using: &generator)!, pair[1],
          Bool.random(using: &generator) ? ["quality"] : [])
      }
      let graph = sketch.graph
      var up: [String] = []
      var down: [String] = []
      for code in codes {
        let lines = try #require(LinesOfAccount(of: code, in: graph))
        for line in lines.answersTo.flatMap(\.lines) { up.append(told(line, code, line.other)) }
        for line in lines.answeredBy.flatMap(\.lines) { down.append(told(line, line.other, code)) }
      }
      #expect(up.count == 40)
      #expect(up.sorted() == down.sorted())
    }
  }

  private func told(_ line: LineOfAccount, _ below: Code, _ above: Code) -> String {
    "\(line.witness[0].record.id) \(line.kind) \(below) under \(above)"
  }
}

@Suite struct LinesOfAccountChainTests {
  private func account(_ sketch: LinesSketch, _ code: Code) throws -> LinesOfAccount {
    try #require(LinesOfAccount(of: code, in: sketch.graph))
  }

  @Test func aChainGoesUpToTheBodyAtWhichTheRulesEnd() throws {
    let sketch = LinesSketch.nation
    #expect(sketch.regime.top == ["P"])
    let lines = try account(sketch, "I")
    #expect(lines.chains.map(\.bodies) == [["I", "R", "N", "P"]])
    #expect(lines.chains[0].end == .top)
    #expect(lines.chains[0].functions.isEmpty)
    #expect(lines.unaccounted.isEmpty)
    #expect(lines.chains[0].steps.map(\.line.rule) == [nil, nil, "nation"])
    let top = try account(sketch, "P")
    #expect(top.isTop && top.chains.isEmpty && top.unaccounted.isEmpty)
  }

  @Test func aChainThatEndsEarlySaysSo() throws {
    var sketch = LinesSketch.nation
    sketch.add(.regulator, "Q")
    sketch.line("T", .accountableTo, "Q", ["quality"])
    sketch.line("T", .accountableTo, "I", ["finance"])
    let lines = try account(sketch, "T")
    #expect(lines.chains.map(\.bodies) == [["T", "I", "R", "N", "P"], ["T", "Q"]])
    #expect(lines.chains.map(\.end) == [.top, .open])
    #expect(lines.chains.map(\.functions) == [["finance"], ["quality"]])
    #expect(lines.unaccounted == ["commissioning"])
    #expect(lines.chains[0].steps[0].others == ["Q"])
    #expect(lines.chains[0].steps[1].others.isEmpty)
  }

  @Test func aLineForOneServiceCarriesNoChainForAll() throws {
    var sketch = LinesSketch.nation
    // A short cut, but for one service only.
    sketch.line("R", .accountableTo, "P", services: ["special"])
    sketch.line("T", .accountableTo, "R")
    sketch.line("U", .accountableTo, "R", services: ["burns"])
    #expect(try account(sketch, "T").chains.map(\.bodies) == [["T", "R", "N", "P"]])
    // Burns lie within what is special, so their chain may take it.
    let burns = try account(sketch, "U").chains
    #expect(burns.map(\.bodies) == [["U", "R", "P"]])
    #expect(burns[0].services == ["burns"])
  }

  @Test func aChainDoesNotChangeItsFunctionOnTheWay() throws {
    var sketch = LinesSketch.nation
    sketch.add(.otherProvider, "M")
    sketch.line("T", .accountableTo, "M", ["quality", "finance"])
    sketch.line("M", .accountableTo, "P", ["quality"])
    let chains = try account(sketch, "T").chains
    #expect(chains.map(\.bodies) == [["T", "M", "P"], ["T", "M"]])
    #expect(chains.map(\.functions) == [["quality"], ["finance"]])
    #expect(chains.map(\.end) == [.top, .open])
  }

  @Test func aCircleIsNoWayUp() throws {
    var sketch = LinesSketch.nation
    sketch.add(.otherProvider, "M")
    sketch.line("T", .accountableTo, "U")
    sketch.line("U", .accountableTo, "M")
    sketch.line("M", .accountableTo, "T")
    let chains = try account(sketch, "T").chains
    #expect(chains.map(\.end) == [.circle])
    #expect(chains.map(\.bodies) == [["T", "U"]])
  }

  @Test func aStatementMakesNotKnownNone() throws {
    var sketch = LinesSketch.nation
    #expect(try !account(sketch, "T").accountabilityIsWhole)
    sketch.register.completeness.append(
      Completeness(
        id: "W", subject: "T", aspect: .accountability, provenance: LinesSketch.provenance()))
    let lines = try account(sketch, "T")
    #expect(lines.accountabilityIsWhole)
    #expect(lines.unaccounted == ["quality", "finance", "commissioning"])
  }

  @Test func chainsAreAsShortAsTheShortestOfAllPaths() throws {
    var reached = 0
    for seed in 0..<60 {
      var generator = SeededGenerator(seed: UInt64(seed))
      var sketch = LinesSketch()
      let codes = (0..<7).map { Code("B\($0)") }
      sketch.add(.national, "P", "N")
      sketch.rule("nation", "N", accountableTo: "P")
      for code in codes { sketch.add(.trust, code) }
      var lines: [(Code, Code, [String])] = [("N", "P", [])]
      for _ in 0..<14 {
        let from = codes.randomElement(using: &generator)!
        let to = (codes + ["N"]).filter { $0 != from }.randomElement(using: &generator)!
        let functions = [[], ["quality"], ["finance"], ["safety"]].randomElement(using: &generator)!
        lines.append((from, to, functions))
        sketch.line(from, .accountableTo, to, functions)
      }
      let graph = sketch.graph
      for code in codes {
        let account = try #require(LinesOfAccount(of: code, in: graph))
        for function in ["quality", "safety", "finance", "commissioning"] {
          let allowed = lines.filter {
            $0.2.isEmpty || $0.2 == [function] || (function == "safety" && $0.2 == ["quality"])
          }.map { ($0.0, $0.1) }
          let least = shortest(from: code, to: "P", allowed, [code])
          let wide = function == "safety" ? ["safety", "quality"] : [function]
          let found = account.chains.filter { chain in
            chain.end == .top
              && (chain.functions.isEmpty || chain.functions.contains(where: wide.contains))
          }
          .map(\.steps.count).min()
          #expect(found == least, "seed \(seed) \(code) \(function)")
          if found != nil { reached += 1 }
        }
      }
    }
    #expect(reached > 100)
  }

  /// The length of the shortest of all simple paths, tried one by one.
  private func shortest(
    from: Code, to: Code, _ lines: [(Code, Code)], _ seen: Set<Code>
  ) -> Int? {
    if from == to { return 0 }
    return lines.filter { $0.0 == from && !seen.contains($0.1) }
      .compactMap { shortest(from: $0.1, to: to, lines, seen.union([$0.1])) }.min().map { $0 + 1 }
  }
}

@Suite struct LinesOfAccountDisputeTests {
  private func routes(_ sketch: LinesSketch) throws -> DisputeRoutes {
    try #require(LinesOfAccount(of: "T", in: sketch.graph)).disputes
  }

  @Test func withoutARecordTheRouteIsNotKnownUnlessStatedWhole() throws {
    var sketch = LinesSketch.nation
    #expect(try routes(sketch).routes.isEmpty && !routes(sketch).isWhole)
    sketch.register.completeness.append(
      Completeness(id: "W", subject: "T", aspect: .escalation, provenance: LinesSketch.provenance())
    )
    #expect(try routes(sketch).isWhole)
  }

  @Test func anArbiterIsTiedByWhatItDoesAndByWhoAnswersToWhom() throws {
    var sketch = LinesSketch.nation
    sketch.add(.representativeBody, "Z")
    sketch.line("I", .commissions, "T")
    sketch.line("T", .escalatesTo, "R")
    sketch.line("R", .escalatesTo, "Z")
    let first = try routes(sketch)
    #expect(first.parties == ["I"])
    #expect(first.routes.map(\.arbiter) == ["R", "Z"])
    #expect(first.routes.map(\.through) == [[], ["R"]])
    // The board answers to the region, and to nobody else.
    #expect(first.routes[0].ties == [.partyAnswers(party: "I", through: [])])
    #expect(first.independent.map(\.arbiter) == ["Z"])

    sketch.line("R", .oversees, "T", ["finance"])
    sketch.line("N", .funds, "T")
    let second = try routes(sketch)
    #expect(second.parties == ["I", "N", "R"])
    #expect(
      second.routes[0].ties == [
        .actsOnBody([.oversees]), .partyAnswers(party: "I", through: []),
        .answersToParty(party: "N", through: []),
      ])
  }

  @Test func aPartyThatAnswersThroughOthersTies() throws {
    var sketch = LinesSketch.nation
    sketch.line("I", .oversees, "T")
    sketch.line("T", .escalatesTo, "N")
    #expect(try routes(sketch).routes[0].ties == [.partyAnswers(party: "I", through: ["R"])])
  }

  @Test func theLeadOfAnArrangementIsAParty() throws {
    var sketch = LinesSketch.nation
    sketch.arrangement(
      "L", .leadCommissioning, [("J", .lead), ("I", .associate), ("T", .provider)])
    sketch.line("T", .escalatesTo, "J")
    let found = try routes(sketch)
    #expect(found.parties == ["J"])
    #expect(found.routes[0].ties == [.actsOnBody([.commissions])])
  }
}

@Suite struct LinesOfAccountCommissioningTests {
  @Test func theFourLinesMayPointToFourBodies() throws {
    var sketch = LinesSketch.nation
    sketch.add(.trust, "B", sectors: [.specialist])
    sketch.add(.national, "M")
    sketch.line("B", .serves, "I", role: .home)
    sketch.line("N", .delegatesTo, "I", ["commissioning"], services: ["special"])
    sketch.arrangement(
      "JC", .jointCommittee, services: ["special"], [("I", .member), ("J", .member)])
    sketch.line("M", .funds, "I")
    let lines = try #require(LinesOfAccount(of: "I", in: sketch.graph)).commissioning
    #expect(lines.map(\.service) == ["special"])
    #expect(lines[0].accountable.map(\.body) == ["N"])
    #expect(lines[0].commissions.map(\.body) == ["I"])
    #expect(lines[0].decides.map(\.body) == ["JC"])
    #expect(lines[0].funds.map(\.body) == ["M"])
    #expect(lines[0].bodies == ["I", "JC", "M", "N"])
    // For the specialist trust of the board the same but the money, of which nothing is known.
    let trust = try #require(LinesOfAccount(of: "B", in: sketch.graph)).commissioning
    #expect(trust[0].commissions.map(\.body) == ["I"])
    #expect(trust[0].accountable.map(\.body) == ["N"])
    #expect(trust[0].funds.isEmpty)
    // An ordinary trust of the board is not asked, unless a line of it names the service.
    #expect(try #require(LinesOfAccount(of: "T", in: sketch.graph)).commissioning.isEmpty)
    sketch.line("J", .commissions, "T", services: ["burns"])
    let named = try #require(LinesOfAccount(of: "T", in: sketch.graph)).commissioning
    #expect(named[0].commissions.map(\.body) == ["I", "J"])
    // The other board was delegated nothing.
    #expect(try #require(LinesOfAccount(of: "J", in: sketch.graph)).commissioning.isEmpty)
  }

  @Test func delegationOnwardsLeavesTheFirstAccountable() throws {
    var sketch = LinesSketch.nation
    sketch.arrangement(
      "D", .delegation, services: ["special"], [("N", .lead), ("J", .member)])
    sketch.line("J", .delegatesTo, "I", services: ["burns"], confidence: .assumed)
    let lines = sketch.graph.commissioningLines(of: "I")
    #expect(lines.map(\.service) == ["burns"])
    #expect(lines[0].accountable.map(\.body) == ["N"])
    #expect(lines[0].commissions.map(\.confidence) == [.assumed])
    // Back again: nobody is behind a circle.
    sketch.line("I", .delegatesTo, "N", services: ["special"])
    #expect(sketch.graph.commissioningLines(of: "I")[0].accountable.isEmpty)
  }

  @Test func aForumDecidesOnlyIfItIsSaidTo() {
    var sketch = LinesSketch.nation
    sketch.line("N", .delegatesTo, "I", services: ["special"])
    sketch.forum("F1", of: "I", .ics, decides: nil, services: ["special"])
    sketch.forum("F2", of: "I", .ics, decides: true)
    #expect(sketch.graph.commissioningLines(of: "I")[0].decides.isEmpty)
    sketch.forum("F3", of: "I", .ics, decides: true, services: ["burns"])
    #expect(sketch.graph.commissioningLines(of: "I")[0].decides.map(\.body) == ["F3"])
  }
}
