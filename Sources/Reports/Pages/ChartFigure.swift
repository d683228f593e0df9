import Diagrams

/// A chart in a pack, with its words, its files and the same figures as a table.
struct ChartFigure: Sendable {
  /// The chart.
  let chart: Chart

  /// Endings of its files.
  static let endings = ["svg", "csv", "json"]

  /// The figure for a page; a small screen scrolls it, paper has it in the text.
  func html() -> HTML {
    Tag.figure(.class("chart"), .id(Anchor("figure", chart.name))) {
      Tag.div(.classes(["drawing", "wide"]), .isRegion, .label(chart.title), .isFocusable) {
        HTML.drawing(FinishedDrawing(markup: chart.inlineSVG))
      }
      Tag.figcaption {
        Tag.p {
          Tag.strong { chart.title + ". " }
          chart.description
        }
        Tag.p(.class("files")) {
          "Download: "
          downloads
        }
        Tag.details {
          Tag.summary { "The same as a table" }
          Table(
            caption: chart.table.caption, columns: chart.table.columns.map { .text($0) },
            rows: chart.table.rows.map { $0.map { .text($0) } }
          ).html()
        }
      }
    }
  }

  /// The files to take away, each named for people who hear the page.
  var downloads: HTML {
    .joined(
      Self.endings.map { ending in
        Tag.a(.href(.file(SiteMap.file(ofDiagram: chart.name, ending))), .isDownload) {
          ending.uppercased()
          Tag.span(.class("unseen")) { " of \(chart.name)" }
        }
      })
  }

  /// Writes the files.
  func write(to folder: inout PackFolder) throws(PackError) {
    let document = DiagramDocument(chart)
    try folder.write(
      chart.svgFile, to: SiteMap.file(ofDiagram: chart.name, "svg"))
    try folder.write(document.csv, to: SiteMap.file(ofDiagram: chart.name, "csv"))
    try folder.write(try document.json(), to: SiteMap.file(ofDiagram: chart.name, "json"))
  }
}
