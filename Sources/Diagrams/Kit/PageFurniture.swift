import Graphviz

/// The title at the head of a page and the notes at its foot.
public struct PageFurniture: Hashable, Sendable {
  /// Blank edge of a page in points.
  public static let margin = 34.0
  /// The look of titles.
  public static let titleLook = TextStyle(size: 16, bold: true, colour: Palette.darkBlue)
  /// The look of what stands below a title.
  public static let subtitleLook = TextStyle(size: 10.5)
  /// The look of notes at the foot.
  public static let noteLook = TextStyle(size: 9, colour: Palette.darkGrey)

  /// The title.
  public var title: String
  /// What is said below it, in sentences, the date in words.
  public var subtitle: String
  /// Notes at the foot, each beginning a line.
  public var notes: [String]

  /// Makes the furniture of a page.
  public init(title: String, subtitle: String, notes: [String] = []) {
    self.title = title
    self.subtitle = subtitle
    self.notes = notes
  }

  /// Draws the title block.
  ///
  /// - Returns: where the block ends, in points from the top.
  public func drawHead(on canvas: inout Canvas) -> Double {
    var frame = Self.body(of: canvas.page)
    frame.y = canvas.add(
      lines: Self.titleLook.wrap(title, width: frame.width, maxLines: 2), in: frame,
      look: Self.titleLook)
    frame.y += 2
    return canvas.add(
      lines: Self.subtitleLook.wrap(subtitle, width: frame.width, maxLines: 4, evenly: false),
      in: frame,
      look: Self.subtitleLook)
  }

  /// Height of the notes in points.
  public func footHeight(on page: DiagramPage) -> Double {
    Double(noteLines(page).count) * Self.noteLook.lineHeight
  }

  /// Draws the notes at the foot of the page, or higher up.
  ///
  /// - Parameters:
  ///   - canvas: the page.
  ///   - top: where they begin at the lowest, in points from the top; where there is less room
  ///     below than they need, they end with the page.
  /// - Returns: where they end, in points from the top.
  @discardableResult
  public func drawFoot(on canvas: inout Canvas, from top: Double = .infinity) -> Double {
    var frame = Self.body(of: canvas.page)
    frame.y = min(top, frame.maxY - footHeight(on: canvas.page))
    return canvas.add(lines: noteLines(canvas.page), in: frame, look: Self.noteLook)
  }

  /// The page without its blank edges.
  public static func body(of page: DiagramPage) -> CanvasFrame {
    CanvasFrame(x: 0, y: 0, width: page.width, height: page.height).inset(by: margin)
  }

  private func noteLines(_ page: DiagramPage) -> [String] {
    let width = Self.body(of: page).width
    return notes.filter { !$0.isEmpty }.flatMap {
      Self.noteLook.wrap($0, width: width, maxLines: 3, evenly: false)
    }
  }
}
