import Foundation
import Governance

/// An area to be given a tile.
public struct TileSite: Hashable, Sendable {
  /// The area.
  public var code: Code
  /// The group whose tiles should lie together.
  public var group: Code?
  /// The centroid; an area without one gets no tile.
  public var location: Coordinate?

  /// Names an area.
  public init(code: Code, group: Code?, location: Coordinate?) {
    self.code = code
    self.group = group
    self.location = location
  }
}

/// The areas with a centroid, in order of their codes, on a plane.
struct TileSites: Sendable {
  let codes: [Code]
  /// The group of each as a dense number, −1 for none.
  let groups: [Int]
  let groupCount: Int
  /// Kilometres east of the prime meridian and south of the equator, or nearly so.
  let points: [PlanePoint]
  /// Neighbours by position, the lesser index first.
  let neighbours: [(Int, Int)]

  /// - Complexity: O(*n*³), for the neighbours.
  init(_ sites: [TileSite]) {
    let located = sites.filter { $0.location != nil }.sorted { $0.code < $1.code }
    codes = located.map(\.code)
    let names = Set(located.compactMap(\.group)).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    groups = located.map { $0.group.flatMap { numbers[$0] } ?? -1 }
    groupCount = names.count
    points = Self.project(located.compactMap(\.location))
    neighbours = CentroidNeighbours.pairs(of: points)
  }

  /// The equirectangular projection about the middle latitude: over a country the size of England
  /// its distances are right to 3 %.
  private static func project(_ locations: [Coordinate]) -> [PlanePoint] {
    let latitudes = locations.map(\.latitude)
    let middle = ((latitudes.min() ?? 0) + (latitudes.max() ?? 0)) / 2
    let kilometresPerDegree = 111.2
    let narrowing = cos(middle * .pi / 180)
    return locations.map {
      PlanePoint(
        x: $0.longitude * kilometresPerDegree * narrowing,
        y: -$0.latitude * kilometresPerDegree)
    }
  }

  /// Where the tile of each would lie if tiles could overlap, in tile widths and rows.
  ///
  /// Coordinates are blended with their rank, which spreads what is crowded (London) without
  /// losing the shape of the whole. Equal coordinates share their mean rank.
  ///
  /// - Parameters:
  ///   - width: the room in tile widths, between the centres of the outermost tiles.
  ///   - height: the same in rows.
  ///   - rankShare: how much the rank counts, from 0 to 1.
  func targets(width: Double, height: Double, rankShare: Double) -> [PlanePoint] {
    let across = Self.blended(points.map(\.x), rankShare: rankShare)
    let down = Self.blended(points.map(\.y), rankShare: rankShare)
    return zip(across, down).map { PlanePoint(x: $0 * width, y: $1 * height) }
  }

  private static func blended(_ values: [Double], rankShare: Double) -> [Double] {
    guard let least = values.min(), let most = values.max(), most > least else {
      return values.map { _ in 0.5 }
    }
    let sorted = values.sorted()
    let last = Double(values.count - 1)
    return values.map { value in
      let below = sorted.partitioningIndex { $0 >= value }
      let upTo = sorted.partitioningIndex { $0 > value }
      let rank = Double(below + upTo - 1) / 2 / last
      return rankShare * rank + (1 - rankShare) * (value - least) / (most - least)
    }
  }
}

extension Array {
  /// The first index whose element satisfies a condition that, once met, holds for the rest.
  fileprivate func partitioningIndex(where isBeyond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
