import Governance
import Graphviz

/// Names of regions, set in the sea beside their tiles.
struct TileMapLabels {
  /// A name and where it stands.
  struct Label: Hashable {
    let lines: [String]
    let frame: CanvasFrame
    /// From the name to its region, where it does not stand right beside it.
    let leader: Leader?

    /// What it covers, its line included.
    var frames: [CanvasFrame] {
      guard let leader else { return [frame] }
      return [
        frame,
        CanvasFrame(
          x: min(leader.start.x, leader.end.x), y: min(leader.start.y, leader.end.y),
          width: abs(leader.start.x - leader.end.x), height: abs(leader.start.y - leader.end.y)),
      ]
    }
  }

  /// A line from a name to a border.
  struct Leader: Hashable {
    let start: CanvasPoint
    let end: CanvasPoint
  }

  static let look = TextStyle(size: 10.5, bold: true, colour: Palette.darkBlue)
  /// Between a name and the tile beside which it stands, in points.
  private static let gap = 5.0
  /// From here on a name needs a line to its region.
  private static let near = 9.0

  let labels: [Label]
  /// How badly they stand; more for a name that has no place at all.
  let penalty: Double
  /// No name is set wider, in points.
  private static let widest = 200.0
  private static let missingPenalty = 500.0

  /// Finds a place for each name, regions in the order given.
  ///
  /// Each name may stand at any side of any tile of its region, near or further off; the place
  /// nearest to its region and furthest from others wins. A name for which there is none is left
  /// to the table.
  ///
  /// - Parameters:
  ///   - regions: names and the frames of their tiles.
  ///   - tiles: the frames of all tiles.
  ///   - obstacles: what else names must not cover.
  ///   - room: where names may stand.
  init(
    regions: [(name: String, tiles: [CanvasFrame])], tiles: [CanvasFrame],
    obstacles: [CanvasFrame], room: CanvasFrame
  ) {
    // The name with the fewest places to stand chooses first.
    let places = regions.map { Self.places(for: $0, tiles: tiles, obstacles: obstacles, room) }
    let order = regions.indices.sorted { (places[$0].count, $0) < (places[$1].count, $1) }
    var labels: [Label] = []
    var penalty = 0.0
    for region in order {
      let taken = labels.flatMap { $0.frames.map { $0.inset(by: -4) } }
      let open = places[region].filter { place in
        !taken.contains { block in place.label.frames.contains { $0.overlaps(block) } }
      }
      // The first of the best: their order is fixed.
      if let best = open.min(by: { $0.penalty < $1.penalty }) {
        labels.append(best.label)
        penalty += best.penalty
      } else {
        penalty += Self.missingPenalty
      }
    }
    self.labels = labels
    self.penalty = penalty
  }

  func draw(on canvas: inout Canvas) {
    for label in labels {
      canvas.add(lines: label.lines, in: label.frame, alignment: .centre, look: Self.look)
      if let leader = label.leader {
        canvas.add(
          CanvasLine(
            from: leader.start, to: leader.end,
            stroke: Stroke(Palette.darkBlue, width: 1)))
      }
    }
  }

  /// The name on one line, two or three.
  private static func layouts(of name: String) -> [[String]] {
    let widest = name.split(separator: " ").map { look.width(String($0)) }.max() ?? 0
    var layouts: [[String]] = []
    for count in 1...3 {
      let even = look.width(name) / Double(count) + (count > 1 ? 16 : 0)
      let width = min(Self.widest, max(widest, even)) + 1
      let lines = look.wrap(name, width: width, maxLines: 4)
      if !layouts.contains(lines) { layouts.append(lines) }
    }
    return layouts
  }

  private static func candidates(
    _ lines: [String], beside own: [CanvasFrame], among tiles: [CanvasFrame], room: CanvasFrame
  ) -> [CanvasFrame] {
    let width = (lines.map(look.width).max() ?? 0) + 2
    let height = Double(lines.count) * look.lineHeight
    var frames: [CanvasFrame] = []
    for tile in own {
      let sides = openSides(of: tile, among: tiles)
      for distance in [gap, 2.5 * gap, 6 * gap, 12 * gap] {
        for slide in [0.5, 0, 1] {
          let y = tile.y + slide * (tile.height - height)
          let x = tile.x + slide * (tile.width - width)
          let places: [(Side, Double, Double)] = [
            (.west, tile.x - distance - width, y), (.east, tile.maxX + distance, y),
            (.north, x, tile.y - distance - height), (.south, x, tile.maxY + distance),
          ]
          frames += places.filter { sides.contains($0.0) }.map {
            CanvasFrame(x: $0.1, y: $0.2, width: width, height: height)
          }
        }
      }
    }
    return frames.filter { room.contains($0) }
  }

  private enum Side { case west, east, north, south }

  /// The sides of a tile beyond which there is sea, at least in part.
  private static func openSides(of tile: CanvasFrame, among tiles: [CanvasFrame]) -> Set<Side> {
    func isSea(_ x: Double, _ y: Double) -> Bool {
      let point = CanvasFrame(x: x - 0.5, y: y - 0.5, width: 1, height: 1)
      return !tiles.contains { $0.overlaps(point) }
    }
    let quarters = [0.25, 0.75].map { tile.x + $0 * tile.width }
    var sides: Set<Side> = []
    if isSea(tile.x - 2, tile.midY) { sides.insert(.west) }
    if isSea(tile.maxX + 2, tile.midY) { sides.insert(.east) }
    if quarters.contains(where: { isSea($0, tile.y - 2) }) { sides.insert(.north) }
    if quarters.contains(where: { isSea($0, tile.maxY + 2) }) { sides.insert(.south) }
    return sides
  }

  /// A label and how bad its place is.
  private struct Place {
    let label: Label
    let penalty: Double
  }

  private static func places(
    for region: (name: String, tiles: [CanvasFrame]), tiles: [CanvasFrame],
    obstacles: [CanvasFrame], _ room: CanvasFrame
  ) -> [Place] {
    let own = Set(region.tiles)
    let others = tiles.filter { !own.contains($0) }
    let blocks = tiles + obstacles
    return layouts(of: region.name).flatMap { lines in
      candidates(lines, beside: region.tiles, among: tiles, room: room).compactMap { frame in
        judge(frame, lines, own: region.tiles, others: others, blocks: blocks)
      }
    }
  }

  /// A label in a place with how bad that is; `nil` if it covers anything.
  private static func judge(
    _ frame: CanvasFrame, _ lines: [String], own: [CanvasFrame], others: [CanvasFrame],
    blocks: [CanvasFrame]
  ) -> Place? {
    let padded = frame.inset(by: -3)
    guard !blocks.contains(where: { $0.overlaps(padded) }) else { return nil }
    guard let nearest = own.min(by: { frame.distance(to: $0) < frame.distance(to: $1) }) else {
      return nil
    }
    let distance = frame.distance(to: nearest)
    let otherDistance = others.map { frame.distance(to: $0) }.min() ?? 1_000
    var penalty = distance + max(0, 30 - (otherDistance - distance)) * 0.5
    if otherDistance <= distance + 1 { penalty += 60 }
    // A name in as few lines as fit, its middle near the middle of its region's side.
    penalty += Double(lines.count) * 2
    let middle = own.map(\.midY).reduce(0, +) / Double(own.count)
    penalty += abs(frame.midY - middle) * 0.03
    var leader: Leader?
    if distance > near {
      let line = frame.inset(by: 1).shortestLine(to: nearest)
      guard !crosses(line, blocks.filter { $0 != nearest }) else { return nil }
      leader = line
      penalty += 8
    }
    return Place(
      label: Label(lines: lines, frame: frame, leader: leader), penalty: penalty)
  }

  /// Whether a line touches any of the frames, looked at in steps.
  private static func crosses(_ line: Leader, _ frames: [CanvasFrame]) -> Bool {
    let (across, down) = (line.end.x - line.start.x, line.end.y - line.start.y)
    let whole = CanvasFrame(
      x: min(line.start.x, line.end.x), y: min(line.start.y, line.end.y), width: abs(across),
      height: abs(down)
    ).inset(by: -1)
    let near = frames.filter { $0.overlaps(whole) }
    guard !near.isEmpty else { return false }
    let steps = 24
    return (1..<steps).contains { step in
      let part = Double(step) / Double(steps)
      let point = CanvasFrame(
        x: line.start.x + part * across - 0.5, y: line.start.y + part * down - 0.5, width: 1,
        height: 1)
      return near.contains { $0.overlaps(point) }
    }
  }
}

extension CanvasFrame {
  /// The distance between the nearest points of two frames, 0 where they overlap.
  func distance(to other: CanvasFrame) -> Double {
    let across = max(0, max(x, other.x) - min(maxX, other.maxX))
    let down = max(0, max(y, other.y) - min(maxY, other.maxY))
    return (across * across + down * down).squareRoot()
  }

  /// The line between the nearest points of two frames, in the middle of where they face.
  fileprivate func shortestLine(to other: CanvasFrame) -> TileMapLabels.Leader {
    let (fromX, toX) = Self.nearest(x, maxX, other.x, other.maxX)
    let (fromY, toY) = Self.nearest(y, maxY, other.y, other.maxY)
    return TileMapLabels.Leader(start: CanvasPoint(fromX, fromY), end: CanvasPoint(toX, toY))
  }

  private static func nearest(
    _ start: Double, _ end: Double, _ otherStart: Double, _ otherEnd: Double
  ) -> (Double, Double) {
    if end < otherStart { return (end, otherStart) }
    if otherEnd < start { return (start, otherEnd) }
    let middle = (max(start, otherStart) + min(end, otherEnd)) / 2
    return (middle, middle)
  }
}
