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
  /// The record.
  let own: Witness
  /// What the line rests on beside its record.
  let rests: [Witness]

  /// The record first, then what a standing line rests on.
  public var witness: [Witness] { [own] + rests }

  /// When it holds.
  public var period: Period { own.period }

  /// How sure it is.
  public var confidence: Confidence { own.confidence }
}

extension AccountabilityLine {
  /// A line with its witness, which has at least the record itself, first.
  init(
    subject: NodeID, object: NodeID, kind: RelationKind, functions: [String], services: [String],
    areas: [Code], basis: Basis?, strength: Strength?, byDesign: Bool, rule: String?,
    witness: [Witness]
  ) {
    self.init(
      subject: subject, object: object, kind: kind, functions: functions, services: services,
      areas: areas, basis: basis, strength: strength, byDesign: byDesign, rule: rule,
      own: witness[0], rests: Array(witness.dropFirst()))
  }
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
