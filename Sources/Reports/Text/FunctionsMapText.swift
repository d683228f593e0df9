import Governance

/// The functions and decisions map of an ICS as a person reads it, on 100 columns.
public struct FunctionsMapText {
  private let map: FunctionsMap
  private let graph: AccountabilityGraph

  /// Prepares the text.
  ///
  /// - Parameters:
  ///   - map: the map.
  ///   - graph: the graph it was made from, for names.
  public init(_ map: FunctionsMap, in graph: AccountabilityGraph) {
    self.map = map
    self.graph = graph
  }

  /// Title, how much is known, what holds for all functions, then function by function.
  public var lines: [TextLine] {
    title + general + map.rows.flatMap(row)
      + CommissioningText(map.commissioning, in: graph).lines + unplaced
  }

  private var title: [TextLine] {
    let coverage = map.coverage
    let cells = Wording.count(coverage.cells)
    return [
      TextLine("\(graph.atlas.name(of: map.system)) (\(map.system))", .heading),
      TextLine("Functions and decisions on \(map.date.longForm) under \(map.regime)"),
    ]
      + TextLine.indented(
        "Of \(cells) cells (\(map.rows.count) functions at \(FunctionsMap.Level.allCases.count) "
          + "levels) it is known who decides or acts in \(coverage.deciders), who is accountable in "
          + "\(coverage.accountable) and by which instrument in \(coverage.instruments). Of "
          + "\(coverage.unknown) nothing is known. Not known is not none.", by: 0)
  }

  /// Lines of accountability for all that a body does, said once.
  private var general: [TextLine] {
    let entries = map.rows.first?.cells.flatMap(\.accountable).filter(\.functions.isEmpty) ?? []
    guard !entries.isEmpty else { return [] }
    return [TextLine(""), TextLine("Accountable for all they do", .heading)]
      + entries.flatMap { TextLine.hung("  " + Self.word($0.level), told($0), margin: 17) }
  }

  private func row(_ row: FunctionsMap.Row) -> [TextLine] {
    var lines = [TextLine(""), TextLine(row.title.capitalisedFirst, .heading)]
    let known = row.cells.filter { !$0.isUnknown }
    for cell in known where !isGeneral(cell) { lines += told(cell) }
    let general = known.filter(isGeneral).map { Self.word($0.level) }
    if !general.isEmpty {
      lines += TextLine.hung(
        "  otherwise",
        "\(Wording.list(general)): accountable as for all they do; who decides is "
          + Wording.unknown, margin: 17)
    }
    let dark = row.cells.filter(\.isUnknown).map { Self.word($0.level) }
    if !dark.isEmpty {
      lines += TextLine.hung("  " + Wording.unknown, "at " + levels(dark), margin: 17)
    }
    return lines
  }

  /// Whether all that is known of a cell is who is accountable there for all they do.
  private func isGeneral(_ cell: FunctionsMap.Cell) -> Bool {
    cell.deciders.isEmpty && cell.accountable.allSatisfy(\.functions.isEmpty)
  }

  private func told(_ cell: FunctionsMap.Cell) -> [TextLine] {
    let acts =
      cell.deciders.isEmpty ? ["who decides is \(Wording.unknown)"] : cell.deciders.map(told)
    let own = cell.accountable.filter { !$0.functions.isEmpty }.map(told)
    let general = Set(cell.accountable.filter(\.functions.isEmpty).map(\.body)).sorted()
    let asEver =
      general.isEmpty
      ? [] : ["accountable, as for all they do: \(Wording.named(general, in: graph))"]
    let none = cell.accountable.isEmpty ? ["who is accountable is \(Wording.unknown)"] : []
    let texts = acts + own + asEver + none
    return texts.enumerated().flatMap { index, text in
      TextLine.hung(index == 0 ? "  " + Self.word(cell.level) : "", text, margin: 17)
    }
  }

  private func levels(_ words: [String]) -> String {
    words.count == FunctionsMap.Level.allCases.count ? "any level" : Wording.list(words)
  }

  private var unplaced: [TextLine] {
    guard !map.unplaced.isEmpty else { return [] }
    return [TextLine(""), TextLine("Without a function in the records", .heading)]
      + map.unplaced.flatMap { TextLine.hung("  " + Self.word($0.level), told($0), margin: 17) }
  }

  // MARK: Entries

  private func told(_ entry: FunctionsMap.Entry) -> String {
    let body = Wording.named(entry.body, in: graph)
    let limits = Wording.limits(services: entry.services, areas: entry.areas, in: graph)
    let ground = entry.instrument.map { "; \($0)" } ?? "; instrument \(Wording.unknown)"
    return "\(body) \(act(entry))\(limits)\(ground); \(entry.confidence.rawValue)"
  }

  private func act(_ entry: FunctionsMap.Entry) -> String {
    let towards = many(entry.towards)
    return switch entry.way {
    case .decides: entry.towards.isEmpty ? "decides" : "decides, for \(towards)"
    case .leads: "leads on commissioning" + (entry.towards.isEmpty ? "" : ", with \(towards)")
    case .commissions: "commissions \(towards)"
    case .exercises: "exercises it by delegation from \(towards)"
    case .oversees: "oversees \(towards)"
    case .funds: "funds \(towards)"
    case .meets: "meets, of \(towards); whether it decides is \(Wording.unknown)"
    case .shares: "shares leadership"
    case .answers: "answers to \(towards)"
    case .delegates: "stays accountable, having delegated to \(towards)"
    }
  }

  /// Up to three by name; of more, how many.
  private func many(_ codes: [Code]) -> String {
    codes.count <= 3 ? Wording.named(codes, in: graph) : "\(codes.count) bodies"
  }

  /// A level in words.
  static func word(_ level: FunctionsMap.Level) -> String {
    switch level {
    case .neighbourhood: "neighbourhood"
    case .place: "place"
    case .ics: "ICB"
    case .multiICS: "several ICBs"
    case .region: "region"
    case .national: "national"
    }
  }
}
