import Foundation

extension AccountabilityGraph {
  /// All findings of the graph, looked for on all cores.
  ///
  /// The same whatever the number of threads.
  ///
  /// - Parameters:
  ///   - kinds: the kinds looked for.
  ///   - threads: how many checks work at once at most; `nil` for one for each core.
  /// - Complexity: the sum over the checks; each says its own.
  public func findings(
    _ kinds: Set<FindingKind> = Set(FindingKind.allCases), threads: Int? = nil
  ) -> FindingsReport {
    let asked = regime.expectations.flatMap { rule in
      rule.checks.filter { $0.finding.map(kinds.contains) ?? true }.map { (rule: rule, check: $0) }
    }
    let examinations = ParallelMap.map(
      asked.count, threads: threads ?? ProcessInfo.processInfo.activeProcessorCount, inPiecesOf: 1
    ) { examine(asked[$0].rule, asked[$0].check) }
    let raised = examinations.flatMap(\.findings)
    let tallies = zip(asked, examinations).map { asked, examination in
      FindingsReport.Tally(
        rule: asked.rule.id, check: asked.check, yes: examination.holding,
        no: examination.breaking, unknown: examination.unknown.sorted())
    }
    let open = Self.ranked(raised.filter { $0.design == nil })
    let settlement = Settlement(decisions: atlas.register.decisions, on: atlas.date)
    let (left, settled) = settlement.divide(open)
    return FindingsReport(
      date: atlas.date, regime: regime, findings: left,
      byDesign: Self.ranked(raised.filter { $0.design != nil }), settled: settled,
      idleDecisions: settlement.idle(given: settled, kinds: kinds), tallies: tallies)
  }

  private func examine(_ rule: Expectation, _ check: ExpectationCheck) -> Examination {
    guard let kind = check.finding else {
      return UnfoundRules().examine(rule, check, in: self)
    }
    return kind.check.examine(rule, check, in: self)
  }

  /// Gravest first, then by kind, then those that most take part in, then by subjects, function and
  /// id; of the same id, the first.
  ///
  /// What is sorted are places in the array: a finding is large to move.
  private static func ranked(_ findings: [Finding]) -> [Finding] {
    var seen: Set<String> = []
    let distinct = findings.indices.filter { seen.insert(findings[$0].id).inserted }
    return distinct.sorted { precedes(findings[$0], findings[$1]) }.map { findings[$0] }
  }

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    if left.kind != right.kind { return left.kind < right.kind }
    if left.involved.count != right.involved.count {
      return left.involved.count > right.involved.count
    }
    if left.subjects != right.subjects {
      return left.subjects.lexicographicallyPrecedes(right.subjects)
    }
    let (one, other) = (left.function ?? "", right.function ?? "")
    if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
    return left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
  }
}

/// Sorts findings by the by-design register of the package.
struct Settlement {
  let decisions: [Decision]
  let date: CalendarDate

  init(decisions: [Decision], on date: CalendarDate) {
    self.decisions = decisions.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    self.date = date
  }

  /// Splits findings into those left open and those that a decision in force covers.
  func divide(_ findings: [Finding]) -> (open: [Finding], settled: [FindingsReport.Settled]) {
    let inForce = decisions.filter { $0.provenance.period.contains(date) }
    var open: [Finding] = []
    var settled: [FindingsReport.Settled] = []
    for finding in findings {
      if let decision = inForce.first(where: { $0.covers(finding) }) {
        settled.append(FindingsReport.Settled(finding: finding, decision: decision))
      } else {
        open.append(finding)
      }
    }
    return (open, settled)
  }

  /// Decisions that settle nothing, but for those about a kind that was not looked for.
  func idle(
    given settled: [FindingsReport.Settled], kinds: Set<FindingKind>
  ) -> [FindingsReport.IdleDecision] {
    decisions.compactMap { decision in
      let reason: FindingsReport.IdleDecision.Reason
      if let to = decision.provenance.period.to, to < date {
        reason = .lapsed
      } else if !decision.provenance.period.contains(date) {
        reason = .notYet
      } else if settled.contains(where: { decision.covers($0.finding) })
        || !decision.mayConcern(kinds)
      {
        return nil
      } else {
        reason = .matchesNothing
      }
      return FindingsReport.IdleDecision(decision: decision, reason: reason)
    }
  }
}

extension Decision {
  /// Whether a finding is what the decision is about: everything it names agrees.
  func covers(_ finding: Finding) -> Bool {
    if let id = self.finding, id != finding.id { return false }
    if let kind, kind != finding.kind.code { return false }
    if let subject, !finding.subjects.contains(subject) { return false }
    if let function, function != finding.function { return false }
    return true
  }

  /// Whether it could settle a finding of one of the kinds.
  fileprivate func mayConcern(_ kinds: Set<FindingKind>) -> Bool {
    let code = kind ?? finding.map { String($0.prefix { $0 != "-" }) }
    guard let code else { return kinds.count == FindingKind.allCases.count }
    return kinds.contains { $0.code == code }
  }
}
