import GraphCore

/// F14: the same content is reported to more than one body.
///
/// **Definition.** The returns of an organisation that are of one family and in force on the day ask
/// for the same content. Where two of them go to different recipients, and their functions meet, the
/// content is reported twice. There is one finding for an organisation and a function: the one that
/// the returns of a family share, or none if they share several or all. The organisations are those
/// that the rule names, or else all that make a return. That each family goes to one recipient only
/// is known if the returns of the organisation are stated whole; else the answer is not known.
///
/// **Algorithm.** Returns by organisation and family; within a family those whose functions meet are
/// joined.
///
/// **Complexity.** O(n log n + Σ k²) for n returns, k to a family of one organisation.
///
/// **Source.** The rule cites the concern about reporting twice, and about conflicting judgements.
/// Example: the quality dashboard that an ambulance trust sends to each of six boards.
public struct DoubleReporting: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.doubleReporting

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    let returns = Dictionary(grouping: inForce(in: graph), by: \.organisation)
    let asked =
      rule.subjects.map { graph.organisations($0).map(graph.code) } ?? returns.keys.sorted()
    if asked.isEmpty { examination.isUnknown(for: Code(rule.id)) }
    for organisation in asked {
      let repeats = Dictionary(
        grouping: repeats(in: returns[organisation] ?? [], graph), by: \.function)
      let findings = repeats.keys.sorted { ($0 ?? "") < ($1 ?? "") }.map {
        finding(rule, check, organisation, repeats[$0] ?? [], in: graph)
      }
      if !findings.isEmpty {
        examination.breaks(findings)
      } else if graph.statesWhole(.returns, about: organisation) != nil {
        examination.holds()
      } else {
        examination.isUnknown(for: organisation)
      }
    }
    return examination
  }

  private func inForce(in graph: AccountabilityGraph) -> [InformationReturn] {
    graph.atlas.register.returns.filter {
      $0.provenance.period.contains(graph.atlas.date) && graph.atlas.node($0.organisation) != nil
        && graph.atlas.node($0.recipient) != nil
    }
  }

  /// Returns of one family that hang together and go to several recipients.
  private struct Repeat {
    let returns: [InformationReturn]
    /// The one function that they share; `nil` if they share several or all.
    let function: String?
  }

  private func repeats(in returns: [InformationReturn], _ graph: AccountabilityGraph) -> [Repeat] {
    let families = Dictionary(grouping: returns, by: \.family)
    return families.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.flatMap { family in
      let members = (families[family] ?? []).sorted {
        $0.id.utf8.lexicographicallyPrecedes($1.id.utf8)
      }
      guard Set(members.map(\.recipient)).count > 1 else { return [Repeat]() }
      return repeats(of: members, graph.regime.functions)
    }
  }

  private func repeats(of family: [InformationReturn], _ functions: TermOrder) -> [Repeat] {
    var left = Array(family.indices)
    var found: [Repeat] = []
    while let first = left.first {
      left.removeFirst()
      var group = [first]
      var shared: [[String]] = []
      var position = 0
      while position < group.count {
        let one = family[group[position]]
        left.removeAll { other in
          guard let common = functions.common(one.functions, family[other].functions) else {
            return false
          }
          group.append(other)
          shared.append(common)
          return true
        }
        position += 1
      }
      let returns = group.sorted().map { family[$0] }
      guard Set(returns.map(\.recipient)).count > 1 else { continue }
      let everything = shared.contains(where: \.isEmpty)
      let names = functions.broadest(shared.flatMap(\.self))
      found.append(
        Repeat(returns: returns, function: everything || names.count != 1 ? nil : names[0]))
    }
    return found
  }

  private func finding(
    _ rule: Expectation, _ check: ExpectationCheck, _ organisation: Code, _ found: [Repeat],
    in graph: AccountabilityGraph
  ) -> Finding {
    let returns = found.flatMap(\.returns)
    let name = graph.atlas.shortName(of: organisation)
    let families = Phrase.list(found.map { $0.returns[0].family })
    let ways = found.map { one in
      let recipients = Set(one.returns.map(\.recipient)).sorted()
      return
        "\(one.returns[0].family) to \(Phrase.list(recipients.map(graph.atlas.shortName(of:))))"
    }
    let times = returns.compactMap(\.timesPerYear)
    let total =
      times.count == returns.count ? ", \(Self.plain(times.reduce(0, +))) times a year in all" : ""
    return graph.finding(
      rule, check, about: [organisation], involved: returns.map(\.recipient),
      function: found[0].function,
      witness: returns.map { Witness(.returns, $0.id, $0.provenance) },
      why: "\(name) reports the same content to several bodies\(total): "
        + "\(Phrase.list(ways)).",
      question: "Could \(name) report \(families) once, for all who need it to share?",
      resolution: "Agree one recipient from whom the others take it, or one return for all; or "
        + "decide that each needs its own, and record the decision.")
  }

  private static func plain(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e9
      ? String(Int(number)) : String((number * 100).rounded() / 100)
  }
}
