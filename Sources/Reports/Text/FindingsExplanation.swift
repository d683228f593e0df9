import DataPackage
import Governance

/// One finding as a person would tell it: what is the case, the very records that show it, the rule,
/// the question, and what would settle it.
public struct FindingsExplanation {
  private let finding: Finding
  private let selection: FindingsSelection
  private let records: FindingsRecords
  private let width = 100

  /// Prepares the explanation.
  ///
  /// - Parameters:
  ///   - finding: the finding.
  ///   - selection: the findings it is one of.
  public init(_ finding: Finding, in selection: FindingsSelection) {
    self.finding = finding
    self.selection = selection
    records = FindingsRecords(of: [finding], in: selection.graph)
  }

  /// The explanation, a section a heading.
  public var lines: [TextLine] {
    heading + section("What is the case", [finding.why] + otherLeads) + standing + witness + rule
      + section("What to ask", [finding.question])
      + section("What would settle it", [finding.resolution]) + decision
  }

  private var regime: Regime { selection.graph.regime }

  private var heading: [TextLine] {
    let subjects = Wording.list(finding.subjects.map(records.name))
    var facts = [
      finding.severity == .info ? "to discuss" : finding.severity.rawValue,
      finding.confidence.rawValue,
    ]
    if let function = finding.function { facts.append(regime.functions.title(of: function)) }
    facts.append("\(selection.graph.atlas.date.longForm), under \(regime.id)")
    return TextLine("\(finding.id)  \(finding.kind.code)  \(finding.kind.title)", .heading)
      .wrapped(to: width) + block("", subjects) + block("", facts.joined(separator: "; "))
  }

  private func section(_ title: String, _ paragraphs: [String]) -> [TextLine] {
    [TextLine(""), TextLine(title, .heading)] + paragraphs.flatMap { block("  ", $0) }
  }

  private func block(_ indent: String, _ text: String) -> [TextLine] {
    TextLine(text).wrapped(to: width - indent.count).map { TextLine(indent + $0.text) }
  }

  /// That who leads the commissioning of a body does not by that lead its oversight.
  private var otherLeads: [String] {
    let graph = selection.graph
    guard finding.kind == .multipleOverseers,
      let body = finding.subjects.first.flatMap({ graph.atlas.node($0) })
    else { return [] }
    let parts = graph.arrangements(of: body).filter { $0.party.role == .provider }
    return graph.sorted(Set(parts.map(\.arrangement))).flatMap { node -> [String] in
      guard let arrangement = graph.atlas.arrangement(node),
        arrangement.kind == .leadCommissioning
      else { return [] }
      let leads = Set(graph.participants(of: node).filter { $0.party.role == .lead }.map(\.node))
      return graph.sorted(leads).map { lead in
        "\(Wording.named(graph.code(lead), in: graph)) is the lead commissioner in "
          + "“\(arrangement.name)” (\(arrangement.id)), \(Wording.period(arrangement.provenance.period)). "
          + "To lead the commissioning is not to lead the oversight: no record says that it does."
      }
    }
  }

  // MARK: - What it stands at

  /// Whether it is by design or settled.
  private var standing: [TextLine] {
    if let design = finding.design {
      let rules = design.rules.compactMap(regime.standingRule)
      let texts = rules.map { rule in
        "\(rule.id): \(rule.statement) "
          + "(\(Wording.citation(rule.citation, regime.document(rule.citation))))"
      }
      return section(
        "It is by design, and not counted",
        texts.isEmpty ? ["The lines rest on statute or regulation."] : texts)
    }
    guard let settled = selection.settled.first(where: { $0.finding.id == finding.id }) else {
      return []
    }
    let decision = settled.decision
    return section(
      "It is settled, and not counted",
      [
        "Decision \(decision.id) of \(decision.decidedBy), "
          + "\(Wording.period(decision.provenance.period)): \(decision.reason)"
      ])
  }

  // MARK: - The witness

  private var witness: [TextLine] {
    guard !finding.witness.isEmpty else {
      return section("What shows it", ["No single record: what is missing shows it."])
    }
    var lines = [TextLine(""), TextLine("What shows it", .heading)]
    var sources: [String] = []
    for (index, witness) in finding.witness.enumerated() {
      lines += entry(index + 1, records.statement(witness), &sources)
    }
    guard !sources.isEmpty else { return lines }
    lines += [TextLine(""), TextLine("Sources of what shows it", .heading)]
    for (index, source) in sources.enumerated() { lines += item("  [\(index + 1)] ", source) }
    return lines
  }

  /// A record; its source is named once, however many records have it.
  private func entry(
    _ number: Int, _ statement: RecordStatement, _ sources: inout [String]
  ) -> [TextLine] {
    let place =
      statement.record.home == .standing
      ? "a line that the regime makes hold" : "\(statement.record.home.name) \(statement.record.id)"
    var facts = [place, Wording.period(statement.period), statement.confidence.rawValue]
    if let source = statement.citation ?? (statement.source.isEmpty ? nil : statement.source) {
      let index = sources.firstIndex(of: source) ?? sources.count
      if index == sources.count { sources.append(source) }
      facts.append("source [\(index + 1)]")
    }
    let label = "  \(number). "
    let indent = String(repeating: " ", count: label.count)
    return item(label, statement.says) + block(indent, facts.joined(separator: "; "))
      + (statement.note.map { block(indent, "Note: \($0)") } ?? [])
  }

  /// A paragraph behind a label, its other lines below its first word.
  private func item(_ label: String, _ text: String) -> [TextLine] {
    let indent = String(repeating: " ", count: label.count)
    return TextLine(text).wrapped(to: width - label.count).enumerated().map { index, line in
      TextLine((index == 0 ? label : indent) + line.text)
    }
  }

  // MARK: - The rule

  private var rule: [TextLine] {
    guard let rule = regime.expectation(finding.rule) else { return [] }
    var texts = [
      "\(rule.id), \(Self.strength(rule.level)): \(rule.statement)",
      "Source: \(Wording.citation(rule.citation, regime.document(rule.citation)))",
    ]
    if rule.confidence != .recorded {
      texts.append("That it is expected is \(rule.confidence.rawValue).")
    }
    if let note = rule.note { texts.append("Note: \(note)") }
    texts.append("Checked by: \(rule.needs).")
    return section("The rule", texts)
  }

  private static func strength(_ level: Expectation.Level) -> String {
    switch level {
    case .must: "a must"
    case .should: "a should"
    case .may: "a may"
    }
  }

  // MARK: - The decision

  /// A row for `decisions.csv`; not for what is out of the count already.
  private var decision: [TextLine] {
    guard finding.design == nil,
      !selection.settled.contains(where: { $0.finding.id == finding.id })
    else { return [] }
    return section(
      "If it is meant",
      [
        "Add this row to decisions.csv; put in who decided, why, and which row of sources.csv says"
          + " so. Give it a last day (`to`), so that it is looked at again."
      ])
      // Not wrapped, so that it can be copied.
      + [TextLine("  " + Self.header), TextLine("  " + row)]
  }

  private static let header =
    "id,finding,kind,subject,function,decidedBy,reason,from,to,source,confidence,note"

  /// An id that no decision has yet.
  private var decisionID: String {
    let taken = Set(selection.graph.atlas.register.decisions.map(\.id))
    let id = "decided-\(finding.id)"
    guard taken.contains(id) else { return id }
    var number = 2
    while taken.contains("\(id)-\(number)") { number += 1 }
    return "\(id)-\(number)"
  }

  private var row: String {
    CSVWriter.text(
      header: [
        decisionID, finding.id, "", "", "", Decision.whoPlaceholder,
        Decision.whyPlaceholder,
        selection.graph.atlas.date.description, "", "SOURCE", Confidence.recorded.rawValue, "",
      ], rows: []
    ).split(whereSeparator: \.isNewline).joined()
  }
}
