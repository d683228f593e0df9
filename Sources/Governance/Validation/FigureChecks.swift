extension RegisterValidator {
  /// Numbers lie where they can.
  mutating func checkFigures() {
    for (row, relation) in register.relations.enumerated() {
      let place = RecordPlace(table: .relations, row: row, id: relation.id)
      checkShare(relation.shareOfObject, place, "shareOfObject")
      checkShare(relation.shareOfSubject, place, "shareOfSubject")
    }
    for (row, succession) in register.succession.enumerated() {
      let place = RecordPlace(table: .succession, row: row, id: succession.id)
      checkShare(succession.share, place, "share")
    }
    for (row, measure) in register.measures.enumerated() {
      let place = RecordPlace(table: .measures, row: row, id: measure.id)
      checkCount(measure.value, place, "value")
    }
    for (row, forum) in register.forums.enumerated() {
      let place = RecordPlace(table: .forums, row: row, id: forum.id.text)
      checkCount(forum.meetingsPerYear, place, "meetingsPerYear")
      checkCount(forum.durationHours, place, "durationHours")
      checkCount(forum.members, place, "members")
    }
    for (row, seat) in register.seats.enumerated() {
      checkCount(seat.count, RecordPlace(table: .seats, row: row, id: seat.id), "count")
    }
    for (row, parameter) in register.parameters.enumerated() {
      checkRange(parameter, RecordPlace(table: .parameters, row: row, id: parameter.id))
    }
  }

  private mutating func checkShare(_ share: Double?, _ place: RecordPlace, _ field: String) {
    guard let share, !(0...1).contains(share) else { return }
    report(
      place, field, "\"\(field)\" is \(share); a share lies from 0 to 1.",
      "Correct it, or leave it blank where it is not known.")
  }

  private mutating func checkCount(_ value: Double?, _ place: RecordPlace, _ field: String) {
    guard let value, !(value >= 0 && value.isFinite) else { return }
    report(
      place, field, "\"\(field)\" is \(value); it must be 0 or more.",
      "Correct it, or leave it blank where it is not known.")
  }

  private mutating func checkRange(_ parameter: Parameter, _ place: RecordPlace) {
    checkCount(parameter.low, place, "low")
    checkCount(parameter.mode, place, "mode")
    checkCount(parameter.high, place, "high")
    let known = [parameter.low, parameter.mode, parameter.high].compactMap { $0 }
    if known.isEmpty {
      report(
        place, "mode", "The parameter has no value.", "Fill \"low\", \"mode\" or \"high\".")
    } else if zip(known, known.dropFirst()).contains(where: { $0 > $1 }) {
      report(
        place, "low", "Low, mode and high do not rise.",
        "Order them so that low ≤ mode ≤ high.")
    }
  }
}
