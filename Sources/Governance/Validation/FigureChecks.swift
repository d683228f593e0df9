/// Numbers lie where they can.
extension RegisterValidator {
  mutating func checkShare(_ share: Double?, _ place: RecordPlace, _ field: String) {
    guard let share, !(0...1).contains(share) else { return }
    report(
      place, field, "\"\(field)\" is \(share); a share lies from 0 to 1.",
      "Correct it, or leave it blank where it is not known.")
  }

  mutating func checkCount(_ value: Double?, _ place: RecordPlace, _ field: String) {
    guard let value, !(0...1e12).contains(value) else { return }
    report(
      place, field, "\"\(field)\" is \(value); it must be from 0 to 1000000000000.",
      "Correct it, or leave it blank where it is not known.")
  }

  mutating func checkFrequency(_ value: Double?, _ place: RecordPlace, _ field: String) {
    checkCount(value, place, field)
    guard value == 0 else { return }
    report(
      place, field, "\"\(field)\" is 0; what never happens is not recorded.",
      "Remove the record, or leave the figure blank where it is not known.")
  }

  mutating func checkRange(_ parameter: Parameter, _ place: RecordPlace) {
    checkCount(parameter.low, place, "low")
    checkCount(parameter.mode, place, "mode")
    checkCount(parameter.high, place, "high")
    if LoadSymbol(rawValue: parameter.symbol)?.isShare == true {
      checkShare(parameter.low, place, "low")
      checkShare(parameter.mode, place, "mode")
      checkShare(parameter.high, place, "high")
    }
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
