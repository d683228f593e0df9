/// Short signs for long names, made by rule: two to five letters, each used once.
///
/// Of three words or more the initials ("East of England Ambulance Service" is EEAS), of two the
/// first three letters and an initial ("Oxford Health" is OxfH), of one its first four. Small words
/// and those that many names share are passed over. Where that gives one sign twice, each takes
/// more letters of its first word, and at last its code. A name that is a sign already, such as
/// EEAST or SECAmb, stays as it is.
enum TileMapTags {
  /// Signs for names.
  ///
  /// - Complexity: O(*n*) for each lengthening, of which there are at most five.
  ///
  /// - Parameter names: names and the codes to fall back on, no code twice.
  /// - Returns: a sign for each, in order.
  static func tags(for names: [(name: String, code: String)]) -> [String] {
    var letters = Array(repeating: 0, count: names.count)
    for _ in 0..<5 {
      let tags = names.indices.map { tag(names[$0].name, code: names[$0].code, more: letters[$0]) }
      let counts = Dictionary(tags.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
      let clashing = names.indices.filter { counts[tags[$0].lowercased()] ?? 0 > 1 }
      if clashing.isEmpty { return tags }
      for index in clashing { letters[index] += 1 }
    }
    return names.map(\.code)
  }

  private static let longest = 5
  private static let passedOver: Set<String> = [
    "a", "and", "for", "foundation", "nhs", "of", "teaching", "the", "trust", "university",
  ]

  /// Whether a name is a sign already: two to six letters, two of them capitals at least.
  static func isSign(_ name: String) -> Bool {
    (2...6).contains(name.count) && name.allSatisfy(\.isLetter)
      && name.count(where: \.isUppercase) > 1
  }

  private static func tag(_ name: String, code: String, more: Int) -> String {
    if more == 0, isSign(name) { return name }
    let words = name.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
      .filter { !passedOver.contains($0.lowercased()) }
    guard let first = words.first, more < 4 else { return code }
    let initials = words.dropFirst().compactMap(\.first).map { $0.uppercased() }
    switch words.count {
    case 1: return String(first.prefix(4 + more)).capitalisedStart
    case 2: return String(first.prefix(3 + more)).capitalisedStart + initials.joined()
    default:
      let start = String(first.prefix(1 + more)).capitalisedStart
      return start + initials.joined().prefix(max(1, longest - start.count))
    }
  }
}

extension String {
  /// The same with its first letter in upper case.
  fileprivate var capitalisedStart: String { prefix(1).uppercased() + dropFirst() }
}
