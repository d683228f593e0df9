import Governance
import Workbook

/// The sheet of notes of a workbook of loads: method, draws, sources, and what is left out.
struct LoadWorkbookNotes {
  private let report: LoadReport
  private let parameters: LoadWorkbookParameters

  init(_ report: LoadReport, parameters: LoadWorkbookParameters) {
    self.report = report
    self.parameters = parameters
  }

  var sheet: Sheet {
    Sheet(
      name: "Notes", widths: [26, 120],
      rows: section("What this is", about) + section("Method", method)
        + section("What it rests on", evidence) + section("Sources", sources)
        + section("Left out, since it is not known", gaps))
  }

  private typealias Entry = (label: String, text: String)

  private func section(_ title: String, _ entries: [Entry]) -> [[SheetCell]] {
    guard !entries.isEmpty else { return [] }
    return [[.text(title, CellStyle(isBold: true))]]
      + entries.map { [.text($0.label, .prose), .text($0.text, .prose)] } + [[]]
  }

  private var about: [Entry] {
    let settings = report.simulation.settings
    let number = Wording.counted(report.rows.count, "trust")
    return [
      ("Day", report.model.date.description), ("Rules", report.model.regime),
      ("Trusts", report.sector.map { "\(number), sector \(Wording.sector($0))" } ?? number),
      ("Draws", LoadWording.draws(settings)),
      (
        "How to use it",
        "Change a coloured cell: a most likely value on the sheet Parameters, or a recorded figure on "
          + "the sheet Inputs. The columns of the sheet Results that are live follow. Ranges do not: "
          + "they need the draws of footprints load --parameters."
      ),
    ]
  }

  private var method: [Entry] {
    [
      ("Meetings", "n · a · [s · d · (1 + ρ) + s · w + u] for each forum of others"),
      ("Returns", "n · a · h · [1 + (k − 1) · (1 − σ)] for each family with k recipients"),
      ("Reviews", "n · a · v for each overseer"),
      ("Contracts", "n · a · q for each contract"),
      (
        "Inputs",
        "A row for each product of these formulas: Times, then one factor a column; its hours are the "
          + "product of the row. A blank factor does not count."
      ),
    ]
      + LoadSymbol.allCases.filter { $0 != .kappa && !Self.capacity.contains($0) }.map {
        (LoadWording.symbol($0), $0.meaning)
      }
  }

  private static let capacity: Set<LoadSymbol> = [.directors, .days, .hours, .executive, .delta]

  private var evidence: [Entry] {
    let counts = parameters.counts
    return [
      (
        "Parameters",
        "\(Wording.count(counts.unvalidated)) of \(Wording.count(counts.all)) are defaults that nobody "
          + "has validated; the sheet Parameters says of each what it rests on."
      ),
      (
        "Modelled",
        "Where no record says what a trust attends or reports, templates of the regime do, as shares; "
          + "the column Ground of the sheet Inputs marks them. A product with any unvalidated factor "
          + "counts as unvalidated."
      ),
      (
        "Limits",
        "Hours are person-hours of the trust for governance outside its own board. The mode is not the "
          + "figure to expect: ranges are skewed, so that it is not their middle. Absolute hours are "
          + "soft, comparisons between trusts that share parameters are firmer."
      ),
    ]
  }

  private var sources: [Entry] {
    let known = Dictionary(
      report.graph.atlas.register.sources.map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return parameters.sources.map { id in
      let source = known[id]
      let text = [source?.title, source?.publisher, source?.url].compactMap(\.self)
      return (id, text.isEmpty ? "not in the register's sources" : text.joined(separator: "; "))
    }
  }

  private var gaps: [Entry] {
    report.gaps.map { (Wording.counted($0.trusts, "trust"), $0.statement) }
  }
}
