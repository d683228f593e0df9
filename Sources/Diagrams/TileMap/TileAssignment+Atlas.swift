import Governance

extension TileAssignment {
  /// The tiles of the ICSs of a day.
  ///
  /// All days follow the tiles of the first state of the register, so that maps of two days, or of
  /// a day and of a scenario, look alike where nothing changed. With that first state the cost is
  /// that of two assignments.
  ///
  /// - Parameters:
  ///   - atlas: the day.
  ///   - geography: the geography of this atlas, when at hand; computed otherwise.
  ///   - model: the tiles of the first state, when at hand; computed otherwise.
  public init(_ atlas: Atlas, geography: Geography? = nil, model: TileAssignment? = nil) {
    let sites = TileSite.sites(of: atlas, geography ?? Geography(atlas))
    let codes = Set(sites.map(\.code))
    let model = model ?? Self.model(for: sites, in: atlas.register)
    // A model of which little is left is none, nor is one of the same areas needed.
    let common = model.map { Set($0.cells.keys).intersection(codes).count } ?? 0
    let isUseful = model.map { common * 2 >= $0.cells.count } ?? false
    self.init(sites, following: isUseful ? model : nil)
  }

  /// The tiles of the first state, unless that is the state in question.
  private static func model(for sites: [TileSite], in register: Register) -> TileAssignment? {
    guard let first = firstState(of: register) else { return nil }
    let before = TileSite.sites(of: first, Geography(first))
    return before == sites ? nil : TileAssignment(before)
  }

  /// The atlas of the first day on which a known period of an ICS begins.
  private static func firstState(of register: Register) -> Atlas? {
    register.organisations.lazy.filter { $0.kind == .ics }
      .compactMap(\.provenance.period.from).min()
      .map { Atlas(register, on: $0) }
  }
}

extension TileSite {
  /// The ICSs of a day, grouped by region.
  static func sites(of atlas: Atlas, _ geography: Geography) -> [TileSite] {
    atlas.organisations(of: .ics).map {
      TileSite(code: $0.id, group: geography.region(of: $0.id), location: $0.location)
    }
  }
}
