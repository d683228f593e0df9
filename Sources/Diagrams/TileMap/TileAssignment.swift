import Governance

/// Tiles for areas of which only the centroids are known, so that neighbours lie together and north
/// is up.
///
/// Nothing is placed by hand. Centroids, projected and blended with their ranks, are matched to the
/// cells of a lattice at the least total squared distance (``MinimumCostAssignment``); then tiles
/// are swapped and pushed as long as that keeps more neighbours together, directions and orders
/// truer, groups in one piece and the land whole (``TileSearch``). The same areas give the same
/// tiles whatever order they come in.
public struct TileAssignment: Hashable, Sendable {
  /// The cells, as many rows and columns as are used, here or in an assignment that is followed.
  public let lattice: TileLattice
  /// Where the westernmost tile begins and the easternmost ends, here or in an assignment that is
  /// followed, in tile widths from the western edge of the lattice.
  public let extent: ClosedRange<Double>
  /// The cell of each area that has a centroid.
  public let cells: [Code: TileCell]
  /// Areas without a centroid, by code.
  public let unlocated: [Code]
  /// How faithful the tiles are.
  public let fit: TileFit
  /// What the plan cost, in thousandths of a lost neighbour.
  let cost: Int

  /// Settings of the assignment.
  public struct Settings: Hashable, Sendable {
    /// How rows lie against each other; the better shift is chosen where rows are shifted.
    public var isShifted = true
    /// The most tiles side by side.
    public var columns: Int
    /// The most rows.
    public var rows: Int
    /// Width of a tile over its height.
    public var aspect = 1.2
    /// How much ranks count against positions, from 0 to 1.
    public var rankShare = 0.5
    /// Changes tried from each start.
    public var steps: Int
    /// Starts for each way of shifting rows; for England two find the plan that forty find.
    public var starts = 5
    var weights = TileCosts.Weights()

    /// Settings for areas in a frame as wide for its height as the areas lie, with room for a coast.
    ///
    /// - Parameters:
    ///   - sites: the areas.
    ///   - widest: the most columns, unless more rows would be needed than thrice as many.
    public init(for sites: [TileSite], widest: Int = 7) {
      let points = TileSites(sites).points
      let count = Double(max(1, points.count))
      let room = count * Self.roominess
      let width = Self.extent(points.map(\.x))
      let height = Self.extent(points.map(\.y))
      let shape = height > 0 ? min(2, max(0.5, width / height)) : 1
      let columns = (room * shape / aspect).squareRoot().rounded()
      let fewest = (count / 3).squareRoot().rounded(.up)
      self.columns = Int(max(1, fewest, min(columns, Double(widest))))
      rows = Int((room / Double(self.columns)).rounded(.up))
      steps = min(8_000, 200 * points.count)
    }

    /// Cells for each area.
    private static let roominess = 1.65

    private static func extent(_ values: [Double]) -> Double {
      (values.max() ?? 0) - (values.min() ?? 0)
    }
  }

  /// Assigns tiles.
  ///
  /// - Parameters:
  ///   - sites: the areas; of two with one code the first counts.
  ///   - settings: the frame and how hard to try; by default a frame for as many areas.
  ///   - model: an assignment for other areas, most of them the same: what is in both stays as
  ///     near as it may to where it lies there, in the same rows and columns.
  /// - Complexity: O(*n*³) for *n* areas, then O(*n*) for each of a fixed number of changes.
  public init(
    _ sites: [TileSite], settings: Settings? = nil, following model: TileAssignment? = nil
  ) {
    var seen: Set<Code> = []
    let distinct = sites.filter { seen.insert($0.code).inserted }
    let located = TileSites(distinct)
    var settings = settings ?? Settings(for: distinct)
    settings.columns = max(1, settings.columns)
    settings.rows = max(
      settings.rows, (located.codes.count + settings.columns - 1) / settings.columns)
    let best = TilePlanner(sites: located, settings: settings, model: model).best()
    lattice = best.lattice
    let wests = best.cells.map(best.lattice.west)
    let own = (wests.min() ?? 0)...((wests.max() ?? 0) + 1)
    let followed = model?.extent ?? own
    extent =
      min(own.lowerBound, followed.lowerBound)...max(own.upperBound, followed.upperBound)
    cells = Dictionary(uniqueKeysWithValues: zip(located.codes, best.cells))
    cost = best.cost
    unlocated = distinct.filter { $0.location == nil }.map(\.code).sorted()
    fit = TileFit(sites: located, cells: best.cells, lattice: best.lattice)
  }
}
