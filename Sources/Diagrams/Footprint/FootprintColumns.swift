import Governance
import Graphviz

/// Lays a footprint out with the provider as a bar along the top and the ICSs as cards below it,
/// side by side in geographical order: for few ICSs.
struct FootprintColumns {
  /// How much a card says.
  enum Detail { case full, brief }

  /// The most cards that fit side by side with names that can be read.
  static let capacity = 7

  let content: FootprintContent
  /// The part of the page at hand.
  let frame: CanvasFrame
  var detail = Detail.full

  private let nameLook = TextStyle(size: 10, bold: true)
  private let textLook = TextStyle(size: 9)
  private let regionLook = TextStyle(size: 11, bold: true)
  private let padding = 6.0
  private let cardGap = 8.0
  private let groupGap = 18.0
  private let lineLength = 32.0

  init(content: FootprintContent, frame: CanvasFrame, detail: Detail = .full) {
    self.content = content
    self.frame = frame
    self.detail = detail
  }

  // MARK: Widths

  private var cardWidth: Double {
    let cards = Double(content.cards.count)
    let groups = Double(content.groups.count)
    let gaps = (groups - 1) * groupGap + (cards - groups) * cardGap + groups * 2 * padding
    return min(170, (frame.width - gaps) / max(1, cards))
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
    var services = 0.0
    var serviceLines = 0
    var places = 0.0
    var placeLines = 0
    var region = 0.0

    var card: Double { name + role + shares + services }
  }

  private func sections(room: Double) -> Sections {
    var sections = Sections()
    let cards = content.cards
    sections.name = Double(cards.map { head($0).count }.max() ?? 1) * nameLook.lineHeight + 2
    let lead = cards.contains(where: \.leadsCommissioning) ? 1.0 : 0
    sections.role = (1 + lead) * textLook.lineHeight + 2
    let lines = Double(cards.map { shareLines($0).count }.max() ?? 0)
    sections.shares = lines * textLook.lineHeight + (content.knowsSharesOfSystems ? 12 : 0)
    let regionLines = content.groups.map { regionName($0).count }.max() ?? 1
    sections.region = Double(regionLines) * regionLook.lineHeight + 4
    guard detail == .full else { return sections }
    let spare = room - sections.card - sections.region - 5 * padding
    let lineHeight = textLook.lineHeight
    let needed = cards.map { services($0, lines: .max).count }.max() ?? 0
    let places = cards.map { placeLines($0).count }.max() ?? 0
    let all = max(0, Int(spare / lineHeight))
    sections.serviceLines = min(needed, max(all - min(places, all / 2), 1))
    sections.services = Double(sections.serviceLines) * lineHeight + (needed > 0 ? 3 : 0)
    sections.placeLines = min(places, max(1, all - sections.serviceLines))
    sections.places = places > 0 ? Double(sections.placeLines) * lineHeight + 5 : 0
    return sections
  }

  // MARK: Words on a card

  /// The name, or the candidates of which it is not known which.
  private func head(_ card: FootprintContent.Card) -> [String] {
    let lines = nameLook.wrap(card.name, width: textWidth, maxLines: 6)
    guard card.isUnresolved else { return lines }
    return lines + card.among.flatMap { nameLook.wrap("– " + $0, width: textWidth, maxLines: 3) }
  }

  private func shareLines(_ card: FootprintContent.Card) -> [(text: String, known: Bool)] {
    if card.isUnresolved { return [("shares not known", false)] }
    if card.shareOfSystem == nil, card.shareOfProvider == nil {
      return [("share not known", false)]
    }
    var lines: [(String, Bool)] = []
    if let share = card.shareOfSystem {
      lines.append(("\(Words.share(share)) of the ICS", true))
    } else if content.knowsSharesOfSystems {
      lines.append(("of the ICS: not known", false))
    }
    if let share = card.shareOfProvider {
      lines.append(("\(Words.share(share)) of its work", true))
    } else {
      lines.append(("of its work: not known", false))
    }
    return lines
  }

  private func services(_ card: FootprintContent.Card, lines: Int) -> [String] {
    ListFitting.fit(card.services, width: textWidth, look: textLook, maxLines: lines)
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
    let sections = sections(room: frame.maxY - bar.maxY - lineLength)
    var x = frame.x + (frame.width - blockWidth) / 2
    let top = bar.maxY + lineLength - padding
    let bottom =
      top + 2 * padding + sections.card + 2 * padding + sections.places + sections.region
    for (index, group) in content.groups.enumerated() {
      let panel = CanvasFrame(x: x, y: top, width: panelWidth(group), height: bottom - top)
      draw(group, in: panel, below: bar, sections, on: &canvas)
      let next = content.groups.indices.contains(index + 1) ? content.groups[index + 1] : nil
      if group.region != nil, let next, next.region != nil {
        let middle = panel.maxX + groupGap / 2
        canvas.add(
          CanvasLine(
            from: CanvasPoint(middle, bar.maxY + 4), to: CanvasPoint(middle, bottom),
            stroke: Stroke(Palette.ink, width: 2, pattern: .dotted),
            style: FootprintStyles.boundary))
      }
      x = panel.maxX + groupGap
    }
    return bottom
  }

  private func drawBar(on canvas: inout Canvas) -> CanvasFrame {
    let width = min(frame.width, max(blockWidth, 380))
    let nameLook = TextStyle(size: 14, bold: true, colour: Palette.paper)
    let factLook = TextStyle(size: 10, colour: Palette.paper)
    let names = nameLook.wrap(content.name, width: width - 20, maxLines: 3)
    let facts = factLook.wrap(
      content.facts.joined(separator: " · "), width: width - 20, maxLines: 3)
    let height =
      Double(names.count) * nameLook.lineHeight + Double(facts.count) * factLook.lineHeight + 14
    var bar = CanvasFrame(
      x: frame.midX - width / 2, y: frame.y, width: width, height: height)
    canvas.add(CanvasBox(bar, fill: Palette.darkBlue))
    let whole = bar
    bar.y += 6
    bar.y = canvas.add(lines: names, in: bar, alignment: .centre, look: nameLook)
    canvas.add(lines: facts, in: bar, alignment: .centre, look: factLook)
    return whole
  }

  private func draw(
    _ group: FootprintContent.Group, in panel: CanvasFrame, below bar: CanvasFrame,
    _ sections: Sections, on canvas: inout Canvas
  ) {
    canvas.add(CanvasBox(panel, fill: Palette.paleGrey))
    var frame = CanvasFrame(
      x: panel.x + padding, y: panel.y + padding, width: cardWidth,
      height: sections.card + 2 * padding)
    for card in group.cards {
      let line = FootprintStyles.line(to: card)
      canvas.add(
        CanvasLine(
          from: CanvasPoint(frame.midX, bar.maxY), to: CanvasPoint(frame.midX, frame.y),
          stroke: line.stroke, style: line.style))
      draw(card, in: frame, sections, on: &canvas)
      frame.x += cardWidth + cardGap
    }
    let names = regionName(group)
    var label = panel
    label.y = panel.maxY - Double(names.count) * regionLook.lineHeight - 2
    canvas.add(lines: names, in: label, alignment: .centre, look: regionLook)
  }

  private func draw(
    _ card: FootprintContent.Card, in frame: CanvasFrame, _ sections: Sections,
    on canvas: inout Canvas
  ) {
    canvas.add(
      CanvasBox(
        frame, fill: Palette.paper, stroke: FootprintStyles.outline(of: card),
        id: card.system.flatMap { DOTElementName("ics-\($0.text)") },
        style: card.isUnresolved ? FootprintStyles.unresolved : nil))
    var inner = frame.inset(by: padding)
    canvas.add(lines: head(card), in: inner, look: nameLook)
    inner.y += sections.name
    drawRole(card, in: inner, on: &canvas)
    inner.y += sections.role
    drawShares(card, in: inner, on: &canvas)
    inner.y += sections.shares + 3
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
    let middle = CanvasPoint(frame.x + 4, frame.y + textLook.lineHeight / 2)
    canvas.add(
      CanvasMark(mark.shape, at: middle, size: 8, colour: mark.colour, style: mark.style))
    var line = frame
    line.x += 12
    let words = Words.role(card.role)
    canvas.add(lines: [words], in: line, look: textLook)
    canvas.addSign(
      card.confidence,
      at: CanvasPoint(line.x + textLook.width(words) + 3, baseline(frame.y)), look: textLook)
    if card.leadsCommissioning {
      line.y += textLook.lineHeight
      line.x = frame.x
      canvas.add(lines: ["lead commissioner"], in: line, look: textLook)
    }
  }

  private func drawShares(
    _ card: FootprintContent.Card, in frame: CanvasFrame, on canvas: inout Canvas
  ) {
    var line = frame
    for (text, known) in shareLines(card) {
      canvas.add(lines: [text], in: line, look: textLook)
      if known {
        canvas.addSign(
          card.shareConfidence,
          at: CanvasPoint(line.x + textLook.width(text) + 3, baseline(line.y)), look: textLook)
      }
      line.y += textLook.lineHeight
    }
    if let share = card.shareOfSystem {
      line.y += 2
      canvas.shareBar(
        CanvasFrame(x: line.x, y: line.y, width: textWidth, height: 7), part: share,
        colour: Palette.blue, style: FootprintStyles.share)
    }
  }

  private func baseline(_ top: Double) -> Double {
    top + (textLook.lineHeight - textLook.size) / 2 + textLook.size * TextMetrics.ascent
  }
}
