/// Where a provider works on one day: ICSs, regions and places, with what is known of the shares.
///
/// What is not known is `nil`, never zero.
public struct Footprint: Hashable, Sendable {
  /// The provider.
  public let provider: Organisation
  /// The day.
  public let date: CalendarDate
  /// The ICSs, in geographical order: by region from north to south, then by code within.
  public let systems: [SystemReach]
  /// ICSs in which the provider is known to work without it being known which.
  public let unresolved: [UnresolvedReach]
  /// The regions reached, from north to south.
  public let regions: [RegionReach]
  /// The places reached: those recorded, and those of an ICS that is served as a whole.
  public let places: [PlaceReach]
  /// ICSs of which it is not known which places are served.
  public let systemsWithUnknownPlaces: [Code]
  /// Of what the shares are shares, where any is known.
  public let shareBasis: String?
  /// The ICS the provider belongs to, where recorded.
  public let home: Code?
  /// Why there is no home, where there is none and the register says why.
  public let homeException: String?
  /// The bodies that lead on its commissioning for others.
  public let hosts: [HostReach]
  /// Boards that buy from the provider without evidence of local services there.
  public let buyers: [Code]
  /// The effective number of systems, 1/Σp² over its shares of work; `nil` when the shares do not
  /// determine it.
  public let effectiveSystems: Double?
  /// Other trusts that work in exactly the same ICSs.
  public let partners: [Code]
  /// Pairs of ICSs that the provider ties together, each in code order.
  public let tiedPairs: [SystemPair]

  /// The region of the home ICS.
  public var homeRegion: Code? { systems.first { $0.system == home }?.region }

  /// Whether the provider works in more than one region.
  public var straddlesRegions: Bool { regions.count > 1 }

  /// ICSs with local services, that is without those of specialised services only.
  public var localSystems: [SystemReach] { systems.filter { $0.role != .specialisedOnly } }

  /// The least number of ICSs it can be, counting one for each unresolved reach that no known
  /// reach may satisfy and that shares no candidate with another.
  public var leastSystemCount: Int {
    var taken = Set(systems.map(\.system))
    var count = systems.count
    for reach in unresolved where taken.isDisjoint(with: reach.among) {
      taken.formUnion(reach.among)
      count += 1
    }
    return count
  }

  /// Whether the provider spans ICSs: at least two, of whatever role.
  public var isCrossBoundary: Bool { leastSystemCount > 1 }

  /// Registered patients that the provider serves, where the share of every ICS and its patients
  /// are known.
  public var patientsServed: Double? {
    var total = 0.0
    for reach in systems {
      guard let patients = reach.patientsServed else { return nil }
      total += patients
    }
    return systems.isEmpty ? nil : total
  }
}

/// An ICS in which a provider works.
public struct SystemReach: Hashable, Sendable {
  /// The ICS.
  public let system: Code
  /// The region of the ICS; `nil` when none is recorded.
  public let region: Code?
  /// In what way: the closest of the roles recorded.
  public let role: ServiceRole
  /// The services, in the words of the sources; empty when not known.
  public let services: [String]
  /// Share of the ICS's population that the provider serves, 0 to 1; `nil` when not known.
  public let shareOfSystem: Double?
  /// Share of the provider's own work, 0 to 1; `nil` when not known.
  public let shareOfProvider: Double?
  /// How sure the shares are; `nil` where none is known.
  public let shareConfidence: Confidence?
  /// Shares on another basis than the footprint's.
  public let otherShares: [OtherShare]
  /// Registered patients of the ICS; `nil` when not known.
  public let patients: Double?
  /// How sure it is that the provider works there: as sure as the best record.
  public let confidence: Confidence
  /// The relations that show it, by id.
  public let relations: [String]
  /// The sources of those relations.
  public let sources: [String]

  /// Registered patients that the provider serves in the ICS; `nil` when not known.
  public var patientsServed: Double? {
    guard let shareOfSystem, let patients else { return nil }
    return shareOfSystem * patients
  }
}

/// Shares on another basis than the one chosen for the footprint.
public struct OtherShare: Hashable, Sendable {
  /// Of what it is a share.
  public let basis: String
  /// Share of the ICS, 0 to 1; `nil` when not known.
  public let ofSystem: Double?
  /// Share of the provider, 0 to 1; `nil` when not known.
  public let ofProvider: Double?
}

/// ICSs at least one of which a provider works in.
public struct UnresolvedReach: Hashable, Sendable {
  /// The candidates, in code order.
  public let among: [Code]
  /// In what way.
  public let role: ServiceRole
  /// The services, in the words of the sources.
  public let services: [String]
  /// Why it is not known which, in words.
  public let reason: String?
  /// The relation that says so.
  public let relation: String
  /// Its source.
  public let source: String
  /// How sure it is.
  public let confidence: Confidence
}

/// A region in which a provider works.
public struct RegionReach: Hashable, Sendable {
  /// The region.
  public let region: Code
  /// The ICSs of the region in which the provider works.
  public let systems: [Code]
  /// Share of the region's registered patients that the provider serves; `nil` when not known.
  public let shareOfRegion: Double?
  /// Share of the provider's own work; `nil` when not known.
  public let shareOfProvider: Double?
}

/// A place that a provider reaches.
public struct PlaceReach: Hashable, Sendable {
  /// What the statement rests on.
  public enum Ground: String, Hashable, Sendable {
    /// A relation names the place, as its object or among its areas.
    case recorded
    /// The provider serves the whole ICS, to within one per cent.
    case wholeSystem
  }

  /// The place.
  public let place: Code
  /// The ICS in which it lies.
  public let system: Code
  /// What the statement rests on.
  public let ground: Ground
}

/// A body that leads on commissioning a provider for others.
public struct HostReach: Hashable, Sendable {
  /// The lead.
  public let lead: Code
  /// The arrangement.
  public let arrangement: Code
  /// The services it covers.
  public let services: [String]
  /// The associates for which it leads, in code order.
  public let associates: [Code]
  /// How sure it is: no surer than the weakest record.
  public let confidence: Confidence
}

/// Two ICSs, the lesser code first.
public struct SystemPair: Hashable, Comparable, Sendable {
  /// The lesser code.
  public let first: Code
  /// The greater code.
  public let second: Code

  /// Makes a pair of two codes in any order.
  public init(_ one: Code, _ other: Code) {
    first = min(one, other)
    second = max(one, other)
  }

  /// Orders by the first, then by the second.
  public static func < (left: SystemPair, right: SystemPair) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}
