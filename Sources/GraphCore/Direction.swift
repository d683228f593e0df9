/// Which way a walk follows the lines of a node.
public enum Direction: Hashable, Sendable, CaseIterable {
  /// From source to target.
  case outgoing

  /// From target to source.
  case incoming

  /// Both ways, as if lines had no direction.
  case either

  /// The way back.
  public var reversed: Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .either: .either
    }
  }
}

extension Graph {
  /// The rows that a walk in a direction reads, in the order in which it reads them.
  func rows(along direction: Direction) -> [Rows] {
    switch direction {
    case .outgoing: [forward]
    case .incoming: [reverse]
    case .either: [forward, reverse]
    }
  }
}
