import GraphCore

extension AccountabilityGraph {
  /// What two lines have in common; `nil` if they do not overlap.
  ///
  /// Two lines overlap only where object, function (under the order of functions), services, area
  /// and time all meet.
  ///
  /// - Complexity: O(f² + s² + a · ancestors) in the functions, services and areas of the lines.
  public func overlap(_ left: AccountabilityLine, _ right: AccountabilityLine) -> Overlap? {
    guard left.object == right.object,
      let functions = regime.functions.common(left.functions, right.functions),
      let services = regime.services.common(left.services, right.services),
      let areas = commonAreas(left.areas, right.areas)
    else { return nil }
    let period = left.period.intersection(right.period)
    guard !period.isEmpty else { return nil }
    return Overlap(functions: functions, services: services, areas: areas, period: period)
  }

  /// Whether an area is another or lies within it, through however many others.
  public func isWithin(_ area: Code, _ other: Code) -> Bool {
    if area == other { return true }
    guard let start = atlas.node(area), let goal = atlas.node(other) else { return false }
    var seen: Set<NodeID> = [start]
    var pending = [start]
    while let node = pending.popLast() {
      for line in atlas.lines(.relation(.contains), into: node) {
        if line.node == goal { return true }
        if seen.insert(line.node).inserted { pending.append(line.node) }
      }
    }
    return false
  }

  /// Whether a list of areas takes in an area; an empty list takes in every area.
  public func covers(_ list: [Code], _ area: Code) -> Bool {
    list.isEmpty || list.contains { isWithin(area, $0) }
  }

  /// What two lists of areas have in common, by code; empty if neither is limited; `nil` if they
  /// have nothing in common.
  ///
  /// Areas meet if one lies within the other. Areas of which neither lies within the other, but
  /// which share ground, are not seen to meet: the tables do not say.
  public func commonAreas(_ left: [Code], _ right: [Code]) -> [Code]? {
    if left.isEmpty { return right.sorted() }
    if right.isEmpty { return left.sorted() }
    var found: Set<Code> = []
    for one in left {
      for other in right {
        if isWithin(one, other) {
          found.insert(one)
        } else if isWithin(other, one) {
          found.insert(other)
        }
      }
    }
    return found.isEmpty ? nil : found.sorted()
  }
}
