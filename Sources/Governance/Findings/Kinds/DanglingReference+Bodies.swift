import GraphCore

/// Whether anything is left over of bodies that have ended.
struct DanglingReferenceBodies {
  let graph: AccountabilityGraph
  let rule: Expectation
  let check: ExpectationCheck
  private let endings: DanglingReferenceEndings

  init(graph: AccountabilityGraph, rule: Expectation, check: ExpectationCheck) {
    self.graph = graph
    self.rule = rule
    self.check = check
    endings = DanglingReferenceEndings(graph)
  }

  func examine() -> Examination {
    var examination = Examination()
    let left = leftovers()
    let concerned = Set(endings.organisations).union(left.keys)
    for code in concerned.sorted() {
      guard let ending = endings.ending(of: code) else { continue }
      if let own = left[code] {
        examination.breaks(finding(code, ending, own))
      } else if isAccountedFor(code) {
        examination.holds()
      } else {
        examination.isUnknown(for: code)
      }
    }
    let arrangements = DanglingReferenceArrangements(graph: graph, rule: rule, check: check)
    arrangements.examineParties(into: &examination)
    return examination
  }

  /// What is left over of a body.
  private struct Leftover {
    /// Records in force that name it.
    var pointers: [Witness] = []
    /// Lines to one of those that followed it, not known which.
    var open: [Witness] = []
    /// Whether it took part in something and nothing says what followed.
    var isUnfollowed = false
    /// Who names it.
    var referring: Set<Code> = []
  }

  private func leftovers() -> [Code: Leftover] {
    var left: [Code: Leftover] = [:]
    for use in DanglingReferenceUses(graph.atlas.register).all
    where use.provenance.period.contains(graph.atlas.date) {
      for code in use.names where endings.ending(of: code) != nil {
        left[code, default: Leftover()].pointers.append(use.witness)
        left[code]?.referring.insert(use.by)
      }
    }
    for (code, line) in openLines() {
      left[code, default: Leftover()].open.append(Witness(line))
      left[code]?.referring.insert(line.subject)
    }
    for code in active() where endings.successions(of: code).isEmpty {
      left[code, default: Leftover()].isUnfollowed = true
    }
    return left
  }

  /// Lines in force whose candidates all followed one body that ended, with that body: of several
  /// such bodies those to which the same subject had such a line to the last, and of these those that
  /// the fewest followed.
  private func openLines() -> [(Code, Relation)] {
    let followed = endings.direct.filter { endings.ending(of: $0.key) != nil }
    var predecessors: [Code: [Code]] = [:]
    for (code, successors) in followed where successors.count > 1 {
      for successor in successors { predecessors[successor, default: []].append(code) }
    }
    let before = linesBefore()
    return graph.atlas.register.relations.flatMap { line -> [(Code, Relation)] in
      guard line.object == nil, line.provenance.period.contains(graph.atlas.date),
        let first = line.objectAmong.first
      else { return [] }
      var fitting = (predecessors[first] ?? []).filter { code in
        line.objectAmong.allSatisfy { followed[code]?.contains($0) ?? false }
      }
      let known = fitting.filter {
        before.contains(LineBefore(subject: line.subject, kind: line.kind, object: $0))
      }
      if !known.isEmpty { fitting = known }
      let fewest = fitting.compactMap { followed[$0]?.count }.min()
      return fitting.filter { followed[$0]?.count == fewest }.map { ($0, line) }
    }
  }

  /// A line to a body on its last day.
  private struct LineBefore: Hashable {
    let subject: Code
    let kind: RelationKind
    let object: Code
  }

  private func linesBefore() -> Set<LineBefore> {
    var lines: Set<LineBefore> = []
    for line in graph.atlas.register.relations {
      guard let object = line.object, let ending = endings.ending(of: object),
        line.provenance.period.contains(ending.lastDay)
      else { continue }
      lines.insert(LineBefore(subject: line.subject, kind: line.kind, object: object))
    }
    return lines
  }

  /// Bodies that took part in something on their last day.
  private func active() -> [Code] {
    var codes: Set<Code> = []
    for use in DanglingReferenceUses(graph.atlas.register).all where use.isPart {
      for code in use.ends {
        guard let ending = endings.ending(of: code), ending.isOrganisation,
          use.provenance.period.contains(ending.lastDay)
        else { continue }
        codes.insert(code)
      }
    }
    return codes.sorted()
  }

  /// Whether all of a body went somewhere, as far as is recorded.
  private func isAccountedFor(_ code: Code) -> Bool {
    let rows = endings.successions(of: code)
    guard !rows.isEmpty else { return false }
    let shares = rows.compactMap(\.share)
    if shares.count < rows.count { return true }
    let bases = Dictionary(grouping: rows) { $0.shareBasis ?? "" }
    return bases.values.contains { rows in
      rows.compactMap(\.share).sorted().reduce(0, +) > 1 - 0.005
    }
  }

  // MARK: Words

  private func finding(
    _ code: Code, _ ending: DanglingReferenceEndings.Ending, _ left: Leftover
  ) -> Finding {
    let successions = endings.successions(of: code)
    let followers = Set(successions.compactMap(\.successor)).sorted()
    let names = Phrase.list(followers.map(graph.atlas.shortName(of:)))
    return graph.finding(
      rule, check, about: [code],
      involved: (Set(followers).union(left.referring)).filter { graph.atlas.node($0) != nil },
      witness: [ending.witness] + left.pointers + left.open
        + (left.open.isEmpty ? [] : successions.map { Witness($0) }),
      why: "\(ending.name) ended on \(ending.lastDay), and "
        + clauses(left, names).joined(separator: "; ") + ".",
      question: question(ending, left, names), resolution: resolution(left))
  }

  private func clauses(_ left: Leftover, _ names: String) -> [String] {
    var clauses: [String] = []
    if !left.pointers.isEmpty {
      clauses.append(
        "\(Phrase.count(left.pointers.count, "record in force still names", "records in force still name")) it"
      )
    }
    if !left.open.isEmpty {
      clauses.append(
        "of \(Phrase.count(left.open.count, "line")) it is not known which of \(names) took "
          + "\(left.open.count == 1 ? "it" : "them") over")
    }
    if left.isUnfollowed { clauses.append("nothing says what followed it") }
    return clauses
  }

  private func question(
    _ ending: DanglingReferenceEndings.Ending, _ left: Leftover, _ names: String
  ) -> String {
    if left.isUnfollowed { return "What followed \(ending.name)?" }
    if left.pointers.isEmpty {
      return "Which of \(names) took over what was left of \(ending.name)?"
    }
    return "What takes the place of \(ending.name) where it is still named?"
  }

  private func resolution(_ left: Leftover) -> String {
    if left.isUnfollowed { return "Record the succession, or the closure." }
    if left.pointers.isEmpty { return "Record the one that did, in place of the candidates." }
    return "End these records on its last day, and carry them on with what followed."
  }
}
