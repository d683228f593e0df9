import Diagrams
import Governance

/// Which diagrams a pack has, and on which page each of them stands.
struct FigurePlan: Sendable {
  /// A page, or a part of one, with figures.
  enum Place: Hashable, Sendable {
    case sector(Sector)
    case provider(Code)
    case system(Code)
    case region(Code)
    /// The diagram of accountability on the page of a provider.
    case accountability(Code)
    /// The witness of a finding, by its id, on the page of an organisation.
    case witness(String, on: Code)
  }

  /// A diagram, its page and the name of its files.
  struct Entry: Sendable {
    let place: Place
    let diagram: Diagram
    let name: String
  }

  /// All diagrams, in the order of the pages that show them.
  let entries: [Entry]

  /// The diagrams of a pack.
  ///
  /// - Parameter content: what the pack says.
  init(_ content: PackContent) {
    let survey = content.survey
    let providers = content.providers.flatMap { footprint in
      let code = footprint.provider.id
      return Self.diagrams(of: footprint, content).map { (Place.provider(code), $0) }
        + Self.accountability(of: code, content) + Self.witnesses(on: code, content)
    }
    let systems = content.systems.flatMap { profile in
      let code = profile.system.id
      return Self.strips(.system(code), survey).map { (Place.system(code), $0) }
        + Self.witnesses(on: code, content)
    }
    let regions = content.regions.flatMap { profile in
      let code = profile.region.id
      return Self.strips(.region(code), survey).map { (Place.region(code), $0) }
        + Self.witnesses(on: code, content)
    }
    self.init(diagrams: Self.sectorDiagrams(content) + providers + systems + regions)
  }

  /// The footprint of a provider and, where its ICSs changed, the footprint before and after.
  private static func diagrams(of footprint: Footprint, _ content: PackContent) -> [Diagram] {
    let picture = FootprintView(footprint, in: content.atlas).diagram()
    guard let earlier = content.earlier,
      let before = content.survey.change(of: footprint.provider.id, since: earlier)?.before,
      let change = FootprintChangeView(
        before: before, in: earlier.atlas, after: footprint, in: content.atlas
      ).diagram()
    else { return [picture] }
    return [picture, change]
  }

  /// To whom a provider answers.
  private static func accountability(
    of provider: Code, _ content: PackContent
  ) -> [(Place, Diagram)] {
    guard let findings = content.findings,
      let diagram = AccountabilityView(
        provider, in: findings.graph, findings: findings.findings(on: provider),
        geography: content.survey.geography
      ).diagram()
    else { return [] }
    return [(.accountability(provider), diagram)]
  }

  /// The records behind the gravest questions of a page.
  private static func witnesses(
    on page: Code, _ content: PackContent
  ) -> [(Place, Diagram)] {
    guard let findings = content.findings else { return [] }
    return findings.drawn(on: page).map { finding in
      (.witness(finding.id, on: page), WitnessView(finding, in: findings.index).diagram())
    }
  }

  /// The strips of those that span ICSs.
  private static func strips(_ subject: StripSubject, _ survey: Survey) -> [Diagram] {
    StripView(
      subject, footprints: survey.footprints, in: survey.atlas, geography: survey.geography,
      spansAtLeast: 2
    ).diagrams()
  }

  /// Of more trusts than these the signs and their key do not fit on one page: the strips show them.
  private static let mostTrustsOnAMap = 60

  /// A tile map and the strips of every sector of which a trust spans ICSs.
  private static func sectorDiagrams(_ content: PackContent) -> [(Place, Diagram)] {
    let survey = content.survey
    let tiles = TileAssignment(survey.atlas, geography: survey.geography)
    return content.spanningSectors.flatMap { sector -> [(Place, Diagram)] in
      let trusts = survey.footprints.count { $0.provider.sectors.contains(sector) }
      let maps =
        trusts > mostTrustsOnAMap
        ? []
        : [
          TileMapView(
            .sector(sector), in: survey.atlas, footprints: survey.footprints, assignment: tiles
          ).diagram()
        ]
      return (maps + strips(.sector(sector), survey)).map { (.sector(sector), $0) }
    }
  }

  /// A plan of given diagrams.
  ///
  /// - Parameter diagrams: the diagrams, each with its page.
  init(diagrams: [(place: Place, diagram: Diagram)]) {
    var names = FileNames()
    entries = diagrams.map { place, diagram in
      Entry(place: place, diagram: diagram, name: names.name(for: diagram.name))
    }
  }
}
