import Governance

/// The functions and decisions map of an ICS on its page: for each function and level who decides,
/// who is accountable and by which instrument.
struct FunctionsMapPart {
  let content: PackContent
  let graph: AccountabilityGraph
  let map: FunctionsMap

  /// The section.
  var section: HTML {
    Part.section("Functions and decisions map", id: "functions") {
      Tag.p { coverage }
      general
      table
      dark
      unplaced
      files
    }
  }

  private var coverage: String {
    let known = map.coverage
    return "Of \(Wording.counted(known.cells, "cell")) (\(Wording.count(map.rows.count)) functions "
      + "at \(Wording.count(FunctionsMap.Level.allCases.count)) levels) it is known who decides or "
      + "acts in \(Wording.count(known.deciders)), who is accountable in "
      + "\(Wording.count(known.accountable))\(generally) and by which instrument in "
      + "\(Wording.count(known.instruments)); of \(Wording.count(known.unknown)) nothing is known. "
      + "Not known is not none."
  }

  /// How many cells have nobody accountable but by a line about all that a body does.
  private var generally: String {
    let cells = map.rows.flatMap(\.cells).count {
      !$0.accountable.isEmpty && $0.accountable.allSatisfy(\.functions.isEmpty)
    }
    return cells == 0
      ? ""
      : " (in \(Wording.count(cells)) of them only by a line about all that a body does, which names "
        + "no function)"
  }

  /// Who is accountable for all they do, said once.
  private var general: HTML {
    let entries = map.rows.first?.cells.flatMap(\.accountable).filter(\.functions.isEmpty) ?? []
    guard !entries.isEmpty else { return .nothing }
    return Tag.p {
      "For all they do: "
      HTML.joined(entries.map(told), separator: "; ")
      "."
    }
  }

  // MARK: The table

  private var table: HTML {
    let rows = map.rows.flatMap { row in
      row.cells.filter { !$0.isUnknown && !isGeneral($0) }.map { cell -> [HTML] in
        let named = cell.accountable.filter { !$0.functions.isEmpty }
        return [
          .text(Wording.capitalised(row.title)), .text(FunctionsMapText.word(cell.level)),
          entries(cell.deciders),
          named.isEmpty && !cell.accountable.isEmpty
            ? .text("as for all they do") : entries(named),
          instruments(cell), confidence(cell),
        ]
      }
    }
    guard !rows.isEmpty else { return .nothing }
    return Table(
      caption: "Who decides and who is accountable in \(content.atlas.name(of: map.system))",
      columns: [
        .text("Function"), .term("Level"), .text("Who decides or acts"),
        .text("Who is accountable"), .text("By which instrument"), .term("How sure"),
      ], rows: rows
    ).html()
  }

  /// Whether all that is known of a cell is who is accountable there for all they do.
  private func isGeneral(_ cell: FunctionsMap.Cell) -> Bool {
    cell.deciders.isEmpty && cell.accountable.allSatisfy(\.functions.isEmpty)
  }

  /// The most bodies named in a cell; the files name all.
  private static let mostNamed = 6

  private func entries(_ entries: [FunctionsMap.Entry]) -> HTML {
    guard !entries.isEmpty else { return Part.unknown }
    // Several records may say the same of a body: it is said once.
    var said: Set<Saying> = []
    let told = entries.filter { said.insert(Saying($0)).inserted }
    let shown = told.prefix(Self.mostNamed).map { entry in Tag.li { self.told(entry) } }
    let more = told.count - shown.count
    return Tag.ul(.class("plain")) {
      HTML.group(shown)
      if more > 0 { Tag.li { "and \(Wording.count(more)) more" } }
    }
  }

  /// What a reader is told of an entry.
  private struct Saying: Hashable {
    let body: Code
    let way: FunctionsMap.Way
    let towards: [Code]
    let services: [String]

    init(_ entry: FunctionsMap.Entry) {
      body = entry.body
      way = entry.way
      towards = entry.towards
      services = entry.services
    }
  }

  private func told(_ entry: FunctionsMap.Entry) -> HTML {
    let services =
      entry.services.isEmpty
      ? ""
      : " (" + entry.services.map(graph.regime.services.title(of:)).joined(separator: ", ") + ")"
    return .group([
      content.link(entry.body, short: true), .text(" \(Self.act(entry.way))"), towards(entry),
      .text(services),
    ])
  }

  private func towards(_ entry: FunctionsMap.Entry) -> HTML {
    guard !entry.towards.isEmpty else { return .nothing }
    let joint: String? =
      switch entry.way {
      case .decides: ", for "
      case .leads: ", with "
      case .meets: ", of "
      case .shares: nil
      default: " "
      }
    guard let joint else { return .nothing }
    let names: HTML =
      entry.towards.count <= 3
      ? content.links(entry.towards, short: true)
      : .text(Wording.counted(entry.towards.count, "body", "bodies"))
    return .group([.text(joint), names])
  }

  private static func act(_ way: FunctionsMap.Way) -> String {
    switch way {
    case .decides: "decides"
    case .leads: "leads on commissioning"
    case .commissions: "commissions"
    case .exercises: "exercises it by delegation from"
    case .oversees: "oversees"
    case .funds: "funds"
    case .meets: "meets; whether it decides is \(Wording.unknown)"
    case .shares: "shares leadership"
    case .answers: "answers to"
    case .delegates: "stays accountable, having delegated to"
    }
  }

  private func instruments(_ cell: FunctionsMap.Cell) -> HTML {
    let titles = Dictionary(
      graph.regime.documents.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    return Part.words(cell.instruments.map { titles[$0] ?? $0 })
  }

  private func confidence(_ cell: FunctionsMap.Cell) -> HTML {
    (cell.deciders + cell.accountable).map(\.confidence).min().map(Part.confidence) ?? Part.unknown
  }

  // MARK: What is not known

  private var dark: HTML {
    let items = map.rows.compactMap { row -> HTML? in
      let levels = Self.levels(row.cells.filter(\.isUnknown))
      let undecided = Self.levels(row.cells.filter { !$0.isUnknown && isGeneral($0) })
      let parts = [
        levels.isEmpty ? nil : "nothing is known: \(levels)",
        undecided.isEmpty ? nil : "who decides is not known: \(undecided)",
      ].compactMap { $0 }
      guard !parts.isEmpty else { return nil }
      return .text("\(Wording.capitalised(row.title)): \(parts.joined(separator: "; ")).")
    }
    guard !items.isEmpty else { return .nothing }
    return Tag.details {
      Tag.summary { "Where nothing is known, or only who is accountable for all they do" }
      Tag.ul { for item in items { Tag.li { item } } }
    }
  }

  private static func levels(_ cells: [FunctionsMap.Cell]) -> String {
    Wording.list(cells.map { FunctionsMapText.word($0.level) })
  }

  private var unplaced: HTML {
    guard !map.unplaced.isEmpty else { return .nothing }
    return Tag.details {
      Tag.summary {
        "\(Wording.count(map.unplaced.count)) that decide or act without a function in the records"
      }
      Tag.ul { for entry in map.unplaced { Tag.li { told(entry) } } }
    }
  }

  private var files: HTML {
    guard let csv = content.map.functionsFile(of: map.system, "csv"),
      let json = content.map.functionsFile(of: map.system, "json")
    else { return .nothing }
    return Tag.p(.class("files")) {
      "The whole map as data: "
      Tag.a(.href(.file(csv)), .isDownload) {
        "CSV"
        Tag.span(.class("unseen")) { " of the functions and decisions map" }
      }
      ", "
      Tag.a(.href(.file(json)), .isDownload) {
        "JSON"
        Tag.span(.class("unseen")) { " of the functions and decisions map" }
      }
    }
  }
}
