/// Words that findings have in common.
enum Phrase {
  /// "A", "A and B", "A, B and C"; of more than eight, eight and how many more.
  ///
  /// Where a name itself has an "and", a comma stands before the last: "A, and B and C"; where one has
  /// a comma, semicolons part them.
  static func list(_ names: [String], most: Int = 8) -> String {
    let comma = names.contains { $0.contains(",") } ? "; " : ", "
    guard names.count <= most else {
      return names.prefix(most).joined(separator: comma) + " and \(names.count - most) more"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    let joint = names.contains { $0.contains(" and ") } ? comma + "and " : " and "
    return names.dropLast().joined(separator: comma) + joint + last
  }

  /// "1 ICS", "3 ICSs".
  static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
    "\(number) \(number == 1 ? one : many ?? one + "s")"
  }

  /// A share as a percentage without decimals, or "less than 1%".
  static func percent(_ share: Double) -> String {
    share > 0 && share < 0.01 ? "less than 1%" : "\(Int((share * 100).rounded()))%"
  }
}
