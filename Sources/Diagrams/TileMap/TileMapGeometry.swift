import Governance

/// Where the tiles of a map lie on a page.
struct TileMapGeometry: Sendable {
  let lattice: TileLattice
  /// The room for the map; tiles fill it from the top, centred from side to side.
  let frame: CanvasFrame
  let tileWidth: Double
  let tileHeight: Double
  private let left: Double
  private let cells: [Code: TileCell]
  /// Codes without a cell, in rows below the map.
  private let unlocated: [Code: Int]

  /// Room above the rows of tiles without a location, for their heading, in points.
  static let unlocatedHeading = 22.0

  /// - Parameters:
  ///   - frame: the room, in points.
  ///   - widest: no tile is wider, in points.
  ///   - tallest: nor taller.
  init(_ assignment: TileAssignment, in frame: CanvasFrame, widest: Double, tallest: Double) {
    lattice = assignment.lattice
    self.frame = frame
    cells = assignment.cells
    unlocated = Dictionary(
      uniqueKeysWithValues: assignment.unlocated.enumerated().map { ($1, $0) })
    let first = assignment.extent.lowerBound
    let span = assignment.extent.upperBound - first
    tileWidth = min(widest, frame.width / span)
    let perRow = max(1, Int(frame.width / tileWidth + 0.001))
    let extraRows = (assignment.unlocated.count + perRow - 1) / perRow
    let heading = extraRows > 0 ? Self.unlocatedHeading : 0
    let rows = Double(max(1, lattice.rows + extraRows))
    tileHeight = min(tallest, (frame.height - heading) / rows)
    left = frame.x + (frame.width - span * tileWidth) / 2 - first * tileWidth
    self.perRow = perRow
  }

  private let perRow: Int

  /// Where the located tiles end, in points from the top of the page.
  var landBottom: Double { frame.y + Double(lattice.rows) * tileHeight }

  /// Where the heading above the tiles without a location stands; `nil` if there are none.
  func unlocatedHeading(_ text: String, look: TextStyle) -> CanvasFrame? {
    unlocated.isEmpty
      ? nil
      : CanvasFrame(
        x: frame.x, y: landBottom + 2, width: look.width(text),
        height: Self.unlocatedHeading - 2)
  }

  /// Where the map ends, tiles without a location included.
  var bottom: Double {
    guard let last = unlocated.values.max() else { return landBottom }
    return landBottom + Self.unlocatedHeading + Double(last / perRow + 1) * tileHeight
  }

  func frame(of cell: TileCell) -> CanvasFrame {
    CanvasFrame(
      x: left + lattice.west(of: cell) * tileWidth, y: frame.y + Double(cell.row) * tileHeight,
      width: tileWidth, height: tileHeight)
  }

  /// The tile of an ICS; `nil` for one that is not on the map.
  func frame(of code: Code) -> CanvasFrame? {
    if let cell = cells[code] { return frame(of: cell) }
    guard let position = unlocated[code] else { return nil }
    return CanvasFrame(
      x: frame.x + Double(position % perRow) * tileWidth,
      y: landBottom + Self.unlocatedHeading + Double(position / perRow) * tileHeight,
      width: tileWidth, height: tileHeight)
  }
}
