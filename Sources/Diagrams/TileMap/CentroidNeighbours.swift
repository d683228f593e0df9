/// Which of a set of points are neighbours, judged by their positions alone.
///
/// The Gabriel graph: two points are neighbours if no third lies in the disc of which they are the
/// ends of a diameter (K. R. Gabriel and R. R. Sokal, "A new statistical approach to geographic
/// variation analysis", Systematic Zoology 18 (1969), 259–278). It is connected, and a part of the
/// Delaunay triangulation without its long outer edges, which for areas known by their centroids
/// only would join the two ends of a bay. Points at one position are neighbours.
enum CentroidNeighbours {
  /// The pairs of neighbours, the lesser index first, in order.
  ///
  /// - Complexity: O(*n*³), which for some hundreds of points is a few milliseconds.
  ///
  /// - Parameter points: positions in any plane unit.
  static func pairs(of points: [PlanePoint]) -> [(Int, Int)] {
    var pairs: [(Int, Int)] = []
    for one in points.indices {
      for other in points.indices.dropFirst(one + 1) {
        let reach = points[one].squaredDistance(to: points[other])
        let isParted = points.indices.contains { third in
          third != one && third != other
            && points[third].squaredDistance(to: points[one])
              + points[third].squaredDistance(to: points[other]) < reach
        }
        if !isParted { pairs.append((one, other)) }
      }
    }
    return pairs
  }
}

/// A point in a plane, x to the east and y to the south.
struct PlanePoint: Hashable, Sendable {
  var x: Double
  var y: Double

  func squaredDistance(to other: PlanePoint) -> Double {
    let (width, height) = (x - other.x, y - other.y)
    return width * width + height * height
  }
}
