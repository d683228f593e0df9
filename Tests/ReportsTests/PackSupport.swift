import DataPackage
import Diagrams
import Foundation
import Governance
import Graphs
import Testing

@testable import Graphviz
@testable import Reports

/// A folder of its own for a test, gone afterwards.
func withTemporaryFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
  let path = FileManager.default.temporaryDirectory.path + "/reports-tests-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try await body(path)
}

/// The invented register.
func exampleRegister() throws -> Register {
  let folder = try #require(Dataset.example.folder)
  return try #require(PackageLoader().load(folder: folder.path).register)
}

let exampleDay = CalendarDate(iso: "2026-04-01")!

/// The rules in force on the day of the example.
func exampleRegime() throws -> Regime {
  let folder = try #require(Library.regimes.folder)
  let library = try #require(RegimeReader().library(folder: folder.path).library)
  return try #require(library.inForce(on: exampleDay))
}

/// Every file below a folder with its bytes, by path.
func contents(of folder: String) throws -> [String: Data] {
  var files: [String: Data] = [:]
  let found = try #require(FileManager.default.enumerator(atPath: folder))
  while let path = found.nextObject() as? String {
    var isFolder: ObjCBool = false
    let full = folder + "/" + path
    guard FileManager.default.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue
    else { continue }
    files[path] = FileManager.default.contents(atPath: full)
  }
  return files
}

/// Draws in this process: the real pictures.
struct InProcessRenderer: DiagramRenderer {
  let context: GraphvizContext

  func draw(
    _ diagrams: [Diagram], progress: @escaping @Sendable (Int) -> Void
  ) async -> DrawnDiagrams {
    var pictures: [Result<Rendering, GraphvizError>] = []
    for diagram in diagrams {
      let result = Result { () throws(GraphvizError) in
        try context.render(
          diagram.document, engine: diagram.engine, formats: [.svg, .pdf, .png],
          options: RenderOptions(resolution: 72))
      }
      pictures.append(result)
      progress(pictures.count)
    }
    return DrawnDiagrams(
      pictures: pictures,
      statistics: RenderingStatistics(
        pictures: pictures.count { (try? $0.get()) != nil }, workers: 1, wallSeconds: 1,
        graphvizSeconds: 1, busySeconds: 1, losses: 0))
  }
}

/// Draws nothing but a stand-in of a picture, at once; fails what it has not begun when cancelled,
/// as the pool does.
struct StubRenderer: DiagramRenderer {
  /// Names of diagrams that fail.
  var failing: @Sendable (Diagram) -> Bool = { _ in false }
  /// Called before anything is drawn.
  var before: @Sendable () async -> Void = {}

  private static let svg = """
    <svg width="10pt" height="10pt" viewBox="0 0 10 10" xmlns="http://www.w3.org/2000/svg">
    <g id="graph0" class="graph"><text x="1" y="5">stub</text></g></svg>
    """

  func draw(
    _ diagrams: [Diagram], progress: @escaping @Sendable (Int) -> Void
  ) async -> DrawnDiagrams {
    await before()
    let pictures = diagrams.map { diagram -> Result<Rendering, GraphvizError> in
      if Task.isCancelled { return .failure(GraphvizError(.worker, "cancelled")) }
      if failing(diagram) { return .failure(GraphvizError(.layout, "lost <edge> & all")) }
      let empty: [UInt8] = []
      return .success(
        Rendering(
          files: [.svg: Array(Self.svg.utf8), .pdf: empty, .png: empty], warnings: [], seconds: 0))
    }
    progress(diagrams.count)
    return DrawnDiagrams(
      pictures: pictures,
      statistics: RenderingStatistics(
        pictures: pictures.count { (try? $0.get()) != nil }, workers: 1, wallSeconds: 0,
        graphvizSeconds: 0, busySeconds: 0, losses: 0))
  }
}
