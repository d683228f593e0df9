import Governance

/// ICSs in figures, as a table.
struct SystemSummaryTable {
  let content: PackContent
  let systems: [SystemSummary]

  /// The table.
  ///
  /// - Parameter caption: what it shows.
  func html(caption: String) -> HTML {
    let sectors = Sector.allCases.filter { sector in
      systems.contains { $0.providersBySector[sector] != nil }
    }
    let rows = systems.map { system -> [HTML] in
      let counts = sectors.map { sector -> HTML in
        .text(Wording.count(system.providersBySector[sector] ?? 0))
      }
      return [
        content.link(system.system, short: true), Part.figure(system.patients),
        system.places == 0 ? Part.unknown : .text(Wording.count(system.places)),
      ] + counts + [providers(of: system), .text(Wording.count(system.crossBoundaryProviders))]
    }
    return Table(
      caption: caption,
      columns: [.text("ICS"), .number("Registered patients"), .number("Places")]
        + sectors.map { .number(Wording.title(of: $0)) }
        + [.number("All providers"), .number("Of which span ICSs")], rows: rows
    ).html()
  }

  private func providers(of system: SystemSummary) -> HTML {
    let open = system.unresolvedProviders
    let known = Wording.count(system.providers)
    return .text(open == 0 ? known : "\(known) to \(Wording.count(system.providers + open))")
  }
}
