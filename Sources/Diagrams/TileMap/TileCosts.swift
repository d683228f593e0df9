/// What a plan costs, in thousandths of one lost neighbour; whole numbers, so that differences are
/// exact and no order of summing matters.
struct TileCosts: Sendable {
  /// What counts for how much.
  struct Weights: Hashable, Sendable {
    /// Two neighbours that touch at a corner only.
    var corner = 450
    /// Two neighbours that do not meet.
    var apart = 1_000
    /// The same for each tile width by which they are further apart.
    var distance = 500
    /// Two neighbours in the opposite direction; less in proportion to 1 − cos of the angle.
    var direction = 900
    /// A tile one width away from its target; grows with the square.
    var displacement = 60
    /// Two areas in the wrong order, for each row or column by which they should be apart.
    var inversion = 60
    /// A part of the land, or of a group, that hangs together with no other.
    var island = 20_000, groupPart = 4_000
    /// An empty cell enclosed by land.
    var hole = 5_000
    /// A group with no border on the sea, where its name could be written.
    var landlocked = 3_000
    /// A border on the sea.
    var coast = 60
    /// The same for a tile that should stay where it lies in an assignment that is followed.
    var departure = 400
  }

  let weights: Weights
  let lattice: TileLattice
  let siteCount: Int
  /// Neighbours of each site, with the unit vector towards them.
  let neighbours: [[Neighbour]]
  private let displacement: [Int]
  private let meeting: [Int]
  private let across: [Double]
  private let down: [Double]
  /// How far a site should lie before another, negative if after it; 0 where it does not matter.
  private let rowsBefore: [Int]
  private let columnsBefore: [Int]
  private let rowOf: [Int]
  /// Twice the western edge, a whole number.
  private let westOf: [Int]

  struct Neighbour: Sendable {
    let site: Int
    let across: Double
    let down: Double
  }

  /// - Parameters:
  ///   - sites: what is to be placed.
  ///   - targets: where each would lie by its position, in the coordinates of the lattice's western
  ///     edges.
  ///   - anchors: where some lie in an assignment that is followed, and should stay.
  ///   - aspect: width of a tile over its height.
  init(
    sites: TileSites, targets: [PlanePoint], anchors: [PlanePoint?], lattice: TileLattice,
    aspect: Double, weights: Weights
  ) {
    self.weights = weights
    self.lattice = lattice
    siteCount = sites.codes.count
    let cells = lattice.cells
    let places = cells.map { PlanePoint(x: lattice.west(of: $0), y: Double($0.row)) }
    rowOf = cells.map(\.row)
    westOf = places.map { Int(($0.x * 2).rounded()) }
    neighbours = Self.directions(sites)
    displacement = zip(targets, anchors).flatMap { target, anchor in
      let weight = Double(anchor == nil ? weights.displacement : weights.departure)
      let wanted = anchor ?? target
      return places.map { Int((weight * wanted.squaredDistance(to: $0)).rounded()) }
    }
    var meeting: [Int] = []
    var across: [Double] = []
    var down: [Double] = []
    for (one, from) in zip(cells, places) {
      for (other, to) in zip(cells, places) {
        let gap = from.squaredDistance(to: to).squareRoot()
        switch lattice.contact(one, other) {
        case .border: meeting.append(0)
        case .corner: meeting.append(weights.corner)
        case .apart:
          let further = max(0, gap - 1.5) * Double(weights.distance)
          meeting.append(weights.apart + Int(further.rounded()))
        }
        let (width, height) = ((to.x - from.x) * aspect, to.y - from.y)
        let length = max((width * width + height * height).squareRoot(), 0.001)
        across.append(width / length)
        down.append(height / length)
      }
    }
    (self.meeting, self.across, self.down) = (meeting, across, down)
    rowsBefore = Self.precedence(targets.map(\.y), weight: weights.inversion)
    columnsBefore = Self.precedence(targets.map(\.x), weight: weights.inversion)
  }

  private static func directions(_ sites: TileSites) -> [[Neighbour]] {
    var lists: [[Neighbour]] = Array(repeating: [], count: sites.codes.count)
    for (one, other) in sites.neighbours {
      let (from, to) = (sites.points[one], sites.points[other])
      let length = from.squaredDistance(to: to).squareRoot()
      let across = length > 0 ? (to.x - from.x) / length : 0
      let down = length > 0 ? (to.y - from.y) / length : 0
      lists[one].append(Neighbour(site: other, across: across, down: down))
      lists[other].append(Neighbour(site: one, across: -across, down: -down))
    }
    return lists
  }

  /// Half a tile is too little to insist on.
  private static func precedence(_ values: [Double], weight: Int) -> [Int] {
    values.flatMap { one in
      values.map { other in
        abs(other - one) > 0.5 ? Int(((other - one) * Double(weight)).rounded()) : 0
      }
    }
  }

  /// The cost of one site in a cell by itself.
  func alone(_ site: Int, at cell: Int) -> Int { displacement[site * rowOf.count + cell] }

  /// The cost of the order of two sites.
  func order(_ one: Int, at cell: Int, _ other: Int, at otherCell: Int) -> Int {
    let index = one * siteCount + other
    var cost = 0
    // A positive precedence wants the first before the second, a negative one after it.
    let (rows, columns) = (rowsBefore[index], columnsBefore[index])
    if (rowOf[cell] - rowOf[otherCell]) * rows > 0 { cost += abs(rows) }
    if (westOf[cell] - westOf[otherCell]) * columns > 0 { cost += abs(columns) }
    return cost
  }

  /// The cost of the order of a site and all others.
  func order(_ site: Int, at cell: Int, _ cells: [Int]) -> Int {
    var cost = 0
    for (other, otherCell) in cells.enumerated() {
      cost += order(site, at: cell, other, at: otherCell)
    }
    return cost
  }

  /// The cost of a site and a neighbour of it, by how and in which direction they meet.
  func neighbourly(_ neighbour: Neighbour, from cell: Int, to otherCell: Int) -> Int {
    let index = cell * rowOf.count + otherCell
    let agreement = neighbour.across * across[index] + neighbour.down * down[index]
    return meeting[index] + Int((Double(weights.direction) * (1 - agreement) / 2).rounded())
  }
}
