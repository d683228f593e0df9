import Diagrams
import Governance

/// The page that lists every file made to be taken away.
struct DownloadsPage {
  let content: PackContent
  /// All figures, in the order of the pages that show them.
  let figures: [Figure]
  /// The charts of the whole country.
  var charts: [ChartFigure] = []
  /// The tables made for the pack.
  let tables: [DownloadTables.Entry]
  /// The files of the register.
  let registerFiles: [PackPath]

  /// The page.
  func page() -> Page {
    let summary =
      "\(Wording.counted(figures.count, "picture")), \(Wording.counted(tables.count, "table")) of "
      + "findings and the whole register."
    return Page(
      path: SiteMap.downloads, section: .downloads, heading: "Downloads", summary: summary,
      body: .group([
        Tag.p(.class("lead")) { summary }, tableSection, register, chartSection, pictures,
      ]))
  }

  private var tableSection: HTML {
    Part.section("Tables") {
      Table(
        caption: "Tables of this pack",
        columns: [.text("Table"), .number("Rows"), .term("Files")],
        rows: tables.map { table in
          [
            .text(table.title), .text(Wording.count(table.rows)),
            files(table.endings, of: table.title) { SiteMap.file(ofTable: table.name, $0) },
          ]
        }
      ).html()
    }
  }

  private var register: HTML {
    Part.section("The whole register") {
      Tag.p {
        "All records on any day, as a Frictionless tabular data package that Excel, R and Python "
        "open. Correct a record there and make the pack anew."
      }
      Tag.ul {
        for file in registerFiles {
          Tag.li {
            Tag.a(.href(.file(file)), .isDownload) { file.parts.last ?? "" }
          }
        }
      }
    }
  }

  private var chartSection: HTML {
    guard !charts.isEmpty else { return .nothing }
    return Part.section("Charts") {
      Table(
        caption: "Charts of governance load; that of a provider is on its page",
        columns: [.text("Chart"), .text("What it shows"), .term("Files")],
        rows: charts.map { figure in
          [.text(figure.chart.title), .text(figure.chart.alternativeText), figure.downloads]
        }
      ).html()
    }
  }

  private var pictures: HTML {
    Part.section("Pictures") {
      Tag.p {
        "SVG for Word and PowerPoint, PNG at 300 dots an inch for A4, PDF for print; CSV and JSON "
        "hold the same content as a table."
      }
      Table(
        caption: "Pictures of this pack",
        columns: [.text("Picture"), .text("What it shows"), .term("Files")],
        rows: figures.map { figure in
          [
            .text(figure.diagram.title), .text(figure.diagram.alternativeText), figure.downloads,
          ]
        }
      ).html()
    }
  }

  private func files(_ endings: [String], of title: String, at path: (String) -> PackPath) -> HTML {
    .joined(
      endings.map { ending in
        Tag.a(.href(.file(path(ending))), .isDownload) {
          ending.uppercased()
          Tag.span(.class("unseen")) { " of \(title)" }
        }
      })
  }
}
