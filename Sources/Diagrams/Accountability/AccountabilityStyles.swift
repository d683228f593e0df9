import Governance
import Graphviz

/// The styles of diagrams of accountability, in the order of their legend.
enum AccountabilityStyles {
  static let panel = "panel"
  static let badge = "badge"
  static let assumed = "assumed"
  static let merged = "merged"

  static let all: [LegendStyle] =
    LineLook.drawn.map(LineLook.legend) + [
      LegendStyle(
        panel, "a line to its edge is a line to each ICS in it",
        .box(
          fill: Palette.paleGrey, stroke: Stroke(Palette.midGrey, width: 0.75), mark: nil,
          markColour: Palette.ink)),
      LegendStyle(
        merged, "several bodies in one box",
        .box(
          fill: nil, stroke: Stroke(Palette.ink, width: 1, pattern: .dashed), mark: nil,
          markColour: Palette.ink)),
      LegendStyle(badge, "number of a question below", .badge("1")),
      LegendStyle(assumed, "assumed", .text("?")),
    ]
}
