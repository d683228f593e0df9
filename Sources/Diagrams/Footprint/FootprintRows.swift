import Governance
import Graphviz

/// Lays a footprint out with the provider as a bar down the left side and the ICSs as rows beside
/// it, from north to south: for many ICSs, whose names need the width.
struct FootprintRows {
  let content: FootprintContent
  /// The part of the page at hand.
  let frame: CanvasFrame

  private let textLook = TextStyle(size: 9)
  private let headLook = TextStyle(size: 9, colour: Palette.darkGrey)
  private let regionLook = TextStyle(size: 11, bold: true)
  private let barWidth = 112.0
  private let lineLength = 34.0
  private let groupGap = 10.0

  init(content: FootprintContent, frame: CanvasFrame) {
    self.content = content
    self.frame = frame
  }

  private func nameLook(_ density: Density) -> TextStyle {
    TextStyle(size: density.lines > 1 ? 10 : 9, bold: true)
  }

  // MARK: Columns

  /// Where the columns of a row begin and how wide they are.
  private struct Columns {
    var name: CanvasFrame
    var system: CanvasFrame
    var provider: CanvasFrame
    var detail: CanvasFrame
  }

  /// The part right of the bar and its lines.
  private var panelX: Double { frame.x + barWidth + lineLength }
  private var panelWidth: Double { frame.maxX - panelX }

  /// Rows of one line leave the services out and give their width to the names.
  private func columns(y: Double, height: Double, _ density: Density) -> Columns {
    let x = panelX + 8
    func column(_ offset: Double, _ width: Double) -> CanvasFrame {
      CanvasFrame(x: x + offset, y: y, width: width, height: height)
    }
    let system = content.knowsSharesOfSystems ? 44.0 : 0
    let name = density.lines > 1 ? 140 : panelWidth - 16 - system - 52
    let detail = name + 8 + system + 48
    return Columns(
      name: column(0, name), system: column(name + 8, max(0, system - 2)),
      provider: column(name + 8 + system, 42),
      detail: column(detail, max(0, panelWidth - detail - 16)))
  }

  // MARK: Heights

  /// How many lines of detail a row may have, and how much room is between rows.
  private struct Density {
    var lines: Int
    var gap: Double
    var showsPlaces: Bool
  }

  private func density(room: Double) -> Density {
    for places in [true, false] {
      for lines in stride(from: 6, through: 1, by: -1) {
        let density = Density(lines: lines, gap: lines > 1 ? 4 : 1, showsPlaces: places)
        if height(density) <= room { return density }
      }
    }
    return Density(lines: 1, gap: 0, showsPlaces: false)
  }

  private func height(_ density: Density) -> Double {
    content.groups.reduce(0) { total, group in
      total + regionLook.lineHeight + 3 + groupGap
        + group.cards.reduce(0) { $0 + rowHeight($1, density) + density.gap }
    }
  }

  private func rowHeight(_ card: FootprintContent.Card, _ density: Density) -> Double {
    let widths = columns(y: 0, height: 0, density)
    let names = Double(head(card, density).count) * nameLook(density).lineHeight
    let details = Double(detail(card, width: widths.detail.width, density).count)
    let role = density.lines > 1 ? textLook.lineHeight : 0
    return max(names + role, details * textLook.lineHeight, textLook.lineHeight)
      + (density.lines > 1 ? 7 : 2)
  }

  // MARK: Words of a row

  private func head(_ card: FootprintContent.Card, _ density: Density) -> [String] {
    let width = columns(y: 0, height: 0, density).name.width - 14
    let text =
      card.isUnresolved ? "One or more of: " + Words.list(card.among, last: "or") : card.name
    guard density.lines > 1 else { return [nameLook(density).cut(text, width: width)] }
    return nameLook(density).wrap(text, width: width, maxLines: card.isUnresolved ? 6 : 3)
  }

  private func detail(
    _ card: FootprintContent.Card, width: Double, _ density: Density
  ) -> [String] {
    guard density.lines > 1 else { return [] }
    var lines = ListFitting.fit(
      card.services, width: width, look: textLook, maxLines: density.lines)
    guard !card.isUnresolved else { return lines }
    if card.leadsCommissioning { lines.insert("lead commissioner", at: 0) }
    guard density.showsPlaces else { return lines }
    if card.placesUnknown {
      lines.append("Places: not known")
    } else if !card.places.isEmpty {
      let all = "Places: " + card.places.joined(separator: ", ")
      let fits = textLook.fits(all, width: width, maxLines: density.lines)
      lines += textLook.wrap(
        fits ? all : Words.count(card.places.count, "place"), width: width)
    }
    return lines
  }

  // MARK: Drawing

  /// Draws the picture.
  ///
  /// - Returns: where it ends, in points from the top.
  func draw(on canvas: inout Canvas) -> Double {
    let headHeight = 2 * headLook.lineHeight + 2
    let density = density(room: frame.height - headHeight)
    drawHeadings(density, on: &canvas)
    var y = frame.y + headHeight
    let bottom = y + height(density) - groupGap
    let bar = CanvasFrame(
      x: frame.x, y: frame.y, width: barWidth, height: max(bottom - frame.y, 140))
    for (index, group) in content.groups.enumerated() {
      y = draw(group, from: y, beside: bar, density, on: &canvas)
      let next = content.groups.indices.contains(index + 1) ? content.groups[index + 1] : nil
      if group.region != nil, let next, next.region != nil {
        let middle = y - groupGap / 2
        canvas.add(
          CanvasLine(
            from: CanvasPoint(bar.maxX + 4, middle), to: CanvasPoint(frame.maxX, middle),
            stroke: Stroke(Palette.ink, width: 2, pattern: .dotted),
            style: FootprintStyles.boundary))
      }
    }
    draw(bar, on: &canvas)
    return max(bottom, bar.maxY)
  }

  private func drawHeadings(_ density: Density, on canvas: inout Canvas) {
    let columns = columns(y: frame.y, height: 0, density)
    func add(_ lines: [String], _ frame: CanvasFrame) {
      var frame = frame
      frame.y += Double(2 - lines.count) * headLook.lineHeight
      canvas.add(lines: lines, in: frame, look: headLook)
    }
    add(["ICS"], columns.name)
    if content.knowsSharesOfSystems { add(["share of", "the ICS"], columns.system) }
    add(["share of", "its work"], columns.provider)
    if density.lines > 1 { add(["services and places"], columns.detail) }
  }

  private func draw(_ bar: CanvasFrame, on canvas: inout Canvas) {
    let nameLook = TextStyle(size: 13, bold: true, colour: Palette.paper)
    let factLook = TextStyle(size: 10, colour: Palette.paper)
    canvas.add(CanvasBox(bar, fill: Palette.darkBlue))
    let width = bar.width - 14
    let names = nameLook.wrap(content.name, width: width, maxLines: 8)
    let facts = content.facts.flatMap { factLook.wrap($0, width: width, maxLines: 4) }
    let height =
      Double(names.count) * nameLook.lineHeight + Double(facts.count) * factLook.lineHeight
      + 6
    var inner = CanvasFrame(
      x: bar.x + 7, y: max(bar.y + 8, bar.midY - height / 2), width: width, height: height)
    inner.y = canvas.add(lines: names, in: inner, look: nameLook) + 6
    canvas.add(lines: facts, in: inner, look: factLook)
  }

  private func draw(
    _ group: FootprintContent.Group, from top: Double, beside bar: CanvasFrame,
    _ density: Density, on canvas: inout Canvas
  ) -> Double {
    let label = CanvasFrame(x: panelX, y: top, width: panelWidth, height: 0)
    canvas.add(lines: [regionLook.cut(group.name, width: panelWidth)], in: label, look: regionLook)
    var y = top + regionLook.lineHeight + 3
    for card in group.cards {
      let row = CanvasFrame(
        x: panelX, y: y, width: panelWidth, height: rowHeight(card, density))
      let line = FootprintStyles.line(to: card)
      canvas.add(
        CanvasLine(
          from: CanvasPoint(bar.maxX, row.midY), to: CanvasPoint(row.x, row.midY),
          stroke: line.stroke, style: line.style))
      draw(card, in: row, density, on: &canvas)
      y += row.height + density.gap
    }
    return y + groupGap
  }

  private func draw(
    _ card: FootprintContent.Card, in row: CanvasFrame, _ density: Density,
    on canvas: inout Canvas
  ) {
    canvas.add(
      CanvasBox(
        row, fill: Palette.paper, stroke: FootprintStyles.outline(of: card),
        id: card.system.flatMap { DOTElementName("ics-\($0.text)") },
        style: card.isUnresolved ? FootprintStyles.unresolved : nil))
    let pad = density.lines > 1 ? 3.0 : 0.5
    let columns = columns(y: row.y + pad, height: row.height - 2 * pad, density)
    let mark = FootprintStyles.mark(card.role)
    let first = CanvasPoint(columns.name.x + 3, columns.name.y + nameLook(density).lineHeight / 2)
    canvas.add(CanvasMark(mark.shape, at: first, size: 8, colour: mark.colour, style: mark.style))
    var name = columns.name
    name.x += 12
    let head = head(card, density)
    let below = canvas.add(lines: head, in: name, look: nameLook(density))
    let end = CanvasPoint(
      name.x + nameLook(density).width(head.last ?? "") + 4,
      below - nameLook(density).lineHeight + baseline(nameLook(density)))
    canvas.addSign(card.confidence, at: end, look: nameLook(density))
    if density.lines > 1 {
      name.y = below
      canvas.add(lines: [Words.role(card.role)], in: name, look: textLook)
    }
    drawShares(card, columns, on: &canvas)
    canvas.add(
      lines: detail(card, width: columns.detail.width, density), in: columns.detail, look: textLook)
  }

  private func drawShares(
    _ card: FootprintContent.Card, _ columns: Columns, on canvas: inout Canvas
  ) {
    func add(_ share: Double?, _ frame: CanvasFrame) {
      guard let share else {
        let look = TextStyle(size: 9, colour: Palette.darkGrey)
        let lines = frame.height >= 2 * look.lineHeight ? ["not", "known"] : ["?"]
        canvas.add(lines: lines, in: frame, look: look)
        return
      }
      let text = Words.share(share)
      canvas.add(lines: [text], in: frame, look: textLook)
      guard content.marksShares else { return }
      canvas.addSign(
        card.shareConfidence,
        at: CanvasPoint(frame.x + textLook.width(text) + 3, frame.y + baseline(textLook)),
        look: textLook)
    }
    if content.knowsSharesOfSystems {
      add(card.shareOfSystem, columns.system)
      if let share = card.shareOfSystem {
        let bar = CanvasFrame(
          x: columns.system.x, y: columns.system.y + textLook.lineHeight + 1, width: 36, height: 6)
        if bar.maxY <= columns.system.maxY {
          canvas.shareBar(bar, part: share, colour: Palette.blue, style: FootprintStyles.share)
        }
      }
    }
    add(card.shareOfProvider, columns.provider)
  }

  private func baseline(_ look: TextStyle) -> Double {
    (look.lineHeight - look.size) / 2 + look.size * TextMetrics.ascent
  }
}

extension TextStyle {
  /// One line of a text, cut only where it must be; see `TextMetrics.oneLine`.
  func cut(_ text: String, width: Double) -> String {
    TextMetrics.oneLine(text, width: width, size: size, bold: bold)
  }
}
