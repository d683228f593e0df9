import Governance
import Graphviz

/// Draws tiles, outlines, names of regions and the key in the room between title and legend.
struct TileMapDrawing {
  let content: TileMapContent
  let assignment: TileAssignment
  let patterns: [TilePattern]
  let arrangement: TileMapArrangement

  init(content: TileMapContent, assignment: TileAssignment, frame: CanvasFrame) {
    self.content = content
    self.assignment = assignment
    patterns = content.hasShares ? TilePattern.patterns(for: content, on: assignment) : []
    arrangement =
      TileMapArranger(
        content: content, assignment: assignment, patterns: patterns, frame: frame
      ).best()
  }

  func draw(on canvas: inout Canvas) {
    let geometry = arrangement.geometry
    for tile in content.tiles {
      guard let frame = geometry.frame(of: tile.code) else { continue }
      TileMapTile(tile: tile, frame: frame, providers: content.providers, patterns: patterns)
        .draw(on: &canvas)
    }
    TileMapRegions(content, assignment, geometry).draw(on: &canvas)
    drawUnlocatedHeading(on: &canvas)
    arrangement.labels.draw(on: &canvas)
    arrangement.key?.draw(on: &canvas)
  }

  private func drawUnlocatedHeading(on canvas: inout Canvas) {
    let heading = arrangement.geometry.unlocatedHeading(
      Self.unlocatedHeading, look: TileMapLabels.look)
    guard let heading else { return }
    canvas.add(
      Self.unlocatedHeading, centredIn: heading, alignment: .left, look: TileMapLabels.look)
  }

  static let unlocatedHeading = "No location known"
}
