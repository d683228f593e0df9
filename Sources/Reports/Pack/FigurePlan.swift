import Diagrams
import Governance

/// Which diagrams a pack has, and on which page each of them stands.
struct FigurePlan: Sendable {
  /// A page with figures.
  enum Place: Hashable, Sendable {
    case summary
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
    self.init(diagrams: providers)
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
