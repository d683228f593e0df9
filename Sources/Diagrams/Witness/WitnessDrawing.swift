import Governance
import Graphviz

/// The styles of pictures of witnesses, in the order of their legend.
enum WitnessStyles {
  static let subject = "subject"
  static let meeting = "meeting"

  /// The kinds of relation in the order of the legend, those of accountability first.
  private static let relations =
    LineLook.drawn + RelationKind.allCases.filter { !LineLook.drawn.contains($0) }

  static let all: [LegendStyle] =
    relations.map(LineLook.legend)
    + [
      LegendStyle(style(.seat), "a seat", .markedLine(stroke(.seat), .disc)),
      LegendStyle(style(.party), "takes part", .markedLine(stroke(.party), .ring)),
      LegendStyle(style(.forum), "is a forum of", .markedLine(stroke(.forum), .openTriangle)),
      LegendStyle(style(.report), "reports to", .markedLine(stroke(.report), .triangle)),
      LegendStyle(
        style(.informationReturn), "makes a return",
        .markedLine(stroke(.informationReturn), .square)),
      LegendStyle(style(.succession), "became", .markedLine(stroke(.succession), .diamond)),
      LegendStyle(
        subject, "whom the question is about",
        .box(
          fill: Palette.paper, stroke: Stroke(Palette.darkBlue, width: 2.5), mark: nil,
          markColour: Palette.ink)),
      LegendStyle(
        meeting, "an arrangement or a forum",
        .box(
          fill: Palette.paleGrey, stroke: Stroke(Palette.ink, width: 1, pattern: .dashed),
          mark: nil, markColour: Palette.ink)),
      LegendStyle(AccountabilityStyles.assumed, "assumed", .text("?")),
    ]

  /// The name of the style of a line.
  static func style(_ look: WitnessContent.Look) -> String {
    switch look {
    case .relation(let kind): LineLook.style(kind)
    case .seat: "seat"
    case .party: "party"
    case .forum: "forumOf"
    case .report: "reportsTo"
    case .informationReturn: "return"
    case .succession: "succession"
    }
  }

  static func stroke(_ look: WitnessContent.Look) -> Stroke {
    switch look {
    case .relation(let kind): LineLook.of(kind).stroke
    case .seat: Stroke(Palette.darkBlue, width: 1.25, pattern: .dotted)
    case .party: Stroke(Palette.ink, width: 1.25)
    case .forum: Stroke(Palette.darkGrey, width: 1.25)
    case .report: Stroke(Palette.darkGrey, width: 1.25, pattern: .dashed)
    case .informationReturn: Stroke(Palette.darkGreen, width: 1.25, pattern: .dashed)
    case .succession: Stroke(Palette.ink, width: 2.5, pattern: .dotted)
    }
  }

  static func mark(_ look: WitnessContent.Look) -> CanvasMark.Shape {
    switch look {
    case .relation(let kind): LineLook.of(kind).mark
    case .seat: .disc
    case .party: .ring
    case .forum: .openTriangle
    case .report: .triangle
    case .informationReturn: .square
    case .succession: .diamond
    }
  }
}

/// Lays the rows of a witness out below one another.
struct WitnessDrawing {
  let rows: [WitnessRows.Row]
  /// Whom the finding is about.
  let subjects: Set<Code>
  /// The part of the page at hand.
  let frame: CanvasFrame
  let name: (Code) -> String
  let shape: (Code) -> WitnessContent.Shape

  private static let nameLook = TextStyle(size: 9.5, bold: true)
  private static let rowGap = 8.0

  /// The most bodies in any row.
  private var columns: Int { rows.map(\.bodies.count).max() ?? 1 }

  private var boxWidth: Double { columns > 3 ? 118 : 150 }

  /// The room between two boxes in points: no more than words need.
  private var gap: Double {
    guard columns > 1 else { return 0 }
    return min(270, (frame.width - Double(columns) * boxWidth) / Double(columns - 1))
  }

  /// Draws the picture.
  ///
  /// - Returns: where it ends, in points from the top.
  func draw(on canvas: inout Canvas) -> Double {
    var y = frame.y
    var index = 0
    while index < rows.count {
      var end = index + 1
      while end < rows.count, rows[end].bodies.first == rows[index].bodies.first { end += 1 }
      y = draw(Array(rows[index..<end]), from: y, on: &canvas) + Self.rowGap + 4
      index = end
    }
    return y - Self.rowGap
  }

  /// Draws rows that begin with the same body, which is one box beside all of them.
  private func draw(
    _ group: [WitnessRows.Row], from top: Double, on canvas: inout Canvas
  ) -> Double {
    guard let first = group.first?.bodies.first else { return top }
    var y = top
    for row in group {
      let height = height(of: row)
      for (index, bundle) in row.bundles.enumerated() {
        var gapFrame = column(index)
        gapFrame.x = gapFrame.maxX
        gapFrame.width = gap
        draw(bundle, from: row.bodies[index], in: gapFrame, y: y, height: height, on: &canvas)
      }
      for (index, body) in row.bodies.enumerated().dropFirst() {
        var box = column(index)
        box.y = y
        box.height = height
        draw(body, in: box, on: &canvas)
      }
      y += height + Self.rowGap
    }
    let bottom = y - Self.rowGap
    var box = column(0)
    box.y = top
    box.height = max(bottom - top, boxHeight(first))
    draw(first, in: box, on: &canvas)
    return box.maxY
  }

  private func column(_ index: Int) -> CanvasFrame {
    CanvasFrame(
      x: frame.x + Double(index) * (boxWidth + gap), y: frame.y, width: boxWidth, height: 0)
  }

  // MARK: Boxes

  private func nameLines(_ body: Code) -> [String] {
    Self.nameLook.wrap(name(body), width: boxWidth - 12, maxLines: 4)
  }

  private func boxHeight(_ body: Code) -> Double {
    Double(nameLines(body).count) * Self.nameLook.lineHeight + 9
  }

  private func draw(_ body: Code, in frame: CanvasFrame, on canvas: inout Canvas) {
    let isSubject = subjects.contains(body)
    let isMeeting = shape(body) != .organisation
    let stroke =
      isSubject
      ? Stroke(Palette.darkBlue, width: 2.5)
      : Stroke(Palette.ink, width: 1, pattern: isMeeting ? .dashed : .solid)
    canvas.add(
      CanvasBox(
        frame, fill: isMeeting ? Palette.paleGrey : Palette.paper, stroke: stroke,
        style: isSubject
          ? WitnessStyles.subject : (isMeeting ? WitnessStyles.meeting : nil)))
    let lines = nameLines(body)
    let height = Double(lines.count) * Self.nameLook.lineHeight
    canvas.add(
      lines: lines,
      in: CanvasFrame(
        x: frame.x + 6, y: frame.midY - height / 2, width: frame.width - 12, height: height),
      look: Self.nameLook)
  }

  // MARK: Lines

  private func drawing(_ line: WitnessContent.Line, from left: Code) -> LinkDrawing {
    LinkDrawing(
      words: line.words, stroke: WitnessStyles.stroke(line.look),
      mark: WitnessStyles.mark(line.look), style: WitnessStyles.style(line.look),
      runsRight: line.from == left, isAssumed: line.isAssumed)
  }

  private func height(of row: WitnessRows.Row) -> Double {
    let bundles = row.bundles.enumerated().map { index, bundle in
      bundle.reduce(0) { $0 + drawing($1, from: row.bodies[index]).height(width: gap) }
    }
    let boxes = row.bodies.dropFirst().map(boxHeight)
    return max((bundles + boxes).max() ?? 0, row.bodies.count == 1 ? boxHeight(row.bodies[0]) : 0)
  }

  private func draw(
    _ bundle: [WitnessContent.Line], from left: Code, in frame: CanvasFrame, y: Double,
    height: Double, on canvas: inout Canvas
  ) {
    let drawings = bundle.map { drawing($0, from: left) }
    let heights = drawings.map { $0.height(width: frame.width) }
    var line = frame
    line.y = y + (height - heights.reduce(0, +)) / 2
    for (drawing, height) in zip(drawings, heights) {
      line.height = height
      drawing.draw(in: line, on: &canvas)
      line.y += height
    }
  }
}
