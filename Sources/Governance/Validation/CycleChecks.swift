extension RegisterValidator {
  /// Nothing contains itself, and no forum reports to itself, through however many others.
  mutating func checkCycles() {
    let lines = register.relations.enumerated().compactMap { row, relation -> DatedArc? in
      guard relation.kind == .contains, let object = relation.object, object != relation.subject,
        !relation.provenance.period.isEmpty
      else { return nil }
      return DatedArc(
        from: relation.subject, to: object, span: relation.provenance.period.span,
        place: RecordPlace(table: .relations, row: row, id: relation.id))
    }
    reportCycle(among: lines, field: "object") { path, day in
      (
        "\(path) contain each other in a ring\(day).",
        "Turn round or remove the line that is wrong."
      )
    }
    let reports = register.forums.enumerated().compactMap { row, forum -> DatedArc? in
      guard let upper = forum.reportsTo, !forum.provenance.period.isEmpty else { return nil }
      return DatedArc(
        from: forum.id, to: upper, span: forum.provenance.period.span,
        place: RecordPlace(table: .forums, row: row, id: forum.id.text))
    }
    reportCycle(among: reports, field: "reportsTo") { path, day in
      ("\(path) report to each other in a ring\(day).", "Correct \"reportsTo\" of one of them.")
    }
  }

  private struct DatedArc {
    var from: Code
    var to: Code
    var span: Range<Int>
    var place: RecordPlace
  }

  /// Reports one ring, on the first day on which there is one.
  ///
  /// Nearly always the lines of all days together have none, and one search settles it. Only else
  /// is each day on which a line of a ring begins looked at, as far as a budget of lines times days
  /// goes that no honest register comes near.
  private mutating func reportCycle(
    among arcs: [DatedArc], field: String, words: (String, String) -> (String, String)
  ) {
    let suspects = RegisterValidator.arcsThatMayClose(arcs)
    var budget = 2_000_000
    for day in Set(suspects.map(\.span.lowerBound)).sorted() {
      budget -= suspects.count
      guard budget > 0 else {
        report(
          suspects[0].place, field,
          "\(suspects.count) lines would form rings if their periods met; they are too many to "
            + "look at each day.",
          "Turn round or remove the lines that are wrong.")
        return
      }
      let active = suspects.filter { $0.span.contains(day) }
      guard let ring = RegisterValidator.cycle(among: active),
        let last = ring.max(by: { $0.place.row < $1.place.row })
      else { continue }
      let path = (ring.map(\.from.text) + [ring[0].from.text]).joined(separator: " → ")
      let when = day == .min ? "" : " on \(CalendarDate(daysSince1970: day))"
      let (message, remedy) = words(path, when)
      report(last.place, field, message, remedy)
      return
    }
  }

  /// The arcs that are left when those into nodes without a way out, or out of nodes without a way
  /// in, are taken away again and again (Kahn's algorithm from both sides): all rings are in them.
  private static func arcsThatMayClose(_ arcs: [DatedArc]) -> [DatedArc] {
    let forward = trimmed(arcs, source: \.from, target: \.to)
    return trimmed(forward, source: \.to, target: \.from)
  }

  private static func trimmed(
    _ arcs: [DatedArc], source: KeyPath<DatedArc, Code>, target: KeyPath<DatedArc, Code>
  ) -> [DatedArc] {
    var incoming: [Code: Int] = [:]
    var outgoing: [Code: [Int]] = [:]
    for (index, arc) in arcs.enumerated() {
      incoming[arc[keyPath: target], default: 0] += 1
      outgoing[arc[keyPath: source], default: []].append(index)
    }
    var isGone = [Bool](repeating: false, count: arcs.count)
    var queue = outgoing.keys.filter { incoming[$0] == nil }
    while let node = queue.popLast() {
      for index in outgoing[node] ?? [] {
        isGone[index] = true
        let next = arcs[index][keyPath: target]
        incoming[next]! -= 1
        if incoming[next] == 0 { queue.append(next) }
      }
    }
    return arcs.indices.filter { !isGone[$0] }.map { arcs[$0] }
  }

  /// The arcs of one ring in order, `nil` if there is none.
  ///
  /// Every node left by the trimming has a way in, so walking back from any must come round.
  private static func cycle(among arcs: [DatedArc]) -> [DatedArc]? {
    let left = arcsThatMayClose(arcs)
    var arrivals: [Code: DatedArc] = [:]
    for arc in left where arrivals[arc.to] == nil { arrivals[arc.to] = arc }
    guard var node = arrivals.keys.min() else { return nil }
    var walked: [DatedArc] = []
    var positions: [Code: Int] = [:]
    while positions[node] == nil, let arc = arrivals[node] {
      positions[node] = walked.count
      walked.append(arc)
      node = arc.from
    }
    guard let start = positions[node] else { return nil }
    return Array(walked[start...].reversed())
  }
}
