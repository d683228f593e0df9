import Governance

/// What day someone may have meant who did not write `YYYY-MM-DD`, and what is wrong with it.
public enum DateGuess {
  /// What to do about a text that is no day: why there is none, which may be meant, how to write it.
  ///
  /// - Parameter text: what was written.
  public static func remedy(for text: String) -> String {
    let form = "Write the day as 2026-04-01 (year-month-day)."
    if let iso = iso(for: text) { return "Did you mean \(iso)? " + form }
    return reason(for: text).map { "\($0) \(form)" } ?? form
  }

  /// The ISO form of a British date (`1/4/2026`, `01.04.2026`) or of an unpadded one (`2026-4-1`).
  ///
  /// - Parameter text: what was written.
  /// - Returns: a day that exists, `nil` when nothing can be made of it.
  static func iso(for text: String) -> String? {
    parts(of: text).flatMap {
      CalendarDate(year: $0.year, month: $0.month, day: $0.day)?.description
    }
  }

  /// Why there is no such day; `nil` where the text is not three numbers.
  private static func reason(for text: String) -> String? {
    guard let (year, month, day) = parts(of: text) else { return nil }
    guard (1...12).contains(month) else { return "There is no month \(month)." }
    guard let first = CalendarDate(year: year, month: month, day: 1) else {
      return "There is no year \(year)."
    }
    let name = first.longForm.dropFirst(2)
    let length = (28...31).last {
      first.adding(days: $0 - 1).components.month == first.components.month
    }
    return length.map { "There is no day \(day) in \(name), which has \($0)." }
  }

  private static func parts(of text: String) -> (year: Int, month: Int, day: Int)? {
    guard text.utf8.count <= 12 else { return nil }
    let parts = text.split(whereSeparator: { "/.- ".contains($0) })
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].count == 4 { return (numbers[0], numbers[1], numbers[2]) }
    return parts[2].count == 4 ? (numbers[2], numbers[1], numbers[0]) : nil
  }
}
