/// Which organisations a rule is about.
public struct OrganisationPattern: Hashable, Sendable {
  /// The kind.
  public var kind: OrganisationKind
  /// The only codes meant; empty for all.
  public var codes: [Code]
  /// At least one of these sectors; empty for any.
  public var sectors: [Sector]
  /// None of these sectors.
  public var withoutSectors: [Sector]
  /// One of these legal forms; empty for any.
  public var legalForms: [LegalForm]

  /// Makes a pattern.
  public init(
    kind: OrganisationKind, codes: [Code] = [], sectors: [Sector] = [],
    withoutSectors: [Sector] = [], legalForms: [LegalForm] = []
  ) {
    self.kind = kind
    self.codes = codes
    self.sectors = sectors
    self.withoutSectors = withoutSectors
    self.legalForms = legalForms
  }

  /// Whether an organisation is meant.
  public func matches(_ organisation: Organisation) -> Bool {
    guard organisation.kind == kind else { return false }
    if !codes.isEmpty, !codes.contains(organisation.id) { return false }
    if !sectors.isEmpty, !organisation.sectors.contains(where: sectors.contains) { return false }
    if organisation.sectors.contains(where: withoutSectors.contains) { return false }
    guard legalForms.isEmpty else {
      return organisation.legalForm.map(legalForms.contains) ?? false
    }
    return true
  }
}
