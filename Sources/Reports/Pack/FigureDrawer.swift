import Diagrams
import Graphviz

/// What draws diagrams: a pool of worker processes, or a stand-in for it.
protocol DiagramRenderer: Sendable {
  /// How many diagrams it draws at once.
  var workers: Int { get }

  /// Draws a diagram as SVG, PDF and PNG.
  ///
  /// - Parameter diagram: what to draw.
  func render(_ diagram: Diagram) async throws(GraphvizError) -> Rendering
}

/// Draws the figures of a pack and writes their files as they come.
struct FigureDrawer {
  let renderer: any DiagramRenderer
  let progress: @Sendable (PackProgress) -> Void

  private typealias Drawn = (index: Int, result: Result<Rendering, GraphvizError>)

  /// Draws every diagram of a plan.
  ///
  /// A picture that fails leaves its table; one that cannot be written ends the whole. No more
  /// diagrams are handed out than keep all workers busy, so that an interruption is soon heeded and
  /// pictures do not pile up in memory.
  ///
  /// - Parameters:
  ///   - plan: the diagrams.
  ///   - folder: where their files go.
  /// - Returns: the figures in the order of the plan, and what drawing took.
  /// - Throws: `PackError.file` or `PackError.cancelled`.
  func draw(
    _ plan: FigurePlan, into folder: inout PackFolder
  ) async throws(PackError) -> (figures: [Figure], statistics: RenderingStatistics) {
    let clock = ContinuousClock()
    let start = clock.now
    var outcomes: [Int: Figure.Outcome] = [:]
    var seconds = 0.0
    var failure: PackError?
    await withTaskGroup(of: Drawn.self) { group in
      var next = 0
      func handOut() {
        guard next < plan.entries.count, failure == nil, !Task.isCancelled else { return }
        let index = next
        let diagram = plan.entries[index].diagram
        let renderer = renderer
        next += 1
        group.addTask { (index, await Self.render(diagram, with: renderer)) }
      }
      for _ in 0..<(renderer.workers * 2) { handOut() }
      while let (index, result) = await group.next() {
        handOut()
        guard failure == nil, !Task.isCancelled else { continue }
        do throws(PackError) {
          outcomes[index] = try keep(result, of: plan.entries[index], in: &folder)
          seconds += (try? result.get().seconds) ?? 0
        } catch {
          failure = error
          group.cancelAll()
        }
        progress(
          PackProgress(stage: .drawing, completed: outcomes.count, total: plan.entries.count))
      }
    }
    if let failure { throw failure }
    if Task.isCancelled { throw .cancelled }
    let wall = start.duration(to: clock.now)
    let figures = plan.entries.enumerated().compactMap { index, entry in
      outcomes[index].map { Figure(diagram: entry.diagram, name: entry.name, outcome: $0) }
    }
    let statistics = RenderingStatistics(
      pictures: figures.count, workers: renderer.workers,
      wallSeconds: Double(wall.components.seconds) + Double(wall.components.attoseconds) * 1e-18,
      graphvizSeconds: seconds)
    return (figures, statistics)
  }

  private static func render(
    _ diagram: Diagram, with renderer: any DiagramRenderer
  ) async -> Result<Rendering, GraphvizError> {
    do throws(GraphvizError) {
      return .success(try await renderer.render(diagram))
    } catch {
      return .failure(error)
    }
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
