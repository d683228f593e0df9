import Governance
import Graphviz

/// The key to the signs of providers, set in the sea.
struct TileMapKey {
  /// A sign, its pattern where shares are drawn, and what it stands for.
  struct Entry: Hashable {
    let tag: String
    let name: String
    let pattern: TilePattern?
  }

  /// A column of entries and where it stands.
  struct Column: Hashable {
    let frame: CanvasFrame
    let heading: String?
    let entries: [Entry]
  }

  static let look = TextStyle(size: 9)
  static let tagLook = TextStyle(size: 9, bold: true)
  static let lineHeight = 10.4
  static let headingHeight = 14.0
  private static let narrowest = 112.0
  private static let gutter = 10.0

  let columns: [Column]
  private let tagWidth: Double

  /// Finds room for all entries; `nil` if there is not enough.
  ///
  /// The empty rectangle that takes the most entries is filled first, then the next, as often as
  /// needed.
  ///
  /// - Complexity: O(*k*³) for *k* things on the page, for each rectangle filled.
  ///
  /// - Parameters:
  ///   - entries: the entries, in order.
  ///   - heading: what stands above the first.
  ///   - obstacles: what must stay free.
  ///   - room: where columns may stand.
  init?(_ entries: [Entry], heading: String, obstacles: [CanvasFrame], room: CanvasFrame) {
    let tags = entries.map { Self.tagLook.width($0.tag) }.max() ?? 0
    tagWidth = tags + 6 + (entries.contains { $0.pattern != nil } ? Self.sampleWidth + 5 : 0)
    var columns: [Column] = []
    var blocks = obstacles
    var rest = entries[...]
    while !rest.isEmpty {
      let title = columns.isEmpty ? heading : heading + " (continued)"
      guard
        let filled = Self.bestFilling(
          rest, title, tagWidth: tagWidth, among: Self.gaps(between: blocks, in: room))
      else { return nil }
      columns += filled
      blocks += filled.map(\.frame)
      rest = rest.dropFirst(filled.reduce(0) { $0 + $1.entries.count })
    }
    self.columns = columns
  }

  private static let sampleWidth = 16.0

  func draw(on canvas: inout Canvas) {
    for column in columns {
      var y = column.frame.y
      if let heading = column.heading {
        canvas.add(
          lines: [heading], in: column.frame,
          look: TextStyle(size: 9.5, bold: true, colour: Palette.darkBlue))
      }
      y += Self.headingHeight
      for entry in column.entries {
        y = draw(entry, at: CanvasPoint(column.frame.x, y), width: column.frame.width, &canvas)
      }
    }
  }

  private func draw(
    _ entry: Entry, at origin: CanvasPoint, width: Double, _ canvas: inout Canvas
  ) -> Double {
    var x = origin.x
    let baseline = origin.y + Self.look.size * TextMetrics.ascent + 0.5
    if let pattern = entry.pattern {
      let sample = CanvasFrame(
        x: x, y: origin.y + 1, width: Self.sampleWidth, height: TileMapTile.barHeight)
      canvas.add(pattern, in: sample)
      x += Self.sampleWidth + 5
    }
    canvas.add(CanvasText(entry.tag, at: CanvasPoint(x, baseline), look: Self.tagLook))
    let lines = Self.look.wrap(entry.name, width: width - tagWidth)
    for (index, line) in lines.enumerated() {
      canvas.add(
        CanvasText(
          line,
          at: CanvasPoint(origin.x + tagWidth, baseline + Double(index) * Self.lineHeight),
          look: Self.look))
    }
    return origin.y + Self.height(of: lines)
  }

  private static func height(of lines: [String]) -> Double {
    Double(max(1, lines.count)) * lineHeight + 1
  }

  /// The most entries that any of the gaps takes, in as few columns and as high up as may be.
  private static func bestFilling(
    _ entries: ArraySlice<Entry>, _ heading: String, tagWidth: Double, among gaps: [CanvasFrame]
  ) -> [Column]? {
    var best: (columns: [Column], count: Int)?
    for gap in gaps {
      for count in 1...4 {
        let width = (gap.width - gutter * Double(count - 1)) / Double(count)
        guard width >= min(narrowest, gap.width), width - tagWidth > 60 else { break }
        let columns = fill(gap, columns: count, width: width, entries, heading, tagWidth: tagWidth)
        let taken = columns.reduce(0) { $0 + $1.entries.count }
        if taken > 0, taken > best?.count ?? 0 { best = (columns, taken) }
      }
    }
    return best?.columns
  }

  private static func fill(
    _ gap: CanvasFrame, columns count: Int, width: Double, _ entries: ArraySlice<Entry>,
    _ heading: String, tagWidth: Double
  ) -> [Column] {
    var columns: [Column] = []
    var rest = entries
    for number in 0..<count where !rest.isEmpty {
      var height = headingHeight
      var taken: [Entry] = []
      var widest = 0.0
      for entry in rest {
        let lines = look.wrap(entry.name, width: width - tagWidth)
        let own = Self.height(of: lines)
        if height + own > gap.height { break }
        height += own
        widest = max(widest, tagWidth + (lines.map(look.width).max() ?? 0))
        taken.append(entry)
      }
      guard !taken.isEmpty else { break }
      rest = rest.dropFirst(taken.count)
      columns.append(
        Column(
          frame: CanvasFrame(
            x: gap.x + Double(number) * (width + gutter), y: gap.y, width: width, height: height),
          heading: number == 0 ? heading : nil, entries: taken))
    }
    return columns
  }

  /// Empty rectangles that cannot be made taller, from the top and from the east.
  private static func gaps(between blocks: [CanvasFrame], in room: CanvasFrame) -> [CanvasFrame] {
    let obstacles = blocks.map { $0.inset(by: -6) }
    let edges = [room.x, room.maxX] + obstacles.flatMap { [$0.x, $0.maxX] }
    let xs = Set(edges.filter { $0 >= room.x && $0 <= room.maxX }).sorted()
    var gaps: [CanvasFrame] = []
    for (position, west) in xs.enumerated() {
      for east in xs[position...] where east - west >= narrowest - 20 {
        let strip = CanvasFrame(x: west, y: room.y, width: east - west, height: room.height)
        let inTheWay = obstacles.filter { $0.overlaps(strip) }.sorted { $0.y < $1.y }
        var top = room.y
        for block in inTheWay + [CanvasFrame(x: west, y: room.maxY, width: 0, height: 0)] {
          let height = min(block.y, room.maxY) - top
          if height > headingHeight + lineHeight {
            gaps.append(CanvasFrame(x: west, y: top, width: east - west, height: height))
          }
          top = max(top, block.maxY)
        }
      }
    }
    return gaps.sorted { (-$0.x, $0.y, -$0.width) < (-$1.x, $1.y, -$1.width) }
  }
}
