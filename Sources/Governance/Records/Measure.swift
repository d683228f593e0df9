/// A dated figure about an organisation.
public struct Measure: Hashable, Sendable {
  /// The record.
  public var id: String
  /// What it is a figure of.
  public var organisation: Code
  /// What is measured.
  public var kind: MeasureKind
  /// The figure, in `unit`.
  public var value: Double
  /// The unit.
  public var unit: String
  /// When it holds, who says so, how surely.
  public var provenance: Provenance

  /// Makes a record from its fields.
  public init(
    id: String,
    organisation: Code,
    kind: MeasureKind,
    value: Double,
    unit: String,
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.organisation = organisation
    self.kind = kind
    self.value = value
    self.unit = unit
    self.provenance = provenance
  }
}
