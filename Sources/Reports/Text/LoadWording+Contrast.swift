import Governance

extension LoadWording {
  /// Hours that are a difference, with their sign: `+288`, `−788`, `0`.
  static func signedHours(_ hours: Double) -> String {
    let text = Self.hours(abs(hours))
    guard hours != 0, text != "0" else { return "0" }
    return (hours < 0 ? "−" : "+") + text
  }

  /// The value of an input: to two decimal places below ten, else to one.
  static func value(_ value: Double) -> String {
    Wording.decimal(value, places: abs(value) < 10 ? 2 : 1)
  }
}
