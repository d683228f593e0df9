import Governance
import Graphviz

/// Lays a diagram of accountability out from left to right: national bodies, regions and regulators,
/// ICSs, the provider as a bar beside all of them, and the places behind it.
///
/// Every line is level, so that its words can be read, and no line crosses a box. No ICS is drawn
/// inside the provider or the provider inside an ICS.
struct AccountabilityDrawing {
  let plan: AccountabilityPlan
  /// The name of the provider and what is said below it.
  let name: String
  let facts: [String]
  /// The part of the page at hand.
  let frame: CanvasFrame

  private let columns: Columns

  private static let headLook = TextStyle(size: 9, bold: true, colour: Palette.darkGrey)
  private static let titleLook = TextStyle(size: 9, bold: true)
  private static let textLook = TextStyle(size: 9)
  private static let panelPadding = 4.0
  private static let rowGap = 3.0

  init(plan: AccountabilityPlan, name: String, facts: [String], frame: CanvasFrame) {
    self.plan = plan
    self.name = name
    self.facts = facts
    self.frame = frame
    columns = Columns(frame: frame, hasPlaces: plan.hasPlaces)
  }

  /// Where the layers stand.
  private struct Columns {
    var national: CanvasFrame
    var region: CanvasFrame
    var system: CanvasFrame
    var bar: CanvasFrame
    var places: CanvasFrame

    init(frame: CanvasFrame, hasPlaces: Bool) {
      func column(_ x: Double, _ width: Double) -> CanvasFrame {
        CanvasFrame(x: x, y: frame.y, width: width, height: 0)
      }
      let placesWidth = hasPlaces ? 78.0 : 0
      let barWidth = hasPlaces ? 74.0 : 92
      let right = frame.maxX - placesWidth - (hasPlaces ? 6 : 0)
      places = column(frame.maxX - placesWidth, placesWidth)
      bar = column(right - barWidth, barWidth)
      national = column(frame.x, 78)
      region = column(national.maxX + 94, 70)
      system = column(region.maxX + 94, hasPlaces ? 121 : 132)
    }
  }

  // MARK: From top to bottom

  /// Draws the picture.
  ///
  /// Regions and ICSs begin as high as the bodies beside them allow; below them stand what national
  /// bodies and all ICSs have in common, and the lines that reach past both.
  ///
  /// - Returns: where it ends, in points from the top.
  func draw(on canvas: inout Canvas) -> Double {
    let top = drawHeadings(on: &canvas)
    let upper = drawUpperNationals(from: top, on: &canvas)
    let sides = drawSides(from: upper.linesEnd, on: &canvas)
    let bottom = drawNearest(from: upper.bottom, below: sides, on: &canvas)
    let end = max(bottom, sides, upper.bottom, top + barHeight)
    drawBar(from: top, to: end, on: &canvas)
    return end
  }

  private func drawHeadings(on canvas: inout Canvas) -> Double {
    var heads: [(String, CanvasFrame)] = []
    if !plan.nationals.isEmpty { heads.append(("National", columns.national)) }
    if !plan.sides.isEmpty || plan.regions.contains(where: { $0.box != nil }) {
      heads.append((plan.sides.isEmpty ? "Region" : "Region, others", columns.region))
    }
    if !plan.regions.isEmpty { heads.append(("ICS", columns.system)) }
    heads.append(("Provider", columns.bar))
    if plan.hasPlaces { heads.append(("Places in the ICS", columns.places)) }
    for (text, column) in heads { canvas.add(lines: [text], in: column, look: Self.headLook) }
    return frame.y + Self.headLook.lineHeight + 3
  }

  /// The national bodies but the nearest.
  ///
  /// - Returns: where the lowest box ends, and where the lines to what is beside them do.
  private func drawUpperNationals(
    from top: Double, on canvas: inout Canvas
  ) -> (bottom: Double, linesEnd: Double) {
    var y = top
    var linesEnd = top
    for national in plan.nationals.dropLast() {
      y = drawUpward(national, from: y, on: &canvas)
      let rows = Rows(links: national.direct, width: width(from: columns.national, to: columns.bar))
      let each = Rows(
        links: national.toSystems, width: width(from: columns.national, to: columns.system))
      let height = max(boxHeight(national.box, columns.national.width), rows.height + each.height)
      var box = columns.national
      box.y = y
      box.height = height
      draw(national.box, in: box, on: &canvas)
      drawEach(each, Rows(links: [], width: 0), from: y, says: "below", on: &canvas)
      draw(rows, from: y + each.height, between: columns.national, columns.bar, on: &canvas)
      y += height
      if !national.direct.isEmpty || !national.toSystems.isEmpty { linesEnd = y + Self.rowGap }
    }
    return (y, linesEnd)
  }

  /// The lines to the national body above, in the gap between the two.
  private func drawUpward(
    _ national: AccountabilityPlan.National, from y: Double, on canvas: inout Canvas
  ) -> Double {
    guard national != plan.nationals.first else { return y }
    let links = UpwardLinks(links: national.upward)
    var gap = columns.national
    gap.y = y
    gap.height = links.height
    links.draw(in: gap, on: &canvas)
    return gap.maxY
  }

  private func drawSides(from top: Double, on canvas: inout Canvas) -> Double {
    var y = top
    for side in plan.sides {
      let rows = Rows(links: side.links, width: width(from: columns.region, to: columns.bar))
      var box = columns.region
      box.y = y
      box.height = max(boxHeight(side.box, box.width), rows.height)
      draw(side.box, in: box, on: &canvas)
      draw(
        rows, from: box.midY - rows.height / 2, between: columns.region, columns.bar, on: &canvas)
      y = box.maxY + Self.rowGap + 3
    }
    return y
  }

  /// The national body nearest to the provider, and beside it the regions and the ICSs.
  ///
  /// - Parameters:
  ///   - top: where the bodies above it end.
  ///   - free: where the part beside it begins.
  private func drawNearest(
    from top: Double, below free: Double, on canvas: inout Canvas
  ) -> Double {
    let nearest = plan.nationals.last
    let start = nearest.map { drawUpward($0, from: top, on: &canvas) } ?? top
    let least = nearest.map { boxHeight($0.box, columns.national.width) } ?? 0
    let first = plan.regions.first
    // The lines up from a region leave from its foot, which must lie beside the national body.
    let needed =
      first.map { start + Rows(links: $0.upward, width: upwardWidth).height } ?? free
    let regionsTop = max(free, needed - (first.map(height) ?? 0))
    var y = drawRegions(from: regionsTop, on: &canvas)
    let each = Rows(
      links: nearest?.toSystems ?? [], width: width(from: columns.national, to: columns.system))
    let common = Rows(links: plan.common, width: width(from: columns.system, to: columns.bar))
    let direct = Rows(
      links: nearest?.direct ?? [], width: width(from: columns.national, to: columns.bar))
    let spare = start + least - y - max(each.height, common.height) - direct.height
    y += max(spare, plan.regions.isEmpty ? 0 : 6)
    y = drawEach(each, common, from: y, says: "above", on: &canvas)
    draw(direct, from: y, between: columns.national, columns.bar, on: &canvas)
    y += direct.height
    guard let nearest else { return y }
    var box = columns.national
    box.y = start
    box.height = max(y - start, least)
    draw(nearest.box, in: box, on: &canvas)
    return max(y, box.maxY)
  }

  private var upwardWidth: Double { width(from: columns.national, to: columns.region) }

  /// A cell that stands for each of the ICSs, with lines to it from the left and from the right.
  ///
  /// - Returns: where it ends, in points from the top.
  @discardableResult
  private func drawEach(
    _ left: Rows, _ right: Rows, from top: Double, says place: String, on canvas: inout Canvas
  ) -> Double {
    let height = max(left.height, right.height)
    guard height > 0 else { return top }
    var cell = columns.system
    cell.y = top
    cell.height = max(height, 16)
    canvas.add(
      CanvasBox(
        cell, fill: Palette.paleGrey, stroke: Stroke(Palette.midGrey, width: 0.75),
        style: AccountabilityStyles.panel))
    let words = plan.systems == 1 ? "the ICS \(place)" : "each of the \(plan.systems) ICSs \(place)"
    let lines = Self.textLook.wrap(words, width: cell.width - 8)
    let text = Double(lines.count) * Self.textLook.lineHeight
    canvas.add(
      lines: lines,
      in: CanvasFrame(x: cell.x + 5, y: cell.midY - text / 2, width: cell.width, height: text),
      look: Self.textLook)
    draw(
      left, from: cell.midY - left.height / 2, between: columns.national, cell, on: &canvas)
    draw(right, from: cell.midY - right.height / 2, between: cell, columns.bar, on: &canvas)
    return cell.maxY + Self.rowGap
  }

  // MARK: Regions and ICSs

  private func drawRegions(from top: Double, on canvas: inout Canvas) -> Double {
    var y = top
    for (index, region) in plan.regions.enumerated() {
      if index > 0 { y += 8 }
      draw(region, from: y, on: &canvas)
      y += height(of: region)
    }
    return y
  }

  /// The parts of a region and the room they need.
  private struct RegionParts {
    let direct: Rows
    let upward: Rows
    let inward: Rows
    let rowHeights: [Double]
    /// Height of the panel of its ICSs.
    let panel: Double
    let own: Double

    var directHeight: Double {
      direct.height + (direct.height > 0 ? AccountabilityDrawing.rowGap : 0)
    }
    var height: Double { max(directHeight + panel, upward.height, own) }
  }

  private func height(of region: AccountabilityPlan.Region) -> Double { parts(region).height }

  private func parts(_ region: AccountabilityPlan.Region) -> RegionParts {
    let wordless = plan.repeated(in: region)
    let inward = Rows(
      links: region.toSystems, width: width(from: columns.region, to: columns.system),
      wordless: wordless)
    let rowHeights = region.rows.map(height)
    let rows =
      rowHeights.reduce(0, +) + Double(max(0, rowHeights.count - 1)) * Self.rowGap
      + 2 * Self.panelPadding
    return RegionParts(
      direct: Rows(links: region.direct, width: width(from: columns.region, to: columns.bar)),
      upward: Rows(links: region.upward, width: upwardWidth, wordless: wordless), inward: inward,
      rowHeights: rowHeights, panel: max(inward.height, region.rows.isEmpty ? 0 : rows),
      own: region.box.map { boxHeight($0, columns.region.width) } ?? 0)
  }

  private func draw(
    _ region: AccountabilityPlan.Region, from top: Double, on canvas: inout Canvas
  ) {
    let parts = parts(region)
    let panelTop = top + parts.directHeight
    drawPanel(region, from: panelTop, height: parts.panel, parts.rowHeights, on: &canvas)
    guard let title = region.box else { return }
    var box = columns.region
    box.y = top
    box.height = parts.height
    draw(title, in: box, on: &canvas)
    draw(parts.direct, from: top, between: columns.region, columns.bar, on: &canvas)
    draw(
      parts.upward, from: box.maxY - parts.upward.height, between: columns.national,
      columns.region, on: &canvas)
    draw(
      parts.inward, from: panelTop + (parts.panel - parts.inward.height) / 2,
      between: columns.region, columns.system, on: &canvas)
  }

  private func drawPanel(
    _ region: AccountabilityPlan.Region, from top: Double, height: Double, _ heights: [Double],
    on canvas: inout Canvas
  ) {
    guard !region.rows.isEmpty else { return }
    var panel = columns.system
    panel.y = top
    panel.height = height
    canvas.add(
      CanvasBox(
        panel, fill: Palette.paleGrey, stroke: Stroke(Palette.midGrey, width: 0.75),
        style: AccountabilityStyles.panel))
    var y = top + Self.panelPadding
    for (row, height) in zip(region.rows, heights) {
      draw(row, from: y, height: height, on: &canvas)
      y += height + Self.rowGap
    }
  }

  private var cardWidth: Double { columns.system.width - 2 * Self.panelPadding }
  private var linkWidth: Double {
    columns.bar.x - columns.system.maxX + Self.panelPadding
  }

  /// The lines of an ICS, without words where an ICS above has the same.
  private func rows(_ row: AccountabilityPlan.Row) -> Rows {
    Rows(links: row.links, width: linkWidth, wordless: plan.repeated(in: row))
  }

  private func height(of row: AccountabilityPlan.Row) -> Double {
    max(
      boxHeight(row.box, cardWidth), rows(row).height,
      row.places.isEmpty ? 0 : Self.textLook.lineHeight + 5)
  }

  private func draw(
    _ row: AccountabilityPlan.Row, from y: Double, height: Double, on canvas: inout Canvas
  ) {
    var card = columns.system
    card.x += Self.panelPadding
    card.width = cardWidth
    card.y = y
    card.height = height
    draw(row.box, in: card, on: &canvas)
    let rows = rows(row)
    draw(rows, from: card.midY - rows.height / 2, between: card, columns.bar, on: &canvas)
    guard !row.places.isEmpty else { return }
    var cell = columns.places
    cell.y = y
    cell.height = height
    canvas.add(
      CanvasBox(cell, fill: Palette.paper, stroke: Stroke(Palette.midGrey, width: 0.75)))
    let inner = cell.inset(by: 3)
    let count = Words.count(row.places.count, "place")
    let lines = Int(inner.height / Self.textLook.lineHeight)
    let all = "\(count): " + row.places.joined(separator: "; ")
    let words =
      Self.textLook.fits(all, width: inner.width, maxLines: lines)
      ? Self.textLook.wrap(all, width: inner.width, evenly: false) : [count]
    canvas.add(lines: words, in: inner, look: Self.textLook)
  }

  // MARK: Boxes

  private func titleLines(_ box: AccountabilityPlan.Box, _ width: Double) -> [String] {
    guard !box.names.isEmpty else {
      return Self.titleLook.wrap(box.title, width: width - 10, maxLines: 4)
    }
    let first = [box.title + " " + box.names[0]] + box.names.dropFirst()
    return ListFitting.fit(
      first, width: width - 10, look: Self.textLook, maxLines: plan.nameLines)
  }

  private func remarkLines(_ box: AccountabilityPlan.Box, _ width: Double) -> [String] {
    box.remark.map { Self.textLook.wrap($0, width: width - 10, maxLines: 2) } ?? []
  }

  private func boxHeight(_ box: AccountabilityPlan.Box, _ width: Double) -> Double {
    Double(titleLines(box, width).count + remarkLines(box, width).count)
      * Self.titleLook.lineHeight + (box.badges.isEmpty ? 0 : Badge.height + 3) + 7
  }

  private func draw(
    _ box: AccountabilityPlan.Box, in frame: CanvasFrame, on canvas: inout Canvas
  ) {
    let isMerged = box.codes.count > 1
    canvas.add(
      CanvasBox(
        frame, fill: Palette.paper,
        stroke: Stroke(Palette.ink, width: 1, pattern: isMerged ? .dashed : .solid),
        id: isMerged ? nil : box.codes.first.flatMap { DOTElementName("body-\($0.text)") },
        style: isMerged ? AccountabilityStyles.merged : nil))
    let titles = titleLines(box, frame.width)
    let remarks = remarkLines(box, frame.width)
    let height = boxHeight(box, frame.width) - 7
    var line = CanvasFrame(
      x: frame.x + 5, y: frame.midY - height / 2, width: frame.width - 10, height: height)
    line.y = canvas.add(
      lines: titles, in: line, look: isMerged ? Self.textLook : Self.titleLook)
    line.y = canvas.add(lines: remarks, in: line, look: Self.textLook)
    drawBadges(
      box.badges, at: CanvasPoint(line.x, line.y + 2 + Badge.height / 2), width: line.width,
      on: &canvas)
  }

  private func drawBadges(
    _ numbers: [Int], at origin: CanvasPoint, width: Double, on canvas: inout Canvas
  ) {
    var x = origin.x
    for number in numbers {
      let badge = Badge(
        String(number), at: CanvasPoint(x, origin.y), style: AccountabilityStyles.badge)
      guard badge.frame.maxX <= origin.x + width else { return }
      canvas.add(badge)
      x = badge.frame.maxX + 2
    }
  }

  // MARK: The provider

  private var nameLines: (lines: [String], look: TextStyle) {
    let width = columns.bar.width - 12
    let words = name.split(whereSeparator: \.isWhitespace)
    let sizes = [12.0, 11, 10, 9].map { TextStyle(size: $0, bold: true, colour: Palette.paper) }
    let look =
      sizes.first { look in words.allSatisfy { look.width(String($0)) <= width } }
      ?? sizes[sizes.count - 1]
    return (look.wrap(name, width: width, maxLines: 8), look)
  }

  private var factLines: [String] {
    facts.flatMap { Self.textLook.wrap($0, width: columns.bar.width - 12, maxLines: 3) }
  }

  /// The least height of the bar in points.
  private var barHeight: Double {
    let (lines, look) = nameLines
    return Double(lines.count) * look.lineHeight + Double(factLines.count)
      * Self.textLook.lineHeight + (plan.providerBadges.isEmpty ? 0 : 18) + 20
  }

  private func drawBar(from top: Double, to bottom: Double, on canvas: inout Canvas) {
    var bar = columns.bar
    bar.y = top
    bar.height = bottom - top
    canvas.add(CanvasBox(bar, fill: Palette.darkBlue))
    let (lines, look) = nameLines
    var inner = bar.inset(by: 6)
    inner.y = bar.midY - (barHeight - 20) / 2
    inner.y = canvas.add(lines: lines, in: inner, look: look) + 4
    inner.y = canvas.add(
      lines: factLines, in: inner, look: Self.textLook.coloured(Palette.paper))
    drawProviderBadges(at: CanvasPoint(inner.x, inner.y + 10), width: inner.width, on: &canvas)
  }

  /// Dark badges on the dark bar stand on a light strip.
  private func drawProviderBadges(
    at origin: CanvasPoint, width: Double, on canvas: inout Canvas
  ) {
    guard !plan.providerBadges.isEmpty else { return }
    canvas.add(
      CanvasBox(
        CanvasFrame(x: origin.x, y: origin.y - 8, width: width, height: 16),
        fill: Palette.paper, rounded: false))
    drawBadges(
      plan.providerBadges, at: CanvasPoint(origin.x + 3, origin.y), width: width - 6, on: &canvas)
  }

  // MARK: Lines

  /// Lines below one another.
  private struct Rows {
    let links: [LinkDrawing]
    let width: Double

    init(
      links: [AccountabilityPlan.Link], width: Double, wordless: Set<AccountabilityPlan.Link> = []
    ) {
      self.links = links.map { LinkDrawing($0, isWordless: wordless.contains($0)) }
      self.width = width
    }

    var height: Double { links.reduce(0) { $0 + $1.height(width: width) } }
  }

  private func width(from left: CanvasFrame, to right: CanvasFrame) -> Double {
    right.x - left.maxX
  }

  private func draw(
    _ rows: Rows, from top: Double, between left: CanvasFrame, _ right: CanvasFrame,
    on canvas: inout Canvas
  ) {
    var line = CanvasFrame(x: left.maxX, y: top, width: right.x - left.maxX, height: 0)
    for link in rows.links {
      line.height = link.height(width: line.width)
      link.draw(in: line, on: &canvas)
      line.y += line.height
    }
  }
}
