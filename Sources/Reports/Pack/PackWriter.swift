import DataPackage
import Governance
import Graphviz

/// Makes a pack: a folder of pages, pictures and tables about one day, which opens from disk in any
/// browser and prints to A4.
///
/// A pack is written whole or not at all: it is made in a hidden folder beside its place and takes
/// that place when it is complete. An earlier pack there stays as it is until then, and is then
/// replaced; a folder that holds anything else is refused. The same register, day and version of
/// Graphviz give the same bytes.
public struct PackWriter: Sendable {
  private let register: Register
  private let date: CalendarDate
  private let regime: Regime?
  private let renderer: any DiagramRenderer

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - register: all dated records, loaded without errors.
  ///   - date: the day the pack is about.
  ///   - regime: the rules that accountabilities are held against; without any the pack has no
  ///     questions, no diagrams of accountability and no functions and decisions maps.
  ///   - pool: what draws the pictures.
  public init(
    register: Register, date: CalendarDate, regime: Regime? = nil, pool: RenderPool
  ) {
    self.init(register: register, date: date, regime: regime, renderer: pool)
  }

  init(
    register: Register, date: CalendarDate, regime: Regime? = nil,
    renderer: any DiagramRenderer
  ) {
    self.register = register
    self.date = date
    self.regime = regime
    self.renderer = renderer
  }

  /// Writes the pack.
  ///
  /// Heeds the cancellation of its task between two pictures and between two pages. One picture
  /// that cannot be drawn does not stop the pack: its table stands in its place and the result
  /// names it.
  ///
  /// - Parameters:
  ///   - path: the folder; nothing there yet, an empty folder or an earlier pack.
  ///   - progress: called as the work goes on, never by two threads at once.
  /// - Returns: what was written.
  /// - Throws: `PackError`; then nothing has changed at the path.
  public func write(
    to path: String, progress: @escaping @Sendable (PackProgress) -> Void = { _ in }
  ) async throws(PackError) -> PackResult {
    var folder = try PackFolder(destination: path)
    do throws(PackError) {
      let result = try await fill(&folder, progress: progress)
      try folder.place()
      progress(PackProgress(stage: .placing, completed: 1, total: 1))
      return result
    } catch {
      folder.discard()
      throw error
    }
  }

  private func fill(
    _ folder: inout PackFolder, progress: @escaping @Sendable (PackProgress) -> Void
  ) async throws(PackError) -> PackResult {
    progress(PackProgress(stage: .computing, completed: 0, total: 1))
    let content = PackContent(register: register, date: date, regime: regime)
    let plan = FigurePlan(content)
    progress(PackProgress(stage: .computing, completed: 1, total: 1))
    let drawer = FigureDrawer(renderer: renderer, progress: progress)
    let (figures, statistics) = try await drawer.draw(plan, into: &folder)
    let places = plan.entries.map(\.place)
    let tables = try DownloadTables(content: content).write(to: &folder)
    let charts = content.load.map { LoadCharts(load: $0, atlas: content.atlas).all } ?? []
    for chart in charts { try chart.write(to: &folder) }
    let pages = PackPages(
      content: content, figures: Array(zip(places, figures)), tables: tables.listings,
      registerFiles: tables.registerFiles)
    let count = try pages.write(to: &folder, progress: progress)
    return PackResult(
      index: folder.destination + "/" + SiteMap.summary.description, files: folder.files.count + 1,
      bytes: folder.bytes, pages: count, rendering: statistics, failures: figures.failures)
  }
}

extension [Figure] {
  /// Those that could not be drawn.
  var failures: [FailedPicture] {
    compactMap { figure in
      guard case .failed(let message) = figure.outcome else { return nil }
      return FailedPicture(name: figure.name, message: message)
    }
  }
}
