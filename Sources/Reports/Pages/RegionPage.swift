import Governance

/// The page of a region.
struct RegionPage {
  let content: PackContent
  let profile: RegionProfile
  let figures: [Figure]
  /// The questions about it; `nil` where none were asked.
  var findings: FindingsPart?

  /// The page.
  ///
  /// - Parameter path: its file.
  func page(at path: PackPath) -> Page {
    var citations = Citations()
    let sections = [
      systems, straddlers, spanning, arrangements(&citations), forums(&citations), unknowns,
    ]
    let sources = citations.list(in: content.register)
    return Page(
      path: path, section: .regions, heading: profile.region.name, summary: lead,
      body: .group(
        [Tag.p(.class("lead")) { lead }, facts, picture, findings?.section ?? .nothing] + sections
          + [sources, findings?.pictures ?? .nothing]))
  }

  private var lead: String {
    "\(profile.region.name) has \(Wording.counted(profile.systems.count, "ICS")) on "
      + "\(content.day). \(Wording.counted(profile.spanning.count, "provider")) with a home here "
      + "\(profile.spanning.count == 1 ? "spans" : "span") more than one ICS; "
      + "\(Wording.count(profile.reachingOut.count)) "
      + "\(profile.reachingOut.count == 1 ? "reaches" : "reach") into another region, and "
      + "\(Wording.count(profile.reachingIn.count)) from elsewhere "
      + "\(profile.reachingIn.count == 1 ? "works" : "work") here."
  }

  private var facts: HTML {
    Part.facts([
      ("Code", .text(profile.region.id.text)),
      ("ICSs", .text(Wording.count(profile.systems.count))),
      ("Registered patients", Part.figure(profile.patients)),
      ("Trusts with a home here", .text(Wording.count(profile.homeTrusts.count))),
    ])
  }

  private var picture: HTML { Part.pictures("Who spans what", "pictures", figures) }

  private var systems: HTML {
    Part.section("ICSs") {
      SystemSummaryTable(content: content, systems: profile.systems)
        .html(caption: "ICSs of \(profile.region.name), from north to south")
    }
  }

  private var straddlers: HTML {
    Part.section("Across the region’s boundary") {
      providers(
        profile.reachingOut, caption: "Providers with a home here that reach into another region",
        ifNone: "No provider with a home here is known to reach into another region.")
      providers(
        profile.reachingIn, caption: "Providers from elsewhere that work here",
        ifNone: "No provider from elsewhere is known to work here.")
    }
  }

  private var spanning: HTML {
    Part.section("Across ICSs") {
      providers(
        profile.spanning, caption: "Providers with a home here that span ICSs",
        ifNone: "No provider with a home here is known to span ICSs.")
    }
  }

  private func providers(
    _ providers: [RegionalProvider], caption: String, ifNone none: String
  ) -> HTML {
    guard !providers.isEmpty else { return Tag.p { none } }
    return Table(
      caption: caption,
      columns: [
        .text("Provider"), .text("Sector"), .text("ICSs here"), .text("Regions"),
        .number("ICSs in all"), .number("Share of its own work here"), .term("How sure"),
      ],
      rows: providers.map { provider in
        [
          content.link(provider.provider), .text(Wording.sectors(provider.sectors)),
          content.links(provider.systemsHere, short: true),
          content.links(provider.regions, short: true), .text(Wording.count(provider.systemCount)),
          Part.share(provider.shareOfProvider), Part.confidence(provider.confidence),
        ]
      }
    ).html()
  }

  private func arrangements(_ citations: inout Citations) -> HTML {
    guard !profile.arrangements.isEmpty else { return .nothing }
    let table = ArrangementTable(
      content: content, subject: profile.region.id, profiles: profile.arrangements
    ).html(
      caption: "Arrangements in which \(profile.region.name) takes part", citing: &citations)
    return Part.section("Arrangements") { table }
  }

  private func forums(_ citations: inout Citations) -> HTML {
    guard !profile.forums.isEmpty else { return .nothing }
    let table = ForumTable(forums: profile.forums)
      .html(caption: "Forums of \(profile.region.name)", citing: &citations)
    return Part.section("Forums") { table }
  }

  private var unknowns: HTML {
    var items: [HTML] = []
    let silent = profile.systems.filter { $0.patients == nil }
    if !silent.isEmpty {
      items.append(
        .group([
          .text("How many patients are registered in "), content.sentence(silent.map(\.system)),
          .text("."),
        ]))
    }
    let open = profile.systems.filter { $0.unresolvedProviders > 0 }
    for system in open {
      items.append(
        .group([
          .text(
            "Whether \(Wording.counted(system.unresolvedProviders, "further provider")) "
              + "\(system.unresolvedProviders == 1 ? "works" : "work") in "),
          content.link(system.system), .text("."),
        ]))
    }
    let unmeasured = (profile.spanning + profile.reachingIn).filter { $0.shareOfProvider == nil }
    if !unmeasured.isEmpty {
      items.append(
        .text(
          "How much of the work of \(Wording.counted(unmeasured.count, "provider")) named above "
            + "lies here."))
    }
    return Part.section("What is not known") {
      Part.list(items, ifNone: "Nothing that this page asks for is missing.")
    }
  }
}
