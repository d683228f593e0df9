import Governance

/// The ranking of trusts by load, for a terminal.
public struct LoadText: Sendable {
  private let report: LoadReport
  private let limit: Int?
  private let isFull: Bool
  private let options: String

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - report: the ranking.
  ///   - limit: how many trusts to show; `nil` for all.
  ///   - isFull: whether to list all that is left out.
  ///   - options: what another command about the same loads must be told, as one types it.
  public init(
    _ report: LoadReport, limit: Int?, isFull: Bool = false, options: String = ""
  ) {
    self.report = report
    self.limit = limit
    self.isFull = isFull
    self.options = options
  }

  private var shown: [LoadReport.Row] { limit.map { Array(report.rows.prefix($0)) } ?? report.rows }

  /// The lines, at most 100 columns wide.
  public var lines: [TextLine] {
    let what = report.component.map { "\(LoadWording.component($0)) of external governance" }
    let title =
      "\(what ?? "External governance load") on \(report.model.date.longForm), "
      + "person-hours a year"
    guard !report.rows.isEmpty else {
      return [TextLine(title, .heading), TextLine("There is no such trust on that day.")]
    }
    let rest = report.rows.count - shown.count
    let more = rest > 0 ? ["… and \(Wording.counted(rest, "trust")) more: --all"] : []
    return [TextLine(title, .heading)] + (ranking + more).map { TextLine($0) }
      + LoadText.section(nil, notes) + LoadText.section("What it rests on", evidence)
      + gaps
  }

  /// A heading and paragraphs of at most 100 columns, after a blank line.
  static func section(_ heading: String?, _ paragraphs: [String]) -> [TextLine] {
    [TextLine.blank] + (heading.map { [TextLine($0, .heading)] } ?? [])
      + paragraphs.flatMap { TextLine($0).wrapped(to: 100) }
  }

  private var ranking: [String] {
    let bar = LoadBar(width: 26, most: shown.map(\.spread.p90.value).max() ?? 0)
    let rows = shown.map { row in
      let summary = row.summary
      let name = LoadText.cut(report.graph.atlas.shortName(of: summary.trust), to: 22)
      guard !summary.isUnknown else {
        return ["–", summary.trust.text, name, "", "", "", Wording.unknown, ""]
      }
      return [
        String(row.rank), summary.trust.text + (summary.isShort ? "+" : ""), name,
        bar.text(row.spread), LoadWording.hours(row.spread.mode),
        LoadWording.hours(row.spread.median.value), LoadWording.range(row.spread),
        Wording.percentage(summary.unvalidatedShare),
      ]
    }
    return TextTable(
      headings: ["", "", "", bar.axis, "mode", "median", "P10–P90", "unval."],
      alignments: [.right, .left, .left, .left, .right, .right, .right, .right], rows: rows
    ).lines
  }

  private var notes: [String] {
    let settings = report.simulation.settings
    let known = shown.filter { !$0.summary.isUnknown }.map(\.spread)
    let plus =
      shown.contains { $0.summary.isShort && !$0.summary.isUnknown }
      ? " + a part is left out, so that there are more hours." : ""
    return [
      LoadBar.legend + ". Ranked by the median." + plus,
      "The mode is the figure at the most likely value of every parameter. It is "
        + "not the middle of the draws, since ranges are skewed.",
      "\(LoadWording.draws(settings)). Standard errors: "
        + "\(LoadWording.standardError(known)).",
    ]
  }

  private var evidence: [String] {
    let known = report.rows.map(\.summary).filter { !$0.isUnknown }
    let (shares, modelled) = (known.map(\.unvalidatedShare), known.map(\.modelledShare))
    let whole = report.component == nil ? "" : " of the whole load, not of one component,"
    func span(_ shares: [Double]) -> String {
      let (least, most) = (
        Wording.percentage(shares.min()), Wording.percentage(shares.max())
      )
      return least == most ? least : "\(least) to \(most)"
    }
    return [
      "unval.: the share of the mode\(whole) that rests on defaults nobody has validated, "
        + "\(span(shares)) here. \(span(modelled)) comes of meetings, returns, reviews and "
        + "contracts that no record shows but a template of the regime expects.",
      "Hours are soft. All trusts share each draw, so that differences are firmer than hours; but they "
        + "come mostly of templates and of how much is on record: "
        + LoadWording.stability(report),
      "footprints load CODE --why\(options) shows every figure with its source.",
    ]
  }

  private var gaps: [TextLine] {
    let all = report.gaps
    guard !all.isEmpty else { return [] }
    let most = isFull ? all.count : 8
    let lines = all.prefix(most).map { statement, trusts in
      "\(statement) (\(Wording.counted(trusts, "trust")))"
    }
    let rest = all.count - lines.count
    return LoadText.section(
      "Left out, since it is not known",
      lines + (rest > 0 ? ["… and \(Wording.count(rest)) more: --all"] : []))
  }

  /// A text of at most so many characters.
  static func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : String(text.prefix(width - 1)) + "…"
  }
}
