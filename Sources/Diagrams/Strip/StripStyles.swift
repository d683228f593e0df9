import Governance
import Graphviz

/// The styles of strips, in the order of their legend.
///
/// Fills differ in lightness as well as in colour, and every fill has its mark.
enum StripStyles {
  static let candidate = "candidate"
  static let assumed = "assumed"
  static let least = "least"

  static let all = [
    LegendStyle(
      "home", "home ICS",
      .box(
        fill: Palette.darkBlue, stroke: Stroke(Palette.ink, width: 0.75), mark: .square,
        markColour: Palette.paper)),
    LegendStyle(
      "serves", "serves: local services",
      .box(
        fill: Palette.lightBlue, stroke: Stroke(Palette.ink, width: 0.75), mark: .disc,
        markColour: Palette.ink)),
    LegendStyle(
      "specialisedOnly", "specialised services only",
      .box(
        fill: Palette.paper, stroke: Stroke(Palette.ink, width: 0.75), mark: .ring,
        markColour: Palette.ink)),
    LegendStyle(
      candidate, "perhaps: a source does not say which of several ICSs",
      .box(
        fill: Palette.paper, stroke: candidateStroke, mark: .openDiamond, markColour: Palette.ink)),
    LegendStyle(assumed, "assumed: general knowledge", .text("?")),
    LegendStyle(least, "at least", .text("+")),
  ]

  static let candidateStroke = Stroke(Palette.ink, width: 1, pattern: .dashed)

  static func fill(_ role: ServiceRole) -> DOTColour {
    switch role {
    case .home: Palette.darkBlue
    case .serves: Palette.lightBlue
    case .specialisedOnly: Palette.paper
    }
  }

  static func mark(_ role: ServiceRole) -> (shape: CanvasMark.Shape, colour: DOTColour) {
    switch role {
    case .home: (.square, Palette.paper)
    case .serves: (.disc, Palette.ink)
    case .specialisedOnly: (.ring, Palette.ink)
    }
  }
}
