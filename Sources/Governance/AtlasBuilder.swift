import GraphCore

/// Gathers what is in force on a day; used once, by `Atlas.init`.
struct AtlasBuilder {
  let register: Register
  let date: CalendarDate
  var graph = GraphBuilder()
  var entities: [Atlas.Entity] = []
  var records: [Atlas.Record] = []
  var nodes: [Code: NodeID] = [:]
  var unresolved: [Code: [Int]] = [:]

  init(register: Register, date: CalendarDate) {
    self.register = register
    self.date = date
    nodes.reserveCapacity(register.organisations.count + register.arrangements.count)
  }

  mutating func addNodes() {
    for (index, organisation) in register.organisations.enumerated() {
      add(organisation.id, .organisation(index), organisation.provenance.period)
    }
    for (index, arrangement) in register.arrangements.enumerated() {
      add(arrangement.id, .arrangement(index), arrangement.provenance.period)
    }
    for (index, forum) in register.forums.enumerated() {
      add(forum.id, .forum(index), forum.provenance.period)
    }
  }

  private mutating func add(_ code: Code, _ entity: Atlas.Entity, _ period: Period) {
    guard period.contains(date), nodes[code] == nil else { return }
    nodes[code] = graph.addNode()
    entities.append(entity)
  }

  private mutating func connect(
    _ from: Code?, _ to: Code?, _ kind: LineKind, _ record: Atlas.Record
  ) {
    guard let from, let to, let start = nodes[from], let end = nodes[to] else { return }
    _ = graph.addEdge(from: start, to: end, kind: kind.edgeKind)
    records.append(record)
  }

  mutating func addRelations() {
    for (index, relation) in register.relations.enumerated()
    where relation.provenance.period.contains(date) {
      if relation.object == nil {
        unresolved[relation.subject, default: []].append(index)
      } else {
        connect(relation.subject, relation.object, .relation(relation.kind), .relation(index))
      }
    }
  }

  mutating func addParties() {
    for (index, party) in register.parties.enumerated()
    where party.provenance.period.contains(date) {
      connect(party.organisation, party.arrangement, .party, .party(index))
    }
  }

  mutating func addForums() {
    for (index, forum) in register.forums.enumerated()
    where forum.provenance.period.contains(date) {
      connect(forum.id, forum.parent ?? forum.parentArrangement, .forumOf, .forum(index))
      connect(forum.id, forum.reportsTo, .reportsTo, .forum(index))
    }
  }

  mutating func addSeats() {
    for (index, seat) in register.seats.enumerated() where seat.provenance.period.contains(date) {
      connect(seat.organisation ?? seat.arrangement, seat.forum, .seat, .seat(index))
    }
  }

  mutating func addStanding(_ lines: [StandingLine]) {
    for (index, line) in lines.enumerated() {
      let relation = line.relation
      connect(relation.subject, relation.object, .relation(relation.kind), .standing(index))
    }
  }

  func figures() -> [Code: [MeasureKind: Int]] {
    var figures: [Code: [MeasureKind: Int]] = [:]
    for (index, measure) in register.measures.enumerated()
    where measure.provenance.period.contains(date) {
      figures[measure.organisation, default: [:]][measure.kind] = index
    }
    return figures
  }
}
