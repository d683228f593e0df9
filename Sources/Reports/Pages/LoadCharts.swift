import Diagrams
import Governance

/// The charts of governance load for England: their values, words and tables.
struct LoadCharts {
  let load: PackLoad
  let atlas: Atlas

  private var report: LoadReport { load.report }
  private var day: String { report.model.date.longForm }

  /// What every axis measures.
  static let axis = "person-hours a year"
  /// What the signs of ranges mean.
  static let key = RangeChart.Key(
    bar: "P10 to P90: eight draws in ten", dot: "median of the draws",
    ring: "at the most likely values")
  /// The most trusts in one chart of the ranking.
  static let mostRows = 34

  /// All charts, in the order of the page.
  var all: [ChartFigure] {
    [sectors, systems, components, tornado].compactMap(\.self) + rankings.flatMap(\.charts)
  }

  // MARK: - The ranking

  /// The ranking of each sector, in charts that fit on a sheet; all have one scale.
  var rankings: [(group: PackLoad.Group, charts: [ChartFigure])] {
    let most = load.known.map(\.spread.p90.value).max() ?? 0
    return load.sectors.map { group in
      let parts = (group.rows.count + Self.mostRows - 1) / Self.mostRows
      let size = (group.rows.count + parts - 1) / parts
      let charts = (0..<parts).map { part in
        let rows = group.rows.enumerated().dropFirst(part * size).prefix(size)
        return ranking(group, rows.map { ($0.offset + 1, $0.element) }, part, of: parts, most)
      }
      return (group, charts.map(ChartFigure.init))
    }
  }

  private func ranking(
    _ group: PackLoad.Group, _ rows: [(place: Int, row: LoadReport.Row)], _ part: Int,
    of parts: Int, _ most: Double
  ) -> Chart {
    let number = parts > 1 ? " (\(part + 1) of \(parts))" : ""
    let title = "Governance load of \(group.noun)s\(number)"
    let (first, last) = (rows[0], rows[rows.count - 1])
    let span =
      parts > 1
      ? "places \(first.place) to \(last.place) of \(Wording.counted(group.rows.count, group.noun))"
      : Wording.counted(group.rows.count, group.noun)
    let chart = RangeChart(
      rows: rows.map { place, row in
        RangeChart.Row(
          lead: String(place), label: name(row), low: row.spread.p10.value,
          median: row.spread.median.value, mode: row.spread.mode, high: row.spread.p90.value,
          figures: Self.figures(row.spread))
      }, axis: Self.axis, figuresTitle: "median (P10–P90)", key: Self.key, most: most)
    let short =
      rows.contains { $0.row.summary.isShort }
      ? " “+” marks a trust of whose load a part is left out, since it is not known." : ""
    return Chart(
      name: "load-\(group.stem)" + (parts > 1 ? "-\(part + 1)" : ""), title: title,
      alternativeText: "Ranges of hours a year: \(span).",
      description:
        "Modelled hours a year of \(span) on \(day), the greatest median first. "
        + "\(name(first.row)) has a median of \(LoadWording.hours(first.row.spread.median.value)) "
        + "(P10–P90 \(LoadWording.range(first.row.spread)))"
        + (rows.count > 1
          ? ", \(name(last.row)) of \(LoadWording.hours(last.row.spread.median.value)) "
            + "(\(LoadWording.range(last.row.spread)))" : "") + "." + short,
      table: DiagramTable(
        caption: "\(title): hours a year, \(day)",
        columns: ["Trust", "Place", "Mode", "Median", "P10", "P90", "On unvalidated defaults"],
        rows: rows.map { place, row in
          [name(row), String(place)] + Self.cells(row.spread)
            + [Wording.percentage(row.summary.unvalidatedShare)]
        }), canvas: chart.canvas())
  }

  private func name(_ row: LoadReport.Row) -> String {
    "\(atlas.shortName(of: row.summary.trust)) (\(row.summary.trust))"
      + (row.summary.isShort ? " +" : "")
  }

  static func figures(_ spread: LoadSpread) -> String {
    "\(LoadWording.hours(spread.median.value)) (\(LoadWording.range(spread)))"
  }

  static func cells(_ spread: LoadSpread) -> [String] {
    [spread.mode, spread.median.value, spread.p10.value, spread.p90.value].map(LoadWording.hours)
  }

  // MARK: - By sector and number of ICSs

  /// The medians of the trusts of each sector.
  var sectors: ChartFigure? {
    dots(
      load.sectors, name: "load-by-sector", title: "Governance load by sector", of: "sector",
      heading: "Sector",
      note: "A trust of several sectors is a dot in each.")
  }

  /// The medians of trusts by how many ICSs they work in.
  var systems: ChartFigure? {
    dots(
      load.bySystems, name: "load-by-number-of-ICSs",
      title: "Governance load by number of ICSs", of: "number of ICSs", heading: "ICSs",
      note: "ICSs are those in which a trust is known to have local services.")
  }

  private func dots(
    _ groups: [PackLoad.Group], name: String, title: String, of what: String, heading: String,
    note: String
  ) -> ChartFigure? {
    guard !groups.isEmpty else { return nil }
    let rows = groups.map { group -> (group: PackLoad.Group, values: [Double], median: Double) in
      (group, group.rows.map(\.spread.median.value), group.median ?? 0)
    }
    let chart = DotChart(
      rows: rows.map { group, values, median in
        DotChart.Row(
          label: "\(group.title) (\(Wording.counted(group.rows.count, "trust")))", values: values,
          median: median,
          figures: values.count > 1
            ? "\(LoadWording.hours(median)) (\(Self.span(values)))" : LoadWording.hours(median))
      }, axis: Self.axis, figuresTitle: "median (least–greatest)",
      dot: "a trust: the median of its draws", median: "the median of these trusts")
    let sentences = rows.map { group, values, median in
      "\(group.title): \(Wording.counted(group.rows.count, "trust")), median "
        + "\(LoadWording.hours(median))"
    }
    return ChartFigure(
      chart: Chart(
        name: name, title: title,
        alternativeText: "Hours a year of each trust as dots, a row for each \(what).",
        description:
          "Modelled hours a year on \(day). \(sentences.joined(separator: "; ")). \(note)",
        table: DiagramTable(
          caption: "\(title): medians of trusts in hours a year, \(day)",
          columns: [heading, "Trusts", "Median", "Least", "Greatest"],
          rows: rows.map { group, values, median in
            [group.title, Wording.count(group.rows.count)]
              + [median, values.min() ?? 0, values.max() ?? 0].map(LoadWording.hours)
          }), canvas: chart.canvas()))
  }

  private static func span(_ values: [Double]) -> String {
    guard let least = values.min(), let most = values.max() else { return Wording.unknown }
    return "\(LoadWording.hours(least))–\(LoadWording.hours(most))"
  }

  // MARK: - Components

  /// What the load of an average trust of each sector consists of.
  var components: ChartFigure? {
    guard !load.sectors.isEmpty else { return nil }
    let series = LoadComponent.allCases
    let rows = load.sectors.map { group in
      (group: group, parts: series.map(group.mean), total: series.reduce(0) { $0 + group.mean($1) })
    }
    let names = series.map(LoadWording.component)
    let chart = StackedBarChart(
      rows: rows.map { group, parts, total in
        StackedBarChart.Row(
          label: "\(group.title) (\(Wording.counted(group.rows.count, "trust")))", parts: parts,
          figures: LoadWording.hours(total))
      }, series: names, axis: Self.axis + ", mean of the trusts", figuresTitle: "all")
    return ChartFigure(
      chart: Chart(
        name: "load-components", title: "What governance load consists of",
        alternativeText: "Stacked bars of meetings, returns, reviews and contracts by sector.",
        description:
          "Hours a year of the mean trust of each sector on \(day), every figure at its most likely "
          + "value, which is not the middle of the draws: "
          + rows.map { group, parts, _ in
            "\(group.title) "
              + zip(names, parts).map { "\($0.lowercased()) \(LoadWording.hours($1))" }
              .joined(separator: ", ")
          }.joined(separator: "; ") + ".",
        table: DiagramTable(
          caption: "Components of the mean trust at the most likely values, hours a year, \(day)",
          columns: ["Sector", "Trusts"] + names + ["All"],
          rows: rows.map { group, parts, total in
            [group.title, Wording.count(group.rows.count)]
              + (parts + [total]).map(LoadWording.hours)
          }), canvas: chart.canvas()))
  }

  // MARK: - Tornado

  /// The ten figures that move the sum of all trusts whose load is known most.
  var swings: [LoadSwing] {
    report.simulation.equations.tornado(of: load.known.map { LoadSubject($0.summary.trust) })
  }

  /// The same as a chart.
  var tornado: ChartFigure? {
    let swings = swings
    let mode = load.sum.mode
    guard let widest = swings.first, mode > 0 else { return nil }
    let rows = swings.map { swing in
      (swing: swing, low: swing.atLow - mode, high: swing.atHigh - mode)
    }
    let chart = TornadoChart(
      rows: rows.map { swing, low, high in
        TornadoChart.Row(
          label: LoadWording.figure(swing.input), low: Wording.figure(swing.input.range.low),
          high: Wording.figure(swing.input.range.high), atLow: low, atHigh: high,
          figures: LoadWording.move(low / mode, high / mode))
      }, axis: "change of the sum of all trusts, " + Self.axis, figuresTitle: "change")
    return ChartFigure(
      chart: Chart(
        name: "load-tornado", title: "What would change the figures most",
        alternativeText:
          "\(Wording.counted(swings.count, "figure")), each moved alone from its low to its high value.",
        description:
          "Each figure alone is moved from its low to its high value, all others at their most likely; "
          + "zero is the sum of all trusts at the most likely values, "
          + "\(LoadWording.hours(mode)) hours a year on \(day). "
          + "\(LoadWording.figure(widest.input)) moves it most, by "
          + LoadWording.move(widest.atLow / mode - 1, widest.atHigh / mode - 1) + ".",
        table: DiagramTable(
          caption: "Change of the sum of all trusts, hours a year, \(day)",
          columns: ["Figure", "Low", "Most likely", "High", "At low", "At high", "In all"],
          rows: rows.map { swing, low, high in
            let range = swing.input.range
            return [LoadWording.figure(swing.input)]
              + [range.low, range.mode, range.high].map { Wording.figure($0) }
              + [low, high].map(Self.change) + [LoadWording.move(low / mode, high / mode)]
          }), canvas: chart.canvas()))
  }

  private static func change(_ hours: Double) -> String {
    (hours < 0 ? "−" : hours > 0 ? "+" : "") + LoadWording.hours(abs(hours))
  }
}
