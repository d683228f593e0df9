import GraphCore

/// Whether it is known who holds each function of an ICS.
struct AccountabilityGapMap {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck

  func examine(_ bodies: [NodeID]) -> Examination {
    var examination = Examination()
    let functions = rule.parameters.texts("functions")
    for body in bodies {
      let holders = Holders(of: body, in: graph)
      let missing = functions.filter { !holders.hold($0, in: graph) }
      if missing.isEmpty {
        examination.holds()
      } else if let statement = graph.statesWhole(.forums, about: graph.code(body)),
        holders.isWhole
      {
        examination.breaks(
          finding(body, missing, of: functions.count, [statement] + holders.witness))
      } else {
        examination.isUnknown(for: graph.code(body))
      }
    }
    return examination
  }

  /// What is known of who holds functions of a body.
  private struct Holders {
    /// The functions of each holder; empty for all.
    private var held: [[String]] = []
    private(set) var witness: [Witness] = []
    /// Whether every forum that may decide says what about.
    private(set) var isWhole = true

    init(of body: NodeID, in graph: AccountabilityGraph) {
      add(graph.forums(of: body), in: graph)
      let kinds: Set<ArrangementKind> = [
        .delegation, .jointCommittee, .jointCommissioning, .leadCommissioning, .leadProvider,
      ]
      for node in graph.sorted(Set(graph.arrangements(of: body).map(\.arrangement))) {
        add(graph.forums(of: node), in: graph)
        guard let arrangement = graph.atlas.arrangement(node), kinds.contains(arrangement.kind),
          !arrangement.functions.isEmpty, arrangement.services.isEmpty, arrangement.areas.isEmpty
        else { continue }
        held.append(arrangement.functions)
        witness.append(Witness(arrangement))
      }
      for line in graph.lines(.delegatesTo, from: body)
      where line.services.isEmpty && line.areas.isEmpty {
        held.append(line.functions)
        witness += line.witness
      }
    }

    private mutating func add(_ forums: [NodeID], in graph: AccountabilityGraph) {
      for forum in forums.compactMap(graph.atlas.forum) where forum.decisionMaking != false {
        if forum.functions.isEmpty || forum.decisionMaking == nil {
          isWhole = false
        } else if forum.services.isEmpty {
          held.append(forum.functions)
          witness.append(Witness(forum))
        }
      }
    }

    func hold(_ function: String, in graph: AccountabilityGraph) -> Bool {
      held.contains { graph.regime.functions.covers($0, function) }
    }
  }

  private func finding(
    _ body: NodeID, _ missing: [String], of count: Int, _ witness: [Witness]
  ) -> Finding {
    let name = graph.name(body)
    let titles = Phrase.list(missing.map(graph.regime.functions.title(of:)), most: 12)
    return graph.finding(
      rule, check, subjects: [body], witness: witness,
      why: "For \(missing.count) of \(count) functions of \(name) nobody is recorded as deciding, "
        + "though its bodies that meet are all recorded: \(titles).",
      question: "Who decides on \(titles) for \(name)?",
      resolution: "Record which committee, delegation or arrangement decides on each of them, and "
        + "under which document.")
  }
}
