/// Every reference leads to a record of the right table.
extension RegisterValidator {
  mutating func checkSource(_ source: String, _ place: RecordPlace) {
    guard !sourceIDs.contains(source) else { return }
    if source.isEmpty {
      report(place, "source", "The record names no source.", "Name a row of sources.csv.")
    } else {
      require(Code(source), in: .sources, place, "source")
    }
  }

  mutating func checkReferences(_ measure: Measure, _ place: RecordPlace) {
    require(measure.organisation, in: .organisations, place, "organisation")
  }

  mutating func checkReferences(_ relation: Relation, _ place: RecordPlace) {
    require(relation.subject, in: .organisations, place, "subject")
    require(relation.object, in: .organisations, place, "object")
    require(relation.objectAmong, in: .organisations, place, "objectAmong")
    require(relation.areas, in: .organisations, place, "areas")
  }

  mutating func checkReferences(_ arrangement: Arrangement, _ place: RecordPlace) {
    require(arrangement.areas, in: .organisations, place, "areas")
  }

  mutating func checkReferences(_ party: Party, _ place: RecordPlace) {
    require(party.arrangement, in: .arrangements, place, "arrangement")
    require(party.organisation, in: .organisations, place, "organisation")
  }

  mutating func checkReferences(_ forum: Forum, _ place: RecordPlace) {
    require(forum.parent, in: .organisations, place, "parent")
    require(forum.parentArrangement, in: .arrangements, place, "parentArrangement")
    require(forum.reportsTo, in: .forums, place, "reportsTo")
  }

  mutating func checkReferences(_ seat: Seat, _ place: RecordPlace) {
    require(seat.forum, in: .forums, place, "forum")
    require(seat.organisation, in: .organisations, place, "organisation")
    require(seat.arrangement, in: .arrangements, place, "arrangement")
    require(seat.represents, in: .organisations, place, "represents")
  }

  mutating func checkReferences(_ succession: Succession, _ place: RecordPlace) {
    require(succession.predecessor, in: .organisations, place, "predecessor")
    require(succession.successor, in: .organisations, place, "successor")
  }

  mutating func checkReferences(_ decision: Decision, _ place: RecordPlace) {
    requireCoded(decision.subject, place, "subject")
  }

  mutating func checkReferences(_ parameter: Parameter, _ place: RecordPlace) {
    require(parameter.forum, in: .forums, place, "forum")
    require(parameter.organisation, in: .organisations, place, "organisation")
  }

  mutating func checkReferences(_ record: InformationReturn, _ place: RecordPlace) {
    require(record.organisation, in: .organisations, place, "organisation")
    require(record.recipient, in: .organisations, place, "recipient")
  }

  mutating func checkReferences(_ completeness: Completeness, _ place: RecordPlace) {
    requireCoded(completeness.subject, place, "subject")
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

  /// The code of an organisation, an arrangement or a forum, whichever it is.
  private mutating func requireCoded(_ code: Code?, _ place: RecordPlace, _ field: String) {
    guard let code else { return }
    for table in RegisterValidator.coded {
      if exists(code, in: table) || unread.incompleteTables.contains(table) { return }
      if unread.identifiers[table]?.contains(code.text) == true { return }
    }
    let questions = RegisterValidator.coded.compactMap { suggestion(for: code.text, in: $0) }
    let question = questions.first.map { $0 + " " } ?? ""
    report(
      place, field,
      "\(code) in \"\(field)\" is not the id of any organisation, arrangement or forum.",
      question + "Correct it, or add \(code) to the table it belongs to.")
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

  /// What may have been meant; worked out once for each word, for 200 words at most, and only as
  /// long as the budget of comparisons lasts.
  private mutating func suggestion(for word: String, in table: Register.Table) -> String? {
    let key = SuggestionKey(table: table, word: word)
    if let known = suggestions[key] { return known.isEmpty ? nil : known }
    guard suggestions.count < 200, suggestionBudget > 0 else { return nil }
    let candidates: [String] =
      switch table {
      case .organisations: organisationRows.keys.map(\.text)
      case .arrangements: arrangementRows.keys.map(\.text)
      case .forums: forumRows.keys.map(\.text)
      default: Array(sourceIDs)
      }
    suggestionBudget -= candidates.count * word.utf8.count * word.utf8.count
    guard suggestionBudget > 0 else { return nil }
    let question = Spelling.question(for: word, among: candidates)
    suggestions[key] = question ?? ""
    return question
  }
}
