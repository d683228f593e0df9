import Governance

/// A tile map in sentences and as a table.
struct TileMapWords {
  let content: TileMapContent
  let fit: TileFit
  let register: Register

  private var systems: String { Words.count(content.tiles.count, "ICS", "ICSs") }
  private var providers: String { Words.count(content.providers.count, "provider") }

  var title: String { "\(content.subject.title): which ICSs they cover" }

  var subtitle: String {
    "On \(content.date.longForm): \(providers) in \(systems). Each box is an ICS beside its "
      + "neighbours, whatever its area."
  }

  var notes: [String] {
    [sharedNote, outsidersNote, unresolvedNote, sourcesNote].compactMap { $0 }
  }

  /// What the shares say in one sentence.
  private var sharedNote: String? {
    guard content.hasShares else { return nil }
    let shared = content.tiles.filter { $0.presences.count > 1 }.count
    return "\(Words.count(shared, "ICS", "ICSs")) shared by several providers. "
      + "Shares under 1% are within the error of the maps they rest on."
  }

  private var outsidersNote: String? {
    guard !content.outsiders.isEmpty else { return nil }
    return "Of another sector, but provides \(Words.list(content.definingServices)): "
      + "\(Words.limited(Words.list(content.outsiders), to: 160))."
  }

  private var unresolvedNote: String? {
    guard !content.unresolved.isEmpty else { return nil }
    let count = content.unresolved.count
    return "\(Words.count(count, "provider")) also \(count == 1 ? "works" : "work") in an ICS "
      + "that is not known for certain: see the footprint."
  }

  private var fitSentence: String {
    guard fit.neighbourPairs > 0 else { return "" }
    return "Boxes lie by where people live: \(fit.sharingBorder) of \(fit.neighbourPairs) pairs "
      + "of neighbouring ICSs, judged by their centres of population, share a border here."
  }

  private var sourcesNote: String? {
    guard !content.sources.isEmpty else { return nil }
    let titles = Words.sources(content.sources, in: register)
    let more = titles.count > 1 ? " and \(titles.count - 1) more" : ""
    let counts = Confidence.allCases.reversed().compactMap { level in
      content.confidences[level].map { "\($0) \(level.rawValue)" }
    }
    return "Sources: \(Words.limited(titles[0], to: 120))\(more). "
      + "How sure it is who works where: \(counts.joined(separator: ", "))."
  }

  var alternativeText: String {
    let tail = ": \(providers) in \(systems), \(content.date.longForm)"
    let subject = Words.limited(content.subject.title, to: max(10, 120 - 10 - tail.count))
    return "Tile map, " + subject + tail
  }

  var description: String {
    var sentences = [
      "The picture shows each ICS as a box with those who work in it: "
        + content.subject.title + ". " + subtitle
    ]
    for provider in content.providers.indices {
      let tiles = content.tiles.filter { $0.presences.contains { $0.provider == provider } }
      let names = Words.list(tiles.map(\.fullName))
      sentences.append("\(content.providers[provider].name): \(names).")
    }
    let bare = content.tiles.filter(\.presences.isEmpty).map(\.fullName)
    if !bare.isEmpty { sentences.append("No provider on record: \(Words.list(bare)).") }
    return (sentences + [fitSentence] + notes).filter { !$0.isEmpty }.joined(separator: " ")
  }

  var table: DiagramTable {
    DiagramTable(
      caption: "\(title), \(content.date.longForm)",
      columns: ["Code", "ICS", "Region", "Providers", "Who and how much"],
      rows: content.tiles.map { tile in
        [
          tile.code.text, tile.fullName,
          tile.region.flatMap { content.regionNames[$0] } ?? "not recorded",
          String(tile.presences.count),
          tile.presences.isEmpty
            ? "none on record" : tile.presences.map(presence).joined(separator: "; "),
        ]
      })
  }

  private func presence(_ presence: TileMapContent.Presence) -> String {
    let provider = content.providers[presence.provider]
    let share =
      content.hasShares ? ", " + Words.exactShare(presence.share) : ""
    return "\(provider.name) (\(provider.tag), \(provider.code)): "
      + "\(Words.role(presence.role))\(share), \(presence.confidence.rawValue)"
  }
}
