import Governance

/// The same footprint in sentences and as a table.
struct FootprintWords {
  let footprint: Footprint
  let atlas: Atlas

  private var nouns: ShareNouns { ShareNouns(footprint) }
  private var name: String { Words.plainName(footprint.provider.name) }

  var title: String { "Where \(Words.drawable(footprint.provider.name)) works" }

  /// The date, the count, the regions and the home, in sentences.
  var subtitle: String {
    let date = "On \(footprint.date.longForm)"
    guard !footprint.systems.isEmpty || !footprint.unresolved.isEmpty else {
      return "\(date) no ICS is recorded in which it works. \(homeSentence)"
    }
    var sentences = ["\(date) it works in \(FootprintContent.systems(footprint))\(regionPhrase)."]
    if footprint.straddlesRegions { sentences.append(straddling) }
    sentences.append(homeSentence)
    return sentences.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var regionPhrase: String {
    guard footprint.regions.count == 1, let region = footprint.regions.first else { return "" }
    return ", in one region: \(atlas.name(of: region.region))"
  }

  /// How many ICSs lie in each region, in a sentence.
  private var straddling: String {
    let parts = footprint.regions.enumerated().map { index, region in
      let count =
        index == 0
        ? Words.count(region.systems.count, "ICS", "ICSs") : String(region.systems.count)
      return "\(count) in \(atlas.name(of: region.region))"
    }
    return "It straddles \(footprint.regions.count) regions: \(Words.list(parts))."
  }

  private var homeSentence: String {
    if let home = footprint.home { return "Its home is \(systemName(home))." }
    if let reason = footprint.homeException {
      return "It has no home ICS: \(Words.limited(reason, to: 160))."
    }
    return "No home ICS is recorded."
  }

  /// Notes at the foot of the picture.
  var notes: [String] {
    remarks + [sourcesNote].compactMap { $0 }
  }

  /// The notes without the sources.
  var remarks: [String] { [restNote, sharesNote, unresolvedNote, buyersNote].compactMap { $0 } }

  private var sharesNote: String? {
    guard !footprint.systems.isEmpty else { return nil }
    guard let basis = nouns.basisWords else {
      return "No share of an ICS or of \(nouns.ofProvider) is known."
    }
    let unknown = footprint.systems.filter { $0.shareOfProvider == nil }.count
    let rest =
      unknown == 0
      ? ""
      : " The share of \(nouns.ofProvider) is not known for "
        + Words.count(unknown, "ICS", "ICSs") + "."
    return "Shares are of \(basis)\(shareConfidence)." + rest
  }

  /// The least sum of shares of which nothing is said to be missing.
  private static let nearlyWhole = 0.95

  /// What the shares add to, where that is clearly less than all.
  private var restNote: String? {
    let known = footprint.systems.compactMap(\.shareOfProvider)
    let sum = known.reduce(0, +)
    guard !known.isEmpty, sum < Self.nearlyWhole else { return nil }
    let part = "about \(Words.share(sum)) of \(nouns.ofProvider)"
    guard known.count == footprint.systems.count, footprint.unresolved.isEmpty else {
      return "The ICSs with a known share account for \(part); how much of the rest belongs to the "
        + "others shown is not known."
    }
    let account = known.count == 1 ? "The ICS shown accounts" : "The ICSs shown account"
    return "\(account) for \(part); \(nouns.restComes) from ICSs not shown."
  }

  /// How sure the shares are, where they are all as sure as one another.
  private var shareConfidence: String {
    let levels = Set(footprint.systems.compactMap(\.shareConfidence))
    guard levels.count == 1, let level = levels.first else { return "" }
    switch level {
    case .recorded: return ", recorded in the source"
    case .derived: return ", worked out from the sources"
    case .assumed: return ", assumed"
    }
  }

  private var unresolvedNote: String? {
    guard !footprint.unresolved.isEmpty else { return nil }
    return "A dashed card stands for ICSs of which the record does not say which: an ICS in it was "
      + "split, or the source names none."
  }

  private var buyersNote: String? {
    guard !footprint.buyers.isEmpty else { return nil }
    let names = footprint.buyers.map(systemName)
    return "Buy from it without known local services: \(Words.list(names))."
  }

  /// The sources of what is shown, each once.
  var sourceTitles: [String] {
    let ids = footprint.systems.flatMap(\.sources) + footprint.unresolved.map(\.source)
    let unique = ids.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return Words.sources(unique, in: atlas.register)
  }

  /// The first few sources, and how many more there are.
  static func sourcesNote(_ titles: [String]) -> String {
    let shown = titles.prefix(3).joined(separator: "; ")
    return "Sources: \(shown)" + (titles.count > 3 ? " and \(titles.count - 3) more." : ".")
  }

  private var sourcesNote: String? {
    let titles = sourceTitles
    guard !titles.isEmpty else { return nil }
    return Self.sourcesNote(titles) + " How sure it is that it works there: \(confidence)."
  }

  /// How sure the ICSs are, as counts.
  var confidence: String {
    Confidence.allCases.reversed().compactMap { level -> String? in
      let count =
        footprint.systems.filter { $0.confidence == level }.count
        + footprint.unresolved.filter { $0.confidence == level }.count
      return count == 0 ? nil : "\(count) \(level.rawValue)"
    }
    .joined(separator: ", ")
  }

  var alternativeText: String {
    let regions =
      footprint.regions.isEmpty ? "" : " in \(Words.count(footprint.regions.count, "region"))"
    let tail = ": \(FootprintContent.systems(footprint))\(regions), \(footprint.date.longForm)"
    return "Footprint of " + Words.limited(name, to: max(10, 120 - 13 - tail.count)) + tail
  }

  /// What the picture shows, in full sentences.
  var description: String {
    var sentences = [
      "The picture shows \(footprint.provider.name) (\(footprint.provider.id)) as a bar over "
        + "the ICSs in which it works, grouped by region from north to south.", subtitle,
    ]
    sentences += footprint.systems.map(sentence)
    sentences += footprint.unresolved.map { reach in
      "It also works in at least one of \(Words.list(reach.among.map(systemName), last: "or")); "
        + "it is not known which" + (reach.reason.map { " (\($0))" } ?? "") + "."
    }
    sentences += footprint.hosts.map(sentence)
    if let effective = footprint.effectiveSystems, footprint.systems.count > 1 {
      sentences.append("The effective number of ICSs (1/Σp²) is \(Words.decimal(effective)).")
    }
    sentences += notes
    return sentences.joined(separator: " ")
  }

  private func sentence(_ reach: SystemReach) -> String {
    let role =
      switch reach.role {
      case .home: "its home ICS"
      case .serves: "local services"
      case .specialisedOnly: "specialised services only"
      }
    var parts: [String] = []
    if let share = reach.shareOfSystem {
      parts.append("\(Words.share(share)) of \(nouns.ofSystem)")
    }
    if let share = reach.shareOfProvider {
      parts.append("\(Words.share(share)) of \(nouns.ofProvider)")
    }
    let shares = parts.isEmpty ? "share not known" : Words.list(parts)
    let sure = reach.confidence == .recorded ? "" : " (\(reach.confidence.rawValue))"
    return "\(systemName(reach.system)): \(role)\(sure); \(shares)."
  }

  private func sentence(_ host: HostReach) -> String {
    let lead = atlas.name(of: host.lead)
    guard !host.associates.isEmpty else { return "\(lead) leads on commissioning it." }
    let names = Words.list(host.associates.map(systemName))
    return "\(lead) leads on commissioning it for \(names)."
  }

  /// One row for each ICS and for each reach that is not resolved.
  var table: DiagramTable {
    let places = Dictionary(grouping: footprint.places, by: \.system)
    let known = footprint.systems.map { reach -> [String] in
      let named = (places[reach.system] ?? []).map { atlas.name(of: $0.place) }
      let unknown = footprint.systemsWithUnknownPlaces.contains(reach.system)
      return [
        reach.system.text, systemName(reach.system),
        reach.region.map { atlas.name(of: $0) } ?? "not recorded", Words.role(reach.role),
        reach.services.isEmpty ? "not known" : reach.services.joined(separator: "; "),
        Words.exactShare(reach.shareOfSystem), Words.exactShare(reach.shareOfProvider),
        reach.confidence.rawValue, unknown ? "not known" : named.joined(separator: "; "),
      ]
    }
    let open = footprint.unresolved.map { reach -> [String] in
      [
        reach.among.map(\.text).joined(separator: " or "),
        "one or more of " + Words.list(reach.among.map(systemName), last: "or"), "not known",
        Words.role(reach.role),
        reach.services.isEmpty ? "not known" : reach.services.joined(separator: "; "),
        "not known", "not known", reach.confidence.rawValue, "not known",
      ]
    }
    return DiagramTable(
      caption: "ICSs in which \(footprint.provider.name) works on \(footprint.date.longForm)",
      columns: [
        "Code", "ICS", "Region", "Role", "Services", "Share of \(nouns.ofSystem)",
        "Share of \(nouns.ofProvider)", "Confidence", "Places",
      ],
      rows: known + open)
  }

  private func systemName(_ code: Code) -> String { Words.systemName(atlas.name(of: code)) }
}
