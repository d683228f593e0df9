import DataPackage
import Governance
import Graphs
import Testing

@testable import Diagrams

/// England and made-up areas for the tests of tile maps.
enum TileMapFixtures {
  /// England on one day, with tiles; computed once.
  struct England: Sendable {
    let atlas: Atlas
    let footprints: [Footprint]
    let assignment: TileAssignment
  }

  static let before = CalendarDate(year: 2026, month: 3, day: 31)
  static let after = CalendarDate(year: 2026, month: 4, day: 1)

  private static let register: Register? = Dataset.england.folder.flatMap {
    PackageLoader().load(folder: $0.path).register
  }
  private static let england: [CalendarDate: England] = {
    guard let register else { return [:] }
    var days: [CalendarDate: England] = [:]
    var first: TileAssignment?
    for date in [before, after].compactMap({ $0 }) {
      let atlas = Atlas(register, on: date)
      let assignment = TileAssignment(atlas, model: first)
      days[date] = England(
        atlas: atlas, footprints: atlas.footprints(), assignment: assignment)
      first = first ?? assignment
    }
    return days
  }()

  static func england(on date: CalendarDate?) throws -> England {
    let day = try #require(date)
    return try #require(england[day])
  }

  /// Areas strewn at random over a country, in groups by latitude.
  static func strewn(_ count: Int, groups: Int, seed: UInt64) -> [TileSite] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { number in
      let latitude = 50 + Double(random.next(below: 5_000)) / 1_000
      let longitude = -5 + Double(random.next(below: 6_000)) / 1_000
      let group = min(groups - 1, Int((latitude - 50) / 5 * Double(groups)))
      return TileSite(
        code: Code("S\(number)"), group: Code("G\(group)"),
        location: Coordinate(latitude: latitude, longitude: longitude))
    }
  }

  /// Settings that try less hard than those by default, for laws that hold of any plan.
  static func quick(_ sites: [TileSite]) -> TileAssignment.Settings {
    var settings = TileAssignment.Settings(for: sites)
    settings.starts = 1
    settings.steps = 400
    return settings
  }
}
