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
  /// How many such seats; `nil` when not known.
  public var count: Double?
  /// The organisations for which the seat speaks.
  public var represents: [Code]
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
    count: Double? = nil,
    represents: [Code] = [],
    provenance: Provenance = Provenance()
  ) {
    self.id = id
    self.forum = forum
    self.organisation = organisation
    self.arrangement = arrangement
    self.role = role
    self.voting = voting
    self.post = post
    self.count = count
    self.represents = represents
    self.provenance = provenance
  }
}
