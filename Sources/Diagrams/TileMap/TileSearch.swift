/// Improves a plan by moving few tiles at a time.
///
/// Threshold accepting (G. Dueck and T. Scheuer, "Threshold accepting", Journal of Computational
/// Physics 90 (1990), 161–175): a random small change is kept if it makes the plan worse by less
/// than a threshold that falls to nothing; then every small change is tried in a fixed order until
/// none is for the better. The random numbers are the project's own, from a fixed seed.
struct TileSearch {
  private let costs: TileCosts
  private var shape: TileShape
  let lattice: TileLattice
  private let neighbours: [[Int]]
  private(set) var plan: TilePlan
  private var shapeCost: Int
  private let leastShapeCost: Int
  private var random: SplitMix64

  init(plan: TilePlan, costs: TileCosts, shape: TileShape) {
    self.plan = plan
    self.costs = costs
    self.shape = shape
    lattice = costs.lattice
    neighbours = lattice.cells.map { cell in
      costs.lattice.neighbours(of: cell).compactMap(costs.lattice.index)
    }
    shapeCost = self.shape.faults(plan).cost(costs.weights)
    leastShapeCost =
      costs.weights.coast
      * TileShape.leastCoast(tiles: plan.cells.count, pattern: lattice.pattern)
    random = SplitMix64(seed: 0)
  }

  /// Begins another sequence of random numbers.
  mutating func reseed(_ seed: UInt64) { random = SplitMix64(seed: seed) }

  /// What the plan costs, its shape included.
  var cost: Int { plan.cost(costs) + shapeCost }

  /// Wanders, ever less freely.
  ///
  /// - Parameters:
  ///   - steps: how many changes to try.
  ///   - threshold: by how much the first may make the plan worse.
  mutating func wander(steps: Int, threshold: Int) {
    guard !plan.cells.isEmpty else { return }
    for step in 0..<steps {
      let limit = threshold * (steps - step) / steps
      let moves = randomMoves()
      if !moves.isEmpty { attempt(moves, limit: limit) }
    }
  }

  /// Takes every change for the better until there is none.
  mutating func descend() {
    let inner = (0..<lattice.rows * lattice.columns).filter(isInside)
    var isImproving = true
    while isImproving {
      isImproving = false
      for site in plan.cells.indices {
        for cell in inner where cell != plan.cells[site] {
          if attempt(exchange(site, with: cell), limit: 0) { isImproving = true }
        }
        for heading in 0..<6 {
          let moves = push(site, heading: heading)
          if !moves.isEmpty, attempt(moves, limit: 0) { isImproving = true }
        }
      }
    }
  }

  /// Makes a change and keeps it if it costs less than the limit; says whether it was kept.
  @discardableResult
  private mutating func attempt(_ moves: [TileMove], limit: Int) -> Bool {
    let reversal = plan.reversal(of: moves)
    let before = plan.cost(of: moves, costs) + shapeCost
    plan.apply(moves)
    let pairs = plan.cost(of: moves, costs)
    // Even the best of shapes would not make it good enough: spare the look at the shape.
    if pairs + leastShapeCost - before < limit {
      let newShapeCost = shape.faults(plan).cost(costs.weights)
      if pairs + newShapeCost - before < limit {
        shapeCost = newShapeCost
        return true
      }
    }
    plan.apply(reversal)
    return false
  }

  private mutating func randomMoves() -> [TileMove] {
    let site = random.next(below: plan.cells.count)
    let kind = random.next(below: 8)
    if kind == 0 {
      let cell = random.next(below: lattice.rows * lattice.columns)
      return isInside(cell) && cell != plan.cells[site] ? exchange(site, with: cell) : []
    }
    if kind < 4 { return push(site, heading: random.next(below: 6)) }
    let near = neighbours[plan.cells[site]]
    var cell = near[random.next(below: near.count)]
    if kind < 6 {
      let further = neighbours[cell]
      cell = further[random.next(below: further.count)]
    }
    return isInside(cell) && cell != plan.cells[site] ? exchange(site, with: cell) : []
  }

  /// A site takes a cell; who holds it takes that of the site.
  private func exchange(_ site: Int, with cell: Int) -> [TileMove] {
    let move = TileMove(site: site, cell: cell)
    let holder = plan.sites[cell]
    return holder < 0 ? [move] : [move, TileMove(site: holder, cell: plan.cells[site])]
  }

  /// A site and all in a row before it move on by one cell, up to the first empty one; nothing if
  /// there is none within the land's frame.
  private func push(_ site: Int, heading: Int) -> [TileMove] {
    var moves: [TileMove] = []
    var mover = site
    while true {
      let near = neighbours[plan.cells[mover]]
      guard heading < near.count else { return [] }
      let cell = near[heading]
      guard isInside(cell) else { return [] }
      moves.append(TileMove(site: mover, cell: cell))
      if plan.sites[cell] < 0 { return moves }
      mover = plan.sites[cell]
    }
  }

  private func isInside(_ cell: Int) -> Bool {
    let (row, column) = (cell / lattice.columns, cell % lattice.columns)
    return row > 0 && column > 0 && row < lattice.rows - 1 && column < lattice.columns - 1
  }
}

/// Random numbers from a seed, the same on every machine.
///
/// G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number generators",
/// OOPSLA 2014.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 up to, not including, a bound above 0; the bias of a remainder is of no
  /// consequence for bounds of some hundreds.
  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 33) % bound
  }
}
