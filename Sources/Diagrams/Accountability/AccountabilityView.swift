import Governance
import Graphviz

/// To whom one provider answers as a picture: layers from Parliament to place, a line for every
/// relation of accountability, oversight, intervention, commissioning, funding and delegation, and
/// the open questions about them as numbers.
///
/// The provider is a bar beside all its ICSs, never inside one. Of two lines that read alike between
/// the same layers one is drawn; bodies are merged where a page has no room for each.
public struct AccountabilityView: Sendable {
  private let provider: Code
  private let graph: AccountabilityGraph
  private let findings: [Finding]
  private let geography: Geography

  /// The most boxes of a picture, those of places with them.
  static let mostBoxes = 30
  /// The most questions listed below a picture and the most lines for each, from the fullest list
  /// to the briefest.
  private static let listings = [(6, 2), (4, 2), (3, 2), (3, 1)]

  /// Prepares the picture of a provider.
  ///
  /// - Parameters:
  ///   - provider: the code of the provider.
  ///   - graph: the graph of the day under its regime.
  ///   - findings: the open findings about the provider, gravest first.
  ///   - geography: where its ICSs lie, for their order.
  public init(
    _ provider: Code, in graph: AccountabilityGraph, findings: [Finding], geography: Geography
  ) {
    self.provider = provider
    self.graph = graph
    self.findings = findings
    self.geography = geography
  }

  /// The picture, its words and its table; `nil` if nothing of that code is in force on the day.
  ///
  /// - Complexity: O(*l* · *f*) in the lines and the findings of the provider.
  public func diagram() -> Diagram? {
    guard let page = page() else { return nil }
    return Diagram(
      name: "accountability-" + FootprintView.stem(provider), title: page.words.title,
      alternativeText: page.words.alternativeText, description: page.words.description,
      table: page.words.table, page: page.canvas.page, document: page.canvas.document,
      engine: Canvas.engine)
  }

  /// A finished page and its words.
  struct Page {
    let canvas: Canvas
    let words: AccountabilityWords
    let plan: AccountabilityPlan
    /// Whether the picture and the questions end above the legend.
    let fits: Bool
  }

  /// The first page that has room for everything: it says no less than it must.
  func page() -> Page? {
    guard let content = AccountabilityContent(provider, in: graph, geography: geography) else {
      return nil
    }
    let ranked = ranked(content)
    var last: Page?
    for brevity in AccountabilityBrevity.all {
      for (most, lines) in Self.listings where lines > 1 || !ranked.isEmpty {
        let page = page(content, listing: Array(ranked.prefix(most)), of: lines, brevity)
        last = page
        if page.plan.boxes <= Self.mostBoxes, page.fits { return page }
      }
    }
    return last
  }

  /// Findings that rest on a line of the picture first, each part gravest first.
  private func ranked(_ content: AccountabilityContent) -> [Finding] {
    let records = Set(content.lines.flatMap { $0.records.prefix($0.arrangement == nil ? 1 : 2) })
    let onLines = findings.filter { $0.witness.contains { records.contains($0.record) } }
    let ids = Set(onLines.map(\.id))
    return onLines + findings.filter { !ids.contains($0.id) }
  }

  private func page(
    _ content: AccountabilityContent, listing listed: [Finding], of lines: Int,
    _ brevity: AccountabilityBrevity
  ) -> Page {
    let words = AccountabilityWords(
      content: content, graph: graph, findings: listed, more: findings.count - listed.count)
    let plan = AccountabilityPlanner(
      content: content, words: AccountabilityLineWords(graph: graph), findings: listed,
      brevity: brevity, name: name
    ).plan()
    let furniture = PageFurniture(
      title: words.title, subtitle: words.subtitle,
      notes: words.notes(undrawn: plan.undrawn.count, hasWordless: plan.repeatsWords))
    var fits = true
    let canvas = PageComposer(
      furniture: furniture, styles: AccountabilityStyles.all, endsWithContent: true
    ).compose(on: .a4Landscape) { canvas, frame in
      let bottom = AccountabilityDrawing(
        plan: plan, name: Words.drawable(Words.plainName(content.provider.name)),
        facts: words.facts, frame: frame
      ).draw(on: &canvas)
      let list = FindingList(
        findings: listed, more: words.more, maxLines: lines, width: frame.width)
      let end = list.draw(on: &canvas, at: CanvasPoint(frame.x, bottom + 10))
      fits = end <= frame.maxY - 8
      return end
    }
    return Page(canvas: canvas, words: words, plan: plan, fits: fits)
  }

  private func name(_ code: Code) -> String {
    let name = graph.atlas.shortName(of: code)
    return graph.atlas.organisation(code)?.kind == .ics ? Words.systemName(name) : name
  }
}
