import GraphCore

/// A line of an atlas as the checks read it: who, to whom, about what, on what ground.
public struct AccountabilityLine: Hashable, Sendable {
  /// Where it starts.
  public let subject: NodeID
  /// Where it ends.
  public let object: NodeID
  /// The kind.
  public let kind: RelationKind
  /// The functions; empty for all.
  public let functions: [String]
  /// The services; empty for all, or not known for `serves` and `commissions`.
  public let services: [String]
  /// The areas to which it is limited; empty for none.
  public let areas: [Code]
  /// What it rests on.
  public let basis: Basis?
  /// How binding it is.
  public let strength: Strength?
  /// Whether the law or the regime means it to overlap with others.
  public let byDesign: Bool
  /// The standing rule that draws it; `nil` for a recorded line.
  public let rule: String?
  /// The record first, then what a standing line rests on.
  public let witness: [Witness]

  /// When it holds.
  public var period: Period { witness[0].period }

  /// How sure it is.
  public var confidence: Confidence { witness[0].confidence }
}

/// What two lines to the same object have in common.
public struct Overlap: Hashable, Sendable {
  /// The functions; empty for all.
  public let functions: [String]
  /// The services; empty for all.
  public let services: [String]
  /// The areas; empty for everywhere.
  public let areas: [Code]
  /// The days.
  public let period: Period
}
