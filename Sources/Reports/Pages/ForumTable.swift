import Governance

/// Forums as a table.
struct ForumTable {
  let forums: [Forum]

  /// The table.
  ///
  /// - Parameters:
  ///   - caption: what it shows.
  ///   - citations: where its sources are numbered.
  func html(caption: String, citing citations: inout Citations) -> HTML {
    var rows: [[HTML]] = []
    for forum in forums {
      rows.append([
        .text(forum.name), .text(Wording.answer(forum.statutory)),
        .text(Wording.answer(forum.decisionMaking)), Part.figure(forum.meetingsPerYear),
        Part.figure(forum.durationHours), Part.figure(forum.members),
        Part.confidence(forum.provenance.confidence),
        citations.cite([forum.provenance.source]),
      ])
    }
    return Table(
      caption: caption,
      columns: [
        .text("Forum"), .term("Required by statute"), .term("Decides"),
        .number("Meetings a year"), .number("Hours a meeting"), .number("Members"),
        .term("How sure"), .term("Sources"),
      ], rows: rows
    ).html()
  }
}
