import GraphCore

/// F18: one person sits on more boards than can be served well.
///
/// **Definition.** A person is the `holder` that seats name, the same word wherever the person sits;
/// attendance counts, as it takes the same time. For each person: no if the seats in force are on more
/// than `seats` different forums; otherwise yes, as far as is recorded. One finding about the person,
/// in which those whose seats they are and the forums are involved. For each forum that has a seat
/// without a holder the answer is not known.
///
/// Meetings are recorded without the hour at which they begin, so that it cannot be seen whether two
/// of them clash.
///
/// **Algorithm.** One pass over the seats, counting the forums of each holder.
///
/// **Complexity.** O(seats · log seats).
///
/// **Source.** The concern, which the rule cites, that leaders are overstretched by several
/// mechanisms. Example: the chief executive of a trust in six systems who sits on the board of each.
public struct OverstretchedRole: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.overstretchedRole

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    let most = rule.parameters.number("seats").map { Int($0) } ?? .max
    let index = SeatIndex(graph)
    var held: [String: [(forum: NodeID, seat: Seat)]] = [:]
    var examination = Examination()
    for forum in graph.forums() {
      let seats = index.seats(on: forum)
      for seat in seats {
        if let holder = seat.holder { held[holder, default: []].append((forum, seat)) }
      }
      if seats.contains(where: { $0.holder == nil }) {
        examination.isUnknown(for: graph.code(forum))
      }
    }
    let people = held.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for holder in people {
      let seats = held[holder] ?? []
      let forums = graph.sorted(Set(seats.map(\.forum)))
      if forums.count > most {
        examination.breaks(
          stretched(rule, check, holder, forums, seats.map(\.seat), most, graph))
      } else {
        examination.holds()
      }
    }
    return examination
  }

  private func stretched(
    _ rule: Expectation, _ check: ExpectationCheck, _ holder: String, _ forums: [NodeID],
    _ seats: [Seat], _ most: Int, _ graph: AccountabilityGraph
  ) -> Finding {
    let bodies = Set(seats.compactMap { $0.organisation ?? $0.arrangement }).sorted()
    let names = bodies.isEmpty ? "" : " of \(Phrase.list(bodies.map(graph.atlas.shortName)))"
    return graph.finding(
      rule, check, about: [Code(holder)], involved: bodies + forums.map(graph.code),
      witness: seats.map { Witness($0) },
      why: "\(holder)\(names) sits on \(forums.count) boards, and more than \(most) can hardly be "
        + "served well: \(Phrase.list(forums.map(graph.name))).",
      question: "Which of \(holder)'s \(forums.count) boards need \(holder) in person?",
      resolution: "Give up or share seats and record who sits there; or decide that one person may "
        + "hold them, and record the decision.")
  }
}
