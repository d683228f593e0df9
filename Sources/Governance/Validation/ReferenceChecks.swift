extension RegisterValidator {
  /// Every reference leads to a record of the right table.
  mutating func checkReferences() {
    checkSources()
    for (row, measure) in register.measures.enumerated() {
      let place = RecordPlace(table: .measures, row: row, id: measure.id)
      require(measure.organisation, in: .organisations, place, "organisation")
    }
    for (row, relation) in register.relations.enumerated() {
      let place = RecordPlace(table: .relations, row: row, id: relation.id)
      require(relation.subject, in: .organisations, place, "subject")
      require(relation.object, in: .organisations, place, "object")
      require(relation.objectAmong, in: .organisations, place, "objectAmong")
      require(relation.areas, in: .organisations, place, "areas")
    }
    for (row, arrangement) in register.arrangements.enumerated() {
      let place = RecordPlace(table: .arrangements, row: row, id: arrangement.id.text)
      require(arrangement.areas, in: .organisations, place, "areas")
    }
    for (row, party) in register.parties.enumerated() {
      let place = RecordPlace(table: .parties, row: row, id: party.id)
      require(party.arrangement, in: .arrangements, place, "arrangement")
      require(party.organisation, in: .organisations, place, "organisation")
    }
    for (row, forum) in register.forums.enumerated() {
      let place = RecordPlace(table: .forums, row: row, id: forum.id.text)
      require(forum.parent, in: .organisations, place, "parent")
      require(forum.parentArrangement, in: .arrangements, place, "parentArrangement")
      require(forum.reportsTo, in: .forums, place, "reportsTo")
    }
    for (row, seat) in register.seats.enumerated() {
      let place = RecordPlace(table: .seats, row: row, id: seat.id)
      require(seat.forum, in: .forums, place, "forum")
      require(seat.organisation, in: .organisations, place, "organisation")
      require(seat.arrangement, in: .arrangements, place, "arrangement")
      require(seat.represents, in: .organisations, place, "represents")
    }
    for (row, succession) in register.succession.enumerated() {
      let place = RecordPlace(table: .succession, row: row, id: succession.id)
      require(succession.predecessor, in: .organisations, place, "predecessor")
      require(succession.successor, in: .organisations, place, "successor")
    }
  }

  private mutating func checkSources() {
    forEachSourced { validator, place, source in
      guard !validator.sourceIDs.contains(source) else { return }
      if source.isEmpty {
        validator.report(
          place, "source", "The record names no source.", "Name a row of sources.csv.")
      } else {
        validator.require(Code(source), in: .sources, place, "source")
      }
    }
  }

  private mutating func require(
    _ codes: [Code], in table: Register.Table, _ place: RecordPlace, _ field: String
  ) {
    for code in codes { require(code, in: table, place, field) }
  }

  private mutating func require(
    _ code: Code?, in table: Register.Table, _ place: RecordPlace, _ field: String
  ) {
    guard let code, !exists(code, in: table) else { return }
    if unread.incompleteTables.contains(table) { return }
    if unread.identifiers[table]?.contains(code.text) == true { return }
    let noun = RegisterValidator.noun(table)
    if let actual = RegisterValidator.coded.first(where: { exists(code, in: $0) }) {
      report(
        place, field,
        "\(code) is \(RegisterValidator.noun(actual)), and \"\(field)\" names \(noun).",
        "Name \(noun) instead.")
      return
    }
    let question = suggestion(for: code.text, in: table).map { $0 + " " } ?? ""
    report(
      place, field, "\(code) in \"\(field)\" is not the id of any record of \(table.rawValue).",
      question + "Correct it, or add \(code) to \(table.rawValue).csv.")
  }

  private static let coded: [Register.Table] = [.organisations, .arrangements, .forums]

  private func exists(_ code: Code, in table: Register.Table) -> Bool {
    switch table {
    case .organisations: organisationRows[code] != nil
    case .arrangements: arrangementRows[code] != nil
    case .forums: forumRows[code] != nil
    case .sources: sourceIDs.contains(code.text)
    default: true
    }
  }

  private static func noun(_ table: Register.Table) -> String {
    switch table {
    case .organisations: "an organisation"
    case .arrangements: "an arrangement"
    case .forums: "a forum"
    default: "a row of \(table.rawValue).csv"
    }
  }

  /// What may have been meant; worked out once for each word, for 200 words at most.
  private mutating func suggestion(for word: String, in table: Register.Table) -> String? {
    let key = SuggestionKey(table: table, word: word)
    if let known = suggestions[key] { return known.isEmpty ? nil : known }
    guard suggestions.count < 200 else { return nil }
    let candidates: [String] =
      switch table {
      case .organisations: organisationRows.keys.map(\.text)
      case .arrangements: arrangementRows.keys.map(\.text)
      case .forums: forumRows.keys.map(\.text)
      default: Array(sourceIDs)
      }
    let question = Spelling.question(for: word, among: candidates)
    suggestions[key] = question ?? ""
    return question
  }

  /// Calls a function with the source of each record that has one.
  private mutating func forEachSourced(
    _ body: (inout RegisterValidator, RecordPlace, String) -> Void
  ) {
    for (place, provenance) in datedRecords { body(&self, place, provenance.source) }
    for (row, succession) in register.succession.enumerated() {
      let place = RecordPlace(table: .succession, row: row, id: succession.id)
      body(&self, place, succession.source)
    }
    for (row, parameter) in register.parameters.enumerated() {
      let place = RecordPlace(table: .parameters, row: row, id: parameter.id)
      body(&self, place, parameter.source)
    }
  }
}

extension RegisterValidator {
  /// Every record with a period, in the order of tables and rows.
  var datedRecords: [(place: RecordPlace, provenance: Provenance)] {
    var records: [(place: RecordPlace, provenance: Provenance)] = []
    func add(_ table: Register.Table, _ row: Int, _ id: String, _ provenance: Provenance) {
      records.append((RecordPlace(table: table, row: row, id: id), provenance))
    }
    for (row, record) in register.organisations.enumerated() {
      add(.organisations, row, record.id.text, record.provenance)
    }
    for (row, record) in register.measures.enumerated() {
      add(.measures, row, record.id, record.provenance)
    }
    for (row, record) in register.relations.enumerated() {
      add(.relations, row, record.id, record.provenance)
    }
    for (row, record) in register.arrangements.enumerated() {
      add(.arrangements, row, record.id.text, record.provenance)
    }
    for (row, record) in register.parties.enumerated() {
      add(.parties, row, record.id, record.provenance)
    }
    for (row, record) in register.forums.enumerated() {
      add(.forums, row, record.id.text, record.provenance)
    }
    for (row, record) in register.seats.enumerated() {
      add(.seats, row, record.id, record.provenance)
    }
    return records
  }
}
