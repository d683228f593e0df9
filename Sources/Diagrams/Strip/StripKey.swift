import Graphviz

/// What the column numbers stand for: names by region, set in columns of their own.
struct StripKey {
  private struct Line {
    var number: String?
    var text: String
  }

  private static let look = TextStyle(size: 9)
  private static let headLook = TextStyle(size: 9, bold: true)
  private static let numberWidth = 15.0
  private static let gap = 12.0

  private let columns: [[Line]]
  private let width: Double

  /// Sets the key of a strip.
  ///
  /// Takes as many columns as give the least height while the names still fit on a line; a region
  /// goes on in the next column where it must.
  ///
  /// - Parameters:
  ///   - regions: the regions with their columns.
  ///   - width: the width at hand in points.
  init(_ regions: [StripContent.Region], width: Double) {
    let all = regions.flatMap(\.columns)
    let names = all.map { Self.look.width($0.shortName) }.max() ?? 0
    let least = Self.numberWidth + min(max(names, 80), 150)
    let count = max(1, Int((width + Self.gap) / (least + Self.gap)))
    let columnWidth = (width - Double(count - 1) * Self.gap) / Double(count)
    let room = columnWidth - Self.numberWidth
    columns = Self.balanced(
      regions.map { region in
        let head = Self.headLook.cut(region.name, width: columnWidth)
        return [Line(number: nil, text: head)]
          + region.columns.map { column in
            let fits = Self.look.width(column.name) <= room
            let name = fits ? column.name : Self.look.cut(column.shortName, width: room)
            return Line(number: String(column.number), text: name)
          }
      }, into: count)
    self.width = columnWidth
  }

  /// Its height in points.
  var height: Double { Double(columns.map(\.count).max() ?? 0) * Self.look.lineHeight }

  /// Draws it from its top left corner.
  func draw(on canvas: inout Canvas, at origin: CanvasPoint) {
    for (index, column) in columns.enumerated() {
      var frame = CanvasFrame(
        x: origin.x + Double(index) * (width + Self.gap), y: origin.y, width: width, height: 0)
      for line in column {
        if let number = line.number {
          var left = frame
          left.width = Self.numberWidth - 4
          canvas.add(lines: [number], in: left, alignment: .right, look: Self.headLook)
          var right = frame
          right.x += Self.numberWidth
          canvas.add(lines: [line.text], in: right, look: Self.look)
        } else {
          canvas.add(lines: [line.text], in: frame, look: Self.headLook)
        }
        frame.y += Self.look.lineHeight
      }
    }
  }

  /// The least height at which the lines go into so many columns, no heading near the foot of one.
  private static func balanced(_ regions: [[Line]], into count: Int) -> [[Line]] {
    let total = regions.reduce(0) { $0 + $1.count }
    var height = max(2, (total + count - 1) / count)
    while true {
      let columns = flowed(regions, height: height)
      if columns.count <= count { return columns }
      height += 1
    }
  }

  private static func flowed(_ regions: [[Line]], height: Int) -> [[Line]] {
    var columns: [[Line]] = [[]]
    for region in regions {
      for (index, line) in region.enumerated() {
        let needed = index == 0 ? min(3, region.count) : 1
        if columns[columns.count - 1].count + needed > height { columns.append([]) }
        columns[columns.count - 1].append(line)
      }
    }
    return columns
  }
}
