import GraphCore

/// What a line may be about: a function, a service and an area.
///
/// What `nil` means is for the user to say: whatever no limited line takes in, or whatever there is.
struct Matter: Hashable {
  var function: String?
  var service: String?
  var area: Code?
}

/// Gathers what is found of the same bodies, so that each question is asked once, at its broadest.
struct MatterQuestions {
  /// Bodies, and what the question about them is.
  struct Question {
    /// The bodies, by code.
    let bodies: [NodeID]
    /// The function; `nil` for all.
    let function: String?
    /// The broadest services; empty for all.
    let services: [String]
    /// The widest areas; empty for everywhere.
    let areas: [Code]
    /// The lines that show it.
    let evidence: [AccountabilityLine]
  }

  private struct Key: Hashable {
    let bodies: [NodeID]
    let function: String?
  }

  private struct Held {
    var services: Set<String?> = []
    var areas: Set<Code?> = []
    var evidence: [AccountabilityLine] = []
  }

  let graph: AccountabilityGraph
  private var order: [Key] = []
  private var held: [Key: Held] = [:]

  init(_ graph: AccountabilityGraph) { self.graph = graph }

  /// Adds what bodies, by code, are found to do at a matter.
  ///
  /// - Returns: whether it is the first of these bodies and this function.
  @discardableResult
  mutating func add(_ bodies: [NodeID], _ matter: Matter) -> Bool {
    let key = Key(bodies: bodies, function: matter.function)
    let isFirst = held[key] == nil
    if isFirst { order.append(key) }
    held[key, default: Held()].services.insert(matter.service)
    held[key, default: Held()].areas.insert(matter.area)
    return isFirst
  }

  /// Adds lines that show what was added before.
  mutating func show(
    _ evidence: [AccountabilityLine], of bodies: [NodeID], _ matter: Matter
  ) {
    held[Key(bodies: bodies, function: matter.function)]?.evidence += evidence
  }

  /// The questions in the order in which they first arose, but for those that are asked of the same
  /// bodies, services and areas about a broader function.
  var questions: [Question] {
    let all = order.map { key in
      let matter = held[key] ?? Held()
      return Question(
        bodies: key.bodies, function: key.function,
        services: matter.services.contains(nil)
          ? [] : graph.regime.services.broadest(matter.services.compactMap(\.self)),
        areas: matter.areas.contains(nil) ? [] : graph.widest(matter.areas.compactMap(\.self)),
        evidence: matter.evidence)
    }
    let byBodies = Dictionary(grouping: all, by: \.bodies)
    return all.filter { question in
      !(byBodies[question.bodies] ?? []).contains { other in
        question.services == other.services && question.areas == other.areas
          && isBroader(other.function, than: question.function)
      }
    }
  }

  private func isBroader(_ function: String?, than other: String?) -> Bool {
    guard let other, function != other else { return false }
    guard let function else { return true }
    return graph.regime.functions.isWithin(other, function)
  }
}

extension TermOrder {
  /// The terms at which lines may meet: those that they name and the listed ones within them; in
  /// the order of the list, then others in byte order.
  func meetings(of lists: [[String]]) -> [String] {
    let named = Set(lists.joined())
    if named.isEmpty { return [] }
    let listed = listed(within: named)
    return listed + named.subtracting(listed).sorted()
  }

  /// The terms that lie within no other, in byte order.
  func broadest(_ list: [String]) -> [String] {
    let all = Set(list)
    return all.filter { term in !all.contains { $0 != term && isWithin(term, $0) } }.sorted()
  }
}

extension AccountabilityGraph {
  /// The areas that lie within no other, by code.
  func widest(_ list: [Code]) -> [Code] {
    let all = Set(list)
    return all.filter { area in !all.contains { $0 != area && isWithin(area, $0) } }.sorted()
  }
}
