import DataPackage
import Governance

/// Two loads beside each other as CSV: a row for the total and one a component.
public struct LoadContrastTable: Sendable {
  private let contrast: LoadContrast

  /// Prepares the table.
  ///
  /// - Parameter contrast: the two loads.
  public init(_ contrast: LoadContrast) { self.contrast = contrast }

  /// The columns; those that start with `first` and `second` are of the two, the others of the first
  /// less the second.
  public static let header = [
    "component", "first", "firstOn", "firstMode", "firstMedian", "firstP10", "firstP90", "second",
    "secondOn", "secondMode", "secondMedian", "secondP10", "secondP90", "mode", "median", "p10",
    "p90", "standardErrorMedian", "standardErrorP10", "standardErrorP90",
  ]

  /// The table.
  public var csv: String {
    let (one, other) = (contrast.firstSummary, contrast.secondSummary)
    var rows = [row("all", one.headline, other.headline, contrast.comparison.headline)]
    for component in LoadComponent.allCases {
      guard let left = one.components[component], let right = other.components[component],
        let difference = contrast.comparison.components[component]
      else { continue }
      rows.append(row(component.rawValue, left, right, difference))
    }
    return CSVWriter.text(header: Self.header, rows: rows, guardsFormulas: true)
  }

  private func row(
    _ component: String, _ one: LoadSpread, _ other: LoadSpread, _ difference: LoadDifference
  ) -> [String] {
    let own =
      [
        difference.mode, difference.median.value, difference.p10.value, difference.p90.value,
        difference.median.standardError, difference.p10.standardError,
        difference.p90.standardError,
      ]
    return [component] + side(contrast.first, one) + side(contrast.second, other)
      + own.map(LoadTable.figure)
  }

  private func side(_ side: LoadContrast.Side, _ spread: LoadSpread) -> [String] {
    [side.trust.text, side.model.date.description]
      + [spread.mode, spread.median.value, spread.p10.value, spread.p90.value].map(
        LoadTable.figure)
  }
}
