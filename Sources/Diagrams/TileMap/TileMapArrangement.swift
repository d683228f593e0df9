import Governance

/// How tiles, names of regions and the key share the room between title and legend.
struct TileMapArrangement {
  let geometry: TileMapGeometry
  let labels: TileMapLabels
  /// `nil` if no room was found for it.
  let key: TileMapKey?
  /// How bad it is, in no unit.
  fileprivate let penalty: Double
}

/// Tries lower and lower tiles with the key here and there.
struct TileMapArranger {
  let content: TileMapContent
  let assignment: TileAssignment
  let patterns: [TilePattern]
  let frame: CanvasFrame

  // Limits of a tile in points.
  private static let widest = 92.0
  private static let tallest = 72.0
  private static let lowest = 36.0
  private static let step = 3.0
  /// Kept free of tiles, so that "London" fits between half a tile and the edge of the page.
  private static let easternEdge = 7.0
  /// How far names of regions may reach into the edge of the page, in points.
  private static let overhang = 4.0
  // What is bad: a point of height lost, a provider hidden, another block of the key, one of few
  // entries, blocks out of order, names cut short or broken into lines, names of regions set badly.
  private static let pointPenalty = 0.5
  private static let hiddenPenalty = 2.5
  private static let hiddenSharePenalty = 20.0
  private static let blockPenalty = 9.0
  private static let smallBlockPenalty = 8.0
  private static let shortNamesPenalty = 12.0
  private static let disorderPenalty = 6.0
  private static let labelPenalty = 0.2
  private static let brokenNamePenalty = 0.6
  private static let mostBlocks = 4
  private static let smallBlock = 4

  /// Which names the key has, and whether it or the names of regions are set first.
  private struct Variant {
    let usesShortNames: Bool
    let keyFirst: Bool
    var penalty: Double { usesShortNames ? shortNamesPenalty : 0 }
    static let all = [false, true].flatMap { short in
      [false, true].map { Variant(usesShortNames: short, keyFirst: $0) }
    }
  }

  /// The best arrangement of all heights of tiles; if no height leaves room for a key, one that
  /// leads to the table instead.
  ///
  /// Heights are tried in steps, then more finely about the best.
  func best() -> TileMapArrangement {
    let full = geometry(tallest: Self.tallest)
    var best = TileMapArrangement(
      geometry: full, labels: labels(full, obstacles: []), key: nil, penalty: .infinity)
    for height in stride(from: full.tileHeight, through: Self.lowest, by: -Self.step) {
      improve(&best, height: height, full: full.tileHeight)
    }
    if best.key == nil { return withoutKey(best) }
    let coarse = best.geometry.tileHeight
    for offset in [2.0, 1, -1, -2] where coarse + offset <= full.tileHeight {
      improve(&best, height: coarse + offset, full: full.tileHeight)
    }
    return best
  }

  private func withoutKey(_ best: TileMapArrangement) -> TileMapArrangement {
    let hint = TileMapKey.Entry(
      tag: "Signs", name: "\(content.providers.count) in all: see the table", pattern: nil)
    let obstacles =
      content.tiles.compactMap { best.geometry.frame(of: $0.code) } + heading(best.geometry)
      + best.labels.labels.flatMap(\.frames)
    return TileMapArrangement(
      geometry: best.geometry, labels: best.labels,
      key: TileMapKey([hint], obstacles: obstacles, room: frame, most: 1), penalty: .infinity)
  }

  /// Takes what is better among the arrangements with tiles of a height.
  private func improve(_ best: inout TileMapArrangement, height: Double, full: Double) {
    let geometry = geometry(tallest: height)
    let hidden = patterns.isEmpty ? Self.hiddenPenalty : Self.hiddenSharePenalty
    let base = (full - height) * Self.pointPenalty + Double(hiddenCount(geometry)) * hidden
    if base >= best.penalty { return }
    let early = labels(geometry, obstacles: [])
    for variant in Variant.all where base + variant.penalty < best.penalty {
      let found = arrangement(geometry, variant, early: early, base: base)
      if let found, found.penalty < best.penalty { best = found }
    }
  }

  private func geometry(tallest: Double) -> TileMapGeometry {
    var map = frame
    map.width -= Self.easternEdge
    return TileMapGeometry(assignment, in: map, widest: Self.widest, tallest: tallest)
  }

  private func arrangement(
    _ geometry: TileMapGeometry, _ variant: Variant, early: TileMapLabels, base: Double
  ) -> TileMapArrangement? {
    let entries = content.providers.enumerated().map { index, provider in
      TileMapKey.Entry(
        tag: provider.tag, name: variant.usesShortNames ? provider.shortName : provider.name,
        pattern: patterns.isEmpty ? nil : patterns[index])
    }
    let tiles = content.tiles.compactMap { geometry.frame(of: $0.code) } + heading(geometry)
    let obstacles = tiles + (variant.keyFirst ? [] : early.labels.flatMap(\.frames))
    guard
      let key = TileMapKey(entries, obstacles: obstacles, room: frame, most: Self.mostBlocks)
    else { return nil }
    let columns = key.blocks.flatMap { $0.columns.map(\.frame) }
    let isClear = !early.labels.contains { label in
      label.frames.contains { frame in
        columns.contains { $0.overlaps(frame.inset(by: -TileMapKey.clearance)) }
      }
    }
    let labels = isClear ? early : labels(geometry, obstacles: columns)
    let small = key.blocks.count { $0.count < Self.smallBlock && $0.count < entries.count }
    return TileMapArrangement(
      geometry: geometry, labels: labels, key: key,
      penalty: base + variant.penalty + labels.penalty * Self.labelPenalty
        + Double(max(0, key.blocks.count - 1)) * Self.blockPenalty
        + Double(small) * Self.smallBlockPenalty
        + Double(key.disorder) * Self.disorderPenalty
        + Double(key.brokenLineCount) * Self.brokenNamePenalty)
  }

  /// What the heading of the tiles without a location covers.
  private func heading(_ geometry: TileMapGeometry) -> [CanvasFrame] {
    geometry.unlocatedHeading(TileMapDrawing.unlocatedHeading, look: TileMapLabels.look)
      .map { [$0] } ?? []
  }

  private func hiddenCount(_ geometry: TileMapGeometry) -> Int {
    content.tiles.reduce(0) { sum, tile in
      guard let frame = geometry.frame(of: tile.code) else { return sum }
      let drawn = TileMapTile(
        tile: tile, frame: frame, providers: content.providers, patterns: patterns)
      return sum + drawn.hiddenCount
    }
  }

  private func labels(_ geometry: TileMapGeometry, obstacles: [CanvasFrame]) -> TileMapLabels {
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
      obstacles: obstacles + heading(geometry),
      room: frame.inset(by: -Self.overhang))
  }
}
