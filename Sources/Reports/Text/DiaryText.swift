import Governance

/// A diary's parameters, and the load of its trust before and after them.
public struct DiaryComparison: Sendable {
  /// What the diary says.
  public let estimate: DiaryEstimate
  /// The load without the diary.
  public let before: LoadSummary?
  /// The load with it.
  public let after: LoadSummary?
  /// How both were drawn.
  public let settings: LoadSimulation.Settings
  /// The file of the parameters.
  public let file: String

  /// Draws both loads with the same draws for whatever they share.
  ///
  /// - Parameters:
  ///   - estimate: what the diary says.
  ///   - before: the model without the diary.
  ///   - after: the model with it.
  ///   - settings: how to draw.
  ///   - file: the file of the parameters.
  public init(
    _ estimate: DiaryEstimate, before: LoadModel, after: LoadModel,
    settings: LoadSimulation.Settings, file: String
  ) {
    self.estimate = estimate
    self.settings = settings
    self.file = file
    let simulation = LoadSimulation(LoadEquations([before, after]), settings: settings)
    let trust = estimate.diary.trust
    self.before = simulation.summary(of: LoadSubject(trust))
    self.after = simulation.summary(of: LoadSubject(trust, model: 1))
  }
}

/// What came of a diary, for a terminal: parameters, assumptions, and the load before and after.
public struct DiaryText: Sendable {
  private let comparison: DiaryComparison
  private let graph: AccountabilityGraph
  private let options: String

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - comparison: what came of the diary.
  ///   - graph: the graph from which the loads were made, for names.
  ///   - options: how a command about the same load names the day, the register and the file that was
  ///     written, as one types it.
  public init(_ comparison: DiaryComparison, in graph: AccountabilityGraph, options: String) {
    self.comparison = comparison
    self.graph = graph
    self.options = options
  }

  private var estimate: DiaryEstimate { comparison.estimate }
  private var diary: Diary { estimate.diary }

  /// The lines, at most 100 columns wide.
  public var lines: [TextLine] {
    let hours = diary.meetings.reduce(0) { $0 + $1.personHours }
    let title =
      "\(graph.atlas.name(of: diary.trust)) (\(diary.trust)): "
      + "\(Wording.counted(diary.meetings.count, "meeting")) and \(LoadWording.hours(hours)) "
      + "person-hours from \(diary.from.longForm) to \(diary.to.longForm)"
    return TextLine(title, .heading).wrapped(to: 100) + steps + assumptions + outside + loads
      + written
  }

  private var steps: [TextLine] {
    var lines: [TextLine] = []
    var kind = ""
    for step in estimate.steps {
      if step.kind != kind {
        kind = step.kind
        lines += [.blank, TextLine(LoadWording.kind(kind), .heading)]
      }
      let value =
        step.parameter.map { row in
          [row.low, row.mode, row.high].map(Wording.figure).joined(separator: " – ")
        } ?? "kept"
      let text =
        "\(LoadWording.symbol(step.symbol)), \(step.symbol.meaning): \(value). \(step.statement)"
      lines += TextLine(text).wrapped(to: 98).enumerated().map { index, line in
        TextLine((index == 0 ? "  " : "    ") + line.text)
      }
    }
    return lines
  }

  private var assumptions: [TextLine] {
    LoadText.section(
      "What is assumed",
      [
        "The forums are those that the trust is expected to attend on "
          + "\(graph.atlas.date.longForm).",
        "The two weeks are like any others of the year, and every meeting of others was written down.",
        "Meetings of one kind are alike: figures are of the kind, not of a single forum. What the "
          + "register records of a forum itself goes before them.",
        "Means are taken for the most likely values; they are the middle of what was seen, which the "
          + "middle of a skewed range is not.",
        "Support by staff, returns, reviews and contracts are not in a diary and stay as they were.",
      ])
  }

  private var outside: [TextLine] {
    guard !estimate.outside.isEmpty else { return [] }
    return LoadText.section(
      "Outside the model, so not in the load: record these forums and seats to count them",
      estimate.outside.map { other in
        "\(LoadWording.kind(other.kind)): \(Wording.counted(other.meetings, "meeting")), "
          + "\(LoadWording.hours(other.hours)) person-hours, at this rate "
          + "\(LoadWording.hours(other.hours / Diary.years)) a year ("
          + "\(Wording.list(Array(other.names.prefix(6)))))"
      })
  }

  private var loads: [TextLine] {
    guard let before = comparison.before, let after = comparison.after else { return [] }
    let rows = [("before", before), ("after", after)].map { name, summary in
      [
        name, LoadWording.hours(summary.headline.mode),
        LoadWording.hours(summary.headline.median.value), LoadWording.range(summary.headline),
        LoadWording.hours(summary.components[.meetings]?.mode ?? 0),
        Wording.percentage(summary.unvalidatedShare),
      ]
    }
    return [.blank, TextLine("External governance load, person-hours a year", .heading)]
      + TextTable(
        headings: ["", "mode", "median", "P10–P90", "meetings", "unvalidated"],
        alignments: [.left, .right, .right, .right, .right, .right], rows: rows
      ).lines.map { TextLine($0) }
      + TextLine("\(LoadWording.draws(comparison.settings)).").wrapped(to: 100)
      + LoadText.section(nil, [Self.unvalidated])
  }

  /// Why measuring may raise the share that rests on unvalidated defaults.
  private static let unvalidated =
    "Unvalidated: a part of the load, such as attendance or preparation, counts as unvalidated as "
    + "long as any of its factors is. What was measured so lowers the share only where nothing "
    + "else in the part is a default, and raises it where it makes such parts weigh more, or the "
    + "others less."

  private var written: [TextLine] {
    let source = estimate.source
    return LoadText.section(
      nil,
      [
        "Wrote \(Wording.counted(estimate.parameters.count, "parameter")) to \(comparison.file). "
          + "footprints load \(diary.trust)\(options) uses them.",
        "To keep them in a register, add them to parameters.csv, and to sources.csv the row "
          + "\(source.id), “\(source.title)”.",
      ])
  }
}
