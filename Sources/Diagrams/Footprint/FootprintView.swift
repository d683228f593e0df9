import Governance

/// The footprint of one provider as a picture: the provider a bar that spans the ICSs it serves.
///
/// Few ICSs are cards side by side below the bar on a page on its side; more are rows beside the
/// bar on an upright page. No ICS is drawn inside the provider or the provider inside an ICS.
public struct FootprintView: Sendable {
  private let footprint: Footprint
  private let atlas: Atlas

  /// Prepares the picture of a footprint.
  ///
  /// - Parameters:
  ///   - footprint: the footprint.
  ///   - atlas: the atlas from which it was computed, for names.
  public init(_ footprint: Footprint, in atlas: Atlas) {
    self.footprint = footprint
    self.atlas = atlas
  }

  /// The picture, its words and its table.
  ///
  /// - Complexity: O(*n*²) in the number of ICSs and the length of their texts.
  public func diagram() -> Diagram {
    let words = FootprintWords(footprint: footprint, atlas: atlas)
    let canvas = canvas()
    return Diagram(
      name: "footprint-" + Self.stem(footprint.provider.id), title: words.title,
      alternativeText: words.alternativeText, description: words.description, table: words.table,
      page: canvas.page, document: canvas.document, engine: Canvas.engine)
  }

  /// The page with everything on it.
  func canvas() -> Canvas {
    let content = FootprintContent(footprint, in: atlas)
    let upright = content.cards.count > FootprintColumns.capacity
    let styles = FootprintStyles.all(nouns: content.nouns, lineScale: content.lineScale)
    let words = FootprintWords(footprint: footprint, atlas: atlas)
    let furniture = PageFurniture(
      title: words.title, subtitle: words.subtitle, notes: words.notes)
    return PageComposer(furniture: furniture, styles: styles, endsWithContent: true)
      .compose(on: upright ? .a4Portrait : .a4Landscape) { canvas, frame in
        upright
          ? FootprintRows(content: content, frame: frame).draw(on: &canvas)
          : FootprintColumns(content: content, frame: frame).draw(on: &canvas)
      }
  }

  /// A code as part of a file name.
  static func stem(_ code: Code) -> String {
    String(code.text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }
}
