import Governance

/// Makes several plans for the same areas and keeps the best.
struct TilePlanner {
  let sites: TileSites
  let settings: TileAssignment.Settings
  let model: TileAssignment?

  /// A plan cut to the rows and columns it uses.
  struct Result {
    let lattice: TileLattice
    let cells: [TileCell]
    let cost: Int
  }

  /// How many of the starts are worth polishing.
  private static let finalists = 3
  /// By how much the first change of a search may make a plan worse.
  private static let threshold = 800

  func best() -> Result {
    var searches: [TileSearch] = []
    for pattern in patterns {
      let ground = ground(pattern: pattern)
      for seed in 0..<max(1, settings.starts) {
        var search = ground
        search.reseed(UInt64(seed))
        search.wander(steps: settings.steps, threshold: Self.threshold)
        searches.append(search)
      }
    }
    let ranked = searches.indices.sorted {
      (searches[$0].cost, $0) < (searches[$1].cost, $1)
    }
    var best: TileSearch?
    for index in ranked.prefix(Self.finalists) {
      searches[index].descend()
      if searches[index].cost < best?.cost ?? .max { best = searches[index] }
    }
    return best.map(cut)
      ?? Result(lattice: TileLattice(pattern: .square, columns: 0, rows: 0), cells: [], cost: 0)
  }

  /// The patterns to try, those of lattices with a ring of sea; that of a model is kept.
  private var patterns: [TileLattice.Pattern] {
    if sites.codes.isEmpty { return [] }
    if let model { return [model.lattice.pattern.movedByARow] }
    return settings.isShifted ? [.oddRowsShifted, .evenRowsShifted] : [.square]
  }

  /// Where all searches on one pattern begin.
  private func ground(pattern: TileLattice.Pattern) -> TileSearch {
    // One ring of sea all around.
    let columns = max(settings.columns, model?.lattice.columns ?? 0)
    let rows = max(settings.rows, model?.lattice.rows ?? 0)
    let lattice = TileLattice(pattern: pattern, columns: columns + 2, rows: rows + 2)
    let slack = pattern == .square ? 0 : 0.5
    let targets = sites.targets(
      width: Double(columns - 1) + slack, height: Double(rows - 1), rankShare: settings.rankShare
    ).map { PlanePoint(x: $0.x + 1, y: $0.y + 1) }
    let anchors = sites.codes.map { code in anchor(of: code, in: lattice) }
    let costs = TileCosts(
      sites: sites, targets: targets, anchors: anchors, lattice: lattice,
      aspect: settings.aspect, weights: settings.weights)
    let start = firstPlan(lattice: lattice, wanted: zip(targets, anchors).map { $1 ?? $0 })
    let shape = TileShape(lattice: lattice, groups: sites.groups, groupCount: sites.groupCount)
    return TileSearch(plan: start, costs: costs, shape: shape)
  }

  /// Where an area lies in the model, in the coordinates of a lattice with a ring of sea.
  private func anchor(of code: Code, in lattice: TileLattice) -> PlanePoint? {
    guard let model, let cell = model.cells[code] else { return nil }
    let moved = TileCell(row: cell.row + 1, column: cell.column + 1)
    return PlanePoint(x: lattice.west(of: moved), y: Double(moved.row))
  }

  /// The plan in which each lies as near as possible to where it is wanted.
  private func firstPlan(lattice: TileLattice, wanted: [PlanePoint]) -> TilePlan {
    let inner = lattice.cells.indices.filter {
      let cell = lattice.cells[$0]
      return cell.row > 0 && cell.column > 0 && cell.row < lattice.rows - 1
        && cell.column < lattice.columns - 1
    }
    let places = inner.map { index in
      let cell = lattice.cells[index]
      return PlanePoint(x: lattice.west(of: cell), y: Double(cell.row))
    }
    let assignment = MinimumCostAssignment(rows: wanted.count, columns: inner.count) {
      Int((wanted[$0].squaredDistance(to: places[$1]) * 1_000).rounded())
    }
    let cells = (assignment?.columns ?? []).map { inner[$0] }
    return TilePlan(cells: cells, cellCount: lattice.cells.count)
  }

  /// The rows and columns in use, or those of the model and what lies beyond them.
  private func cut(_ search: TileSearch) -> Result {
    let lattice = search.lattice
    let cells = search.plan.cells.map { lattice.cells[$0] }
    let firstRow = model == nil ? cells.map(\.row).min() ?? 0 : 1
    let firstColumn = model == nil ? cells.map(\.column).min() ?? 0 : 1
    let rows = (cells.map(\.row).max() ?? -1) - firstRow + 1
    let columns = (cells.map(\.column).max() ?? -1) - firstColumn + 1
    return Result(
      lattice: TileLattice(
        pattern: firstRow & 1 == 1 ? lattice.pattern.movedByARow : lattice.pattern,
        columns: max(columns, model?.lattice.columns ?? 0),
        rows: max(rows, model?.lattice.rows ?? 0)),
      cells: cells.map { TileCell(row: $0.row - firstRow, column: $0.column - firstColumn) },
      cost: search.cost)
  }
}

extension TileLattice.Pattern {
  /// The same pattern counted from the next row.
  var movedByARow: TileLattice.Pattern {
    switch self {
    case .square: .square
    case .oddRowsShifted: .evenRowsShifted
    case .evenRowsShifted: .oddRowsShifted
    }
  }
}
