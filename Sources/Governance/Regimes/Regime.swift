/// A dated pack of rules, held as data: the lines that law and guidance make hold for every body of
/// a kind, and what they expect.
public struct Regime: Hashable, Sendable {
  /// Whether its rules hold.
  public enum Status: String, CaseIterable, Sendable {
    /// They hold.
    case inForce
    /// They held.
    case superseded
    /// They are proposed, and never the default.
    case proposed
  }

  /// The id.
  public var id: String
  /// The title.
  public var title: String
  /// What it is, in a sentence or two.
  public var summary: String?
  /// Whether its rules hold.
  public var status: Status
  /// The days on which they do.
  public var period: Period
  /// Documents that its rules cite.
  public var documents: [CitedDocument]
  /// Lines that hold for every body of a kind.
  public var standing: [StandingRule]
  /// What is expected.
  public var expectations: [Expectation]
  /// What providers are taken to do where no record says.
  public var templates: [LoadTemplate]
  /// The order of functions.
  public var functions: TermOrder
  /// The order of services.
  public var services: TermOrder

  /// Makes a regime from its fields.
  public init(
    id: String, title: String, summary: String? = nil, status: Status, period: Period = Period(),
    documents: [CitedDocument] = [], standing: [StandingRule] = [],
    expectations: [Expectation] = [], templates: [LoadTemplate] = [],
    functions: TermOrder = TermOrder(), services: TermOrder = TermOrder()
  ) {
    self.id = id
    self.title = title
    self.summary = summary
    self.status = status
    self.period = period
    self.documents = documents
    self.standing = standing
    self.expectations = expectations
    self.templates = templates
    self.functions = functions
    self.services = services
  }

  /// The expectation of an id.
  public func expectation(_ id: String) -> Expectation? { expectations.first { $0.id == id } }

  /// The standing rule of an id.
  public func standingRule(_ id: String) -> StandingRule? { standing.first { $0.id == id } }

  /// The template of an id.
  public func template(_ id: String) -> LoadTemplate? { templates.first { $0.id == id } }

  /// The document of a citation.
  public func document(_ citation: Citation) -> CitedDocument? {
    documents.first { $0.id == citation.document }
  }
}

/// All regimes at hand.
public struct RegimeLibrary: Hashable, Sendable {
  /// The regimes, by first day, those without one first, then by id.
  public let regimes: [Regime]
  /// The order of functions that all of them share.
  public let functions: TermOrder
  /// The order of services that all of them share.
  public let services: TermOrder

  /// Makes a library.
  public init(
    _ regimes: [Regime], functions: TermOrder = TermOrder(), services: TermOrder = TermOrder()
  ) {
    self.functions = functions
    self.services = services
    self.regimes = regimes.sorted { left, right in
      switch (left.period.from, right.period.from) {
      case (let one?, let other?) where one != other: one < other
      case (nil, _?): true
      case (_?, nil): false
      default: left.id < right.id
      }
    }
  }

  /// The regime of an id.
  public func regime(_ id: String) -> Regime? { regimes.first { $0.id == id } }

  /// The regime whose rules hold on a day: the latest to begin of those that are not merely
  /// proposed; `nil` if none does.
  public func inForce(on date: CalendarDate) -> Regime? {
    regimes.last { $0.status != .proposed && $0.period.contains(date) }
  }
}
