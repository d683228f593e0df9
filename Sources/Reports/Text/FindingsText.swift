import Governance

/// The findings of a day for a terminal: what was found, what could be checked, what to ask first.
public struct FindingsText {
  private let selection: FindingsSelection
  private let limit: Int?
  private let options: String
  private let records: FindingsRecords
  private let width = 100

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - selection: the findings.
  ///   - limit: how many to show in full at most; `nil` for all, with those that are by design or
  ///     settled, and all that could not be checked.
  ///   - options: what a command about the same findings must be told besides the day, as one types
  ///     it, with a blank in front.
  public init(_ selection: FindingsSelection, limit: Int?, options: String = "") {
    self.selection = selection
    self.limit = limit
    self.options = options
    records = FindingsRecords(of: [], in: selection.graph)
  }

  /// Headline, table of counts, findings in full, idle decisions, what could not be checked.
  public var lines: [TextLine] {
    headline + table + shown + apart + idle + unchecked + hint
  }

  // MARK: - The headline

  private var headline: [TextLine] {
    let graph = selection.graph
    let title = graph.atlas.register.title
    let regime = graph.regime
    let status = regime.status == .proposed ? " (proposed, not in force)" : ""
    let subject = selection.filter.about.map { records.name($0) + ", " } ?? ""
    return [
      TextLine(
        "\(subject)\(graph.atlas.date.longForm), under \(regime.id)\(status): \(regime.title)",
        .heading)
    ] + prose(title.isEmpty ? [counts, checked] : ["Of: \(title).", counts, checked])
  }

  private func prose(_ sentences: [String]) -> [TextLine] {
    sentences.filter { !$0.isEmpty }.flatMap { TextLine($0).wrapped(to: width) }
  }

  private var counts: String {
    let number = selection.findings.count
    var text = number == 0 ? "No open findings." : Wording.counted(number, "finding") + ": "
    if number > 0 {
      text +=
        Wording.list([
          Wording.counted(selection.count(.error), "error"),
          Wording.counted(selection.count(.warning), "warning"),
          "\(Wording.count(selection.count(.info))) to discuss",
        ]) + "."
    }
    var apart: [String] = []
    if !selection.byDesign.isEmpty {
      apart.append("\(Wording.count(selection.byDesign.count)) by design")
    }
    if !selection.settled.isEmpty {
      apart.append("\(Wording.count(selection.settled.count)) settled by a decision")
    }
    return apart.isEmpty ? text : text + " Not counted: " + Wording.list(apart) + "."
  }

  /// What share could be checked; of one subject or function alone it cannot be said.
  private var checked: String {
    guard !selection.isPartial else { return "" }
    let coverage = selection.coverage
    guard let share = coverage.share else {
      return "Nothing to check: no rule is about anybody here."
    }
    let parts = [
      "\(Wording.count(coverage.count(.whole))) could be checked throughout",
      "\(Wording.count(coverage.count(.part))) in part",
      "\(Wording.count(coverage.count(.none))) not at all",
    ]
    let idle = coverage.count(.idle)
    let others =
      idle == 0
      ? "" : "; \(Wording.count(idle)) \(idle == 1 ? "is" : "are") about nobody on the day"
    return "Of \(Wording.counted(coverage.rules.count, "expectation")), \(Wording.list(parts))"
      + "\(others). \(Wording.percentage(share)) of \(Wording.counted(coverage.asked, "check"))"
      + " could be made."
  }

  // MARK: - The table

  private var table: [TextLine] {
    let settled = selection.settled.map(\.finding)
    let kinds = FindingKind.allCases.filter { kind in
      (selection.findings + selection.byDesign + settled).contains { $0.kind == kind }
    }
    guard !kinds.isEmpty else { return [] }
    func row(_ label: [String], _ kind: FindingKind?) -> [String] {
      let of = { (findings: [Finding]) in
        kind == nil ? findings : findings.filter { $0.kind == kind }
      }
      let open = of(selection.findings)
      let severities = FindingSeverity.allCases.reversed().map { severity in
        open.count { $0.severity == severity }
      }
      let numbers = severities + [of(selection.byDesign).count, of(settled).count]
      return label + numbers.map { $0 == 0 ? "–" : Wording.count($0) }
    }
    var rows = kinds.map { row([$0.code, $0.title], $0) }
    if kinds.count > 1 { rows.append(row(["", "all"], nil)) }
    let lines = TextTable(
      headings: ["Kind", "", "error", "warning", "discuss", "by design", "settled"],
      alignments: [.left, .left, .right, .right, .right, .right, .right], rows: rows
    ).lines
    return [TextLine(""), TextLine(lines[0], .heading)] + lines.dropFirst().map { TextLine($0) }
  }

  // MARK: - Findings

  private var shown: [TextLine] {
    let open = selection.findings.prefix(limit ?? .max)
    guard !open.isEmpty else { return [] }
    let more = selection.findings.count - open.count
    let heading =
      more > 0
      ? "The first \(Wording.count(open.count)) of \(Wording.count(selection.findings.count))"
      : "In full"
    return [TextLine(""), TextLine(heading, .heading)] + open.flatMap { full($0) }
  }

  private func full(_ finding: Finding, _ apart: String = "") -> [TextLine] {
    let severity = finding.severity == .info ? "discuss" : finding.severity.rawValue
    let subjects = Phrases.list(finding.subjects.map(records.name), most: 3)
    return [TextLine("")]
      + block("", "\(finding.id)  \(severity)  \(finding.kind.title): \(subjects)", hanging: 4)
      + block("    ", finding.why) + block("    ", "Ask: " + finding.question)
      + block("    ", "By: " + evidence(finding) + apart)
  }

  private func evidence(_ finding: Finding) -> String {
    let ids = finding.witness.map(\.record.id)
    let rule =
      selection.graph.regime.expectation(finding.rule).map { "\(finding.rule) (\($0.level))" }
      ?? finding.rule
    return "rule \(rule), \(Wording.counted(ids.count, "record")), \(finding.confidence.rawValue)"
  }

  private func block(_ indent: String, _ text: String, hanging: Int = 0) -> [TextLine] {
    TextLine(text).wrapped(to: width - indent.count - hanging).enumerated().map { index, line in
      TextLine(indent + (index == 0 ? "" : String(repeating: " ", count: hanging)) + line.text)
    }
  }

  /// What is not counted, when everything is asked for.
  private var apart: [TextLine] {
    guard limit == nil else { return [] }
    var lines: [TextLine] = []
    if !selection.byDesign.isEmpty {
      lines += [TextLine(""), TextLine("By design", .heading)]
      for finding in selection.byDesign {
        let rules = finding.design.map(\.rules) ?? []
        lines += full(
          finding, "; meant by \(rules.isEmpty ? "law" : rules.joined(separator: ", "))")
      }
    }
    if !selection.settled.isEmpty {
      lines += [TextLine(""), TextLine("Settled by a decision", .heading)]
      for settled in selection.settled {
        let decision = settled.decision
        lines += full(
          settled.finding,
          "; decision \(decision.id) of \(decision.decidedBy), "
            + "\(Wording.period(decision.provenance.period)): \(decision.reason)")
      }
    }
    return lines + led
  }

  /// Oversight that overlaps and is no finding, since somebody leads it.
  private var led: [TextLine] {
    let led = selection.led
    guard !led.isEmpty else { return [] }
    return [TextLine(""), TextLine("Led by one of several, so no finding", .heading)]
      + led.flatMap { block("  ", Wording.led($0, in: selection.graph), hanging: 2) }
  }

  // MARK: - Decisions and gaps

  private var idle: [TextLine] {
    guard !selection.idleDecisions.isEmpty else { return [] }
    return [TextLine(""), TextLine("Decisions that settle nothing", .heading)]
      + selection.idleDecisions.flatMap { idle in
        block(
          "  ",
          "\(idle.decision.id) (\(Wording.scope(idle.decision)), by \(idle.decision.decidedBy)): "
            + Wording.reason(idle), hanging: 2)
      }
  }

  private var unchecked: [TextLine] {
    if let about = selection.filter.about { return unknown(about) }
    guard !selection.isPartial else { return [] }
    let rules = selection.coverage.rules.filter { $0.extent == .none || $0.extent == .part }
    guard !rules.isEmpty else { return [] }
    guard limit == nil else {
      return [TextLine("")]
        + prose([
          "\(Wording.counted(rules.count, "expectation")) could not be checked, or not for"
            + " everybody: --all says what each needs."
        ])
    }
    return [TextLine(""), TextLine("What could not be checked", .heading)]
      + rules.flatMap { gap($0) }
  }

  private func gap(_ rule: FindingsCoverage.Rule) -> [TextLine] {
    let needs = selection.graph.regime.expectation(rule.id)?.needs ?? "records"
    let answered = rule.yes + rule.no
    let what =
      answered == 0
      ? "cannot be checked (\(Wording.counted(rule.unknown, "check"))): needs \(needs)"
      : "\(Wording.count(answered)) of \(Wording.count(answered + rule.unknown)) checked; the rest"
        + " cannot be checked: needs \(needs)"
    return block("  ", "\(rule.id): \(what)", hanging: 2)
  }

  /// What is not known of one subject.
  private func unknown(_ subject: Code) -> [TextLine] {
    var gaps: [(rule: String, checks: Set<ExpectationCheck>)] = []
    for tally in selection.tallies where tally.unknown.contains(subject) {
      if gaps.last?.rule != tally.rule { gaps.append((tally.rule, [])) }
      gaps[gaps.count - 1].checks.insert(tally.check)
    }
    guard !gaps.isEmpty else { return [] }
    let lines = gaps.flatMap { gap in
      let dispute =
        gap.checks == [.independentArbiter]
        ? DisputeGap.words(for: subject, in: selection.graph) : nil
      return block(
        "  ",
        "\(gap.rule): \(dispute ?? "cannot be checked"): needs "
          + (selection.graph.regime.expectation(gap.rule)?.needs ?? "records"), hanging: 2)
    }
    return [TextLine(""), TextLine("What could not be checked of it", .heading)] + lines
  }

  /// Where to go on from here.
  private var hint: [TextLine] {
    guard let first = selection.findings.first else { return [] }
    let hidden = limit.map { selection.findings.count > $0 } ?? false
    return [TextLine("")]
      + prose([
        "footprints explain \(first.id) --on \(selection.graph.atlas.date)\(options)"
          + " shows the lines, rule and sources of one"
          + (hidden ? "; --all shows them all, --kind, --about and --function some." : ".")
      ])
  }
}

/// Lists in text.
enum Phrases {
  /// Names as a list; of more than so many, the first ones and how many more.
  static func list(_ names: [String], most: Int) -> String {
    names.count <= most
      ? Wording.list(names)
      : names.prefix(most).joined(separator: ", ") + " and \(names.count - most) more"
  }
}
