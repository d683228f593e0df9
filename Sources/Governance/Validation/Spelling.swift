/// Finds what someone may have meant who mistyped a word.
///
/// The measure is the Damerau–Levenshtein distance in its restricted form (optimal string
/// alignment: F. J. Damerau, Communications of the ACM 7, 1964), weighted by how codes really go
/// wrong: a letter in the wrong case and a look-alike (O for 0, I for 1, S for 5, B for 8, Z for 2)
/// cost 1, two letters swapped, one left out or one too many cost 3, any other letter costs 4.
public enum Spelling {
  /// The candidates nearest to a word, nearest first, ties in the order of their bytes.
  ///
  /// - Parameters:
  ///   - word: what was written; nothing is near a word of more than 64 bytes.
  ///   - candidates: what could have been meant; the order does not matter.
  ///   - limit: how many to name at most.
  /// - Returns: the candidates at the least distance, if that is near enough to be a slip: one edit
  ///   for up to five characters, two for up to nine, else three.
  /// - Complexity: O(c n²) for c candidates of n bytes.
  public static func nearest(
    to word: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let written = Array(word.utf8)
    guard !written.isEmpty, written.count <= 64 else { return [] }
    let edits = written.count <= 5 ? 1 : written.count <= 9 ? 2 : 3
    var best = edits * Cost.replacement
    var found: [String] = []
    for candidate in candidates where candidate != word {
      let letters = Array(candidate.utf8)
      let gap = abs(letters.count - written.count)
      guard gap * Cost.insertion <= best, letters.count <= 128 else { continue }
      let distance = distance(written, letters)
      guard distance <= best else { continue }
      if distance < best { found.removeAll() }
      best = distance
      found.append(candidate)
    }
    let ordered = Set(found).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return Array(ordered.prefix(limit))
  }

  /// A question such as `Did you mean RYC or RYD?`, or `nil` where nothing is near.
  ///
  /// - Parameters:
  ///   - word: what was written.
  ///   - candidates: what could have been meant; the order does not matter.
  /// - Complexity: O(c n²) for c candidates of n bytes.
  public static func question(
    for word: String, among candidates: some Sequence<String>
  ) -> String? {
    let near = nearest(to: word, among: candidates)
    guard let last = near.last else { return nil }
    let others = near.dropLast()
    if others.isEmpty { return "Did you mean \(last)?" }
    return "Did you mean \(others.joined(separator: ", ")) or \(last)?"
  }

  private enum Cost {
    static let lookAlike = 1
    static let insertion = 3
    static let transposition = 3
    static let replacement = 4
  }

  /// The weighted distance between two words.
  static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = (0...right.count).map { $0 * Cost.insertion }
    for row in left.indices {
      var current = [(row + 1) * Cost.insertion]
      current.reserveCapacity(right.count + 1)
      for column in right.indices {
        var cost = min(
          last[column] + substitution(left[row], right[column]),
          last[column + 1] + Cost.insertion, current[column] + Cost.insertion)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + Cost.transposition)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }

  private static func substitution(_ left: UInt8, _ right: UInt8) -> Int {
    if left == right { return 0 }
    return shape(left) == shape(right) ? Cost.lookAlike : Cost.replacement
  }

  /// One byte for all that look alike.
  private static func shape(_ byte: UInt8) -> UInt8 {
    let upper = (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
    switch upper {
    case 0x4F: return 0x30  // O, 0
    case 0x49, 0x4C: return 0x31  // I, L, 1
    case 0x5A: return 0x32  // Z, 2
    case 0x53: return 0x35  // S, 5
    case 0x42: return 0x38  // B, 8
    default: return upper
    }
  }
}
