import DataPackage
import Governance
import Graphs
import Testing

/// The worked illustration: one ambulance trust in six systems, commissioned in three ways.
///
/// The figures that are expected were worked out apart from the program.
@Suite struct IllustrationTests {
  static let ways: [Code] = ["SEPARATE", "LEAD", "REGIONAL"]

  static func model() throws -> LoadModel {
    let folder = try #require(Library.cases.folder).appendingPathComponent("load-illustration")
    let result = PackageLoader().load(folder: folder.path)
    #expect(result.diagnostics.map(\.description) == [])
    let register = try #require(result.register)
    let regimes = RegimeReader().regime(
      file: folder.appendingPathComponent("regime.yaml").path, extending: RegimeLibrary([]))
    let regime = try #require(regimes.regime)
    return LoadModel(
      AccountabilityGraph(register, on: LoadFixtures.second, under: regime),
      book: ParameterBook(register.parameters))
  }

  @Test func modesAreThoseWorkedOut() throws {
    let model = try Self.model()
    let loads = try Self.ways.map { try #require(model.load(of: $0)) }
    #expect(loads.map(\.mode) == [3459.5, 1562.5, 1396.5])
    #expect(loads.map { $0.mode(of: .duplication) } == [360, 72, 0])
    #expect(loads.map { $0.mode(of: .component(.contracts)) } == [900, 225, 225])
    #expect(loads.map { $0.mode(of: .component(.returns)) } == [504, 216, 144])
    #expect(loads.map { $0.mode(of: .component(.reviews)) } == [128, 64, 64])
    for (load, expected) in zip(loads, [1152.0, 282, 188]) {
      let kinds = ["contract_meeting", "quality_meeting"]
      #expect(load.terms.filter { kinds.contains($0.kind) }.reduce(0) { $0 + $1.mode } == expected)
      #expect(load.terms.filter { $0.kind == "uec_board" }.reduce(0) { $0 + $1.mode } == 450)
      #expect(load.terms.filter { $0.kind == "place_board" }.reduce(0) { $0 + $1.mode } == 262.5)
      #expect(
        load.terms.filter { $0.kind == "collaborative_exec" }.reduce(0) { $0 + $1.mode } == 63)
      // Only hours of directors want a share that this case does not give.
      #expect(
        load.gaps.allSatisfy { gap in
          gap.part == nil && (gap.kind == "capacity" || gap.reason == .parameter(.delta))
        })
    }
  }

  /// Quantiles of 20,000 triangular draws by another program with another generator.
  @Test func quantilesAreThoseOfAnotherProgram() throws {
    let simulation = LoadSimulation(
      LoadEquations([try Self.model()]), settings: .init(draws: 20_000))
    let expected: [[Double]] = [
      [3_336, 3_947, 4_595], [1_517, 1_774, 2_045], [1_355, 1_579, 1_814],
    ]
    for (way, values) in zip(Self.ways, expected) {
      let summary = try #require(simulation.summary(of: LoadSubject(way)))
      let spread = summary.headline
      for (found, value) in zip([spread.p10, spread.median, spread.p90], values) {
        // Both programs err alike, and the figures are rounded.
        #expect(abs(found.value - value) < 4 * 2.0.squareRoot() * found.standardError + 0.5)
      }
      #expect(spread.p10.value < spread.mode && spread.mode < spread.p90.value)
      #expect(spread.mode < spread.median.value, "the ranges lean to the high side")
      #expect(spread.interval.contains(spread.p10.value))
      #expect(spread.interval.contains(spread.p90.value))
    }
  }

  @Test func theOrderNeverTurnsInTheDraws() throws {
    let simulation = LoadSimulation(LoadEquations([try Self.model()]))
    let subjects = Self.ways.map { LoadSubject($0) }
    let separate = simulation.draws(of: [subjects[0]])
    let lead = simulation.draws(of: [subjects[1]])
    #expect(zip(separate, lead).allSatisfy { $0 > $1 })
    #expect(simulation.probability(that: [subjects[0]], exceeds: [subjects[1]]) == 1)
    #expect(simulation.probability(that: [subjects[1]], exceeds: [subjects[0]]) == 0)
    #expect(simulation.ranks(among: subjects)[0] == [1, 0, 0])
  }

  /// The parameters that moved the total most, as a share of it, worked out apart.
  @Test func theTornadoIsThatWorkedOut() throws {
    let equations = LoadEquations([try Self.model()])
    let swings = equations.tornado(of: [LoadSubject("SEPARATE")])
    let shares = swings.map {
      "\($0.input.symbol.rawValue) \(Int((100 * $0.size / 3459.5).rounded()))"
    }
    #expect(shares == ["q 42", "h 32", "rho 30", "u 23", "sigma 12", "w 12", "v 6"])
  }

  /// The load of the same trust in so many systems with three places each, one in three attended.
  static func grown(_ systems: Int, _ way: Code) -> LoadModel {
    var sketch = LoadSketch()
    sketch.organisation("REG1", .region)
    sketch.organisation("T", .trust, [.ambulance])
    sketch.arrangement("A", way == "LEAD" ? .leadCommissioning : .jointCommissioning)
    sketch.arrangement("COLL", .collaborative)
    sketch.party("COLL", "T", .member)
    sketch.forum("COLL-BOARD", "collaborative_exec", ofArrangement: "COLL", n: 6, d: 2)
    sketch.seat("COLL-BOARD", "T", 2)
    sketch.line("REG1", .oversees, "T")
    if way == "SEPARATE" {
      sketch.organisation("OTHER", .regulator)
      sketch.line("OTHER", .oversees, "T")
    } else {
      sketch.party("A", "T", .provider)
      sketch.register.parameters.append(LoadFixtures.parameter(.n, "contract", 1.5, 1.5, 1.5))
      sketch.forum("CONTRACT", "contract", ofArrangement: "A", n: way == "LEAD" ? 24 : 16, d: 1.5)
      sketch.seat("CONTRACT", "T", 3)
      sketch.report("performance", "T", "REG1", 12)
      if way == "LEAD" { sketch.report("performance", "T", "Q1", 12) }
    }
    for index in 1...systems {
      let system = Code("Q\(index)")
      sketch.organisation(system, .ics)
      sketch.line("T", .serves, system, role: index == 1 ? .home : .serves)
      sketch.forum(Code("UEC\(index)"), "uec_board", of: system, n: 12, d: 2)
      sketch.seat(Code("UEC\(index)"), "T", 1)
      for place in 0..<3 {
        let board = Code("B\(index)-\(place)")
        sketch.organisation(Code("P\(index)-\(place)"), .place)
        sketch.forum(board, "place_board", of: Code("P\(index)-\(place)"), n: 6, d: 2)
        if place == 0 { sketch.seat(board, "T", 1) }
      }
      guard way == "SEPARATE" else { continue }
      sketch.forum(Code("C\(index)"), "contract", of: system, n: 12, d: 1.5)
      sketch.seat(Code("C\(index)"), "T", 3)
      sketch.forum(Code("K\(index)"), "quality", of: system, n: 6, d: 1.5)
      sketch.seat(Code("K\(index)"), "T", 2)
      sketch.line(system, .commissions, "T", strength: .formal)
      sketch.report("performance", "T", system, 12)
    }
    return LoadFixtures.load(sketch.register)
  }

  /// A lead costs more with one system and less from two.
  @Test func loadGrowsWithTheNumberOfSystemsAsWorkedOut() throws {
    let sizes = [1, 2, 3, 6, 9]
    let expected: [Code: [Double]] = [
      "SEPARATE": [789.5, 1316, 1842.5, 3422, 5001.5],
      "LEAD": [962.5, 1075, 1187.5, 1525, 1862.5],
      "REGIONAL": [796.5, 909, 1021.5, 1359, 1696.5],
    ]
    for (way, values) in expected {
      let found = try sizes.map { try #require(Self.grown($0, way).load(of: "T")).mode }
      #expect(found == values, "\(way)")
    }
  }
}
