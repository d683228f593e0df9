import Governance

/// The witness of a finding cut into rows of bodies, each joined to the next by what lies between
/// them, so that every line can be drawn level.
struct WitnessRows {
  /// Bodies from left to right and, between each and the next, the lines that join them.
  struct Row: Hashable {
    var bodies: [Code]
    var bundles: [[WitnessContent.Line]]
  }

  /// The most bodies in a row.
  static let width = 4

  /// The rows; rows that begin with the same body follow one another.
  let rows: [Row]

  /// Cuts the lines.
  ///
  /// A row begins at the main subject of the finding, or where it has no line at the body with the
  /// most, and goes on along lines not yet drawn, whichever way they point; what is left over begins
  /// further rows. Lines between the same two bodies stay together.
  ///
  /// - Complexity: O(*l* · log *l* + *b* · *l*) in lines and bodies.
  init(_ content: WitnessContent, width: Int = Self.width) {
    var bundles: [Pair: [WitnessContent.Line]] = [:]
    var neighbours: [Code: [Code]] = [:]
    for line in content.lines {
      let pair = Pair(line.from, line.to)
      if bundles[pair] == nil {
        neighbours[line.from, default: []].append(line.to)
        if line.from != line.to { neighbours[line.to, default: []].append(line.from) }
      }
      bundles[pair, default: []].append(line)
    }
    var rows: [Row] = []
    for start in Self.starts(content.bodies, neighbours) {
      for next in neighbours[start] ?? [] {
        guard let first = bundles.removeValue(forKey: Pair(start, next)) else { continue }
        var row = Row(bodies: [start, next], bundles: [first])
        var here = next
        while row.bodies.count < width,
          let step = neighbours[here]?.first(where: { bundles[Pair(here, $0)] != nil }),
          let more = bundles.removeValue(forKey: Pair(here, step))
        {
          row.bodies.append(step)
          row.bundles.append(more)
          here = step
        }
        rows.append(row)
      }
    }
    let alone = content.bodies.filter { neighbours[$0] == nil }
    self.rows = rows + alone.map { Row(bodies: [$0], bundles: []) }
  }

  /// The main subject, then the bodies by how many others they are joined to.
  private static func starts(_ bodies: [Code], _ neighbours: [Code: [Code]]) -> [Code] {
    let first = bodies.prefix(1)
    let rest = bodies.dropFirst().enumerated().sorted { left, right in
      let (one, other) = (
        neighbours[left.element]?.count ?? 0, neighbours[right.element]?.count ?? 0
      )
      return one == other ? left.offset < right.offset : one > other
    }
    return first + rest.map(\.element)
  }

  private struct Pair: Hashable {
    let low: Code
    let high: Code

    init(_ one: Code, _ other: Code) {
      low = min(one, other)
      high = max(one, other)
    }
  }
}
