/// A figure of the load model, with its range.
public struct Parameter: Hashable, Sendable {
  /// The record.
  public var id: String
  /// The kind of forum to which it applies, or what else it is a figure of.
  public var forumKind: String
  /// The one forum to which it applies; `nil` for all of the kind.
  public var forum: Code?
  /// The one organisation to which it applies; `nil` for all.
  public var organisation: Code?
  /// The one sector to which it applies; `nil` for all.
  public var sector: Sector?
  /// The symbol in the formula.
  public var symbol: String
  /// The low value; `nil` when not known.
  public var low: Double?
  /// The most likely value; `nil` when not known.
  public var mode: Double?
  /// The high value; `nil` when not known.
  public var high: Double?
  /// The unit.
  public var unit: String
  /// Whether it was measured.
  public var origin: ParameterProvenance
  /// What it rests on, in words.
  public var basis: String?
  /// The row of `sources.csv`.
  public var source: String
  /// How sure it is.
  public var confidence: Confidence
  /// Anything a reader should know.
  public var note: String?

  /// Makes a record from its fields.
  public init(
    id: String,
    forumKind: String,
    forum: Code? = nil,
    organisation: Code? = nil,
    sector: Sector? = nil,
    symbol: String,
    low: Double? = nil,
    mode: Double? = nil,
    high: Double? = nil,
    unit: String,
    origin: ParameterProvenance,
    basis: String? = nil,
    source: String,
    confidence: Confidence,
    note: String? = nil
  ) {
    self.id = id
    self.forumKind = forumKind
    self.forum = forum
    self.organisation = organisation
    self.sector = sector
    self.symbol = symbol
    self.low = low
    self.mode = mode
    self.high = high
    self.unit = unit
    self.origin = origin
    self.basis = basis
    self.source = source
    self.confidence = confidence
    self.note = note
  }
}

/// A symbol of the formulas of governance load, as `parameters.csv` writes it.
public enum LoadSymbol: String, CaseIterable, Sendable {
  /// Times a year.
  case n
  /// Hours a meeting.
  case d
  /// Attendees from one trust.
  case s
  /// Hours of preparation per attendee-hour.
  case rho
  /// Hours of travel and setting up per attendee and meeting.
  case w
  /// Hours of support a meeting, of a member; and of the host or chair.
  case u, uHost
  /// Share attended, 0 to 1.
  case a
  /// Hours to make one return.
  case h
  /// Share of a return that is re-used for a second recipient, 0 to 1.
  case sigma
  /// Hours a review.
  case v
  /// Hours a contract and year.
  case q
  /// Hours a year to reconcile each pair of overseers of one function.
  case kappa
  /// Share of attendance that deputies take, 0 to 1.
  case delta
  /// Non-executive directors of a trust.
  case directors
  /// Days a month of each non-executive director.
  case days
  /// Hours a day.
  case hours
  /// Hours of executive directors that are set aside, a year.
  case executive

  /// Whether it is a share, which lies from 0 to 1.
  public var isShare: Bool { self == .a || self == .sigma || self == .delta }

  /// Whether a unit is one in which its figures may be given.
  ///
  /// Hours begin with “hour”, days with “day” and shares with “share”; what is counted in a year
  /// names the year, and people are called attendees, directors, people or persons.
  ///
  /// - Parameter unit: the unit as a table writes it, in any case.
  public func takes(unit: String) -> Bool {
    let unit = unit.lowercased()
    switch self {
    case .n: return unit.contains("year") && !Self.times.contains { unit.hasPrefix($0) }
    case .s, .directors:
      return !Self.times.contains { unit.hasPrefix($0) }
        && ["attendee", "director", "people", "person"].contains { unit.contains($0) }
    case .a, .sigma, .delta: return unit.hasPrefix("share")
    case .days: return unit.hasPrefix("day")
    case .d, .rho, .w, .u, .uHost, .h, .v, .q, .kappa, .hours, .executive:
      return unit.hasPrefix("hour")
    }
  }

  private static let times = ["minute", "hour", "day", "week", "month"]

  /// The unit of its figures, as the tables write it.
  public var unit: String {
    switch self {
    case .n: "meetings a year"
    default: meaning
    }
  }

  /// What it is, in words.
  public var meaning: String {
    switch self {
    case .n: "times a year"
    case .d: "hours a meeting"
    case .s: "attendees from one trust"
    case .rho: "hours of preparation per attendee-hour"
    case .w: "hours of travel per attendee and meeting"
    case .u: "hours of support a meeting"
    case .uHost: "hours of support a meeting, as host or chair"
    case .a: "share attended"
    case .h: "hours a return"
    case .sigma: "share re-used for a second recipient"
    case .v: "hours a review"
    case .q: "hours a contract and year"
    case .kappa: "hours a year per pair of overseers"
    case .delta: "share attended by deputies"
    case .directors: "non-executive directors"
    case .days: "days a month of each"
    case .hours: "hours a day"
    case .executive: "hours of executive directors set aside, a year"
    }
  }
}
