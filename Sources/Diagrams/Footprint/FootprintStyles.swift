import Governance
import Graphviz

/// The styles of footprint pictures, in the order of their legend.
enum FootprintStyles {
  static let home = "home"
  static let serves = "serves"
  static let specialised = "specialisedOnly"
  static let share = "shareOfSystem"
  static let width = "shareOfProvider"
  static let unknownWidth = "shareOfProviderUnknown"
  static let unresolved = "unresolved"
  static let boundary = "regionBoundary"
  static let derived = "derived"
  static let assumed = "assumed"

  static func all(nouns: ShareNouns, lineScale: Double) -> [LegendStyle] {
    [
      LegendStyle(home, "home ICS", .mark(.square, Palette.darkBlue)),
      LegendStyle(serves, "serves: local services", .mark(.disc, Palette.blue)),
      LegendStyle(specialised, "specialised services only", .mark(.ring, Palette.ink)),
      LegendStyle(
        width, "line width: share of \(nouns.ofProvider); this one is a quarter",
        .line(Stroke(Palette.blue, width: lineWidth(0.25, scale: lineScale)))),
      LegendStyle(
        unknownWidth, "share of \(nouns.ofProvider) not known",
        .line(Stroke(Palette.darkGrey, width: 1.5, pattern: .dashed))),
      LegendStyle(share, "share of \(nouns.ofSystem)", .bar(0.6, Palette.blue)),
      LegendStyle(
        unresolved, "works in at least one of these ICSs, not known which",
        .box(
          fill: nil, stroke: Stroke(Palette.ink, width: 1.25, pattern: .dashed), mark: nil,
          markColour: Palette.ink)),
      LegendStyle(
        boundary, "boundary between regions",
        .line(Stroke(Palette.ink, width: 2, pattern: .dotted))),
      LegendStyle(derived, "worked out from what a source says", .text("~")),
      LegendStyle(assumed, "assumed: general knowledge, no source", .text("?")),
    ]
  }

  /// Width in points of the line for a share of the provider's work, never thinner than can be
  /// seen.
  ///
  /// - Parameters:
  ///   - share: the share, 0 to 1.
  ///   - scale: the width for all of the work, in points.
  static func lineWidth(_ share: Double, scale: Double) -> Double {
    max(1, scale * min(1, share))
  }

  /// The stroke of the line to a card and the style it shows.
  static func line(
    to card: FootprintContent.Card, scale: Double
  ) -> (stroke: Stroke, style: String) {
    if let share = card.shareOfProvider {
      return (Stroke(Palette.blue, width: lineWidth(share, scale: scale)), width)
    }
    return (Stroke(Palette.darkGrey, width: 1.5, pattern: .dashed), unknownWidth)
  }

  /// The outline of a card.
  static func outline(of card: FootprintContent.Card) -> Stroke {
    if card.isUnresolved { return Stroke(Palette.ink, width: 1.25, pattern: .dashed) }
    if card.role == .home { return Stroke(Palette.darkBlue, width: 2.5) }
    return Stroke(Palette.ink, width: 1)
  }

  static func mark(_ role: ServiceRole) -> (
    shape: CanvasMark.Shape, colour: DOTColour, style: String
  ) {
    switch role {
    case .home: (.square, Palette.darkBlue, home)
    case .serves: (.disc, Palette.blue, serves)
    case .specialisedOnly: (.ring, Palette.ink, specialised)
    }
  }

  /// The sign of a confidence and the style it shows; `nil` for what a source says.
  static func sign(_ confidence: Confidence?) -> (text: String, style: String)? {
    switch confidence {
    case .derived: ("~", derived)
    case .assumed: ("?", assumed)
    case .recorded, nil: nil
    }
  }
}

extension Canvas {
  /// Adds the sign of a confidence at a point of a line of text; nothing for what a source says.
  mutating func addSign(
    _ confidence: Confidence?, at point: CanvasPoint, look: TextStyle
  ) {
    guard let sign = FootprintStyles.sign(confidence) else { return }
    let bold = TextStyle(size: look.size, bold: true, colour: look.colour)
    add(CanvasText(sign.text, at: point, look: bold, style: sign.style))
  }
}
