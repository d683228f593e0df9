import Governance
import Graphviz

/// Lays a footprint out with the provider as a bar along the top and the ICSs as cards below it,
/// side by side in geographical order: for few ICSs.
struct FootprintColumns {
  /// How much a card says: all of it, or what is compared between two days.
  enum Detail { case full, brief }

  /// On which side of the bar the cards are.
  enum Side { case above, below }

  /// The most cards that fit side by side with names that can be read.
  static let capacity = 7

  let content: FootprintContent
  /// The part of the page at hand.
  let frame: CanvasFrame
  var detail = Detail.full

  /// How much larger than the least size everything is.
  let scale: Double
  private let nameLook: TextStyle
  private let textLook: TextStyle
  private let regionLook: TextStyle
  private var padding: Double { 6 * scale }
  private var lineLength: Double { (detail == .full ? 32 : 22) * scale }
  private var cardGap: Double { 8 }
  private var groupGap: Double { 18 }

  /// Lays out the cards at a scale.
  init(
    content: FootprintContent, frame: CanvasFrame, detail: Detail, scale: Double
  ) {
    self.content = content
    self.frame = frame
    self.detail = detail
    self.scale = scale
    nameLook = TextStyle(size: 10 * scale, bold: true)
    textLook = TextStyle(size: 9 * scale)
    regionLook = TextStyle(size: 11 * scale, bold: true)
  }

  /// Lays out the cards as large as the frame allows without leaving anything out.
  init(content: FootprintContent, frame: CanvasFrame, detail: Detail = .full) {
    let sizes = [1.3, 1.2, 1.1].lazy.map {
      FootprintColumns(content: content, frame: frame, detail: detail, scale: $0)
    }
    self =
      sizes.first(where: \.isRoomy)
      ?? FootprintColumns(content: content, frame: frame, detail: detail, scale: 1)
  }

  /// Whether everything is said, and no word broken, at this scale.
  private var isRoomy: Bool {
    let wholeWords = content.cards.allSatisfy { card in
      card.name.split(separator: " ").allSatisfy { nameLook.width(String($0)) <= textWidth }
        && textLook.width(Words.role(card.role)) + 26 * scale <= textWidth
        && shareLines(card).allSatisfy { $0.isWhole }
    }
    guard wholeWords else { return false }
    return (detail == .full ? barHeight : 0) + height <= frame.height
  }

  /// Height of lines and cards, with nothing left out.
  var height: Double {
    let all = sections(room: .infinity)
    return lineLength + all.card + all.places + all.region + 3 * padding
  }

  // MARK: Widths

  private var cardWidth: Double {
    let cards = Double(content.cards.count)
    let groups = Double(content.groups.count)
    let gaps = (groups - 1) * groupGap + (cards - groups) * cardGap + groups * 2 * padding
    return min(190 * scale, (frame.width - gaps) / max(1, cards))
  }

  private var textWidth: Double { cardWidth - 2 * padding }

  private func panelWidth(_ group: FootprintContent.Group) -> Double {
    let cards = Double(group.cards.count)
    return cards * cardWidth + (cards - 1) * cardGap + 2 * padding
  }

  private var blockWidth: Double {
    content.groups.reduce(0) { $0 + panelWidth($1) }
      + Double(max(0, content.groups.count - 1)) * groupGap
  }

  // MARK: Heights

  /// Heights of what all cards have one below the other, so that they align.
  private struct Sections {
    var name = 0.0
    var role = 0.0
    var shares = 0.0
    var change = 0.0
    var services = 0.0
    var serviceLines = 0
    var places = 0.0
    var placeLines = 0
    var region = 0.0
    /// What a card of candidates needs, whose lines are not aligned with those of the others.
    var candidates = 0.0

    var card: Double { max(name + role + shares + change + services, candidates) }
  }

  private func sections(room: Double) -> Sections {
    var sections = Sections()
    let cards = content.cards
    let known = cards.filter { !$0.isUnresolved }
    sections.name = headHeight(known)
    sections.role = textLook.lineHeight + 2
    sections.shares = sharesHeight(known) + (showsShareBars ? 12 * scale : 0)
    sections.change =
      cards.contains { $0.change != nil } ? textLook.lineHeight : 0
    let open = cards.filter(\.isUnresolved)
    sections.candidates =
      open.isEmpty ? 0 : headHeight(open) + sections.role + sharesHeight(open)
    let regionLines = content.groups.map { regionName($0).count }.max() ?? 1
    sections.region = Double(regionLines) * regionLook.lineHeight + 4
    guard detail == .full else { return sections }
    let spare = room - sections.card - sections.region - 5 * padding
    let lineHeight = textLook.lineHeight
    let needed = cards.map { services($0, lines: .max).count }.max() ?? 0
    let places = cards.map { placeLines($0).count }.max() ?? 0
    let all = Int(max(0, min(spare / lineHeight, 1000)))
    sections.serviceLines = min(needed, max(all - min(places, all / 2), 1))
    sections.services = Double(sections.serviceLines) * lineHeight + (needed > 0 ? 3 : 0)
    let openLines = open.map { services($0, lines: sections.serviceLines).count }.max() ?? 0
    sections.candidates += open.isEmpty ? 0 : Double(openLines) * lineHeight + 3
    sections.placeLines = min(places, max(1, all - sections.serviceLines))
    sections.places = places > 0 ? Double(sections.placeLines) * lineHeight + 5 : 0
    return sections
  }

  private func sharesHeight(_ cards: [FootprintContent.Card]) -> Double {
    Double(cards.map { shareLines($0).count }.max() ?? 0) * textLook.lineHeight
  }

  private var showsShareBars: Bool { detail == .full && content.knowsSharesOfSystems }

  private func headHeight(_ cards: [FootprintContent.Card]) -> Double {
    Double(cards.map { head($0).count }.max() ?? 0) * nameLook.lineHeight + 2
  }

  // MARK: Words on a card

  /// A line at the head of a card, set in from the left by so many points.
  private struct HeadLine {
    var indent: Double
    var text: String
  }

  /// The name, or the candidates of which it is not known which.
  private func head(_ card: FootprintContent.Card) -> [HeadLine] {
    let lines = nameLook.wrap(card.name, width: textWidth, maxLines: 6)
      .map { HeadLine(indent: 0, text: $0) }
    guard card.isUnresolved else { return lines }
    let dash = nameLook.width("– ")
    return lines
      + card.among.flatMap { name in
        nameLook.wrap(name, width: textWidth - dash, maxLines: 3).enumerated().map { index, text in
          index == 0
            ? HeadLine(indent: 0, text: "– " + text) : HeadLine(indent: dash, text: text)
        }
      }
  }

  /// A line that says a share or a part of it.
  private struct ShareLine {
    var text: String
    /// Whether a known share ends with it, beside which its confidence stands.
    var endsShare = false
    /// Whether no word had to be broken.
    var isWhole = true
  }

  private func shareLines(_ card: FootprintContent.Card) -> [ShareLine] {
    if card.isUnresolved { return shareLines("shares not known") }
    if card.shareOfSystem == nil, card.shareOfProvider == nil {
      return shareLines("share not known")
    }
    let nouns = content.nouns
    var lines: [ShareLine] = []
    if let share = card.shareOfSystem {
      lines += shareLines("\(Words.share(share)) of \(nouns.ofSystem)", isKnown: true)
    } else if content.knowsSharesOfSystems {
      lines += shareLines("of \(nouns.ofSystem): not known")
    }
    if let share = card.shareOfProvider {
      lines += shareLines("\(Words.share(share)) of \(nouns.ofProvider)", isKnown: true)
    } else {
      lines += shareLines("of \(nouns.ofProvider): not known")
    }
    return lines
  }

  /// A share in as many lines as it needs, each with room for a sign at its end.
  private func shareLines(_ text: String, isKnown: Bool = false) -> [ShareLine] {
    let room = textWidth - (content.marksShares ? 12 * scale : 0)
    let isWhole = text.split(separator: " ").allSatisfy { textLook.width(String($0)) <= room }
    let lines = textLook.wrap(text, width: room, evenly: false)
    return lines.enumerated().map { index, line in
      ShareLine(
        text: line, endsShare: isKnown && index == lines.count - 1, isWhole: isWhole)
    }
  }

  private func services(_ card: FootprintContent.Card, lines: Int) -> [String] {
    let lead = card.leadsCommissioning ? ["lead commissioner"] : []
    return lead
      + ListFitting.fit(
        card.services, width: textWidth, look: textLook, maxLines: lines - lead.count)
  }

  private func placeLines(_ card: FootprintContent.Card) -> [String] {
    if card.placesUnknown { return textLook.wrap("Places: not known", width: textWidth) }
    if card.places.isEmpty { return [] }
    return textLook.wrap("Places: " + card.places.joined(separator: ", "), width: textWidth)
  }

  private func regionName(_ group: FootprintContent.Group) -> [String] {
    regionLook.wrap(group.name, width: panelWidth(group) - 2 * padding, maxLines: 3)
  }

  // MARK: Drawing

  /// Draws the picture.
  ///
  /// - Returns: where it ends, in points from the top.
  func draw(on canvas: inout Canvas) -> Double {
    let bar = drawBar(on: &canvas)
    return drawCards(.below, of: bar, on: &canvas)
  }

  /// Draws lines and cards above or below a bar.
  ///
  /// - Returns: the edge furthest from the bar, in points from the top.
  func drawCards(_ side: Side, of bar: CanvasFrame, on canvas: inout Canvas) -> Double {
    let room = side == .below ? frame.maxY - bar.maxY : bar.y - frame.y
    let sections = sections(room: room - lineLength)
    let height = sections.card + sections.places + sections.region + 4 * padding
    let top =
      side == .below ? bar.maxY + lineLength - padding : bar.y - lineLength + padding - height
    var x = frame.x + (frame.width - blockWidth) / 2
    for (index, group) in content.groups.enumerated() {
      let panel = CanvasFrame(x: x, y: top, width: panelWidth(group), height: height)
      draw(group, in: panel, side, of: bar, sections, on: &canvas)
      let next = content.groups.indices.contains(index + 1) ? content.groups[index + 1] : nil
      if group.region != nil, let next, next.region != nil {
        let middle = panel.maxX + groupGap / 2
        let (from, to) = side == .below ? (bar.maxY + 4, panel.maxY) : (panel.y, bar.y - 4)
        canvas.add(
          CanvasLine(
            from: CanvasPoint(middle, from), to: CanvasPoint(middle, to),
            stroke: Stroke(Palette.ink, width: 2, pattern: .dotted),
            style: FootprintStyles.boundary))
      }
      x = panel.maxX + groupGap
    }
    return side == .below ? top + height : top
  }

  private var barWidth: Double { min(frame.width, max(blockWidth, 380)) }
  private var barNameLook: TextStyle {
    TextStyle(size: 14 * max(1, scale * 0.9), bold: true, colour: Palette.paper)
  }
  private var barFactLook: TextStyle {
    TextStyle(size: max(10, 9 * scale), colour: Palette.paper)
  }
  private var barNames: [String] {
    barNameLook.wrap(content.name, width: barWidth - 20, maxLines: 3)
  }
  private var barFacts: [String] {
    barFactLook.wrap(
      content.facts.joined(separator: " · "), width: barWidth - 20, maxLines: 3)
  }
  private var barHeight: Double {
    Double(barNames.count) * barNameLook.lineHeight
      + Double(barFacts.count) * barFactLook.lineHeight + 14
  }

  private func drawBar(on canvas: inout Canvas) -> CanvasFrame {
    let bar = CanvasFrame(
      x: frame.midX - barWidth / 2, y: frame.y, width: barWidth, height: barHeight)
    canvas.add(CanvasBox(bar, fill: Palette.darkBlue))
    var inner = bar
    inner.y += 6
    inner.y = canvas.add(lines: barNames, in: inner, alignment: .centre, look: barNameLook)
    canvas.add(lines: barFacts, in: inner, alignment: .centre, look: barFactLook)
    return bar
  }

  private func draw(
    _ group: FootprintContent.Group, in panel: CanvasFrame, _ side: Side, of bar: CanvasFrame,
    _ sections: Sections, on canvas: inout Canvas
  ) {
    canvas.add(CanvasBox(panel, fill: Palette.paleGrey))
    let height = sections.card + 2 * padding
    var frame = CanvasFrame(
      x: panel.x + padding,
      y: side == .below ? panel.y + padding : panel.maxY - padding - height, width: cardWidth,
      height: height)
    for card in group.cards {
      let line = FootprintStyles.line(to: card, scale: content.lineScale)
      let (start, end) = side == .below ? (bar.maxY, frame.y) : (bar.y, frame.maxY)
      canvas.add(
        CanvasLine(
          from: CanvasPoint(frame.midX, start), to: CanvasPoint(frame.midX, end),
          stroke: line.stroke, style: line.style))
      draw(card, in: frame, sections, on: &canvas)
      frame.x += cardWidth + cardGap
    }
    let names = regionName(group)
    var label = panel
    label.y =
      side == .below
      ? panel.maxY - Double(names.count) * regionLook.lineHeight - 2 : panel.y + 2
    canvas.add(lines: names, in: label, alignment: .centre, look: regionLook)
  }

  private func draw(
    _ card: FootprintContent.Card, in frame: CanvasFrame, _ sections: Sections,
    on canvas: inout Canvas
  ) {
    canvas.add(
      CanvasBox(
        frame, fill: Palette.paper, stroke: FootprintStyles.outline(of: card),
        id: card.system.flatMap { DOTElementName("\(content.idStem)-\($0.text)") },
        style: card.isUnresolved ? FootprintStyles.unresolved : nil))
    var inner = frame.inset(by: padding)
    for (index, line) in head(card).enumerated() {
      var frame = inner
      frame.x += line.indent
      frame.y += Double(index) * nameLook.lineHeight
      canvas.add(lines: [line.text], in: frame, look: nameLook)
    }
    inner.y += card.isUnresolved ? headHeight([card]) : sections.name
    drawRole(card, in: inner, on: &canvas)
    inner.y += sections.role
    drawShares(card, in: inner, sections, on: &canvas)
    inner.y += card.isUnresolved ? sharesHeight([card]) : sections.shares
    if let change = card.change {
      let look = TextStyle(size: textLook.size, bold: true)
      canvas.add(lines: [change], in: inner, look: look)
      inner.y += sections.change
    }
    inner.y += 3
    guard detail == .full else { return }
    canvas.add(
      lines: services(card, lines: sections.serviceLines), in: inner, look: textLook)
    var places = placeLines(card)
    if places.count > sections.placeLines {
      places = textLook.wrap(Words.count(card.places.count, "place"), width: textWidth)
    }
    inner.y = frame.maxY + 4
    canvas.add(lines: places, in: inner, look: textLook)
  }

  private func drawRole(
    _ card: FootprintContent.Card, in frame: CanvasFrame, on canvas: inout Canvas
  ) {
    let mark = FootprintStyles.mark(card.role)
    let middle = CanvasPoint(frame.x + 4 * scale, frame.y + textLook.lineHeight / 2)
    canvas.add(
      CanvasMark(
        mark.shape, at: middle, size: 8 * scale, colour: mark.colour, style: mark.style))
    var line = frame
    line.x += 12 * scale
    let words = Words.role(card.role)
    canvas.add(lines: [words], in: line, look: textLook)
    canvas.addSign(
      card.confidence,
      at: CanvasPoint(line.x + textLook.width(words) + 4, baseline(frame.y)), look: textLook)
  }

  private func drawShares(
    _ card: FootprintContent.Card, in frame: CanvasFrame, _ sections: Sections,
    on canvas: inout Canvas
  ) {
    var line = frame
    for part in shareLines(card) {
      canvas.add(lines: [part.text], in: line, look: textLook)
      if part.endsShare, content.marksShares {
        canvas.addSign(
          card.shareConfidence,
          at: CanvasPoint(line.x + textLook.width(part.text) + 4, baseline(line.y)),
          look: textLook)
      }
      line.y += textLook.lineHeight
    }
    if showsShareBars, let share = card.shareOfSystem {
      line.y = frame.y + sections.shares - 10 * scale
      canvas.shareBar(
        CanvasFrame(x: line.x, y: line.y, width: textWidth, height: 7 * scale), part: share,
        colour: Palette.blue, style: FootprintStyles.share)
    }
  }

  private func baseline(_ top: Double) -> Double {
    top + (textLook.lineHeight - textLook.size) / 2 + textLook.size * TextMetrics.ascent
  }
}
