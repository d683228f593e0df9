import Governance

/// The page of an ICS.
struct SystemPage {
  let content: PackContent
  let profile: SystemProfile
  let figures: [Figure]
  /// The questions about it; `nil` where none were asked.
  var findings: FindingsPart?

  private var code: Code { profile.system.id }

  /// The page.
  ///
  /// - Parameter path: its file.
  func page(at path: PackPath) -> Page {
    var citations = Citations()
    let facts = facts(&citations)
    let sections = [
      providers(&citations), areas(&citations), arrangements(&citations), forums(&citations),
      succession(&citations), functions, unknowns,
    ]
    let sources = citations.list(in: content.register)
    return Page(
      path: path, section: .systems, heading: profile.system.name, summary: lead,
      body: .group(
        [Tag.p(.class("lead")) { lead }, facts, picture, findings?.section ?? .nothing] + sections
          + [sources, findings?.pictures ?? .nothing]))
  }

  // MARK: At a glance

  private var lead: String {
    let all = profile.providers.count
    let spanning = profile.providers.count(where: \.isCrossBoundary)
    guard all > 0 else {
      return
        "Which providers work in \(profile.system.name) (\(code)) on \(content.day) is not known."
    }
    return "\(Wording.counted(all, "provider")) \(all == 1 ? "is" : "are") known to work in "
      + "\(profile.system.name) (\(code)) on \(content.day); "
      + (spanning == all && all > 1 ? "all" : Wording.count(spanning))
      + " of them also \(spanning == 1 ? "works" : "work") in other ICSs."
  }

  private func facts(_ citations: inout Citations) -> HTML {
    var facts: [(term: String, value: HTML)] = [
      ("Code", .text(code.text)),
      ("Region", profile.region.map { content.link($0) } ?? Part.unknown),
    ]
    if profile.patients == nil {
      facts.append((Wording.measure(.registeredPatients), Part.unknown))
    }
    for measure in profile.measures {
      facts.append(
        (
          Wording.measure(measure.kind),
          .group([
            .text(Wording.figure(measure.value)), .text(" "),
            citations.cite([measure.provenance.source]), Part.mark(measure.provenance.confidence),
          ])
        ))
    }
    let places = profile.areas.filter { $0.kind == .place }.count
    facts.append(("Places", places == 0 ? Part.unknown : .text(Wording.count(places))))
    if !profile.clusters.isEmpty { facts.append(("Shares leadership with", cluster)) }
    if let findings { facts.append(("Open questions about accountability", findings.fact)) }
    return Part.facts(facts)
  }

  private var cluster: HTML {
    let others = profile.clusters.flatMap(\.parties).map(\.organisation).filter { $0 != code }
    let sure = profile.clusters.map(\.confidence).min() ?? .recorded
    return .group([
      content.sentence(Array(Set(others)).sorted()), .text(" (separate legal bodies)"),
      Part.mark(sure),
    ])
  }

  private var picture: HTML {
    Part.pictures("Its providers and where else they work", "pictures", figures)
  }

  // MARK: Who works here

  private func providers(_ citations: inout Citations) -> HTML {
    var tables: [HTML] = []
    for sector in Sector.allCases {
      let reaches = profile.providers(in: sector)
      guard !reaches.isEmpty else { continue }
      tables.append(
        table(of: reaches, caption: "\(Wording.title(of: sector)) trusts", citing: &citations))
    }
    let others = profile.providersWithoutSector
    if !others.isEmpty {
      tables.append(
        table(of: others, caption: "Providers without a recorded sector", citing: &citations))
    }
    return Part.section("Providers by sector") {
      if tables.isEmpty {
        Tag.p { "No provider is recorded for this ICS." }
      } else {
        HTML.group(tables)
        Part.basis(
          "A trust of several sectors stands in each. “Share of the ICS” is how much of the ICS’s "
            + "people the provider serves, “share of its own work” how much of its work lies here, "
            + "each on the basis named beside it. A table without them is one of providers of which "
            + "neither share is known.")
      }
    }
  }

  /// Home providers first; without the columns of shares where no share is known.
  private func table(
    of reaches: [ProviderReach], caption: String, citing citations: inout Citations
  ) -> HTML {
    let knowsShares = reaches.contains(where: hasShare)
    var rows: [[HTML]] = []
    for reach in ServiceRole.allCases.flatMap({ role in reaches.filter { $0.reach.role == role } })
    {
      let shares = [
        Part.share(reach.reach.shareOfSystem), Part.share(reach.reach.shareOfProvider),
        Part.text(hasShare(reach) ? reach.shareBasis : "–"),
      ]
      rows.append(
        [
          content.link(reach.provider), .text(Wording.role(reach.reach.role)),
          Part.words(reach.reach.services),
        ] + (knowsShares ? shares : [])
          + [
            .text(Wording.count(reach.systemCount)), Part.confidence(reach.reach.confidence),
            citations.cite(reach.reach.sources),
          ])
    }
    let shares: [Table.Column] = [
      .number("Share of the ICS"), .number("Share of its own work"), .text("Shares of"),
    ]
    return Table(
      caption: caption,
      columns: [.text("Provider"), .term("Role here"), .text("Services")]
        + (knowsShares ? shares : [])
        + [.number("ICSs in all"), .term("How sure"), .term("Sources")],
      rows: rows
    ).html()
  }

  private func hasShare(_ reach: ProviderReach) -> Bool {
    reach.reach.shareOfSystem != nil || reach.reach.shareOfProvider != nil
  }

  // MARK: What it contains and takes part in

  private func areas(_ citations: inout Citations) -> HTML {
    var rows: [[HTML]] = []
    for area in profile.areas {
      rows.append([
        .text(content.atlas.name(of: area.area)), .text(Wording.area(area.kind)),
        area.share.map { .text(Wording.percentage($0)) }
          ?? (area.alsoIn.isEmpty ? .text("all, as far as recorded") : Part.unknown),
        area.alsoIn.isEmpty ? .text("–") : content.links(area.alsoIn, short: true),
        Part.confidence(area.confidence), citations.cite([area.source]),
      ])
    }
    return Part.section("Places and local authorities") {
      if rows.isEmpty {
        Tag.p { "No places are recorded for this ICS." }
      } else {
        Table(
          caption: "Places and local authorities in \(profile.system.name)",
          columns: [
            .text("Name"), .term("Kind"), .number("How much of it lies here"),
            .text("Also in"), .term("How sure"), .term("Sources"),
          ], rows: rows
        ).html()
      }
    }
  }

  private func arrangements(_ citations: inout Citations) -> HTML {
    let profiles = profile.clusters + profile.arrangements
    guard !profiles.isEmpty else { return .nothing }
    let table = ArrangementTable(content: content, subject: code, profiles: profiles)
      .html(
        caption: "Arrangements in which \(profile.system.name) takes part", citing: &citations)
    return Part.section("Arrangements") { table }
  }

  private func forums(_ citations: inout Citations) -> HTML {
    guard !profile.forums.isEmpty else { return .nothing }
    let table = ForumTable(forums: profile.forums)
      .html(caption: "Forums of \(profile.system.name)", citing: &citations)
    return Part.section("Forums") { table }
  }

  private func succession(_ citations: inout Citations) -> HTML {
    guard !profile.succession.isEmpty else { return .nothing }
    let table = SuccessionTable(content: content, events: profile.succession)
      .html(caption: "How \(profile.system.name) came about and changed", citing: &citations)
    return Part.section("Before and after") { table }
  }

  private var functions: HTML {
    guard let graph = content.findings?.graph, let map = FunctionsMap(of: code, in: graph) else {
      return .nothing
    }
    return FunctionsMapPart(content: content, graph: graph, map: map).section
  }

  private var unknowns: HTML {
    var items: [HTML] = []
    if !profile.unresolvedProviders.isEmpty {
      items.append(
        .group([
          .text("Whether "), content.sentence(profile.unresolvedProviders),
          .text(profile.unresolvedProviders.count == 1 ? " works here." : " work here."),
        ]))
    }
    if profile.patients == nil { items.append(.text("How many patients are registered.")) }
    let silent = profile.providers.filter { $0.reach.shareOfSystem == nil }
    if !silent.isEmpty {
      items.append(
        .text(
          "What share of the ICS’s people \(Wording.count(silent.count)) of its "
            + "\(Wording.counted(profile.providers.count, "provider")) "
            + (silent.count == 1 ? "serves." : "serve.")))
    }
    return Part.section("What is not known") {
      Part.list(items, ifNone: "Nothing that this page asks for is missing.")
      if !profile.buysFrom.isEmpty {
        Tag.p {
          "The board also buys from "
          content.sentence(profile.buysFrom)
          ", which is no evidence of local services here."
        }
      }
    }
  }
}
