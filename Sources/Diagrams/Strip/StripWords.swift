import Governance

/// A strip in sentences and as a table.
struct StripWords {
  let content: StripContent
  let rows: [StripContent.Row]
  let page: Int
  let pages: Int
  let atlas: Atlas

  private var noun: (one: String, many: String) { content.subject.noun(in: atlas) }
  private var paging: String { pages > 1 ? "Page \(page) of \(pages)." : "" }

  var title: String { "\(Words.sentence(noun.many)) and the ICSs in which they work" }

  var subtitle: String {
    let rows = content.rows
    let trusts = Words.count(content.trusts, noun.one, noun.many)
    let straddling = rows.filter(\.footprint.straddlesRegions).count
    let spanning = rows.filter(\.footprint.isCrossBoundary).count
    var parts: [String] = []
    if content.spansAtLeast > 1 {
      let least = Self.number(content.spansAtLeast)
      parts = ["\(rows.count) of \(trusts) work in \(least) or more ICSs"]
    } else {
      let all = rows.count == content.trusts ? "" : "\(rows.count) of "
      parts = ["\(all)\(trusts) shown", "\(spanning) work in two or more ICSs"]
    }
    parts.append("\(straddling) in more than one region")
    return ["On \(content.date.longForm): \(parts.joined(separator: ", ")).", paging]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func number(_ value: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six"]
    return words.indices.contains(value) ? words[value] : String(value)
  }

  var notes: [String] {
    let cells = rows.flatMap { $0.footprint.systems }
    let counts = Confidence.allCases.reversed().compactMap { level -> String? in
      let count = cells.filter { $0.confidence == level }.count
      return count == 0 ? nil : "\(count) \(level.rawValue)"
    }
    return [
      "ICSs: local counts those with local services, all also those with specialised services "
        + "only. \(content.subject.row)s are in the order of their home ICS.",
      cells.isEmpty
        ? ""
        : "How sure the \(Words.count(cells.count, "filled cell")) are: "
          + "\(counts.joined(separator: ", "))." + sources,
    ]
  }

  private var sources: String {
    let ids = rows.flatMap { row in
      row.footprint.systems.flatMap(\.sources) + row.footprint.unresolved.map(\.source)
    }
    let count = Set(ids).count
    return count == 0 ? "" : " They rest on \(Words.count(count, "source")), named in the table."
  }

  var alternativeText: String {
    let page = pages > 1 ? ", page \(page) of \(pages)" : ""
    return Words.limited(
      "Strip of \(Words.count(rows.count, noun.one, noun.many)) across "
        + "\(Words.count(content.columns.count, "ICS", "ICSs")), \(content.date.longForm)\(page)",
      to: 120)
  }

  var description: String {
    let opening =
      "The picture is a table of marks: \(noun.many) down, all "
      + "\(Words.count(content.columns.count, "ICS", "ICSs")) across, by region from north to south."
    return ([opening, subtitle] + rows.map(sentence) + notes.filter { !$0.isEmpty })
      .joined(separator: " ")
  }

  private func sentence(_ row: StripContent.Row) -> String {
    var parts: [String] = []
    for role in ServiceRole.allCases {
      let names = systems(row, role)
      guard !names.isEmpty else { continue }
      let lead =
        switch role {
        case .home: "home"
        case .serves: "serves"
        case .specialisedOnly: "specialised services only in"
        }
      parts.append("\(lead) \(Words.list(names))")
    }
    parts += row.footprint.unresolved.map { reach in
      "at least one of \(Words.list(reach.among.map(name), last: "or")), not known which"
    }
    let body = parts.isEmpty ? "no ICS known" : parts.joined(separator: "; ")
    return "\(row.name): \(body)."
  }

  /// The ICSs of a role by name, the assumed ones said to be so.
  private func systems(_ row: StripContent.Row, _ role: ServiceRole) -> [String] {
    row.footprint.systems.filter { $0.role == role }.map { reach in
      name(reach.system) + (reach.confidence == .assumed ? " (assumed)" : "")
    }
  }

  private func name(_ code: Code) -> String { Words.systemName(atlas.name(of: code)) }

  var table: DiagramTable {
    DiagramTable(
      caption: "\(title), \(content.date.longForm). \(paging)"
        .trimmed,
      columns: [
        "Code", content.subject.row, "Home ICS", "Serves", "Specialised services only",
        "Not known which",
        "ICSs with local services", "ICSs in all", "Regions", "Sources",
      ],
      rows: rows.map { row in
        let footprint = row.footprint
        let open = footprint.unresolved.map {
          "one or more of " + Words.list($0.among.map(name), last: "or")
        }
        let ids = footprint.systems.flatMap(\.sources) + footprint.unresolved.map(\.source)
        let unique = ids.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return [
          footprint.provider.id.text, footprint.provider.name,
          systems(row, .home).first ?? footprint.homeException ?? "not known",
          systems(row, .serves).joined(separator: "; "),
          systems(row, .specialisedOnly).joined(separator: "; "), open.joined(separator: "; "),
          (row.localIsLeast ? "at least " : "") + String(row.local),
          (row.allIsLeast ? "at least " : "") + String(row.all),
          footprint.regions.map { atlas.name(of: $0.region) }.joined(separator: "; "),
          Words.sources(unique, in: atlas.register).joined(separator: "; "),
        ]
      })
  }
}

extension String {
  /// Without spaces at its end.
  fileprivate var trimmed: String {
    var copy = self
    while copy.last == " " { copy.removeLast() }
    return copy
  }
}
