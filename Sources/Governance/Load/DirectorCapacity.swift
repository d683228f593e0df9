/// The hours that the directors of a trust have for governance, within and outside it.
public struct DirectorCapacity: Hashable, Sendable {
  /// Non-executive directors, days a month and hours a day; those that are known.
  public let nonExecutive: [LoadFactor]
  /// Hours of executive directors that are set aside, a year; `nil` if not known.
  public let executive: LoadFactor?

  /// Hours a year of non-executive directors at the most likely values; `nil` if not known.
  public var nonExecutiveHours: Double? {
    nonExecutive.count == 3 ? nonExecutive.reduce(12) { $0 * $1.mode } : nil
  }

  /// Hours a year of all directors at the most likely values; `nil` if any part is not known.
  public var hours: Double? {
    guard let nonExecutiveHours, let executive else { return nil }
    return nonExecutiveHours + executive.mode
  }
}

/// What an hour costs, by who works it; from the user, since no rate is the same everywhere.
public struct LoadRates: Hashable, Sendable {
  /// Pounds an hour of a director.
  public var director: Double?
  /// Pounds an hour of a deputy, who attends for a director.
  public var deputy: Double?
  /// Pounds an hour of staff: support, travel, returns, reviews, contracts.
  public var staff: Double?

  /// Makes rates.
  ///
  /// - Parameters:
  ///   - director: pounds an hour of a director, with or without on-costs as the user decides.
  ///   - deputy: pounds an hour of a deputy.
  ///   - staff: pounds an hour of staff.
  public init(director: Double? = nil, deputy: Double? = nil, staff: Double? = nil) {
    self.director = director
    self.deputy = deputy
    self.staff = staff
  }
}

/// The hours of a load by who works them, at the most likely values.
public struct LoadHours: Hashable, Sendable {
  /// Hours of directors in attendance and preparation.
  public let directors: Double
  /// Hours of deputies in attendance and preparation.
  public let deputies: Double
  /// All other hours.
  public let staff: Double

  /// Pounds a year; `nil` if a rate is missing for which there are hours.
  public func cost(_ rates: LoadRates) -> Double? {
    var total = 0.0
    for (hours, rate) in [
      (directors, rates.director), (deputies, rates.deputy), (staff, rates.staff),
    ] where hours > 0 {
      guard let rate else { return nil }
      total += hours * rate
    }
    return total
  }
}

extension TrustLoad {
  /// The hours of the headline by who works them, at the most likely values.
  ///
  /// Meetings for which the share of deputies is not known count as the directors'.
  public var hours: LoadHours {
    var directors = 0.0
    var deputies = 0.0
    for term in terms {
      let share = term.deputies.map { $0.range.mode } ?? 0
      for part in term.parts where part.kind == .attendance || part.kind == .preparation {
        directors += part.mode * (1 - share)
        deputies += part.mode * share
      }
    }
    return LoadHours(
      directors: directors, deputies: deputies, staff: mode - directors - deputies)
  }

  /// The hours of directors as a share of the hours they have; `nil` if these are not known.
  public var capacityRatio: Double? {
    capacity.hours.flatMap { $0 > 0 ? mode(of: .directors) / $0 : nil }
  }
}
