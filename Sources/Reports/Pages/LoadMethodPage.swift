import Governance

/// The page that says how governance load is worked out, with one trust worked by hand.
struct LoadMethodPage {
  let content: PackContent
  let load: PackLoad

  /// The page.
  func page() -> Page {
    var citations = Citations()
    let example = example(&citations)
    return Page(
      path: SiteMap.loadMethod, section: .load, heading: "How governance load is worked out",
      summary: lead,
      body: .group([
        Tag.p(.class("lead")) { lead }, LoadPage.caution(load), formulas, symbols, grounds,
        uncertainty, example, citations.list(in: content.register),
      ]))
  }

  private var lead: String {
    "External governance load is the time that a trust spends in a year on governance outside its own "
      + "board, in person-hours: price times quantity, as government counts the cost of regulation."
  }

  private var formulas: HTML {
    Part.section("The formulas") {
      Part.facts([
        ("Meetings, for each forum", .text("n · a · [ s · d · (1 + ρ) + s · w + u ]")),
        ("Returns, for each family", .text("n · a · h · [ 1 + (k − 1) · (1 − σ) ]")),
        ("Reviews, for each overseer", .text("n · a · v")),
        ("Contracts, for each", .text("n · a · q; n is 1 where nothing else is said")),
      ])
      Tag.p {
        "The load is the sum. Each term is kept in parts (attendance n·a·s·d, preparation n·a·s·d·ρ, "
        "travel n·a·s·w, support n·a·u and so on), and a part rests on unvalidated defaults if any "
        "of its factors does."
      }
    }
  }

  private var symbols: HTML {
    let used: [LoadSymbol] = [.n, .a, .s, .d, .rho, .w, .u, .uHost, .h, .sigma, .v, .q]
    let rows =
      used.map { [LoadWording.symbol($0), $0.meaning, Self.unit(of: $0)] }
      + [["k", "recipients of the same content", "bodies, counted"]]
    return Part.section("The symbols") {
      Table(
        caption: "Symbols of the formulas",
        columns: [.term("Symbol"), .text("What it is"), .text("Unit")],
        rows: rows.map { $0.map { .text($0) } }
      ).html()
      Tag.p {
        "Their values, each with low, most likely and high, are "
        Tag.a(.href(.file(SiteMap.loadEvidence, "figures"))) { "on the evidence page" }
        ". A trust that chairs a forum, or whose forum it is, has the support of a host, u host."
      }
    }
  }

  private static func unit(of symbol: LoadSymbol) -> String {
    switch symbol {
    case .n: "a year"
    case .a, .sigma: "share, 0 to 1"
    case .s: "persons"
    case .rho: "hours per attendee-hour"
    case .w: "hours per attendee and meeting"
    default: "hours"
    }
  }

  private var grounds: HTML {
    Part.section("What a trust attends, sends and settles") {
      Tag.p {
        "First what is on record: seats of the trust itself on forums, returns, overseers, contracts. "
        "Where nothing is on record, a template of the rules, which is a share and not a yes: “an "
        "ambulance trust sits on about two of seven boards of the places it reaches” counts as 0.29 of "
        "each. Every such row is marked as modelled, here and on the page of each provider. Where a "
        "figure is not known the part is left out, and what is left out is listed; it is never zero."
      }
    }
  }

  private var uncertainty: HTML {
    Part.section("Ranges") {
      Tag.p {
        "Every figure with a range is drawn \(Wording.count(load.report.simulation.settings.draws)) "
        "times between its low and its high value, most often near the most likely one. A draw is "
        "shared by all trusts. P10–P90 is where eight draws in ten lie. The hours at the most likely "
        "values, the mode, are what the formulas give by hand; the median of the draws is higher, "
        "since most ranges reach further up than down."
      }
    }
  }

  // MARK: - By hand

  /// The trust with the fewest rows to work through among those that use all of the formulas.
  private var chosen: TrustLoad? {
    let loads = load.known.compactMap { load.report.load(of: $0.summary.trust) }
    let whole = loads.filter {
      Set($0.terms.map(\.component)).count == LoadComponent.allCases.count
    }
    let templated = whole.filter { $0.terms.contains(where: \.isModelled) }
    let repeated = templated.filter { trust in
      trust.terms.contains { term in term.parts.contains { $0.kind == .repeating } }
    }
    let pool = [repeated, templated, whole, loads].first { !$0.isEmpty } ?? []
    return pool.min { left, right in
      let (one, other) = (
        LoadTermGroup.groups(left.terms).count, LoadTermGroup.groups(right.terms).count
      )
      return one == other ? left.trust.id < right.trust.id : one < other
    }
  }

  private func example(_ citations: inout Citations) -> HTML {
    guard let trust = chosen else { return .nothing }
    let groups = LoadTermGroup.groups(trust.terms)
    let steps = groups.map(step)
    let sums = LoadComponent.allCases.map { component in
      [
        LoadWording.component(component),
        Self.exact(trust.mode(of: component)),
      ]
    }
    let table = LoadTermTable(content: content, load: trust)
    let meetings = table.meetings(&citations)
    let others = table.others(&citations)
    return Part.section("One trust by hand", id: "by-hand") {
      Tag.p {
        content.link(trust.trust.id)
        " (\(trust.trust.id)) on \(content.day), every figure at its most likely value. Its rows are:"
      }
      meetings
      others
      LoadSection.starNote
      Tag.p { "So the hours are:" }
      Table(
        caption: "\(trust.trust.name): each row worked out",
        columns: [.text("What"), .text("How"), .number("Hours a year")], rows: steps
      ).html()
      Table(
        caption: "\(trust.trust.name): the sum",
        columns: [.text("Component"), .number("Hours a year")],
        rows: (sums + [["External governance load", Self.exact(trust.mode)]]).map { row in
          row.map { .text($0) }
        }
      ).html()
      Tag.p {
        "Every other provider’s rows are on its page, and those of all providers in the downloads."
      }
    }
  }

  /// A row worked out: `13 × (0.29 × 6 × 1 × 2 + …)`.
  private func step(_ group: LoadTermGroup) -> [HTML] {
    let term = group.term
    let parts = term.parts.map { part in
      let factors = part.factors.map { factor in
        let value = Wording.figure(factor.range.mode)
        return factor.isComplement ? "(1 − \(value))" : value
      }
      let times = part.multiplicity == 1 ? [] : [Wording.figure(part.multiplicity)]
      return (times + factors).joined(separator: "·")
    }
    let sum = parts.joined(separator: " + ")
    let count = group.terms.count
    let name =
      term.forum != nil
      ? term.title
      : term.component == .reviews || term.component == .contracts
        ? Wording.capitalised(term.kind)
        : Wording.capitalised(LoadWording.kind(term.kind))
          + (term.component == .returns ? " return" : "")
    guard !parts.isEmpty else { return [.text(name), Part.unknown, Part.unknown] }
    return [
      .text(name), .text(count > 1 ? "\(Wording.count(count)) · ( \(sum) )" : sum),
      .text(Self.exact(group.hours)),
    ]
  }

  private static func exact(_ hours: Double) -> String { Wording.decimal(hours, places: 3) }
}
