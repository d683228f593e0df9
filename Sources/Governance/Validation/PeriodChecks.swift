extension RegisterValidator {
  /// Every period has a day.
  mutating func checkPeriods() {
    for (place, provenance) in datedRecords {
      let period = provenance.period
      guard period.isEmpty, let from = period.from, let to = period.to else { continue }
      report(
        place, "to", "The period ends on \(to), before it starts on \(from).",
        "Correct \"from\" or \"to\"; both days belong to the period.")
    }
  }

  /// No record holds on a day on which what it is about does not exist.
  mutating func checkLives() {
    for (row, measure) in register.measures.enumerated() {
      let place = RecordPlace(table: .measures, row: row, id: measure.id)
      check(measure.provenance, within: life(measure.organisation), place)
    }
    for (row, relation) in register.relations.enumerated() {
      let place = RecordPlace(table: .relations, row: row, id: relation.id)
      check(relation.provenance, within: life(relation.subject), place)
      for end in [relation.object].compactMap({ $0 }) + relation.objectAmong {
        check(relation.provenance, within: life(end), place)
      }
      check(relation.provenance, areas: relation.areas, place)
    }
    for (row, arrangement) in register.arrangements.enumerated() {
      let place = RecordPlace(table: .arrangements, row: row, id: arrangement.id.text)
      check(arrangement.provenance, areas: arrangement.areas, place)
    }
    for (row, party) in register.parties.enumerated() {
      let place = RecordPlace(table: .parties, row: row, id: party.id)
      check(party.provenance, within: life(party.arrangement), place)
      check(party.provenance, within: life(party.organisation), place)
    }
    for (row, forum) in register.forums.enumerated() {
      let place = RecordPlace(table: .forums, row: row, id: forum.id.text)
      for parent in [forum.parent, forum.parentArrangement].compactMap({ $0 }) {
        check(forum.provenance, within: life(parent), place)
      }
    }
    for (row, seat) in register.seats.enumerated() {
      let place = RecordPlace(table: .seats, row: row, id: seat.id)
      for end in [seat.forum, seat.organisation, seat.arrangement].compactMap({ $0 }) {
        check(seat.provenance, within: life(end), place)
      }
    }
  }

  /// What a record is about, with the days on which it exists.
  private struct Life {
    var code: Code
    var period: Period
  }

  private func life(_ code: Code) -> Life? {
    let period =
      organisationRows[code].map { register.organisations[$0].provenance.period }
      ?? arrangementRows[code].map { register.arrangements[$0].provenance.period }
      ?? forumRows[code].map { register.forums[$0].provenance.period }
    return period.map { Life(code: code, period: $0) }
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
      guard let life = life(area), !provenance.period.isEmpty, !life.period.isEmpty,
        !life.period.overlaps(provenance.period)
      else { continue }
      report(
        place, "areas", "\(area) does not exist on any day of the record.",
        "Name an area that exists \(provenance.period.inWords).")
    }
  }
}
