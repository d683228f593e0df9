/// How faithful tiles are to the areas they stand for.
public struct TileFit: Hashable, Sendable {
  /// Pairs of neighbouring areas, as judged by their centroids.
  public let neighbourPairs: Int
  /// Those whose tiles share a border.
  public let sharingBorder: Int
  /// Those whose tiles share a corner only.
  public let sharingCorner: Int
  /// Those whose tiles lie in the same compass direction to within 45°.
  public let sameDirection: Int
  /// Pairs of areas of which one lies clearly north of the other, by at least a twentieth of the
  /// extent of all, or clearly west.
  public let orderedPairs: Int
  /// Those whose tiles lie the wrong way round.
  public let inversions: Int
  /// Parts into which the land falls beyond one.
  public let islands: Int
  /// Parts into which groups fall, beyond one for each.
  public let groupParts: Int
  /// Empty cells that tiles enclose.
  public let holes: Int

  /// Share of neighbours whose tiles touch, by a border or a corner; 1 where there are none.
  public var touchingShare: Double {
    share(sharingBorder + sharingCorner, of: neighbourPairs)
  }
  /// Share of neighbours whose tiles share a border.
  public var borderShare: Double { share(sharingBorder, of: neighbourPairs) }
  /// Share of neighbours in the right compass direction.
  public var directionShare: Double { share(sameDirection, of: neighbourPairs) }
  /// Share of clearly ordered pairs that lie the wrong way round.
  public var inversionShare: Double {
    orderedPairs == 0 ? 0 : Double(inversions) / Double(orderedPairs)
  }

  private func share(_ count: Int, of all: Int) -> Double {
    all == 0 ? 1 : Double(count) / Double(all)
  }

  init(sites: TileSites, cells: [TileCell], lattice: TileLattice) {
    let contacts = sites.neighbours.map { lattice.contact(cells[$0], cells[$1]) }
    neighbourPairs = contacts.count
    sharingBorder = contacts.count { $0 == .border }
    sharingCorner = contacts.count { $0 == .corner }
    let places = cells.map { PlanePoint(x: lattice.west(of: $0), y: Double($0.row)) }
    sameDirection = sites.neighbours.count { one, other in
      Self.isSameDirection(
        from: sites.points[one], to: sites.points[other], and: places[one], places[other])
    }
    let across = Self.orders(sites.points.map(\.x), places.map(\.x))
    let down = Self.orders(sites.points.map(\.y), places.map(\.y))
    orderedPairs = across.clear + down.clear
    inversions = across.inverted + down.inverted
    let faults = Self.faults(sites: sites, cells: cells, lattice: lattice)
    (islands, groupParts, holes) = (faults.islands, faults.groupParts, faults.holes)
  }

  /// Whether two directions differ by at most 45°; equal points have no direction to be wrong.
  private static func isSameDirection(
    from: PlanePoint, to: PlanePoint, and start: PlanePoint, _ end: PlanePoint
  ) -> Bool {
    let (width, height) = (to.x - from.x, to.y - from.y)
    let (tileWidth, tileHeight) = (end.x - start.x, end.y - start.y)
    let product = width * tileWidth + height * tileHeight
    let lengths =
      (width * width + height * height) * (tileWidth * tileWidth + tileHeight * tileHeight)
    return lengths == 0 || product > 0 && 2 * product * product >= lengths * (1 - 1e-9)
  }

  private static func orders(_ values: [Double], _ places: [Double]) -> (clear: Int, inverted: Int)
  {
    let extent = (values.max() ?? 0) - (values.min() ?? 0)
    guard extent > 0 else { return (0, 0) }
    var result = (clear: 0, inverted: 0)
    for one in values.indices {
      for other in values.indices where values[other] - values[one] >= extent / 20 {
        result.clear += 1
        if places[other] < places[one] { result.inverted += 1 }
      }
    }
    return result
  }

  /// Judges the shape on a lattice with a ring of sea.
  private static func faults(
    sites: TileSites, cells: [TileCell], lattice: TileLattice
  ) -> TileShape.Faults {
    // Two rows more above, so that rows keep their shift.
    let ringed = TileLattice(
      pattern: lattice.pattern, columns: lattice.columns + 2, rows: lattice.rows + 3)
    let moved = cells.map { TileCell(row: $0.row + 2, column: $0.column + 1) }
    let plan = TilePlan(
      cells: moved.compactMap(ringed.index), cellCount: ringed.columns * ringed.rows)
    var shape = TileShape(lattice: ringed, groups: sites.groups, groupCount: sites.groupCount)
    return shape.faults(plan)
  }
}
