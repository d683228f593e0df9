extension RegisterValidator {
  /// Every period has a day.
  mutating func checkPeriod(_ period: Period, _ place: RecordPlace) {
    guard period.isEmpty, let from = period.from, let to = period.to else { return }
    report(
      place, "to", "The period ends on \(to), before it starts on \(from).",
      "Correct \"from\" or \"to\"; both days belong to the period.")
  }
}

/// No record holds on a day on which what it is about does not exist.
extension RegisterValidator {
  mutating func checkLife(_ measure: Measure, _ place: RecordPlace) {
    check(measure.provenance, within: organisationLife(measure.organisation), place)
  }

  mutating func checkLife(_ relation: Relation, _ place: RecordPlace) {
    check(relation.provenance, within: organisationLife(relation.subject), place)
    check(relation.provenance, within: organisationLife(relation.object), place)
    for candidate in relation.objectAmong {
      check(relation.provenance, within: organisationLife(candidate), place)
    }
    check(relation.provenance, areas: relation.areas, place)
  }

  mutating func checkLife(_ arrangement: Arrangement, _ place: RecordPlace) {
    check(arrangement.provenance, areas: arrangement.areas, place)
  }

  mutating func checkLife(_ party: Party, _ place: RecordPlace) {
    check(party.provenance, within: arrangementLife(party.arrangement), place)
    check(party.provenance, within: organisationLife(party.organisation), place)
  }

  mutating func checkLife(_ forum: Forum, _ place: RecordPlace) {
    check(forum.provenance, within: organisationLife(forum.parent), place)
    check(forum.provenance, within: arrangementLife(forum.parentArrangement), place)
  }

  mutating func checkLife(_ seat: Seat, _ place: RecordPlace) {
    check(seat.provenance, within: forumLife(seat.forum), place)
    check(seat.provenance, within: organisationLife(seat.organisation), place)
    check(seat.provenance, within: arrangementLife(seat.arrangement), place)
  }

  mutating func checkLife(_ decision: Decision, _ place: RecordPlace) {
    check(decision.provenance, within: life(decision.subject), place)
  }

  mutating func checkLife(_ record: InformationReturn, _ place: RecordPlace) {
    check(record.provenance, within: organisationLife(record.organisation), place)
    check(record.provenance, within: organisationLife(record.recipient), place)
  }

  mutating func checkLife(_ completeness: Completeness, _ place: RecordPlace) {
    check(completeness.provenance, within: life(completeness.subject), place)
  }

  /// What a record is about, with the days on which it exists.
  private struct Life {
    var code: Code
    var period: Period
  }

  private func organisationLife(_ code: Code?) -> Life? {
    guard let code, let row = organisationRows[code] else { return nil }
    return Life(code: code, period: register.organisations[row].provenance.period)
  }

  private func arrangementLife(_ code: Code?) -> Life? {
    guard let code, let row = arrangementRows[code] else { return nil }
    return Life(code: code, period: register.arrangements[row].provenance.period)
  }

  private func forumLife(_ code: Code?) -> Life? {
    guard let code, let row = forumRows[code] else { return nil }
    return Life(code: code, period: register.forums[row].provenance.period)
  }

  /// The life of whatever has the code: the three kinds share one space of identifiers.
  private func life(_ code: Code?) -> Life? {
    organisationLife(code) ?? arrangementLife(code) ?? forumLife(code)
  }

  private mutating func check(
    _ provenance: Provenance, within life: Life?, _ place: RecordPlace
  ) {
    let period = provenance.period
    guard let life, !period.isEmpty, !life.period.isEmpty, !life.period.covers(period) else {
      return
    }
    if let opening = life.period.from, let from = period.from, from < opening {
      report(
        place, "from",
        "The record holds from \(from), but \(life.code) exists only from "
          + "\(opening).",
        "Start it on \(opening) or later, or name what came before \(life.code).")
    }
    guard let closing = life.period.to else { return }
    if let to = period.to, to > closing {
      report(
        place, "to", "The record holds to \(to), but \(life.code) ended on \(closing).",
        "End it on \(closing) or earlier, and carry it on with what followed \(life.code).")
    } else if period.to == nil {
      report(
        place, "to", "The record is still in force, but \(life.code) ended on \(closing).",
        "End it on \(closing) or earlier, and carry it on with what followed \(life.code).")
    }
  }

  /// An area may come or go while a line holds, but must exist on some day of it.
  private mutating func check(_ provenance: Provenance, areas: [Code], _ place: RecordPlace) {
    for area in areas {
      guard let life = organisationLife(area), !provenance.period.isEmpty, !life.period.isEmpty,
        !life.period.overlaps(provenance.period)
      else { continue }
      report(
        place, "areas", "\(area) does not exist on any day of the record.",
        "Name an area that exists \(provenance.period.inWords).")
    }
  }
}
