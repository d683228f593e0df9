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
  public init(_ atlas: Atlas, geography: Geography? = nil) {
    let sites = TileSite.sites(of: atlas, geography ?? Geography(atlas))
    let model = Self.firstState(of: atlas.register).flatMap { first -> TileAssignment? in
      let before = TileSite.sites(of: first, Geography(first))
      let common = Set(before.map(\.code)).intersection(sites.map(\.code))
      // A first state of which little is left is no model.
      guard before != sites, common.count * 2 >= before.count else { return nil }
      return TileAssignment(before)
    }
    self.init(sites, following: model)
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
