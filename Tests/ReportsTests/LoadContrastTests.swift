import Foundation
import Governance
import Testing

@testable import Reports

/// Two loads beside each other as text, JSON and CSV.
struct LoadContrastTests {
  private func contrast(_ first: Code = "RAA", _ second: Code = "RBB") throws -> LoadContrast {
    let graph = AccountabilityGraph(LoadCase.register, on: LoadCase.date, under: LoadCase.regime)
    let model = LoadModel(graph, book: ParameterBook(LoadCase.register.parameters))
    return try #require(
      LoadContrast(
        of: .init(first, model, in: graph), with: .init(second, model, in: graph),
        settings: .init(draws: 500)))
  }

  private func text(_ contrast: LoadContrast) -> String {
    LoadContrastText(contrast).lines.map(\.text).joined(separator: "\n")
  }

  /// Whether two figures are the same, but for the last digit, which the reader of JSON may miss.
  private static func agree(_ one: Double?, _ other: Double?) -> Bool {
    guard let one, let other else { return (one == nil) == (other == nil) }
    return abs(one - other) <= 1e-12 * abs(other)
  }

  @Test func theDocumentIsThatOfTheEngine() throws {
    let contrast = try contrast()
    let bytes = try JSONDocument.bytes(LoadContrastDocument(contrast))
    let document = try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
    let first = try #require(document["first"] as? [String: Any])
    let second = try #require(document["second"] as? [String: Any])
    #expect(first["code"] as? String == "RAA" && second["code"] as? String == "RBB")
    #expect(first["name"] as? String == LoadCase.hostile)
    let load = try #require(first["load"] as? [String: Any])
    #expect(load["mode"] as? Double == contrast.firstSummary.headline.mode)
    let difference = try #require(document["difference"] as? [String: Any])
    let headline = contrast.comparison.headline
    let figures = [
      ("mode", headline.mode), ("p10", headline.p10.value), ("median", headline.median.value),
      ("p90", headline.p90.value),
    ]
    for (name, figure) in figures { #expect(Self.agree(difference[name] as? Double, figure)) }
    let errors = try #require(difference["standardErrors"] as? [String: Double])
    #expect(Self.agree(errors["p90"], headline.p90.standardError))
    #expect(document["probabilityGreater"] as? Double == contrast.comparison.probability)
    let points = try #require(document["breakEven"] as? [[String: Any]])
    #expect(points.count == contrast.comparison.breakEven.count && !points.isEmpty)
    for (point, found) in zip(points, contrast.comparison.breakEven) {
      #expect(Self.agree(point["value"] as? Double, found.value))
      #expect(point["withinRange"] as? Bool == found.isWithinRange)
    }
  }

  @Test func theTableSubtractsTheSecondFromTheFirst() throws {
    let rows = cells(LoadContrastTable(try contrast()).csv)
    #expect(rows[0] == LoadContrastTable.header)
    #expect(
      rows.map { $0[0] } == ["component", "all", "meetings", "returns", "reviews", "contracts"])
    let column = Dictionary(uniqueKeysWithValues: zip(rows[0], 0...))
    for row in rows.dropFirst() {
      func figure(_ name: String) throws -> Double {
        let place = try #require(column[name])
        return try #require(Double(row[place]))
      }
      #expect(try figure("mode") == figure("firstMode") - figure("secondMode"))
      #expect(try figure("p10") <= figure("median") && figure("median") <= figure("p90"))
    }
  }

  /// RBB has a contract and nothing else; RAA has all but a contract.
  @Test func theTextSaysWhichIsGreaterAndHowSurely() throws {
    let text = text(try contrast())
    #expect(text.contains("RAA is the greater in 100% of draws"))
    let lines = text.split(separator: "\n")
    let contracts = try #require(lines.first { $0.hasPrefix("Contracts") })
    // A contract of 150 hours at the mode, of the second alone.
    #expect(contracts.split(separator: " ")[1] == "0")
    #expect(text.contains("   −150  contract: 0 against 1"))
    #expect(text.contains("recipients of the waits return: 2 against 0"))
    #expect(text.contains("Nowhere: no one figure"))
    let turned = self.text(try contrast("RBB", "RAA"))
    #expect(turned.contains("RAA is the greater in 100% of draws"))
    #expect(turned.contains("   +150  contract: 1 against 0"))
  }

  /// Causes add up to the difference, and what is alike in both is none.
  @Test func causesAddUpToTheDifference() throws {
    for (first, second) in [("RAA", "RBB"), ("RBB", "RCC"), ("RAA", "RCC")] as [(Code, Code)] {
      let contrast = try contrast(first, second)
      let sum = contrast.comparison.causes.reduce(0) { $0 + $1.difference }
      #expect(abs(sum - contrast.comparison.headline.mode) < 1e-9)
      #expect(
        contrast.comparison.causes.map { abs($0.difference) }
          == contrast.comparison.causes.map { abs($0.difference) }.sorted(by: >))
    }
    let causes = try contrast().comparison.causes
    let board = try #require(causes.first { $0.kind == "board" })
    #expect(board.component == .meetings && board.firstCount == 2 && board.secondCount == 0)
    let waits = try #require(causes.first { $0.component == .returns })
    #expect(waits.firstCount == 2 && waits.secondCount == 0)
  }

  /// Two trusts on forums of the same length: one sits 12 times a year by a figure from 2 to 30, the
  /// other 10 times by record, so that the two are equal at ten meetings.
  @Test func tippingPointsAreNamedWithTheirRange() throws {
    var register = LoadCase.register
    register.relations = []
    register.returns = []
    register.parameters = LoadCase.register.parameters.filter { $0.forumKind == "*" }
    register.parameters.append(
      Parameter(
        id: "club-n", forumKind: "club", symbol: "n", low: 2, mode: 12, high: 30, unit: "a year",
        origin: .unvalidatedDefault, source: "s1", confidence: .assumed))
    register.forums = [
      Forum(id: "F1", kind: "club", name: "Open", parent: "Q1", durationHours: 2),
      Forum(
        id: "F2", kind: "board", name: "Ten", parent: "Q1", meetingsPerYear: 10, durationHours: 2),
    ]
    register.seats = [
      Seat(id: "S1", forum: "F1", organisation: "RBB", role: .member, count: 1),
      Seat(id: "S2", forum: "F2", organisation: "RCC", role: .member, count: 1),
    ]
    let graph = AccountabilityGraph(register, on: LoadCase.date, under: LoadCase.regime)
    let model = LoadModel(graph, book: ParameterBook(register.parameters))
    let contrast = try #require(
      LoadContrast(
        of: .init("RBB", model, in: graph), with: .init("RCC", model, in: graph),
        settings: .init(draws: 500)))
    let points = contrast.comparison.tippingPoints
    #expect(points.map(\.input.symbol) == [.n])
    #expect(abs((points.first?.value ?? 0) - 10) < 1e-9)
    #expect(text(contrast).contains("(club): 10 in place of 12 (range 2–30)"))
  }

  @Test func theSameTrustIsToldByItsDays() throws {
    let then = try #require(CalendarDate(iso: "2026-03-31"))
    let sides = [LoadCase.date, then].map { day in
      let graph = AccountabilityGraph(LoadCase.register, on: day, under: LoadCase.regime)
      return LoadContrast.Side(
        "RAA", LoadModel(graph, book: ParameterBook(LoadCase.register.parameters)), in: graph)
    }
    let contrast = try #require(
      LoadContrast(of: sides[0], with: sides[1], settings: .init(draws: 500)))
    let text = text(contrast)
    #expect(text.contains("1 April 2026 against 31 March 2026"))
    #expect(text.contains("2026-04-01 is the greater in 50% of draws"))
  }
}
