import Governance
import Graphviz

/// Tiles, outlines, names of regions and the key, in the room between title and legend.
struct TileMapDrawing {
  let content: TileMapContent
  let frame: CanvasFrame
  private let assignment: TileAssignment
  private let patterns: [TilePattern]
  private let geometry: TileMapGeometry
  private let labels: TileMapLabels
  private let key: TileMapKey?

  private static let widest = 92.0
  private static let tallest = 72.0
  /// No tile is lower than two lines of name and one of signs need.
  private static let lowest = 36.0

  /// Finds the tallest tiles that leave room for the key, its names in full if that costs little.
  init(content: TileMapContent, assignment: TileAssignment, frame: CanvasFrame) {
    self.content = content
    self.assignment = assignment
    self.frame = frame
    let patterns =
      content.hasShares ? TilePattern.patterns(for: content, on: assignment) : []
    self.patterns = patterns
    let plans: [(names: KeyPath<TileMapContent.Provider, String>, heights: (Double, Double))] = [
      (\.name, (Self.tallest, 57)), (\.shortName, (Self.tallest, Self.lowest)),
    ]
    for plan in plans {
      let entries = content.providers.enumerated().map { index, provider in
        TileMapKey.Entry(
          tag: provider.tag, name: provider[keyPath: plan.names],
          pattern: patterns.isEmpty ? nil : patterns[index])
      }
      for height in stride(from: plan.heights.0, through: plan.heights.1, by: -1) {
        let geometry = TileMapGeometry(
          assignment, in: frame, widest: Self.widest, tallest: height)
        if geometry.tileHeight < height - 1 { continue }
        let labels = Self.labels(content, geometry)
        let tiles = content.tiles.compactMap { geometry.frame(of: $0.code) }
        let key = TileMapKey(
          entries, heading: "Key", obstacles: tiles + labels.labels.map(\.frame), room: frame)
        if let key {
          (self.geometry, self.labels, self.key) = (geometry, labels, key)
          return
        }
      }
    }
    geometry = TileMapGeometry(
      assignment, in: frame, widest: Self.widest, tallest: Self.tallest)
    labels = Self.labels(content, geometry)
    key = nil
  }

  func draw(on canvas: inout Canvas) {
    for tile in content.tiles {
      guard let frame = geometry.frame(of: tile.code) else { continue }
      TileMapTile(tile: tile, frame: frame, providers: content.providers, patterns: patterns)
        .draw(on: &canvas)
    }
    TileMapRegions(content, assignment, geometry).draw(on: &canvas)
    drawUnlocatedHeading(on: &canvas)
    labels.draw(on: &canvas)
    key?.draw(on: &canvas)
  }

  private func drawUnlocatedHeading(on canvas: inout Canvas) {
    guard !assignment.unlocated.isEmpty else { return }
    let heading = CanvasFrame(
      x: frame.x, y: geometry.landBottom, width: frame.width,
      height: TileMapGeometry.unlocatedHeading)
    canvas.add(
      "No location known", centredIn: heading, alignment: .left, look: TileMapLabels.look)
  }

  private static func labels(
    _ content: TileMapContent, _ geometry: TileMapGeometry
  ) -> TileMapLabels {
    var order: [Code] = []
    var frames: [Code: [CanvasFrame]] = [:]
    for tile in content.tiles {
      guard let region = tile.region, let frame = geometry.frame(of: tile.code) else { continue }
      if frames[region] == nil { order.append(region) }
      frames[region, default: []].append(frame)
    }
    return TileMapLabels(
      regions: order.map { (content.regionNames[$0] ?? $0.text, frames[$0] ?? []) },
      tiles: content.tiles.compactMap { geometry.frame(of: $0.code) },
      room: geometry.frame)
  }
}
