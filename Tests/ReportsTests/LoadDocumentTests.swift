import Foundation
import Governance
import Testing

@testable import Reports

/// Loads as JSON: what the engine says, no more and no less.
@Suite struct LoadDocumentTests {
  private func object(_ document: LoadDocument) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: JSONDocument.bytes(document)) as? [String: Any])
  }

  private func agrees(_ object: [String: Any], _ spread: LoadSpread) -> Bool {
    let interval = object["interval"] as? [String: Double] ?? [:]
    let errors = object["standardErrors"] as? [String: Double] ?? [:]
    let found = [
      object["mode"] as? Double, object["median"] as? Double, object["p10"] as? Double,
      object["p90"] as? Double, interval["low"], interval["high"], errors["p10"],
      errors["median"], errors["p90"],
    ]
    let expected = [
      spread.mode, spread.median.value, spread.p10.value, spread.p90.value,
      spread.interval.lowerBound, spread.interval.upperBound, spread.p10.standardError,
      spread.median.standardError, spread.p90.standardError,
    ]
    // The reader of the test may miss the last digit.
    return zip(found, expected).allSatisfy { one, other in
      one.map { abs($0 - other) <= 1e-14 * abs(other) } ?? false
    }
  }

  @Test func everyFigureIsThatOfTheEngine() throws {
    let report = LoadCase.report()
    let document = try object(LoadDocument(report))
    #expect(
      Set(document.keys) == [
        "schema", "on", "regime", "draws", "seed", "distribution", "component", "sector",
        "seatsGini", "trusts", "why",
      ])
    #expect(document["on"] as? String == "2026-04-01" && document["regime"] as? String == "test")
    #expect(document["draws"] as? Int == 500 && document["seed"] as? Int == 20_261_121)
    #expect(document["distribution"] as? String == "triangular")
    let trusts = try #require(document["trusts"] as? [[String: Any]])
    #expect(trusts.map { $0["code"] as? String } == ["RAA", "RBB", "RCC"])
    #expect(trusts.map { $0["rank"] as? Int } == [1, 2, 3])
    #expect(trusts[0]["name"] as? String == LoadCase.hostile)
    for trust in trusts {
      #expect(
        Set(trust.keys) == [
          "code", "name", "rank", "mode", "median", "p10", "p90", "interval", "standardErrors",
          "components", "unvalidatedShare", "modelledShare", "exceedsNext", "gaps",
        ])
      let code = Code(try #require(trust["code"] as? String))
      let summary = try #require(report.simulation.summary(of: LoadSubject(code)))
      #expect(agrees(trust, summary.headline))
      let components = try #require(trust["components"] as? [String: [String: Any]])
      #expect(Set(components.keys) == Set(LoadComponent.allCases.map(\.rawValue)))
      for (component, spread) in summary.components {
        #expect(agrees(try #require(components[component.rawValue]), spread))
      }
      #expect(trust["unvalidatedShare"] as? Double == summary.unvalidatedShare)
    }
    // RAA by hand: 6·(2·2·2 + 0.5 + 2) of the first forum, 4·2 of support of the other, whose length
    // is not known, and 4·0.25 of travel; returns 144 + 72, reviews 2·4·16.
    #expect(trusts[0]["mode"] as? Double == 416)
    #expect(trusts[1]["mode"] as? Double == 150 && trusts[2]["mode"] as? Double == 0)
  }

  /// The share of draws in which one exceeds the next, counted over again.
  @Test func ranksAreOfTheSameDraws() throws {
    let report = LoadCase.report()
    let trusts = try #require(try object(LoadDocument(report))["trusts"] as? [[String: Any]])
    let (first, second) = (
      report.simulation.draws(of: [LoadSubject("RAA")]),
      report.simulation.draws(of: [LoadSubject("RBB")])
    )
    let wins = zip(first, second).count { $0 > $1 }
    #expect(trusts[0]["exceedsNext"] as? Double == Double(wins) / 500)
    #expect(trusts[2]["exceedsNext"] is NSNull)
  }

  @Test func whatIsNotKnownIsNull() throws {
    let report = LoadCase.report()
    let document = try object(LoadDocument(report))
    #expect(document["component"] is NSNull && document["sector"] is NSNull)
    #expect(document["why"] is NSNull)
    // Three seats of one trust of three: (2·3 − 4)·3 / (3·3).
    #expect(abs(try #require(document["seatsGini"] as? Double) - 2.0 / 3) < 1e-12)
    #expect(
      try object(LoadDocument(LoadCase.report(of: ["RCC"])))["seatsGini"] is NSNull,
      "without seats there is no inequality of seats")
    let trusts = try #require(document["trusts"] as? [[String: Any]])
    let gaps = try #require(trusts[0]["gaps"] as? [[String: Any]])
    let length = try #require(gaps.first { $0["symbol"] as? String == "d" })
    #expect(length["part"] as? String == "attendance" && length["kind"] as? String == "board")
    #expect(length["neededFor"] as? [String] == ["F2"])
    let executive = try #require(gaps.first { $0["symbol"] as? String == "executive" })
    #expect(executive["part"] is NSNull)
    let others = try #require(trusts[1]["gaps"] as? [[String: Any]])
    let system = try #require(others.first { $0["symbol"] is NSNull })
    #expect(try #require(system["statement"] as? String).contains("one of Q1, Q2"))
  }

  @Test func aRankingMayBeOfAComponentOrASector() throws {
    let contracts = try object(LoadDocument(LoadCase.report(component: .contracts)))
    let trusts = try #require(contracts["trusts"] as? [[String: Any]])
    #expect(contracts["component"] as? String == "contracts")
    #expect(trusts.map { $0["code"] as? String } == ["RBB", "RAA", "RCC"])
    #expect(trusts.map { $0["mode"] as? Double } == [150, 0, 0])
    let acute = try object(LoadDocument(LoadCase.report(sector: .acute)))
    #expect(acute["sector"] as? String == "acute")
    let few = try #require(acute["trusts"] as? [[String: Any]])
    #expect(few.map { $0["code"] as? String } == ["RAA", "RCC"])
  }

  @Test func theReasonsHoldEveryFactor() throws {
    let explanation = try LoadCase.explanation()
    let document = try object(LoadDocument(explanation.report, explanation: explanation))
    let why = try #require(document["why"] as? [String: Any])
    #expect(
      Set(why.keys) == [
        "terms", "baseline", "changes", "structure", "duplication", "directors", "ownBoard",
        "reconciliation", "capacity", "nonExecutiveCapacity", "capacityRatio", "hours",
      ])
    let terms = try #require(why["terms"] as? [[String: Any]])
    #expect(terms.map { $0["hours"] as? Double } == explanation.load.terms.map(\.mode))
    #expect(terms[0]["title"] as? String == "=SUM(A1)" && terms[0]["forum"] as? String == "F1")
    let parts = try #require(terms[0]["parts"] as? [[String: Any]])
    #expect(
      parts.map { $0["kind"] as? String } == ["attendance", "preparation", "travel", "support"])
    #expect(parts.map { $0["hours"] as? Double } == [24, 24, 3, 12])
    #expect(parts.map { $0["unvalidated"] as? Bool } == [false, true, true, true])
    let factors = try #require(parts[1]["factors"] as? [[String: Any]])
    #expect(factors.map { $0["symbol"] as? String } == ["n", "s", "d", "rho"])
    #expect(factors.map { $0["mode"] as? Double } == [6, 2, 2, 1])
    #expect(factors.map { $0["reference"] as? String } == ["F1", "S1", "F1", "*-rho"])
    #expect(factors[0]["source"] is NSNull && factors[3]["source"] as? String == "s1")
    #expect(factors[3]["basis"] is NSNull, "nothing is said of what it rests on")
    // Seven directors, three days a month, seven and a half hours; of executives nothing is known.
    #expect(why["nonExecutiveCapacity"] as? Double == 1890)
    #expect(why["capacity"] is NSNull && why["capacityRatio"] is NSNull)
    #expect(why["reconciliation"] is NSNull)
    let hours = try #require(why["hours"] as? [String: Any])
    #expect(abs(try #require(hours["directors"] as? Double) - 33.6) < 1e-9)
    #expect(abs(try #require(hours["deputies"] as? Double) - 14.4) < 1e-9)
    #expect(abs(try #require(hours["staff"] as? Double) - 368) < 1e-9)
    #expect(hours["cost"] is NSNull)
  }

  @Test func costAndReconciliationAreThereIfAskedFor() throws {
    let some = LoadRates(director: 100, deputy: 50)
    let without = try LoadCase.explanation(rates: some)
    let all = try LoadCase.explanation(
      reconciles: true, rates: LoadRates(director: 100, deputy: 50, staff: 10))
    let why = try [without, all].map { explanation in
      try #require(
        try object(LoadDocument(explanation.report, explanation: explanation))["why"]
          as? [String: Any])
    }
    #expect((why[0]["hours"] as? [String: Any])?["cost"] is NSNull)
    let cost = (why[1]["hours"] as? [String: Any])?["cost"] as? Double
    #expect(abs(try #require(cost) - 7760) < 1e-9)
    // One pair of overseers of quality.
    let pairs = try #require(why[1]["reconciliation"] as? [String: Any])
    #expect(pairs["mode"] as? Double == 4)
    let text = LoadExplanationText(without, isFull: false).lines.map(\.text).joined(separator: " ")
    #expect(text.contains("for want of a rate of staff;"))
  }

  @Test func sameLoadsGiveTheSameBytes() throws {
    let documents = try (0..<2).map { _ in
      let explanation = try LoadCase.explanation()
      return try JSONDocument.bytes(
        LoadDocument(explanation.report, explanation: explanation))
    }
    #expect(documents[0] == documents[1])
  }
}
