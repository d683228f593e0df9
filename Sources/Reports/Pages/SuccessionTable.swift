import Governance

/// Changes of bodies as a table.
struct SuccessionTable {
  let content: PackContent
  let events: [Succession]

  /// The table.
  ///
  /// - Parameters:
  ///   - caption: what it shows.
  ///   - citations: where its sources are numbered.
  func html(caption: String, citing citations: inout Citations) -> HTML {
    var rows: [[HTML]] = []
    for event in events {
      rows.append([
        .text(event.date.longForm), name(event.predecessor), .text(Wording.kind(event.kind)),
        event.successor.map(name) ?? .text("–"), share(of: event),
        Part.confidence(event.confidence), citations.cite([event.source]),
      ])
    }
    return Table(
      caption: caption,
      columns: [
        .term("First day"), .text("Body before"), .term("What happened"), .text("Body after"),
        .number("Share that moved"), .term("How sure"), .term("Sources"),
      ], rows: rows
    ).html()
  }

  private func name(_ code: Code) -> HTML {
    content.map[code] == nil ? .text(content.nameAtAnyTime(of: code)) : content.link(code)
  }

  private func share(of event: Succession) -> HTML {
    guard event.successor != nil, let share = event.share else {
      return event.successor == nil ? .text("–") : Part.unknown
    }
    return .text(
      Wording.percentage(share) + (event.shareBasis.map { " of \($0)" } ?? ""))
  }
}
