import GraphCore
import Governance

/// The records of a graph by table and id, so that the witnesses of many findings are found at once.
public struct WitnessIndex: Sendable {
  /// The graph.
  let graph: AccountabilityGraph
  private let rows: [RecordReference: Row]

  /// Where a record stands: an index into its table, or into the standing lines of the atlas.
  private enum Row: Hashable, Sendable {
    case organisation(Int), relation(Int), arrangement(Int), party(Int), forum(Int), seat(Int)
    case informationReturn(Int), completeness(Int), succession(Int), measure(Int), standing(Int)
  }

  /// A record that a finding rests on.
  enum Record {
    case organisation(Organisation), relation(Relation), arrangement(Arrangement), party(Party)
    case forum(Forum), seat(Seat), informationReturn(InformationReturn), completeness(Completeness)
    case succession(Succession), measure(Measure)
    case standing(StandingLine)
  }

  /// Indexes a graph.
  ///
  /// - Complexity: O(records) time and memory.
  public init(_ graph: AccountabilityGraph) {
    self.graph = graph
    let register = graph.atlas.register
    var rows: [RecordReference: Row] = [:]
    func add(_ table: Register.Table, _ ids: [String], _ row: (Int) -> Row) {
      for (index, id) in ids.enumerated() {
        rows[RecordReference(.table(table), id)] = row(index)
      }
    }
    add(.organisations, register.organisations.map(\.id.text), Row.organisation)
    add(.relations, register.relations.map(\.id), Row.relation)
    add(.arrangements, register.arrangements.map(\.id.text), Row.arrangement)
    add(.parties, register.parties.map(\.id), Row.party)
    add(.forums, register.forums.map(\.id.text), Row.forum)
    add(.seats, register.seats.map(\.id), Row.seat)
    add(.returns, register.returns.map(\.id), Row.informationReturn)
    add(.completeness, register.completeness.map(\.id), Row.completeness)
    add(.succession, register.succession.map(\.id), Row.succession)
    add(.measures, register.measures.map(\.id), Row.measure)
    for (index, line) in graph.atlas.standing.enumerated() {
      rows[RecordReference(.standing, line.relation.id)] = .standing(index)
    }
    self.rows = rows
  }

  /// The record of a name; `nil` if there is none.
  ///
  /// - Complexity: O(1).
  func record(_ reference: RecordReference) -> Record? {
    let register = graph.atlas.register
    return switch rows[reference] {
    case .organisation(let index): .organisation(register.organisations[index])
    case .relation(let index): .relation(register.relations[index])
    case .arrangement(let index): .arrangement(register.arrangements[index])
    case .party(let index): .party(register.parties[index])
    case .forum(let index): .forum(register.forums[index])
    case .seat(let index): .seat(register.seats[index])
    case .informationReturn(let index): .informationReturn(register.returns[index])
    case .completeness(let index): .completeness(register.completeness[index])
    case .succession(let index): .succession(register.succession[index])
    case .measure(let index): .measure(register.measures[index])
    case .standing(let index): .standing(graph.atlas.standing[index])
    case nil: nil
    }
  }
}
