import Governance
import Graphviz

/// Where the rows and columns of a strip lie.
struct StripLayout {
  static let look = TextStyle(size: 9)
  static let headLook = TextStyle(size: 9, bold: true)
  static let leastRowHeight = 11.5
  static let greatestRowHeight = 24.0
  private static let regionGap = 5.0
  private static let countWidth = 25.0

  /// The part of the page at hand.
  let frame: CanvasFrame
  let content: StripContent
  let labelWidth: Double
  let cellWidth: Double
  /// Height of the names of regions and the numbers of columns.
  let headHeight: Double
  private let regionLines: [[String]]

  init(content: StripContent, frame: CanvasFrame) {
    self.content = content
    self.frame = frame
    let widest = content.rows.map { Self.look.width(Self.label($0)) }.max() ?? 0
    labelWidth = min(widest, Self.labelLimit) * 1.03 + 6
    let gaps = Double(max(0, content.regions.count - 1)) * Self.regionGap
    let cells = Double(max(1, content.columns.count))
    let room = frame.width - labelWidth - gaps - 2 * Self.countWidth - 6
    cellWidth = min(room / cells, 40)
    let width = cellWidth
    regionLines = content.regions.map {
      Self.headLook.wrap($0.name, width: Double($0.columns.count) * width + 3, maxLines: 4)
    }
    let lines = max(regionLines.map(\.count).max() ?? 1, 2)
    headHeight = Double(lines) * Self.headLook.lineHeight + Self.look.lineHeight + 4
  }

  /// The widest a name may be that stands left of its row.
  private static let labelLimit = 190.0

  /// The name in full where it fits, the short one otherwise.
  private static func label(_ row: StripContent.Row) -> String {
    if look.width(row.name) <= labelLimit { return row.name }
    return look.cut(row.shortName, width: labelLimit)
  }

  /// The left edge of each column, by ICS.
  private var columnX: [Code: Double] {
    var x = frame.x + labelWidth
    var edges: [Code: Double] = [:]
    for region in content.regions {
      for column in region.columns {
        edges[column.system] = x
        x += cellWidth
      }
      x += Self.regionGap
    }
    return edges
  }

  private var gridMaxX: Double {
    let gaps = Double(max(0, content.regions.count - 1)) * Self.regionGap
    return frame.x + labelWidth + Double(content.columns.count) * cellWidth + gaps
  }

  /// How many rows the frame has room for.
  var capacity: Int { max(1, Int((frame.height - headHeight) / Self.leastRowHeight)) }

  // MARK: Drawing

  /// Draws rows, as high as the room allows within what is sensible.
  ///
  /// - Returns: where they end, in points from the top.
  func draw(_ rows: [StripContent.Row], on canvas: inout Canvas) -> Double {
    let room = (frame.height - headHeight) / Double(max(1, rows.count))
    let rowHeight = min(Self.greatestRowHeight, max(Self.leastRowHeight, room))
    let top = frame.y + headHeight
    let bottom = top + Double(rows.count) * rowHeight
    drawHead(on: &canvas, bottom: bottom)
    drawRules(rows: rows.count, rowHeight: rowHeight, on: &canvas)
    let edges = columnX
    for (index, row) in rows.enumerated() {
      let line = CanvasFrame(
        x: frame.x, y: top + Double(index) * rowHeight, width: frame.width, height: rowHeight)
      draw(row, in: line, edges, on: &canvas)
    }
    return bottom
  }

  private func drawHead(on canvas: inout Canvas, bottom: Double) {
    let edges = columnX
    let top = frame.y + headHeight
    for (region, lines) in zip(content.regions, regionLines) {
      guard let first = region.columns.first, let x = edges[first.system] else { continue }
      let panel = CanvasFrame(
        x: x, y: top, width: Double(region.columns.count) * cellWidth, height: bottom - top)
      canvas.add(CanvasBox(panel, fill: Palette.paleGrey))
      var head = panel
      head.y =
        top - Self.look.lineHeight - 3 - Double(lines.count) * Self.headLook.lineHeight
      canvas.add(lines: lines, in: head, alignment: .centre, look: Self.headLook)
      let ruleY = top - Self.look.lineHeight - 2
      canvas.add(
        CanvasLine(
          from: CanvasPoint(panel.x, ruleY), to: CanvasPoint(panel.maxX, ruleY),
          stroke: Stroke(Palette.ink, width: 1)))
      for column in region.columns {
        let cell = CanvasFrame(
          x: edges[column.system] ?? x, y: ruleY + 1, width: cellWidth,
          height: Self.look.lineHeight)
        canvas.add(
          lines: [String(column.number)], in: cell, alignment: .centre, look: Self.look)
      }
    }
    drawCountHead(on: &canvas)
  }

  private func drawCountHead(on canvas: inout Canvas) {
    let top = frame.y + headHeight - Self.look.lineHeight - 1
    let x = gridMaxX + 6
    canvas.add(
      lines: ["ICSs"],
      in: CanvasFrame(
        x: x, y: top - Self.look.lineHeight - 1, width: 2 * Self.countWidth, height: 0),
      alignment: .centre, look: Self.headLook)
    for (index, text) in ["local", "all"].enumerated() {
      canvas.add(
        lines: [text],
        in: CanvasFrame(
          x: x + Double(index) * Self.countWidth, y: top, width: Self.countWidth, height: 0),
        alignment: .centre, look: Self.look)
    }
  }

  /// Hairlines between rows and white ones between columns, to lead the eye.
  private func drawRules(rows: Int, rowHeight: Double, on canvas: inout Canvas) {
    let top = frame.y + headHeight
    let bottom = top + Double(rows) * rowHeight
    for x in columnX.values.sorted() {
      canvas.add(
        CanvasLine(
          from: CanvasPoint(x, top), to: CanvasPoint(x, bottom),
          stroke: Stroke(Palette.paper, width: 1)))
    }
    for index in 0...rows {
      let y = top + Double(index) * rowHeight
      canvas.add(
        CanvasLine(
          from: CanvasPoint(frame.x, y), to: CanvasPoint(gridMaxX + 6 + 2 * Self.countWidth, y),
          stroke: Stroke(Palette.midGrey, width: 0.5)))
    }
  }

  private func draw(
    _ row: StripContent.Row, in line: CanvasFrame, _ edges: [Code: Double],
    on canvas: inout Canvas
  ) {
    var label = line
    label.width = labelWidth - 6
    canvas.add(Self.label(row), centredIn: label, alignment: .right, look: Self.look)
    for column in content.columns {
      guard let cell = row.cells[column.system], let x = edges[column.system] else { continue }
      let box = CanvasFrame(x: x, y: line.y, width: cellWidth, height: line.height)
      draw(cell, in: box.inset(by: 0.75), on: &canvas)
    }
    let x = gridMaxX + 6
    let counts = [(row.local, row.localIsLeast), (row.all, row.allIsLeast)]
    for (index, (count, least)) in counts.enumerated() {
      let box = CanvasFrame(
        x: x + Double(index) * Self.countWidth, y: line.y, width: Self.countWidth,
        height: line.height)
      canvas.add(
        "\(count)" + (least ? "+" : ""), centredIn: box, look: Self.look,
        style: least ? StripStyles.least : nil)
    }
  }

  private func draw(_ cell: StripContent.Cell, in box: CanvasFrame, on canvas: inout Canvas) {
    switch cell {
    case .candidate:
      canvas.add(
        CanvasBox(
          box.inset(by: 0.5), fill: Palette.paper, stroke: StripStyles.candidateStroke,
          style: StripStyles.candidate))
      canvas.add(
        CanvasMark(
          .openDiamond, at: CanvasPoint(box.midX, box.midY),
          size: min(box.width, box.height) * 0.6, style: StripStyles.candidate))
    case .known(let role, let confidence):
      let mark = StripStyles.mark(role)
      let assumed = confidence == .assumed
      canvas.add(
        CanvasBox(
          box, fill: StripStyles.fill(role), stroke: Stroke(Palette.ink, width: 0.75),
          style: role.rawValue))
      let size = min(box.width, box.height) * (assumed ? 0.4 : 0.55)
      let x = assumed ? box.x + box.width * 0.28 : box.midX
      canvas.add(
        CanvasMark(
          mark.shape, at: CanvasPoint(x, box.midY), size: size, colour: mark.colour,
          style: role.rawValue))
      guard assumed else { return }
      var right = box
      right.x += box.width * 0.5
      right.width *= 0.46
      canvas.add(
        "?", centredIn: right, look: TextStyle(size: 9, bold: true, colour: mark.colour),
        style: StripStyles.assumed)
    }
  }
}
