extension RegisterValidator {
  /// No fact is told twice for the same day.
  ///
  /// Two relations are the same line if they agree in kind, ends, role, functions, services and
  /// areas. Lines about different services between the same ends are different lines.
  mutating func checkRepeatedLines() {
    let lines = register.relations.enumerated().map { row, relation in
      Dated(
        key: LineKey(relation), period: relation.provenance.period,
        place: RecordPlace(table: .relations, row: row, id: relation.id))
    }
    report(
      overlapsAmong: lines, field: "from",
      message: { earlier, day in "The line is already there on \(day), as \(earlier)." },
      remedy: "Let one end before the other begins, or remove one.")
    let parties = register.parties.enumerated().map { row, party in
      Dated(
        key: PartyKey(
          arrangement: party.arrangement, organisation: party.organisation, role: party.role),
        period: party.provenance.period,
        place: RecordPlace(table: .parties, row: row, id: party.id))
    }
    report(
      overlapsAmong: parties, field: "from",
      message: { earlier, day in "The same part is already there on \(day), as \(earlier)." },
      remedy: "Let one end before the other begins, or remove one.")
    let measures = register.measures.enumerated().map { row, measure in
      Dated(
        key: MeasureKey(
          organisation: measure.organisation, kind: measure.kind, unit: measure.unit),
        period: measure.provenance.period,
        place: RecordPlace(table: .measures, row: row, id: measure.id))
    }
    report(
      overlapsAmong: measures, field: "from",
      message: { earlier, day in "\(earlier) gives the same figure for \(day)." },
      remedy: "Let one end before the other begins, or remove one.")
    checkRepeatedParameters()
  }

  private mutating func checkRepeatedParameters() {
    var first: [ParameterKey: String] = [:]
    for (row, parameter) in register.parameters.enumerated() {
      let key = ParameterKey(parameter)
      if let earlier = first[key] {
        report(
          RecordPlace(table: .parameters, row: row, id: parameter.id), "symbol",
          "\(earlier) gives \(parameter.symbol) of \(parameter.forumKind) already.",
          "Keep one of the two.")
      } else {
        first[key] = parameter.id
      }
    }
  }

  private struct Dated<Key: Hashable> {
    var key: Key
    var period: Period
    var place: RecordPlace
  }

  private struct LineKey: Hashable {
    var kind: RelationKind
    var subject: Code
    var objects: [Code]
    var isKnown: Bool
    var role: ServiceRole?
    var functions: [String]
    var services: [String]
    var areas: [Code]

    init(_ relation: Relation) {
      kind = relation.kind
      subject = relation.subject
      objects = (relation.object.map { [$0] } ?? []) + relation.objectAmong.sorted()
      isKnown = relation.object != nil
      role = relation.role
      functions = relation.functions.sorted()
      services = relation.services.sorted()
      areas = relation.areas.sorted()
    }
  }

  private struct PartyKey: Hashable {
    var arrangement: Code
    var organisation: Code
    var role: PartyRole
  }

  private struct MeasureKey: Hashable {
    var organisation: Code
    var kind: MeasureKind
    var unit: String
  }

  private struct ParameterKey: Hashable {
    var forumKind: String
    var forum: Code?
    var organisation: Code?
    var sector: Sector?
    var symbol: String

    init(_ parameter: Parameter) {
      forumKind = parameter.forumKind
      forum = parameter.forum
      organisation = parameter.organisation
      sector = parameter.sector
      symbol = parameter.symbol
    }
  }

  /// Sweeps over the records in the order of their first days, holding for each key the one that
  /// lasts longest so far; the later row of an overlapping pair is reported.
  private mutating func report<Key>(
    overlapsAmong records: [Dated<Key>], field: String,
    message: (_ earlier: String, _ day: String) -> String, remedy: String
  ) {
    let starts = records.map { ($0.period.from?.daysSince1970 ?? .min, $0.place.row) }
    let order = records.indices.sorted { starts[$0] < starts[$1] }
    var longest: [Key: Int] = [:]
    longest.reserveCapacity(records.count)
    for index in order {
      let record = records[index]
      if record.period.isEmpty { continue }
      guard let heldIndex = longest[record.key] else {
        longest[record.key] = index
        continue
      }
      let held = records[heldIndex]
      if record.period.span.lowerBound < held.period.span.upperBound {
        let isLater = record.place.row > held.place.row
        let (later, earlier) = isLater ? (record, held) : (held, record)
        let day = record.period.from?.description ?? "its first day"
        report(later.place, field, message(earlier.place.id, day), remedy)
      }
      if record.period.span.upperBound > held.period.span.upperBound {
        longest[record.key] = index
      }
    }
  }
}
