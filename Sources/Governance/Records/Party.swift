/// The part that one organisation plays in an arrangement.
public struct Party: Hashable, Sendable {
  /// The record.
  public var id: String
  /// The arrangement.
  public var arrangement: Code
  /// The organisation.
  public var organisation: Code
  /// Its part.
  public var role: PartyRole
  /// When it holds, who says so, how surely.
  public var provenance: Provenance

  /// Makes a record from its fields.
  public init(
    id: String,
    arrangement: Code,
    organisation: Code,
    role: PartyRole,
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.arrangement = arrangement
    self.organisation = organisation
    self.role = role
    self.provenance = provenance
  }
}
