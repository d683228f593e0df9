import Diagrams

/// A diagram in a pack: drawn, or failed and so shown as its table.
struct Figure: Sendable {
  /// What became of the picture.
  enum Outcome: Sendable {
    /// It was drawn and its files are in the pack.
    case drawn(FinishedDrawing)
    /// It could not be drawn; the renderer's message.
    case failed(String)
  }

  /// What was to be drawn.
  let diagram: Diagram
  /// The name of its files.
  let name: String
  /// What became of it.
  let outcome: Outcome

  /// The figure for a page: the picture with its words, its files and the same content as a table;
  /// or the table alone and a sentence that says why.
  func html() -> HTML {
    switch outcome {
    case .drawn(let drawing): shown(drawing)
    case .failed(let message): replaced(because: message)
    }
  }

  private func shown(_ drawing: FinishedDrawing) -> HTML {
    Tag.figure(pageClass, .id(Anchor("figure", name))) {
      Tag.div(.class("drawing")) { HTML.drawing(drawing) }
      caption
    }
  }

  /// The most characters of a description that stand under the picture at once.
  private static let shortDescription = 500

  /// Title, description and files; a long description waits until it is asked for.
  private var caption: HTML {
    let isShort = diagram.description.count <= Self.shortDescription
    return Tag.figcaption {
      Tag.p {
        Tag.strong { diagram.title + ". " }
        isShort ? diagram.description : diagram.alternativeText + "."
      }
      Tag.p(.class("files")) {
        "Download: "
        downloads
      }
      if !isShort {
        Tag.details {
          Tag.summary { "The same in words" }
          Tag.p { diagram.description }
        }
      }
      if isDrawn {
        Tag.details {
          Tag.summary { "The same as a table" }
          table
        }
      }
    }
  }

  private var isDrawn: Bool {
    if case .drawn = outcome { true } else { false }
  }

  private func replaced(because message: String) -> HTML {
    Tag.figure(.class("failed"), .id(Anchor("figure", name))) {
      Tag.p(.class("notice")) {
        Tag.strong { "This picture could not be drawn; its table stands in its place. " }
        "The renderer said: \(message)"
      }
      table
      caption
    }
  }

  /// Endings of the files of a picture.
  static let pictureEndings = ["svg", "png", "pdf"]
  /// Endings of the files of a table.
  static let tableEndings = ["csv", "json"]

  /// Endings of all files there are.
  var endings: [String] {
    switch outcome {
    case .drawn: Self.pictureEndings + Self.tableEndings
    case .failed: Self.tableEndings
    }
  }

  /// The files to take away, each named for people who hear the page.
  var downloads: HTML {
    .joined(
      endings.map { ending in
        Tag.a(.href(.file(SiteMap.file(ofDiagram: name, ending))), .isDownload) {
          ending.uppercased()
          Tag.span(.class("unseen")) { " of \(name)" }
        }
      })
  }

  private var pageClass: Attribute {
    diagram.page == .a4Landscape ? .class("landscape") : .class("portrait")
  }

  private var table: HTML {
    Table(
      caption: diagram.table.caption, columns: diagram.table.columns.map { .text($0) },
      rows: diagram.table.rows.map { $0.map { .text($0) } }
    ).html()
  }
}
