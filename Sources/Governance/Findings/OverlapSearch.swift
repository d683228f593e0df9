import GraphCore

/// Lines to one object that overlap in a function, in services and in areas.
struct LineOverlap: Hashable {
  /// The function; `nil` for all.
  let function: String?
  /// The services; empty for all.
  let services: [String]
  /// The areas; empty for everywhere.
  let areas: [Code]
  /// The lines that count: at least two subjects, unless the overlap is by design.
  let lines: [AccountabilityLine]
  /// Why it is meant.
  let design: Finding.Design?
}

/// Finds where lines to one object, from different subjects and without a lead, overlap.
struct OverlapSearch {
  let graph: AccountabilityGraph
  /// Lines to one object.
  let lines: [AccountabilityLine]

  /// The overlaps, each at the broadest function at which it arises, in the order of the functions.
  func overlaps() -> [LineOverlap] {
    guard lines.count > 1, Set(lines.map(\.subject)).count > 1 else { return [] }
    let order = graph.regime.functions
    var found: [LineOverlap] = []
    let everything = groups(at: nil)
    found += everything
    for function in functions {
      let above =
        order.broader(than: function).filter { $0 != function }.sorted().flatMap {
          groups(at: $0)
        } + everything
      found += groups(at: function).filter { group in
        !above.contains { $0.isSameQuestion(as: group) }
      }
    }
    return found
  }

  /// The functions of the order, then others that lines name.
  private var functions: [String] {
    let listed = graph.regime.functions.terms.map(\.id)
    let others = Set(lines.flatMap(\.functions)).subtracting(listed)
    return listed + others.sorted()
  }

  /// The largest groups at a function, `nil` standing for what no limited line takes in.
  private func groups(at function: String?) -> [LineOverlap] {
    let about = lines.filter { line in
      guard let function else { return line.functions.isEmpty }
      return graph.regime.functions.covers(line.functions, function)
    }
    guard Set(about.map(\.subject)).count > 1 else { return [] }
    var groups: [Group] = []
    for service in [nil] + Set(about.flatMap(\.services)).sorted().map(Optional.some) {
      for area in [nil] + Set(about.flatMap(\.areas)).sorted().map(Optional.some) {
        guard let (kept, isMeant) = overlapping(about, service, area) else { continue }
        let point = Point(service: service, area: area, lines: kept)
        let subjects = Set(kept.map(\.subject))
        if let held = groups.firstIndex(where: {
          $0.subjects == subjects && $0.isMeant == isMeant
        }) {
          groups[held].points.append(point)
        } else {
          groups.append(Group(subjects: subjects, isMeant: isMeant, points: [point]))
        }
      }
    }
    return groups.filter { group in
      !groups.contains {
        group.subjects.isStrictSubset(of: $0.subjects) && (!$0.isMeant || group.isMeant)
      }
    }
    .flatMap { $0.overlaps(at: function) }
  }

  private func overlapping(
    _ about: [AccountabilityLine], _ service: String?, _ area: Code?
  ) -> (lines: [AccountabilityLine], isMeant: Bool)? {
    let meeting = about.filter { line in
      let takesService =
        service.map { graph.regime.services.covers(line.services, $0) } ?? line.services.isEmpty
      let takesArea = area.map { graph.covers(line.areas, $0) } ?? line.areas.isEmpty
      return takesService && takesArea
    }
    guard Set(meeting.map(\.subject)).count > 1,
      !meeting.contains(where: { $0.strength == .lead })
    else { return nil }
    let counted = meeting.filter { !$0.byDesign }
    if Set(counted.map(\.subject)).count > 1 { return (counted, false) }
    return (meeting, true)
  }

  /// A service and an area, `nil` standing for what no limited line takes in, and the lines there.
  private struct Point {
    let service: String?
    let area: Code?
    let lines: [AccountabilityLine]
  }

  /// The points at which the same subjects overlap.
  private struct Group {
    let subjects: Set<NodeID>
    let isMeant: Bool
    var points: [Point]

    /// One overlap for the services that have the same areas: A and B may overlap in all services
    /// of one place and in one service everywhere, which is not all services everywhere.
    func overlaps(at function: String?) -> [LineOverlap] {
      var told: [(areas: Set<Code?>, points: [Point])] = []
      let services = Dictionary(grouping: points.indices) { points[$0].service }
      for first in points.indices where services[points[first].service]?.first == first {
        let here = (services[points[first].service] ?? []).map { points[$0] }
        let areas = Set(here.map(\.area))
        if let held = told.firstIndex(where: { $0.areas == areas }) {
          told[held].points += here
        } else {
          told.append((areas, here))
        }
      }
      return told.map { overlap(at: function, $0.points) }
    }

    private func overlap(at function: String?, _ points: [Point]) -> LineOverlap {
      let (services, areas) = (Set(points.map(\.service)), Set(points.map(\.area)))
      var seen: Set<AccountabilityLine> = []
      let lines = points.flatMap(\.lines).filter { seen.insert($0).inserted }
      return LineOverlap(
        function: function,
        services: services.contains(nil) ? [] : services.compactMap(\.self).sorted(),
        areas: areas.contains(nil) ? [] : areas.compactMap(\.self).sorted(), lines: lines,
        design: isMeant ? .law(Set(lines.compactMap(\.rule)).sorted()) : nil)
    }
  }
}

extension LineOverlap {
  /// Whether the same subjects overlap in the same services and areas.
  fileprivate func isSameQuestion(as other: LineOverlap) -> Bool {
    Set(lines.map(\.subject)) == Set(other.lines.map(\.subject)) && services == other.services
      && areas == other.areas && (design == nil) == (other.design == nil)
  }
}

extension AccountabilityGraph {
  /// " for 999 in P1 and P2", or nothing.
  func limits(services: [String], areas: [Code]) -> String {
    var text = ""
    if !services.isEmpty {
      text += " for " + Phrase.list(services.map(regime.services.title(of:)))
    }
    if !areas.isEmpty { text += " in " + Phrase.list(areas.map(atlas.shortName(of:))) }
    return text
  }
}
