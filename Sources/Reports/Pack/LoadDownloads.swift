import DataPackage
import Governance

/// The files of governance load in a pack: its tables, and the charts with theirs.
struct LoadDownloads {
  let content: PackContent
  let load: PackLoad

  /// Writes the files.
  ///
  /// - Parameter folder: where they go.
  /// - Returns: the tables that were written.
  func write(
    to folder: inout PackFolder
  ) throws(PackError) -> [DownloadTables.Entry] {
    let report = load.report
    try folder.write(LoadTable(report).csv, to: SiteMap.file(ofTable: "load", "csv"))
    try folder.write(try json(report), to: SiteMap.file(ofTable: "load", "json"))
    let figures = LoadFigureTable(load.evidence)
    try folder.write(figures.csv, to: SiteMap.file(ofTable: "load-figures", "csv"))
    try folder.write(figures.movesCSV, to: SiteMap.file(ofTable: "load-assumptions", "csv"))
    for footprint in content.providers {
      guard let part = LoadSection(of: footprint.provider.id, in: content),
        let file = content.map.loadFile(of: footprint.provider.id)
      else { continue }
      if let chart = part.chart {
        try folder.write(LoadWhyTable(part.explanation).csv, to: file)
        try chart.write(to: &folder)
      }
    }
    return [
      DownloadTables.Entry(
        name: "load", title: "Governance load of every trust", rows: report.rows.count),
      DownloadTables.Entry(
        name: "load-figures", title: "Figures that governance load rests on",
        rows: load.evidence.figures.count, endings: ["csv"]),
      DownloadTables.Entry(
        name: "load-assumptions", title: "Assumptions about governance load and whom they move",
        rows: figures.moves, endings: ["csv"]),
    ]
  }

  private func json(_ report: LoadReport) throws(PackError) -> [UInt8] {
    do throws(EncodingFailure) {
      return Array(try JSONDocument.bytes(LoadDocument(report)))
    } catch {
      throw PackError.figure(reason: error.reason)
    }
  }
}

/// What loads rest on as CSV, safe to open in a spreadsheet.
struct LoadFigureTable {
  private let evidence: LoadEvidence

  init(_ evidence: LoadEvidence) { self.evidence = evidence }

  /// A row a figure.
  var csv: String {
    CSVWriter.text(
      header: [
        "symbol", "meaning", "scope", "reference", "low", "mode", "high", "provenance", "source",
        "basis", "hours", "shareOfAll", "allAtLow", "allAtHigh", "trustsMoved",
      ],
      rows: evidence.figures.map { figure in
        let input = figure.input
        let range = input.range
        return [
          input.symbol.rawValue, input.symbol.meaning, input.scope, input.origin.reference,
        ] + [range.low, range.mode, range.high].map(LoadTable.figure) + [
          input.origin.provenance.rawValue, input.origin.source ?? "", input.origin.basis ?? "",
          LoadTable.figure(figure.hours),
          evidence.total > 0 ? LoadTable.figure(figure.hours / evidence.total) : "",
          LoadTable.figure(figure.sum.atLow), LoadTable.figure(figure.sum.atHigh),
          String(figure.moved.count),
        ]
      }, guardsFormulas: true)
  }

  /// How many pairs of a figure and a trust there are.
  var moves: Int {
    evidence.figures.reduce(0) { $0 + $1.moved.count }
      + evidence.templates.reduce(0) { $0 + $1.lost.count }
  }

  /// A row for each trust that a figure moves, or that loses without a template.
  var movesCSV: String {
    let moved = evidence.assumptions.flatMap { figure in
      figure.moved.map { move in
        [
          "range", figure.input.symbol.rawValue, figure.input.scope,
          figure.input.origin.reference, move.trust.text, LoadTable.figure(move.atLow),
          LoadTable.figure(move.atHigh),
        ]
      }
    }
    let lost = evidence.templates.flatMap { template in
      template.lost.map { trust, share in
        ["without", "a", template.id, template.id, trust.text, LoadTable.figure(-share), ""]
      }
    }
    return CSVWriter.text(
      header: ["how", "symbol", "scope", "reference", "trust", "atLow", "atHigh"],
      rows: moved + lost, guardsFormulas: true)
  }
}
