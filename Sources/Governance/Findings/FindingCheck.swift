/// One kind of finding: what an expectation asks, answered for a graph.
public protocol FindingCheck: Sendable {
  /// The kind of its findings.
  static var kind: FindingKind { get }

  /// Makes a check; it holds nothing.
  init()

  /// Answers an expectation.
  ///
  /// - Parameters:
  ///   - rule: the expectation, with its parameters.
  ///   - check: which of the rule's checks, one of those whose `finding` is `kind`.
  ///   - graph: the atlas under its regime.
  /// - Returns: the findings, and how often the answer was yes, no and not known.
  func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination
}

/// What an expectation was found to be: for each subject yes, no or not known.
public struct Examination: Hashable, Sendable {
  /// The subjects for which it holds.
  public private(set) var holding = 0
  /// The subjects for which it does not, or does so by design.
  public private(set) var findings: [Finding] = []
  /// How many subjects were answered with a finding.
  public private(set) var breaking = 0
  /// The subjects for which the records do not answer it.
  public private(set) var unknown: [Code] = []

  /// Nothing asked yet.
  public init() {}

  /// It holds for a subject, or for several.
  public mutating func holds(_ count: Int = 1) { holding += count }

  /// It does not hold for a subject, or it does not by design.
  ///
  /// - Parameter findings: the findings about the subject, at least one.
  public mutating func breaks(_ findings: [Finding]) {
    self.findings += findings
    breaking += 1
  }

  /// It does not hold for a subject, or it does not by design.
  public mutating func breaks(_ finding: Finding) { breaks([finding]) }

  /// The records do not answer it for a subject.
  public mutating func isUnknown(for subject: Code) { unknown.append(subject) }
}
