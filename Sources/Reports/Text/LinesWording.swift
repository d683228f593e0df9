import Governance

extension Wording {
  /// What a body is to the one it answers to by a line of a kind.
  static func answering(_ kind: RelationKind) -> String {
    switch kind {
    case .accountableTo: "is accountable to"
    case .oversees: "is overseen by"
    case .intervenes: "may be directed by"
    case .commissions: "is commissioned by"
    case .funds: "is funded by"
    case .delegatesTo: "acts by delegation from"
    case .scrutinises: "is scrutinised by"
    case .appoints: "has members appointed by"
    case .hosts: "is hosted by"
    case .regardTo: "has regard to"
    case .escalatesTo: "takes disputes to"
    case .contains, .serves, .memberOf, .represents: kind.rawValue
    }
  }

  /// What a body is to the one that answers to it by a line of a kind.
  static func answered(_ kind: RelationKind) -> String {
    switch kind {
    case .accountableTo: "holds to account"
    case .oversees: "oversees"
    case .intervenes: "may direct"
    case .commissions: "commissions"
    case .funds: "funds"
    case .delegatesTo: "delegates to"
    case .scrutinises: "scrutinises"
    case .appoints: "appoints members of"
    case .hosts: "hosts"
    case .regardTo: "has its plans regarded by"
    case .escalatesTo: "hears disputes of"
    case .contains, .serves, .memberOf, .represents: kind.rawValue
    }
  }

  /// What a line rests on, in words: `by statute`, `under contract`.
  static func ground(_ basis: Basis) -> String {
    switch basis {
    case .statute: "by statute"
    case .regulation: "by regulation"
    case .contract: "under contract"
    case .delegation: "by delegation"
    case .agreement: "by agreement"
    case .custom: "by custom"
    }
  }

  /// Functions as a heading or in a sentence; those of the regime by their titles.
  static func functions(_ functions: [String], in order: TermOrder) -> String {
    functions.isEmpty ? "all functions" : list(functions.map(order.title(of:)))
  }

  /// " for specialised services in Mere Coast (PL2)", or nothing.
  static func limits(
    services: [String], areas: [Code], in graph: AccountabilityGraph
  ) -> String {
    let of = services.isEmpty ? "" : list(services.map(graph.regime.services.title(of:)))
    let at = areas.isEmpty ? "" : " in " + list(areas.map { named($0, in: graph) })
    return (of.isEmpty ? "" : " for " + of) + at
  }

  /// A body by its short name and code; by its code alone where it has no name.
  static func named(_ code: Code, in graph: AccountabilityGraph) -> String {
    let name = graph.atlas.shortName(of: code)
    return name == code.text ? name : "\(name) (\(code))"
  }

  /// Bodies by short name and code, as a list in a sentence.
  static func named(_ codes: [Code], in graph: AccountabilityGraph) -> String {
    list(codes.map { named($0, in: graph) })
  }
}

extension TextLine {
  /// A text as lines of at most 100 columns, all of them set in.
  static func indented(_ text: String, by columns: Int) -> [TextLine] {
    let space = String(repeating: " ", count: columns)
    return TextLine(text).wrapped(to: 100 - columns).map { TextLine(space + $0.text) }
  }

  /// A text beside a word that stands in the margin: lines of at most 100 columns.
  ///
  /// - Parameters:
  ///   - word: what stands in the margin of the first line.
  ///   - text: the text.
  ///   - margin: the columns of the margin.
  static func hung(_ word: String, _ text: String, margin: Int) -> [TextLine] {
    let lines = TextLine(text).wrapped(to: 100 - margin).map(\.text)
    return lines.enumerated().map { index, line in
      let word = index == 0 ? word : ""
      let gap = max(1, margin - TextTable.width(word))
      return TextLine(word + String(repeating: " ", count: gap) + line)
    }
  }
}
