/// What providers of a kind are taken to do where no record says whether they do.
///
/// A template stands for records that nobody has written down: "a community trust sits on the board
/// of a place in two of five cases". What comes of one is always marked as modelled, and gives way to
/// a record about the same thing.
public struct LoadTemplate: Hashable, Sendable {
  /// What it is about.
  public enum Load: String, CaseIterable, Sendable {
    /// Meetings of a forum of each body reached.
    case meeting
    /// A return to the bodies reached.
    case `return`
    /// Reviews by each body reached.
    case review
    /// A contract with each body reached.
    case contract
  }

  /// How to get from a provider to the bodies.
  public enum Reach: Hashable, Sendable {
    /// The provider itself.
    case itself
    /// Steps to bodies that a pattern means.
    case along([StandingRule.Step], OrganisationPattern)
    /// Arrangements of some kinds in which the provider takes part.
    case arrangements([ArrangementKind])
    /// Those who oversee a function of the provider and whom a pattern means.
    case overseers(function: String, OrganisationPattern?)

    /// The functions that it names.
    public var functions: [String] {
      if case .overseers(let function, _) = self { [function] } else { [] }
    }
  }

  /// How many of the providers do, and on what ground that is said.
  public struct Share: Hashable, Sendable {
    /// The low value, 0 to 1.
    public var low: Double
    /// The most likely value, 0 to 1.
    public var mode: Double
    /// The high value, 0 to 1.
    public var high: Double
    /// Whether it was counted.
    public var provenance: ParameterProvenance
    /// What it rests on, in words.
    public var basis: String

    /// Makes a share.
    public init(
      low: Double, mode: Double, high: Double, provenance: ParameterProvenance, basis: String
    ) {
      self.low = low
      self.mode = mode
      self.high = high
      self.provenance = provenance
      self.basis = basis
    }
  }

  /// The id, the same in every regime in which it is the same template.
  public var id: String
  /// What it is about.
  public var load: Load
  /// Of which providers it speaks.
  public var provider: OrganisationPattern
  /// How to get to the bodies.
  public var reach: Reach
  /// With what the codes of the Office for National Statistics of the bodies begin; empty for any.
  public var areaCodes: [String]
  /// The kind of forum, or the family of returns; blank for reviews and contracts.
  public var kind: String
  /// Whether it is a provider's own board, which is no external load.
  public var isInternal: Bool
  /// How many of the providers do.
  public var share: Share
  /// What the template says, in one sentence.
  public var statement: String
  /// Where it says so.
  public var citation: Citation
  /// How sure it is.
  public var confidence: Confidence
  /// Anything a reader should know.
  public var note: String?

  /// Makes a template from its fields.
  public init(
    id: String, load: Load, provider: OrganisationPattern, reach: Reach, areaCodes: [String] = [],
    kind: String = "", isInternal: Bool = false, share: Share, statement: String,
    citation: Citation, confidence: Confidence, note: String? = nil
  ) {
    self.id = id
    self.load = load
    self.provider = provider
    self.reach = reach
    self.areaCodes = areaCodes
    self.kind = kind
    self.isInternal = isInternal
    self.share = share
    self.statement = statement
    self.citation = citation
    self.confidence = confidence
    self.note = note
  }
}
