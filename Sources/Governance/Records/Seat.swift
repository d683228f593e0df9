/// Who sits on a forum.
public struct Seat: Hashable, Sendable {
  /// The record.
  public var id: String
  /// The forum.
  public var forum: Code
  /// The organisation whose seat it is.
  public var organisation: Code?
  /// The arrangement whose seat it is.
  public var arrangement: Code?
  /// The part it plays.
  public var role: SeatRole
  /// Whether it votes; `nil` when not known.
  public var voting: Bool?
  /// The post of the person who sits.
  public var post: String?
  /// Who the person is: the same word, a pseudonym maybe, for every seat of the same person.
  public var holder: String?
  /// How many such seats; `nil` when not known.
  public var count: Double?
  /// The organisations for which the seat speaks.
  public var represents: [Code]
  /// Whether it withdraws when its own organisation is judged; `nil` when not known.
  public var recusal: Bool?
  /// When it holds, who says so, how surely.
  public var provenance: Provenance

  /// Makes a record from its fields.
  public init(
    id: String,
    forum: Code,
    organisation: Code? = nil,
    arrangement: Code? = nil,
    role: SeatRole,
    voting: Bool? = nil,
    post: String? = nil,
    holder: String? = nil,
    count: Double? = nil,
    represents: [Code] = [],
    recusal: Bool? = nil,
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.forum = forum
    self.organisation = organisation
    self.arrangement = arrangement
    self.role = role
    self.voting = voting
    self.post = post
    self.holder = holder
    self.count = count
    self.represents = represents
    self.recusal = recusal
    self.provenance = provenance
  }
}
