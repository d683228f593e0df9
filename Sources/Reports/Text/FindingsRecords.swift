import Governance

/// A record in words: what it says, when it holds, who says so and how surely.
public struct RecordStatement: Hashable, Sendable {
  /// The record.
  public let record: RecordReference
  /// What it says, in one sentence without a full stop.
  public let says: String
  /// When it holds.
  public let period: Period
  /// How sure it is.
  public let confidence: Confidence
  /// The id of its source: a row of `sources.csv`, or a document of the regime; blank if it has none.
  public let source: String
  /// The source in words: title, publisher, date, address; `nil` if nothing is known of it.
  public let citation: String?
  /// Anything a reader should know.
  public let note: String?
}

/// Puts the witness of findings in words.
public struct FindingsRecords: Sendable {
  private let graph: AccountabilityGraph
  private let names: [Code: String]
  private let sources: [String: Source]
  private var statements: [RecordReference: RecordStatement] = [:]

  /// Prepares the words for the witness of some findings.
  ///
  /// - Parameters:
  ///   - findings: whose witness.
  ///   - graph: the graph in which they were found.
  /// - Complexity: O(records of the register).
  public init(of findings: some Sequence<Finding>, in graph: AccountabilityGraph) {
    self.graph = graph
    names = Self.names(graph.atlas.register)
    sources = Dictionary(
      graph.atlas.register.sources.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var wanted: [RecordReference.Home: Set<String>] = [:]
    for finding in findings {
      for witness in finding.witness {
        wanted[witness.record.home, default: []].insert(witness.record.id)
      }
    }
    for (home, ids) in wanted {
      switch home {
      case .standing: addStanding(ids)
      case .table(let table): add(table, ids)
      }
    }
  }

  /// What a record says; the bare record if it is not there any more.
  public func statement(_ witness: Witness) -> RecordStatement {
    statements[witness.record]
      ?? RecordStatement(
        record: witness.record, says: "\(witness.record.home.name) \(witness.record.id)",
        period: witness.period, confidence: witness.confidence, source: "", citation: nil, note: nil
      )
  }

  /// A name with its code, whether or not it is in force on the day: `First Trust (RAA)`.
  public func name(_ code: Code) -> String {
    names[code].map { "\($0) (\(code))" } ?? code.text
  }

  /// A name alone, whether or not it is in force on the day; the code if there is none.
  func bareName(_ code: Code) -> String { names[code] ?? code.text }

  /// Short names where there are any, whatever the day.
  private static func names(_ register: Register) -> [Code: String] {
    var names: [Code: String] = [:]
    for organisation in register.organisations {
      names[organisation.id] = organisation.shortName ?? organisation.name
    }
    for arrangement in register.arrangements { names[arrangement.id] = arrangement.name }
    for forum in register.forums { names[forum.id] = forum.name }
    return names
  }

  // MARK: - Standing lines

  private mutating func addStanding(_ ids: Set<String>) {
    for line in graph.atlas.standing where ids.contains(line.relation.id) {
      let rule = graph.regime.standingRule(line.rule)
      let document = rule.flatMap { graph.regime.document($0.citation) }
      let statement = RecordStatement(
        record: RecordReference(.standing, line.relation.id), says: words(line.relation),
        period: line.relation.provenance.period, confidence: line.relation.provenance.confidence,
        source: line.relation.provenance.source,
        citation: rule.map {
          "standing rule \(line.rule) of \(graph.regime.id): \($0.statement) "
            + Wording.citation($0.citation, document)
        }, note: nil)
      statements[statement.record] = statement
    }
  }

  // MARK: - Tables

  private mutating func add(_ table: Register.Table, _ ids: Set<String>) {
    let register = graph.atlas.register
    func each<Record>(
      _ records: [Record], _ id: (Record) -> String, _ provenance: (Record) -> Provenance,
      _ words: (Record) -> String
    ) {
      for record in records where ids.contains(id(record)) {
        add(table, id(record), provenance(record), words(record))
      }
    }
    switch table {
    case .organisations: each(register.organisations, \.id.text, \.provenance, words)
    case .measures: each(register.measures, \.id, \.provenance, words)
    case .relations: each(register.relations, \.id, \.provenance, words)
    case .arrangements: each(register.arrangements, \.id.text, \.provenance, words)
    case .parties: each(register.parties, \.id, \.provenance, words)
    case .forums: each(register.forums, \.id.text, \.provenance, words)
    case .seats: each(register.seats, \.id, \.provenance, words)
    case .succession: each(register.succession, \.id, \.provenance, words)
    case .decisions: each(register.decisions, \.id, \.provenance) { "a decision: \($0.reason)" }
    case .returns: each(register.returns, \.id, \.provenance, words)
    case .completeness: each(register.completeness, \.id, \.provenance, words)
    case .sources, .parameters: break
    }
  }

  private mutating func add(
    _ table: Register.Table, _ id: String, _ provenance: Provenance, _ says: String
  ) {
    let record = RecordReference(.table(table), id)
    guard statements[record] == nil else { return }
    statements[record] = RecordStatement(
      record: record, says: says, period: provenance.period, confidence: provenance.confidence,
      source: provenance.source, citation: sources[provenance.source].map(Wording.citation),
      note: provenance.note)
  }

  // MARK: - Words

  private func words(_ organisation: Organisation) -> String {
    "\(name(organisation.id)) is a body of kind \(organisation.kind.rawValue)"
  }

  private func words(_ measure: Measure) -> String {
    "\(name(measure.organisation)): \(Wording.measure(measure.kind).lowercased()) "
      + Wording.figure(measure.value)
  }

  private func words(_ relation: Relation) -> String {
    let among = Wording.alternatives(relation.objectAmong.map(name))
    let object =
      relation.object.map(name) ?? "one or more of \(among), it is not known which of them,"
    return "\(name(relation.subject)) \(Wording.verb(relation)) \(object)"
      + details(about(relation) + ground(relation))
  }

  /// Functions, services and areas, where the kind of line has them.
  private func about(_ relation: Relation) -> [String] {
    var parts = scope(relation.functions, relation.services, relation.areas)
    if relation.functions.isEmpty, Wording.hasFunctions(relation.kind) {
      parts.insert("all functions", at: 0)
    }
    return parts
  }

  private func ground(_ relation: Relation) -> [String] {
    var parts = [relation.strength?.rawValue, relation.basis?.rawValue].compactMap(\.self)
    if let share = relation.shareOfObject {
      parts.append("\(Wording.percentage(share)) of \(relation.object.map(name) ?? "it")")
    }
    if let share = relation.shareOfSubject {
      parts.append("\(Wording.percentage(share)) of \(name(relation.subject))")
    }
    return parts
  }

  private func scope(_ functions: [String], _ services: [String], _ areas: [Code]) -> [String] {
    var parts: [String] = []
    if !functions.isEmpty {
      parts.append(Wording.list(functions.map(graph.regime.functions.title(of:))))
    }
    if !services.isEmpty {
      parts.append(Wording.list(services.map(graph.regime.services.title(of:))))
    }
    if !areas.isEmpty { parts.append("in " + Wording.list(areas.map(name))) }
    return parts
  }

  private func details(_ parts: [String]) -> String {
    parts.isEmpty ? "" : ": " + parts.joined(separator: "; ")
  }

  private func words(_ arrangement: Arrangement) -> String {
    "\(arrangement.name) (\(arrangement.id)) is a \(Wording.kind(arrangement.kind))"
      + details(
        scope(arrangement.functions, arrangement.services, arrangement.areas)
          + [arrangement.basis?.rawValue].compactMap(\.self))
  }

  private func words(_ party: Party) -> String {
    let role = party.role == .system ? "a system" : Wording.role(party.role)
    return "\(name(party.organisation)) is \(role) in \(name(party.arrangement))"
  }

  private func words(_ forum: Forum) -> String {
    var parts: [String] = []
    if let parent = forum.parent ?? forum.parentArrangement { parts.append("of \(name(parent))") }
    if let decides = forum.decisionMaking { parts.append(decides ? "decides" : "advises") }
    if let reportsTo = forum.reportsTo { parts.append("reports to \(name(reportsTo))") }
    return "\(forum.name) (\(forum.id)) meets"
      + details(parts + scope(forum.functions, forum.services, []))
  }

  private func words(_ seat: Seat) -> String {
    let count = seat.count.map { $0 == 1 ? "a seat" : "\(Wording.figure($0)) seats" } ?? "a seat"
    let owner = (seat.organisation ?? seat.arrangement).map(name) ?? "Somebody outside"
    var parts = [seat.role.rawValue, seat.post].compactMap(\.self)
    if let voting = seat.voting { parts.append(voting ? "votes" : "does not vote") }
    if !seat.represents.isEmpty {
      parts.append("for " + Wording.list(seat.represents.map(name)))
    }
    return "\(owner) has \(count) on \(name(seat.forum))" + details(parts)
  }

  private func words(_ succession: Succession) -> String {
    let successor = succession.successor.map { " " + name($0) } ?? ""
    return "\(name(succession.predecessor)) \(Wording.kind(succession.kind))\(successor) on "
      + succession.date.longForm
  }

  private func words(_ given: InformationReturn) -> String {
    let often = given.timesPerYear.map { ", \(Wording.figure($0)) times a year" } ?? ""
    return "\(name(given.organisation)) sends \(given.family) to \(name(given.recipient))\(often)"
  }

  private func words(_ statement: Completeness) -> String {
    "The register is said to hold all there is of \(name(statement.subject)): "
      + Wording.aspect(statement.aspect)
  }
}

extension Succession {
  /// A change holds from its day on.
  fileprivate var provenance: Provenance {
    Provenance(period: Period(from: date), source: source, confidence: confidence, note: note)
  }
}
