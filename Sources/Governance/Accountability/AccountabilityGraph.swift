import GraphCore

/// The atlas of a day under a regime, as the checks of findings read it.
///
/// Nodes are addressed by `NodeID`; whatever leaves a check is a code.
public struct AccountabilityGraph: Sendable {
  /// Behind one reference, since checks hand the graph to closures by the million.
  private let contents: Contents

  /// The atlas, with the standing lines of the regime.
  public var atlas: Atlas { contents.atlas }
  /// The regime.
  public var regime: Regime { contents.regime }
  /// The seats of the day by forum, for `SeatIndex`.
  var seating: Seating { contents.seating }

  private struct Subject: Hashable {
    let code: Code
    let aspect: CompletenessAspect
  }

  private final class Contents: Sendable {
    let atlas: Atlas
    let regime: Regime
    let seating: Seating
    let whole: [Subject: Witness]
    /// The place of each node in the order of codes.
    let ranks: [Int]

    init(_ atlas: Atlas, _ regime: Regime, whole: [Subject: Witness]) {
      self.atlas = atlas
      self.regime = regime
      self.whole = whole
      seating = Seating(atlas)
      ranks = AccountabilityGraph.ranks(of: atlas)
    }
  }

  /// Builds the graph.
  ///
  /// - Parameters:
  ///   - register: all dated records.
  ///   - date: the day.
  ///   - regime: the regime whose lines and expectations hold.
  /// - Complexity: that of `Atlas.init`, and O(n log n) in the nodes and the seats.
  public init(_ register: Register, on date: CalendarDate, under regime: Regime) {
    var whole: [Subject: Witness] = [:]
    for statement in register.completeness where statement.provenance.period.contains(date) {
      whole[Subject(code: statement.subject, aspect: statement.aspect)] = Witness(
        .completeness, statement.id, statement.provenance)
    }
    contents = Contents(Atlas(register, on: date, under: regime), regime, whole: whole)
  }

  /// The statement that the records of an aspect about a subject are all there are; `nil` if there
  /// is none, so that an absence is not known.
  public func statesWhole(_ aspect: CompletenessAspect, about code: Code) -> Witness? {
    contents.whole[Subject(code: code, aspect: aspect)]
  }

  /// The code of a node.
  public func code(_ node: NodeID) -> Code { Self.code(node, in: atlas) }

  private static func code(_ node: NodeID, in atlas: Atlas) -> Code {
    switch atlas.entities[node.index] {
    case .organisation(let index): atlas.register.organisations[index].id
    case .arrangement(let index): atlas.register.arrangements[index].id
    case .forum(let index): atlas.register.forums[index].id
    }
  }

  private static func ranks(of atlas: Atlas) -> [Int] {
    let codes = atlas.graph.nodes.map { code($0, in: atlas) }
    var ranks = Array(repeating: 0, count: codes.count)
    for (rank, index) in codes.indices.sorted(by: { codes[$0] < codes[$1] }).enumerated() {
      ranks[index] = rank
    }
    return ranks
  }

  /// The name of a node for running text: the short name where there is one.
  public func name(_ node: NodeID) -> String { atlas.shortName(of: code(node)) }

  /// Organisations in force that a pattern means, by code.
  ///
  /// - Complexity: O(organisations · log organisations).
  public func organisations(_ pattern: OrganisationPattern) -> [NodeID] {
    sorted(
      atlas.graph.nodes.filter { node in
        atlas.organisation(node).map(pattern.matches) ?? false
      })
  }

  /// Arrangements in force of some kinds, by code.
  public func arrangements(_ kinds: Set<ArrangementKind>) -> [NodeID] {
    sorted(
      atlas.graph.nodes.filter { node in
        atlas.arrangement(node).map { kinds.contains($0.kind) } ?? false
      })
  }

  /// Forums in force of some kinds, by code; of every kind if none is named.
  public func forums(_ kinds: [String] = []) -> [NodeID] {
    sorted(
      atlas.graph.nodes.filter { node in
        atlas.forum(node).map { kinds.isEmpty || kinds.contains($0.kind) } ?? false
      })
  }

  /// Nodes in the order of their codes.
  ///
  /// - Complexity: O(n log n), without looking at the codes.
  public func sorted(_ nodes: some Sequence<NodeID>) -> [NodeID] {
    let ranks = contents.ranks
    return nodes.sorted { ranks[$0.index] < ranks[$1.index] }
  }

  /// Lines of a kind that start at a node, in the order of their edges.
  public func lines(_ kind: RelationKind, from node: NodeID) -> [AccountabilityLine] {
    atlas.lines(.relation(kind), from: node).map { line(kind, $0.edge, from: node, to: $0.node) }
  }

  /// Lines of a kind that end at a node, in the order of their edges.
  public func lines(_ kind: RelationKind, into node: NodeID) -> [AccountabilityLine] {
    atlas.lines(.relation(kind), into: node).map { line(kind, $0.edge, from: $0.node, to: node) }
  }

  private func line(
    _ kind: RelationKind, _ edge: EdgeID, from subject: NodeID, to object: NodeID
  ) -> AccountabilityLine {
    switch atlas.records[edge.index] {
    case .standing(let index):
      let standing = atlas.standing[index]
      let own = Witness(
        record: RecordReference(.standing, standing.relation.id),
        period: standing.relation.provenance.period,
        confidence: standing.relation.provenance.confidence)
      return AccountabilityLine(
        standing.relation, subject, object, byDesign: standing.byDesign, rule: standing.rule,
        own: own, rests: standing.rests)
    case .relation(let index):
      let relation = atlas.register.relations[index]
      return AccountabilityLine(
        relation, subject, object,
        byDesign: relation.basis == .statute || relation.basis == .regulation, rule: nil,
        own: Witness(.relations, relation.id, relation.provenance), rests: [])
    case .party, .seat, .forum:
      preconditionFailure("an edge filed under a kind of relation is a relation")
    }
  }
}

extension AccountabilityLine {
  fileprivate init(
    _ relation: Relation, _ subject: NodeID, _ object: NodeID, byDesign: Bool, rule: String?,
    own: Witness, rests: [Witness]
  ) {
    self.init(
      subject: subject, object: object, kind: relation.kind, functions: relation.functions,
      services: relation.services, areas: relation.areas, basis: relation.basis,
      strength: relation.strength, byDesign: byDesign, rule: rule, own: own, rests: rests)
  }
}

extension Witness {
  /// A record of a table as a witness.
  init(_ table: Register.Table, _ id: String, _ provenance: Provenance) {
    self.init(
      record: RecordReference(.table(table), id), period: provenance.period,
      confidence: provenance.confidence)
  }

  /// An arrangement as a witness.
  init(_ arrangement: Arrangement) {
    self.init(.arrangements, arrangement.id.text, arrangement.provenance)
  }

  /// A forum as a witness.
  init(_ forum: Forum) { self.init(.forums, forum.id.text, forum.provenance) }

  /// A seat as a witness.
  init(_ seat: Seat) { self.init(.seats, seat.id, seat.provenance) }

  /// A party as a witness.
  init(_ party: Party) { self.init(.parties, party.id, party.provenance) }

  /// An organisation as a witness.
  init(_ organisation: Organisation) {
    self.init(.organisations, organisation.id.text, organisation.provenance)
  }

  /// A relation as a witness.
  init(_ relation: Relation) { self.init(.relations, relation.id, relation.provenance) }
}
