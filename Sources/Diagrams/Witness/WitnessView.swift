import Governance
import Graphviz

/// The witness of one finding as a small picture: the bodies that take part and, between them, the
/// very records that raise the question, each with what it says.
///
/// Rows run from left to right, and a body that begins several rows in turn is one tall box. Where
/// records are too many for a page, the rest are in the table.
public struct WitnessView: Sendable {
  private let finding: Finding
  private let index: WitnessIndex

  /// Prepares the picture of a finding.
  ///
  /// - Parameters:
  ///   - finding: the finding.
  ///   - index: the records of the graph that raised it.
  public init(_ finding: Finding, in index: WitnessIndex) {
    self.finding = finding
    self.index = index
  }

  /// The stem of the files of a finding's picture.
  public static func name(_ finding: Finding) -> String { "witness-" + finding.id }

  /// The picture, its words and its table.
  ///
  /// - Complexity: O(*n*²) in the records of the witness.
  public func diagram() -> Diagram {
    let content = WitnessContent(finding, in: index)
    let words = WitnessWords(finding: finding, content: content, index: index)
    let canvas = canvas(content, words)
    return Diagram(
      name: Self.name(finding), title: words.title, alternativeText: words.alternativeText,
      description: words.description, table: words.table, page: canvas.page,
      document: canvas.document, engine: Canvas.engine)
  }

  /// The page with everything on it.
  func canvas() -> Canvas {
    let content = WitnessContent(finding, in: index)
    return canvas(content, WitnessWords(finding: finding, content: content, index: index))
  }

  /// As many rows as fit; the first of them always.
  private func canvas(_ content: WitnessContent, _ words: WitnessWords) -> Canvas {
    let rows = WitnessRows(content).rows
    var shown = rows.count
    while true {
      var fits = true
      let canvas = compose(Array(rows.prefix(shown)), words, left: rows.count - shown, &fits)
      if fits || shown <= 1 { return canvas }
      shown -= max(1, shown / 8)
    }
  }

  private func compose(
    _ rows: [WitnessRows.Row], _ words: WitnessWords, left: Int, _ fits: inout Bool
  ) -> Canvas {
    let furniture = PageFurniture(
      title: words.title, subtitle: words.subtitle, notes: words.notes(left: left))
    let reader = WitnessReader(index: index)
    var ends = true
    let canvas = PageComposer(
      furniture: furniture, styles: WitnessStyles.all, endsWithContent: true
    ).compose(on: .a4Landscape) { canvas, frame in
      let end = WitnessDrawing(
        rows: rows, subjects: Set(finding.subjects), frame: frame,
        name: { Words.drawable(reader.name($0)) }, shape: reader.shape
      ).draw(on: &canvas)
      ends = end <= frame.maxY - 8
      return end
    }
    fits = ends
    return canvas
  }
}
