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
    let providers = content.providers.map { footprint in
      (
        Place.provider(footprint.provider.id),
        FootprintView(footprint, in: content.atlas).diagram()
      )
    }
    self.init(diagrams: Self.sectorDiagrams(content) + providers)
  }

  /// A tile map and the strips of every sector of which a trust spans ICSs.
  private static func sectorDiagrams(_ content: PackContent) -> [(Place, Diagram)] {
    let survey = content.survey
    let tiles = TileAssignment(survey.atlas, geography: survey.geography)
    return content.spanningSectors.flatMap { sector -> [(Place, Diagram)] in
      let map = TileMapView(
        .sector(sector), in: survey.atlas, footprints: survey.footprints, assignment: tiles
      ).diagram()
      let strips = StripView(
        sector: sector, footprints: survey.footprints, in: survey.atlas,
        geography: survey.geography, spansAtLeast: 2
      ).diagrams()
      return ([map] + strips).map { (.sector(sector), $0) }
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
