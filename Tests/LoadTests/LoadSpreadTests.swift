import Governance
import Testing

/// Ranges, what moves them, and what is drawn in common.
@Suite struct LoadSpreadTests {
  /// A trust with a forum, returns to two recipients, a review and a contract; a like one beside it.
  private func sketch() -> LoadSketch {
    var sketch = LoadSketch()
    sketch.organisation("Q", .ics)
    for trust in ["T", "U"] as [Code] {
      sketch.organisation(trust, .trust, [.acute])
      sketch.forum(Code("F-\(trust)"), "k", of: "Q", n: 6)
      sketch.seat(Code("F-\(trust)"), trust, trust == "T" ? 1 : 2)
      sketch.line("Q", .oversees, trust)
      sketch.line("Q", .commissions, trust, strength: .formal)
      sketch.report("waits", trust, "Q", 12)
    }
    sketch.organisation("R", .region)
    sketch.report("waits", "T", "R", 12)
    sketch.register.parameters.append(LoadFixtures.parameter(.d, "k", 1, 2, 4))
    return sketch
  }

  /// Triangles and the like keep their form when they are stretched, so that a figure of another
  /// value or row, drawn in common, gives just so much more in every single draw.
  @Test func modelsShareDrawsThoughValuesDiffer() throws {
    let register = sketch().register
    let double = LoadFixtures.parameter(.h, "return", 8, 24, 60, id: "own")
    let equations = LoadEquations([
      LoadFixtures.load(register), LoadFixtures.load(register, overriding: [double]),
    ])
    for shape in LoadShape.allCases {
      let simulation = LoadSimulation(equations, settings: .init(draws: 400, shape: shape))
      let draws = { (model: Int, component: LoadComponent) in
        simulation.draws(of: [LoadSubject("T", model: model)], .component(component))
      }
      for (one, other) in zip(draws(0, .returns), draws(1, .returns)) {
        #expect(abs(other - 2 * one) <= 1e-9 * other)
      }
      #expect(draws(0, .meetings) == draws(1, .meetings))
      #expect(
        simulation.probability(
          that: [LoadSubject("T", model: 1)], exceeds: [LoadSubject("T", model: 0)]) == 1)
    }
    #expect(equations.mode(of: [LoadSubject("T", model: 1)], .component(.returns)) == 432)
  }

  /// Figures of another kind, trust or symbol are drawn apart, though their ranges be the same.
  @Test func figuresOfTheirOwnAreDrawnApart() throws {
    var sketch = sketch()
    let same = { (symbol: LoadSymbol, kind: String, trust: Code?) in
      LoadFixtures.parameter(symbol, kind, 1, 2, 4, organisation: trust)
    }
    sketch.register.parameters = [
      same(.h, "return", nil), same(.v, "review", "T"), same(.v, "review", "U"),
      same(.q, "contract", nil), same(.n, "review", nil),
    ]
    // Each component is one figure times a number: divided by it, it is the draw itself.
    for index in sketch.register.parameters.indices
    where sketch.register.parameters[index].symbol == "n" {
      sketch.register.parameters[index].low = 2
      sketch.register.parameters[index].high = 2
    }
    let simulation = LoadSimulation(
      LoadEquations([LoadFixtures.load(sketch.register)]), settings: .init(draws: 2_000))
    let draws = { (trust: Code, component: LoadComponent) in
      simulation.draws(of: [LoadSubject(trust)], .component(component))
    }
    #expect(draws("T", .contracts) == draws("U", .contracts), "one figure for both trusts")
    let apart = [
      draws("T", .reviews), draws("U", .reviews), draws("T", .contracts), draws("T", .returns),
    ]
    for first in apart.indices {
      for second in apart.indices where second > first {
        #expect(abs(Self.correlation(apart[first], apart[second])) < 0.1)
      }
    }
  }

  /// Nine tenths to six tenths are re-used, so that one to four tenths are made again.
  @Test func whatIsReusedIsTakenAwayInEveryDraw() throws {
    var sketch = sketch()
    sketch.register.parameters = [
      LoadFixtures.parameter(.h, "return", 12, 12, 12),
      LoadFixtures.parameter(.sigma, "return", 0.6, 0.75, 0.9),
    ]
    for index in sketch.register.returns.indices {
      sketch.register.returns[index].timesPerYear = 1
    }
    let equations = LoadEquations([LoadFixtures.load(sketch.register)])
    let draws = LoadSimulation(equations, settings: .init(draws: 4_000))
      .draws(of: [LoadSubject("T")], .duplication)
    #expect(draws.allSatisfy { (1.2...4.8).contains($0) })
    let mean = draws.reduce(0, +) / 4_000
    #expect(abs(mean - 3) < 0.05)
  }

  /// Preparation for two kinds of forum, of like ranges: what a trust spends on one says nothing of
  /// the other.
  @Test func kindsOfForumAreDrawnApart() throws {
    var sketch = LoadSketch()
    sketch.organisation("Q", .ics)
    sketch.organisation("T", .trust, [.acute])
    sketch.organisation("U", .trust, [.acute])
    for (forum, kind, trust) in [("F", "k", "T"), ("G", "j", "U")] {
      sketch.forum(Code(forum), kind, of: "Q", n: 6, d: 2)
      sketch.seat(Code(forum), Code(trust), 1)
    }
    sketch.register.parameters = ["k", "j"].map { LoadFixtures.parameter(.rho, $0, 1, 2, 4) }
    let simulation = LoadSimulation(
      LoadEquations([LoadFixtures.load(sketch.register)]), settings: .init(draws: 2_000))
    let (one, other) = (
      simulation.draws(of: [LoadSubject("T")]), simulation.draws(of: [LoadSubject("U")])
    )
    #expect(abs(Self.correlation(one, other)) < 0.1)
    let ranks = simulation.ranks(among: [LoadSubject("T"), LoadSubject("U")])
    let wins = Double(zip(one, other).count { $0 > $1 }) / 2_000
    #expect(ranks == [[wins, 1 - wins], [1 - wins, wins]])
  }

  private static func correlation(_ one: [Double], _ other: [Double]) -> Double {
    let count = Double(one.count)
    let (left, right) = (one.reduce(0, +) / count, other.reduce(0, +) / count)
    let product = zip(one, other).reduce(0) { $0 + ($1.0 - left) * ($1.1 - right) }
    let squares = { (values: [Double], mean: Double) in
      values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    return product / (squares(one, left) * squares(other, right)).squareRoot()
  }

  /// The interval is that of all corners of the ranges, tried one by one.
  @Test func theIntervalIsThatOfAllCorners() throws {
    let equations = LoadEquations([LoadFixtures.load(sketch().register)])
    let subject = [LoadSubject("T")]
    let inputs = equations.inputs
    #expect((8...12).contains(inputs.count))
    for measure in [LoadMeasure.headline, .directors, .duplication, .component(.meetings)] {
      var (least, most) = (Double.infinity, -Double.infinity)
      for corner in 0..<(1 << inputs.count) {
        let values = inputs.enumerated().map { index, input in
          corner >> index & 1 == 0 ? input.range.low : input.range.high
        }
        let total = equations.total(of: subject, measure, at: values)
        least = min(least, total)
        most = max(most, total)
      }
      let interval = equations.interval(of: subject, measure)
      #expect(abs(interval.lowerBound - least) <= 1e-9 * max(1, least))
      #expect(abs(interval.upperBound - most) <= 1e-9 * most)
    }
  }

  /// Quantiles by sorting all draws; the headline draw is the sum of its components' draws.
  @Test func theSummaryIsThatOfTheDraws() throws {
    let simulation = LoadSimulation(
      LoadEquations([LoadFixtures.load(sketch().register)]), settings: .init(draws: 1_003))
    for trust in ["T", "U"] as [Code] {
      let summary = try #require(simulation.summary(of: LoadSubject(trust)))
      let sorted = simulation.draws(of: [LoadSubject(trust)]).sorted()
      // 1,003 draws: the tenth percentile is a fifth of the way from draw 100 to 101, from 0.
      let tenth = sorted[100] + 0.2 * (sorted[101] - sorted[100])
      let ninth = sorted[901] + 0.8 * (sorted[902] - sorted[901])
      let spread = summary.headline
      #expect(abs(spread.p10.value - tenth) <= 1e-9 * tenth)
      #expect(abs(spread.median.value - sorted[501]) <= 1e-9 * sorted[501])
      #expect(abs(spread.p90.value - ninth) <= 1e-9 * ninth)
      #expect(spread.mode == simulation.equations.mode(of: [LoadSubject(trust)]))
      #expect(spread.mode != spread.median.value)
    }
    let both = simulation.draws(of: [LoadSubject("T"), LoadSubject("U")])
    #expect(both.count == 1_003)
    #expect(
      simulation.probability(that: [LoadSubject("T")], exceeds: [LoadSubject("T")]) == 0.5)
    #expect(simulation.ranks(among: [LoadSubject("T"), LoadSubject("T")]) == [[1, 0], [0, 1]])
  }

  /// A blank low or high is the most likely value, and then nothing is drawn.
  @Test func aFigureWithoutARangeIsFixed() throws {
    var sketch = sketch()
    for index in sketch.register.parameters.indices {
      sketch.register.parameters[index].low = nil
      sketch.register.parameters[index].high = nil
    }
    let equations = LoadEquations([LoadFixtures.load(sketch.register)])
    #expect(equations.inputs.isEmpty)
    let spread = LoadSimulation(equations, settings: .init(draws: 100)).spread(of: [.init("T")])
    #expect(spread.interval == spread.mode...spread.mode)
    #expect(spread.p10.value == spread.mode && spread.p90.value == spread.mode)
    #expect(spread.median.standardError == 0)
    // Meetings 6·6.25 = 37.5, returns 144 + 72, review 4·16, contract 150.
    #expect(spread.mode == 467.5)
  }

  /// Each swing from the whole load worked out anew at either end, in falling order.
  @Test func theTornadoIsThatOfLoadsWorkedOutAnew() throws {
    let sketch = sketch()
    let equations = LoadEquations([LoadFixtures.load(sketch.register)])
    let swings = equations.tornado(of: [LoadSubject("T")], most: 100)
    #expect(swings.map(\.size) == swings.map(\.size).sorted(by: >))
    #expect(equations.tornado(of: [LoadSubject("T")], most: 3) == Array(swings.prefix(3)))
    for swing in swings {
      let ends = try [swing.input.range.low, swing.input.range.high].map { value in
        var register = sketch.register
        for index in register.parameters.indices
        where register.parameters[index].id == swing.input.origin.reference {
          register.parameters[index].mode = value
        }
        return try #require(LoadFixtures.load(register).load(of: "T")).mode
      }
      #expect(abs(swing.atLow - ends[0]) < 1e-9 && abs(swing.atHigh - ends[1]) < 1e-9)
    }
    // κ and uHost play no part; δ none in the headline.
    #expect(Set(swings.map(\.input.symbol)) == [.rho, .w, .u, .d, .h, .sigma, .v, .q])
  }

  /// By hand: q 60 to 300 moves T by −90 or +150, h by 18·18 up; one return saves 72.
  @Test func theChangesThatMoveALoadMost() throws {
    var sketch = sketch()
    sketch.forum("F2", "k", of: "Q", n: 2)
    sketch.seat("F2", "T", 1)
    let equations = LoadEquations([LoadFixtures.load(sketch.register)])
    let changes = equations.changes(of: LoadSubject("T"), most: 100)
    let sizes = changes.map { abs($0.difference) }
    #expect(sizes == sizes.sorted(by: >))
    func difference(_ symbol: LoadSymbol) -> Double? {
      changes.first { change in
        if case .parameter(let swing) = change.what { swing.input.symbol == symbol } else { false }
      }?.difference
    }
    // Returns are 12·12·(1 + 0.5) hours: 18 for each hour of h, −144 for each unit of σ.
    #expect(abs(try #require(difference(.h)) - 324) < 1e-9)
    #expect(difference(.q) == 150)
    #expect(difference(.v) == 64)
    #expect(abs(try #require(difference(.sigma))) - 0.3 * 144 < 1e-9)
    let saved = changes.first { change in
      if case .oneReturn(let family, let recipients) = change.what {
        return family == "waits" && recipients == ["Q", "R"]
      }
      return false
    }
    #expect(saved?.difference == -72)
    let joined = changes.first { change in
      if case .joining(.meetings, let kind, _, let kept) = change.what {
        return kind == "k" && kept == "F-T"
      }
      return false
    }
    // The one that meets twice a year goes: 2·6.25 hours.
    #expect(joined?.difference == -12.5)
    #expect(equations.changes(of: LoadSubject("T"), most: 2) == Array(changes.prefix(2)))
    #expect(equations.changes(of: LoadSubject("NOBODY")) == [])
  }

  /// A value that can be comes before one that cannot.
  ///
  /// T bears 46.5 hours more, with 18 hours for each of h against 12: equal at 12 − 46.5/6. Each hour
  /// of d costs U 12 hours more, but 5.875 hours are beyond its range.
  @Test func breakEvenValuesWithinTheRangeComeFirst() throws {
    let equations = LoadEquations([LoadFixtures.load(sketch().register)])
    let found = equations.breakEven(between: [LoadSubject("T")], and: [LoadSubject("U")])
    #expect(found.map(\.isWithinRange) == [true] + [Bool](repeating: false, count: 7))
    #expect(found[0].input.symbol == .h && found[0].difference == 46.5)
    #expect(abs((found[0].value ?? 0) - 4.25) < 1e-9)
    let length = found.first { $0.input.symbol == .d }
    #expect(abs((length?.value ?? 0) - 5.875) < 1e-9)
  }

  @Test func rowsOnWhichNothingRestsAreNamed() throws {
    let register = sketch().register
    let rows = [
      LoadFixtures.parameter(.h, "return", 1, 2, 3, id: "used"),
      LoadFixtures.parameter(.h, "retrun", 1, 2, 3, id: "misspelt"),
      LoadFixtures.parameter(.s, "k", 1, 2, 3, id: "behind a record"),
      LoadFixtures.parameter(.delta, "*", 0, 0.1, 1, id: "directors"),
      LoadFixtures.parameter(.executive, "capacity", 1, 2, 3, id: "capacity"),
      LoadFixtures.parameter(.u, "*", 1, 2, 3, organisation: "R", id: "another"),
    ]
    let model = LoadFixtures.load(register, overriding: rows)
    #expect(model.unused(rows).map(\.id) == ["misspelt", "behind a record", "another"])
    #expect(model.unused([]) == [])
  }
}
