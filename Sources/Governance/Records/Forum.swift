/// A body that meets.
public struct Forum: Hashable, Sendable {
  /// The code by which everything else refers to it.
  public var id: Code
  /// The kind, as `parameters.csv` names them.
  public var kind: String
  /// The name.
  public var name: String
  /// The organisation whose forum it is.
  public var parent: Code?
  /// The arrangement whose forum it is.
  public var parentArrangement: Code?
  /// The level at which it sits.
  public var level: ForumLevel?
  /// Whether it decides; `nil` when not known.
  public var decisionMaking: Bool?
  /// Whether a statute requires it; `nil` when not known.
  public var statutory: Bool?
  /// The document that gives it its powers.
  public var instrument: String?
  /// Whether it meets in public; `nil` when not known.
  public var meetsInPublic: Bool?
  /// Meetings a year; `nil` when not known.
  public var meetingsPerYear: Double?
  /// Length of a meeting in hours; `nil` when not known.
  public var durationHours: Double?
  /// Number of members; `nil` when not known.
  public var members: Double?
  /// The forum it reports to.
  public var reportsTo: Code?
  /// The functions it is about.
  public var functions: [String]
  /// The services it is about.
  public var services: [String]
  /// When it holds, who says so, how surely.
  public var provenance: Provenance

  /// Makes a record from its fields.
  public init(
    id: Code,
    kind: String,
    name: String,
    parent: Code? = nil,
    parentArrangement: Code? = nil,
    level: ForumLevel? = nil,
    decisionMaking: Bool? = nil,
    statutory: Bool? = nil,
    instrument: String? = nil,
    meetsInPublic: Bool? = nil,
    meetingsPerYear: Double? = nil,
    durationHours: Double? = nil,
    members: Double? = nil,
    reportsTo: Code? = nil,
    functions: [String] = [],
    services: [String] = [],
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.parent = parent
    self.parentArrangement = parentArrangement
    self.level = level
    self.decisionMaking = decisionMaking
    self.statutory = statutory
    self.instrument = instrument
    self.meetsInPublic = meetsInPublic
    self.meetingsPerYear = meetingsPerYear
    self.durationHours = durationHours
    self.members = members
    self.reportsTo = reportsTo
    self.functions = functions
    self.services = services
    self.provenance = provenance
  }
}
