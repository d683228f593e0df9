/// Parameters of a trust measured by its diary.
///
/// Meetings are taken together by kind of forum. What a record or another parameter says of a forum
/// itself stays as it is: the estimate is of the kind and the trust.
///
/// - The length of a meeting, attendees, preparation, travel and deputies: the mean of the diary, with
///   the least and the most that was seen. One meeting alone says nothing of the spread, so that the
///   range of the parameter in use is kept and widened as far as needed.
/// - Times a year: the count, scaled from two weeks to a year and shared among the forums of the kind
///   that the trust attends, with the interval of a Poisson mean that holds it four times in five. It
///   replaces the parameter in use where that interval does not hold the number that was to be
///   expected. Else the count is consistent with what was in use, which is kept; and so it is where
///   none met of fewer than three that were expected, since that does not make “never” most likely.
public struct DiaryEstimate: Hashable, Sendable {
  /// What was done for one symbol of one kind of forum.
  public struct Step: Hashable, Sendable {
    /// The kind of forum.
    public let kind: String
    /// The symbol.
    public let symbol: LoadSymbol
    /// The parameter; `nil` where what was in use is kept.
    public let parameter: Parameter?
    /// What was done and on what assumption, in one sentence.
    public let statement: String
  }

  /// Meetings of a kind that the model does not hold the trust to attend.
  public struct Outside: Hashable, Sendable {
    /// The kind of forum.
    public let kind: String
    /// What the meetings are called, each once, in the order of the diary.
    public let names: [String]
    /// How many there were.
    public let meetings: Int
    /// Their person-hours in the two weeks.
    public let hours: Double
  }

  /// The diary.
  public let diary: Diary
  /// What was done, by kind of forum, in the order of the formula.
  public let steps: [Step]
  /// Meetings that stay outside the model, by kind.
  public let outside: [Outside]

  /// The parameters, by kind of forum.
  public var parameters: [Parameter] { steps.compactMap(\.parameter) }

  /// The parameters with others of the user's own, of which those are left out that they replace.
  ///
  /// - Parameter others: the user's own parameters.
  public func joined(to others: [Parameter]) -> [Parameter] {
    let measured = Set(parameters.compactMap { LoadParameter($0)?.identity })
    return parameters
      + others.filter { LoadParameter($0).map { !measured.contains($0.identity) } ?? true }
  }

  /// The row of `sources.csv` to which the parameters refer.
  public var source: Source { Self.source(of: diary) }

  /// Estimates parameters.
  ///
  /// - Parameters:
  ///   - diary: the diary.
  ///   - load: what the trust bears as the model has it, for the forums that it attends.
  ///   - book: the parameters in use.
  ///   - regime: the rules, for the shares of their templates.
  /// - Complexity: O(kinds · (meetings + terms + parameters)).
  public init(_ diary: Diary, of load: TrustLoad, book: ParameterBook, under regime: Regime) {
    self.diary = diary
    let meetings = Dictionary(grouping: diary.meetings, by: \.kind)
    let terms = Dictionary(
      grouping: load.terms.filter { $0.component == .meetings }, by: \.kind)
    let kinds = Set(meetings.keys).union(terms.keys).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
    var steps: [Step] = []
    var outside: [Outside] = []
    for kind in kinds {
      let seen = meetings[kind] ?? []
      guard let own = terms[kind] else {
        outside.append(Self.outside(kind, seen))
        continue
      }
      let estimate = KindEstimate(
        kind: kind, meetings: seen, terms: own, diary: diary, trust: load.trust, book: book,
        regime: regime)
      steps += estimate.steps
    }
    self.steps = steps
    self.outside = outside
  }

  private static func outside(_ kind: String, _ meetings: [DiaryMeeting]) -> Outside {
    var names: [String] = []
    for meeting in meetings {
      let name = meeting.name.isEmpty ? meeting.forum?.text ?? kind : meeting.name
      if !names.contains(name) { names.append(name) }
    }
    return Outside(
      kind: kind, names: names, meetings: meetings.count,
      hours: meetings.reduce(0) { $0 + $1.personHours })
  }

  fileprivate static func source(of diary: Diary) -> Source {
    Source(
      id: "diary-\(diary.trust)-\(diary.from)",
      title: "Two-week diary of meetings of \(diary.trust), \(diary.from) to \(diary.to)",
      asOf: diary.to)
  }
}

/// What a diary says of one kind of forum.
private struct KindEstimate {
  let kind: String
  let meetings: [DiaryMeeting]
  let terms: [LoadTerm]
  let diary: Diary
  let trust: Organisation
  let book: ParameterBook
  let regime: Regime

  var steps: [DiaryEstimate.Step] {
    [frequency] + (meetings.isEmpty ? [] : means)
  }

  // MARK: - Means

  /// A mean of the diary as a sum over a sum, and what each meeting has for itself.
  private struct Mean {
    var total = 0.0
    var base = 0.0
    var each: [Double] = []

    mutating func add(_ value: Double, per weight: Double) {
      total += value
      base += weight
      each.append(value / weight)
    }
  }

  private var means: [DiaryEstimate.Step] {
    var length = Mean()
    var attendees = Mean()
    var preparation = Mean()
    var travel = Mean()
    var deputies = Mean()
    for meeting in meetings {
      length.add(meeting.hours, per: 1)
      attendees.add(meeting.attendees, per: 1)
      if let hours = meeting.preparation {
        preparation.add(hours, per: meeting.attendees * meeting.hours)
      }
      if let hours = meeting.travel { travel.add(hours, per: meeting.attendees) }
      if let number = meeting.deputies { deputies.add(number, per: meeting.attendees) }
    }
    let all: [(LoadSymbol, Mean)] = [
      (.s, attendees), (.d, length), (.rho, preparation), (.w, travel), (.delta, deputies),
    ]
    return all.map { step($0, $1) }
  }

  private func step(_ symbol: LoadSymbol, _ mean: Mean) -> DiaryEstimate.Step {
    guard mean.base > 0, let least = mean.each.min(), let most = mean.each.max() else {
      return DiaryEstimate.Step(
        kind: kind, symbol: symbol, parameter: nil,
        statement: "Not noted for any meeting; what was in use is kept.")
    }
    // A mean of means may miss its own bounds by a rounding.
    let value = min(max(mean.total / mean.base, least), most)
    guard least == most else {
      return made(
        symbol, LoadRange(low: least, mode: value, high: most),
        "The mean of \(Phrase.count(mean.each.count, "meeting")), "
          + "with the least and the most that was seen.")
    }
    let held = current(symbol)?.range
    let range = LoadRange(
      low: min(held?.low ?? value, value), mode: value, high: max(held?.high ?? value, value))
    let seen =
      mean.each.count == 1
      ? "One meeting" : "\(mean.each.count) meetings that were all alike"
    return made(
      symbol, range,
      "\(seen): the value as it was seen, and the range that was in use, widened to hold it.")
  }

  // MARK: - Times a year

  /// Terms of which no record says how often the forum meets, with the share that is attended.
  private var open: [Double] {
    terms.filter { !isPublished($0) }.map(share)
  }

  private func isPublished(_ term: LoadTerm) -> Bool {
    term.parts.first?.factors.contains { factor in
      guard factor.symbol == .n, case .record = factor.origin else { return false }
      return true
    } ?? false
  }

  private func share(of term: LoadTerm) -> Double {
    if let factor = term.parts.first?.factors.first(where: { $0.symbol == .a }) {
      return factor.mode
    }
    guard term.parts.isEmpty, case .template(let id) = term.ground else { return 1 }
    return regime.templates.first { $0.id == id }?.share.mode ?? 1
  }

  private var frequency: DiaryEstimate.Step {
    let published = Set(terms.filter(isPublished).compactMap(\.forum))
    let count = meetings.count { $0.forum.map { !published.contains($0) } ?? true }
    let attended = open.reduce(0, +)
    guard attended > 0 else {
      return kept(
        "How often each of these forums meets is on record; two weeks do not better that.")
    }
    let exposure = attended * Diary.years
    let interval = PoissonInterval.mean(of: count)
    let range = LoadRange(
      low: interval.lowerBound / exposure, mode: Double(count) / exposure,
      high: interval.upperBound / exposure)
    let counted =
      "\(Phrase.count(count, "meeting")) in two weeks, of \(Self.text(attended)) such "
      + "\(attended == 1 ? "forum" : "forums") that the trust is taken to attend"
    guard let held = current(.n) else {
      return count > 0
        ? made(.n, range, "\(counted); no other figure was at hand.")
        : kept("\(counted); no other figure was at hand, and two weeks do not make it never.")
    }
    let expected = held.range.mode * exposure
    let usual = Self.text(held.range.mode)
    let wanted = "\(counted), where \(Self.text(expected)) would be expected at \(usual) a year"
    let bounds = "\(Self.text(interval.lowerBound)) to \(Self.text(interval.upperBound))"
    if interval.contains(expected) {
      return kept(
        "\(wanted): consistent, since four times in five the mean of such a count lies from "
          + "\(bounds). The \(usual) a year in use is kept.")
    }
    if count == 0, expected < Self.fewestForNone {
      return kept(
        "\(wanted): too few to say that it never meets. The \(usual) a year in use is kept.")
    }
    return made(
      .n, range,
      "\(wanted): not consistent, since four times in five the mean of such a count lies from "
        + "\(bounds). The count replaces it, scaled to a year.")
  }

  /// How many meetings must have been expected for none to be the most likely number.
  private static let fewestForNone = 3.0

  // MARK: - Rows

  private func current(_ symbol: LoadSymbol) -> LoadParameter? {
    book.parameter(
      symbol,
      for: ParameterScope(
        kinds: [kind, ParameterScope.everyForum], organisation: trust.id, sectors: trust.sectors))
  }

  private func kept(_ statement: String) -> DiaryEstimate.Step {
    DiaryEstimate.Step(kind: kind, symbol: .n, parameter: nil, statement: statement)
  }

  private func made(
    _ symbol: LoadSymbol, _ range: LoadRange, _ statement: String
  ) -> DiaryEstimate.Step {
    let parameter = Parameter(
      id: "diary-\(trust.id)-\(kind)-\(symbol.rawValue)", forumKind: kind, organisation: trust.id,
      symbol: symbol.rawValue, low: range.low, mode: range.mode, high: range.high,
      unit: symbol.unit, origin: .measured, basis: statement,
      source: DiaryEstimate.source(of: diary).id, confidence: .derived)
    return DiaryEstimate.Step(
      kind: kind, symbol: symbol, parameter: parameter, statement: statement)
  }

  private static func text(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = hundredths % 100
    if rest == 0 { return String(hundredths / 100) }
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + String(rest)
  }
}
