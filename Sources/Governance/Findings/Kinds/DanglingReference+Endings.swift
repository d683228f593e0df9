/// What had ended before a day, and what followed it.
struct DanglingReferenceEndings {
  /// Something that ended.
  struct Ending {
    /// Its last day.
    let lastDay: CalendarDate
    /// The name for running text.
    let name: String
    /// Whether it is an organisation.
    let isOrganisation: Bool
    /// That it has ended, from the day after.
    let witness: Witness
  }

  private let endings: [Code: Ending]
  private let rows: [Code: [Succession]]
  private let date: CalendarDate

  init(_ graph: AccountabilityGraph) {
    let register = graph.atlas.register
    let date = graph.atlas.date
    var endings: [Code: Ending] = [:]
    func add(
      _ code: Code, _ name: String, _ table: Register.Table, _ provenance: Provenance
    ) {
      guard let last = provenance.period.to, last < date, graph.atlas.node(code) == nil else {
        return
      }
      endings[code] = Ending(
        lastDay: last, name: name, isOrganisation: table == .organisations,
        witness: .ended(table, code.text, provenance))
    }
    for one in register.organisations {
      add(one.id, one.shortName ?? one.name, .organisations, one.provenance)
    }
    for one in register.arrangements { add(one.id, one.name, .arrangements, one.provenance) }
    for one in register.forums { add(one.id, one.name, .forums, one.provenance) }
    self.endings = endings
    self.date = date
    rows = Dictionary(grouping: register.succession.filter { $0.date <= date }) { $0.predecessor }
      .mapValues { $0.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) } }
  }

  /// How something ended; `nil` if it has not.
  func ending(of code: Code) -> Ending? { endings[code] }

  /// Organisations that have ended, by code.
  var organisations: [Code] { endings.filter(\.value.isOrganisation).keys.sorted() }

  /// What is recorded of what followed a body, by id.
  func successions(of code: Code) -> [Succession] { rows[code] ?? [] }

  /// The bodies that followed a body, at whatever remove.
  func successors(of code: Code) -> Set<Code> {
    var found: Set<Code> = []
    var pending = [code]
    while let next = pending.popLast() {
      for successor in successions(of: next).compactMap(\.successor)
      where successor != code && found.insert(successor).inserted {
        pending.append(successor)
      }
    }
    return found
  }

  /// The bodies that followed each body at once, by body.
  var direct: [Code: Set<Code>] { rows.mapValues { Set($0.compactMap(\.successor)) } }
}

extension Witness {
  /// A succession as a witness: from its first day on.
  init(_ succession: Succession) {
    self.init(
      record: RecordReference(.table(.succession), succession.id),
      period: Period(from: succession.date), confidence: succession.confidence)
  }

  /// That a record has ended: from the day after its last.
  static func ended(_ table: Register.Table, _ id: String, _ provenance: Provenance) -> Witness {
    Witness(
      record: RecordReference(.table(table), id),
      period: Period(from: provenance.period.to?.adding(days: 1)),
      confidence: provenance.confidence)
  }
}
