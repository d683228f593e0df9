/// Anything with an identity: a national body, a region, an ICS, a place, a trust and so on.
public struct Organisation: Hashable, Sendable {
  /// The code by which everything else refers to it.
  public var id: Code
  /// What it is.
  public var kind: OrganisationKind
  /// The full name.
  public var name: String
  /// A name of at most 24 characters, for tight spots.
  public var shortName: String?
  /// The sectors of a trust, in the order of `Sector`.
  public var sectors: [Sector]
  /// The legal form, where known.
  public var legalForm: LegalForm?
  /// The code of the Office for National Statistics.
  public var onsCode: String?
  /// The postcode of the headquarters.
  public var postcode: String?
  /// Headquarters of a provider; population-weighted centroid of an ICS.
  public var location: Coordinate?
  /// Why a trust has no home ICS, or a place not exactly one ICS.
  public var exception: String?
  /// When it holds, who says so, how surely.
  public var provenance: Provenance

  /// Makes a record from its fields.
  public init(
    id: Code,
    kind: OrganisationKind,
    name: String,
    shortName: String? = nil,
    sectors: [Sector] = [],
    legalForm: LegalForm? = nil,
    onsCode: String? = nil,
    postcode: String? = nil,
    location: Coordinate? = nil,
    exception: String? = nil,
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.shortName = shortName
    self.sectors = sectors
    self.legalForm = legalForm
    self.onsCode = onsCode
    self.postcode = postcode
    self.location = location
    self.exception = exception
    self.provenance = provenance
  }
}
