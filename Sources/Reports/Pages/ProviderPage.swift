import Governance

/// The page of a provider that spans ICSs.
struct ProviderPage {
  let content: PackContent
  let footprint: Footprint
  let figures: [Figure]
  /// To whom it answers.
  var accountability: [Figure] = []
  /// The questions about it; `nil` where none were asked.
  var findings: FindingsPart?
  /// What governance costs it; `nil` where that was not worked out.
  var load: LoadSection?

  private var code: Code { footprint.provider.id }

  /// The page.
  ///
  /// - Parameter path: its file.
  func page(at path: PackPath) -> Page {
    var citations = Citations()
    let sections = [
      systems(&citations), regions, places, commissioning, neighbours,
      arrangements(&citations), change, load?.section(&citations) ?? .nothing,
      unknowns(&citations),
    ]
    let sources = citations.list(in: content.register)
    return Page(
      path: path, section: .providers, heading: footprint.provider.name, summary: lead,
      body: .group(
        [
          Tag.p(.class("lead")) { lead }, facts, picture, answering,
          findings?.section ?? .nothing,
        ] + sections + [sources, findings?.pictures ?? .nothing]))
  }

  // MARK: At a glance

  private var lead: String {
    var sentence = "\(footprint.provider.name) (\(code)) works in "
    sentence += footprint.unresolved.isEmpty ? "" : "at least "
    sentence += Wording.counted(footprint.leastSystemCount, "ICS")
    if !footprint.regions.isEmpty {
      sentence += " in \(Wording.counted(footprint.regions.count, "region"))"
    }
    sentence += " on \(content.day)."
    let assumed = footprint.systems.count { $0.confidence == .assumed }
    if assumed > 0 {
      sentence +=
        " For \(Wording.count(assumed)) of them that is assumed, not recorded."
    }
    return sentence
  }

  private var facts: HTML {
    var facts: [(term: String, value: HTML)] = [
      ("Code", .text(code.text)),
      ("Sector", .text(Wording.capitalised(Wording.sectors(footprint.provider.sectors)))),
    ]
    if let form = footprint.provider.legalForm {
      facts.append(("Legal form", .text(Wording.form(form))))
    }
    facts.append(("Home ICS", home))
    facts.append(("Regions", regionsInWords))
    facts.append(
      (
        "Registered patients in its area",
        Part.figure(footprint.patientsServed.map { ($0 / 1000).rounded() * 1000 })
      ))
    facts.append(("Effective number of ICSs", effective))
    facts.append(("Shares are of", Part.text(footprint.shareBasis)))
    if let findings { facts.append(("Open questions about accountability", findings.fact)) }
    if let load { facts.append(("Governance load", load.fact)) }
    return Part.facts(facts)
  }

  private var home: HTML {
    if let home = footprint.home { return content.link(home) }
    if let exception = footprint.homeException { return .text("None: \(exception)") }
    return Part.unknown
  }

  private var regionsInWords: HTML {
    guard !footprint.regions.isEmpty else { return Part.unknown }
    let names = content.links(footprint.regions.map(\.region))
    return footprint.straddlesRegions ? .group([.text("Straddles "), names]) : names
  }

  private var effective: HTML {
    guard let number = footprint.effectiveSystems else { return Part.unknown }
    let spread =
      "\(Wording.decimal(number)) (as if spread evenly over so many)"
    let sure = footprint.systems.compactMap(\.shareConfidence).min() ?? .recorded
    return .group([.text(spread), Part.mark(sure)])
  }

  private var picture: HTML { Part.pictures("Footprint", "footprint", figures) }

  private var answering: HTML {
    Part.pictures("To whom it answers", "accountability", accountability)
  }

  // MARK: Where it works

  private func systems(_ citations: inout Citations) -> HTML {
    var rows: [[HTML]] = []
    for reach in footprint.systems {
      rows.append([
        content.link(reach.system, short: true),
        reach.region.map { content.link($0, short: true) } ?? Part.unknown,
        .text(Wording.role(reach.role)), Part.words(reach.services),
        Part.share(reach.shareOfSystem), Part.share(reach.shareOfProvider),
        sureness(of: reach), citations.cite(reach.sources),
      ])
    }
    let table = Table(
      caption: "ICSs in which \(footprint.provider.name) works on \(content.day)",
      columns: [
        .text("ICS"), .text("Region"), .term("Role"), .text("Services"),
        .number("Share of the ICS"), .number("Share of its own work"), .term("How sure"),
        .term("Sources"),
      ], rows: rows)
    return Part.section("ICSs") {
      table.html()
      Part.basis(shareNote)
      otherShares
      data
    }
  }

  private func sureness(of reach: SystemReach) -> HTML {
    guard let shares = reach.shareConfidence, shares != reach.confidence else {
      return Part.confidence(reach.confidence)
    }
    return .group([
      Part.confidence(reach.confidence), .text("; shares "), Part.confidence(shares),
    ])
  }

  private var data: HTML {
    guard let file = content.map.footprintFile(of: code) else { return .nothing }
    return Tag.p(.class("files")) {
      "The whole footprint as data: "
      Tag.a(.href(.file(file)), .isDownload) {
        "JSON"
        Tag.span(.class("unseen")) { " of the footprint" }
      }
    }
  }

  private var shareNote: String {
    guard let basis = footprint.shareBasis else {
      return "What share of each ICS it serves, and of its own work that is, is not known."
    }
    return "Shares are of \(basis). “Share of the ICS” is how much of the ICS’s people it serves, "
      + "“share of its own work” how much of its work lies there."
  }

  private var otherShares: HTML {
    let rows = footprint.systems.flatMap { reach in
      reach.otherShares.map { share -> [HTML] in
        [
          content.link(reach.system), .text(share.basis), Part.share(share.ofSystem),
          Part.share(share.ofProvider),
        ]
      }
    }
    guard !rows.isEmpty else { return .nothing }
    return Table(
      caption: "Shares on another basis",
      columns: [
        .text("ICS"), .text("Shares of"), .number("Share of the ICS"),
        .number("Share of its own work"),
      ], rows: rows
    ).html()
  }

  private var regions: HTML {
    guard footprint.straddlesRegions else { return .nothing }
    return Part.section("Regions") {
      Table(
        caption: "Regions in which \(footprint.provider.name) works",
        columns: [
          .text("Region"), .text("ICSs"), .number("Share of the region’s registered patients"),
          .number("Share of its own work"),
        ],
        rows: footprint.regions.map { reach in
          [
            content.link(reach.region), content.links(reach.systems, short: true),
            Part.share(reach.shareOfRegion), Part.share(reach.shareOfProvider),
          ]
        }
      ).html()
    }
  }

  private var places: HTML {
    Part.section("Places") {
      Table(
        caption: "Places that \(footprint.provider.name) serves",
        columns: [.text("ICS"), .text("Places"), .text("On what this rests")],
        rows: footprint.systems.map { reach in
          [content.link(reach.system, short: true), placeNames(in: reach), ground(of: reach)]
        }
      ).html()
    }
  }

  private func places(in reach: SystemReach) -> [PlaceReach] {
    footprint.places.filter { $0.system == reach.system }
  }

  private func placeNames(in reach: SystemReach) -> HTML {
    let names = places(in: reach).map { content.atlas.name(of: $0.place) }
    return names.isEmpty ? Part.unknown : .text(names.joined(separator: ", "))
  }

  private func ground(of reach: SystemReach) -> HTML {
    let places = places(in: reach)
    if !places.isEmpty {
      return .text(
        places.allSatisfy { $0.ground == .recorded }
          ? "a record names them" : "it serves the whole ICS, so all of its places")
    }
    return .text(
      content.survey.geography.places(of: reach.system).isEmpty
        ? "no places of this ICS are recorded" : "no record says which")
  }

  // MARK: With whom

  private var commissioning: HTML {
    Part.section("Who commissions it") {
      hosts
      if !footprint.buyers.isEmpty {
        Tag.p {
          "These boards buy from it, which is no evidence of local services there: "
          content.sentence(footprint.buyers)
          "."
        }
      }
    }
  }

  /// Who led up to the last reorganisation, where nobody is on record since.
  private var formerHosts: String {
    guard let earlier = content.earlier,
      let before = earlier.footprint(of: code), !before.hosts.isEmpty
    else { return "" }
    let leads = before.hosts.map { host in
      let services = host.services.isEmpty ? "" : " (\(Wording.list(host.services)))"
      return content.earlierName(of: host.lead) + services
    }
    return "Up to \(earlier.atlas.date.longForm) the lead was \(Wording.list(leads)). "
  }

  private var hosts: HTML {
    guard !footprint.hosts.isEmpty else {
      return Tag.p {
        formerHosts
        "Which board leads on its commissioning for others is "
        Part.unknown
        "."
      }
    }
    return Table(
      caption: "Boards that lead on its commissioning for others",
      columns: [
        .text("Lead"), .text("Associates"), .text("Services"), .text("Arrangement"),
        .term("How sure"),
      ],
      rows: footprint.hosts.map { host in
        [
          content.link(host.lead),
          host.associates.isEmpty ? Part.unknown : content.links(host.associates, short: true),
          Part.words(host.services), .text(content.atlas.name(of: host.arrangement)),
          Part.confidence(host.confidence),
        ]
      }
    ).html()
  }

  private var neighbours: HTML {
    Part.section("Ties between ICSs") {
      if footprint.partners.isEmpty {
        Tag.p { "No other trust is known to work in exactly the same ICSs." }
      } else {
        Tag.p {
          "These trusts work in exactly the same ICSs: "
          content.sentence(footprint.partners)
          "."
        }
      }
      Tag.p { tiesSentence }
      ties
    }
  }

  private var tiesSentence: String {
    let count = footprint.tiedPairs.count
    guard count > 0 else { return "Which ICSs it ties together is not known." }
    return "It ties \(Wording.counted(count, "pair")) of ICSs together. The number in a row says "
      + "how many providers tie the same pair, this one among them."
  }

  private var ties: HTML {
    guard !footprint.tiedPairs.isEmpty else { return .nothing }
    let all = Dictionary(
      content.summary.ties.map { ($0.pair, $0) }, uniquingKeysWith: { one, _ in one })
    let rows = footprint.tiedPairs.map { pair -> [HTML] in
      let tie = all[pair]
      return [
        content.link(pair.first, short: true), content.link(pair.second, short: true),
        .text(Wording.count(tie?.providers.count ?? 1)),
        .text(Wording.count(tie?.localProviders.count ?? 0)),
      ]
    }
    return Table(
      caption: "Pairs of ICSs that \(footprint.provider.name) ties together",
      columns: [
        .text("One ICS"), .text("The other"), .number("Providers in both"),
        .number("With local services in both"),
      ], rows: rows
    ).html()
  }

  private func arrangements(_ citations: inout Citations) -> HTML {
    let profiles = content.atlas.arrangements(with: code)
    guard !profiles.isEmpty else { return .nothing }
    let table = ArrangementTable(content: content, subject: code, profiles: profiles)
      .html(
        caption: "Arrangements in which \(footprint.provider.name) takes part", citing: &citations)
    return Part.section("Arrangements") { table }
  }

  // MARK: What changed, what is not known

  private var change: HTML {
    guard let earlier = content.earlier,
      let change = content.survey.change(of: code, since: earlier)
    else { return .nothing }
    let first = earlier.atlas.date.adding(days: 1)
    return Part.section("Before and after \(first.longForm)") {
      if let before = change.before {
        Tag.p {
          "Up to \(earlier.atlas.date.longForm) it worked in "
          "\(before.unresolved.isEmpty ? "" : "at least ")"
          "\(Wording.counted(before.leastSystemCount, "ICS")); on \(content.day) it works in "
          "\(footprint.unresolved.isEmpty ? "" : "at least ")"
          "\(Wording.counted(footprint.leastSystemCount, "ICS"))."
        }
        if isOnlySuccession(change) {
          Tag.p {
            "Boards merged or split; no ICS was given up. Each ICS that closed has a successor in "
            "which it works."
          }
        }
        changeTable(change, before: before, until: earlier.atlas.date)
      } else {
        Tag.p { "There was no such provider before \(first.longForm)." }
      }
    }
  }

  /// Whether every ICS that is gone closed, and has a successor in which the provider works now.
  private func isOnlySuccession(_ change: FootprintChange) -> Bool {
    let now = Set(footprint.systems.map(\.system))
    return !change.lost.isEmpty
      && change.lost.allSatisfy { system in
        content.survey.atlas.node(system) == nil
          && content.register.succession.contains {
            $0.predecessor == system && $0.successor.map(now.contains) == true
          }
      }
  }

  private func changeTable(
    _ change: FootprintChange, before: Footprint, until last: CalendarDate
  ) -> HTML {
    let kept = Set(change.kept)
    let then = before.systems.map { reach -> [HTML] in
      let name = content.earlierName(of: reach.system)
      let isClosed = content.survey.atlas.node(reach.system) == nil
      let fate =
        kept.contains(reach.system) ? "still" : isClosed ? "ICS closed" : "no longer on record"
      return [
        kept.contains(reach.system) ? content.link(reach.system) : .text(name),
        Part.share(reach.shareOfProvider),
        Part.share(footprint.systems.first { $0.system == reach.system }?.shareOfProvider)
          .unless(!kept.contains(reach.system), "–"),
        .text(fate), successors(of: reach.system),
      ]
    }
    let new = change.gained.map { system -> [HTML] in
      [
        content.link(system), .text("–"),
        Part.share(footprint.systems.first { $0.system == system }?.shareOfProvider),
        .text("new"), .text("–"),
      ]
    }
    return Table(
      caption: "ICSs of \(footprint.provider.name) before and after",
      columns: [
        .text("ICS"), .number("Share of its own work up to \(last.longForm)"),
        .number("Share on \(content.day)"), .text("On \(content.day)"), .text("What became of it"),
      ], rows: then + new
    ).html()
  }

  private func successors(of system: Code) -> HTML {
    let events = content.register.succession.filter {
      $0.predecessor == system && $0.date <= content.survey.atlas.date && $0.kind != .cluster
        && $0.successor != nil && $0.successor != system
    }
    guard !events.isEmpty else { return .text("–") }
    return .joined(
      events.map { event in
        .group([
          .text(Wording.kind(event.kind) + " "),
          event.successor.map { content.link($0) } ?? .nothing,
          event.share.map { share in
            .text(" (\(Wording.percentage(share)) of its \(event.shareBasis ?? "area"))")
          } ?? .nothing,
        ])
      }, separator: "; ")
  }

  private func unknowns(_ citations: inout Citations) -> HTML {
    var items: [HTML] = []
    for reach in footprint.unresolved {
      items.append(
        .group([
          .text("It works in at least one of "), content.sentence(reach.among),
          .text(" (\(Wording.role(reach.role))), but it is not known which. "),
          reach.reason.map { .text($0 + " ") } ?? .nothing, citations.cite([reach.source]),
          Part.mark(reach.confidence),
        ]))
    }
    items += missing("share of the ICS’s people", where: { $0.shareOfSystem == nil })
    items += missing("share of its own work", where: { $0.shareOfProvider == nil })
    items += missing("services", where: { $0.services.isEmpty })
    if !footprint.systemsWithUnknownPlaces.isEmpty {
      items.append(
        .group([
          .text("Which places it serves in "),
          content.sentence(footprint.systemsWithUnknownPlaces), .text("."),
        ]))
    }
    items += otherUnknowns
    return Part.section("What is not known") {
      Part.list(items, ifNone: "Nothing that this page asks for is missing.")
    }
  }

  /// What other parts of the page say is not known.
  private var otherUnknowns: [HTML] {
    var items: [HTML] = []
    if footprint.home == nil, footprint.homeException == nil {
      items.append(.text("Its home ICS."))
    }
    if footprint.hosts.isEmpty {
      items.append(.text("Which board leads on its commissioning for others."))
    } else if footprint.hosts.contains(where: \.associates.isEmpty) {
      items.append(.text("For whom a board leads on its commissioning."))
    }
    if !content.hasSeatElsewhere(code) {
      items.append(
        .text(
          "On which forums of others it sits: no seat of it is recorded, which does not say that it "
            + "has none."))
    }
    if let load { items += load.unknowns }
    if let findings { items += findings.unanswered }
    return items
  }

  private func missing(_ what: String, where condition: (SystemReach) -> Bool) -> [HTML] {
    let systems = footprint.systems.filter(condition).map(\.system)
    guard !systems.isEmpty else { return [] }
    if systems.count == footprint.systems.count {
      return [.text("Its \(what), for all of its ICSs.")]
    }
    return [.group([.text("Its \(what) in "), content.sentence(systems), .text(".")])]
  }
}

extension HTML {
  /// The piece, or a text in its place.
  ///
  /// - Parameters:
  ///   - isReplaced: whether the text takes its place.
  ///   - replacement: the text.
  func unless(_ isReplaced: Bool, _ replacement: String) -> HTML {
    isReplaced ? .text(replacement) : self
  }
}
