/// What a graph of accountabilities was found to raise.
public struct FindingsReport: Hashable, Sendable {
  /// A finding that a decision takes out of the count.
  public struct Settled: Hashable, Sendable {
    /// The finding.
    public let finding: Finding
    /// The decision: the first, by id, that covers it.
    public let decision: Decision
  }

  /// A decision that settles nothing.
  public struct IdleDecision: Hashable, Sendable {
    /// Why it settles nothing.
    public enum Reason: String, Hashable, Sendable {
      /// It ended before the day.
      case lapsed
      /// It starts after the day.
      case notYet
      /// No finding of the day is like it.
      case matchesNothing
    }

    /// The decision.
    public let decision: Decision
    /// Why it settles nothing.
    public let reason: Reason
  }

  /// How often an expectation was answered yes, no and not known.
  public struct Tally: Hashable, Sendable {
    /// The expectation.
    public let rule: String
    /// The check.
    public let check: ExpectationCheck
    /// Subjects for which it holds.
    public let yes: Int
    /// Subjects for which it does not, or does not by design.
    public let no: Int
    /// Subjects for which the records do not answer it, by code.
    public let unknown: [Code]

    /// Whether it could be answered for any subject.
    public var isChecked: Bool { yes + no > 0 }
  }

  /// The day.
  public let date: CalendarDate
  /// The regime.
  public let regime: Regime
  /// Open findings, gravest first, then by kind, then by how many take part, then by subject.
  public let findings: [Finding]
  /// Findings that the law or the regime means, in the same order.
  public let byDesign: [Finding]
  /// Findings that a decision takes out of the count, in the same order.
  public let settled: [Settled]
  /// Decisions that settle nothing, by id.
  public let idleDecisions: [IdleDecision]
  /// One for each check of each expectation, in the order of the regime.
  public let tallies: [Tally]

  /// The finding of an id, wherever it is.
  public func finding(_ id: String) -> Finding? {
    findings.first { $0.id == id } ?? byDesign.first { $0.id == id }
      ?? settled.first { $0.finding.id == id }?.finding
  }

  /// Open findings that a code is a subject of or takes part in.
  public func findings(about code: Code) -> [Finding] {
    findings.filter { $0.subjects.contains(code) || $0.involved.contains(code) }
  }
}
