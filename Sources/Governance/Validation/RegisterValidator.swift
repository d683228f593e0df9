/// The state of one validation: the register, ways to find its records, and what was found wrong.
///
/// Each family of checks is an extension in a file of its own.
struct RegisterValidator {
  let register: Register
  let unread: UnreadRecords
  /// The first record with each code, by kind of record.
  let organisationRows: [Code: Int]
  let arrangementRows: [Code: Int]
  let forumRows: [Code: Int]
  let sourceIDs: Set<String>
  private(set) var problems: [RegisterProblem] = []
  var suggestions: [SuggestionKey: String] = [:]
  /// How many more pairs of letters may be compared to find what was meant.
  var suggestionBudget = 100_000_000
  /// How many problems of a table to keep, so that a hostile register cannot fill the memory.
  private let mostPerTable: Int
  private var kept: [Register.Table: Int] = [:]

  /// A mistyped word and the table in which it was looked for.
  struct SuggestionKey: Hashable {
    var table: Register.Table
    var word: String
  }

  init(register: Register, unread: UnreadRecords, mostPerTable: Int) {
    self.register = register
    self.mostPerTable = mostPerTable
    self.unread = unread
    organisationRows = RegisterValidator.rows(register.organisations.map(\.id))
    arrangementRows = RegisterValidator.rows(register.arrangements.map(\.id))
    forumRows = RegisterValidator.rows(register.forums.map(\.id))
    sourceIDs = Set(register.sources.map(\.id))
  }

  mutating func checkAll() {
    checkIdentifiers()
    checkEachRecord()
    checkRepeatedLines()
    checkShares()
    checkGeography()
    checkHomes()
    checkCycles()
  }

  /// The checks that look at one record at a time and at what it names.
  private mutating func checkEachRecord() {
    for (row, organisation) in register.organisations.enumerated() {
      let place = RecordPlace(table: .organisations, row: row, id: organisation.id.text)
      check(organisation.provenance, place)
      checkShape(organisation, place)
    }
    for (row, measure) in register.measures.enumerated() {
      let place = RecordPlace(table: .measures, row: row, id: measure.id)
      check(measure.provenance, place)
      checkReferences(measure, place)
      checkLife(measure, place)
      checkCount(measure.value, place, "value")
    }
    for (row, relation) in register.relations.enumerated() {
      let place = RecordPlace(table: .relations, row: row, id: relation.id)
      check(relation.provenance, place)
      checkReferences(relation, place)
      checkLife(relation, place)
      checkShape(relation, place)
      checkShare(relation.shareOfObject, place, "shareOfObject")
      checkShare(relation.shareOfSubject, place, "shareOfSubject")
    }
    for (row, arrangement) in register.arrangements.enumerated() {
      let place = RecordPlace(table: .arrangements, row: row, id: arrangement.id.text)
      check(arrangement.provenance, place)
      checkReferences(arrangement, place)
      checkLife(arrangement, place)
    }
    for (row, party) in register.parties.enumerated() {
      let place = RecordPlace(table: .parties, row: row, id: party.id)
      check(party.provenance, place)
      checkReferences(party, place)
      checkLife(party, place)
      checkShape(party, place)
    }
    checkEachForum()
    for (row, succession) in register.succession.enumerated() {
      let place = RecordPlace(table: .succession, row: row, id: succession.id)
      checkSource(succession.source, place)
      checkReferences(succession, place)
      checkSuccession(succession, place)
      checkShare(succession.share, place, "share")
    }
    for (row, parameter) in register.parameters.enumerated() {
      let place = RecordPlace(table: .parameters, row: row, id: parameter.id)
      checkSource(parameter.source, place)
      checkReferences(parameter, place)
      checkRange(parameter, place)
    }
    checkEachStatement()
  }

  private mutating func checkEachForum() {
    for (row, forum) in register.forums.enumerated() {
      let place = RecordPlace(table: .forums, row: row, id: forum.id.text)
      check(forum.provenance, place)
      checkReferences(forum, place)
      checkLife(forum, place)
      checkShape(forum, place)
      checkCount(forum.meetingsPerYear, place, "meetingsPerYear")
      checkCount(forum.durationHours, place, "durationHours")
      checkCount(forum.members, place, "members")
    }
    for (row, seat) in register.seats.enumerated() {
      let place = RecordPlace(table: .seats, row: row, id: seat.id)
      check(seat.provenance, place)
      checkReferences(seat, place)
      checkLife(seat, place)
      checkShape(seat, place)
      checkCount(seat.count, place, "count")
    }
  }

  /// What is said about findings, returns and the records themselves.
  private mutating func checkEachStatement() {
    for (row, decision) in register.decisions.enumerated() {
      let place = RecordPlace(table: .decisions, row: row, id: decision.id)
      check(decision.provenance, place)
      checkReferences(decision, place)
      checkLife(decision, place)
      checkShape(decision, place)
    }
    for (row, record) in register.returns.enumerated() {
      let place = RecordPlace(table: .returns, row: row, id: record.id)
      check(record.provenance, place)
      checkReferences(record, place)
      checkLife(record, place)
      checkFrequency(record.timesPerYear, place, "timesPerYear")
    }
    for (row, statement) in register.completeness.enumerated() {
      let place = RecordPlace(table: .completeness, row: row, id: statement.id)
      check(statement.provenance, place)
      checkReferences(statement, place)
      checkLife(statement, place)
    }
  }

  private mutating func check(_ provenance: Provenance, _ place: RecordPlace) {
    checkSource(provenance.source, place)
    checkPeriod(provenance.period, place)
  }

  /// Adds an error.
  mutating func report(
    _ place: RecordPlace, _ field: String, _ message: String, _ remedy: String
  ) {
    add(.error, place, field, message, remedy)
  }

  /// Adds a warning.
  mutating func warn(
    _ place: RecordPlace, _ field: String, _ message: String, _ remedy: String
  ) {
    add(.warning, place, field, message, remedy)
  }

  private mutating func add(
    _ severity: RegisterProblem.Severity, _ place: RecordPlace, _ field: String,
    _ message: String, _ remedy: String
  ) {
    kept[place.table, default: 0] += 1
    guard kept[place.table, default: 0] <= mostPerTable else { return }
    problems.append(
      RegisterProblem(
        severity: severity, table: place.table, row: place.row, field: field, recordID: place.id,
        message: message, remedy: remedy))
  }

  /// The first organisation with a code.
  func organisation(_ code: Code) -> Organisation? {
    organisationRows[code].map { register.organisations[$0] }
  }

  private static func rows(_ codes: [Code]) -> [Code: Int] {
    var rows: [Code: Int] = [:]
    rows.reserveCapacity(codes.count)
    for (row, code) in codes.enumerated() where rows[code] == nil { rows[code] = row }
    return rows
  }
}

/// Where a record stands.
struct RecordPlace {
  var table: Register.Table
  var row: Int
  var id: String
}

extension Period {
  /// Days as whole numbers with the open ends at the extremes: first day, first day after.
  var span: Range<Int> {
    let start = from?.daysSince1970 ?? .min
    let end = to.map { $0.daysSince1970 + 1 } ?? .max
    return start..<max(start, end)
  }

  /// Whether the two periods share a day.
  func overlaps(_ other: Period) -> Bool {
    !isEmpty && !other.isEmpty && !intersection(other).isEmpty
  }

  /// `from 2022-07-01 to 2026-03-31`, with open ends in words.
  var inWords: String {
    switch (from, to) {
    case (nil, nil): "throughout"
    case (nil, let to?): "to \(to)"
    case (let from?, nil): "from \(from) on"
    case (let from?, let to?): from == to ? "on \(from)" : "from \(from) to \(to)"
    }
  }
}
