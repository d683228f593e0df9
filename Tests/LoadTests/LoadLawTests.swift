import Governance
import Testing

/// What holds of every load, tried on England and on the illustration.
@Suite struct LoadLawTests {
  static let days = [LoadFixtures.first, LoadFixtures.second]

  /// The formulas of the method page, written out once more, from the figures of each term.
  private func closedForm(_ term: LoadTerm) -> Double {
    var value: [LoadSymbol: Double] = [:]
    for factor in term.parts.flatMap(\.factors) { value[factor.symbol] = factor.range.mode }
    let get = { (symbol: LoadSymbol, blank: Double) in value[symbol] ?? blank }
    let (n, a) = (get(.n, 1), get(.a, 1))
    switch term.component {
    case .meetings:
      let (s, d, u) = (get(.s, 0), get(.d, 0), get(.u, get(.uHost, 0)))
      return n * a * (s * d * (1 + get(.rho, 0)) + s * get(.w, 0) + u)
    case .returns:
      let k = Double(term.bodies.count)
      return n * a * get(.h, 0) * (1 + (k - 1) * (1 - get(.sigma, 0)))
    case .reviews: return n * a * get(.v, 0)
    case .contracts: return n * a * get(.q, 0)
    }
  }

  @Test(arguments: days) func theClosedFormIsTheMode(_ day: CalendarDate) throws {
    let model = try LoadFixtures.england(on: day)
    let equations = LoadEquations([model])
    #expect(model.trusts.count > 200)
    for load in model.trusts {
      let closed = load.terms.reduce(0) { $0 + closedForm($1) }
      #expect(abs(closed - load.mode) <= 1e-9 * max(1, closed), "\(load.trust.id)")
      let subject = [LoadSubject(load.trust.id)]
      #expect(abs(closed - equations.mode(of: subject)) <= 1e-9 * max(1, closed))
      for measure in [LoadMeasure.directors, .duplication, .baseline, .reconciliation] {
        let expected = load.mode(of: measure)
        #expect(abs(equations.mode(of: subject, measure) - expected) <= 1e-9 * max(1, expected))
      }
    }
  }

  /// The sum of each component in each draw is the headline, and quantiles lie within the interval.
  @Test(arguments: days) func intervalsHoldAllDraws(_ day: CalendarDate) throws {
    let equations = LoadEquations([try LoadFixtures.england(on: day)])
    for shape in LoadShape.allCases {
      let simulation = LoadSimulation(equations, settings: .init(draws: 500, shape: shape))
      for summary in simulation.summaries() {
        let draws = simulation.draws(of: [LoadSubject(summary.trust)])
        let spread = summary.headline
        #expect(draws.allSatisfy { spread.interval.contains($0) }, "\(summary.trust)")
        #expect(spread.interval.contains(spread.mode))
        #expect(spread.p10.value <= spread.median.value)
        #expect(spread.median.value <= spread.p90.value)
        let parts = LoadComponent.allCases.reduce(0) { $0 + (summary.components[$1]?.mode ?? 0) }
        #expect(abs(parts - spread.mode) <= 1e-9 * max(1, parts))
        #expect((0...1).contains(summary.unvalidatedShare))
      }
    }
  }

  /// Any change of one input moves a load by its slope: it is affine in each input alone.
  @Test func aChangeOfAnInputMovesTheTotalByItsSlope() throws {
    let equations = LoadEquations([try LoadFixtures.england(on: LoadFixtures.first)])
    let subject = [LoadSubject("RYC")]
    let modes = equations.inputs.map(\.range.mode)
    for (index, input) in equations.inputs.enumerated() {
      for step in [1.0, -0.5, 7.25] {
        var values = modes
        values[index] += step
        let moved = equations.total(of: subject, at: values) - equations.mode(of: subject)
        let slope = equations.slope(of: subject, by: input)
        #expect(abs(moved - step * slope) <= 1e-7, "\(input.identity)")
      }
    }
  }

  /// The derivative by a parameter is the load of the same register with the parameter one higher.
  @Test func theSlopeIsWhatAChangedTableGives() throws {
    let before = try LoadFixtures.england(on: LoadFixtures.first)
    let equations = LoadEquations([before])
    for id in ["contract-q", "return-sigma", "place_board-rho", "any-u", "review-v", "hwb-d"] {
      let after = try LoadFixtures.england(on: LoadFixtures.first) { register in
        for index in register.parameters.indices where register.parameters[index].id == id {
          register.parameters[index].mode = register.parameters[index].mode.map { $0 + 0.125 }
        }
      }
      let input = try #require(equations.inputs.first { $0.origin.reference == id })
      for trust in ["RYC", "RX9", "RY7"] as [Code] {
        let moved = try #require(after.load(of: trust)).mode - #require(before.load(of: trust)).mode
        let slope = equations.slope(of: [LoadSubject(trust)], by: input)
        #expect(abs(moved - 0.125 * slope) <= 1e-7, "\(id) \(trust)")
      }
    }
  }

  @Test func breakEvenValuesMakeLoadsEqual() throws {
    let equations = LoadEquations([try IllustrationTests.model()])
    let modes = equations.inputs.map(\.range.mode)
    for (first, second) in [("SEPARATE", "LEAD"), ("LEAD", "REGIONAL")] as [(Code, Code)] {
      let (one, other) = ([LoadSubject(first)], [LoadSubject(second)])
      let found = equations.breakEven(between: one, and: other)
      #expect(!found.isEmpty)
      for breakEven in found {
        let index = try #require(equations.inputs.firstIndex(of: breakEven.input))
        guard let value = breakEven.value else {
          #expect(breakEven.slope == 0)
          continue
        }
        var values = modes
        values[index] = value
        let gap =
          equations.total(of: one, at: values) - equations.total(of: other, at: values)
        #expect(abs(gap) <= 1e-6, "\(breakEven.input.identity)")
      }
    }
  }

  /// Six contracts against one and a half: 3459.5 − 1562.5 hours less at 4.5 for each hour of q.
  @Test func theBreakEvenValueOfAContractIsThatWorkedOut() throws {
    let equations = LoadEquations([try IllustrationTests.model()])
    let found = try #require(
      equations.breakEven(between: [LoadSubject("SEPARATE")], and: [LoadSubject("LEAD")])
        .first { $0.input.symbol == .q })
    #expect(found.difference == 1897 && abs(found.slope - 4.5) < 1e-9)
    #expect(abs((found.value ?? 0) - (150 - 1897 / 4.5)) < 1e-9)
    #expect(!found.isWithinRange, "no contract costs less than nothing")
    // No hours of travel make a difference between two trusts that travel alike.
    var sketch = LoadSketch()
    sketch.organisation("Q", .ics)
    for trust in ["T", "U"] as [Code] {
      sketch.organisation(trust, .trust, [.acute])
      sketch.forum(Code("F-\(trust)"), "k", of: "Q", n: 6, d: trust == "T" ? 2 : 3)
      sketch.seat(Code("F-\(trust)"), trust, 1)
    }
    let alike = LoadEquations([LoadFixtures.load(sketch.register)])
    let travel = try #require(
      alike.breakEven(between: [LoadSubject("T")], and: [LoadSubject("U")])
        .first { $0.input.symbol == .w })
    #expect(travel.value == nil && travel.slope == 0)
  }

  @Test func theOrderOfTablesChangesNothing() throws {
    let straight = LoadEquations([try LoadFixtures.england(on: LoadFixtures.second)])
    let turned = LoadEquations([
      try LoadFixtures.england(on: LoadFixtures.second) { register in
        register.organisations.reverse()
        register.relations.reverse()
        register.arrangements.reverse()
        register.parties.reverse()
        register.forums.reverse()
        register.seats.reverse()
        register.parameters.reverse()
      }
    ])
    for (one, other) in zip(straight.models[0].trusts, turned.models[0].trusts) {
      #expect(one == other, "\(one.trust.id)")
    }
    let settings = LoadSimulation.Settings(draws: 200)
    #expect(
      LoadSimulation(straight, settings: settings).summaries()
        == LoadSimulation(turned, settings: settings).summaries())
  }

  /// Trusts share their draws: each has the same load alone as among all.
  @Test func aTrustAloneHasTheSameLoadAsAmongAll() throws {
    let register = try #require(LoadFixtures.england)
    let regime = try #require(LoadFixtures.regimes?.inForce(on: LoadFixtures.first))
    let graph = AccountabilityGraph(register, on: LoadFixtures.first, under: regime)
    let book = ParameterBook(register.parameters)
    let all = LoadSimulation(
      LoadEquations([LoadModel(graph, book: book)]), settings: .init(draws: 300))
    let alone = LoadSimulation(
      LoadEquations([LoadModel(graph, book: book, of: ["RYC"])]), settings: .init(draws: 300))
    #expect(all.draws(of: [LoadSubject("RYC")]) == alone.draws(of: [LoadSubject("RYC")]))
  }

  @Test func theNumberOfThreadsChangesNothing() throws {
    let equations = LoadEquations([
      try LoadFixtures.england(on: LoadFixtures.first),
      try LoadFixtures.england(on: LoadFixtures.second),
    ])
    let runs = [1, 2, 7].map { threads in
      LoadSimulation(equations, settings: .init(draws: 1_000, threads: threads))
    }
    let subjects = [LoadSubject("RYC"), LoadSubject("RYC", model: 1), LoadSubject("RX9")]
    for run in runs.dropFirst() {
      #expect(run.summaries() == runs[0].summaries())
      #expect(run.summaries(model: 1) == runs[0].summaries(model: 1))
      #expect(run.ranks(among: subjects) == runs[0].ranks(among: subjects))
    }
    for row in runs[0].ranks(among: subjects) { #expect(abs(row.reduce(0, +) - 1) < 1e-12) }
  }

  /// The seed moves the draws, and nothing but the draws.
  @Test func anotherSeedGivesOtherDrawsWithinTheirError() throws {
    let equations = LoadEquations([try IllustrationTests.model()])
    let subject = LoadSubject("SEPARATE")
    let one = LoadSimulation(equations).spread(of: [subject])
    let other = LoadSimulation(equations, settings: .init(seed: 1)).spread(of: [subject])
    #expect(one.median != other.median)
    #expect(one.mode == other.mode && one.interval == other.interval)
    for (left, right) in [(one.p10, other.p10), (one.median, other.median), (one.p90, other.p90)] {
      #expect(abs(left.value - right.value) < 5 * (left.standardError + right.standardError))
      #expect(left.standardError > 0 && left.standardError < 0.01 * left.value)
    }
  }

  /// Where no record replaces what is modelled, a further forum never lowers a load.
  @Test func aFurtherForumNeverLowersALoad() throws {
    let before = try LoadFixtures.england(on: LoadFixtures.second)
    let kinds = Set(try #require(LoadFixtures.england).forums.map(\.kind)).sorted()
    for kind in kinds {
      let after = try LoadFixtures.england(on: LoadFixtures.second) { register in
        register.forums.append(Forum(id: "NEW", kind: kind, name: "New", parent: "RYC"))
        for (index, trust) in (["RYC", "RX9", "RAJ"] as [Code]).enumerated() {
          register.seats.append(
            Seat(id: "NEW\(index)", forum: "NEW", organisation: trust, role: .member))
        }
      }
      for load in after.trusts {
        let old = try #require(before.load(of: load.trust.id)).mode
        #expect(load.mode >= old - 1e-9, "\(kind) \(load.trust.id)")
      }
    }
  }

  /// Two forums with the same members made one, as often and as long as the greater of the two.
  @Test func mergingForumsWithTheSameMembersNeverRaisesALoad() {
    var dice = Dice(seed: 7)
    for _ in 0..<40 {
      let figures = (0..<4).map { _ in Double(Int.random(in: 1...12, using: &dice)) }
      let counts = (0..<3).map { _ in Double(Int.random(in: 1...3, using: &dice)) }
      let load = { (merged: Bool) -> [Double] in
        var sketch = LoadSketch()
        sketch.organisation("Q", .ics)
        for index in 0..<3 { sketch.organisation(Code("T\(index)"), .trust, [.acute]) }
        let n = merged ? [max(figures[0], figures[1])] : [figures[0], figures[1]]
        let d = merged ? [max(figures[2], figures[3])] : [figures[2], figures[3]]
        for place in n.indices {
          sketch.forum(Code("F\(place)"), "k", of: "Q", n: n[place], d: d[place])
          for index in 0..<3 {
            sketch.seat(Code("F\(place)"), Code("T\(index)"), counts[index])
          }
        }
        return LoadFixtures.load(sketch.register).trusts.map(\.mode)
      }
      // Both together may be less than the greater number of the longer meetings; that is no merger.
      let (apart, together) = (load(false), load(true))
      guard
        figures[0] * figures[2] + figures[1] * figures[3]
          >= max(figures[0], figures[1]) * max(figures[2], figures[3])
      else { continue }
      for (one, other) in zip(apart, together) { #expect(other <= one + 1e-9) }
    }
  }
}
