import DataPackage
import Governance

/// The check of a register as JSON: schema `check`, version 1.
///
/// What is not known is `null`, never zero and never left out.
public struct FindingsDocument: Encodable, Hashable, Sendable {
  /// A rule set that holds on the day.
  public struct RegimeEntry: Encodable, Hashable, Sendable {
    let id: String
    let title: String
    let status: String
    let from: Known<String>
    let to: Known<String>
  }

  /// A place in a document.
  public struct CitationEntry: Encodable, Hashable, Sendable {
    let document: String
    let title: Known<String>
    let section: Known<String>
    let publisher: Known<String>
    let date: Known<String>
    let url: Known<String>
  }

  /// A record that a finding rests on.
  public struct WitnessEntry: Encodable, Hashable, Sendable {
    let table: String
    let id: String
    let says: String
    let from: Known<String>
    let to: Known<String>
    let confidence: String
    let source: Known<String>
  }

  /// A question that the graph raises.
  public struct FindingEntry: Encodable, Hashable, Sendable {
    let id: String
    let kind: String
    let title: String
    let check: String
    let severity: String
    let subjects: [String]
    let involved: [String]
    let function: Known<String>
    let services: [String]
    let areas: [String]
    let witness: [WitnessEntry]
    let rule: String
    let citation: Known<CitationEntry>
    let confidence: String
    let from: Known<String>
    let to: Known<String>
    let why: String
    let question: String
    let resolution: String
    let design: Known<[String]>
    let decision: Known<String>
  }

  /// A decision that settles nothing.
  public struct IdleDecisionEntry: Encodable, Hashable, Sendable {
    let id: String
    let reason: String
    let finding: Known<String>
    let kind: Known<String>
    let subject: Known<String>
    let function: Known<String>
    let decidedBy: String
    let from: Known<String>
    let to: Known<String>
  }

  /// How often an expectation was answered.
  public struct ExpectationEntry: Encodable, Hashable, Sendable {
    let rule: String
    let check: String
    let level: String
    let severity: String
    let statement: String
    let citation: CitationEntry
    let yes: Int
    let no: Int
    let notKnown: Int
    let notKnownFor: [String]
    let needs: String
  }

  let schema = DocumentSchema(name: "check", version: 1)
  let problems: [ProblemsDocument.Problem]
  let on: String
  let regime: Known<RegimeEntry>
  let findings: Known<[FindingEntry]>
  let byDesign: Known<[FindingEntry]>
  let settled: Known<[FindingEntry]>
  let idleDecisions: Known<[IdleDecisionEntry]>
  let expectations: Known<[ExpectationEntry]>

  /// Makes the document.
  ///
  /// - Parameters:
  ///   - diagnostics: what is wrong with the register.
  ///   - date: the day.
  ///   - selection: the findings; `nil` if none were looked for.
  public init(
    _ diagnostics: [Diagnostic], on date: CalendarDate, selection: FindingsSelection?
  ) {
    problems = ProblemsDocument(diagnostics).problems
    on = date.description
    guard let selection else {
      (regime, findings, byDesign, settled) = (Known(nil), Known(nil), Known(nil), Known(nil))
      (idleDecisions, expectations) = (Known(nil), Known(nil))
      return
    }
    let rules = selection.graph.regime
    regime = Known(RegimeEntry(rules))
    let records = FindingsRecords(
      of: selection.findings + selection.byDesign + selection.settled.map(\.finding),
      in: selection.graph)
    findings = Known(selection.findings.map { FindingEntry($0, rules, records) })
    byDesign = Known(selection.byDesign.map { FindingEntry($0, rules, records) })
    settled = Known(
      selection.settled.map { FindingEntry($0.finding, rules, records, decision: $0.decision.id) })
    idleDecisions = Known(selection.idleDecisions.map(IdleDecisionEntry.init))
    expectations = Known(selection.tallies.compactMap { ExpectationEntry($0, rules) })
  }
}

extension Known<String> {
  fileprivate init(_ date: CalendarDate?) { self.init(date?.description) }
}

extension FindingsDocument.RegimeEntry {
  init(_ regime: Regime) {
    id = regime.id
    title = regime.title
    status = regime.status.rawValue
    from = Known(regime.period.from)
    to = Known(regime.period.to)
  }
}

extension FindingsDocument.CitationEntry {
  init(_ citation: Citation, _ regime: Regime) {
    let document = regime.document(citation)
    self.document = citation.document
    title = Known(document?.title)
    section = Known(citation.section)
    publisher = Known(document?.publisher)
    date = Known(document?.date)
    url = Known(document?.url)
  }
}

extension FindingsDocument.WitnessEntry {
  init(_ witness: Witness, _ records: FindingsRecords) {
    let statement = records.statement(witness)
    table = witness.record.home.name
    id = witness.record.id
    says = statement.says
    from = Known(witness.period.from)
    to = Known(witness.period.to)
    confidence = witness.confidence.rawValue
    source = Known(statement.source.isEmpty ? nil : statement.source)
  }
}

extension FindingsDocument.FindingEntry {
  init(
    _ finding: Finding, _ regime: Regime, _ records: FindingsRecords, decision: String? = nil
  ) {
    id = finding.id
    kind = finding.kind.code
    title = finding.kind.title
    check = finding.check.rawValue
    severity = finding.severity.rawValue
    subjects = finding.subjects.map(\.text)
    involved = finding.involved.map(\.text)
    function = Known(finding.function)
    services = finding.services
    areas = finding.areas.map(\.text)
    witness = finding.witness.map { FindingsDocument.WitnessEntry($0, records) }
    rule = finding.rule
    citation = Known(
      regime.expectation(finding.rule).map { FindingsDocument.CitationEntry($0.citation, regime) })
    confidence = finding.confidence.rawValue
    from = Known(finding.period.from)
    to = Known(finding.period.to)
    why = finding.why
    question = finding.question
    resolution = finding.resolution
    design = Known(finding.design?.rules)
    self.decision = Known(decision)
  }
}

extension Finding.Design {
  /// The standing rules by which it is meant.
  var rules: [String] {
    switch self {
    case .law(let rules): rules
    }
  }
}

extension FindingsDocument.IdleDecisionEntry {
  init(_ idle: FindingsReport.IdleDecision) {
    let decision = idle.decision
    id = decision.id
    reason = idle.reason.rawValue
    finding = Known(decision.finding)
    kind = Known(decision.kind)
    subject = Known(decision.subject?.text)
    function = Known(decision.function)
    decidedBy = decision.decidedBy
    from = Known(decision.provenance.period.from)
    to = Known(decision.provenance.period.to)
  }
}

extension FindingsDocument.ExpectationEntry {
  init?(_ tally: FindingsReport.Tally, _ regime: Regime) {
    guard let expectation = regime.expectation(tally.rule) else { return nil }
    rule = tally.rule
    check = tally.check.rawValue
    level = expectation.level.rawValue
    severity = expectation.severity.rawValue
    statement = expectation.statement
    citation = FindingsDocument.CitationEntry(expectation.citation, regime)
    yes = tally.yes
    no = tally.no
    notKnown = tally.unknown.count
    notKnownFor = tally.check == .notRecorded ? [] : tally.unknown.map(\.text)
    needs = expectation.needs
  }
}
