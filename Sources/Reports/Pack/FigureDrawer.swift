import Diagrams
import Graphviz

/// Draws the figures of a pack and writes their files.
struct FigureDrawer {
  let renderer: any DiagramRenderer
  let progress: @Sendable (PackProgress) -> Void

  /// Draws every diagram of a plan; a picture that fails leaves its table.
  ///
  /// - Parameters:
  ///   - plan: the diagrams.
  ///   - folder: where their files go.
  /// - Returns: the figures in the order of the plan, and what drawing took.
  /// - Throws: `PackError.renderer` if no picture at all could be drawn, `.file` or `.cancelled`.
  func draw(
    _ plan: FigurePlan, into folder: inout PackFolder
  ) async throws(PackError) -> (figures: [Figure], statistics: RenderingStatistics) {
    let total = plan.entries.count
    let progress = progress
    progress(PackProgress(stage: .drawing, completed: 0, total: total))
    let drawn = await renderer.draw(plan.entries.map(\.diagram)) { completed in
      progress(PackProgress(stage: .drawing, completed: completed, total: total))
    }
    if Task.isCancelled { throw .cancelled }
    if drawn.statistics.pictures == 0, case .failure(let error)? = drawn.pictures.first {
      throw .renderer(reason: error.description)
    }
    var figures: [Figure] = []
    for (entry, picture) in zip(plan.entries, drawn.pictures) {
      let outcome = try keep(picture, of: entry, in: &folder)
      figures.append(Figure(diagram: entry.diagram, name: entry.name, outcome: outcome))
    }
    return (figures, drawn.statistics)
  }

  /// Writes the files of a picture; the table of every diagram is written, drawn or not.
  private func keep(
    _ result: Result<Rendering, GraphvizError>, of entry: FigurePlan.Entry,
    in folder: inout PackFolder
  ) throws(PackError) -> Figure.Outcome {
    let document = DiagramDocument(entry.diagram)
    try folder.write(document.csv, to: SiteMap.file(ofDiagram: entry.name, "csv"))
    try folder.write(try document.json(), to: SiteMap.file(ofDiagram: entry.name, "json"))
    let pictures: FinishedPictures
    do throws(GraphvizError) {
      pictures = try FinishedPictures(try result.get(), of: entry)
    } catch {
      return .failed(error.description)
    }
    try folder.write(pictures.svg, to: SiteMap.file(ofDiagram: entry.name, "svg"))
    try folder.write(pictures.png, to: SiteMap.file(ofDiagram: entry.name, "png"))
    try folder.write(pictures.pdf, to: SiteMap.file(ofDiagram: entry.name, "pdf"))
    return .drawn(pictures.inline)
  }
}

/// The pictures of a diagram, fit for their uses.
private struct FinishedPictures {
  let svg: [UInt8]
  let png: [UInt8]
  let pdf: [UInt8]
  let inline: FinishedDrawing

  /// Gives the SVG its words: the long description in the file, which stands alone, and the short
  /// one in the page, where the long one follows in the caption.
  init(_ rendering: Rendering, of entry: FigurePlan.Entry) throws(GraphvizError) {
    guard let svg = rendering[.svg], let png = rendering[.png], let pdf = rendering[.pdf] else {
      throw GraphvizError(.render, "a format is missing")
    }
    let prefix = "p-" + entry.name.replacing(".", with: "_")
    guard let idPrefix = DOTElementName(prefix) else {
      throw GraphvizError(.finish, "\(prefix) cannot be an id")
    }
    self.png = png
    self.pdf = pdf
    self.svg = try SVGFinishing(
      title: entry.diagram.title, description: entry.diagram.description, idPrefix: idPrefix
    ).finish(svg)
    let inPage = try SVGFinishing(
      title: entry.diagram.title, description: entry.diagram.alternativeText, idPrefix: idPrefix
    ).finish(svg)
    inline = FinishedDrawing(markup: String(decoding: inPage, as: UTF8.self))
  }
}
