extension RegisterValidator {
  /// Every id is well formed and used once; organisations, arrangements and forums share one space.
  mutating func checkIdentifiers() {
    let shared: [(Register.Table, [String])] = [
      (.organisations, register.organisations.map(\.id.text)),
      (.arrangements, register.arrangements.map(\.id.text)),
      (.forums, register.forums.map(\.id.text)),
    ]
    checkIdentifiers(inOneSpace: shared)
    let separate: [(Register.Table, [String])] = [
      (.measures, register.measures.map(\.id)), (.relations, register.relations.map(\.id)),
      (.parties, register.parties.map(\.id)), (.seats, register.seats.map(\.id)),
      (.succession, register.succession.map(\.id)), (.sources, register.sources.map(\.id)),
      (.parameters, register.parameters.map(\.id)), (.decisions, register.decisions.map(\.id)),
      (.returns, register.returns.map(\.id)), (.completeness, register.completeness.map(\.id)),
    ]
    for table in separate { checkIdentifiers(inOneSpace: [table]) }
  }

  private mutating func checkIdentifiers(inOneSpace tables: [(Register.Table, [String])]) {
    // Where each id stands first: the index of its table above, and its row.
    var first: [String: (table: Int, row: Int)] = [:]
    first.reserveCapacity(tables.reduce(0) { $0 + $1.1.count })
    for (tableIndex, (table, ids)) in tables.enumerated() {
      for (row, id) in ids.enumerated() {
        let earlier = first[id]
        if earlier == nil { first[id] = (tableIndex, row) }
        let place = RecordPlace(table: table, row: row, id: id)
        if !Code.isWellFormed(id) {
          report(
            place, "id", "The id is not an identifier.",
            "Use 1 to 64 letters, digits, \".\", \"_\" or \"-\", beginning with a letter or digit.")
        } else if let earlier {
          let holder = "record \(earlier.row + 1) of \(tables[earlier.table].0.rawValue)"
          report(
            place, "id", "The id \(id) is used already by \(holder).",
            "Give one of the two another id, or remove it if it is the same record.")
        } else if unreadUse(of: id, in: tables.map(\.0)) {
          report(
            place, "id", "The id \(id) is used by another row as well.",
            "Give one of the two another id, or remove it if it is the same record.")
        }
      }
    }
  }

  private func unreadUse(of id: String, in tables: [Register.Table]) -> Bool {
    tables.contains { unread.identifiers[$0]?.contains(id) == true }
  }
}
