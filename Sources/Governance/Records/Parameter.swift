/// A figure of the load model, with its range.
public struct Parameter: Hashable, Sendable {
  /// The record.
  public var id: String
  /// The kind of forum to which it applies.
  public var forumKind: String
  /// The symbol in the formula.
  public var symbol: String
  /// The low value; `nil` when not known.
  public var low: Double?
  /// The most likely value; `nil` when not known.
  public var mode: Double?
  /// The high value; `nil` when not known.
  public var high: Double?
  /// The unit.
  public var unit: String
  /// Whether it was measured.
  public var origin: ParameterProvenance
  /// What it rests on, in words.
  public var basis: String?
  /// The row of `sources.csv`.
  public var source: String
  /// How sure it is.
  public var confidence: Confidence
  /// Anything a reader should know.
  public var note: String?

  /// Makes a record from its fields.
  public init(
    id: String,
    forumKind: String,
    symbol: String,
    low: Double? = nil,
    mode: Double? = nil,
    high: Double? = nil,
    unit: String,
    origin: ParameterProvenance,
    basis: String? = nil,
    source: String,
    confidence: Confidence,
    note: String? = nil
  ) {
    self.id = id
    self.forumKind = forumKind
    self.symbol = symbol
    self.low = low
    self.mode = mode
    self.high = high
    self.unit = unit
    self.origin = origin
    self.basis = basis
    self.source = source
    self.confidence = confidence
    self.note = note
  }
}
