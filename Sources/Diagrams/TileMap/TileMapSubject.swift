import Governance

/// Whose reach a tile map shows: the trusts of a sector, or whoever provides a service.
public struct TileMapSubject: Hashable, Sendable {
  enum Choice: Hashable, Sendable {
    case sector(Sector)
    case service(String, title: String?)
  }

  let choice: Choice

  /// The trusts of a sector, and others where they provide what every trust of that sector alone
  /// provides: an integrated trust that runs the ambulance service of an island, say.
  ///
  /// Of a trust of several sectors those ICSs count of whose services one names the sector, or none
  /// names another of its sectors.
  public static func sector(_ sector: Sector) -> TileMapSubject {
    TileMapSubject(choice: .sector(sector))
  }

  /// All providers of a service, whatever their sector.
  ///
  /// - Parameters:
  ///   - name: the service in the words of the register, in any case.
  ///   - title: what to call its providers, "999 ambulance services" for "999"; "Providers of 999"
  ///     if there is none.
  public static func service(_ name: String, title: String? = nil) -> TileMapSubject {
    TileMapSubject(choice: .service(name, title: title))
  }

  /// "Mental health trusts", "Providers of 999".
  var title: String {
    switch choice {
    case .sector(let sector): Words.sentence(Words.sector(sector)) + " trusts"
    case .service(let name, let title): title ?? "Providers of \(name)"
    }
  }

  /// As part of a file name.
  var stem: String {
    switch choice {
    case .sector(let sector): sector.rawValue
    case .service(let name, _):
      String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    }
  }

  /// Whether the reach of a provider into an ICS belongs to the map.
  func includes(_ reach: SystemReach, of provider: Organisation) -> Bool {
    switch choice {
    case .service(let name, _):
      return reach.services.contains { $0.lowercased() == name.lowercased() }
    case .sector(let sector):
      guard provider.sectors.contains(sector) else { return false }
      let services = reach.services.map { $0.lowercased() }
      func names(_ sector: Sector) -> Bool {
        services.contains { $0.contains(Words.sector(sector)) }
      }
      return names(sector) || !provider.sectors.contains { $0 != sector && names($0) }
    }
  }

  /// The services, in lower case, that all trusts of the sector and of no other have in common;
  /// none where there are fewer than two such trusts.
  ///
  /// - Complexity: O(services of all footprints).
  func definingServices(in footprints: [Footprint]) -> Set<String> {
    guard case .sector(let sector) = choice else { return [] }
    let pure = footprints.filter { $0.provider.sectors == [sector] && !$0.systems.isEmpty }
    guard pure.count > 1 else { return [] }
    let services = pure.map { footprint in
      Set(footprint.systems.flatMap(\.services).map { $0.lowercased() })
    }
    return services.dropFirst().reduce(services[0]) { $0.intersection($1) }
  }
}
