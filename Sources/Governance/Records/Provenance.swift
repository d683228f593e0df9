/// When a record holds, who says so, and how surely.
public struct Provenance: Hashable, Sendable {
  /// The days on which it holds.
  public var period: Period
  /// The row of `sources.csv`.
  public var source: String
  /// How sure it is.
  public var confidence: Confidence
  /// Anything a reader should know.
  public var note: String?

  /// Makes a record from its fields.
  public init(
    period: Period = Period(),
    source: String = "",
    confidence: Confidence = .recorded,
    note: String? = nil
  ) {
    self.period = period
    self.source = source
    self.confidence = confidence
    self.note = note
  }
}
