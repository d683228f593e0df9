import Governance

/// How figures and terms are put in words, the same everywhere.
public enum Wording {
  /// A share as a whole percentage; "under 1%" and "over 99%" where rounding would claim none or
  /// all; "not known" where it is not.
  ///
  /// - Parameter share: 0 to 1.
  public static func percentage(_ share: Double?) -> String {
    guard let share else { return "not known" }
    let rounded = (share * 100).rounded()
    if rounded == 0, share > 0 { return "under 1%" }
    if rounded == 100, share < 0.9995 { return "over 99%" }
    return "\(Int(rounded))%"
  }

  /// A whole number with commas: `63,237,908`.
  public static func count(_ number: Int) -> String {
    let digits = String(abs(number))
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return (number < 0 ? "−" : "") + grouped
  }

  /// A number with one decimal.
  public static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(abs(tenths % 10))"
  }

  /// A count with its noun: `1 ICS`, `3 ICSs`.
  public static func counted(_ number: Int, _ singular: String, _ plural: String) -> String {
    "\(count(number)) \(number == 1 ? singular : plural)"
  }

  /// Names as a list in a sentence: `one, two and three`.
  public static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A role in words.
  public static func role(_ role: ServiceRole) -> String {
    switch role {
    case .home: "home"
    case .serves: "serves"
    case .specialisedOnly: "specialised only"
    }
  }

  /// A sector in words.
  public static func sector(_ sector: Sector) -> String {
    switch sector {
    case .acute: "acute"
    case .mentalHealth: "mental health"
    case .learningDisability: "learning disability"
    case .community: "community"
    case .ambulance: "ambulance"
    case .specialist: "specialist"
    case .online: "online"
    }
  }
}
