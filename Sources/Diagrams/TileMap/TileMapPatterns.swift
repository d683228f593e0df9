import Governance
import Graphviz

/// How the share of a provider is filled. Few are enough: like the colours of a map, a pattern is
/// used again for providers that do not touch.
enum TilePattern: Int, CaseIterable, Sendable {
  case dark, white, light, hatched, pale, darkHatched

  /// A pattern for each provider, so that no two that share a tile or whose tiles touch have the
  /// same, as long as there are enough.
  ///
  /// The saturation-degree heuristic: D. Brélaz, "New methods to color the vertices of a graph",
  /// Communications of the ACM 22 (1979), 251–256.
  ///
  /// - Complexity: O(*n*²) for *n* providers, after their neighbours.
  static func patterns(for content: TileMapContent, on assignment: TileAssignment) -> [TilePattern]
  {
    let neighbours = neighbours(in: content, on: assignment)
    var patterns: [TilePattern?] = Array(repeating: nil, count: neighbours.count)
    for _ in neighbours.indices {
      let open = neighbours.indices.filter { patterns[$0] == nil }
      func taken(_ provider: Int) -> Set<TilePattern> {
        Set(neighbours[provider].compactMap { patterns[$0] })
      }
      let next = open.min { left, right in
        (-taken(left).count, -neighbours[left].count, left)
          < (-taken(right).count, -neighbours[right].count, right)
      }
      guard let next else { break }
      let used = taken(next)
      patterns[next] =
        allCases.first { !used.contains($0) } ?? allCases[next % allCases.count]
    }
    return patterns.map { $0 ?? .white }
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

  var fill: DOTColour {
    switch self {
    case .dark, .darkHatched: Palette.darkBlue
    case .white, .hatched: Palette.paper
    case .light: Palette.lightBlue
    case .pale: DOTColour(0xC8D0D6)
    }
  }

  var hatch: Stroke? {
    switch self {
    case .hatched: Stroke(Palette.ink, width: 1)
    case .darkHatched: Stroke(Palette.paper, width: 1.25)
    case .dark, .white, .light, .pale: nil
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
