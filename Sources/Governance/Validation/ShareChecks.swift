extension RegisterValidator {
  /// The shares of one whole add to no more than the whole on any day.
  ///
  /// What the whole is:
  /// - `shareOfSubject` of `serves` lines: the work of one provider on one `shareBasis`. The basis
  ///   names the whole, so lines about different services with the same basis are parts of the same
  ///   whole and are added; wholes that differ need bases that differ.
  /// - `shareOfObject` of `serves` lines: the people of one ICS on one `shareBasis` for the same
  ///   list of services and in the same sectors. Providers of different services or sectors serve
  ///   the same people, so theirs are not added.
  /// - `shareOfObject` of `contains` lines: one object over all subjects of one kind (a local
  ///   authority over ICSs, say).
  /// - `share` of successions: one predecessor on one day and one `shareBasis`.
  ///
  /// Shares that were rounded one by one may add to a little more than the whole: each is allowed
  /// half a unit of the last decimal that any of them has, or of the third if they have fewer.
  ///
  /// Sums are taken in whole millionths of a millionth, so that adding and taking away over a long
  /// sweep loses nothing.
  mutating func checkShares() {
    var works: [WholeKey: [Part]] = [:]
    var people: [WholeKey: [Part]] = [:]
    var contents: [WholeKey: [Part]] = [:]
    for (row, relation) in register.relations.enumerated() {
      let place = RecordPlace(table: .relations, row: row, id: relation.id)
      let period = relation.provenance.period
      guard !period.isEmpty else { continue }
      if relation.kind == .serves, let share = relation.shareOfSubject {
        let key = WholeKey(code: relation.subject, basis: relation.shareBasis ?? "", kinds: [])
        works[key, default: []].append(Part(place, period, share))
      }
      guard let object = relation.object, let share = relation.shareOfObject else { continue }
      if relation.kind == .serves {
        let sectors = organisation(relation.subject)?.sectors.map(\.rawValue) ?? []
        let key = WholeKey(
          code: object, basis: relation.shareBasis ?? "",
          kinds: sectors.sorted() + ["of"] + relation.services.sorted())
        people[key, default: []].append(Part(place, period, share))
      } else if relation.kind == .contains {
        let kind = organisation(relation.subject)?.kind.rawValue ?? ""
        let key = WholeKey(code: object, basis: "", kinds: [kind])
        contents[key, default: []].append(Part(place, period, share))
      }
    }
    check(works, field: "shareOfSubject") { "The shares of the work of \($0.code)" }
    check(people, field: "shareOfObject") { "The shares of the people of \($0.code)" }
    check(contents, field: "shareOfObject") { "The shares in which \($0.code) is contained" }
    checkSuccessionShares()
  }

  private mutating func checkSuccessionShares() {
    var moves: [WholeKey: [Part]] = [:]
    for (row, succession) in register.succession.enumerated() {
      guard let share = succession.share else { continue }
      let key = WholeKey(
        code: succession.predecessor, basis: succession.shareBasis ?? "", kinds: [])
      let place = RecordPlace(table: .succession, row: row, id: succession.id)
      let day = Period(from: succession.date, to: succession.date)
      moves[key, default: []].append(Part(place, day, share))
    }
    check(moves, field: "share") { "The shares of \($0.code) that moved" }
  }

  private struct WholeKey: Hashable {
    var code: Code
    var basis: String
    var kinds: [String]
  }

  private struct Part {
    var place: RecordPlace
    var span: Range<Int>
    /// The share in units of 10^-12.
    var amount: Int

    init(_ place: RecordPlace, _ period: Period, _ share: Double) {
      self.place = place
      span = period.span
      // A share outside 0…1 is reported elsewhere; here it must only not overflow.
      amount = Int((min(max(share.isNaN ? 0 : share, 0), 1) * 1e12).rounded())
    }
  }

  private static let whole = 1_000_000_000_000

  /// How much more than the whole so many rounded shares may be.
  private static func allowance(for parts: [Part]) -> Int {
    // The unit of the last decimal, in units of 10^-12: the third decimal at most, the twelfth at
    // least.
    var unit = 1_000_000_000
    while unit > 1, parts.contains(where: { $0.amount % unit != 0 }) { unit /= 10 }
    return 1_000_000 + parts.count * unit / 2
  }

  private mutating func check(
    _ wholes: [WholeKey: [Part]], field: String, subject: (WholeKey) -> String
  ) {
    for (key, parts) in wholes where parts.count > 1 {
      guard let excess = RegisterValidator.firstExcess(of: parts) else { continue }
      let basis = key.basis.isEmpty ? "" : " (\(key.basis))"
      let when = excess.day == .min ? "" : " on \(CalendarDate(daysSince1970: excess.day))"
      let percent = Double(excess.sum) / Double(RegisterValidator.whole)
      let rounded = (percent * 1e6).rounded() / 1e6
      let others = excess.parts.filter { $0.place.row != excess.last.place.row }
      let named = others.prefix(5).map(\.place.id).joined(separator: ", ")
      let more = others.count > 5 ? " and \(others.count - 5) more" : ""
      report(
        excess.last.place, field,
        "\(subject(key))\(basis) add to \(rounded)\(when), with those of \(named)\(more).",
        "Correct a share or a period, or give lines of another whole another \"shareBasis\".")
    }
  }

  private struct Excess {
    var day: Int
    var sum: Int
    var last: Part
    var parts: [Part]
  }

  /// The first day on which the parts add to more than the whole.
  private static func firstExcess(of parts: [Part]) -> Excess? {
    let starts = parts.sorted {
      ($0.span.lowerBound, $0.place.row) < ($1.span.lowerBound, $1.place.row)
    }
    let most = whole + allowance(for: parts)
    let ends = parts.sorted { $0.span.upperBound < $1.span.upperBound }
    var ended = 0
    var sum = 0
    for (index, part) in starts.enumerated() {
      let day = part.span.lowerBound
      while ended < ends.count, ends[ended].span.upperBound <= day {
        sum -= ends[ended].amount
        ended += 1
      }
      sum += part.amount
      let isLastOfDay = index + 1 == starts.count || starts[index + 1].span.lowerBound > day
      guard isLastOfDay, sum > most else { continue }
      let active = parts.filter { $0.span.contains(day) }
      let last = active.max { $0.place.row < $1.place.row } ?? part
      return Excess(day: day, sum: sum, last: last, parts: active)
    }
    return nil
  }
}
