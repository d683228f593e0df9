/// How much room the rows of a footprint take and what they say.
struct FootprintRowDensity {
  /// Lines of services at most; none where a row is one line.
  var serviceLines: Int
  var showsPlaces: Bool
  /// Whether the role stands in words below the name, beside its mark.
  var showsRole: Bool
  var nameLook: TextStyle
  var regionLook: TextStyle
  /// Above and below what a row says.
  var padding: Double
  /// Between rows.
  var gap: Double
  /// Between the last row of a region and the name of the next.
  var groupGap: Double

  var isOneLine: Bool { serviceLines == 0 }

  /// From the roomiest to the closest.
  static let all: [FootprintRowDensity] =
    [6, 5, 4, 3, 2].map { full(lines: $0, places: true, role: true) }
    + [4, 3, 2].map { full(lines: $0, places: false, role: true) }
    + [2, 1].map { full(lines: $0, places: false, role: false) }
    + [oneLine(padding: 3, gap: 3, groupGap: 10), oneLine(padding: 2, gap: 2, groupGap: 8)]
    + [oneLine(padding: 1, gap: 0, groupGap: 6), oneLine(padding: 0, gap: 0, groupGap: 2)]

  private static func full(lines: Int, places: Bool, role: Bool) -> FootprintRowDensity {
    FootprintRowDensity(
      serviceLines: lines, showsPlaces: places, showsRole: role,
      nameLook: TextStyle(size: 10, bold: true), regionLook: TextStyle(size: 11, bold: true),
      padding: 3.5, gap: 4, groupGap: 10)
  }

  private static func oneLine(
    padding: Double, gap: Double, groupGap: Double
  ) -> FootprintRowDensity {
    FootprintRowDensity(
      serviceLines: 0, showsPlaces: false, showsRole: false,
      nameLook: TextStyle(size: 9, bold: true), regionLook: TextStyle(size: 10, bold: true),
      padding: padding, gap: gap, groupGap: groupGap)
  }
}
