import Governance

/// The pages that list what has a page of its own.
struct IndexPages {
  let content: PackContent

  /// The list of providers that span ICSs.
  var providers: Page {
    let summary =
      "\(Wording.counted(content.providers.count, "provider")) "
      + "\(content.providers.count == 1 ? "is" : "are") known to work in more than one ICS on "
      + "\(content.day)."
    return Page(
      path: SiteMap.providers, section: .providers, heading: "Providers that span ICSs",
      summary: summary,
      body: .group([Tag.p(.class("lead")) { summary }, contents, tables, singleNote]))
  }

  private var groups: [(name: String, id: Anchor, footprints: [Footprint])] {
    var groups: [(name: String, id: Anchor, footprints: [Footprint])] = Sector.allCases.map {
      sector in
      (
        Wording.title(of: sector), Anchor("sector", sector.rawValue),
        content.providers.filter { $0.provider.sectors.contains(sector) }
      )
    }
    groups.append(
      (
        "No sector recorded", "no-sector",
        content.providers.filter(\.provider.sectors.isEmpty)
      ))
    return groups.filter { !$0.footprints.isEmpty }
  }

  private var contents: HTML {
    Tag.ul(.class("contents")) {
      for group in groups {
        Tag.li {
          Tag.a(.href(.anchor(group.id))) { group.name }
          " (\(Wording.count(group.footprints.count)))"
        }
      }
    }
  }

  private var tables: HTML {
    .group(
      groups.map { group in
        Part.section(group.name, id: group.id) { table(group.name, group.footprints) }
      })
  }

  private func table(_ name: String, _ footprints: [Footprint]) -> HTML {
    Table(
      caption: "\(name): providers that span ICSs",
      columns: [
        .text("Provider"), .text("Home ICS"), .number("ICSs"),
        .number("ICSs with local services"), .number("Regions"),
        .number("Effective number of ICSs"),
      ] + (content.findings == nil ? [] : [.number("Open questions")]),
      rows: footprints.sorted { before($0, $1) }.map { footprint in
        [
          content.link(footprint.provider.id),
          footprint.home.map { content.link($0, short: true) } ?? Part.unknown,
          .group([.text(count(of: footprint)), assumed(in: footprint)]),
          .text(Wording.count(footprint.localSystems.count)),
          .text(Wording.count(footprint.regions.count)),
          footprint.effectiveSystems.map { .text(Wording.decimal($0)) } ?? Part.unknown,
        ] + questions(footprint.provider.id)
      }
    ).html()
  }

  /// How many open questions there are about a provider; nothing where none were asked.
  private func questions(_ provider: Code) -> [HTML] {
    content.findings.map { [.text(Wording.count($0.findings(on: provider).count))] } ?? []
  }

  private func before(_ left: Footprint, _ right: Footprint) -> Bool {
    (left.provider.name, left.provider.id) < (right.provider.name, right.provider.id)
  }

  private func count(of footprint: Footprint) -> String {
    (footprint.unresolved.isEmpty ? "" : "at least ") + Wording.count(footprint.leastSystemCount)
  }

  private func assumed(in footprint: Footprint) -> HTML {
    let count = footprint.systems.count { $0.confidence == .assumed }
    guard count > 0 else { return .nothing }
    return .group([
      .text(", "), Tag.span(.class("assumed")) { "\(Wording.count(count)) assumed" },
    ])
  }

  private var singleNote: HTML {
    let trusts = content.summary.trusts
    return Tag.p {
      "Of \(Wording.counted(trusts.providers, "trust")), "
      "\(Wording.count(trusts.bySystemCount[1] ?? 0)) are known to work in one ICS alone, and for "
      "\(Wording.count(trusts.withoutSystem.count)) no ICS is recorded. They have no page; the "
      "pages of the ICSs name them."
    }
  }

  /// The list of ICSs.
  var systems: Page {
    let summary =
      "\(Wording.counted(content.systems.count, "ICS")) on \(content.day), by region and from "
      + "north to south."
    return Page(
      path: SiteMap.systems, section: .systems, heading: "Integrated care systems",
      summary: summary,
      body: .group(
        [Tag.p(.class("lead")) { summary }]
          + content.regions.map { region in
            Part.section(region.region.name) {
              SystemSummaryTable(content: content, systems: region.systems)
                .html(caption: "ICSs of \(region.region.name)")
            }
          } + [regionless]))
  }

  private var regionless: HTML {
    let systems = content.systems.filter { $0.region == nil }
    guard !systems.isEmpty else { return .nothing }
    return Part.section("No region recorded") {
      SystemSummaryTable(
        content: content, systems: systems.map { content.survey.summary(ofSystem: $0.system.id) }
      ).html(caption: "ICSs whose region is not recorded")
    }
  }

  /// The list of regions.
  var regions: Page {
    let summary =
      "\(Wording.counted(content.regions.count, "region")) on \(content.day), from north to south."
    return Page(
      path: SiteMap.regions, section: .regions, heading: "Regions", summary: summary,
      body: .group([Tag.p(.class("lead")) { summary }, regionTable]))
  }

  private var regionTable: HTML {
    Table(
      caption: "Regions and what crosses their boundaries",
      columns: [
        .text("Region"), .number("ICSs"), .number("Registered patients"),
        .number("Trusts with a home here"), .number("Providers with a home here that span ICSs"),
        .number("Of which reach into another region"), .number("Providers from elsewhere"),
      ],
      rows: content.regions.map { region in
        [
          content.link(region.region.id), .text(Wording.count(region.systems.count)),
          Part.figure(region.patients), .text(Wording.count(region.homeTrusts.count)),
          .text(Wording.count(region.spanning.count)),
          .text(Wording.count(region.reachingOut.count)),
          .text(Wording.count(region.reachingIn.count)),
        ]
      }
    ).html()
  }
}
