import Diagrams
import Graphviz

/// What draws diagrams: a pool of worker processes, or a stand-in for it.
protocol DiagramRenderer: Sendable {
  /// Draws diagrams as SVG, PDF and PNG.
  ///
  /// - Parameters:
  ///   - diagrams: what to draw.
  ///   - progress: called with the number of diagrams done.
  /// - Returns: the pictures in the order of the diagrams, and what drawing took. When the task is
  ///   cancelled, diagrams not begun have failed.
  func draw(
    _ diagrams: [Diagram], progress: @escaping @Sendable (Int) -> Void
  ) async -> DrawnDiagrams
}

/// What became of several diagrams.
struct DrawnDiagrams: Sendable {
  /// One for each diagram, in their order.
  let pictures: [Result<Rendering, GraphvizError>]
  /// What drawing took.
  let statistics: RenderingStatistics
}

extension RenderPool: DiagramRenderer {
  /// What every picture of a pack is drawn as.
  static let packFormats: [OutputFormat] = [.svg, .pdf, .png]

  func draw(
    _ diagrams: [Diagram], progress: @escaping @Sendable (Int) -> Void
  ) async -> DrawnDiagrams {
    let jobs = diagrams.map { diagram in
      RenderJob(
        diagram.document, engine: diagram.engine, formats: Self.packFormats,
        options: RenderOptions(resolution: 300))
    }
    let report = await render(jobs) { progress($0.finished) }
    let pictures = report.outcomes.map(\.result)
    return DrawnDiagrams(
      pictures: pictures,
      statistics: RenderingStatistics(
        pictures: pictures.count { (try? $0.get()) != nil }, workers: report.workers,
        wallSeconds: report.elapsedSeconds, graphvizSeconds: report.graphvizSeconds,
        busySeconds: report.busySeconds, losses: report.losses))
  }
}
