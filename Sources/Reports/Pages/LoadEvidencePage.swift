import Governance

/// The page that says on what governance load rests: every figure, every assumption that moves a trust
/// by more than a twentieth, and what comes of templates alone.
struct LoadEvidencePage {
  let content: PackContent
  let load: PackLoad

  private var evidence: LoadEvidence { load.evidence }
  private var threshold: String { Wording.percentage(evidence.threshold) }

  static func anchor(template: String) -> Anchor { Anchor("template", template) }
  static func anchor(_ figure: LoadEvidence.Figure) -> Anchor {
    Anchor("figure-of", figure.input.identity)
  }

  /// The page.
  func page() -> Page {
    var citations = Citations()
    let figures = figures(&citations)
    return Page(
      path: SiteMap.loadEvidence, section: .load, heading: "What governance load rests on",
      summary: lead,
      body: .group([
        Tag.p(.class("lead")) { lead }, LoadPage.caution(load), grounds, assumptions, templates,
        records,
        figures, citations.list(in: content.register),
      ]))
  }

  private func share(_ hours: Double) -> String {
    Wording.percentage(evidence.total > 0 ? hours / evidence.total : nil)
  }

  private var lead: String {
    "At the most likely values, \(share(evidence.unvalidated)) of the "
      + "\(LoadWording.hours(evidence.total)) hours a year of all trusts rest on defaults that nobody "
      + "has validated, and \(share(evidence.modelled)) come of templates and not of records. "
      + "\(Wording.counted(evidence.assumptions.count, "assumption")) "
      + "\(evidence.assumptions.count == 1 ? "moves" : "move") the load of at least one trust by "
      + "more than \(threshold)."
  }

  private var grounds: HTML {
    let rows: [(String, String, Double)] = [
      (
        "On record", "a record of the register shows the forum, return, oversight or contract",
        evidence.recorded
      ),
      ("By the rules", "a standing line of the rules makes it hold", evidence.standing),
      (
        "Modelled", "no record shows it; a template expects it of trusts like this",
        evidence.modelled
      ),
    ]
    return Part.section("On what ground the hours stand") {
      Table(
        caption: "Hours a year of all trusts at the most likely values, by ground",
        columns: [.text("Ground"), .text("What it means"), .number("Hours"), .number("Share")],
        rows: rows.map { name, meaning, hours in
          [name, meaning, LoadWording.hours(hours), share(hours)].map { .text($0) }
        }
      ).html()
      Part.basis(
        "That a forum is on record says nothing of how long it takes: hours rest on an unvalidated "
          + "default if any of their factors does.")
    }
  }

  // MARK: - Assumptions

  private var assumptions: HTML {
    let all = evidence.assumptions
    return Part.section(
      "Assumptions that move a trust by more than \(threshold)", id: "assumptions"
    ) {
      Tag.p {
        "Each figure alone is moved from its low to its high value, all others at their most likely. It "
        "is listed if that moves the load of any trust by more than \(threshold) of it."
      }
      if all.isEmpty {
        Tag.p { "No figure does." }
      } else {
        Table(
          caption: "Figures that move a trust by more than \(threshold), the widest first",
          columns: [
            .text("Figure"), .range("Low – most likely – high"), .term("How come by"),
            .number("All trusts together"), .number("Trusts moved"),
            .text("Which, and by how much"),
          ],
          rows: all.map(row)
        ).html()
        download
      }
    }
  }

  private func row(_ figure: LoadEvidence.Figure) -> [HTML] {
    [
      Tag.a(.href(.anchor(Self.anchor(figure)))) { LoadWording.figure(figure.input) },
      .text(LoadWording.range(figure.input.range)), provenance(figure.input.origin),
      .text(LoadWording.move(figure.sum.atLow, figure.sum.atHigh)),
      .text(Wording.count(figure.moved.count)),
      trusts(
        figure.moved.map { ($0.trust, LoadWording.move($0.atLow, $0.atHigh)) },
        unseen: " moved by \(LoadWording.figure(figure.input))"),
    ]
  }

  /// The trust that is moved most, and all of them where a reader asks.
  private func trusts(_ moves: [(trust: Code, words: String)], unseen: String) -> HTML {
    guard let most = moves.first else { return .text("none") }
    return .group([
      Tag.p {
        "Most: "
        content.link(most.trust, short: true)
        ", \(most.words)"
      },
      Tag.details {
        Tag.summary {
          "All \(Wording.count(moves.count))"
          Tag.span(.class("unseen")) { unseen }
        }
        Tag.p { moves.map { "\($0.trust) \($0.words)" }.joined(separator: "; ") }
      },
    ])
  }

  private var download: HTML {
    Tag.p(.class("files")) {
      "Every figure and every trust it moves: "
      Tag.a(.href(.file(SiteMap.file(ofTable: "load-assumptions", "csv"))), .isDownload) {
        "CSV"
        Tag.span(.class("unseen")) { " of assumptions and trusts" }
      }
    }
  }

  private func provenance(_ origin: LoadOrigin) -> HTML {
    let words = LoadWording.provenance(origin.provenance)
    return origin.isUnvalidated ? Tag.span(.class("assumed")) { words } : .text(words)
  }

  // MARK: - Templates

  private var templates: HTML {
    let regime = content.findings?.graph.regime
    let known = Dictionary(
      (regime?.templates ?? []).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    return Part.section("Templates: what no record shows", id: "templates") {
      Tag.p {
        "Where no record says whether a trust attends, sends or settles something, a template of the "
        "rules expects it of trusts like it, with a share. Whether the template holds at all is an "
        "assumption beyond its range: the last columns say what goes without it."
      }
      if evidence.templates.isEmpty {
        Tag.p { "No hour rests on a template." }
      } else {
        Table(
          caption: "Templates and the hours that rest on them",
          columns: [
            .text("Template"), .text("What it says"), .range("Share: low – most likely – high"),
            .term("How come by"), .number("Hours of all trusts"), .number("Share of all"),
            .number("Trusts losing over \(threshold) without it"), .text("Which, and how much"),
          ],
          rows: evidence.templates.map { row($0, known[$0.id]) }
        ).rowsIdentified(evidence.templates.map { Self.anchor(template: $0.id) }).html()
      }
    }
  }

  private func row(_ template: LoadEvidence.Template, _ rule: LoadTemplate?) -> [HTML] {
    let range = rule.map {
      LoadRange(low: $0.share.low, mode: $0.share.mode, high: $0.share.high)
    }
    return [
      .text(template.id), Part.text(rule?.statement),
      range.map { .text(LoadWording.range($0)) } ?? Part.unknown,
      rule.map { .group([provenance(.template($0.id, $0.share)), .text(": " + $0.share.basis)]) }
        ?? Part.unknown,
      .text(LoadWording.hours(template.hours)), .text(share(template.hours)),
      .text(Wording.count(template.lost.count)),
      trusts(
        template.lost.map { ($0.trust, LoadWording.signed(-$0.share)) },
        unseen: " trusts that lose without \(template.id)"),
    ]
  }

  // MARK: - Assumed records

  private var records: HTML {
    Part.section("Records that are assumed", id: "assumed-records") {
      Tag.p {
        "A record that is judgement or general knowledge has no range: whether it is so at all is the "
        "assumption. All such records of a kind are left out together, and the hours worked out anew. Where "
        "a record gives way to a template, hours may rise."
      }
      if load.assumed.isEmpty {
        Tag.p { "No record in force is assumed." }
      } else {
        Table(
          caption: "Assumed records, and whom leaving them out moves by more than \(threshold)",
          columns: [
            .text("Records"), .number("How many"), .number("Trusts moved"),
            .text("Which, and by how much"),
          ],
          rows: load.assumed.map { group in
            [
              .text(Self.words(group.kind)), .text(Wording.count(group.records.count)),
              .text(Wording.count(group.moved.count)),
              .text(
                group.moved.isEmpty
                  ? "none"
                  : group.moved.map { "\($0.trust) \(LoadWording.signed($0.change))" }
                    .joined(separator: "; ")),
            ]
          }
        ).html()
      }
    }
  }

  private static func words(_ kind: LoadAssumedRecords.Kind) -> String {
    switch kind {
    case .relations(let kind): "Lines of the kind “\(kind.rawValue)”"
    case .arrangements: "Arrangements, with their parties and forums"
    case .parties: "Parties of arrangements"
    case .forums: "Forums, with their seats"
    case .seats: "Seats on forums"
    case .returns: "Returns"
    }
  }

  // MARK: - All figures

  private func figures(_ citations: inout Citations) -> HTML {
    var rows: [[HTML]] = []
    for figure in evidence.figures {
      let input = figure.input
      rows.append([
        .text(LoadWording.symbol(input.symbol) + ", " + input.symbol.meaning),
        .text(LoadWording.kind(input.scope)), .text(LoadWording.range(input.range)), unit(input),
        provenance(input.origin), source(input.origin, &citations),
        .text(LoadWording.hours(figure.hours)), .text(share(figure.hours)),
        input.range.isFixed
          ? .text("no range") : .text(LoadWording.move(figure.sum.atLow, figure.sum.atHigh)),
      ])
    }
    return Part.section("Every figure used", id: "figures") {
      Tag.p {
        "The hours are those of which the figure is a factor, so that they add up to more than all. What "
        "a forum’s own record says (how often, how long) goes before these and is on the page of each "
        "provider. Sources are numbered at the foot."
      }
      Table(
        caption: "Figures of the model, \(content.day)",
        columns: [
          .text("Figure"), .text("Of what"), .range("Low – most likely – high"), .text("Unit"),
          .term("How come by"), .text("Rests on"), .number("Hours in which it counts"),
          .number("Share of all"), .number("Moves all trusts by"),
        ], rows: rows
      ).rowsIdentified(evidence.figures.map { Self.anchor($0) }).html()
    }
  }

  private func unit(_ input: LoadInput) -> HTML {
    if case .parameter(let parameter) = input.origin, !parameter.record.unit.isEmpty {
      return .text(parameter.record.unit)
    }
    return .text(input.symbol.isShare ? "share, 0 to 1" : input.symbol.meaning)
  }

  private func source(_ origin: LoadOrigin, _ citations: inout Citations) -> HTML {
    let basis = origin.basis.map { HTML.text($0) } ?? Part.unknown
    if case .template(let id, _) = origin {
      return .group([
        basis, .text("; "), Tag.a(.href(.anchor(Self.anchor(template: id)))) { "template \(id)" },
      ])
    }
    guard let source = origin.source, !source.isEmpty else { return basis }
    return .group([basis, .text(" "), citations.cite([source])])
  }
}

extension Table {
  /// The same with a name for each row, to which links lead.
  fileprivate func rowsIdentified(_ anchors: [Anchor]) -> Table {
    var table = self
    var seen: Set<Anchor> = []
    table.rowAttributes = anchors.map { seen.insert($0).inserted ? [.id($0)] : [] }
    return table
  }
}
