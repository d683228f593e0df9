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
        guard let (kept, design) = overlapping(about, service, area) else { continue }
        let subjects = Set(kept.map(\.subject))
        if let held = groups.firstIndex(where: {
          $0.subjects == subjects && ($0.design == nil) == (design == nil)
        }) {
          groups[held].add(service, area)
        } else {
          groups.append(Group(subjects, kept, design, service, area))
        }
      }
    }
    return groups.filter { group in
      !groups.contains {
        group.subjects.isStrictSubset(of: $0.subjects) && ($0.design == nil || group.design != nil)
      }
    }
    .map { $0.overlap(at: function) }
  }

  private func overlapping(
    _ about: [AccountabilityLine], _ service: String?, _ area: Code?
  ) -> ([AccountabilityLine], Finding.Design?)? {
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
    if Set(counted.map(\.subject)).count > 1 { return (counted, nil) }
    return (meeting, .law(Set(meeting.compactMap(\.rule)).sorted()))
  }

  private struct Group {
    let subjects: Set<NodeID>
    let lines: [AccountabilityLine]
    let design: Finding.Design?
    private var services: Set<String?>
    private var areas: Set<Code?>

    init(
      _ subjects: Set<NodeID>, _ lines: [AccountabilityLine], _ design: Finding.Design?,
      _ service: String?, _ area: Code?
    ) {
      self.subjects = subjects
      self.lines = lines
      self.design = design
      services = [service]
      areas = [area]
    }

    mutating func add(_ service: String?, _ area: Code?) {
      services.insert(service)
      areas.insert(area)
    }

    func overlap(at function: String?) -> LineOverlap {
      LineOverlap(
        function: function,
        services: services.contains(nil) ? [] : services.compactMap(\.self).sorted(),
        areas: areas.contains(nil) ? [] : areas.compactMap(\.self).sorted(), lines: lines,
        design: design)
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
