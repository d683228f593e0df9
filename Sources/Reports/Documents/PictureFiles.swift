import Diagrams
import Graphviz

/// What a single diagram is written as.
public enum PictureFormat: String, CaseIterable, Sendable {
  /// Pictures.
  case svg, pdf, png
  /// The drawing as Graphviz is given it.
  case dot
  /// The same content as data.
  case csv, json
}

/// Turns diagrams into the bytes of files.
public struct PictureFiles: Sendable {
  private let pool: RenderPool

  /// Draws in the processes of a pool, so that a crash of Graphviz is an error like any other.
  public init(pool: RenderPool) { self.pool = pool }

  /// The files of diagrams, in their order.
  ///
  /// - Parameters:
  ///   - diagrams: what to write.
  ///   - format: as what.
  /// - Throws: `GraphvizError` for the first picture that cannot be drawn, `EncodingFailure` for
  ///   a figure that is not finite.
  public func files(
    of diagrams: [Diagram], format: PictureFormat
  ) async throws -> [[UInt8]] {
    switch format {
    case .svg: try await pictures(of: diagrams, as: .svg)
    case .pdf: try await pictures(of: diagrams, as: .pdf)
    case .png: try await pictures(of: diagrams, as: .png)
    case .dot: try diagrams.map { Array(try $0.document.dot(for: $0.engine).utf8) }
    case .csv: diagrams.map { Array(DiagramDocument($0).csv.utf8) }
    case .json: try diagrams.map { try Array(JSONDocument.bytes(DiagramDocument($0))) }
    }
  }

  private func pictures(
    of diagrams: [Diagram], as format: OutputFormat
  ) async throws(GraphvizError) -> [[UInt8]] {
    let report = await pool.render(
      diagrams.map { diagram in
        RenderJob(
          diagram.document, engine: diagram.engine, formats: [format],
          options: RenderOptions(
            finishing: DOTElementName("picture").map {
              SVGFinishing(
                title: diagram.title, description: diagram.description, idPrefix: $0)
            }))
      })
    var files: [[UInt8]] = []
    for outcome in report.outcomes {
      guard let file = try outcome.result.get()[format] else {
        throw GraphvizError(.render, "the format is missing")
      }
      files.append(file)
    }
    return files
  }
}
