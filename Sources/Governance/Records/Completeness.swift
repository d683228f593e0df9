/// What is known whole: on these days the records of an aspect of a subject are all there are.
///
/// Without such a statement an absence is not known, which is not a no.
public struct Completeness: Hashable, Sendable {
  /// The record.
  public var id: String
  /// The organisation, arrangement or forum.
  public var subject: Code
  /// Of what the register holds all there is.
  public var aspect: CompletenessAspect
  /// When it holds, who says so, how surely.
  public var provenance: Provenance

  /// Makes a record from its fields.
  public init(
    id: String,
    subject: Code,
    aspect: CompletenessAspect,
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.subject = subject
    self.aspect = aspect
    self.provenance = provenance
  }
}
