import Governance

/// The load of one trust and, if asked, where every hour of it comes from, for a terminal.
public struct LoadExplanationText: Sendable {
  private let explanation: LoadExplanation
  private let isFull: Bool
  private let options: String

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - explanation: the reasons.
  ///   - isFull: whether to show every term with its figures.
  ///   - options: what another command about the same load must be told, as one types it.
  public init(_ explanation: LoadExplanation, isFull: Bool, options: String = "") {
    self.explanation = explanation
    self.isFull = isFull
    self.options = options
  }

  private var report: LoadReport { explanation.report }
  private var summary: LoadSummary { explanation.row.summary }

  /// The lines, at most 100 columns wide but for names.
  public var lines: [TextLine] {
    let title =
      "\(summary.name) (\(summary.trust)): external governance load on "
      + "\(report.model.date.longForm)"
    var lines = TextLine(title, .heading).wrapped(to: 100)
    guard !summary.isUnknown else { return lines + unknown + structure }
    lines += components.map { TextLine($0) }
    lines += LoadText.section(nil, notes)
    if isFull { lines += terms }
    lines += changes + structure + apart + gaps
    if !isFull {
      lines += LoadText.section(
        nil,
        ["footprints load \(summary.trust) --why\(options) shows where every hour comes from."])
    }
    return lines
  }

  // MARK: - Not known

  /// Why no hours are given, in place of zeros.
  private var unknown: [TextLine] {
    let gaps = summary.headlineGaps.map(\.statement)
    let most = isFull ? gaps.count : 5
    let rest = gaps.count - most
    let parameters = report.graph.atlas.register.parameters
    let remedy =
      parameters.isEmpty
      ? [
        "The register has no parameters: fill in parameters.csv, or name a file with --parameters. "
          + "Those of England are in Graphs/england/parameters.csv."
      ] : []
    return LoadText.section(
      nil,
      ["What governance costs it is not known."] + remedy + gaps.prefix(most)
        + (rest > 0 ? ["… and \(Wording.count(rest)) more: --why"] : []))
  }

  // MARK: - Ranges

  private var components: [String] {
    let all =
      [("All", summary.headline)]
      + LoadComponent.allCases.compactMap { component in
        summary.components[component].map { (LoadWording.component(component), $0) }
      }
    let bar = LoadBar(width: 36, most: summary.headline.p90.value)
    return TextTable(
      headings: ["", bar.axis, "mode", "median", "P10–P90", "all low–high"],
      alignments: [.left, .left, .right, .right, .right, .right],
      rows: all.map { name, spread in
        [
          name, bar.text(spread), LoadWording.hours(spread.mode),
          LoadWording.hours(spread.median.value), LoadWording.range(spread),
          LoadWording.hours(spread.interval.lowerBound) + "–"
            + LoadWording.hours(spread.interval.upperBound),
        ]
      }
    ).lines
  }

  private var notes: [String] {
    let settings = report.simulation.settings
    return [
      "Person-hours a year. \(LoadBar.legend). \(LoadWording.draws(settings)). Standard errors: "
        + LoadWording.standardError([summary.headline]) + ".",
      "\(Wording.percentage(summary.unvalidatedShare)) of the mode rests on defaults that nobody has "
        + "validated; \(Wording.percentage(summary.modelledShare)) comes of what no record shows but "
        + "a template of the regime expects.",
    ]
  }

  // MARK: - Terms

  private var terms: [TextLine] {
    let all = explanation.load.terms
    guard !all.isEmpty else { return [] }
    var lines = LoadText.section("Where the hours come from, at the most likely values", [])
    for component in LoadComponent.allCases {
      let own = all.filter { $0.component == component }.sorted { $0.mode > $1.mode }
      guard !own.isEmpty else { continue }
      let total = explanation.load.mode(of: component)
      lines.append(.blank)
      lines.append(
        TextLine("\(LoadWording.component(component)): \(LoadWording.hours(total))", .heading))
      lines += own.flatMap(term)
    }
    lines += LoadText.section("Figures used, each with what it rests on", [])
    return lines + figures
  }

  private func term(_ term: LoadTerm) -> [TextLine] {
    let bodies = term.bodies.map { report.graph.atlas.shortName(of: $0) }
    let others = term.bodies.count > 1 ? " (\(Wording.list(bodies)))" : ""
    let hours = Self.padded(LoadWording.hours(term.mode), to: 7) + "  "
    let heading = "\(LoadWording.kind(term.title))\(others); \(LoadWording.ground(term.ground))"
    let parts = term.parts.map { part in
      "\(LoadWording.part(part.kind)) \(LoadWording.formula(part)) = \(LoadWording.hours(part.mode))"
        + (part.isUnvalidated ? "*" : "")
    }
    let rests =
      term.rests.isEmpty
      ? [] : ["rests on " + term.rests.map { "\($0.home.name)/\($0.id)" }.joined(separator: ", ")]
    return Self.block(heading, first: hours, rest: "         ")
      + (parts + rests).flatMap { Self.block($0, first: "         ", rest: "           ") }
  }

  /// Each figure once: symbol, range, provenance, what it rests on.
  private var figures: [TextLine] {
    var seen: Set<String> = []
    var lines: [TextLine] = []
    let terms = explanation.load.terms
    let factors = terms.flatMap { $0.parts.flatMap(\.factors) + ($0.deputies.map { [$0] } ?? []) }
    for factor in factors.sorted(by: Self.precedes) {
      let key = "\(factor.symbol.rawValue)|\(factor.origin.reference)"
      guard seen.insert(key).inserted else { continue }
      lines += figure(factor)
    }
    return lines + [TextLine("* rests on an unvalidated default.")]
  }

  private func figure(_ factor: LoadFactor) -> [TextLine] {
    let range = LoadWording.range(factor.range)
    var text =
      "\(LoadWording.symbol(factor.symbol)) \(range)  \(factor.symbol.meaning): "
      + "\(LoadWording.provenance(factor.origin.provenance)), \(factor.origin.reference)"
    if let source = factor.origin.source { text += ", source \(source)" }
    if let basis = factor.origin.basis { text += "; \(basis)" }
    return Self.block(text, first: "", rest: "  ")
  }

  private static func precedes(_ left: LoadFactor, _ right: LoadFactor) -> Bool {
    let all = LoadSymbol.allCases
    let (one, other) = (all.firstIndex(of: left.symbol), all.firstIndex(of: right.symbol))
    if let one, let other, one != other { return one < other }
    return left.origin.reference.utf8.lexicographicallyPrecedes(right.origin.reference.utf8)
  }

  // MARK: - Changes

  private var changes: [TextLine] {
    let all = explanation.changes
    guard !all.isEmpty else { return [] }
    let mode = summary.headline.mode
    let lines = all.flatMap { change in
      let sign = change.difference < 0 ? "−" : "+"
      let size = sign + LoadWording.hours(abs(change.difference))
      let share = mode > 0 ? " (\(sign)\(Wording.percentage(abs(change.difference) / mode)))" : ""
      return Self.block(
        LoadWording.change(change) + share, first: Self.padded(size, to: 7) + "  ",
        rest: "         ")
    }
    return LoadText.section("What would move it most, each change alone, in hours of the mode", [])
      + lines
  }

  // MARK: - Structure

  private var structure: [TextLine] {
    guard let found = explanation.structure else { return [] }
    var lines = [
      "\(Wording.counted(found.systems.count, "ICS")) in "
        + "\(Wording.counted(found.regions.count, "region")), "
        + "\(Wording.counted(found.places.count, "place")) known to be served"
        + (found.systemsWithUnknownPlaces > 0
          ? " (not known for \(Wording.counted(found.systemsWithUnknownPlaces, "ICS")))" : "")
        + "; effective number of systems "
        + (found.effectiveSystems.map { Wording.decimal($0, places: 2) } ?? Wording.unknown) + ".",
      "\(Wording.figure(found.seats)) recorded "
        + "\(found.seats == 1 ? "seat" : "seats") on "
        + "\(Wording.counted(found.forums.count, "forum")) of others; "
        + (found.tiers.map { "\(Wording.counted($0, "line")) of accountability to the top." }
          ?? "the way to the top is not known."),
    ]
    let several = found.oversight.filter { $0.overseers.count > 1 }
    lines += several.map { oversight in
      "\(Wording.counted(oversight.overseers.count, "overseer")) of "
        + report.graph.regime.functions.title(of: oversight.function).lowercased() + ": "
        + Wording.list(oversight.overseers.map { report.graph.atlas.shortName(of: $0) }) + "."
    }
    return LoadText.section("Structure, which rests on no assumption", lines)
  }

  // MARK: - Apart from the headline

  private var apart: [TextLine] {
    var lines = [
      "Avoidable duplication: \(spread(explanation.duplication)) of the hours above exist only "
        + "because the same content goes to several recipients.",
      directors,
      "The meetings of its own board: \(spread(explanation.baseline)); not in the figures above.",
    ]
    if let reconciliation = explanation.reconciliation {
      lines.append(
        "Reconciling several overseers of one function: \(spread(reconciliation)); not in the "
          + "figures above, since no study fixes the hours.")
    }
    if let rates = explanation.rates { lines.append(cost(rates)) }
    return LoadText.section("Apart from the headline", lines)
  }

  private var directors: String {
    let capacity = explanation.load.capacity
    let hours = "Hours of directors in attendance and preparation: \(spread(explanation.directors))"
    if let all = capacity.hours, let ratio = explanation.load.capacityRatio {
      return hours
        + ", \(Wording.percentage(ratio)) of the \(LoadWording.hours(all)) that they have."
    }
    guard let own = capacity.nonExecutiveHours else {
      return hours + "; how many they have is not known."
    }
    return hours + ". Non-executive directors have \(LoadWording.hours(own)); the hours that "
      + "executive directors have for it are not known, so that no ratio is given."
  }

  private func cost(_ rates: LoadRates) -> String {
    let hours = explanation.load.hours
    let parts =
      "\(LoadWording.hours(hours.directors)) hours of directors, "
      + "\(LoadWording.hours(hours.deputies)) of deputies, \(LoadWording.hours(hours.staff)) of staff"
    guard let cost = hours.cost(rates) else {
      let missing = [
        ("director", rates.director, hours.directors), ("deputy", rates.deputy, hours.deputies),
        ("staff", rates.staff, hours.staff),
      ].filter { $0.1 == nil && $0.2 > 0 }.map(\.0)
      return "Cost at your rates: not known, for want of a rate of \(Wording.list(missing)); there "
        + "are \(parts)."
    }
    return "Cost at your rates, with or without on-costs as these are: "
      + "£\(Wording.figure(cost.rounded())) a year at the mode, for \(parts)."
  }

  private func spread(_ spread: LoadSpread) -> String {
    "\(LoadWording.hours(spread.mode)) at the mode, median "
      + "\(LoadWording.hours(spread.median.value)), P10–P90 \(LoadWording.range(spread))"
  }

  private var gaps: [TextLine] {
    guard !summary.gaps.isEmpty else { return [] }
    return LoadText.section(
      "Left out, since it is not known",
      summary.gaps.map { gap in
        gap.neededFor.isEmpty
          ? gap.statement
          : "\(gap.statement) (\(gap.neededFor.map(\.text).joined(separator: ", ")))"
      })
  }

  // MARK: - Lines

  /// A text with spaces before it, to line up figures.
  static func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// A text over several lines, those after the first indented.
  private static func block(_ text: String, first: String, rest: String) -> [TextLine] {
    TextLine(text).wrapped(to: 100 - rest.count).enumerated().map { index, line in
      TextLine((index == 0 ? first : rest) + line.text)
    }
  }
}
