import Governance
import Graphviz

/// Trusts and the ICSs in which they work, as a table of marks: trusts down, ICSs
/// across by region from north to south, ordered so that the diagonal shows.
///
/// A linear diagram of this kind shows sets that overlap without drawing any of them inside
/// another (Rodgers, Stapleton and Chapman 2015).
public struct StripView: Sendable {
  private let subject: StripSubject
  private let footprints: [Footprint]
  private let atlas: Atlas
  private let geography: Geography
  private let spansAtLeast: Int

  /// Prepares the strip of a sector.
  ///
  /// - Parameters:
  ///   - sector: the sector; a trust of several is in the strip of each.
  ///   - footprints: footprints of the day; those of other sectors are passed over.
  ///   - atlas: the atlas from which they were computed, for names.
  ///   - geography: the geography of this atlas, when at hand; computed otherwise.
  ///   - spansAtLeast: the least number of ICSs of a trust that has a row.
  public init(
    sector: Sector, footprints: [Footprint], in atlas: Atlas, geography: Geography? = nil,
    spansAtLeast: Int = 1
  ) {
    self.init(
      .sector(sector), footprints: footprints, in: atlas, geography: geography,
      spansAtLeast: spansAtLeast)
  }

  /// Prepares a strip.
  ///
  /// - Parameters:
  ///   - subject: who has a row.
  ///   - footprints: footprints of the day; those that do not belong are passed over.
  ///   - atlas: the atlas from which they were computed, for names.
  ///   - geography: the geography of this atlas, when at hand; computed otherwise.
  ///   - spansAtLeast: the least number of ICSs of a trust that has a row.
  public init(
    _ subject: StripSubject, footprints: [Footprint], in atlas: Atlas, geography: Geography? = nil,
    spansAtLeast: Int = 1
  ) {
    self.subject = subject
    self.footprints = footprints
    self.atlas = atlas
    self.geography = geography ?? Geography(atlas)
    self.spansAtLeast = spansAtLeast
  }

  /// One picture a page; none if no trust has a row.
  ///
  /// - Complexity: O(trusts × ICSs).
  public func diagrams() -> [Diagram] {
    pages().map { page in
      let words = page.words
      let suffix = words.pages > 1 ? "-\(words.page)" : ""
      return Diagram(
        name: "strip-\(subject.stem)\(suffix)", title: words.title,
        alternativeText: words.alternativeText, description: words.description,
        table: words.table, page: page.canvas.page, document: page.canvas.document,
        engine: Canvas.engine)
    }
  }

  /// A page with what is said of it.
  struct Page {
    var canvas: Canvas
    var words: StripWords
  }

  func pages() -> [Page] {
    let content = StripContent(
      subject: subject, footprints: footprints, atlas: atlas, geography: geography,
      spansAtLeast: spansAtLeast)
    guard !content.rows.isEmpty else { return [] }
    // The head and foot of a page, and with them its room, hardly depend on which rows it has.
    let capacity = compose(content, content.rows, page: 1, of: 2).capacity
    let count = (content.rows.count + capacity - 1) / capacity
    let size = (content.rows.count + count - 1) / count
    return (0..<count).map { index in
      let rows = Array(content.rows.dropFirst(index * size).prefix(size))
      let page = compose(content, rows, page: index + 1, of: count)
      return Page(canvas: page.canvas, words: page.words)
    }
  }

  private func compose(
    _ content: StripContent, _ rows: [StripContent.Row], page: Int, of pages: Int
  ) -> (canvas: Canvas, words: StripWords, capacity: Int) {
    let words = StripWords(content: content, rows: rows, page: page, pages: pages, atlas: atlas)
    let furniture = PageFurniture(
      title: words.title, subtitle: words.subtitle, notes: words.notes)
    let key = StripKey(
      content.regions, width: PageFurniture.body(of: .a4Landscape).width)
    var capacity = 1
    let composer = PageComposer(furniture: furniture, styles: StripStyles.all)
    let canvas = composer.compose(on: .a4Landscape) { canvas, frame in
      var grid = frame
      grid.height -= key.height + 8
      let layout = StripLayout(content: content, frame: grid)
      capacity = layout.capacity
      let bottom = layout.draw(rows, on: &canvas)
      key.draw(on: &canvas, at: CanvasPoint(frame.x, bottom + 8))
      return bottom + 8 + key.height
    }
    return (canvas, words, capacity)
  }
}
