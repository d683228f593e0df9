import GraphCore

/// Whether the partners that a place needs sit on its boards.
struct OrphanPlacePartners {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  func examine(_ places: [NodeID]) -> Examination {
    var examination = Examination()
    let index = SeatIndex(graph)
    let boards = BodyForums(graph, kinds: rule.parameters.texts("forums"))
    for place in places {
      let forums = boards.forums(for: place)
      let seats = forums.flatMap(index.seats(on:))
      let missing = rule.parameters.posts("posts").filter { requirement in
        let met = seats.filter { seat in
          words(of: seat).contains { requirement.isMet(by: $0) }
        }
        return met.reduce(0) { $0 + ($1.count ?? 1) } < Double(requirement.count)
      }
      if !forums.isEmpty, missing.isEmpty {
        examination.holds()
      } else if let wholeness = wholeness(of: forums, index) {
        examination.breaks(finding(place, forums, wholeness, seats, missing))
      } else {
        examination.isUnknown(for: graph.code(place))
      }
    }
    return examination
  }

  /// What makes all seats of the forums known, with whose each is.
  private func wholeness(of forums: [NodeID], _ index: SeatIndex) -> [Witness]? {
    let witness = forums.compactMap { forum -> Witness? in
      let isPlain = index.members(of: forum).allSatisfy { $0.post != nil || $0.organisation != nil }
      return isPlain ? index.wholeness(of: forum, in: graph) : nil
    }
    return witness.isEmpty || witness.count < forums.count ? nil : witness
  }

  /// The words by which a seat may meet a requirement, in lower case.
  private func words(of seat: Seat) -> [String] {
    var words = seat.post.map { [$0.lowercased()] } ?? []
    for code in [seat.organisation].compactMap(\.self) + seat.represents {
      guard let organisation = graph.atlas.organisation(code) else { continue }
      words.append(organisation.name.lowercased())
      words += organisation.sectors.map { Self.spaced($0.rawValue) }
      words.append(Self.spaced(organisation.kind.rawValue))
      if organisation.kind == .neighbourhood { words.append("primary care") }
    }
    return words
  }

  /// "mental health" for `mentalHealth`.
  private static func spaced(_ word: String) -> String {
    word.reduce(into: "") { text, letter in
      text += letter.isUppercase ? " " + letter.lowercased() : String(letter)
    }
  }

  private func finding(
    _ place: NodeID, _ forums: [NodeID], _ wholeness: [Witness], _ seats: [Seat],
    _ missing: [PostRequirement]
  ) -> Finding {
    let name = graph.name(place)
    let titles = Phrase.list(missing.map(\.title))
    return graph.finding(
      rule, check, subjects: [place], involved: forums,
      witness: forums.compactMap(graph.atlas.forum).map { Witness($0) } + wholeness
        + seats.map { Witness($0) },
      why: "The boards of \(name) have no seat, or too few, for: \(titles).",
      question: "How do these take part in \(name): \(titles)?",
      resolution: "Give them a seat, and record it with the post or the organisation.")
  }
}
