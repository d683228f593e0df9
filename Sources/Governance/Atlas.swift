import GraphCore

/// A register on one day, as a graph, with the standing lines of a regime where one is given.
///
/// Nodes are the organisations, arrangements and forums in force on the day, in the order of their
/// tables; edges are the relations, parties and seats in force whose two ends are, then the standing
/// lines. The graph holds topology only; what a node or an edge stands for is looked up by index.
///
/// Building costs O(records) time and memory.
public struct Atlas: Sendable {
  /// What a node stands for: an index into a table of the register.
  public enum Entity: Hashable, Sendable {
    case organisation(Int), arrangement(Int), forum(Int)
  }

  /// What an edge stands for: an index into a table of the register, or into `standing`.
  public enum Record: Hashable, Sendable {
    case relation(Int), party(Int), seat(Int), forum(Int), standing(Int)
  }

  /// The records.
  public let register: Register
  /// The day.
  public let date: CalendarDate
  /// The regime whose standing lines are drawn; `nil` for none.
  public let regime: Regime?
  /// The standing lines of the regime.
  public let standing: [StandingLine]
  /// The topology.
  public let graph: Graph
  /// What each node stands for, by node.
  public let entities: [Entity]
  /// What each edge stands for, by edge.
  public let records: [Record]
  /// Relations in force whose object is known only to be among several, as indices into
  /// `register.relations`, by the code of the subject.
  let unresolvedRelations: [Code: [Int]]
  /// Figures in force, by organisation.
  let figures: [Code: [MeasureKind: Int]]
  private let nodes: [Code: NodeID]

  /// Builds the atlas of a day.
  ///
  /// Records that refer to something unknown or not in force on the day are left out: a register
  /// that was loaded without errors has none of the former.
  ///
  /// - Parameters:
  ///   - register: all dated records.
  ///   - date: the day.
  ///   - regime: the regime whose standing lines are drawn; `nil` for none.
  /// - Complexity: O(records), and with a regime O(organisations + steps) for each of its rules.
  public init(_ register: Register, on date: CalendarDate, under regime: Regime? = nil) {
    var builder = AtlasBuilder(register: register, date: date)
    builder.addNodes()
    builder.addRelations()
    builder.addParties()
    builder.addForums()
    builder.addSeats()
    let bare = Atlas(builder, regime: nil, standing: [])
    guard let regime else {
      self = bare
      return
    }
    let standing = StandingLineBuilder(atlas: bare, regime: regime).lines()
    builder.addStanding(standing)
    self = Atlas(builder, regime: regime, standing: standing)
  }

  private init(_ builder: AtlasBuilder, regime: Regime?, standing: [StandingLine]) {
    register = builder.register
    date = builder.date
    self.regime = regime
    self.standing = standing
    entities = builder.entities
    records = builder.records
    nodes = builder.nodes
    unresolvedRelations = builder.unresolved
    figures = builder.figures()
    graph = builder.graph.build()
  }

  /// The node of a code; `nil` if nothing of that code is in force on the day.
  ///
  /// - Complexity: O(1).
  public func node(_ code: Code) -> NodeID? { nodes[code] }

  /// The organisation of a code; `nil` if none is in force on the day.
  ///
  /// - Complexity: O(1).
  public func organisation(_ code: Code) -> Organisation? {
    guard let node = nodes[code], case .organisation(let index) = entities[node.index] else {
      return nil
    }
    return register.organisations[index]
  }

  /// The organisation that a node stands for; `nil` if it stands for something else.
  ///
  /// - Complexity: O(1).
  public func organisation(_ node: NodeID) -> Organisation? {
    guard case .organisation(let index) = entities[node.index] else { return nil }
    return register.organisations[index]
  }

  /// The arrangement that a node stands for; `nil` if it stands for something else.
  ///
  /// - Complexity: O(1).
  public func arrangement(_ node: NodeID) -> Arrangement? {
    guard case .arrangement(let index) = entities[node.index] else { return nil }
    return register.arrangements[index]
  }

  /// The forum that a node stands for; `nil` if it stands for something else.
  ///
  /// - Complexity: O(1).
  public func forum(_ node: NodeID) -> Forum? {
    guard case .forum(let index) = entities[node.index] else { return nil }
    return register.forums[index]
  }

  /// The relation that an edge stands for, recorded or standing; `nil` if it stands for something
  /// else.
  ///
  /// - Complexity: O(1).
  public func relation(_ edge: EdgeID) -> Relation? {
    switch records[edge.index] {
    case .relation(let index): register.relations[index]
    case .standing(let index): standing[index].relation
    case .party, .seat, .forum: nil
    }
  }

  /// The standing line that an edge stands for; `nil` if it stands for something else.
  ///
  /// - Complexity: O(1).
  public func standingLine(_ edge: EdgeID) -> StandingLine? {
    guard case .standing(let index) = records[edge.index] else { return nil }
    return standing[index]
  }

  /// The seat that an edge stands for; `nil` if it stands for something else.
  ///
  /// - Complexity: O(1).
  public func seat(_ edge: EdgeID) -> Seat? {
    guard case .seat(let index) = records[edge.index] else { return nil }
    return register.seats[index]
  }

  /// The part in an arrangement that an edge stands for; `nil` if it is something else.
  ///
  /// - Complexity: O(1).
  public func party(_ edge: EdgeID) -> Party? {
    guard case .party(let index) = records[edge.index] else { return nil }
    return register.parties[index]
  }

  /// The name of whatever has the code; the code itself if nothing has.
  ///
  /// - Complexity: O(1).
  public func name(of code: Code) -> String {
    guard let node = nodes[code] else { return code.text }
    switch entities[node.index] {
    case .organisation(let index): return register.organisations[index].name
    case .arrangement(let index): return register.arrangements[index].name
    case .forum(let index): return register.forums[index].name
    }
  }

  /// The name for tight spots: the short name where there is one.
  ///
  /// - Complexity: O(1).
  public func shortName(of code: Code) -> String {
    organisation(code)?.shortName ?? name(of: code)
  }

  /// Organisations of one kind in force on the day, ordered by code.
  ///
  /// - Complexity: O(organisations).
  public func organisations(of kind: OrganisationKind) -> [Organisation] {
    entities.compactMap { entity in
      guard case .organisation(let index) = entity else { return nil }
      let organisation = register.organisations[index]
      return organisation.kind == kind ? organisation : nil
    }
    .sorted { $0.id < $1.id }
  }

  /// Arrangements of one kind in force on the day, ordered by code.
  ///
  /// - Complexity: O(arrangements).
  public func arrangements(of kind: ArrangementKind) -> [Arrangement] {
    entities.compactMap { entity in
      guard case .arrangement(let index) = entity else { return nil }
      let arrangement = register.arrangements[index]
      return arrangement.kind == kind ? arrangement : nil
    }
    .sorted { $0.id < $1.id }
  }

  /// A figure of an organisation on the day; `nil` when not known.
  ///
  /// - Complexity: O(1).
  public func measure(_ kind: MeasureKind, of code: Code) -> Measure? {
    figures[code]?[kind].map { register.measures[$0] }
  }

  /// Lines of one kind out of a node.
  ///
  /// - Complexity: O(log degree) to find, O(1) each.
  public func lines(_ kind: LineKind, from node: NodeID) -> Lines {
    graph.outgoing(of: node, kind: kind.edgeKind)
  }

  /// Lines of one kind into a node.
  ///
  /// - Complexity: O(log degree) to find, O(1) each.
  public func lines(_ kind: LineKind, into node: NodeID) -> Lines {
    graph.incoming(of: node, kind: kind.edgeKind)
  }
}
