/// An identifier of an organisation, an arrangement or a forum: one space for all three.
///
/// An organisation with a code of the Organisation Data Service uses that.
public struct Code: Hashable, Comparable, Sendable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The identifier as written.
  public let text: String

  /// Wraps an identifier.
  public init(_ text: String) { self.text = text }

  /// Wraps a literal.
  public init(stringLiteral value: String) { self.text = value }

  /// The identifier as written.
  public var description: String { text }

  /// Orders by the bytes of the text, the same on every machine.
  public static func < (left: Code, right: Code) -> Bool {
    let order = left.text.utf8.withContiguousStorageIfAvailable { one in
      right.text.utf8.withContiguousStorageIfAvailable { one.lexicographicallyPrecedes($0) }
    }
    return order.flatMap(\.self) ?? left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

/// How sure a record is.
public enum Confidence: String, CaseIterable, Comparable, Sendable {
  /// Judgement or general knowledge; marked wherever it is shown.
  case assumed
  /// Computed, or read off from what a source says.
  case derived
  /// The source says it.
  case recorded

  /// Orders from the weakest to the strongest.
  public static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .assumed: 0
    case .derived: 1
    case .recorded: 2
    }
  }
}

/// What an organisation is.
public enum OrganisationKind: String, CaseIterable, Sendable {
  case national, regulator, region, ics, icp, place, neighbourhood, trust, localAuthority
  case otherProvider, representativeBody
}

/// A sector in which a trust works; a trust may have several.
public enum Sector: String, CaseIterable, Comparable, Sendable {
  case acute, mentalHealth, learningDisability, community, ambulance, specialist, online

  /// Orders as the cases are written.
  public static func < (left: Sector, right: Sector) -> Bool {
    allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
  }
}

/// The legal form of an organisation.
public enum LegalForm: String, CaseIterable, Sendable {
  case nhsTrust, foundationTrust, statutoryBody, committee, partnership, company, other
}

/// A dated figure about an organisation.
public enum MeasureKind: String, CaseIterable, Sendable {
  case registeredPatients, primaryCareNetworks, smallAreas, boardSize
}

/// The kind of a line between two organisations.
public enum RelationKind: String, CaseIterable, Sendable {
  case contains, serves, memberOf, accountableTo, oversees, intervenes, commissions, delegatesTo
  case funds, scrutinises, represents, appoints, regardTo, hosts
  /// A dispute of the subject is taken to the object.
  case escalatesTo
}

/// In what way a provider works in an ICS.
public enum ServiceRole: String, CaseIterable, Sendable {
  /// The ICS the provider belongs to.
  case home
  /// The provider has local services there.
  case serves
  /// Only specialised services, commissioned for a wider area.
  case specialisedOnly
}

/// What a line rests on.
public enum Basis: String, CaseIterable, Sendable {
  case statute, regulation, contract, delegation, agreement, custom
}

/// How binding a line is.
public enum Strength: String, CaseIterable, Sendable {
  case formal, lead, advisory
}

/// The kind of a fact with several parties.
public enum ArrangementKind: String, CaseIterable, Sendable {
  case leadCommissioning, jointCommittee, jointCommissioning, cluster, leadProvider, delegation
  case collaborative, clinicalNetwork
}

/// The part an organisation plays in an arrangement.
public enum PartyRole: String, CaseIterable, Sendable {
  case lead, associate, provider, host, member
  /// An ICS in which a collaborative or a network works.
  case system
  /// An ICS, or another body, that has agreed specific objectives with a collaborative.
  case sponsor
}

/// The level at which a forum sits.
public enum ForumLevel: String, CaseIterable, Sendable {
  case neighbourhood, place, ics, multiICS, region, national, provider
}

/// The part a seat plays in a forum.
public enum SeatRole: String, CaseIterable, Sendable {
  case chair, member, attendee
}

/// How one state of affairs followed another.
public enum SuccessionKind: String, CaseIterable, Sendable {
  case merger, split, boundaryTransfer, acquisition, cluster, rename, closure
}

/// Of what the register may be said to hold all there is, about one subject.
public enum CompletenessAspect: String, CaseIterable, Sendable {
  /// Who sits on a forum.
  case seats
  /// Who takes part in an arrangement.
  case parties
  /// The bodies that have agreed objectives with a collaborative.
  case sponsors
  /// The collaboratives that an organisation is in.
  case memberships
  /// The bodies of an organisation that meet.
  case forums
  /// Who oversees it.
  case oversight
  /// To whom it is accountable.
  case accountability
  /// Who commissions it.
  case commissioning
  /// Who funds it.
  case funding
  /// To whom its disputes are taken.
  case escalation
  /// The returns that it makes.
  case returns
}

/// Where the values of a parameter come from.
public enum ParameterProvenance: String, CaseIterable, Sendable {
  case measured, localEstimate, unvalidatedDefault
}
