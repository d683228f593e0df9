import Graphviz

/// The styles of tile maps, in the order of their legend.
enum TileMapStyles {
  static let region = "region"
  static let bar = "bar"
  static let home = "home"
  static let specialised = "specialisedOnly"
  static let assumed = "assumed"
  static let more = "more"
  static let none = "none"
  static let unknownShare = "unknownShare"
  static let one = "oneProvider"
  static let few = "fewProviders"
  static let many = "manyProviders"

  static let regionStroke = Stroke(Palette.ink, width: 2.5)
  static let tileStroke = Stroke(Palette.midGrey, width: 0.75)

  static func all(shareBasis: String?) -> [LegendStyle] {
    let basis = shareBasis.map { " of \($0)" } ?? ""
    return [
      LegendStyle(region, "region", .line(regionStroke)),
      LegendStyle(
        bar, "share\(basis), in the order above it; for patterns see the key",
        .bar(0.7, Palette.darkBlue)),
      LegendStyle(unknownShare, "share not known", .text("n/k")),
      shade(one, "one provider on record"),
      shade(few, "two or three"),
      shade(many, "four or more"),
      LegendStyle(home, "home ICS", .text("Abc")),
      LegendStyle(specialised, "specialised services only", .text("(Abc)")),
      LegendStyle(assumed, "assumed", .text("?")),
      LegendStyle(more, "see the table", .text("+2 more")),
      LegendStyle(none, "no provider on record", .text("–")),
    ]
  }

  private static func shade(_ name: String, _ words: String) -> LegendStyle {
    LegendStyle(
      name, words,
      .box(fill: fill(of: name), stroke: tileStroke, mark: nil, markColour: Palette.ink))
  }

  /// The shade of a tile by how many providers work in it: darker for more, in greyscale too.
  static func shade(providers: Int) -> String? {
    switch providers {
    case 0: nil
    case 1: one
    case 2, 3: few
    default: many
    }
  }

  static func fill(of shade: String) -> DOTColour {
    switch shade {
    case few: DOTColour(0xE3EBF0)
    case many: DOTColour(0xB9D0E3)
    default: Palette.paper
    }
  }
}
