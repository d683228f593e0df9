import Governance

/// Two loads beside each other, for a terminal.
public struct LoadContrastText: Sendable {
  private let contrast: LoadContrast

  /// Prepares the text.
  ///
  /// - Parameter contrast: the two loads.
  public init(_ contrast: LoadContrast) { self.contrast = contrast }

  /// The lines, at most 100 columns wide but for names.
  public var lines: [TextLine] {
    TextLine(title, .heading).wrapped(to: 100) + table.map { TextLine($0) }
      + LoadText.section(nil, notes) + causes + tipping
      + LoadText.section("What it rests on", evidence)
  }

  private var title: String {
    let (first, second) = (contrast.first, contrast.second)
    let what = "external governance load, person-hours a year"
    let name = "\(contrast.firstSummary.name) (\(first.trust))"
    return contrast.isOverTime
      ? "\(name), \(first.model.date.longForm) against \(second.model.date.longForm): \(what)"
      : "\(name) against \(contrast.secondSummary.name) (\(second.trust)) on "
        + "\(first.model.date.longForm): \(what)"
  }

  /// What tells a side from the other in a heading.
  private func label(_ side: LoadContrast.Side) -> String {
    contrast.isOverTime ? side.model.date.description : side.trust.text
  }

  private var table: [String] {
    let (one, other) = (contrast.firstSummary, contrast.secondSummary)
    var rows = [row("All", one.headline, other.headline, contrast.comparison.headline)]
    for component in LoadComponent.allCases {
      guard let left = one.components[component], let right = other.components[component],
        let difference = contrast.comparison.components[component]
      else { continue }
      rows.append(row(LoadWording.component(component), left, right, difference))
    }
    let (first, second) = (label(contrast.first), label(contrast.second))
    return TextTable(
      headings: ["", first, "P10–P90", second, "P10–P90", "difference", "P10 to P90 of it"],
      alignments: [.left, .right, .right, .right, .right, .right, .right], rows: rows
    ).lines
  }

  private func row(
    _ name: String, _ one: LoadSpread, _ other: LoadSpread, _ difference: LoadDifference
  ) -> [String] {
    [
      name, LoadWording.hours(one.median.value), LoadWording.range(one),
      LoadWording.hours(other.median.value), LoadWording.range(other),
      LoadWording.signedHours(difference.median.value),
      LoadWording.signedHours(difference.p10.value) + " to "
        + LoadWording.signedHours(difference.p90.value),
    ]
  }

  private var notes: [String] {
    let share = contrast.comparison.probability
    let (first, second) = (label(contrast.first), label(contrast.second))
    let verdict =
      share >= 0.5
      ? "\(first) is the greater in \(Wording.percentage(share)) of draws."
      : "\(second) is the greater in \(Wording.percentage(1 - share)) of draws."
    let mode = contrast.comparison.headline.mode
    return [
      verdict + " Both share each draw, so that what they have in common cancels out: the range of "
        + "the difference is narrower than the two ranges suggest. It is that of the figures alone: "
        + "which forums, returns and overseers there are is taken as given.",
      "Figures without a range are medians. At the most likely values the difference is "
        + "\(LoadWording.signedHours(mode)). " + LoadWording.draws(contrast.settings) + ".",
    ]
  }

  private var causes: [TextLine] {
    let all = contrast.comparison.causes
    let heading = "What makes the difference, in hours at the most likely values"
    let (rules, others) = (contrast.first.model.regime, contrast.second.model.regime)
    let change =
      rules == others
      ? [] : ["The rules differ: \(rules) for the first, \(others) for the second."]
    guard !all.isEmpty else {
      return LoadText.section(heading, change + ["Nothing: both bear the same."])
    }
    let shown = all.prefix(10).map { cause in
      LoadExplanationText.padded(LoadWording.signedHours(cause.difference), to: 7)
        + "  \(Self.name(cause)): \(Wording.count(cause.firstCount)) against "
        + Wording.count(cause.secondCount)
    }
    let rest = all.count - shown.count
    let more = rest > 0 ? ["… and \(Wording.count(rest)) more kinds"] : []
    return LoadText.section(heading, change) + (shown + more).map { TextLine($0) } + unknownPlaces
  }

  private static func name(_ cause: LoadCause) -> String {
    let kind = LoadWording.kind(cause.kind)
    return cause.component == .returns ? "recipients of the \(kind) return" : kind
  }

  /// Whether place boards count of which it is not known that the trust works there.
  private var unknownPlaces: [TextLine] {
    let sides = [contrast.first, contrast.second].compactMap { side -> String? in
      guard let found = LoadStructure(of: side.trust, in: side.graph),
        found.systemsWithUnknownPlaces > 0
      else { return nil }
      return "\(label(side)): which places it serves is not known for "
        + "\(Wording.counted(found.systemsWithUnknownPlaces, "ICS")), so that all places there count."
    }
    return sides.isEmpty ? [] : LoadText.section(nil, sides)
  }

  private var tipping: [TextLine] {
    let points = contrast.comparison.tippingPoints
    let heading = "Where the two would be equal, each figure changed alone"
    guard !points.isEmpty else {
      return LoadText.section(
        heading,
        [
          "Nowhere: no one figure, wherever it lies in its range, makes them equal or turns the order."
        ]
      )
    }
    let shown = points.prefix(10).compactMap { point in
      point.value.map { value in
        "\(LoadWording.input(point.input)): \(LoadWording.value(value)) in place of "
          + "\(LoadWording.value(point.input.range.mode)) (range "
          + "\(LoadWording.value(point.input.range.low))–"
          + "\(LoadWording.value(point.input.range.high)))"
      }
    }
    let rest = points.count - shown.count
    return LoadText.section(
      heading, shown + (rest > 0 ? ["… and \(Wording.count(rest)) more: --format json"] : []))
  }

  private var evidence: [String] {
    [(contrast.first, contrast.firstSummary), (contrast.second, contrast.secondSummary)].map {
      side, summary in
      "\(label(side)): \(Wording.percentage(summary.unvalidatedShare)) of the mode rests on defaults "
        + "that nobody has validated; \(Wording.percentage(summary.modelledShare)) comes of what no "
        + "record shows but a template of the regime (\(side.model.regime)) expects; "
        + "\(Wording.counted(summary.gaps.count, "gap")) left out."
    }
  }
}
