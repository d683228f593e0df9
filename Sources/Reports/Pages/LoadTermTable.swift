import Governance

/// Terms of a load that are alike but for the body they are for.
struct LoadTermGroup {
  /// The first of them.
  let term: LoadTerm
  /// All of them.
  private(set) var terms: [LoadTerm]

  /// Hours a year at the most likely values.
  var hours: Double { terms.reduce(0) { $0 + $1.mode } }

  /// Terms in groups, in the order of the first of each; a term on record stands alone.
  ///
  /// - Complexity: O(*n*) in the number of factors.
  static func groups(_ terms: [LoadTerm]) -> [LoadTermGroup] {
    var places: [Key: Int] = [:]
    var groups: [LoadTermGroup] = []
    for term in terms {
      let key = term.forum == nil ? Key(term) : nil
      if let key, let place = places[key] {
        groups[place].terms.append(term)
        continue
      }
      if let key { places[key] = groups.count }
      groups.append(LoadTermGroup(term: term, terms: [term]))
    }
    return groups
  }

  private struct Key: Hashable {
    let component: LoadComponent
    let kind: String
    let ground: LoadGround
    let recipients: Int
    let parts: [LoadPart]

    init(_ term: LoadTerm) {
      component = term.component
      kind = term.kind
      ground = term.ground
      recipients = term.component == .returns ? term.bodies.count : 1
      parts = term.parts
    }
  }

  /// A factor by its symbol; `nil` if no part has it.
  func factor(_ symbols: LoadSymbol...) -> LoadFactor? {
    term.parts.lazy.flatMap(\.factors).first { symbols.contains($0.symbol) }
  }
}

/// The tables of a trust's load, forum by forum, from which it can be worked out by hand.
struct LoadTermTable {
  let content: PackContent
  let load: TrustLoad

  private var groups: [LoadTermGroup] { LoadTermGroup.groups(load.terms) }

  /// Meetings: a row a forum, a column a symbol.
  func meetings(_ citations: inout Citations) -> HTML {
    let own = groups.filter { $0.term.component == .meetings }
    guard !own.isEmpty else { return .nothing }
    return Table(
      caption: "Meetings of \(load.trust.name) in a year",
      columns: [
        .text("Forum"), .text("On what ground"), .number("How many"), .number("n"), .number("a"),
        .number("s"), .number("d"), .number("ρ"), .number("w"), .number("u"), .number("Hours"),
      ],
      rows: own.map { group in
        let share = group.factor(.a).map(value) ?? .text("1")
        return [
          title(of: group), ground(of: group.term, &citations),
          .text(Wording.count(group.terms.count)), value(group.factor(.n)), share,
          value(group.factor(.s)), value(group.factor(.d)), value(group.factor(.rho)),
          value(group.factor(.w)), value(group.factor(.u, .uHost)), hours(group),
        ]
      }
    ).html()
  }

  /// Returns, reviews and contracts: a row a kind, a column a symbol.
  func others(_ citations: inout Citations) -> HTML {
    let own = groups.filter { $0.term.component != .meetings }
    guard !own.isEmpty else { return .nothing }
    return Table(
      caption: "Returns, reviews and contracts of \(load.trust.name) in a year",
      columns: [
        .text("What"), .text("For whom"), .text("On what ground"), .number("How many"),
        .number("n"), .number("a"), .number("h, v or q"), .number("k"), .number("σ"),
        .number("Hours"),
      ],
      rows: own.map { group in
        let isReturn = group.term.component == .returns
        return [
          .text(name(of: group.term)), bodies(of: group),
          ground(of: group.term, &citations), .text(Wording.count(group.terms.count)),
          times(group), group.factor(.a).map(value) ?? .text("1"),
          value(group.factor(.h, .v, .q)),
          isReturn ? .text(Wording.count(group.term.bodies.count)) : .text("–"),
          isReturn && group.term.bodies.count > 1 ? value(group.factor(.sigma)) : .text("–"),
          hours(group),
        ]
      }
    ).html()
  }

  private func name(of term: LoadTerm) -> String {
    switch term.component {
    case .returns: Wording.capitalised(LoadWording.kind(term.kind)) + " return"
    case .reviews: "Review"
    case .contracts: "Contract"
    case .meetings: term.title
    }
  }

  private func title(of group: LoadTermGroup) -> HTML {
    guard group.term.forum == nil else { return .text(group.term.title) }
    return .group([
      .text(Wording.capitalised(LoadWording.kind(group.term.kind)) + ": "), bodies(of: group),
    ])
  }

  private func bodies(of group: LoadTermGroup) -> HTML {
    let names = group.terms.flatMap(\.bodies).map { content.atlas.shortName(of: $0) }
    return names.isEmpty ? Part.unknown : .text(names.joined(separator: ", "))
  }

  /// How often; of a return that its recipients want at different intervals, each interval; a
  /// contract counts once where nothing is said.
  private func times(_ group: LoadTermGroup) -> HTML {
    var all: [LoadFactor] = []
    for factor in group.term.parts.flatMap(\.factors)
    where factor.symbol == .n && !all.contains(factor) {
      all.append(factor)
    }
    if all.isEmpty { return group.term.component == .contracts ? .text("1") : Part.unknown }
    return .joined(all.map(value), separator: "; ")
  }

  private func value(_ factor: LoadFactor?) -> HTML {
    factor.map(value) ?? Part.unknown
  }

  /// The most likely value; a star where nobody has validated it.
  private func value(_ factor: LoadFactor) -> HTML {
    .text(Wording.figure(factor.range.mode) + (factor.origin.isUnvalidated ? "*" : ""))
  }

  /// The hours; not known where every part lacks a figure.
  private func hours(_ group: LoadTermGroup) -> HTML {
    group.term.parts.isEmpty ? Part.unknown : .text(Wording.decimal(group.hours, places: 1))
  }

  private func ground(of term: LoadTerm, _ citations: inout Citations) -> HTML {
    switch term.ground {
    case .recorded:
      let sources = self.sources(of: term)
      return .group([
        .text("on record"), sources.isEmpty ? .nothing : .text(" "),
        sources.isEmpty ? .nothing : citations.cite(sources),
      ])
    case .standing(let rule):
      return .text("by the rules (\(rule))")
    case .template(let id):
      return .group([
        Tag.span(.class("assumed")) { "modelled" }, .text(" "),
        Tag.a(.href(.file(SiteMap.loadEvidence, LoadEvidencePage.anchor(template: id)))) { id },
      ])
    }
  }

  /// The sources of the records that show a term.
  private func sources(of term: LoadTerm) -> [String] {
    let register = content.register
    var found: [String] = []
    for reference in term.rests {
      let source: String? =
        switch reference.home {
        case .table(.forums):
          register.forums.first { $0.id.text == reference.id }?.provenance.source
        case .table(.seats): register.seats.first { $0.id == reference.id }?.provenance.source
        case .table(.relations):
          register.relations.first { $0.id == reference.id }?.provenance.source
        case .table(.arrangements):
          register.arrangements.first { $0.id.text == reference.id }?.provenance.source
        case .table(.parties): register.parties.first { $0.id == reference.id }?.provenance.source
        case .table(.returns): register.returns.first { $0.id == reference.id }?.provenance.source
        default: nil
        }
      if let source, !source.isEmpty, !found.contains(source) { found.append(source) }
    }
    return found
  }
}
