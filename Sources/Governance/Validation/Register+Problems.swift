extension Register {
  /// Everything that is wrong with the records, all at once.
  ///
  /// A register made in memory (by a scenario, say) is held to the same rules as one read from
  /// files: identifiers and references, periods and lives, shares, doubled lines, the geography
  /// (every place in exactly one ICS on each day, or says why not; every trust at home somewhere),
  /// cycles, and successions. A pure function: the same register gives the same list.
  ///
  /// - Parameters:
  ///   - unread: what a reader could not make into records; see ``UnreadRecords``.
  ///   - limit: how many problems to list for a table; one more then says that there are others.
  /// - Returns: problems in the order of tables, rows, fields and words.
  /// - Complexity: O(n log n) in the records; the search for what mistyped words may have meant is
  ///   bounded.
  public func problems(
    besides unread: UnreadRecords = .none, limit: Int = 1_000
  ) -> [RegisterProblem] {
    var validator = RegisterValidator(
      register: self, unread: unread, mostPerTable: max(10_000, 10 * limit))
    validator.checkAll()
    return Register.cut(validator.problems.sorted(by: Register.precedes), to: limit)
  }

  private static func precedes(_ left: RegisterProblem, _ right: RegisterProblem) -> Bool {
    if left.table != right.table { return rank(left.table) < rank(right.table) }
    if left.row != right.row { return left.row < right.row }
    if left.field != right.field {
      return left.field.utf8.lexicographicallyPrecedes(right.field.utf8)
    }
    return left.message.utf8.lexicographicallyPrecedes(right.message.utf8)
  }

  private static func rank(_ table: Table) -> Int { Table.allCases.firstIndex(of: table)! }

  private static func cut(_ problems: [RegisterProblem], to limit: Int) -> [RegisterProblem] {
    var listed: [RegisterProblem] = []
    var counts: [Table: Int] = [:]
    for problem in problems {
      let count = counts[problem.table, default: 0] + 1
      counts[problem.table] = count
      if count <= limit {
        listed.append(problem)
      } else if count == limit + 1 {
        var more = problem
        more.severity = .error
        more.message = "More problems of this table are not listed."
        more.remedy = "Mend those listed and look again."
        listed.append(more)
      }
    }
    return listed
  }
}
