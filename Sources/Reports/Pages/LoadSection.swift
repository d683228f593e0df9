import Diagrams
import Governance

/// What governance costs a provider, on its page.
struct LoadSection {
  let content: PackContent
  let load: PackLoad
  let explanation: LoadExplanation

  static let anchor: Anchor = "load"

  /// Gathers what there is; `nil` for a provider that is not in the ranking.
  init?(of provider: Code, in content: PackContent) {
    guard let load = content.load, let explanation = LoadExplanation(of: provider, in: load.report)
    else { return nil }
    self.content = content
    self.load = load
    self.explanation = explanation
  }

  private var summary: LoadSummary { explanation.row.summary }
  private var name: String { summary.name }
  private var isKnown: Bool { !explanation.load.terms.isEmpty && !summary.isUnknown }

  /// What a star means in tables of figures.
  static var starNote: HTML {
    Tag.p(.class("basis")) {
      "* a default that nobody has validated. What each figure rests on, with its low and its high "
      "value, is "
      Tag.a(.href(.file(SiteMap.loadEvidence, "figures"))) { "on the evidence page" }
      "; how rows become hours, "
      Tag.a(.href(.file(SiteMap.loadMethod))) { "on the page of the method" }
      "."
    }
  }

  /// Components of which any term is on record, by the rules or modelled.
  private var shownComponents: [LoadComponent] {
    LoadComponent.allCases.filter { component in
      explanation.load.terms.contains { $0.component == component }
    }
  }

  /// Its median and range, leading to the section.
  var fact: HTML {
    guard isKnown else { return Part.unknown }
    return .group([
      Tag.a(.href(.anchor(Self.anchor))) {
        "\(LoadWording.hours(summary.headline.median.value)) hours a year"
      },
      .text(" (P10–P90 \(LoadWording.range(summary.headline))), modelled"),
    ])
  }

  /// The chart of its components; `nil` where nothing is known.
  var chart: ChartFigure? {
    guard isKnown else { return nil }
    let spreads =
      [("All", summary.headline)]
      + shownComponents.compactMap { component in
        summary.components[component].map { (LoadWording.component(component), $0) }
      }
    let picture = RangeChart(
      rows: spreads.enumerated().map { index, entry in
        RangeChart.Row(
          label: entry.0, isStrong: index == 0, low: entry.1.p10.value,
          median: entry.1.median.value, mode: entry.1.mode, high: entry.1.p90.value,
          figures: LoadCharts.figures(entry.1))
      }, axis: LoadCharts.axis, figuresTitle: "median (P10–P90)", key: LoadCharts.key)
    let title = "Governance load of \(LoadText.cut(name, to: 80))"
    return ChartFigure(
      chart: Chart(
        name: "load-of-" + FileNames.encoded(summary.trust.text), title: title,
        alternativeText: "Ranges of hours a year: all, meetings, returns, reviews, contracts.",
        description:
          "Modelled hours a year on \(content.day): "
          + spreads.map { name, spread in
            "\(name.lowercased()) \(LoadCharts.figures(spread))"
          }.joined(separator: ", ") + ".",
        table: DiagramTable(
          caption: "\(title): hours a year, \(content.day)",
          columns: ["Component", "Mode", "Median", "P10", "P90", "Least", "Greatest"],
          rows: spreads.map { name, spread in
            [name] + LoadCharts.cells(spread)
              + [spread.interval.lowerBound, spread.interval.upperBound].map(LoadWording.hours)
          }), canvas: picture.canvas()))
  }

  /// The section.
  func section(_ citations: inout Citations) -> HTML {
    guard isKnown else {
      return Part.section("Governance load", id: Self.anchor) {
        Tag.p {
          "What governance costs it is "
          Part.unknown
          ". "
          summary.headlineGaps.isEmpty
            ? "No record and no rule says what it attends, sends or settles." : ""
        }
        gaps
      }
    }
    let table = LoadTermTable(content: content, load: explanation.load)
    let meetings = table.meetings(&citations)
    let others = table.others(&citations)
    return Part.section("Governance load", id: Self.anchor) {
      Tag.p { sentence }
      rests
      chart?.html() ?? .nothing
      meetings
      others
      Self.starNote
      changes
      gaps
      data
    }
  }

  private var sentence: String {
    let spread = summary.headline
    let places = load.places(of: summary.trust).filter { $0.group.rows.count >= 6 }.map {
      group, place in
      "the \(Self.third(place, of: group.rows.count)) third of \(Wording.counted(group.rows.count, group.noun))"
    }
    return "Governance outside its own board is modelled to cost it "
      + "\(LoadWording.hours(spread.median.value)) person-hours a year (median; P10–P90 "
      + "\(LoadWording.range(spread)); \(LoadWording.hours(spread.mode)) at the most likely values). "
      + (places.isEmpty
        ? "" : "By the median it is in \(Wording.list(places)).")
  }

  /// Places next to each other mean little, so that only the third is told.
  static func third(_ place: Int, of count: Int) -> String {
    ["upper", "middle", "lower"][min(2, (place - 1) * 3 / count)]
  }

  private var rests: HTML {
    Tag.p {
      Tag.strong { "Modelled, not measured. " }
      "\(Wording.percentage(summary.unvalidatedShare)) of the hours rest on defaults that nobody has "
      "validated; \(Wording.percentage(summary.modelledShare)) come of what no record shows but a "
      "template of the rules expects. "
      "\(LoadWording.hours(explanation.duplication.mode)) of them exist only because the same content "
      "goes to several recipients."
    }
  }

  private var changes: HTML {
    guard !explanation.changes.isEmpty else { return .nothing }
    let mode = summary.headline.mode
    return Table(
      caption: "What would move it most, each change alone, in hours at the most likely values",
      columns: [.text("Change"), .number("Hours a year"), .number("Of its load")],
      rows: explanation.changes.map { change in
        [
          .text(
            Wording.capitalised(
              LoadWording.change(change) { LoadWording.figure($0) + "," })),
          .text(
            (change.difference < 0 ? "−" : "+") + LoadWording.hours(abs(change.difference))),
          mode > 0 ? .text(LoadWording.signed(change.difference / mode)) : Part.unknown,
        ]
      }
    ).html()
  }

  private var gaps: HTML {
    let gaps = summary.headlineGaps
    let none = absentComponents
    guard hasGaps else { return .nothing }
    return .group([
      Tag.p { "Left out of its load, since it is not known:" },
      Part.list(
        none.map { component in
          .text(
            "\(LoadWording.component(component)): none is on record, and no rule or template expects "
              + "any.")
        }
          + gaps.map { gap in
            gap.neededFor.isEmpty
              ? .text(gap.statement)
              : .group([
                .text(gap.statement + " For: "),
                .text(
                  gap.neededFor.map { content.atlas.shortName(of: $0) }.joined(separator: ", ")),
                .text("."),
              ])
          }, ifNone: ""),
    ])
  }

  /// What is not known of it, for the list of the page.
  var unknowns: [HTML] {
    guard isKnown else { return [.text("What governance costs it.")] }
    var items: [HTML] = []
    if summary.modelledShare > 0 {
      items.append(
        .group([
          .text("What it attends, sends or settles for "),
          .text(Wording.percentage(summary.modelledShare)),
          .text(
            " of the hours of its governance load: a template of the rules expects them, no "
              + "record shows them."),
        ]))
    }
    if hasGaps {
      items.append(
        .group([
          .text("What is left out of its "),
          Tag.a(.href(.anchor(Self.anchor))) { "governance load" }, .text(" and listed there."),
        ]))
    }
    return items
  }

  private var absentComponents: [LoadComponent] {
    LoadComponent.allCases.filter { !shownComponents.contains($0) }
  }

  private var hasGaps: Bool { !summary.headlineGaps.isEmpty || !absentComponents.isEmpty }

  private var data: HTML {
    guard let file = content.map.loadFile(of: summary.trust) else { return .nothing }
    return Tag.p(.class("files")) {
      "Where every hour comes from, as data: "
      Tag.a(.href(.file(file)), .isDownload) {
        "CSV"
        Tag.span(.class("unseen")) { " of its governance load" }
      }
      ". Its rows of the section ownBoard are its own board and not in the load."
    }
  }
}
