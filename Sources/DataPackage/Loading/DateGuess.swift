import Governance

/// What day someone may have meant who did not write `YYYY-MM-DD`.
enum DateGuess {
  /// The ISO form of a British date (`1/4/2026`, `01.04.2026`) or of an unpadded one (`2026-4-1`).
  ///
  /// - Parameter text: what was written.
  /// - Returns: a day that exists, `nil` when nothing can be made of it.
  static func iso(for text: String) -> String? {
    guard text.utf8.count <= 12 else { return nil }
    let parts = text.split(whereSeparator: { "/.- ".contains($0) })
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].count == 4 {
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])?.description
    }
    guard parts[2].count == 4 else { return nil }
    return CalendarDate(year: numbers[2], month: numbers[1], day: numbers[0])?.description
  }
}
