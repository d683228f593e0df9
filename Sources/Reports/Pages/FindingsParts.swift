import Governance

/// Small pieces of pages about findings.
struct FindingParts {
  let content: PackContent
  let findings: PackFindings

  private var graph: AccountabilityGraph { findings.graph }

  /// How grave a finding is, in a word or two that no colour has to explain.
  static func severity(_ severity: FindingSeverity) -> String {
    switch severity {
    case .error: "Error"
    case .warning: "Warning"
    case .info: "To discuss"
    }
  }

  /// How many findings of each severity there are.
  static func counts(_ findings: [Finding]) -> String {
    let parts = FindingSeverity.allCases.reversed().compactMap { severity -> String? in
      let count = findings.count { $0.severity == severity }
      guard count > 0 else { return nil }
      return switch severity {
      case .error: Wording.counted(count, "error")
      case .warning: Wording.counted(count, "warning")
      case .info: "\(Wording.count(count)) to discuss"
      }
    }
    return Wording.list(parts)
  }

  /// The subjects, each leading to its page where it has one.
  func subjects(_ finding: Finding) -> HTML { content.links(finding.subjects, short: true) }

  /// What is the case and what to ask, with the way to the witness where it is drawn.
  func matter(_ finding: Finding, here page: Code? = nil) -> HTML {
    .group([
      Tag.p {
        Tag.strong { "\(finding.kind.title). " }
        finding.why
      },
      Tag.p { finding.question },
      Tag.p(.class("basis")) {
        "\(finding.id)"
        witness(finding, here: page)
      },
    ])
  }

  private func witness(_ finding: Finding, here page: Code?) -> HTML {
    guard let picture = findings.picture(of: finding), let path = content.map[picture.page] else {
      return .nothing
    }
    let anchor = Self.anchor(witnessOf: picture.finding)
    return .group([
      .text(" · "),
      Tag.a(.href(picture.page == page ? .anchor(anchor) : .file(path, anchor))) {
        "picture"
        Tag.span(.class("unseen")) { " of the records behind \(finding.id)" }
      },
    ])
  }

  /// The place of the picture of a finding's witness.
  static func anchor(witnessOf finding: String) -> Anchor { Anchor("witness", finding) }

  /// The rule, leading to what is said of it on the page of findings.
  func rule(_ finding: Finding) -> HTML {
    guard graph.regime.expectation(finding.rule) != nil else { return .text(finding.rule) }
    return Tag.a(.href(.file(SiteMap.findings, Self.anchor(rule: finding.rule)))) { finding.rule }
  }

  static func anchor(rule: String) -> Anchor { Anchor("rule", rule) }

  /// A place in a document, leading to it where it is on the web.
  func citation(_ citation: Citation) -> HTML {
    let document = graph.regime.document(citation)
    let title = document?.title ?? citation.document
    let address = document?.url.flatMap(WebAddress.init)
    let name = address.map { address in Tag.a(.href(.web(address))) { title } } ?? .text(title)
    guard let section = citation.section else { return name }
    return .group([name, .text(", \(section)")])
  }

  /// What share of the expectations could be checked, in a sentence or two.
  var coverage: String {
    let coverage = findings.selection.coverage
    let whole = coverage.count(.whole)
    let part = coverage.count(.part)
    let none = coverage.count(.none)
    let rules = whole + part + none
    guard rules > 0 else { return "The rules expect nothing that could be checked on this day." }
    let share = coverage.share.map(Wording.percentage) ?? Wording.unknown
    return
      "Of \(Wording.counted(rules, "expectation")) of the rules, \(Wording.count(whole)) could "
      + "be checked for everyone they are about, \(Wording.count(part)) for some and "
      + "\(Wording.count(none)) for nobody; \(Wording.count(coverage.answered)) of "
      + "\(Wording.counted(coverage.asked, "check")) (\(share)) could be made. Where the "
      + "records do not say, nothing is found: no question here is not a clean bill."
  }
}

/// The findings about whomever a page is about, with the witnesses of the gravest drawn.
struct FindingsPart {
  let content: PackContent
  let findings: PackFindings
  /// Whom the page is about.
  let page: Code
  /// Pictures of witnesses, by the id of the finding.
  let figures: [String: Figure]

  private var parts: FindingParts { FindingParts(content: content, findings: findings) }
  private var own: [Finding] { findings.findings(on: page) }

  static let anchor: Anchor = "questions"

  /// How many there are, leading to the list.
  var fact: HTML {
    own.isEmpty
      ? .text("None raised by the records")
      : .group([
        Tag.a(.href(.anchor(Self.anchor))) { Wording.count(own.count) },
        .text(" (\(FindingParts.counts(own)))"),
      ])
  }

  /// The list; a sentence where there is none.
  var section: HTML {
    Part.section("Questions about accountability", id: Self.anchor) {
      if own.isEmpty {
        Tag.p {
          "The records raise no question about it under the rules of this pack. What could and "
          "could not be checked is said on the page of "
          Tag.a(.href(.file(SiteMap.findings))) { "questions" }
          "."
        }
      } else {
        Table(
          caption: "Open questions, gravest first: \(FindingParts.counts(own))",
          columns: [
            .term("How grave"), .text("About"), .text("What is the case and what to ask"),
            .text("Rule"), .term("How sure"),
          ],
          rows: own.map { finding in
            [
              .text(FindingParts.severity(finding.severity)), parts.subjects(finding),
              parts.matter(finding, here: page), parts.rule(finding),
              Part.confidence(finding.confidence),
            ]
          }
        ).html()
      }
    }
  }

  /// The expectations about it that the records cannot answer; empty if there is none.
  var unanswered: [HTML] {
    var rules: [String] = []
    for tally in findings.selection.tallies
    where tally.check != .permitted && tally.unknown.contains(page) && !rules.contains(tally.rule) {
      rules.append(tally.rule)
    }
    guard !rules.isEmpty else { return [] }
    return [
      .group([
        .text(
          "Whether it meets \(Wording.counted(rules.count, "expectation")) of the rules that the "
            + "records cannot answer for it: "),
        .joined(
          rules.map { rule in
            Tag.a(.href(.file(SiteMap.findings, FindingParts.anchor(rule: rule)))) { rule }
          }),
        .text("."),
      ])
    ]
  }

  /// The witnesses drawn on this page.
  var pictures: HTML {
    let drawn = findings.drawn(on: page).compactMap { finding in
      figures[finding.id].map { (finding, $0) }
    }
    guard !drawn.isEmpty else { return .nothing }
    return Tag.section(.class("pictures")) {
      Tag.h2 { "The records behind the gravest questions" }
      for (finding, figure) in drawn {
        Tag.div(.id(FindingParts.anchor(witnessOf: finding.id))) { figure.html() }
      }
    }
  }
}
