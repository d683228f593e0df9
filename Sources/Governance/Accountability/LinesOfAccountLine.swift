import GraphCore

/// A line of account of a body: to or from whom, about what, on what ground.
public struct LineOfAccount: Hashable, Sendable {
  /// The body at the other end.
  public let other: Code
  /// The kind of line.
  public let kind: RelationKind
  /// The functions; empty for all.
  public let functions: [String]
  /// The services; empty for all, or not known for `commissions`.
  public let services: [String]
  /// The areas to which it is limited; empty for none.
  public let areas: [Code]
  /// What it rests on.
  public let basis: Basis?
  /// How binding it is.
  public let strength: Strength?
  /// Whether the law or the regime means it to overlap with others.
  public let byDesign: Bool
  /// The standing rule that draws it; `nil` for a recorded line.
  public let rule: String?
  /// The source of the record, or the document that the rule cites.
  public let source: String
  /// The document that creates the line, as the record has it.
  public let instrument: String?
  /// The record first, then what a standing line rests on.
  public let witness: [Witness]

  /// How sure it is.
  public var confidence: Confidence { witness[0].confidence }

  /// When it holds.
  public var period: Period { witness[0].period }

  init(_ line: AccountabilityLine, _ relation: Relation, other: Code) {
    self.other = other
    kind = line.kind
    functions = line.functions
    services = line.services
    areas = line.areas
    basis = line.basis
    strength = line.strength
    byDesign = line.byDesign
    rule = line.rule
    source = relation.provenance.source
    instrument = relation.instrument
    witness = line.witness
  }
}

/// The lines of account at a body that are about the same functions.
public struct FunctionGroup: Hashable, Sendable {
  /// The functions; empty for all.
  public let functions: [String]
  /// The lines, by kind, then by the body at the other end, then by record.
  public let lines: [LineOfAccount]
}

extension RelationKind {
  /// The function of lines that commission, in the words of the regimes.
  static let commissioningFunction = "commissioning"

  /// The kinds of line by which one body answers to another, in the order in which they are told.
  public static let ofAccount: [RelationKind] = [
    .accountableTo, .oversees, .intervenes, .commissions, .funds, .delegatesTo, .scrutinises,
    .appoints, .hosts, .regardTo, .escalatesTo,
  ]

  /// Whether the body where the line starts is the one that answers.
  public var startsAtWhoAnswers: Bool {
    switch self {
    case .accountableTo, .regardTo, .escalatesTo: true
    default: false
    }
  }
}

extension AccountabilityGraph {
  /// Lines of a kind at a node as lines of account, in the order of their edges.
  func linesOfAccount(
    _ kind: RelationKind, at node: NodeID, along direction: Direction
  ) -> [LineOfAccount] {
    let outgoing = direction == .outgoing
    let edges =
      outgoing
      ? atlas.lines(.relation(kind), from: node) : atlas.lines(.relation(kind), into: node)
    let read = outgoing ? lines(kind, from: node) : lines(kind, into: node)
    return zip(edges, read).compactMap { edge, line in
      atlas.relation(edge.edge).map { LineOfAccount(line, $0, other: code(edge.node)) }
    }
  }
}

extension LineOfAccount {
  /// Orders by kind as told, then by the other end, then by record.
  static func precedes(_ left: LineOfAccount, _ right: LineOfAccount) -> Bool {
    if left.kind != right.kind {
      let order = RelationKind.ofAccount
      return (order.firstIndex(of: left.kind) ?? order.count)
        < (order.firstIndex(of: right.kind) ?? order.count)
    }
    if left.other != right.other { return left.other < right.other }
    return left.witness[0].record < right.witness[0].record
  }
}
