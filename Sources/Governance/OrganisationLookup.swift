/// Finds organisations by code or by name, as people type them.
public struct OrganisationLookup: Sendable {
  /// What a search came to.
  public enum Answer: Hashable, Sendable {
    /// Exactly one organisation in force is meant.
    case found(Organisation)
    /// Several may be meant; by code.
    case ambiguous([Organisation])
    /// What is meant is in the register but not in force on the day.
    case notInForce(Organisation)
    /// Nothing is meant; the nearest by spelling.
    case unknown(nearest: [Organisation])
  }

  private struct Entry: Sendable {
    let organisation: Organisation
    let words: [String]
    let shortWords: [String]
  }

  private let entries: [Entry]
  private let date: CalendarDate

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - register: where to search.
  ///   - date: the day on which what is found is to be in force.
  ///   - kinds: the kinds to search among; all when empty.
  /// - Complexity: O(organisations).
  public init(_ register: Register, on date: CalendarDate, kinds: Set<OrganisationKind> = []) {
    self.date = date
    entries = register.organisations.filter { kinds.isEmpty || kinds.contains($0.kind) }.map {
      Entry(
        organisation: $0, words: Self.words($0.name), shortWords: Self.words($0.shortName ?? ""))
    }
  }

  /// What the text means: a code first, then a whole name, then a name that has all its words.
  ///
  /// A code as it is written goes before one in another case. Case, punctuation and words such as "NHS" and "Trust" do not matter; a word may be cut short.
  ///
  /// - Parameter text: a code or a name, or part of one.
  /// - Complexity: O(organisations × length of names).
  public func find(_ text: String) -> Answer {
    let trimmed = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let exact = entries.filter { $0.organisation.id.text == trimmed }
    if !exact.isEmpty { return answer(exact) }
    let code = trimmed.uppercased()
    let byCode = entries.filter { $0.organisation.id.text.uppercased() == code }
    if !byCode.isEmpty { return answer(byCode) }
    let wanted = Self.words(trimmed)
    guard !wanted.isEmpty else { return .unknown(nearest: []) }
    let whole = entries.filter { $0.words == wanted || $0.shortWords == wanted }
    if !whole.isEmpty { return answer(whole) }
    let partial = entries.filter { Self.matches(wanted, $0.words) }
    return partial.isEmpty ? .unknown(nearest: nearest(to: trimmed)) : answer(partial)
  }

  private func answer(_ entries: [Entry]) -> Answer {
    let inForce = entries.map(\.organisation).filter { $0.provenance.period.contains(date) }
    if inForce.count == 1 { return .found(inForce[0]) }
    if inForce.isEmpty {
      let all = entries.map(\.organisation).sorted { $0.id < $1.id }
      return all.count == 1 ? .notInForce(all[0]) : .ambiguous(all)
    }
    return .ambiguous(inForce.sorted { $0.id < $1.id })
  }

  private func nearest(to text: String) -> [Organisation] {
    let inForce = entries.filter { $0.organisation.provenance.period.contains(date) }
    var byKey: [String: Organisation] = [:]
    for entry in inForce.reversed() {
      byKey[entry.organisation.id.text] = entry.organisation
      byKey[entry.words.joined(separator: " ")] = entry.organisation
      if !entry.shortWords.isEmpty {
        byKey[entry.shortWords.joined(separator: " ")] = entry.organisation
      }
    }
    let words = Self.words(text).joined(separator: " ")
    let keys = byKey.keys.sorted()
    let near = Spelling.nearest(to: text, among: keys) + Spelling.nearest(to: words, among: keys)
    var seen: Set<Code> = []
    return near.compactMap { byKey[$0] }.filter { seen.insert($0.id).inserted }
  }

  /// Whether each wanted word begins a word of the name, no word of the name serving twice.
  private static func matches(_ wanted: [String], _ words: [String]) -> Bool {
    var free = words
    for word in wanted {
      guard
        let index = free.firstIndex(of: word) ?? free.firstIndex(where: { $0.hasPrefix(word) })
      else { return false }
      free.remove(at: index)
    }
    return true
  }

  /// The words of a name that tell it from others, in lower case.
  private static func words(_ name: String) -> [String] {
    let common: Set<String> = [
      "nhs", "trust", "foundation", "the", "and", "of", "integrated", "care", "board", "icb",
      "icbs", "ics", "service",
    ]
    let all = name.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "'" || $0 == "’") }
      .map { $0.filter { $0.isLetter || $0.isNumber } }
    let telling = all.filter { !common.contains($0) && !$0.isEmpty }
    return telling.isEmpty ? all : telling
  }
}
