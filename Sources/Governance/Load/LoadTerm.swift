/// The components of external governance load.
public enum LoadComponent: String, CaseIterable, Sendable {
  /// Meetings of forums of others.
  case meetings
  /// Returns of information.
  case returns
  /// Reviews by overseers.
  case reviews
  /// Contracts with commissioners.
  case contracts
}

/// A share of a term that is a product of its own, so that it is known what it rests on.
public enum LoadPartKind: String, CaseIterable, Sendable {
  /// Sitting in meetings: n·a·s·d.
  case attendance
  /// Preparing for them: n·a·s·d·ρ.
  case preparation
  /// Getting there and setting up: n·a·s·w.
  case travel
  /// Support by staff: n·a·u.
  case support
  /// Making returns for the first recipient: n·h.
  case making
  /// Making them again for further recipients: (k − 1)·n·h·(1 − σ).
  case repeating
  /// Reviews: n·v.
  case review
  /// Contracts: q.
  case contract
  /// Reconciling overseers of one function: C(m, 2)·κ; outside the headline.
  case reconciliation
}

/// Where a value comes from.
public enum LoadOrigin: Hashable, Sendable {
  /// A row of parameters.
  case parameter(LoadParameter)
  /// A record of the register.
  case record(RecordReference, Confidence)
  /// The share of a template of the regime.
  case template(String, LoadTemplate.Share)

  /// Whether it is a default that nobody has validated: a parameter or share that says so, or a
  /// record that is assumed.
  public var isUnvalidated: Bool {
    switch self {
    case .parameter(let parameter): parameter.record.origin == .unvalidatedDefault
    case .record(_, let confidence): confidence == .assumed
    case .template(_, let share): share.provenance == .unvalidatedDefault
    }
  }

  /// The word for how it was come by.
  public var provenance: ParameterProvenance {
    switch self {
    case .parameter(let parameter): parameter.record.origin
    case .record: isUnvalidated ? .unvalidatedDefault : .measured
    case .template(_, let share): share.provenance
    }
  }

  /// Where to look it up: the row, the record or the template.
  public var reference: String {
    switch self {
    case .parameter(let parameter): parameter.record.id
    case .record(let record, _): record.id
    case .template(let id, _): id
    }
  }

  /// What it rests on, in words; `nil` where nothing is said.
  public var basis: String? {
    switch self {
    case .parameter(let parameter): parameter.record.basis
    case .record: nil
    case .template(_, let share): share.basis
    }
  }

  /// The row of `sources.csv` of a parameter; `nil` for others.
  public var source: String? {
    if case .parameter(let parameter) = self { parameter.record.source } else { nil }
  }
}

/// A factor of a product.
public struct LoadFactor: Hashable, Sendable {
  /// The symbol in the formula.
  public let symbol: LoadSymbol
  /// Its values.
  public let range: LoadRange
  /// Where they come from.
  public let origin: LoadOrigin
  /// Whether one minus the value counts, as for σ and δ.
  public let isComplement: Bool
  /// What tells the figure from all others, whatever its values; `nil` for one of a record, which is
  /// not drawn.
  public let identity: String?

  /// Makes a factor.
  public init(
    _ symbol: LoadSymbol, _ range: LoadRange, _ origin: LoadOrigin, isComplement: Bool = false
  ) {
    self.symbol = symbol
    self.range = range
    self.origin = origin
    self.isComplement = isComplement
    identity =
      switch origin {
      case .parameter(let parameter): parameter.identity
      case .template(let id, _): "\(symbol.rawValue)|template|\(id)"
      case .record: nil
      }
  }

  /// What counts at a value of the symbol.
  public func contribution(_ value: Double) -> Double { isComplement ? 1 - value : value }

  /// What counts at the most likely value.
  public var mode: Double { contribution(range.mode) }

  /// The least and the most that counts.
  public var bounds: (least: Double, most: Double) {
    isComplement
      ? (contribution(range.high), contribution(range.low))
      : (contribution(range.low), contribution(range.high))
  }
}

/// A product of factors, times a whole number.
public struct LoadPart: Hashable, Sendable {
  /// What it is.
  public let kind: LoadPartKind
  /// How many times it is borne: recipients beyond the first, pairs of overseers; 1 otherwise.
  public let multiplicity: Double
  /// The factors, in the order of the formula.
  public let factors: [LoadFactor]

  /// Makes a part.
  public init(_ kind: LoadPartKind, multiplicity: Double = 1, _ factors: [LoadFactor]) {
    self.kind = kind
    self.multiplicity = multiplicity
    self.factors = factors
  }

  /// Person-hours a year at the most likely values.
  public var mode: Double { factors.reduce(multiplicity) { $0 * $1.mode } }

  /// Whether any factor is a default that nobody has validated.
  public var isUnvalidated: Bool { factors.contains { $0.origin.isUnvalidated } }
}

/// On what ground a term stands.
public enum LoadGround: Hashable, Sendable {
  /// A record of the register.
  case recorded
  /// A standing line of the regime, by the id of its rule.
  case standing(String)
  /// A template of the regime, by its id: nobody has recorded it.
  case template(String)
}

/// What a trust bears for one forum, family of returns, overseer or contract.
public struct LoadTerm: Hashable, Sendable {
  /// The component.
  public let component: LoadComponent
  /// The kind of forum or the family of returns; `review`, `contract` or a function for the others.
  public let kind: String
  /// What it is, in words.
  public let title: String
  /// The body that it is for: who has the forum, receives the returns, oversees or buys.
  public let bodies: [Code]
  /// The forum, where one is recorded.
  public let forum: Code?
  /// On what ground it stands.
  public let ground: LoadGround
  /// The records that show it, by table and id.
  public let rests: [RecordReference]
  /// Its parts.
  public let parts: [LoadPart]
  /// The share of its meetings that deputies attend; `nil` if that is not known, or for no meeting.
  public let deputies: LoadFactor?

  /// Whether nobody has recorded it.
  public var isModelled: Bool { if case .template = ground { true } else { false } }

  /// Person-hours a year at the most likely values.
  public var mode: Double { parts.reduce(0) { $0 + $1.mode } }

  /// Person-hours a year at the most likely values that rest on defaults nobody has validated.
  public var unvalidated: Double {
    parts.reduce(0) { $0 + ($1.isUnvalidated ? $1.mode : 0) }
  }
}

/// Something that is wanted and not known, so that a part is left out.
public struct LoadGap: Hashable, Sendable {
  /// Why.
  public enum Reason: Hashable, Sendable {
    /// There is no parameter of this symbol that fits.
    case parameter(LoadSymbol)
    /// The trust works in one more system, and it is not known which.
    case system(among: [Code])
    /// No system is on record in which the trust works.
    case noSystem
  }

  /// Why.
  public let reason: Reason
  /// The kind of forum, family or other kind for which it is wanted; blank for systems.
  public let kind: String
  /// What is left out; `nil` for systems, where everything is, and for hours of directors.
  public let part: LoadPartKind?
  /// The forums or bodies for which it is left out, by code.
  public let neededFor: [Code]

  /// Makes a gap.
  public init(reason: Reason, kind: String, part: LoadPartKind?, neededFor: [Code]) {
    self.reason = reason
    self.kind = kind
    self.part = part
    self.neededFor = neededFor
  }

  /// What is missing and for what, in one sentence.
  public var statement: String {
    switch reason {
    case .parameter(let symbol):
      let what =
        part.map { "\($0.rawValue) of \(kind) is left out" }
        ?? (symbol == .delta
          ? "what directors attend of \(kind) is left out"
          : "hours of directors are not set against those they have")
      return "No \(symbol.rawValue) (\(symbol.meaning)) is known, so \(what)."
    case .system(let among):
      return "The trust works in one more ICS, one of "
        + "\(among.map(\.text).joined(separator: ", ")); its load there is left out."
    case .noSystem:
      return "No ICS is on record in which the trust works, so most of what it attends, sends and "
        + "settles is not known."
    }
  }
}
