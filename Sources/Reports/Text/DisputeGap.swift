import Governance

/// What is said of a body of which it is not known whether a dispute is settled independently,
/// though where it takes one is known or assumed.
enum DisputeGap {
  /// The words, without a full stop; `nil` where no way to take a dispute is recorded or drawn.
  ///
  /// - Parameters:
  ///   - subject: the body.
  ///   - graph: the graph.
  static func words(for subject: Code, in graph: AccountabilityGraph) -> String? {
    guard let node = graph.atlas.node(subject) else { return nil }
    let routes = graph.lines(.escalatesTo, from: node)
    guard let surest = routes.map(\.confidence).max() else { return nil }
    let arbiters = Wording.named(graph.sorted(Set(routes.map(\.object))).map(graph.code), in: graph)
    let way =
      surest == .assumed
      ? "it is merely assumed that disputes go to \(arbiters)" : "disputes go to \(arbiters)"
    return "\(way); whether they are settled independently cannot be checked"
  }
}
