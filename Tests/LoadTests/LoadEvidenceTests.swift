import Governance
import Testing

/// What loads rest on, against a sweep of its own: each figure is changed in the tables or in the rules,
/// and every load is worked out anew.
struct LoadEvidenceTests {
  private struct Moved: Hashable {
    let reference: String
    let trust: Code
  }

  /// The loads of England at the most likely values, by trust.
  private func loads(_ model: LoadModel) -> [Code: Double] {
    Dictionary(uniqueKeysWithValues: model.trusts.map { ($0.trust.id, $0.mode) })
  }

  @Test func everyAssumptionOverATwentiethIsFoundAndNoOther() throws {
    let register = try #require(LoadFixtures.england)
    let day = LoadFixtures.second
    let regime = try #require(LoadFixtures.regimes?.inForce(on: day))
    // The ambulance trusts and a few of other sectors, so that the sweep stays short.
    let chosen: [Code] = ["RYC", "RYA", "RYF", "RV3", "RRF", "RAN", "R1K"]
    let graph = AccountabilityGraph(register, on: day, under: regime)
    func model(_ parameters: [Parameter]) -> LoadModel {
      LoadModel(graph, book: ParameterBook(parameters), of: chosen)
    }
    let base = model(register.parameters)
    let modes = loads(base)
    #expect(modes.count == chosen.count)
    let evidence = LoadEvidence(LoadEquations([base]))

    var found: [Moved: (low: Double, high: Double)] = [:]
    func compare(_ reference: String, _ low: LoadModel, _ high: LoadModel) {
      let (atLow, atHigh) = (loads(low), loads(high))
      for (trust, mode) in modes {
        let (one, other) = (atLow[trust]! / mode - 1, atHigh[trust]! / mode - 1)
        if abs(other - one) > 0.05 {
          found[Moved(reference: reference, trust: trust)] = (one, other)
        }
      }
    }
    for index in register.parameters.indices {
      let row = register.parameters[index]
      guard let low = row.low, let high = row.high, low < high else { continue }
      func moved(to value: Double) -> LoadModel {
        var parameters = register.parameters
        parameters[index].low = value
        parameters[index].mode = value
        parameters[index].high = value
        return model(parameters)
      }
      compare(row.id, moved(to: low), moved(to: high))
    }
    for index in regime.templates.indices {
      let share = regime.templates[index].share
      guard share.low < share.high else { continue }
      func moved(to value: Double) -> LoadModel {
        var changed = regime
        changed.templates[index].share.mode = value
        return LoadModel(
          AccountabilityGraph(register, on: day, under: changed),
          book: ParameterBook(register.parameters), of: chosen)
      }
      compare(regime.templates[index].id, moved(to: share.low), moved(to: share.high))
    }

    var listed: [Moved: (low: Double, high: Double)] = [:]
    for figure in evidence.assumptions {
      for move in figure.moved {
        listed[Moved(reference: figure.input.origin.reference, trust: move.trust)] = (
          move.atLow, move.atHigh
        )
      }
    }
    #expect(found.count > 20)
    #expect(Set(listed.keys) == Set(found.keys))
    for (key, move) in found {
      guard let own = listed[key] else { continue }
      #expect(abs(own.low - move.low) < 1e-9 && abs(own.high - move.high) < 1e-9, "\(key)")
    }
  }

  @Test func aTemplateCountsWhatIsGoneWithoutIt() throws {
    let register = try #require(LoadFixtures.england)
    let day = LoadFixtures.second
    let regime = try #require(LoadFixtures.regimes?.inForce(on: day))
    let chosen: [Code] = ["RYC", "RV3", "RAN"]
    func model(_ regime: Regime) -> LoadModel {
      LoadModel(
        AccountabilityGraph(register, on: day, under: regime),
        book: ParameterBook(register.parameters), of: chosen)
    }
    let base = model(regime)
    let evidence = LoadEvidence(LoadEquations([base]))
    let modes = loads(base)
    for id in ["T-place-ambulance", "T-return-quality", "T-uec"] {
      var without = regime
      // Kept, with a share of nothing, so that no other template takes its place.
      let index = try #require(without.templates.firstIndex { $0.id == id })
      without.templates[index].share.mode = 0
      without.templates[index].share.low = 0
      without.templates[index].share.high = 0
      let left = loads(model(without))
      let template = evidence.templates.first { $0.id == id }
      let gone = modes.reduce(0) { $0 + $1.value - left[$1.key]! }
      #expect(abs((template?.hours ?? 0) - gone) < 1e-9)
      let losers = modes.filter { ($0.value - left[$0.key]!) / $0.value > 0.05 }
      #expect(Set(losers.keys) == Set(template?.lost.map(\.trust) ?? []), "\(id)")
    }
  }

  @Test func groundsAddUpAndSharesAreThoseOfTheTrusts() throws {
    let model = try LoadFixtures.england(on: LoadFixtures.second)
    let evidence = LoadEvidence(LoadEquations([model]))
    let total = model.trusts.reduce(0) { $0 + $1.mode }
    #expect(abs(evidence.total - total) < 1e-6)
    #expect(
      abs(evidence.recorded + evidence.standing + evidence.modelled - total) < 1e-6)
    let unvalidated = model.trusts.reduce(0) { $0 + $1.mode * $1.unvalidatedShare }
    #expect(abs(evidence.unvalidated - unvalidated) < 1e-6)
    // A figure that stands in every return has the hours of all returns.
    let hours = try #require(evidence.figures.first { $0.input.symbol == .h })
    let returns = model.trusts.reduce(0) { $0 + $1.mode(of: LoadComponent.returns) }
    #expect(abs(hours.hours - returns) < 1e-6)
    // Figures without a range are listed, too, and move nobody.
    #expect(evidence.figures.contains { $0.input.range.isFixed })
    #expect(evidence.figures.filter(\.input.range.isFixed).allSatisfy { $0.moved.isEmpty })
  }

  @Test func assumedRecordsAreLeftOutKindByKind() throws {
    let register = try #require(LoadFixtures.england)
    let day = LoadFixtures.second
    let regime = try #require(LoadFixtures.regimes?.inForce(on: day))
    let graph = AccountabilityGraph(register, on: day, under: regime)
    let book = ParameterBook(register.parameters)
    let base = LoadModel(graph, book: book)
    let groups = LoadAssumedRecords.all(in: graph, book: book, base: base)
    func isAssumed(_ provenance: Provenance) -> Bool {
      provenance.confidence == .assumed && provenance.period.contains(day)
    }
    // By hand for one kind: the lines of service.
    let serves = try #require(groups.first { $0.kind == .relations(.serves) })
    var rest = register
    rest.relations.removeAll { $0.kind == .serves && isAssumed($0.provenance) }
    #expect(serves.records.count == register.relations.count - rest.relations.count)
    #expect(!serves.records.isEmpty)
    let left = loads(
      LoadModel(AccountabilityGraph(rest, on: day, under: regime), book: book))
    for trust in base.trusts {
      let change = left[trust.trust.id]! / trust.mode - 1
      let own = serves.moved.first { $0.trust == trust.trust.id }?.change
      #expect((own != nil) == (abs(change) > 0.05), "\(trust.trust.id)")
      if let own { #expect(abs(own - change) < 1e-12) }
    }
    #expect(
      groups.first { $0.kind == .seats }?.records.count
        == register.seats.count { isAssumed($0.provenance) })
  }
}
