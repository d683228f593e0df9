import Governance

extension LoadResult {
  /// Warnings about words for functions and services that are one slip away from a listed one.
  ///
  /// A word that is not listed stands for itself alone, which hides an overlap if it was only
  /// mistyped. Words that are near to none are left alone: a register may have its own.
  ///
  /// - Parameters:
  ///   - functions: the listed functions.
  ///   - services: the listed services.
  /// - Complexity: O(records + w c n²) for w words that are not listed, c listed ones of n bytes.
  public func mistakenWords(functions: TermOrder, services: TermOrder) -> [Diagnostic] {
    guard let register else { return [] }
    var uses: [Use] = []
    func note(_ table: Register.Table, _ id: String, _ functions: [String], _ services: [String]) {
      let record = RecordReference(.table(table), id)
      uses += functions.map { Use(record: record, column: "functions", word: $0) }
      uses += services.map { Use(record: record, column: "services", word: $0) }
    }
    for one in register.relations { note(.relations, one.id, one.functions, one.services) }
    for one in register.arrangements {
      note(.arrangements, one.id.text, one.functions, one.services)
    }
    for one in register.forums { note(.forums, one.id.text, one.functions, one.services) }
    for one in register.returns { note(.returns, one.id, one.functions, []) }
    let questions = [
      "functions": Self.questions(uses, "functions", functions),
      "services": Self.questions(uses, "services", services),
    ]
    let mistaken = uses.filter { questions[$0.column]?[$0.word] != nil }
    let places = places.places(of: mistaken.map(\.record))
    return mistaken.compactMap { use in
      guard let question = questions[use.column]?[use.word] else { return nil }
      return Diagnostic(
        severity: .warning, file: places[use.record]?.file ?? "\(use.record.home.name).csv",
        line: places[use.record]?.line ?? 0, recordID: use.record.id,
        what:
          "\(use.column) holds \(Quotation.of(use.word)), which is not listed and stands alone.",
        remedy: question)
    }
    .sorted()
  }

  private struct Use {
    let record: RecordReference
    let column: String
    let word: String
  }

  /// What may have been meant, by word, for words that are not listed and near to one that is.
  private static func questions(
    _ uses: [Use], _ column: String, _ order: TermOrder
  ) -> [String: String] {
    let listed = order.terms.map(\.id)
    let words = Set(uses.filter { $0.column == column }.map(\.word)).subtracting(listed)
    return words.reduce(into: [:]) { questions, word in
      questions[word] = Spelling.question(for: word, among: listed)
    }
  }
}
