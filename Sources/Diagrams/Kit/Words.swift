import Governance

/// Figures and lists in plain words, the same in every view.
enum Words {
  /// The least share that counts as all, what would be written "99%": the maps behind the shares
  /// are no finer than one per cent.
  static let leastWhole = 0.985

  /// A share as a reader wants it: "all", "97%", "under 1%".
  static func share(_ share: Double) -> String {
    if share >= leastWhole { return "all" }
    if share < 0.005 { return share > 0 ? "under 1%" : "none" }
    return "\(Int((share * 100).rounded()))%"
  }

  /// A share to a tenth of one per cent, for tables; "not known" where it is not.
  static func exactShare(_ share: Double?) -> String {
    guard let share else { return "not known" }
    return decimal(share * 100) + "%"
  }

  /// A number with one digit after the point.
  static func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }

  /// A count with its noun: "1 ICS", "6 ICSs".
  static func count(_ number: Int, _ singular: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? singular : plural ?? singular + "s")"
  }

  /// People in round figures: "5.6 million", "840,000".
  static func people(_ number: Double) -> String {
    if number >= 999_500 { return decimal(number / 1_000_000) + " million" }
    return grouped(Int((number / 1000).rounded()) * 1000)
  }

  /// A whole number with commas between thousands.
  static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(abs(number)).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return (number < 0 ? "-" : "") + String(text.reversed())
  }

  /// "a", "a and b", "a, b and c".
  static func list(_ items: [String], last: String = "and") -> String {
    guard items.count > 1, let final = items.last else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + " \(last) " + final
  }

  /// The first letter in upper case.
  static func sentence(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// A text of at most so many characters, ending in "…" where it had more.
  static func limited(_ text: String, to count: Int) -> String {
    text.count <= count ? text : String(text.prefix(count - 1)) + "…"
  }

  /// A text as long as any page has room for: nothing of a text that a reader could read is lost,
  /// and one of ten thousand letters costs no more than one of six hundred.
  static func drawable(_ text: String) -> String {
    text.utf8.count <= 600 ? text : limited(String(text.prefix(600)), to: 599)
  }

  /// The name of a body without the legal form at its end, which the reader can do without.
  static func plainName(_ name: String) -> String {
    for ending in [" NHS Foundation Trust", " NHS Trust"] where name.hasSuffix(ending) {
      return String(name.dropLast(ending.count))
    }
    return name
  }

  /// The name of an ICS without the words that all of them share.
  static func systemName(_ name: String) -> String {
    var short = name
    if short.hasPrefix("NHS ") { short = String(short.dropFirst(4)) }
    for ending in [" Integrated Care Board", " Integrated Care System", " ICB", " ICS"]
    where short.hasSuffix(ending) {
      return String(short.dropLast(ending.count))
    }
    return short
  }

  /// What a sector is called.
  static func sector(_ sector: Sector) -> String {
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

  /// What a role is called.
  static func role(_ role: ServiceRole) -> String {
    switch role {
    case .home: "home ICS"
    case .serves: "serves"
    case .specialisedOnly: "specialised only"
    }
  }

  /// The titles of sources, by code, in the order given.
  static func sources(_ ids: [String], in register: Register) -> [String] {
    let titles = Dictionary(
      register.sources.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    return ids.map { titles[$0] ?? $0 }
  }
}
