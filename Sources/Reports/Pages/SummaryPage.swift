import Governance

/// The first page of a pack: what the day comes to, in plain words and figures.
struct SummaryPage {
  let content: PackContent
  /// Maps and strips, by sector.
  let figures: [(sector: Sector, figures: [Figure])]

  private var summary: NationalSummary { content.summary }

  /// The page.
  func page() -> Page {
    Page(
      path: SiteMap.summary, section: .summary, heading: content.title, summary: lead,
      body: .group([
        Tag.p(.class("lead")) { lead }, tiles, about, questions, governanceLoad, sectors,
        straddlers, ties,
        clusters, unknowns,
        reading,
        pictures,
      ]))
  }

  // MARK: At a glance

  private var lead: String {
    let trusts = summary.trusts
    guard trusts.providers > 0 else { return "No trust is recorded on \(content.day)." }
    return "On \(content.day), \(Wording.count(trusts.crossBoundary.count)) of "
      + "\(Wording.counted(trusts.providers, "NHS trust")) "
      + "\(trusts.crossBoundary.count == 1 ? "is" : "are") known to work in more than one "
      + "integrated care system (ICS), and \(Wording.count(trusts.straddlers.count)) in more than "
      + "one region."
  }

  private var tiles: HTML {
    var tiles: [(value: String, label: String)] = []
    for (kind, count) in summary.organisations where [.region, .ics, .trust].contains(kind) {
      tiles.append((Wording.count(count), Wording.plural(kind)))
    }
    tiles.append((Wording.count(summary.trusts.crossBoundary.count), "trusts that span ICSs"))
    tiles.append((Wording.count(summary.trusts.straddlers.count), "trusts that straddle regions"))
    tiles.append((Wording.figure(summary.patients), "registered patients"))
    return Part.tiles(tiles)
  }

  private var about: HTML {
    Part.section("What this is") {
      Tag.p {
        "A picture of who works where on one day, \(content.day), made from a register of dated, "
        "sourced records. Every line says whether it is recorded, derived or assumed; see "
        Tag.a(.href(.file(SiteMap.data))) { "data and confidence" }
        ". There is a page for each "
        Tag.a(.href(.file(SiteMap.providers))) { "provider that spans ICSs" }
        ", each "
        Tag.a(.href(.file(SiteMap.systems))) { "ICS" }
        " and each "
        Tag.a(.href(.file(SiteMap.regions))) { "region" }
        ", and every picture and table can be "
        Tag.a(.href(.file(SiteMap.downloads))) { "downloaded" }
        "."
      }
      pictureLinks
    }
  }

  private var questions: HTML {
    guard let findings = content.findings else { return .nothing }
    let open = findings.selection.findings
    let parts = FindingParts(content: content, findings: findings)
    return Part.section("Questions about accountability") {
      Tag.p {
        open.isEmpty
          ? "The records raise no open question under “\(findings.graph.regime.title)”. "
          : "Under “\(findings.graph.regime.title)” the records raise "
            + "\(Wording.counted(open.count, "open question")): \(FindingParts.counts(open)). "
        Tag.a(.href(.file(SiteMap.findings))) { "See them all" }
        ", with the rule behind each and the records that raise it."
      }
      Tag.p { parts.coverage }
    }
  }

  private var governanceLoad: HTML {
    guard let load = content.load, let first = load.known.first else { return .nothing }
    return Part.section("Governance load") {
      Tag.p {
        "What governance outside its own board costs a trust is modelled, with a range, as person-hours "
        "a year. The greatest is that of "
        content.link(first.summary.trust)
        ": \(LoadWording.hours(first.spread.median.value)) (P10–P90 \(LoadWording.range(first.spread))). "
        "Nearly all of it rests on defaults that nobody has validated. "
        Tag.a(.href(.file(SiteMap.load))) { "All trusts" }
        ", and "
        Tag.a(.href(.file(SiteMap.loadEvidence))) { "what the figures rest on" }
        "."
      }
    }
  }

  // MARK: How many span what

  private var sectors: HTML {
    let groups =
      summary.sectors.map { (Wording.title(of: $0.key), $0.value) }
      + (summary.otherProviders.providers > 0
        ? [("Providers that are not trusts", summary.otherProviders)] : [])
      + [("All trusts", summary.trusts)]
    return Part.section("How many ICSs trusts work in") {
      Tag.ul {
        for (sector, spans) in summary.sectors where !spans.crossBoundary.isEmpty {
          Tag.li { sentence(sector, spans) }
        }
      }
      Table(
        caption: "Trusts by sector and by the number of ICSs they work in, \(content.day)",
        columns: [.text("Sector"), .number("Trusts"), .number("None recorded")]
          + (1...5).map { .number(Wording.counted($0, "ICS")) }
          + [.number("6 or more"), .number("Span ICSs"), .number("Straddle regions")],
        rows: groups.map { row($0.0, $0.1) }
      ).html()
      Part.basis(
        "A trust of several sectors counts in each, and once in all. A trust of which it is not "
          + "known in which of several ICSs it works counts with the least number it can be. "
          + "Specialised services are those bought for a wider area than one ICS.")
    }
  }

  private func sentence(_ sector: Sector, _ spans: SpanDistribution) -> String {
    let trusts = Wording.counted(spans.providers, "\(Wording.sector(sector)) trust")
    let spanning = spans.crossBoundary.count
    let start =
      spanning == spans.providers
      ? "All \(trusts) span" : "\(Wording.count(spanning)) of \(trusts) span"
    let locally = spans.crossBoundaryLocally.count
    let apart =
      locally < spanning ? " (\(Wording.count(locally)) if specialised services are left out)" : ""
    var sentence = "\(start) ICSs\(apart); the widest works in \(Wording.count(spans.widest))."
    if !spans.straddlers.isEmpty {
      let count = spans.straddlers.count
      sentence +=
        " \(Wording.count(count)) \(count == 1 ? "straddles" : "straddle") regions."
    }
    return sentence
  }

  private func row(_ name: String, _ spans: SpanDistribution) -> [HTML] {
    let few = (1...5).map { Wording.count(spans.bySystemCount[$0] ?? 0) }
    let many = spans.bySystemCount.reduce(0) { $1.key > 5 ? $0 + $1.value : $0 }
    let numbers =
      [Wording.count(spans.providers), Wording.count(spans.withoutSystem.count)] + few
      + [
        Wording.count(many), Wording.count(spans.crossBoundary.count),
        Wording.count(spans.straddlers.count),
      ]
    return ([name] + numbers).map { .text($0) }
  }

  private var straddlers: HTML {
    Part.section("Who straddles regions") {
      if summary.straddlers.isEmpty {
        Tag.p { "No provider is known to work in more than one region." }
      } else {
        Table(
          caption: "Providers that work in more than one region",
          columns: [
            .text("Provider"), .text("Sector"), .text("Home region"), .text("Also works in"),
            .number("ICSs in all"),
          ],
          rows: summary.straddlers.map { row($0) }
        ).html()
        Part.basis(
          "“Specialised” marks a region reached by specialised services only. Such regions count here"
            + (content.findings == nil
              ? "."
              : "; the questions of the kind \(FindingKind.regionStraddle.code) leave them out, so that "
                + "there may be fewer of these."))
      }
    }
  }

  private func row(_ straddler: Straddler) -> [HTML] {
    let others = straddler.regions.filter { $0 != straddler.homeRegion }
    let names = others.map { region -> HTML in
      let isLocal = straddler.localRegions.contains(region)
      return .group([
        content.link(region, short: true), isLocal ? .nothing : .text(" (specialised)"),
      ])
    }
    return [
      content.link(straddler.provider), .text(Wording.sectors(straddler.sectors)),
      straddler.homeRegion.map { content.link($0, short: true) } ?? Part.unknown,
      .joined(names), .text(Wording.count(straddler.systemCount)),
    ]
  }

  private var pictures: HTML {
    let shown = figures.filter { !$0.figures.isEmpty }
    guard !shown.isEmpty else { return .nothing }
    return .group(
      shown.map { sector, figures in
        Part.pictures(
          "\(Wording.title(of: sector)) trusts in pictures", anchor(of: sector), figures)
      })
  }

  private var pictureLinks: HTML {
    let shown = figures.filter { !$0.figures.isEmpty }
    guard !shown.isEmpty else { return .nothing }
    return Tag.p {
      "Maps and strips at the foot of this page: "
      HTML.listed(
        shown.map { sector, _ in
          Tag.a(.href(.anchor(anchor(of: sector)))) { Wording.sector(sector) }
        })
      "."
    }
  }

  private func anchor(of sector: Sector) -> Anchor { Anchor("pictures", sector.rawValue) }

  // MARK: Ties and clusters

  private var ties: HTML {
    let most = summary.ties.prefix(10)
    guard !most.isEmpty else { return .nothing }
    return Part.section("ICSs most closely tied") {
      Tag.p {
        "Two ICSs are tied when the same provider works in both: what one decides, the other "
        "feels. Of \(Wording.counted(summary.ties.count, "tied pair")), these share the most "
        "providers with local services."
      }
      Table(
        caption: "The \(Wording.count(most.count)) pairs of ICSs that share the most providers",
        columns: [
          .text("One ICS"), .text("The other"), .number("Providers with local services in both"),
          .number("All providers in both"),
        ],
        rows: most.map { tie in
          [
            content.link(tie.pair.first, short: true), content.link(tie.pair.second, short: true),
            .text(Wording.count(tie.localProviders.count)),
            .text(Wording.count(tie.providers.count)),
          ]
        }
      ).html()
    }
  }

  private var clusters: HTML {
    guard !summary.clusters.isEmpty else { return .nothing }
    return Part.section("Clusters of boards") {
      Tag.p {
        "Boards in a cluster share leadership and stay separate legal bodies; they count "
        "separately everywhere in this pack."
      }
      Table(
        caption: "Clusters on \(content.day)",
        columns: [.text("Cluster"), .text("ICSs"), .term("How sure")],
        rows: summary.clusters.map { cluster in
          [
            .text(cluster.arrangement.name),
            content.links(cluster.parties.map(\.organisation), short: true),
            Part.confidence(cluster.confidence),
          ]
        }
      ).html()
    }
  }

  // MARK: What is not known

  private var unknowns: HTML {
    let gaps = content.quality.gaps.filter { $0.missing > 0 }
    return Part.section("What is not known") {
      Part.list(
        gaps.map { gap in
          .text(
            "\(Wording.gap(gap.subject)): not known for \(Wording.count(gap.missing)) of "
              + "\(Wording.count(gap.total)) \(Wording.unit(gap.subject)).")
        }, ifNone: "Nothing that this pack asks for is missing.")
      Tag.p {
        "What is not known is left out of every count and sum it would belong to; it is never "
        "taken for nothing."
      }
    }
  }

  private var reading: HTML {
    Part.section("How to read this pack") {
      Tag.ul {
        Tag.li {
          Tag.strong { "Home" }
          ": the ICS a provider belongs to. "
          Tag.strong { "Local services" }
          ": it works there too. "
          Tag.strong { "Specialised services only" }
          ": it is there for services bought for a wider area."
        }
        Tag.li {
          Tag.strong { "Recorded" }
          ": the source says it. "
          Tag.strong { "Derived" }
          ": computed or read off from what a source says. "
          Tag.strong { "Assumed" }
          ": judgement or general knowledge, marked "
          Tag.span(.class("assumed")) { "assumed" }
          " wherever it is shown."
        }
        Tag.li {
          "A board that merely buys from a provider is not counted as one of its ICSs."
        }
      }
    }
  }
}
