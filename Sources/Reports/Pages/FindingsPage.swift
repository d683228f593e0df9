import Governance

/// The page of all questions that the accountabilities of the day raise.
///
/// The filter needs no script: the style sheet hides rows by what is chosen, a browser that cannot do
/// that shows all of them, and paper always has all.
struct FindingsPage {
  let content: PackContent
  let findings: PackFindings

  private var selection: FindingsSelection { findings.selection }
  private var regime: Regime { findings.graph.regime }
  private var parts: FindingParts { FindingParts(content: content, findings: findings) }
  private var open: [Finding] { selection.findings }

  /// The page.
  func page() -> Page {
    Page(
      path: SiteMap.findings, section: .findings, heading: "Questions about accountability",
      summary: lead,
      body: .group([
        Tag.p(.class("lead")) { lead }, alike, meaning, checked, kinds, list, byDesign, settled,
        idle,
        rules,
      ]))
  }

  private var lead: String {
    let start = "On \(content.day) under “\(regime.title)” the records raise "
    guard !open.isEmpty else { return start + "no open question." }
    return start + "\(Wording.counted(open.count, "open question")): "
      + "\(FindingParts.counts(open))."
  }

  /// How many of the warnings say of each body what the rules say of all.
  private var alike: HTML {
    let all = selection.count(.warning)
    let own = selection.followingFromRules(.warning)
    guard !own.isEmpty else { return .nothing }
    var counts: [(finding: Finding, count: Int)] = []
    for finding in own {
      if let place = counts.firstIndex(where: { $0.finding.rule == finding.rule }) {
        counts[place].count += 1
      } else {
        counts.append((finding, 1))
      }
    }
    let rules = HTML.listed(
      counts.map { finding, count in
        counts.count == 1
          ? parts.rule(finding)
          : .group([.text("\(Wording.count(count)) from "), parts.rule(finding)])
      })
    return Tag.p {
      "\(Wording.count(own.count)) of the \(Wording.counted(all, "warning")) "
      counts.count == 1
        ? "\(own.count == 1 ? "follows" : "follow") from one rule for all alike ("
        : "follow from rules for all alike ("
      rules
      "): they rest on lines that the rules draw, and no record says what is agreed locally."
    }
  }

  private var meaning: HTML {
    let proposed =
      regime.status == .proposed
      ? " These rules are proposed and not in force." : ""
    return Part.section("What a question is") {
      Tag.p {
        "Each question names the very records that raise it, the rule that they are held against and "
        "where the rule is written. Error: a must is broken, or records contradict each other. "
        "Warning: a risk in how things are built. To discuss: a pattern that may well be meant. "
        "Overlap is not always a fault: a second pair of eyes may be wanted.\(proposed)"
      }
    }
  }

  private var checked: HTML {
    Part.section("What could be checked") {
      Tag.p { parts.coverage }
      Tag.p {
        "What each rule expects, and what records would answer it, is "
        Tag.a(.href(.anchor("rules"))) { "at the foot of this page" }
        "."
      }
    }
  }

  private var kinds: HTML {
    let settled = selection.settled.map(\.finding)
    let rows = FindingKind.allCases.compactMap { kind -> [HTML]? in
      let own = open.filter { $0.kind == kind }
      let meant = selection.byDesign.count { $0.kind == kind }
      let decided = settled.count { $0.kind == kind }
      guard !own.isEmpty || meant > 0 || decided > 0 else { return nil }
      let counts = FindingSeverity.allCases.reversed().map { severity in
        own.count { $0.severity == severity }
      }
      return [.text("\(kind.title) (\(kind.code))")]
        + (counts + [meant, decided]).map { .text(Wording.count($0)) }
    }
    guard !rows.isEmpty else { return .nothing }
    return Part.section("By kind") {
      Table(
        caption: "Questions by kind",
        columns: [
          .text("Kind"), .number("Errors"), .number("Warnings"), .number("To discuss"),
          .number("By design, not counted"), .number("Settled by a decision"),
        ], rows: rows
      ).html()
      if !content.summary.straddlers.isEmpty {
        Part.basis(
          "\(FindingKind.regionStraddle.title) (\(FindingKind.regionStraddle.code)) leaves out regions "
            + "that a provider reaches with specialised services only. The summary counts these too, so "
            + "that its number of trusts that straddle regions may be greater.")
      }
    }
  }

  // MARK: The list

  private var list: HTML {
    guard !open.isEmpty else { return .nothing }
    return Tag.section(.class("findings")) {
      Tag.h2 { "All open questions" }
      FindingsFilterForm(content: content, findings: open).html
      table(open, caption: "Open questions, gravest first", isFiltered: true)
    }
  }

  private func table(_ list: [Finding], caption: String, isFiltered: Bool = false) -> HTML {
    var table = Table(
      caption: caption,
      columns: [
        .text("About"), .term("How grave"), .term("Kind"),
        .text("What is the case and what to ask"), .text("Rule"), .term("How sure"),
      ],
      rows: list.map { finding in
        [
          parts.subjects(finding), .text(FindingParts.severity(finding.severity)),
          .text(finding.kind.code), parts.matter(finding), parts.rule(finding),
          Part.confidence(finding.confidence),
        ]
      })
    let form = FindingsFilterForm(content: content, findings: open)
    table.rowAttributes = list.map { finding in
      let id = Attribute.id(Anchor("finding", finding.id))
      guard isFiltered else { return [id] }
      return [id, .classes(form.classes(of: finding, regions: findings.regions(of: finding)))]
    }
    return table.html()
  }

  private var byDesign: HTML {
    guard !selection.byDesign.isEmpty else { return .nothing }
    return Part.section("By design") {
      Tag.p {
        "The law or the rules mean these to overlap; they are not counted as open."
      }
      Tag.details {
        Tag.summary { "Show \(Wording.count(selection.byDesign.count))" }
        table(selection.byDesign, caption: "Meant by the law or the rules")
      }
    }
  }

  private var settled: HTML {
    guard !selection.settled.isEmpty else { return .nothing }
    return Part.section("Settled by a decision") {
      Table(
        caption: "Questions that somebody with the right to do so has settled",
        columns: [
          .text("About"), .text("What is the case"), .text("Who decided"), .text("Why"),
          .text("Until"),
        ],
        rows: selection.settled.map { settled in
          [
            parts.subjects(settled.finding), .text(settled.finding.why),
            .text(settled.decision.decidedBy), .text(settled.decision.reason),
            .text(settled.decision.provenance.period.to?.longForm ?? "no end"),
          ]
        }
      ).html()
    }
  }

  private var idle: HTML {
    guard !selection.idleDecisions.isEmpty else { return .nothing }
    return Part.section("Decisions that settle nothing") {
      Table(
        caption: "Decisions that have lapsed or match no question",
        columns: [.text("Decision"), .text("About"), .text("Why it settles nothing")],
        rows: selection.idleDecisions.map { idle in
          [
            .text(idle.decision.id), .text(Wording.scope(idle.decision)),
            .text(Wording.reason(idle)),
          ]
        }
      ).html()
    }
  }

  // MARK: The rules

  /// The kinds of question that a rule may raise: ` (F1, F5)`.
  private static func kinds(of rule: Expectation) -> String {
    let kinds = rule.checks.compactMap(\.finding)
    let codes = FindingKind.allCases.filter(kinds.contains).map(\.code)
    return codes.isEmpty ? "" : " (\(codes.joined(separator: ", ")))"
  }

  private var rules: HTML {
    let answers = Dictionary(
      selection.coverage.rules.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    guard !regime.expectations.isEmpty else { return .nothing }
    var table = Table(
      caption: "What the rules expect, and how often the records say so",
      columns: [
        .text("Rule, and kind of question"), .text("What is expected"), .term("How strongly"),
        .number("Yes"),
        .number("No"), .number("Not known"), .text("Records that answer it"),
        .text("Where it is written"),
      ],
      rows: regime.expectations.map { rule in
        let answer = answers[rule.id]
        return [
          .text(rule.id + Self.kinds(of: rule)), .text(rule.statement), .text(rule.level.rawValue),
          .text(answer.map { Wording.count($0.yes) } ?? "–"),
          .text(answer.map { Wording.count($0.no) } ?? "–"),
          .text(answer.map { Wording.count($0.unknown) } ?? "–"), .text(rule.needs),
          parts.citation(rule.citation),
        ]
      })
    table.rowAttributes = regime.expectations.map { [.id(FindingParts.anchor(rule: $0.id))] }
    return Part.section("The rules", id: "rules") {
      Tag.p {
        "Yes and no count those whom the rule is about; a no may be meant by design. A dash: the "
        "rule permits something and expects nothing."
      }
      table.html()
    }
  }
}

/// What the list of questions can be narrowed to, by the style sheet alone.
struct FindingsFilterForm {
  let content: PackContent
  let findings: [Finding]

  /// The most regions the style sheet can tell apart.
  static let mostRegions = 12

  private var regions: [RegionProfile] {
    content.regions.count <= Self.mostRegions ? content.regions : []
  }

  /// The form.
  var html: HTML {
    Tag.div(.class("filter")) {
      choice(
        "kind", "Kind",
        FindingKind.allCases.filter { kind in findings.contains { $0.kind == kind } }
          .map { ($0.code, "\($0.code): \($0.title)") })
      choice(
        "severity", "How grave",
        FindingSeverity.allCases.reversed().filter { severity in
          findings.contains { $0.severity == severity }
        }.map { ($0.rawValue, FindingParts.severity($0)) })
      if !regions.isEmpty {
        choice(
          "region", "Region",
          regions.enumerated().map { ("r\($0 + 1)", $1.region.name) } + [("r0", "No region")])
      }
      Tag.p(.class("basis")) {
        "Questions that do not match all choices are hidden on the screen; on paper all are shown."
      }
    }
  }

  private func choice(
    _ name: StaticString, _ label: String, _ options: [(value: String, title: String)]
  ) -> HTML {
    let anchor = Anchor("filter", "\(name)")
    return Tag.div {
      Tag.label(.forControl(anchor)) { label }
      Tag.select(.id(anchor)) {
        Tag.option(.value("all")) { "All" }
        for option in options { Tag.option(.value(option.value)) { option.title } }
      }
    }
  }

  /// The words by which the style sheet knows a row.
  func classes(of finding: Finding, regions own: [Code]) -> [String] {
    let numbers = regions.enumerated().compactMap { index, region in
      own.contains(region.region.id) ? "r\(index + 1)" : nil
    }
    return ["finding", finding.kind.code, finding.severity.rawValue]
      + (numbers.isEmpty ? ["r0"] : numbers)
  }
}
