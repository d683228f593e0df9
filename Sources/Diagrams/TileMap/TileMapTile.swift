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
  /// From one line to the next, closer than in running text, and the closest.
  static let lineHeight = 10.2
  static let leastLineHeight = 9.0
  static let barHeight = 7.0
  /// Between the edge of a tile and text, in points.
  static let padding = 2.5
  /// Between the bar and the lower edge, in points.
  private static let barGap = 3.0
  private static let mostNameLines = 3

  /// Pieces of text of one look that stay together, each with the style it shows.
  private struct Token {
    struct Part {
      var text: String
      var style: String?
      /// Whether a space stands before it.
      var isSpaced = false
    }

    var parts: [Part]
    var look: TextStyle

    init(_ text: String, look: TextStyle, style: String?) {
      parts = [Part(text: text, style: style)]
      self.look = look
    }

    func lead(_ part: Part) -> Double { part.isSpaced ? look.width(" ") : 0 }
    var width: Double { parts.reduce(0) { $0 + lead($1) + look.width($1.text) } }
    var isRest: Bool { parts.contains { $0.style == TileMapStyles.more } }
  }

  /// How many of those who work here find no room.
  var hiddenCount: Int {
    let shown = layout.rows.reduce(0) { $0 + $1.count { !$0.isRest } }
    return max(0, tile.presences.count - shown)
  }

  /// Where text may stand.
  private var inner: CanvasFrame {
    let below = drawsBar ? Self.barHeight + Self.barGap + 0.5 : Self.padding
    return CanvasFrame(
      x: frame.x + Self.padding, y: frame.y + 3, width: frame.width - 2 * Self.padding,
      height: frame.height - 3 - below)
  }

  /// The lines of the name and the rows of signs.
  private var layout: (names: [String], rows: [[Token]]) {
    let names = Self.nameLines(tile.name, width: inner.width)
    let count = Int(inner.height / Self.leastLineHeight) - names.count
    return (names, tokenRows(count: max(1, count), width: inner.width))
  }

  func draw(on canvas: inout Canvas) {
    drawGround(on: &canvas)
    let (names, rows) = layout
    let inner = inner
    let lineHeight = min(Self.lineHeight, inner.height / Double(names.count + rows.count))
    var y = inner.y
    for line in names {
      add([Token(line, look: Self.nameLook, style: nil)], at: y, in: inner, &canvas)
      y += lineHeight
    }
    // Set in the middle of what the name leaves.
    y += max(0, inner.maxY - y - Double(rows.count) * lineHeight) / 2
    for row in rows {
      add(row, at: y, in: inner, &canvas)
      y += lineHeight
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
    let main = drawsBar ? tile.presences.first.map { patterns[$0.provider].tint } : nil
    canvas.add(
      CanvasBox(
        frame, fill: shade.map(TileMapStyles.fill(of:)) ?? main ?? Palette.paper,
        stroke: TileMapStyles.tileStroke, tooltip: tile.fullName,
        id: DOTElementName("ics-\(tile.code.text)"), style: shade))
  }

  private func drawBar(on canvas: inout Canvas) {
    let whole = CanvasFrame(
      x: frame.x + 5, y: frame.maxY - Self.barHeight - Self.barGap, width: frame.width - 10,
      height: Self.barHeight)
    canvas.add(CanvasBox(whole, fill: Palette.paper))
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
    let tag = Self.homeLook.wrap(
      providers[presence.provider].tag, width: inner.width - Self.homeLook.width("()?"),
      maxLines: 1)[0]
    var token =
      switch presence.role {
      case .home: Token(tag, look: Self.homeLook, style: TileMapStyles.home)
      case .serves: Token(tag, look: Self.tagLook, style: nil)
      case .specialisedOnly:
        Token("(\(tag))", look: Self.tagLook, style: TileMapStyles.specialised)
      }
    if presence.confidence == .assumed {
      token.parts.append(Token.Part(text: "?", style: TileMapStyles.assumed))
    }
    if !patterns.isEmpty, !presence.isWhole {
      let share = presence.share.map(Words.share)
      token.parts.append(
        Token.Part(
          text: share ?? "n/k", style: share == nil ? TileMapStyles.unknownShare : nil,
          isSpaced: true))
    }
    return token
  }

  /// Who works here in so many rows, and how many more.
  private func tokenRows(count: Int, width: Double) -> [[Token]] {
    guard !tile.presences.isEmpty else {
      return [[Token("–", look: Self.tagLook, style: TileMapStyles.none)]]
    }
    let tokens = tile.presences.map(token)
    for kept in stride(from: tokens.count, through: 0, by: -1) {
      let more = tokens.count - kept
      let rest =
        more > 0
        ? [Token("+\(more) more", look: Self.tagLook, style: TileMapStyles.more)] : []
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
    _ tokens: [Token], at top: Double, in inner: CanvasFrame, _ canvas: inout Canvas
  ) {
    let total =
      tokens.map(\.width).reduce(0, +) + Self.gap * Double(max(0, tokens.count - 1))
    var x = inner.midX - total / 2
    for token in tokens {
      let baseline = top + token.look.size * TextMetrics.ascent + 0.25
      for part in token.parts {
        x += token.lead(part)
        canvas.add(
          CanvasText(part.text, at: CanvasPoint(x, baseline), look: token.look, style: part.style))
        x += token.look.width(part.text)
      }
      x += Self.gap
    }
  }
}
