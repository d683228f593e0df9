import OrderedCollections

/// How much is known, how surely, and what is not known.
public struct DataQuality: Hashable, Sendable {
  /// Records by table and confidence, in the order of `Register.Table`.
  public let tables: OrderedDictionary<Register.Table, ConfidenceCount>
  /// What is not known on the day, in a fixed order; entries with nothing missing are kept.
  public let gaps: [Gap]
  /// Parameters of the load model by where their values come from.
  public let parameters: OrderedDictionary<ParameterProvenance, Int>
  /// How many records rest on each source, by the order of the sources table.
  public let recordsBySource: OrderedDictionary<String, Int>

  /// Records by confidence.
  public struct ConfidenceCount: Hashable, Sendable {
    /// All records of the table.
    public var records = 0
    /// Those in force on the day; for tables without a period, all.
    public var inForce = 0
    /// Those in force, by confidence; empty for tables without one.
    public var byConfidence: [Confidence: Int] = [:]

    mutating func add(inForce: Bool, confidence: Confidence?) {
      records += 1
      guard inForce else { return }
      self.inForce += 1
      if let confidence { byConfidence[confidence, default: 0] += 1 }
    }
  }

  /// Something that is not known of some of the records that could know it.
  public struct Gap: Hashable, Sendable {
    /// What is not known.
    public let subject: Subject
    /// How many are not known.
    public let missing: Int
    /// Of how many.
    public let total: Int
    /// The organisations concerned, by code; empty where the records are not organisations.
    public let organisations: [Code]
  }

  /// What may not be known.
  public enum Subject: String, CaseIterable, Hashable, Sendable {
    /// Registered patients of an ICS.
    case registeredPatients
    /// The region of an ICS.
    case regionOfSystem
    /// The places of an ICS.
    case placesOfSystem
    /// The home ICS of a trust.
    case homeOfTrust
    /// Any ICS of a trust.
    case systemOfTrust
    /// Which of several ICSs a provider works in.
    case resolutionOfReach
    /// The share of an ICS that a provider serves.
    case shareOfSystem
    /// The share of a provider's work in an ICS.
    case shareOfProvider
    /// The services of a provider in an ICS.
    case servicesInSystem
    /// The places that a provider serves in an ICS.
    case placesServed
    /// The lead commissioner of a provider that spans ICSs.
    case leadCommissioner
    /// How often a forum meets.
    case meetingsOfForum
    /// How long a forum meets.
    case durationOfForum
    /// How many sit on a forum.
    case membersOfForum
    /// The share that moved in a split.
    case shareOfSuccession
  }
}

extension Survey {
  /// How much is known, and what is not.
  ///
  /// - Complexity: O(records).
  public func dataQuality() -> DataQuality {
    DataQualityBuilder(survey: self).build()
  }
}
