import Governance

/// The page of governance load for the whole country.
struct LoadPage {
  let content: PackContent
  let load: PackLoad
  let charts: LoadCharts

  private var report: LoadReport { load.report }

  /// The page.
  func page() -> Page {
    Page(
      path: SiteMap.load, section: .load, heading: "Governance load", summary: lead,
      body: .group(
        [Tag.p(.class("lead")) { lead }, caution, tiles, contents, sectors, systems, components]
          + [tornado, firmness] + rankings + [all, gaps, draws]))
  }

  private var lead: String {
    let all = load.known
    let start =
      "On \(content.day), governance outside its own board is modelled to cost "
    guard let first = all.first, let last = all.last else {
      return start + "trusts hours that are not known: no record says what they attend."
    }
    let middle = PackLoad.Group(title: "", noun: "", stem: "", rows: all).median
    return start + "the middle one of \(Wording.counted(all.count, "NHS trust")) "
      + "\(middle.map(LoadWording.hours) ?? Wording.unknown) person-hours a year; the medians run from "
      + "\(LoadWording.hours(last.spread.median.value)) to "
      + "\(LoadWording.hours(first.spread.median.value))."
  }

  /// What a reader must know before any figure.
  static func caution(_ load: PackLoad) -> HTML {
    let share = load.evidence.total > 0 ? load.evidence.unvalidated / load.evidence.total : nil
    return Tag.p(.class("notice")) {
      Tag.strong { "These figures are modelled, not measured, and nobody has validated them. " }
      "\(Wording.capitalised(Wording.percentage(share))) of all hours rest on defaults that are judgement. Hours are soft. "
      "Trusts share each draw, so that differences are firmer than hours; but they come mostly of "
      "templates and of how much is on record. A range is that of the figures: whether a forum that "
      "a template expects is there at all is not in it. Nothing here says what the governance is "
      "worth: overlap can be meant, and a meeting that is dropped may be missed. "
      Tag.a(.href(.file(SiteMap.loadEvidence))) { "What the figures rest on" }
      " and "
      Tag.a(.href(.file(SiteMap.loadMethod))) { "how they are worked out" }
      "."
    }
  }

  private var caution: HTML { Self.caution(load) }

  private var tiles: HTML {
    let total = load.evidence.total
    func share(_ hours: Double) -> String { Wording.percentage(total > 0 ? hours / total : nil) }
    return Part.tiles([
      (LoadWording.hours(load.sum.median.value), "hours a year of all trusts, median"),
      (LoadWording.range(load.sum), "P10–P90 of the same"),
      (Wording.count(load.known.count), "trusts of which a load can be modelled"),
      (share(load.evidence.unvalidated), "of the hours rest on unvalidated defaults"),
      (share(load.evidence.modelled), "of the hours come of templates, not of records"),
      (Wording.count(load.evidence.assumptions.count), "assumptions move a trust by over 5%"),
    ])
  }

  private var contents: HTML {
    Tag.ul(.class("contents")) {
      for (group, _) in charts.rankings {
        Tag.li {
          Tag.a(.href(.anchor(anchor(of: group)))) { "\(group.title) trusts" }
          " (\(Wording.count(group.rows.count)))"
        }
      }
    }
  }

  private func anchor(of group: PackLoad.Group) -> Anchor { Anchor("ranking", group.stem) }

  // MARK: - Charts

  private var sectors: HTML { chart("By sector", charts.sectors) }

  private var systems: HTML {
    chart("By number of ICSs", charts.systems)
  }

  private var components: HTML { chart("What the hours are", charts.components) }

  private var tornado: HTML { chart("What would change the figures most", charts.tornado) }

  private func chart(_ heading: String, _ figure: ChartFigure?) -> HTML {
    guard let figure else { return .nothing }
    return Part.section(heading) { figure.html() }
  }

  private var rankings: [HTML] {
    charts.rankings.map { group, figures in
      Part.section("\(group.title) trusts", id: anchor(of: group)) {
        firmness(of: group)
        for figure in figures { figure.html() }
      }
    }
  }

  // MARK: - How firm the ranking is

  private var firmness: HTML {
    Part.section("How firm the ranking is") {
      Tag.p {
        "Every figure that is not known exactly is drawn once in each draw for all trusts together, so "
        "that what two trusts have in common cancels when they are compared. Even so, most "
        "neighbours cannot be told apart: \(LoadWording.stability(report)) Read the ranking as "
        "“high, middle, low”, not as places."
      }
    }
  }

  /// How often the first of a group exceeds the second, the middle one and the last.
  private func firmness(of group: PackLoad.Group) -> HTML {
    guard group.rows.count > 1 else { return .nothing }
    let first = group.rows[0]
    let sizes = Dictionary(grouping: group.rows) { $0.spread.median.value }
    let twins = sizes.values.reduce(0) { $0 + ($1.count > 1 ? $1.count : 0) }
    let others = group.rows.count > 3 ? [1, group.rows.count / 2, group.rows.count - 1] : [1]
    let compared = others.map { (place: $0 + 1, row: group.rows[$0]) }
    let below = compared.filter { !isSame(first, $0.row) }.map { place, row in
      let share = report.simulation.probability(
        that: [LoadSubject(first.summary.trust)], exceeds: [LoadSubject(row.summary.trust)])
      return "\(name(row)) (place \(place)) in \(Wording.percentage(share))"
    }
    let same = compared.filter { isSame(first, $0.row) }.map {
      "\(name($0.row)) (place \($0.place))"
    }
    let sentences = [
      below.isEmpty ? "" : "\(name(first)) exceeds \(Wording.list(below)) of the draws. ",
      same.isEmpty ? "" : "\(name(first)) has exactly the hours of \(Wording.list(same)). ",
    ]
    return Tag.p {
      sentences.joined()
      if twins > 0 {
        "\(Wording.capitalised(Wording.count(twins))) of these "
        "\(Wording.count(group.rows.count)) have exactly the hours of another, since nothing on record "
        "tells them apart: places among them mean nothing."
      }
    }
  }

  /// Whether two trusts have the same hours in every draw.
  private func isSame(_ one: LoadReport.Row, _ other: LoadReport.Row) -> Bool {
    one.spread == other.spread
  }

  private func name(_ row: LoadReport.Row) -> String {
    content.atlas.shortName(of: row.summary.trust)
  }

  // MARK: - All trusts

  private var all: HTML {
    Part.section("All trusts") {
      Tag.p(.class("files")) {
        "The ranking as data: "
        for ending in ["csv", "json"] {
          Tag.a(.href(.file(SiteMap.file(ofTable: "load", ending))), .isDownload) {
            ending.uppercased()
            Tag.span(.class("unseen")) { " of the ranking" }
          }
          " "
        }
      }
      Tag.details {
        Tag.summary { "All \(Wording.counted(report.rows.count, "trust")) in one table" }
        table
      }
    }
  }

  private var table: HTML {
    let missing = Set(load.unknown.map(\.summary.trust))
    return Table(
      caption: "Governance load of every trust, hours a year, \(content.day)",
      columns: [
        .text("Trust"), .term("Code"), .number("Rank"), .number("Mode"), .number("Median"),
        .number("P10–P90"), .number("Unvalidated"), .number("From templates"),
        .number("Exceeds the next"), .number("Left out"),
      ],
      rows: report.rows.map { row in
        let summary = row.summary
        let start = [content.link(summary.trust), .text(summary.trust.text)]
        guard !missing.contains(summary.trust) else {
          return start + Array(repeating: Part.unknown, count: 8)
        }
        return start
          + [
            String(row.rank), LoadWording.hours(row.spread.mode),
            LoadWording.hours(row.spread.median.value), LoadWording.range(row.spread),
            Wording.percentage(summary.unvalidatedShare),
            Wording.percentage(summary.modelledShare),
            row.exceedsNext.map { Wording.percentage($0) } ?? "–",
            Wording.count(summary.headlineGaps.count),
          ].map { .text($0) }
      }
    ).html()
  }

  // MARK: - What is left out, and how it was drawn

  private var gaps: HTML {
    var counts: [String: [Code]] = [:]
    for row in load.known {
      for statement in Set(row.summary.headlineGaps.map(\.statement)) {
        counts[statement, default: []].append(row.summary.trust)
      }
    }
    let sorted = counts.sorted { left, right in
      left.value.count == right.value.count
        ? left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
        : left.value.count > right.value.count
    }
    var items = sorted.map { statement, trusts -> HTML in
      .group([
        .text(statement + " "), .text("(\(Wording.counted(trusts.count, "trust")): "),
        .text(trusts.sorted().map(\.text).joined(separator: ", ") + ")"),
      ])
    }
    if !load.unknown.isEmpty {
      items.append(
        .group([
          .text(
            "No ICS is on record for these, so what they attend, send and settle is not known: "),
          content.sentence(load.unknown.map(\.summary.trust)), .text("."),
        ]))
    }
    return Part.section("What is left out") {
      Part.list(items, ifNone: "Nothing that the model asks for is missing.")
      Tag.p {
        "The model knows few kinds of forum. Committees of boards, cancer alliances, scrutiny "
        "committees, networks and meetings called as needed are left out, and three families of "
        "returns stand for many; so the load of a real trust is more likely higher than lower. Hours "
        "of its own board are not in it. What is left out is never counted as nothing done."
      }
    }
  }

  private var draws: HTML {
    let settings = report.simulation.settings
    return Part.section("How it was drawn") {
      Part.facts([
        ("Draws", .text(Wording.count(settings.draws))), ("Seed", .text(String(settings.seed))),
        (
          "Distribution of each figure",
          .text(settings.shape == .triangular ? "triangular" : "beta (PERT)")
        ),
        (
          "Standard errors",
          .text(Wording.capitalised(LoadWording.standardError(load.known.map(\.spread))))
        ),
        ("Rules", .text(content.findings?.graph.regime.title ?? report.model.regime)),
      ])
      Tag.p {
        "The mode is the figure at the most likely value of everything; ranges lean upwards, so the "
        "median lies above it, and the mode is not what is to be expected. P10–P90 holds eight "
        "draws in ten. Figures that are drawn apart are taken to be independent, which makes the range "
        "of a sum narrower than it is if one trust’s habits are behind all of them."
      }
    }
  }
}
