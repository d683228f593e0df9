import Governance
import Testing

@testable import Diagrams

@Suite("Tile assignment")
struct TileMapAssignmentTests {
  @Test("The cheapest assignment is that of trying all", arguments: 0..<60)
  func hungarian(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let rows = 1 + random.next(below: 6)
    let columns = rows + random.next(below: 3)
    // Few distinct costs make many ties.
    let range = seed % 2 == 0 ? 5 : 1_000
    let costs = (0..<rows).map { _ in
      (0..<columns).map { _ in random.next(below: range) - range / 3 }
    }
    let found = try #require(
      MinimumCostAssignment(rows: rows, columns: columns) { costs[$0][$1] })
    #expect(Set(found.columns).count == rows)
    let total = found.columns.enumerated().reduce(0) { $0 + costs[$1.offset][$1.element] }
    #expect(total == Self.leastCost(costs, from: 0, free: Array(0..<columns)))
  }

  /// Tries every way to give the remaining rows columns.
  static func leastCost(_ costs: [[Int]], from row: Int, free: [Int]) -> Int {
    guard row < costs.count else { return 0 }
    return free.map { column in
      costs[row][column] + leastCost(costs, from: row + 1, free: free.filter { $0 != column })
    }
    .min() ?? 0
  }

  @Test("There is no assignment of more rows than columns")
  func tooManyRows() {
    #expect(MinimumCostAssignment(rows: 3, columns: 2) { _, _ in 0 } == nil)
    #expect(MinimumCostAssignment(rows: 0, columns: 0) { _, _ in 0 }?.columns == [])
  }

  @Test("Neighbours by hand: a square with its middle, and points in one place")
  func gabriel() {
    func pairs(_ points: [(Double, Double)]) -> Set<[Int]> {
      let points = points.map { PlanePoint(x: $0.0, y: $0.1) }
      return Set(CentroidNeighbours.pairs(of: points).map { [$0.0, $0.1] })
    }
    // The middle lies in the disc of every diagonal and on the edge of that of every side.
    let square = pairs([(0, 0), (2, 0), (2, 2), (0, 2), (1, 1)])
    #expect(
      square == [[0, 1], [1, 2], [2, 3], [0, 3], [0, 4], [1, 4], [2, 4], [3, 4]])
    #expect(pairs([(0, 0), (1, 0), (2, 0)]) == [[0, 1], [1, 2]])
    #expect(pairs([(5, 5), (5, 5), (9, 9)]).contains([0, 1]))
  }

  @Test(
    "Cells are neighbours exactly where they share a border",
    arguments: TileLattice.Pattern.allCases)
  func lattice(pattern: TileLattice.Pattern) {
    let lattice = TileLattice(pattern: pattern, columns: 5, rows: 5)
    for cell in lattice.cells {
      let neighbours = lattice.neighbours(of: cell)
      #expect(neighbours.count == (pattern == .square ? 4 : 6))
      #expect(neighbours == neighbours.sorted())
      for other in lattice.cells {
        // Overlap of the sides, measured.
        let across =
          min(lattice.west(of: cell), lattice.west(of: other)) + 1
          - max(lattice.west(of: cell), lattice.west(of: other))
        let down = 1 - abs(cell.row - other.row)
        let shares = cell != other && (across > 0 && down == 0 || across == 0 && down == 1)
        #expect(neighbours.contains(other) == shares)
        #expect((lattice.contact(cell, other) == .border) == shares)
      }
    }
  }

  @Test("What a search reckons from its changes is what the plan costs", arguments: 0..<4)
  func costs(seed: Int) {
    let sites = TileSites(TileMapFixtures.strewn(14, groups: 3, seed: UInt64(seed)))
    let lattice = TileLattice(pattern: .oddRowsShifted, columns: 7, rows: 9)
    let targets = sites.targets(width: 4, height: 6, rankShare: 0.5)
    let costs = TileCosts(
      sites: sites, targets: targets, anchors: targets.map { _ in nil }, lattice: lattice,
      aspect: 1.2, weights: TileCosts.Weights())
    let shape = TileShape(lattice: lattice, groups: sites.groups, groupCount: sites.groupCount)
    let cells = sites.codes.indices.map { 8 + ($0 / 5) * 7 + $0 % 5 }
    let start = TilePlan(cells: cells, cellCount: 63)
    var search = TileSearch(plan: start, costs: costs, shape: shape)
    let before = search.cost
    search.wander(steps: 300, threshold: 400)
    search.descend()
    var fresh = shape
    #expect(
      search.cost
        == search.plan.cost(costs) + fresh.faults(search.plan).cost(costs.weights))
    #expect(search.cost < before)
    // Nothing better within one move to a free cell.
    for site in sites.codes.indices {
      for cell in 0..<63 where search.plan.sites[cell] < 0 {
        let (row, column) = (cell / 7, cell % 7)
        guard row > 0, row < 8, column > 0, column < 6 else { continue }
        var plan = search.plan
        plan.apply([TileMove(site: site, cell: cell)])
        #expect(
          plan.cost(costs) + fresh.faults(plan).cost(costs.weights) >= search.cost)
      }
    }
  }

  @Test("The cost of what moves changes as the cost of the whole does", arguments: 0..<20)
  func differences(seed: Int) {
    let sites = TileSites(TileMapFixtures.strewn(12, groups: 3, seed: UInt64(seed)))
    let lattice = TileLattice(pattern: .evenRowsShifted, columns: 6, rows: 7)
    let targets = sites.targets(width: 3, height: 4, rankShare: 0.5)
    let costs = TileCosts(
      sites: sites, targets: targets, anchors: targets.map { _ in nil }, lattice: lattice,
      aspect: 1.2, weights: TileCosts.Weights())
    var plan = TilePlan(
      cells: sites.codes.indices.map { 7 + ($0 / 4) * 6 + $0 % 4 }, cellCount: 42)
    var random = SplitMix64(seed: UInt64(seed))
    // Two or three sites change places in a ring.
    var chosen: [Int] = []
    while chosen.count < 2 + seed % 2 {
      let site = random.next(below: 12)
      if !chosen.contains(site) { chosen.append(site) }
    }
    let moves = zip(chosen, chosen.dropFirst() + chosen.prefix(1)).map {
      TileMove(site: $0, cell: plan.cells[$1])
    }
    let (whole, part) = (plan.cost(costs), plan.cost(of: moves, costs))
    let back = plan.reversal(of: moves)
    plan.apply(moves)
    #expect(plan.cost(costs) - whole == plan.cost(of: moves, costs) - part)
    plan.apply(back)
    #expect(plan.cost(costs) == whole)
  }

  @Test("Islands, parts, holes and coast of shapes drawn by hand")
  func shapes() {
    func faults(_ drawing: [String]) -> TileShape.Faults {
      let lattice = TileLattice(
        pattern: .square, columns: drawing[0].count + 2, rows: drawing.count + 2)
      var cells: [Int] = []
      var groups: [Int] = []
      for (row, line) in drawing.enumerated() {
        for (column, letter) in line.enumerated() where letter != "." {
          cells.append((row + 1) * lattice.columns + column + 1)
          groups.append(letter == "a" ? 0 : 1)
        }
      }
      var shape = TileShape(
        lattice: lattice, groups: groups, groupCount: Set(groups).count)
      return shape.faults(TilePlan(cells: cells, cellCount: lattice.columns * lattice.rows))
    }
    #expect(
      faults(["aa", "ab"])
        == TileShape.Faults(islands: 0, groupParts: 0, holes: 0, landlocked: 0, coast: 8))
    #expect(
      faults(["aaa", "aba", "aaa"])
        == TileShape.Faults(islands: 0, groupParts: 0, holes: 0, landlocked: 1, coast: 12))
    #expect(
      faults(["aaa", "a.a", "aab"])
        == TileShape.Faults(islands: 0, groupParts: 0, holes: 1, landlocked: 0, coast: 16))
    #expect(
      faults(["a.b", "..b", "a.b"])
        == TileShape.Faults(islands: 2, groupParts: 1, holes: 0, landlocked: 0, coast: 16))
  }

  @Test(
    "Each area has a cell of its own, the land is whole, the order of input does not count",
    arguments: 0..<8)
  func laws(seed: Int) {
    let sites = TileMapFixtures.strewn(5 + seed * 4, groups: 4, seed: UInt64(seed))
    let settings = TileMapFixtures.quick(sites)
    let assignment = TileAssignment(sites, settings: settings)
    #expect(Set(assignment.cells.keys) == Set(sites.map(\.code)))
    #expect(Set(assignment.cells.values).count == sites.count)
    for cell in assignment.cells.values {
      #expect(assignment.lattice.index(of: cell) != nil)
    }
    #expect(Self.isConnected(Set(assignment.cells.values), assignment.lattice))
    #expect(assignment.fit.islands == 0)
    #expect(assignment.fit.holes == 0)
    var random = SplitMix64(seed: 99)
    var shuffled = sites
    for index in shuffled.indices {
      shuffled.swapAt(index, random.next(below: shuffled.count))
    }
    #expect(TileAssignment(shuffled, settings: settings) == assignment)
  }

  static func isConnected(_ cells: Set<TileCell>, _ lattice: TileLattice) -> Bool {
    guard let first = cells.min() else { return true }
    var reached: Set = [first]
    var front = [first]
    while let cell = front.popLast() {
      for next in lattice.neighbours(of: cell) where cells.contains(next) {
        if reached.insert(next).inserted { front.append(next) }
      }
    }
    return reached == cells
  }

  @Test("No area, one, three, all in one place, and areas without a place")
  func small() {
    #expect(TileAssignment([]).cells.isEmpty)
    let place = Coordinate(latitude: 52, longitude: -1)
    let one = TileAssignment([TileSite(code: "A", group: nil, location: place)])
    #expect(one.cells == ["A": TileCell(row: 0, column: 0)])
    #expect(one.fit.touchingShare == 1)

    let north = Coordinate(latitude: 54, longitude: -1)
    let south = Coordinate(latitude: 50, longitude: -1.2)
    let three = TileAssignment([
      TileSite(code: "C", group: "R", location: south),
      TileSite(code: "A", group: "R", location: north),
      TileSite(code: "B", group: "R", location: place),
      TileSite(code: "Z", group: "Q", location: nil),
    ])
    #expect(three.unlocated == ["Z"])
    #expect(three.cells["Z"] == nil)
    let rows = ["A", "B", "C"].compactMap { three.cells[$0]?.row }
    #expect(rows == rows.sorted() && rows.count == 3)
    #expect(three.fit.borderShare == 1)

    let same = (0..<9).map { TileSite(code: Code("S\($0)"), group: nil, location: place) }
    let heap = TileAssignment(same)
    #expect(Set(heap.cells.values).count == 9)
    #expect(heap.fit.islands == 0)

    let nowhere = TileAssignment([TileSite(code: "Z", group: nil, location: nil)])
    #expect(nowhere.cells.isEmpty)
    #expect(nowhere.unlocated == ["Z"])
  }

  @Test("Areas that stay stay put when one between them goes")
  func following() {
    let sites = TileMapFixtures.strewn(20, groups: 3, seed: 7)
    let settings = TileMapFixtures.quick(sites)
    let model = TileAssignment(sites, settings: settings)
    #expect(TileAssignment(sites, settings: settings, following: model).cells == model.cells)
    let fewer = Array(sites.dropLast())
    let follower = TileAssignment(fewer, settings: settings, following: model)
    let moved = fewer.count { follower.cells[$0.code] != model.cells[$0.code] }
    #expect(moved <= 4)
    #expect(follower.extent == model.extent)
  }

  @Test(
    "England keeps its neighbours, directions and orders",
    arguments: [TileMapFixtures.before, TileMapFixtures.after])
  func england(date: CalendarDate?) throws {
    let england = try TileMapFixtures.england(on: date)
    let assignment = england.assignment
    let fit = assignment.fit
    #expect(assignment.cells.count == england.atlas.organisations(of: .ics).count)
    #expect(Self.isConnected(Set(assignment.cells.values), assignment.lattice))
    #expect(fit.neighbourPairs >= 60)
    #expect(fit.borderShare >= 0.85)
    #expect(fit.directionShare >= 0.85)
    #expect(fit.inversionShare <= 0.02)
    #expect(fit.groupParts == 0)
    #expect(fit.holes == 0)
  }

  @Test("England is still England: what everybody knows of where things are")
  func sense() throws {
    for date in [TileMapFixtures.before, TileMapFixtures.after] {
      let cells = try TileMapFixtures.england(on: date).assignment.cells
      func cell(_ code: Code) throws -> TileCell { try #require(cells[code]) }
      let (northEast, cornwall, kent) = (try cell("QHM"), try cell("QT6"), try cell("QKS"))
      #expect(northEast.row == 0)
      #expect(cornwall.column == cells.values.map(\.column).min())
      #expect(cornwall.row >= 8)
      #expect(kent.row > northEast.row + 5)
      #expect(kent.column > cornwall.column + 3)
      // Devon lies beside Cornwall, Manchester beside Cheshire and Merseyside.
      let lattice = try TileMapFixtures.england(on: date).assignment.lattice
      #expect(lattice.contact(cornwall, try cell("QJK")) == .border)
      #expect(lattice.contact(try cell("QOP"), try cell("QYG")) == .border)
    }
  }

  @Test("A later day follows the first state of the register, given or not")
  func firstState() throws {
    // Two regions of three; on the second day one of them has been replaced.
    var register = FootprintFixtures.register(regions: [3, 3], reaches: [])
    let day = try #require(CalendarDate(year: 2024, month: 1, day: 1))
    let later = try #require(CalendarDate(year: 2025, month: 1, day: 1))
    for index in register.organisations.indices where register.organisations[index].kind == .ics {
      register.organisations[index].provenance.period.from = day
      if register.organisations[index].id == "S6" {
        register.organisations[index].provenance.period.to = later.adding(days: -1)
      }
    }
    let first = TileAssignment(Atlas(register, on: day))
    let second = TileAssignment(Atlas(register, on: later))
    #expect(first.cells.count == 6)
    #expect(second.cells.count == 5)
    #expect(second.cells.allSatisfy { first.cells[$0.key] == $0.value })
    #expect(TileAssignment(Atlas(register, on: later), model: first) == second)
  }

  @Test("The two states of England look alike where nothing changed")
  func alike() throws {
    let before = try TileMapFixtures.england(on: TileMapFixtures.before).assignment
    let after = try TileMapFixtures.england(on: TileMapFixtures.after).assignment
    let common = Set(before.cells.keys).intersection(after.cells.keys)
    let moved = common.count { before.cells[$0] != after.cells[$0] }
    #expect(common.count == 30)
    #expect(moved <= 8)
    #expect(before.lattice.rows == after.lattice.rows)
    #expect(before.extent == after.extent)
  }
}
