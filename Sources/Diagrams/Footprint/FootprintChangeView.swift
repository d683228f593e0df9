import Governance
import Graphviz

/// The footprint of one provider on two days as one picture: the provider a bar, the ICSs of the
/// earlier day above it and those of the later day below.
public struct FootprintChangeView: Sendable {
  private let before: Footprint
  private let after: Footprint
  private let earlier: Atlas
  private let later: Atlas

  /// Prepares the picture of two footprints of one provider.
  ///
  /// - Parameters:
  ///   - before: the footprint on the earlier day.
  ///   - earlier: the atlas of that day, for names.
  ///   - after: the footprint on the later day.
  ///   - later: the atlas of that day, for names.
  public init(before: Footprint, in earlier: Atlas, after: Footprint, in later: Atlas) {
    self.before = before
    self.earlier = earlier
    self.after = after
    self.later = later
  }

  /// The picture, its words and its table; `nil` where the ICSs of a day are too many to stand side
  /// by side.
  ///
  /// - Complexity: O(*n*²) in the number of ICSs and the length of their texts.
  public func diagram() -> Diagram? {
    guard let canvas = canvas() else { return nil }
    let words = FootprintChangeWords(
      before: FootprintWords(footprint: before, atlas: earlier),
      after: FootprintWords(footprint: after, atlas: later))
    return Diagram(
      name: "footprint-change-" + FootprintView.stem(after.provider.id), title: words.title,
      alternativeText: words.alternativeText, description: words.description, table: words.table,
      page: canvas.page, document: canvas.document, engine: Canvas.engine)
  }

  /// The page with everything on it.
  func canvas() -> Canvas? {
    let change = FootprintChange(before: before, after: after)
    var above = FootprintContent(before, in: earlier).marking(change.lost, "not afterwards")
    above.idStem = "before"
    let below = FootprintContent(after, in: later).marking(change.gained, "new")
    guard max(above.cards.count, below.cards.count) <= FootprintColumns.capacity else {
      return nil
    }
    let words = FootprintChangeWords(
      before: FootprintWords(footprint: before, atlas: earlier),
      after: FootprintWords(footprint: after, atlas: later))
    let furniture = PageFurniture(
      title: words.title, subtitle: words.subtitle, notes: words.notes)
    let styles = FootprintStyles.all(nouns: below.nouns, lineScale: above.lineScale)
    return PageComposer(furniture: furniture, styles: styles, endsWithContent: true)
      .compose(on: .a4Landscape) { canvas, frame in
        Self.draw(above, below, words.barLines, in: frame, on: &canvas)
      }
  }

  private static let barHeight = 50.0

  private static func draw(
    _ above: FootprintContent, _ below: FootprintContent,
    _ lines: (above: String, below: String), in frame: CanvasFrame, on canvas: inout Canvas
  ) -> Double {
    var half = frame
    half.height = (frame.height - barHeight) / 2
    let scale = min(
      FootprintColumns(content: above, frame: half, detail: .brief).scale,
      FootprintColumns(content: below, frame: half, detail: .brief).scale)
    let upper = FootprintColumns(content: above, frame: half, detail: .brief, scale: scale)
    let bar = CanvasFrame(
      x: frame.x, y: frame.y + min(upper.height, half.height), width: frame.width,
      height: barHeight)
    _ = upper.drawCards(.above, of: bar, on: &canvas)
    canvas.add(CanvasBox(bar, fill: Palette.darkBlue))
    let look = TextStyle(size: 10, colour: Palette.paper)
    let nameLook = TextStyle(size: 13, bold: true, colour: Palette.paper)
    let texts = [
      (lines.above, look), (below.name, nameLook), (lines.below, look),
    ]
    var line = CanvasFrame(x: bar.x, y: bar.y + 1, width: bar.width, height: 16)
    for (text, look) in texts {
      canvas.add(look.cut(text, width: bar.width - 20), centredIn: line, look: look)
      line.y += 16
    }
    half.y = bar.maxY
    half.height = frame.maxY - bar.maxY
    let lower = FootprintColumns(content: below, frame: half, detail: .brief, scale: scale)
    return lower.drawCards(.below, of: bar, on: &canvas)
  }
}

/// Two footprints of one provider in sentences and as a table.
struct FootprintChangeWords {
  let before: FootprintWords
  let after: FootprintWords

  private var change: FootprintChange {
    FootprintChange(before: before.footprint, after: after.footprint)
  }
  private var earlier: CalendarDate { before.footprint.date }
  private var later: CalendarDate { after.footprint.date }

  var title: String { "What changed for \(after.footprint.provider.name)" }

  var subtitle: String {
    let first = FootprintContent.systems(before.footprint)
    let second = FootprintContent.systems(after.footprint)
    let parts = [
      change.kept.isEmpty ? "" : "\(change.kept.count) kept",
      change.lost.isEmpty ? "" : "\(change.lost.count) no longer",
      change.gained.isEmpty ? "" : "\(change.gained.count) new",
    ].filter { !$0.isEmpty }
    let list = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    return "It worked in \(first) on \(earlier.longForm) and in \(second) on "
      + "\(later.longForm)\(list)."
  }

  /// What the bar says of the days above and below it.
  var barLines: (above: String, below: String) {
    (
      "above: \(earlier.longForm) · \(facts(before))", "below: \(later.longForm) · \(facts(after))"
    )
  }

  private func facts(_ words: FootprintWords) -> String {
    let footprint = words.footprint
    var facts = [FootprintContent.systems(footprint)]
    if !footprint.regions.isEmpty { facts.append(Words.count(footprint.regions.count, "region")) }
    return facts.joined(separator: " · ")
  }

  var notes: [String] {
    let remarks = after.remarks.reduce(into: before.remarks) { notes, note in
      if !notes.contains(note) { notes.append(note) }
    }
    let titles = after.sourceTitles.reduce(into: before.sourceTitles) { titles, title in
      if !titles.contains(title) { titles.append(title) }
    }
    let sure = [(earlier, before), (later, after)].compactMap { date, words in
      words.confidence.isEmpty ? nil : "\(words.confidence) on \(date.longForm)"
    }
    guard !sure.isEmpty else { return remarks }
    let sources =
      FootprintWords.sourcesNote(titles) + " How sure it is that it works there: "
      + sure.joined(separator: "; ") + "."
    return remarks.prefix(3) + [sources]
  }

  var alternativeText: String {
    let tail =
      ": \(FootprintContent.systems(before.footprint)) on \(earlier.longForm), "
      + "\(FootprintContent.systems(after.footprint)) on \(later.longForm)"
    let name = Words.plainName(after.footprint.provider.name)
    return Words.limited(name, to: max(10, 120 - tail.count)) + tail
  }

  var description: String {
    "The picture shows the ICSs of the earlier day above a bar and those of the later day below it. "
      + "\(subtitle) Before: \(before.description) After: \(after.description)"
  }

  var table: DiagramTable {
    let (first, second) = (before.table, after.table)
    return DiagramTable(
      caption: "\(title): \(earlier.longForm) and \(later.longForm)",
      columns: ["Day"] + second.columns,
      rows: first.rows.map { [earlier.description] + $0 }
        + second.rows.map { [later.description] + $0 })
  }
}
