extension Wording {
  /// What is said for a figure that is not known.
  static let unknown = "not known"

  /// A figure with commas and without a needless fraction: `2,010,486`, `2.5`.
  ///
  /// - Parameter value: the figure; `nil` when not known.
  static func figure(_ value: Double?) -> String {
    guard let value, value.isFinite, abs(value) < 1e15 else { return unknown }
    if value.rounded() == value { return count(Int(value)) }
    return decimal(value, places: abs(value) < 10 ? 2 : 1)
  }

  /// A number to so many decimal places, without trailing zeros.
  ///
  /// - Parameters:
  ///   - value: the number, below 10^12.
  ///   - places: at most so many digits after the point, 0 to 6.
  static func decimal(_ value: Double, places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((abs(value) * Double(scale)).rounded())
    var fraction = String(scaled % scale)
    fraction = String(repeating: "0", count: max(0, places - fraction.count)) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    let sign = value < 0 && scaled > 0 ? "−" : ""
    return sign + count(scaled / scale) + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// A number and its noun, which takes an s for any number but one: `1 ICS`, `6 ICSs`.
  ///
  /// - Parameters:
  ///   - number: the number.
  ///   - noun: the noun for one.
  static func counted(_ number: Int, _ noun: String) -> String {
    counted(number, noun, noun + "s")
  }
}
