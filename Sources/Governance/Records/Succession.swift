/// How one organisation followed another.
public struct Succession: Hashable, Sendable {
  /// The record.
  public var id: String
  /// What happened.
  public var kind: SuccessionKind
  /// The organisation before.
  public var predecessor: Code
  /// The organisation after; `nil` for a closure.
  public var successor: Code?
  /// The first day of the new state.
  public var date: CalendarDate
  /// Share of the predecessor that moved, 0 to 1; `nil` when not known.
  public var share: Double?
  /// Of what it is a share.
  public var shareBasis: String?
  /// The row of `sources.csv`.
  public var source: String
  /// How sure it is.
  public var confidence: Confidence
  /// Anything a reader should know.
  public var note: String?

  /// Makes a record from its fields.
  public init(
    id: String,
    kind: SuccessionKind,
    predecessor: Code,
    successor: Code? = nil,
    date: CalendarDate,
    share: Double? = nil,
    shareBasis: String? = nil,
    source: String,
    confidence: Confidence,
    note: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.predecessor = predecessor
    self.successor = successor
    self.date = date
    self.share = share
    self.shareBasis = shareBasis
    self.source = source
    self.confidence = confidence
    self.note = note
  }
}
