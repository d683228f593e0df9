/// Where there is room between things on a page.
enum EmptyRectangles {
  /// The empty rectangles that lie in no larger one, from north to south, then from west to east.
  ///
  /// - Complexity: O(*k*³) for *k* things.
  ///
  /// - Parameters:
  ///   - obstacles: what is in the way.
  ///   - room: where rectangles may lie.
  ///   - narrowest: narrower ones are of no use, in points.
  static func maximal(
    between obstacles: [CanvasFrame], in room: CanvasFrame, narrowest: Double
  ) -> [CanvasFrame] {
    // A rectangle that cannot grow ends at the room or at an obstacle on either side.
    func within(_ edges: [Double]) -> [Double] {
      Set(edges.filter { $0 >= room.x && $0 <= room.maxX }).sorted()
    }
    let wests = within([room.x] + obstacles.map(\.maxX))
    let easts = within([room.maxX] + obstacles.map(\.x))
    let sorted = obstacles.sorted { ($0.y, $0.x) < ($1.y, $1.x) }
    var found: [CanvasFrame] = []
    for west in wests {
      for east in easts where east - west >= narrowest {
        let strip = CanvasFrame(x: west, y: room.y, width: east - west, height: room.height)
        var top = room.y
        for block in sorted where block.overlaps(strip) {
          add(from: top, to: block.y, in: strip, &found)
          top = max(top, block.maxY)
        }
        add(from: top, to: room.maxY, in: strip, &found)
      }
    }
    let unique = Set(found)
    return unique.filter { gap in !unique.contains { $0 != gap && $0.contains(gap) } }
      .sorted { ($0.y, $0.x, $0.width) < ($1.y, $1.x, $1.width) }
  }

  /// The least height worth keeping, in points.
  private static let lowest = 24.0

  private static func add(
    from top: Double, to bottom: Double, in strip: CanvasFrame, _ found: inout [CanvasFrame]
  ) {
    guard bottom - top >= lowest else { return }
    found.append(CanvasFrame(x: strip.x, y: top, width: strip.width, height: bottom - top))
  }
}
