import Governance

/// A footprint as JSON: schema `footprint`, version 1.
///
/// What is not known is `null`, never zero and never left out.
public struct FootprintDocument: Encodable, Hashable, Sendable {
  /// An ICS in which the provider works.
  public struct System: Encodable, Hashable, Sendable {
    let code: String
    let name: String
    let region: Known<String>
    let role: String
    let services: [String]
    let shareOfICS: Known<Double>
    let shareOfTrust: Known<Double>
    let shareConfidence: Known<String>
    let patientsServed: Known<Double>
    let confidence: String
    let sources: [String]
  }

  /// ICSs at least one of which the provider works in.
  public struct Unresolved: Encodable, Hashable, Sendable {
    let among: [String]
    let role: String
    let services: [String]
    let reason: Known<String>
    let confidence: String
    let source: String
  }

  /// A region in which the provider works.
  public struct Region: Encodable, Hashable, Sendable {
    let code: String
    let name: String
    let icss: [String]
    let shareOfRegion: Known<Double>
    let shareOfTrust: Known<Double>
  }

  /// A place that the provider reaches.
  public struct Place: Encodable, Hashable, Sendable {
    let code: String
    let name: String
    let ics: String
    let ground: String
  }

  /// A body that leads on commissioning the provider.
  public struct Host: Encodable, Hashable, Sendable {
    let lead: String
    let arrangement: String
    let services: [String]
    let associates: [String]
    let confidence: String
  }

  let schema = DocumentSchema(name: "footprint", version: 1)
  let code: String
  let name: String
  let on: String
  let sectors: [String]
  let home: Known<String>
  let homeException: Known<String>
  let homeRegion: Known<String>
  let straddlesRegions: Bool
  let shareBasis: Known<String>
  let effectiveSystems: Known<Double>
  let icsCount: Int
  let leastICSCount: Int
  let localICSCount: Int
  let icss: [System]
  let unresolved: [Unresolved]
  let regions: [Region]
  let places: [Place]
  let icssWithUnknownPlaces: [String]
  let hosts: [Host]
  let buyers: [String]
  let partners: [String]
  let tiedPairs: [[String]]

  /// Makes the document of a footprint.
  ///
  /// - Parameters:
  ///   - footprint: the footprint.
  ///   - atlas: the atlas it was computed from, for names.
  public init(_ footprint: Footprint, in atlas: Atlas) {
    code = footprint.provider.id.text
    name = footprint.provider.name
    on = footprint.date.description
    sectors = footprint.provider.sectors.map(\.rawValue)
    home = Known(footprint.home?.text)
    homeException = Known(footprint.homeException)
    homeRegion = Known(footprint.homeRegion?.text)
    straddlesRegions = footprint.straddlesRegions
    shareBasis = Known(footprint.shareBasis)
    effectiveSystems = Known(footprint.effectiveSystems)
    icsCount = footprint.systems.count
    leastICSCount = footprint.leastSystemCount
    localICSCount = footprint.localSystems.count
    icss = footprint.systems.map { System($0, in: atlas) }
    unresolved = footprint.unresolved.map(Unresolved.init)
    regions = footprint.regions.map { Region($0, in: atlas) }
    places = footprint.places.map {
      Place(
        code: $0.place.text, name: atlas.name(of: $0.place), ics: $0.system.text,
        ground: $0.ground.rawValue)
    }
    icssWithUnknownPlaces = footprint.systemsWithUnknownPlaces.map(\.text)
    hosts = footprint.hosts.map(Host.init)
    buyers = footprint.buyers.map(\.text)
    partners = footprint.partners.map(\.text)
    tiedPairs = footprint.tiedPairs.map { [$0.first.text, $0.second.text] }
  }
}

extension FootprintDocument.System {
  init(_ reach: SystemReach, in atlas: Atlas) {
    code = reach.system.text
    name = atlas.name(of: reach.system)
    region = Known(reach.region?.text)
    role = reach.role.rawValue
    services = reach.services
    shareOfICS = Known(reach.shareOfSystem)
    shareOfTrust = Known(reach.shareOfProvider)
    shareConfidence = Known(reach.shareConfidence?.rawValue)
    patientsServed = Known(reach.patientsServed)
    confidence = reach.confidence.rawValue
    sources = reach.sources
  }
}

extension FootprintDocument.Unresolved {
  init(_ reach: UnresolvedReach) {
    among = reach.among.map(\.text)
    role = reach.role.rawValue
    services = reach.services
    reason = Known(reach.reason)
    confidence = reach.confidence.rawValue
    source = reach.source
  }
}

extension FootprintDocument.Region {
  init(_ reach: RegionReach, in atlas: Atlas) {
    code = reach.region.text
    name = atlas.name(of: reach.region)
    icss = reach.systems.map(\.text)
    shareOfRegion = Known(reach.shareOfRegion)
    shareOfTrust = Known(reach.shareOfProvider)
  }
}

extension FootprintDocument.Host {
  init(_ host: HostReach) {
    lead = host.lead.text
    arrangement = host.arrangement.text
    services = host.services
    associates = host.associates.map(\.text)
    confidence = host.confidence.rawValue
  }
}
