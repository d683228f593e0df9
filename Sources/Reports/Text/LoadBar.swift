import Governance

/// A range as a bar of characters from zero.
struct LoadBar {
  /// How many characters it has.
  let width: Int
  /// The value at its right end.
  let most: Double

  /// A bar from P10 to P90 with the mode `○` and the median `●`; the median is drawn over the mode.
  func text(_ spread: LoadSpread) -> String {
    var cells = [Character](repeating: " ", count: width)
    let (first, last) = (cell(spread.p10.value), cell(spread.p90.value))
    for index in min(first, last)...max(first, last) { cells[index] = "─" }
    cells[cell(spread.mode)] = "○"
    cells[cell(spread.median.value)] = "●"
    return String(cells)
  }

  /// The scale: zero at the left, the greatest value at the right.
  var axis: String {
    let end = LoadWording.hours(most)
    return "0" + String(repeating: " ", count: max(1, width - 1 - end.count)) + end
  }

  private func cell(_ value: Double) -> Int {
    guard most > 0 else { return 0 }
    return min(width - 1, max(0, Int(value / most * Double(width))))
  }

  /// What the marks mean.
  static let legend = "─ from P10 to P90, ● median, ○ at the most likely values; all bars from 0"
}
