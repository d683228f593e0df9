import Governance

/// What a strip says, before anything has a place on a page: trusts down, ICSs across.
struct StripContent {
  /// A region and its ICSs, numbered from the left.
  struct Region {
    var name: String
    var columns: [Column]
  }

  struct Column {
    var number: Int
    var system: Code
    /// The name in full and for tight spots.
    var name: String
    var shortName: String
  }

  /// A cell that is not empty.
  enum Cell: Hashable {
    case known(ServiceRole, Confidence)
    /// One of several ICSs, at least one of which it is.
    case candidate
  }

  struct Row {
    var footprint: Footprint
    /// The name without its legal form, and for tight spots.
    var name: String
    var shortName: String
    var cells: [Code: Cell]
    /// ICSs with local services, and all; the least where some are not known.
    var local: Int
    var all: Int
    var localIsLeast: Bool
    var allIsLeast: Bool { !footprint.unresolved.isEmpty }
  }

  let subject: StripSubject
  let date: CalendarDate
  let regions: [Region]
  let rows: [Row]
  /// All providers of the subject, whether they have a row or not.
  let trusts: Int
  let spansAtLeast: Int

  var columns: [Column] { regions.flatMap(\.columns) }

  init(
    subject: StripSubject, footprints: [Footprint], atlas: Atlas, geography: Geography,
    spansAtLeast: Int
  ) {
    self.subject = subject
    self.spansAtLeast = spansAtLeast
    date = atlas.date
    regions = Self.regions(atlas, geography)
    let own = footprints.filter(subject.includes)
    trusts = own.count
    let rank = Dictionary(
      uniqueKeysWithValues: geography.systems.enumerated().map { ($1, $0) })
    rows = own.filter { $0.leastSystemCount >= spansAtLeast }
      .map { Self.row($0, atlas) }
      .sorted { Self.key($0, rank) < Self.key($1, rank) }
  }

  /// The place of the home, then of the first ICS, then the code: so that the diagonal shows.
  private static func key(_ row: Row, _ rank: [Code: Int]) -> (Int, Int, Code) {
    let places = row.cells.keys.compactMap { rank[$0] }
    let first = places.min() ?? .max
    let home = row.footprint.home.flatMap { rank[$0] } ?? first
    return (home, first, row.footprint.provider.id)
  }

  private static func regions(_ atlas: Atlas, _ geography: Geography) -> [Region] {
    var number = 0
    func column(_ system: Code) -> Column {
      number += 1
      let name = Words.systemName(atlas.name(of: system))
      return Column(
        number: number, system: system, name: name,
        shortName: atlas.organisation(system)?.shortName ?? name)
    }
    var regions = geography.regions.map { region in
      Region(name: atlas.name(of: region), columns: geography.systems(of: region).map(column))
    }
    let rest = geography.systems.filter { geography.region(of: $0) == nil }
    regions.append(Region(name: "No region recorded", columns: rest.map(column)))
    return regions.filter { !$0.columns.isEmpty }
  }

  private static func row(_ footprint: Footprint, _ atlas: Atlas) -> Row {
    var cells: [Code: Cell] = [:]
    for reach in footprint.unresolved {
      for system in reach.among { cells[system] = .candidate }
    }
    for reach in footprint.systems { cells[reach.system] = .known(reach.role, reach.confidence) }
    let name = Words.plainName(footprint.provider.name)
    let open = footprint.unresolved.filter { $0.role != .specialisedOnly }
    return Row(
      footprint: footprint, name: name, shortName: footprint.provider.shortName ?? name,
      cells: cells,
      local: least(footprint.localSystems.map(\.system), open.map(\.among)),
      all: footprint.leastSystemCount, localIsLeast: !open.isEmpty)
  }

  /// The least number of ICSs: the known ones, and one for every set of candidates apart.
  private static func least(_ known: [Code], _ open: [[Code]]) -> Int {
    var taken = Set(known)
    var count = taken.count
    for among in open where taken.isDisjoint(with: among) {
      taken.formUnion(among)
      count += 1
    }
    return count
  }
}
