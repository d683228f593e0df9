/// Numbers as the tables write them: decimal, with a point, with or without an exponent.
enum PlainNumber {
  /// The number a text stands for, or `nil`.
  ///
  /// Refused are forms that the standard library reads but a spreadsheet or a reader would not:
  /// hexadecimal, infinity, not-a-number, spaces, thousands separators.
  static func value(of text: some StringProtocol) -> Double? {
    var sawDigit = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: sawDigit = true
      case 0x2B, 0x2D, 0x2E, 0x45, 0x65: continue
      default: return nil
      }
    }
    guard sawDigit, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  /// The shortest text that reads back as the same number; whole numbers without a point.
  ///
  /// - Parameter value: a finite number.
  static func text(_ value: Double) -> String {
    if value == 0 { return "0" }
    if value.rounded(.towardZero) == value, abs(value) < 1e15 { return String(Int64(value)) }
    return "\(value)"
  }
}
