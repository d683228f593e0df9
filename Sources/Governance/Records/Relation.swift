/// A dated line between two organisations: subject, kind, object.
public struct Relation: Hashable, Sendable {
  /// The record.
  public var id: String
  /// The kind of line.
  public var kind: RelationKind
  /// Where the line starts.
  public var subject: Code
  /// Where it ends; `nil` when only candidates are known.
  public var object: Code?
  /// Candidates, at least one of which is the object, when it is not known which.
  public var objectAmong: [Code]
  /// For `serves`: in what way.
  public var role: ServiceRole?
  /// The functions the line is about; empty for all.
  public var functions: [String]
  /// The services the line is about, in the words of the source.
  ///
  /// Empty means all of them for lines of oversight, accountability, intervention, funding and
  /// escalation, and not known for lines that serve and commission.
  public var services: [String]
  /// Places or local authorities to which the line is limited; empty for none.
  public var areas: [Code]
  /// What the line rests on.
  public var basis: Basis?
  /// How binding it is.
  public var strength: Strength?
  /// Share of the object, 0 to 1; `nil` when not known.
  public var shareOfObject: Double?
  /// Share of the subject, 0 to 1; `nil` when not known.
  public var shareOfSubject: Double?
  /// Of what the shares are shares.
  public var shareBasis: String?
  /// The document that creates the line.
  public var instrument: String?
  /// When it holds, who says so, how surely.
  public var provenance: Provenance

  /// Makes a record from its fields.
  public init(
    id: String,
    kind: RelationKind,
    subject: Code,
    object: Code? = nil,
    objectAmong: [Code] = [],
    role: ServiceRole? = nil,
    functions: [String] = [],
    services: [String] = [],
    areas: [Code] = [],
    basis: Basis? = nil,
    strength: Strength? = nil,
    shareOfObject: Double? = nil,
    shareOfSubject: Double? = nil,
    shareBasis: String? = nil,
    instrument: String? = nil,
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.kind = kind
    self.subject = subject
    self.object = object
    self.objectAmong = objectAmong
    self.role = role
    self.functions = functions
    self.services = services
    self.areas = areas
    self.basis = basis
    self.strength = strength
    self.shareOfObject = shareOfObject
    self.shareOfSubject = shareOfSubject
    self.shareBasis = shareBasis
    self.instrument = instrument
    self.provenance = provenance
  }
}
