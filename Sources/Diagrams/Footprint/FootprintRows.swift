import Governance
import Graphviz

/// Lays a footprint out with the provider as a bar down the left side and the ICSs as rows beside
/// it, from north to south: for many ICSs, whose names need the width.
struct FootprintRows {
  let content: FootprintContent
  /// The part of the page at hand.
  let frame: CanvasFrame

  private var textLook: TextStyle { TextStyle(size: 9) }
  private var headLook: TextStyle { TextStyle(size: 9, colour: Palette.darkGrey) }
  private var barWidth: Double { 112 }
  private var lineLength: Double { 34 }
  private let density: FootprintRowDensity

  /// Lays out the rows as roomily as the frame allows.
  init(content: FootprintContent, frame: CanvasFrame) {
    let densities = FootprintRowDensity.all
    self =
      densities.lazy
      .map { FootprintRows(content: content, frame: frame, density: $0) }
      .first { $0.headingHeight + $0.height <= frame.height }
      ?? FootprintRows(content: content, frame: frame, density: densities[densities.count - 1])
  }

  private init(content: FootprintContent, frame: CanvasFrame, density: FootprintRowDensity) {
    self.content = content
    self.frame = frame
    self.density = density
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
  private func columns(y: Double, height: Double) -> Columns {
    let x = panelX + 8
    func column(_ offset: Double, _ width: Double) -> CanvasFrame {
      CanvasFrame(x: x + offset, y: y, width: width, height: height)
    }
    let share = density.isOneLine ? 52.0 : 44
    let system = content.knowsSharesOfSystems ? share : 0
    let name = density.isOneLine ? panelWidth - 16 - system - share - 8 : 140
    let detail = name + 8 + system + share + 4
    return Columns(
      name: column(0, name), system: column(name + 8, max(0, system - 2)),
      provider: column(name + 8 + system, share - 2),
      detail: column(detail, max(0, panelWidth - detail - 16)))
  }

  // MARK: Heights

  private var headingHeight: Double { 3 * headLook.lineHeight + 2 }

  /// Height of all rows.
  private var height: Double {
    content.groups.reduce(-density.groupGap) { total, group in
      total + regionHeight + density.groupGap
        + group.cards.reduce(0) { $0 + rowHeight($1) + density.gap }
    }
  }

  private var regionHeight: Double { density.regionLook.lineHeight + 2 }

  private func rowHeight(_ card: FootprintContent.Card) -> Double {
    let width = columns(y: 0, height: 0).detail.width
    let role = density.showsRole ? textLook.lineHeight : 0
    let names = Double(head(card).count) * density.nameLook.lineHeight + role
    let details = Double(detail(card, width: width).count) * textLook.lineHeight
    let shares = density.isOneLine ? 0 : 2 * textLook.lineHeight
    return max(names, details, shares) + 2 * density.padding
  }

  // MARK: Words of a row

  /// The name; candidates are never left out.
  private func head(_ card: FootprintContent.Card) -> [String] {
    let width = columns(y: 0, height: 0).name.width - 24
    guard card.isUnresolved else {
      return density.nameLook.wrap(
        card.name, width: width, maxLines: density.isOneLine ? 1 : 3)
    }
    let text = "One or more of: " + Words.list(card.among, last: "or")
    return density.nameLook.wrap(text, width: width, maxLines: 6)
  }

  private func detail(_ card: FootprintContent.Card, width: Double) -> [String] {
    guard !density.isOneLine else { return [] }
    var lines = ListFitting.fit(
      card.services, width: width, look: textLook, maxLines: density.serviceLines)
    guard !card.isUnresolved else { return lines }
    if card.leadsCommissioning { lines.insert("lead commissioner", at: 0) }
    guard density.showsPlaces else { return lines }
    if card.placesUnknown {
      lines.append("Places: not known")
    } else if !card.places.isEmpty {
      let all = "Places: " + card.places.joined(separator: ", ")
      let fits = textLook.fits(all, width: width, maxLines: density.serviceLines)
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
    drawHeadings(on: &canvas)
    var y = frame.y + headingHeight
    let bottom = y + height
    let bar = CanvasFrame(
      x: frame.x, y: frame.y, width: barWidth, height: max(bottom - frame.y, 140))
    for (index, group) in content.groups.enumerated() {
      y = draw(group, from: y, beside: bar, on: &canvas)
      let next = content.groups.indices.contains(index + 1) ? content.groups[index + 1] : nil
      if group.region != nil, let next, next.region != nil {
        let middle = y - density.groupGap / 2
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

  private var systemHeading: [String] {
    ["this ICS" + (content.nouns.countedOfSystem == nil ? "" : "'s")]
      + [content.nouns.countedOfSystem].compactMap { $0 }
  }

  private func drawHeadings(on canvas: inout Canvas) {
    let columns = columns(y: frame.y, height: 0)
    func add(_ lines: [String], _ frame: CanvasFrame) {
      var frame = frame
      frame.y += Double(3 - lines.count) * headLook.lineHeight
      canvas.add(lines: lines, in: frame, look: headLook)
    }
    add(["ICS"], columns.name)
    if content.knowsSharesOfSystems { add(["share of"] + systemHeading, columns.system) }
    add(["share of", "\(content.nouns.provider)'s", content.nouns.counted], columns.provider)
    if !density.isOneLine { add(["services and places"], columns.detail) }
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
    on canvas: inout Canvas
  ) -> Double {
    let label = CanvasFrame(x: panelX, y: top, width: panelWidth, height: 0)
    let look = density.regionLook
    canvas.add(lines: [look.cut(group.name, width: panelWidth)], in: label, look: look)
    var y = top + regionHeight
    for card in group.cards {
      let row = CanvasFrame(x: panelX, y: y, width: panelWidth, height: rowHeight(card))
      let line = FootprintStyles.line(to: card, scale: content.lineScale)
      canvas.add(
        CanvasLine(
          from: CanvasPoint(bar.maxX, row.midY), to: CanvasPoint(row.x, row.midY),
          stroke: line.stroke, style: line.style))
      draw(card, in: row, on: &canvas)
      y += row.height + density.gap
    }
    return y + density.groupGap
  }

  private func draw(
    _ card: FootprintContent.Card, in row: CanvasFrame, on canvas: inout Canvas
  ) {
    canvas.add(
      CanvasBox(
        row, fill: Palette.paper, stroke: FootprintStyles.outline(of: card),
        id: card.system.flatMap { DOTElementName("\(content.idStem)-\($0.text)") },
        style: card.isUnresolved ? FootprintStyles.unresolved : nil))
    let look = density.nameLook
    let columns = columns(y: row.y + density.padding, height: row.height - 2 * density.padding)
    let mark = FootprintStyles.mark(card.role)
    let first = CanvasPoint(columns.name.x + 3, columns.name.y + look.lineHeight / 2)
    canvas.add(CanvasMark(mark.shape, at: first, size: 8, colour: mark.colour, style: mark.style))
    var name = columns.name
    name.x += 12
    let head = head(card)
    let below = canvas.add(lines: head, in: name, look: look)
    let end = CanvasPoint(
      name.x + look.width(head.last ?? "") + 4, below - look.lineHeight + baseline(look))
    canvas.addSign(card.confidence, at: end, look: look)
    if density.showsRole {
      name.y = below
      canvas.add(lines: [Words.role(card.role)], in: name, look: textLook)
    }
    drawShares(card, columns, on: &canvas)
    canvas.add(
      lines: detail(card, width: columns.detail.width), in: columns.detail, look: textLook)
  }

  private func drawShares(
    _ card: FootprintContent.Card, _ columns: Columns, on canvas: inout Canvas
  ) {
    func add(_ share: Double?, _ frame: CanvasFrame) {
      guard let share else {
        let look = TextStyle(size: 9, colour: Palette.darkGrey)
        let lines = density.isOneLine ? ["not known"] : ["not", "known"]
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
