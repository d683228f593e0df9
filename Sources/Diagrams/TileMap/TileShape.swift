/// The shape of land and groups on a lattice whose outermost ring of cells is always sea.
///
/// It keeps its working memory from one judgement to the next: a search asks for very many.
struct TileShape: Sendable {
  /// Cells that share a border, by cell: a slice of `neighbours` from each entry to the next.
  private let starts: [Int]
  private let neighbours: [Int]
  /// The group of each site, −1 for none.
  private let groups: [Int]
  private let groupCount: Int
  private let ungroupedCount: Int
  private var stamps: [Int]
  private var stamp = 0
  private var stack: [Int] = []
  private var lastSeaside: [Int]

  init(lattice: TileLattice, groups: [Int], groupCount: Int) {
    var starts = [0]
    var neighbours: [Int] = []
    for cell in lattice.cells {
      neighbours += lattice.neighbours(of: cell).compactMap(lattice.index)
      starts.append(neighbours.count)
    }
    (self.starts, self.neighbours) = (starts, neighbours)
    (self.groups, self.groupCount) = (groups, groupCount)
    ungroupedCount = groups.count { $0 < 0 }
    stamps = Array(repeating: 0, count: lattice.columns * lattice.rows)
    lastSeaside = Array(repeating: 0, count: groupCount)
  }

  /// What is not as it should be.
  struct Faults: Hashable, Sendable {
    /// Parts of the land beyond one.
    var islands = 0
    /// Parts of groups beyond one each.
    var groupParts = 0
    /// Empty cells enclosed by land.
    var holes = 0
    /// Groups without a border on the sea.
    var landlocked = 0
    /// Borders between land and sea or hole.
    var coast = 0

    func cost(_ weights: TileCosts.Weights) -> Int {
      islands * weights.island + groupParts * weights.groupPart + holes * weights.hole
        + landlocked * weights.landlocked + coast * weights.coast
    }
  }

  /// The coast of the roundest shape of so many tiles; no shape has less.
  ///
  /// F. Harary and H. Harborth, "Extremal animals", Journal of Combinatorics, Information & System
  /// Sciences 1 (1976), 1–8.
  static func leastCoast(tiles: Int, pattern: TileLattice.Pattern) -> Int {
    guard tiles > 0 else { return 0 }
    let count = Double(tiles)
    return pattern == .square
      ? 2 * Int((2 * count.squareRoot()).rounded(.up))
      : 2 * Int((12 * count - 3).squareRoot().rounded(.up))
  }

  /// Judges a plan.
  ///
  /// - Complexity: O(cells).
  mutating func faults(_ plan: TilePlan) -> Faults {
    var faults = Faults()
    faults.islands = max(0, parts(plan, ofGroups: false) - 1)
    faults.groupParts = parts(plan, ofGroups: true) - ungroupedCount - groupCount
    fillSea(plan)
    countCoast(plan, into: &faults)
    return faults
  }

  /// The number of parts into which the land, or the groups, fall; a site of no group is a part.
  private mutating func parts(_ plan: TilePlan, ofGroups isGrouped: Bool) -> Int {
    stamp += 1
    var count = 0
    for start in plan.cells where stamps[start] != stamp {
      count += 1
      stamps[start] = stamp
      stack.append(start)
      while let cell = stack.popLast() {
        let group = groups[plan.sites[cell]]
        if isGrouped && group < 0 { continue }
        for position in starts[cell]..<starts[cell + 1] {
          let next = neighbours[position]
          let site = plan.sites[next]
          guard site >= 0, stamps[next] != stamp, !isGrouped || groups[site] == group else {
            continue
          }
          stamps[next] = stamp
          stack.append(next)
        }
      }
    }
    return count
  }

  /// Stamps the empty cells that are joined to the first, which is sea.
  private mutating func fillSea(_ plan: TilePlan) {
    stamp += 1
    stamps[0] = stamp
    stack.append(0)
    while let cell = stack.popLast() {
      for position in starts[cell]..<starts[cell + 1] {
        let next = neighbours[position]
        if stamps[next] != stamp, plan.sites[next] < 0 {
          stamps[next] = stamp
          stack.append(next)
        }
      }
    }
  }

  private mutating func countCoast(_ plan: TilePlan, into faults: inout Faults) {
    var empty = stamps.count - plan.cells.count
    for cell in stamps.indices where stamps[cell] == stamp { empty -= 1 }
    faults.holes = empty
    faults.landlocked = groupCount
    for (site, cell) in plan.cells.enumerated() {
      let group = groups[site]
      for position in starts[cell]..<starts[cell + 1] {
        let next = neighbours[position]
        guard plan.sites[next] < 0 else { continue }
        faults.coast += 1
        if stamps[next] == stamp, group >= 0, lastSeaside[group] != stamp {
          lastSeaside[group] = stamp
          faults.landlocked -= 1
        }
      }
    }
  }
}
