/// Gives each row a column of its own so that the sum of the costs is least.
///
/// The Hungarian method in the form of shortest augmenting paths with potentials: R. Jonker and
/// A. Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment
/// problems", Computing 38 (1987), 325–340, without their initial reductions. Integer costs, so
/// that the optimum is exact; of several optima always the same one is found.
///
/// - Complexity: O(*n*² *m*) time and O(*n* + *m*) memory for *n* rows and *m* columns.
struct MinimumCostAssignment {
  /// The column of each row.
  private(set) var columns: [Int]

  /// Solves an assignment.
  ///
  /// - Parameters:
  ///   - rows: the number of rows.
  ///   - columns: the number of columns; `nil` is returned if there are fewer than rows.
  ///   - cost: the cost of a row in a column, of magnitude below 2⁴⁰.
  init?(rows: Int, columns: Int, cost: (_ row: Int, _ column: Int) -> Int) {
    guard rows <= columns else { return nil }
    var search = AugmentingSearch(rows: rows, columns: columns)
    for row in 0..<rows { search.place(row, cost: cost) }
    self.columns = Array(repeating: 0, count: rows)
    for column in 0..<columns where search.occupant[column] >= 0 {
      self.columns[search.occupant[column]] = column
    }
  }
}

/// The state between two augmentations: who holds which column, and feasible potentials.
private struct AugmentingSearch {
  var occupant: [Int]
  private var rowPotential: [Int]
  private var columnPotential: [Int]

  init(rows: Int, columns: Int) {
    occupant = Array(repeating: -1, count: columns)
    rowPotential = Array(repeating: 0, count: rows)
    columnPotential = Array(repeating: 0, count: columns)
  }

  /// Places one more row along a cheapest path to a free column, as Dijkstra's search finds it.
  mutating func place(_ newcomer: Int, cost: (Int, Int) -> Int) {
    let count = occupant.count
    var distance = Array(repeating: Int.max, count: count)
    var previous = Array(repeating: -1, count: count)
    var isSettled = Array(repeating: false, count: count)
    var settled: [Int] = []
    var (row, reached, last) = (newcomer, 0, -1)
    while true {
      var (next, best) = (-1, Int.max)
      for column in 0..<count where !isSettled[column] {
        let through =
          reached + cost(row, column) - rowPotential[row] - columnPotential[column]
        if through < distance[column] {
          distance[column] = through
          previous[column] = last
        }
        if distance[column] < best { (next, best) = (column, distance[column]) }
      }
      (last, reached) = (next, best)
      isSettled[last] = true
      if occupant[last] < 0 { break }
      settled.append(last)
      row = occupant[last]
    }
    updatePotentials(newcomer, settled: settled, distance: distance, total: reached)
    augment(from: last, previous: previous, newcomer: newcomer)
  }

  private mutating func updatePotentials(
    _ newcomer: Int, settled: [Int], distance: [Int], total: Int
  ) {
    rowPotential[newcomer] += total
    for column in settled {
      rowPotential[occupant[column]] += total - distance[column]
      columnPotential[column] -= total - distance[column]
    }
  }

  private mutating func augment(from free: Int, previous: [Int], newcomer: Int) {
    var column = free
    while previous[column] >= 0 {
      occupant[column] = occupant[previous[column]]
      column = previous[column]
    }
    occupant[column] = newcomer
  }
}
