import Graphviz

/// Puts head, picture, legend and foot on a page in the room that each of them needs.
struct PageComposer {
  let furniture: PageFurniture
  /// All styles of the view, in the order of the legend.
  let styles: [LegendStyle]
  /// Whether the notes follow the legend and the page ends below them, however short it gets.
  var endsWithContent = false

  /// Composes a page.
  ///
  /// The legend stands below the picture and has whatever the picture uses; since that shows only
  /// once it is drawn, the picture is drawn twice, first to learn the height of the legend.
  ///
  /// - Parameters:
  ///   - page: the size.
  ///   - draw: draws the picture in the frame at hand and returns where it ends.
  func compose(
    on page: DiagramPage, draw: (inout Canvas, CanvasFrame) -> Double
  ) -> Canvas {
    let body = PageFurniture.body(of: page)
    var trial = Canvas(page)
    let top = furniture.drawHead(on: &trial) + 10
    let foot = furniture.footHeight(on: page)
    var room = CanvasFrame(
      x: body.x, y: top, width: body.width, height: body.maxY - foot - 8 - top)
    _ = draw(&trial, room)
    let legendHeight = Legend(of: trial, from: styles, width: body.width).height
    room.height -= legendHeight + 8

    var canvas = Canvas(page)
    _ = furniture.drawHead(on: &canvas)
    let bottom = draw(&canvas, room)
    let legend = Legend(of: canvas, from: styles, width: body.width)
    let lowest = body.maxY - foot - 6 - legend.height
    let legendTop = min(bottom + 16, lowest)
    legend.draw(on: &canvas, at: CanvasPoint(body.x, legendTop))
    guard endsWithContent else {
      furniture.drawFoot(on: &canvas)
      return canvas
    }
    let end = furniture.drawFoot(on: &canvas, from: legendTop + legend.height + 10)
    canvas.cut(at: end + PageFurniture.margin)
    return canvas
  }
}
