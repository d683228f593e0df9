/// A line that a regime makes hold between two bodies on a day.
public struct StandingLine: Hashable, Sendable {
  /// The line, with an id of its own: rule, subject and object.
  ///
  /// Its source is the id of the document that the rule cites.
  public let relation: Relation
  /// The rule.
  public let rule: String
  /// The records followed from subject to object, each with its own period and confidence.
  public let rests: [Witness]
  /// Whether it is meant to overlap with other lines.
  public let byDesign: Bool
}
