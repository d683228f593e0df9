import Governance
import Graphviz

/// How the share of a provider is filled.
///
/// Few are enough: like the colours of a map, a pattern is used again for providers that do not
/// touch. They differ in lightness or hatching, so that greyscale keeps them apart.
enum TilePattern: Int, CaseIterable, Sendable {
  case dark, light, hatched, pale, darkHatched, lightHatched

  /// A pattern for each provider, so that no two that share a tile or whose tiles touch have the
  /// same, as long as there are enough.
  ///
  /// Each takes the first that is free from one that its place among the codes gives it, so that
  /// patterns are used evenly and stay the same from one day to the next.
  ///
  /// - Complexity: O(*n*²) for *n* providers, after their neighbours.
  static func patterns(
    for content: TileMapContent, on assignment: TileAssignment
  ) -> [TilePattern] {
    let neighbours = neighbours(in: content, on: assignment)
    let byCode = content.providers.indices.sorted {
      content.providers[$0].code < content.providers[$1].code
    }
    var patterns: [Int: TilePattern] = [:]
    for (place, provider) in byCode.enumerated() {
      let used = Set(neighbours[provider].compactMap { patterns[$0] })
      let start = place % allCases.count
      let inTurn = allCases[start...] + allCases[..<start]
      patterns[provider] = inTurn.first { !used.contains($0) } ?? allCases[start]
    }
    return content.providers.indices.map { patterns[$0] ?? .pale }
  }

  private static func neighbours(
    in content: TileMapContent, on assignment: TileAssignment
  ) -> [Set<Int>] {
    var neighbours: [Set<Int>] = Array(repeating: [], count: content.providers.count)
    for one in content.tiles {
      for other in content.tiles where one.code <= other.code {
        guard let cell = assignment.cells[one.code], let otherCell = assignment.cells[other.code]
        else { continue }
        let touches = assignment.lattice.contact(cell, otherCell) != .apart
        guard one.code == other.code || touches else { continue }
        for first in one.presences {
          for second in other.presences where first.provider != second.provider {
            neighbours[first.provider].insert(second.provider)
            neighbours[second.provider].insert(first.provider)
          }
        }
      }
    }
    return neighbours
  }

  /// What a share is filled with.
  var fill: DOTColour {
    switch self {
    case .dark, .darkHatched: Palette.darkBlue
    case .light, .lightHatched: Palette.lightBlue
    case .hatched: Palette.paper
    case .pale: DOTColour(0xC3CCD2)
    }
  }

  /// The lines over it.
  var hatch: Stroke? {
    switch self {
    case .hatched, .lightHatched: Stroke(Palette.ink, width: 1)
    case .darkHatched: Stroke(Palette.paper, width: 1.25)
    case .dark, .light, .pale: nil
    }
  }

  /// The ground of a tile of which it fills the greatest share.
  var tint: DOTColour {
    switch self {
    case .dark: DOTColour(0xC6D5E8)
    case .darkHatched: DOTColour(0xDCE5F0)
    case .light: DOTColour(0xD6EFFA)
    case .lightHatched: DOTColour(0xEAF6FC)
    case .hatched: Palette.paper
    case .pale: DOTColour(0xE6EAEC)
    }
  }
}

extension Canvas {
  /// Adds a part of a share bar, or its sample.
  mutating func add(_ pattern: TilePattern, in frame: CanvasFrame, style: String? = nil) {
    add(CanvasBox(frame, fill: pattern.fill))
    if let hatch = pattern.hatch { self.hatch(frame, spacing: 4.5, stroke: hatch) }
    add(CanvasBox(frame, stroke: Stroke(Palette.ink, width: 0.75), style: style))
  }
}
