import Governance

/// The arrangements of one organisation as a table.
struct ArrangementTable {
  let content: PackContent
  /// The organisation whose arrangements they are.
  let subject: Code
  let profiles: [ArrangementProfile]

  /// The table.
  ///
  /// - Parameters:
  ///   - caption: what it shows.
  ///   - citations: where its sources are numbered.
  func html(caption: String, citing citations: inout Citations) -> HTML {
    var rows: [[HTML]] = []
    for profile in profiles {
      rows.append([
        .text(profile.arrangement.name), .text(kind(of: profile.arrangement)), part(in: profile),
        others(in: profile), Part.words(profile.arrangement.services),
        Part.confidence(profile.confidence),
        citations.cite([profile.arrangement.provenance.source]),
      ])
    }
    return Table(
      caption: caption,
      columns: [
        .text("Arrangement"), .term("Kind"), .term("Part"), .text("With"), .text("Services"),
        .term("How sure"), .term("Sources"),
      ], rows: rows
    ).html()
  }

  private func kind(of arrangement: Arrangement) -> String {
    let kind = Wording.kind(arrangement.kind)
    return arrangement.form.map { "\(kind): \($0)" } ?? kind
  }

  private func part(in profile: ArrangementProfile) -> HTML {
    .text(
      PartyRole.allCases.filter { profile.organisations(as: $0).contains(subject) }
        .map { $0 == .system ? "one of its ICSs" : Wording.role($0) }.joined(separator: ", "))
  }

  /// Everyone else in it, by role.
  private func others(in profile: ArrangementProfile) -> HTML {
    let groups = PartyRole.allCases.compactMap { role -> HTML? in
      let codes = profile.organisations(as: role).filter { $0 != subject }
      guard !codes.isEmpty else { return nil }
      return .group([.text("\(Wording.role(role)): "), content.links(codes, short: true)])
    }
    return groups.isEmpty ? Part.unknown : .joined(groups, separator: "; ")
  }
}
