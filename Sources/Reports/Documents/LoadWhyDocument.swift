import Governance

/// Where the load of one trust comes from: the field `why` of the schema `load`.
struct LoadWhyDocument: Encodable, Hashable, Sendable {
  /// A factor of a product.
  struct Factor: Encodable, Hashable, Sendable {
    let symbol: String
    let low: Double
    let mode: Double
    let high: Double
    let complement: Bool
    let provenance: String
    let reference: String
    let source: Known<String>
    let basis: Known<String>

    init(_ factor: LoadFactor) {
      symbol = factor.symbol.rawValue
      low = factor.range.low
      mode = factor.range.mode
      high = factor.range.high
      complement = factor.isComplement
      provenance = factor.origin.provenance.rawValue
      reference = factor.origin.reference
      source = Known(factor.origin.source)
      basis = Known(factor.origin.basis)
    }
  }

  /// A product.
  struct Part: Encodable, Hashable, Sendable {
    let kind: String
    let multiplicity: Double
    let hours: Double
    let unvalidated: Bool
    let factors: [Factor]
  }

  /// A forum, family of returns, overseer or contract.
  struct Term: Encodable, Hashable, Sendable {
    let component: String
    let kind: String
    let title: String
    let bodies: [String]
    let forum: Known<String>
    let ground: String
    let rule: Known<String>
    let rests: [LinesDocument.RecordDocument]
    let hours: Double
    let parts: [Part]
    let deputies: Known<Factor>

    init(_ term: LoadTerm) {
      component = term.component.rawValue
      kind = term.kind
      title = term.title
      bodies = term.bodies.map(\.text)
      forum = Known(term.forum?.text)
      switch term.ground {
      case .recorded: (ground, rule) = ("recorded", Known(nil))
      case .standing(let id): (ground, rule) = ("standing", Known(id))
      case .template(let id): (ground, rule) = ("template", Known(id))
      }
      rests = term.rests.map {
        LinesDocument.RecordDocument(table: $0.home.name, id: $0.id)
      }
      hours = term.mode
      parts = term.parts.map { part in
        Part(
          kind: part.kind.rawValue, multiplicity: part.multiplicity, hours: part.mode,
          unvalidated: part.isUnvalidated, factors: part.factors.map(Factor.init))
      }
      deputies = Known(term.deputies.map(Factor.init))
    }
  }

  /// A change of a parameter or an arrangement.
  struct Change: Encodable, Hashable, Sendable {
    let what: String
    let statement: String
    let difference: Double
    let symbol: Known<String>
    let scope: Known<String>
    let atLow: Known<Double>
    let atHigh: Known<Double>

    init(_ change: LoadChange) {
      statement = LoadWording.change(change)
      difference = change.difference
      var swing: LoadSwing?
      switch change.what {
      case .parameter(let found): (what, swing) = ("parameter", found)
      case .joining: what = "joining"
      case .oneReturn: what = "oneReturn"
      }
      symbol = Known(swing?.input.symbol.rawValue)
      scope = Known(swing?.input.scope)
      atLow = Known(swing?.atLow)
      atHigh = Known(swing?.atHigh)
    }
  }

  /// Counts that rest on no assumption.
  struct Structure: Encodable, Hashable, Sendable {
    let icss: [String]
    let regions: [String]
    let places: [String]
    let icssWithUnknownPlaces: Int
    let forums: [String]
    let seats: Double
    let overseers: [String: [String]]
    let effectiveSystems: Known<Double>
    let tiers: Known<Int>

    init(_ structure: LoadStructure) {
      icss = structure.systems.map(\.text)
      regions = structure.regions.map(\.text)
      places = structure.places.map(\.text)
      icssWithUnknownPlaces = structure.systemsWithUnknownPlaces
      forums = structure.forums.map(\.text)
      seats = structure.seats
      overseers = Dictionary(
        structure.oversight.map { ($0.function, $0.overseers.map(\.text)) },
        uniquingKeysWith: { first, _ in first })
      effectiveSystems = Known(structure.effectiveSystems)
      tiers = Known(structure.tiers)
    }
  }

  /// Hours by who works them and what they cost.
  struct Hours: Encodable, Hashable, Sendable {
    let directors: Double
    let deputies: Double
    let staff: Double
    let cost: Known<Double>
  }

  let terms: [Term]
  let baseline: [Term]
  let changes: [Change]
  let structure: Known<Structure>
  let duplication: LoadDocument.Spread
  let directors: LoadDocument.Spread
  let ownBoard: LoadDocument.Spread
  let reconciliation: Known<LoadDocument.Spread>
  let capacity: Known<Double>
  let nonExecutiveCapacity: Known<Double>
  let capacityRatio: Known<Double>
  let hours: Hours

  init(_ explanation: LoadExplanation) {
    let load = explanation.load
    terms = load.terms.map(Term.init)
    baseline = load.baseline.map(Term.init)
    changes = explanation.changes.map(Change.init)
    structure = Known(explanation.structure.map(Structure.init))
    duplication = LoadDocument.Spread(explanation.duplication)
    directors = LoadDocument.Spread(explanation.directors)
    ownBoard = LoadDocument.Spread(explanation.baseline)
    reconciliation = Known(explanation.reconciliation.map(LoadDocument.Spread.init))
    capacity = Known(load.capacity.hours)
    nonExecutiveCapacity = Known(load.capacity.nonExecutiveHours)
    capacityRatio = Known(load.capacityRatio)
    let worked = load.hours
    hours = Hours(
      directors: worked.directors, deputies: worked.deputies, staff: worked.staff,
      cost: Known(explanation.rates.flatMap(worked.cost)))
  }
}
