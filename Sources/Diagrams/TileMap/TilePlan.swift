/// Which site holds which cell, while the plan is being improved.
struct TilePlan: Sendable {
  /// The cell of each site.
  private(set) var cells: [Int]
  /// The site in each cell, −1 for none.
  private(set) var sites: [Int]

  init(cells: [Int], cellCount: Int) {
    self.cells = cells
    sites = Array(repeating: -1, count: cellCount)
    for (site, cell) in cells.enumerated() { sites[cell] = site }
  }

  /// Moves some sites at once; what they leave and nobody takes is left empty.
  mutating func apply(_ moves: [TileMove]) {
    for move in moves { sites[cells[move.site]] = -1 }
    for move in moves {
      cells[move.site] = move.cell
      sites[move.cell] = move.site
    }
  }

  /// The moves that undo some moves, to be asked for before they are applied.
  func reversal(of moves: [TileMove]) -> [TileMove] {
    moves.map { TileMove(site: $0.site, cell: cells[$0.site]) }
  }

  /// What the given sites cost, each with itself and with all others, pairs among them once.
  ///
  /// - Complexity: O(*k* *n*) for *k* given of *n* sites.
  func cost(of moves: [TileMove], _ costs: TileCosts) -> Int {
    var total = 0
    for (position, move) in moves.enumerated() {
      let (site, cell) = (move.site, cells[move.site])
      total += costs.alone(site, at: cell) + costs.order(site, at: cell, cells)
      for neighbour in costs.neighbours[site] {
        total += costs.neighbourly(neighbour, from: cell, to: cells[neighbour.site])
      }
      for earlier in moves[..<position] {
        total -= costs.order(site, at: cell, earlier.site, at: cells[earlier.site])
        for neighbour in costs.neighbours[site] where neighbour.site == earlier.site {
          total -= costs.neighbourly(neighbour, from: cell, to: cells[neighbour.site])
        }
      }
    }
    return total
  }

  /// What all sites cost, without the shape of the land.
  func cost(_ costs: TileCosts) -> Int {
    cost(of: cells.enumerated().map { TileMove(site: $0, cell: $1) }, costs)
  }
}

/// A site and the cell it is to take.
struct TileMove: Hashable, Sendable {
  let site: Int
  let cell: Int
}
