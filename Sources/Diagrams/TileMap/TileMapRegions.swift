import Governance
import Graphviz

/// Thick outlines around the tiles of each region.
struct TileMapRegions {
  let geometry: TileMapGeometry
  /// The region of the tile in each cell; an ICS of no region counts as one of its own.
  let regions: [TileCell: Code?]

  init(_ content: TileMapContent, _ assignment: TileAssignment, _ geometry: TileMapGeometry) {
    self.geometry = geometry
    var regions: [TileCell: Code?] = [:]
    for tile in content.tiles {
      if let cell = assignment.cells[tile.code] { regions.updateValue(tile.region, forKey: cell) }
    }
    self.regions = regions
  }

  /// Draws every stretch of border between two regions, or a region and the sea, once.
  func draw(on canvas: inout Canvas) {
    let half = TileMapStyles.regionStroke.width / 2
    for segment in segments() {
      // Longer by half its width at both ends, so that corners are filled.
      let (across, down) = segment.isLevel ? (half, 0.0) : (0.0, half)
      canvas.add(
        CanvasLine(
          from: CanvasPoint(segment.x - across, segment.y - down),
          to: CanvasPoint(
            segment.x + (segment.isLevel ? segment.length : 0) + across,
            segment.y + (segment.isLevel ? 0 : segment.length) + down),
          stroke: TileMapStyles.regionStroke, style: TileMapStyles.region))
    }
  }

  /// A level or an upright stretch from its top or left end, in points.
  struct Segment: Hashable {
    var x: Double
    var y: Double
    var length: Double
    var isLevel: Bool
  }

  /// All stretches, those in one line that meet joined.
  func segments() -> [Segment] {
    let bits = regions.keys.sorted().flatMap(borders)
    let level = Self.joined(bits.filter(\.isLevel), along: \.x, across: \.y)
    let upright = Self.joined(bits.filter { !$0.isLevel }, along: \.y, across: \.x)
    return level + upright
  }

  /// The borders of one tile: west and north of it always, east and south of it towards the sea.
  private func borders(of cell: TileCell) -> [Segment] {
    let own = geometry.frame(of: cell)
    var segments: [Segment] = []
    for neighbour in geometry.lattice.neighbours(of: cell) {
      let isLand = regions[neighbour] != nil
      let isBeyond = neighbour > cell
      if isLand && (isBeyond || isSame(cell, neighbour)) { continue }
      let other = geometry.frame(of: neighbour)
      if neighbour.row == cell.row {
        let x = isBeyond ? own.maxX : own.x
        segments.append(Segment(x: x, y: own.y, length: own.height, isLevel: false))
      } else {
        let start = max(own.x, other.x)
        let end = min(own.maxX, other.maxX)
        let y = isBeyond ? own.maxY : own.y
        segments.append(Segment(x: start, y: y, length: end - start, isLevel: true))
      }
    }
    return segments
  }

  private func isSame(_ one: TileCell, _ other: TileCell) -> Bool {
    guard let first = regions[one] ?? nil, let second = regions[other] ?? nil else { return false }
    return first == second
  }

  private static func joined(
    _ segments: [Segment], along: WritableKeyPath<Segment, Double>,
    across: KeyPath<Segment, Double>
  ) -> [Segment] {
    var result: [Segment] = []
    let sorted = segments.sorted {
      ($0[keyPath: across], $0[keyPath: along]) < ($1[keyPath: across], $1[keyPath: along])
    }
    for segment in sorted {
      if let last = result.last, abs(last[keyPath: across] - segment[keyPath: across]) < 0.01,
        abs(last[keyPath: along] + last.length - segment[keyPath: along]) < 0.01
      {
        result[result.count - 1].length += segment.length
      } else {
        result.append(segment)
      }
    }
    return result
  }
}
