import Governance
import Graphviz

/// A map without geography: each ICS a tile that lies near its neighbours, with the providers of a
/// sector or a service that cover it.
///
/// Where shares are known each tile has a bar of them, and its providers patterns that differ from
/// those of all providers they touch; otherwise the shade says how many there are. Providers are
/// told apart by signs, which the key explains, not by colours.
public struct TileMapView: Sendable {
  private let content: TileMapContent
  private let assignment: TileAssignment
  private let register: Register

  /// Prepares a tile map.
  ///
  /// - Parameters:
  ///   - subject: whose reach to show.
  ///   - atlas: the day.
  ///   - footprints: the footprints of that day; see `Atlas.footprints()`.
  ///   - assignment: the tiles, when at hand: they are the same for all subjects of a day.
  /// - Complexity: O(reaches), after the assignment.
  public init(
    _ subject: TileMapSubject, in atlas: Atlas, footprints: [Footprint],
    assignment: TileAssignment? = nil
  ) {
    let geography = Geography(atlas)
    content = TileMapContent(
      subject, atlas: atlas, geography: geography, footprints: footprints)
    self.assignment = assignment ?? TileAssignment(atlas, geography: geography)
    register = atlas.register
  }

  /// The picture, its words and its table.
  public func diagram() -> Diagram { diagram(on: canvas()) }

  /// The same with a page drawn before.
  func diagram(on canvas: Canvas) -> Diagram {
    let words = words
    return Diagram(
      name: "tilemap-\(content.subject.stem)", title: words.title,
      alternativeText: words.alternativeText, description: words.description, table: words.table,
      page: canvas.page, document: canvas.document, engine: Canvas.engine)
  }

  private var words: TileMapWords {
    TileMapWords(content: content, fit: assignment.fit, register: register)
  }

  /// Two rows of the legend and the gap above it, in points.
  private static let usualLegendHeight = 38.0

  /// The page with everything on it.
  func canvas() -> Canvas {
    let words = words
    let furniture = PageFurniture(
      title: words.title, subtitle: words.subtitle, notes: words.notes)
    let styles = TileMapStyles.all(shareBasis: content.hasShares ? content.shareBasis : nil)
    var isTrial = true
    return PageComposer(furniture: furniture, styles: styles).compose(on: .a4Portrait) {
      canvas, frame in
      // The trial learns the styles of the legend: it must not have more room than the final map,
      // or "+2 more" might be missing from them.
      var room = frame
      if isTrial { room.height -= Self.usualLegendHeight }
      isTrial = false
      let drawing = TileMapDrawing(content: content, assignment: assignment, frame: room)
      drawing.draw(on: &canvas)
      return frame.maxY
    }
  }
}
