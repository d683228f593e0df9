/// Information that one organisation sends to another, again and again.
public struct InformationReturn: Hashable, Sendable {
  /// The record.
  public var id: String
  /// The content, in whatever form: returns of one family ask for the same.
  public var family: String
  /// Who makes it.
  public var organisation: Code
  /// Who receives it.
  public var recipient: Code
  /// How often a year; `nil` when not known.
  public var timesPerYear: Double?
  /// The functions it is about; empty for all.
  public var functions: [String]
  /// When it holds, who says so, how surely.
  public var provenance: Provenance

  /// Makes a record from its fields.
  public init(
    id: String,
    family: String,
    organisation: Code,
    recipient: Code,
    timesPerYear: Double? = nil,
    functions: [String] = [],
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.family = family
    self.organisation = organisation
    self.recipient = recipient
    self.timesPerYear = timesPerYear
    self.functions = functions
    self.provenance = provenance
  }
}
