import Governance
import Graphviz

/// Draws a line from one body to another with its mark, its words and its numbers.
struct LinkDrawing {
  static let look = TextStyle(size: 9)
  /// Room before the mark, for a tip, in points.
  private static let lead = 10.0
  private static let markSize = 8.0
  private static let gap = 3.0
  /// The least length of line behind the words, in points.
  private static let tail = 9.0

  let words: String
  let stroke: Stroke
  let mark: CanvasMark.Shape
  /// The style that the legend explains.
  let style: String
  /// Whether it ends at the right.
  let runsRight: Bool
  /// Whether it is general knowledge alone.
  let isAssumed: Bool
  /// Numbers of questions that rest on it.
  var badges: [Int] = []
  /// Whether its words stand at a line above it that says the same.
  var isWordless = false

  private var badgesWidth: Double { badges.reduce(0) { $0 + Badge.width(String($1)) + 2 } }
  private var signWidth: Double { isAssumed ? 8 : 0 }

  /// The words in lines that leave room for everything else.
  func lines(width: Double) -> [String] {
    guard !isWordless else { return [] }
    let room =
      width - Self.lead - Self.markSize - 2 * Self.gap - Self.tail - badgesWidth - signWidth
    return Self.look.wrap(words, width: max(24, room), maxLines: 3, evenly: false)
  }

  /// The height it takes up in points.
  func height(width: Double) -> Double {
    let least = isWordless ? (badges.isEmpty ? Self.markSize + 1 : Badge.height + 1) : 13
    return max(least, Double(lines(width: width).count) * Self.look.lineHeight + 3)
  }

  /// Draws it level across a frame, in the middle of its height.
  func draw(in frame: CanvasFrame, on canvas: inout Canvas) {
    let y = frame.midY
    let centre = CanvasPoint(frame.x + Self.lead + Self.markSize / 2, y)
    // The line runs towards its object, so that a tip stands at the object's end.
    canvas.add(
      CanvasLine(
        from: CanvasPoint(centre.x - Self.markSize / 2, y), to: CanvasPoint(frame.x, y),
        stroke: stroke,
        hasTip: !runsRight, style: style))
    canvas.add(
      CanvasMark(mark, at: centre, size: Self.markSize, colour: stroke.colour, style: style)
    )
    let lines = lines(width: frame.width)
    let height = Double(lines.count) * Self.look.lineHeight
    let x = centre.x + Self.markSize / 2 + Self.gap
    canvas.add(
      lines: lines, in: CanvasFrame(x: x, y: y - height / 2, width: 0, height: height),
      look: Self.look)
    var end =
      isWordless
      ? (badges.isEmpty ? x - Self.gap : x) : x + (lines.map(Self.look.width).max() ?? 0) + 5
    if isAssumed, !isWordless {
      let bold = TextStyle(size: Self.look.size, bold: true)
      canvas.add(
        CanvasText(
          "?", at: CanvasPoint(end, y + bold.size * TextMetrics.capitalHeight / 2), look: bold,
          style: AccountabilityStyles.assumed))
      end += signWidth
    }
    for number in badges {
      let badge = Badge(
        String(number), at: CanvasPoint(end, y), style: AccountabilityStyles.badge)
      canvas.add(badge)
      end = badge.frame.maxX + 2
    }
    canvas.add(
      CanvasLine(
        from: CanvasPoint(end, y), to: CanvasPoint(frame.maxX, y), stroke: stroke,
        hasTip: runsRight, style: style))
  }
}

extension LinkDrawing {
  /// The drawing of a line of a diagram of accountability.
  init(_ link: AccountabilityPlan.Link, isWordless: Bool = false) {
    let look = LineLook.of(link.kind)
    self.init(
      words: link.words, stroke: look.stroke, mark: look.mark, style: LineLook.style(link.kind),
      runsRight: link.runsDown, isAssumed: link.isAssumed, badges: link.badges,
      isWordless: isWordless)
  }
}

/// Draws lines between two boxes that stand above one another, side by side, with their words
/// behind them.
struct UpwardLinks {
  let links: [AccountabilityPlan.Link]

  private static let spacing = 10.0

  /// The height they need between the boxes, in points.
  var height: Double { links.isEmpty ? 6 : max(20, Double(links.count) * 12 + 6) }

  /// Draws them between the foot of a box and the head of the one below.
  func draw(in frame: CanvasFrame, on canvas: inout Canvas) {
    let textX = frame.x + 8 + Double(links.count) * Self.spacing
    let top = frame.midY - Double(links.count) * 6
    for (index, link) in links.enumerated() {
      let look = LineLook.of(link.kind)
      let style = LineLook.style(link.kind)
      let x = frame.x + 8 + Double(index) * Self.spacing
      let middle = CanvasPoint(x, top + Double(index) * 12 + 6)
      let ends = [CanvasPoint(x, frame.y), CanvasPoint(x, frame.maxY)]
      canvas.add(
        CanvasLine(
          from: ends[link.runsDown ? 0 : 1], to: ends[link.runsDown ? 1 : 0], stroke: look.stroke,
          hasTip: true, style: style))
      canvas.add(
        CanvasMark(look.mark, at: middle, size: 7, colour: look.stroke.colour, style: style))
      var line = CanvasFrame(x: textX, y: middle.y - 6, width: frame.maxX - textX, height: 12)
      let words = LinkDrawing.look.cut(link.words, width: line.width)
      canvas.add(words, centredIn: line, alignment: .left, look: LinkDrawing.look)
      line.x += LinkDrawing.look.width(words) + 3
      for number in link.badges {
        let badge = Badge(
          String(number), at: CanvasPoint(line.x, middle.y), style: AccountabilityStyles.badge)
        canvas.add(badge)
        line.x = badge.frame.maxX + 2
      }
    }
  }
}
