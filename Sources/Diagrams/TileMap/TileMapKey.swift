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
    var frame: CanvasFrame
    var entries: [Entry]
  }

  /// Columns side by side in one empty rectangle.
  struct Block: Hashable {
    let gap: CanvasFrame
    var columns: [Column]
    var count: Int { columns.reduce(0) { $0 + $1.entries.count } }
  }

  static let look = TextStyle(size: 9)
  static let tagLook = TextStyle(size: 9, bold: true)
  static let headingLook = TextStyle(size: 9.5, bold: true, colour: Palette.darkBlue)
  static let lineHeight = 10.4
  static let headingHeight = 14.0
  static let narrowest = 112.0
  /// Between the key and anything else, in points.
  static let clearance = 6.0
  private static let sampleWidth = 18.0

  let blocks: [Block]
  /// How many pairs of blocks do not follow from north to south.
  let disorder: Int
  private let setter: TileMapKeySetter

  /// Finds room for all entries; `nil` if there is not enough in so many empty rectangles.
  ///
  /// The empty rectangle that takes the most entries is chosen first, then the next; then they are
  /// filled from north to south, so that the key reads in order.
  ///
  /// - Parameters:
  ///   - entries: the entries, in order.
  ///   - obstacles: what must stay free.
  ///   - room: where columns may stand.
  ///   - most: the most rectangles.
  init?(_ entries: [Entry], obstacles: [CanvasFrame], room: CanvasFrame, most: Int) {
    let tags = entries.map { Self.tagLook.width($0.tag) }.max() ?? 0
    let sample = entries.contains { $0.pattern != nil } ? Self.sampleWidth + 5 : 0
    let setter = TileMapKeySetter(entries: entries, tagWidth: tags + 6 + sample)
    var chosen: [Block] = []
    var placed = 0
    while placed < entries.count {
      guard chosen.count < most else { return nil }
      let taken = obstacles + chosen.map(\.gap)
      let gaps = EmptyRectangles.maximal(
        between: taken.map { $0.inset(by: -Self.clearance) }, in: room,
        narrowest: Self.narrowest - 20)
      guard let block = setter.best(from: placed, among: gaps) else { return nil }
      chosen.append(block)
      placed += block.count
    }
    (blocks, disorder) = setter.inReadingOrder(chosen)
    self.setter = setter
  }

  /// Lines of names beyond one each.
  var brokenLineCount: Int {
    var count = 0
    var entry = 0
    for column in blocks.flatMap(\.columns) {
      for _ in column.entries {
        count += setter.lineCount(of: entry, in: column) - 1
        entry += 1
      }
    }
    return count
  }

  func draw(on canvas: inout Canvas) {
    for (number, block) in blocks.enumerated() {
      guard let first = block.columns.first else { continue }
      canvas.add(
        lines: [number == 0 ? "Key" : "Key (continued)"], in: first.frame, look: Self.headingLook)
      for column in block.columns {
        var y = column.frame.y + Self.headingHeight
        for entry in column.entries {
          y = draw(entry, at: CanvasPoint(column.frame.x, y), width: column.frame.width, &canvas)
        }
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
        x: x, y: origin.y + 0.5, width: Self.sampleWidth, height: TileMapTile.barHeight)
      canvas.add(pattern, in: sample)
      x += Self.sampleWidth + 5
    }
    canvas.add(CanvasText(entry.tag, at: CanvasPoint(x, baseline), look: Self.tagLook))
    let lines = Self.look.wrap(entry.name, width: width - setter.tagWidth)
    for (index, line) in lines.enumerated() {
      canvas.add(
        CanvasText(
          line,
          at: CanvasPoint(origin.x + setter.tagWidth, baseline + Double(index) * Self.lineHeight),
          look: Self.look))
    }
    return origin.y + TileMapKeySetter.height(lines: lines.count)
  }
}

/// Fills empty rectangles with entries.
struct TileMapKeySetter {
  let entries: [TileMapKey.Entry]
  /// Room for the sign and its pattern, in points.
  let tagWidth: Double
  /// For each entry the least widths in which its name takes one line, two and so on.
  private let lineWidths: [[Double]]
  private static let gutter = 10.0

  init(entries: [TileMapKey.Entry], tagWidth: Double) {
    self.entries = entries
    self.tagWidth = tagWidth
    lineWidths = entries.map { Self.lineWidths($0.name) }
  }

  static func height(lines: Int) -> Double { Double(max(1, lines)) * TileMapKey.lineHeight + 1 }

  /// The block that takes the most entries; of several the lowest, which spares the coast.
  func best(from start: Int, among gaps: [CanvasFrame]) -> TileMapKey.Block? {
    var best: (block: TileMapKey.Block, height: Double)?
    for gap in gaps {
      for columns in 1...4 {
        guard let block = fill(gap, columns: columns, from: start) else { break }
        let height = block.columns.map(\.frame.height).max() ?? 0
        let (count, bestCount) = (block.count, best?.block.count ?? 0)
        if count > bestCount || count == bestCount && height < (best?.height ?? 0) - 1 {
          best = (block, height)
        }
      }
    }
    return best?.block
  }

  /// The same rectangles filled from north to south, or as nearly so as they take all entries.
  func inReadingOrder(
    _ blocks: [TileMapKey.Block]
  ) -> (blocks: [TileMapKey.Block], disorder: Int) {
    let sorted = blocks.sorted { ($0.gap.y, $0.gap.x) < ($1.gap.y, $1.gap.x) }
    for (swaps, order) in Self.permutations(of: sorted.count) {
      if let filled = refill(order.map { sorted[$0] }) { return (filled, swaps) }
    }
    return (blocks, blocks.count)
  }

  /// All orders of a few things and how many pairs are swapped in each, the fewest first.
  private static func permutations(of count: Int) -> [(swaps: Int, order: [Int])] {
    var orders: [[Int]] = [[]]
    for item in 0..<count {
      orders = orders.flatMap { order in
        (0...order.count).reversed().map { order[..<$0] + [item] + order[$0...] }
      }
    }
    func swaps(_ order: [Int]) -> Int {
      order.indices.reduce(0) { sum, left in
        sum + order[left...].count { $0 < order[left] }
      }
    }
    return orders.map { (swaps($0), $0) }
      .sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1.lexicographicallyPrecedes($1.1) }
  }

  /// The rectangles filled in this order; `nil` if they do not take all entries then.
  private func refill(_ blocks: [TileMapKey.Block]) -> [TileMapKey.Block]? {
    var placed = 0
    var filled: [TileMapKey.Block] = []
    for block in blocks {
      guard placed < entries.count,
        let next = fill(block.gap, columns: block.columns.count, from: placed)
      else { return nil }
      filled.append(next)
      placed += next.count
    }
    return placed == entries.count ? filled : nil
  }

  /// As many entries as fit, in columns as even as may be; `nil` if not one fits.
  private func fill(_ gap: CanvasFrame, columns: Int, from start: Int) -> TileMapKey.Block? {
    let width = (gap.width - Self.gutter * Double(columns - 1)) / Double(columns)
    guard columns == 1 || width >= TileMapKey.narrowest, width - tagWidth > 60 else { return nil }
    let heights = entries.indices.dropFirst(start).map { height(of: $0, width: width - tagWidth) }
    let room = gap.height - TileMapKey.headingHeight
    guard let full = split(heights, columns: columns, room: room), full.reduce(0, +) > 0 else {
      return nil
    }
    // If all fit, the least height at which they still do.
    var counts = full
    if full.reduce(0, +) == heights.count {
      let least = heights.reduce(0, +) / Double(columns)
      for limit in stride(from: least, to: room, by: 2) {
        if let even = split(heights, columns: columns, room: limit),
          even.reduce(0, +) == heights.count
        {
          counts = even
          break
        }
      }
    }
    return block(gap, counts: counts, heights: heights, width: width, from: start)
  }

  private func block(
    _ gap: CanvasFrame, counts: [Int], heights: [Double], width: Double, from start: Int
  ) -> TileMapKey.Block {
    var position = 0
    var columns: [TileMapKey.Column] = []
    for (number, count) in counts.enumerated() where count > 0 {
      let height = heights[position..<position + count].reduce(0, +) + TileMapKey.headingHeight
      let frame = CanvasFrame(
        x: gap.x + Double(number) * (width + Self.gutter), y: gap.y, width: width, height: height)
      let first = start + position
      columns.append(
        TileMapKey.Column(frame: frame, entries: Array(entries[first..<first + count])))
      position += count
    }
    return TileMapKey.Block(gap: gap, columns: columns)
  }

  /// How many go into each column of a height.
  private func split(_ heights: [Double], columns: Int, room: Double) -> [Int]? {
    var counts: [Int] = []
    var position = 0
    for _ in 0..<columns {
      var (used, count) = (0.0, 0)
      while position < heights.count, used + heights[position] <= room + 0.01 {
        used += heights[position]
        position += 1
        count += 1
      }
      counts.append(count)
    }
    return counts
  }

  /// The lines that the name of an entry takes in a column.
  func lineCount(of entry: Int, in column: TileMapKey.Column) -> Int {
    lineCount(of: entry, width: column.frame.width - tagWidth)
  }

  private func lineCount(of entry: Int, width: Double) -> Int {
    (lineWidths[entry].firstIndex { $0 <= width } ?? lineWidths[entry].count) + 1
  }

  private func height(of entry: Int, width: Double) -> Double {
    Self.height(lines: lineCount(of: entry, width: width))
  }

  /// The least width for each number of lines, up to one for each word.
  private static func lineWidths(_ name: String) -> [Double] {
    let words = name.split(separator: " ").map(String.init)
    func width(_ range: Range<Int>) -> Double {
      TileMapKey.look.width(words[range].joined(separator: " "))
    }
    // least[k][end]: the least width of the first so many words in k + 1 lines.
    var least = [words.indices.map { width(0..<$0 + 1) }]
    while let last = least.last, least.count < words.count {
      least.append(
        words.indices.map { end in
          (0..<max(end, 0)).map { max(last[$0], width($0 + 1..<end + 1)) }.min() ?? last[end]
        })
    }
    return least.map { $0.last ?? 0 }
  }
}
