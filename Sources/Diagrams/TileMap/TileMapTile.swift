import Governance
import Graphviz

/// Draws one tile: the name of the ICS, who works in it, and a bar of their shares.
struct TileMapTile {
  let tile: TileMapContent.Tile
  let frame: CanvasFrame
  let providers: [TileMapContent.Provider]
  /// A pattern for each provider where shares are drawn; empty otherwise.
  let patterns: [TilePattern]

  static let nameLook = TextStyle(size: 9)
  static let tagLook = TextStyle(size: 9)
  static let homeLook = TextStyle(size: 9, bold: true)
  /// From one line to the next, closer than in running text.
  static let lineHeight = 10.2
  static let barHeight = 7.0
  /// Between the edge of a tile and text, in points.
  static let padding = 2.5
  private static let mostNameLines = 3

  /// A piece of text that stays together.
  private struct Token {
    var text: String
    var look: TextStyle
    var style: String?
    var width: Double { look.width(text) }
  }

  func draw(on canvas: inout Canvas) {
    drawGround(on: &canvas)
    let inner = frame.inset(by: Self.padding)
    let names = Self.nameLines(tile.name, width: inner.width)
    for (index, line) in names.enumerated() {
      add(
        [Token(text: line, look: Self.nameLook, style: nil)], row: Double(index), in: inner, &canvas
      )
    }
    let bar = drawsBar ? Self.barHeight + 2 : 0
    let room = inner.height - bar - Double(names.count) * Self.lineHeight
    let rows = tokenRows(count: max(1, Int(room / Self.lineHeight)), width: inner.width)
    // Set in the middle of what the name leaves.
    let slack = max(0, room - Double(rows.count) * Self.lineHeight) / 2
    for (index, row) in rows.enumerated() {
      let position = Double(names.count + index) + slack / Self.lineHeight
      add(row, row: position, in: inner, &canvas)
    }
    if drawsBar { drawBar(on: &canvas) }
  }

  /// The lines of a name, words too wide for a tile divided, "Northampton-" before "shire".
  static func nameLines(_ name: String, width: Double) -> [String] {
    let words = name.split(whereSeparator: \.isWhitespace).map { word -> String in
      let whole = String(word)
      guard nameLook.width(whole) > width else { return whole }
      for ending in ["shire", "borough"] where whole.hasSuffix(ending) && whole.count > 10 {
        return whole.dropLast(ending.count) + "-" + ending
      }
      return whole
    }
    return nameLook.wrap(
      words.joined(separator: " "), width: width, maxLines: mostNameLines)
  }

  private var drawsBar: Bool {
    !patterns.isEmpty && tile.presences.contains { $0.share != nil }
  }

  private func drawGround(on canvas: inout Canvas) {
    let shade = patterns.isEmpty ? TileMapStyles.shade(providers: tile.presences.count) : nil
    canvas.add(
      CanvasBox(
        frame, fill: shade.map(TileMapStyles.fill(of:)) ?? Palette.paper,
        stroke: TileMapStyles.tileStroke, tooltip: tile.fullName,
        id: DOTElementName("ics-\(tile.code.text)"), style: shade))
  }

  private func drawBar(on canvas: inout Canvas) {
    let whole = CanvasFrame(
      x: frame.x + 5, y: frame.maxY - Self.barHeight - 4, width: frame.width - 10,
      height: Self.barHeight)
    var x = whole.x
    let total = max(1, tile.presences.compactMap(\.share).reduce(0, +))
    for presence in tile.presences {
      guard let share = presence.share, share > 0 else { continue }
      let width = whole.width * share / total
      let part = CanvasFrame(x: x, y: whole.y, width: width, height: whole.height)
      canvas.add(patterns[presence.provider], in: part)
      x += width
    }
    canvas.add(
      CanvasBox(whole, stroke: Stroke(Palette.ink, width: 0.75), style: TileMapStyles.bar))
  }

  private func token(_ presence: TileMapContent.Presence) -> Token {
    var text = providers[presence.provider].tag
    var (look, style) = (Self.tagLook, TileMapStyles.serves)
    switch presence.role {
    case .home: (look, style) = (Self.homeLook, TileMapStyles.home)
    case .serves: break
    case .specialisedOnly: (text, style) = ("(\(text))", TileMapStyles.specialised)
    }
    if presence.confidence == .assumed {
      text += "?"
      style = TileMapStyles.assumed
    }
    if !patterns.isEmpty, let share = presence.share, !presence.isWhole {
      text += " " + Words.share(share)
    }
    return Token(text: text, look: look, style: style)
  }

  /// Who works here in so many rows, and how many more.
  private func tokenRows(count: Int, width: Double) -> [[Token]] {
    guard !tile.presences.isEmpty else {
      return [[Token(text: "–", look: Self.tagLook, style: TileMapStyles.none)]]
    }
    let tokens = tile.presences.map(token)
    for kept in stride(from: tokens.count, through: 0, by: -1) {
      let more = tokens.count - kept
      let rest =
        more > 0
        ? [Token(text: "+\(more) more", look: Self.tagLook, style: TileMapStyles.more)] : []
      let rows = Self.rows(Array(tokens.prefix(kept)) + rest, width: width, alone: drawsBar)
      if rows.count <= count { return rows }
    }
    return []
  }

  /// Tokens side by side as they fit, or each on a row of its own.
  private static func rows(_ tokens: [Token], width: Double, alone: Bool) -> [[Token]] {
    var rows: [[Token]] = []
    var used = 0.0
    for token in tokens {
      if !alone, let last = rows.indices.last, used + gap + token.width <= width {
        rows[last].append(token)
        used += gap + token.width
      } else {
        rows.append([token])
        used = token.width
      }
    }
    return rows
  }

  private static let gap = 5.0

  /// Adds a row of tokens, centred.
  private func add(
    _ tokens: [Token], row: Double, in inner: CanvasFrame, _ canvas: inout Canvas
  ) {
    let total =
      tokens.map(\.width).reduce(0, +) + Self.gap * Double(max(0, tokens.count - 1))
    var x = inner.midX - total / 2
    let top = inner.y + row * Self.lineHeight
    for token in tokens {
      let baseline = top + token.look.size * TextMetrics.ascent + 0.5
      canvas.add(
        CanvasText(
          token.text, at: CanvasPoint(x, baseline), look: token.look, style: token.style))
      x += token.width + Self.gap
    }
  }
}
