import Governance

/// Which findings are looked at.
public struct FindingsFilter: Hashable, Sendable {
  /// Only these kinds; all when empty.
  public var kinds: Set<FindingKind>
  /// Only those that this organisation, arrangement or forum is a subject of or takes part in.
  public var about: Code?
  /// Only those about this function, one that lies within it, or one that it lies within.
  public var function: String?

  /// Makes a filter; what is not given lets everything through.
  public init(kinds: Set<FindingKind> = [], about: Code? = nil, function: String? = nil) {
    self.kinds = kinds
    self.about = about
    self.function = function
  }

  /// Whether a finding passes.
  func passes(_ finding: Finding, _ functions: TermOrder) -> Bool {
    if let about, !finding.subjects.contains(about), !finding.involved.contains(about) {
      return false
    }
    guard let function else { return true }
    guard let of = finding.function else { return false }
    return functions.isWithin(of, function) || functions.isWithin(function, of)
  }
}

/// The findings of a graph that pass a filter: the one value from which text, JSON, CSV and SARIF
/// are made.
public struct FindingsSelection: Sendable {
  /// The graph.
  public let graph: AccountabilityGraph
  /// What was looked for.
  public let filter: FindingsFilter
  /// Open findings, gravest first.
  public let findings: [Finding]
  /// Findings that the law or the regime means.
  public let byDesign: [Finding]
  /// Findings that a decision takes out of the count.
  public let settled: [FindingsReport.Settled]
  /// Decisions that settle nothing.
  public let idleDecisions: [FindingsReport.IdleDecision]
  /// How often each expectation was answered, for the kinds looked for.
  public let tallies: [FindingsReport.Tally]

  /// Examines a graph.
  ///
  /// - Parameters:
  ///   - graph: the atlas of a day under its regime.
  ///   - filter: what to look for.
  /// - Complexity: that of `AccountabilityGraph.findings(_:)` for the kinds of the filter.
  public init(_ graph: AccountabilityGraph, filter: FindingsFilter = FindingsFilter()) {
    let report = filter.kinds.isEmpty ? graph.findings() : graph.findings(filter.kinds)
    let passes = { (finding: Finding) in filter.passes(finding, graph.regime.functions) }
    self.graph = graph
    self.filter = filter
    findings = report.findings.filter(passes)
    byDesign = report.byDesign.filter(passes)
    settled = report.settled.filter { passes($0.finding) }
    idleDecisions = report.idleDecisions
    tallies = report.tallies.filter { tally in
      filter.kinds.isEmpty || tally.check.finding.map(filter.kinds.contains) ?? false
    }
  }

  /// Whether anything but kinds narrows what is looked at, so that tallies speak of more than it.
  public var isPartial: Bool { filter.about != nil || filter.function != nil }

  /// Open findings of a severity.
  public func count(_ severity: FindingSeverity) -> Int {
    findings.count { $0.severity == severity }
  }

  /// Open findings of a severity that rest on nothing but lines that the rules draw for all alike and
  /// the records these lines follow, such as where a trust works.
  ///
  /// - Complexity: O(standing lines + records behind the findings).
  public func followingFromRules(_ severity: FindingSeverity) -> [Finding] {
    let followed = Dictionary(
      graph.atlas.standing.map { ($0.relation.id, $0.rests.map(\.record)) },
      uniquingKeysWith: { first, _ in first })
    return findings.filter { finding in
      guard finding.severity == severity else { return false }
      let standing = finding.witness.map(\.record).filter { $0.home == .standing }
      let known = Set(standing + standing.flatMap { followed[$0.id] ?? [] })
      return !standing.isEmpty && finding.witness.allSatisfy { known.contains($0.record) }
    }
  }

  /// Oversight that overlaps and is led, so that it is no finding; of what was looked for.
  ///
  /// - Complexity: that of `AccountabilityGraph.ledOverlaps()`.
  public var led: [LedOverlap] {
    guard filter.kinds.isEmpty || filter.kinds.contains(.multipleOverseers) else { return [] }
    return graph.ledOverlaps().filter { led in
      let isAbout = filter.about.map { ([led.body, led.lead] + led.others).contains($0) } ?? true
      let takesIn = filter.function.map {
        graph.regime.functions.common(led.functions, [$0]) != nil
      }
      return isAbout && takesIn ?? true
    }
  }

  /// What could be checked.
  public var coverage: FindingsCoverage { FindingsCoverage(tallies) }
}

/// What share of the expectations of a regime could be checked.
public struct FindingsCoverage: Hashable, Sendable {
  /// How far an expectation could be checked.
  public enum Extent: Hashable, Sendable {
    /// For everyone it is about.
    case whole
    /// For some of those it is about.
    case part
    /// For nobody.
    case none
    /// It is about nobody on the day.
    case idle
  }

  /// An expectation with its answers summed over its checks.
  public struct Rule: Hashable, Sendable {
    /// The id.
    public let id: String
    /// Answers yes.
    public let yes: Int
    /// Answers no.
    public let no: Int
    /// Checks that the records do not answer.
    public let unknown: Int

    /// How far it could be checked.
    public var extent: Extent {
      if yes + no == 0 { return unknown == 0 ? .idle : .none }
      return unknown == 0 ? .whole : .part
    }
  }

  /// The expectations, in the order of the regime; what a rule merely permits is left out.
  public let rules: [Rule]

  /// Sums up the tallies of a report.
  public init(_ tallies: [FindingsReport.Tally]) {
    var rules: [Rule] = []
    for tally in tallies where tally.check != .permitted {
      let held = rules.last.flatMap { $0.id == tally.rule ? rules.removeLast() : nil }
      rules.append(
        Rule(
          id: tally.rule, yes: (held?.yes ?? 0) + tally.yes, no: (held?.no ?? 0) + tally.no,
          unknown: (held?.unknown ?? 0) + tally.unknown.count))
    }
    self.rules = rules
  }

  /// How many expectations could be checked so far.
  public func count(_ extent: Extent) -> Int { rules.count { $0.extent == extent } }

  /// Checks that were answered.
  public var answered: Int { rules.reduce(0) { $0 + $1.yes + $1.no } }

  /// All checks.
  public var asked: Int { answered + rules.reduce(0) { $0 + $1.unknown } }

  /// The share of checks that were answered, 0 to 1; `nil` if there is none.
  public var share: Double? { asked == 0 ? nil : Double(answered) / Double(asked) }
}
