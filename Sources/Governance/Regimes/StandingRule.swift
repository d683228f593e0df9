/// A line that a regime makes hold for every body of a kind.
public struct StandingRule: Hashable, Sendable {
  /// A step from one organisation to others, over the records of the day.
  public enum Step: String, CaseIterable, Sendable {
    /// From a provider to its home ICS, and back.
    case home, isHomeOf
    /// From a provider to each ICS in which it has local services, and back.
    case worksIn, hasAtWork
    /// From a body to what contains it, and back.
    case containedIn, contains
    /// From a provider to the lead of its lead commissioning, and back.
    case leadCommissionedBy, leadCommissions
  }

  /// The id, the same in every regime in which it is the same rule.
  public var id: String
  /// The kind of line.
  public var line: RelationKind
  /// Where the line starts.
  public var subject: OrganisationPattern
  /// Where it ends.
  public var object: OrganisationPattern
  /// The way from subject to object; empty when every subject has a line to every object.
  public var along: [Step]
  /// The functions; empty for all.
  public var functions: [String]
  /// The services; empty for all.
  public var services: [String]
  /// What the line rests on.
  public var basis: Basis
  /// How binding it is.
  public var strength: Strength?
  /// Whether it is meant to overlap with other lines.
  public var byDesign: Bool
  /// What the rule says, in one sentence.
  public var statement: String
  /// Where it says so.
  public var citation: Citation
  /// How sure it is.
  public var confidence: Confidence
  /// Anything a reader should know.
  public var note: String?

  /// Makes a rule from its fields.
  public init(
    id: String, line: RelationKind, subject: OrganisationPattern, object: OrganisationPattern,
    along: [Step] = [], functions: [String] = [], services: [String] = [], basis: Basis,
    strength: Strength? = nil, byDesign: Bool = false, statement: String, citation: Citation,
    confidence: Confidence, note: String? = nil
  ) {
    self.id = id
    self.line = line
    self.subject = subject
    self.object = object
    self.along = along
    self.functions = functions
    self.services = services
    self.basis = basis
    self.strength = strength
    self.byDesign = byDesign
    self.statement = statement
    self.citation = citation
    self.confidence = confidence
    self.note = note
  }
}
