import Governance

/// What lines of a graph of accountability say, in the words of its regime.
struct AccountabilityLineWords {
  let graph: AccountabilityGraph

  /// What a line says, its verb first: "oversees, as lead: performance, finance".
  func label(_ line: BodyLine.Likeness) -> String {
    var text = LineWords.verb(line.kind)
    if let role = line.role, line.arrangement != nil {
      text += ", as \(LineWords.role(role))"
    } else {
      text += LineWords.strength(line.strength)
    }
    // "funds: finance" would say the same twice.
    let implied: [RelationKind: [String]] = [.commissions: ["commissioning"], .funds: ["finance"]]
    let functions = implied[line.kind] == line.functions ? [] : line.functions
    let subject = functions.map(function) + line.services.map(service)
    if !subject.isEmpty { text += ": " + subject.joined(separator: ", ") }
    if !line.areas.isEmpty {
      text += " in " + Words.list(line.areas.map { graph.atlas.shortName(of: $0) })
    }
    return text
  }

  /// A function as a reader is shown it.
  func function(_ term: String) -> String { graph.regime.functions.title(of: term) }

  /// A service as a reader is shown it.
  func service(_ term: String) -> String { graph.regime.services.title(of: term) }

  /// What a body is; a body that is not in force counts as a provider of another kind.
  func kind(of code: Code) -> OrganisationKind {
    graph.atlas.organisation(code)?.kind ?? .otherProvider
  }
}
