import Governance

/// The witness of a finding as bodies and lines between them.
struct WitnessContent {
  /// A line that a record states.
  struct Line: Hashable {
    let from: Code
    let to: Code
    /// What kind of line it is drawn as.
    let look: Look
    /// What it says.
    let words: String
    let isAssumed: Bool
    let record: RecordReference
  }

  /// What a line stands for.
  enum Look: Hashable {
    case relation(RelationKind)
    case seat, party, forum, report, informationReturn, succession
  }

  /// What a body is.
  enum Shape: Hashable {
    case organisation, arrangement, forum
  }

  /// The bodies, in the order in which the finding and its witness name them.
  let bodies: [Code]
  /// The lines, in the order of the witness.
  let lines: [Line]
  /// What records say that is not a line, in sentences.
  let remarks: [String]
  /// One row for each record.
  let rows: [[String]]

  /// The columns of the rows.
  static let columns = [
    "Record", "From", "Line", "To", "First day", "Last day", "Source", "Confidence",
  ]

  /// Reads the witness of a finding.
  ///
  /// - Complexity: O(records of the witness).
  init(_ finding: Finding, in index: WitnessIndex) {
    let reader = WitnessReader(index: index)
    var lines: [Line] = []
    var remarks: [String] = []
    var rows: [[String]] = []
    for witness in finding.witness {
      let reading = reader.read(witness.record)
      lines += reading.lines
      if let remark = reading.remark, !remarks.contains(remark) { remarks.append(remark) }
      rows.append(reader.row(witness, reading))
    }
    let named = finding.subjects + lines.flatMap { [$0.from, $0.to] }
    let drawn = Set(lines.flatMap { [$0.from, $0.to] })
    // A finding without a single line still shows whom it is about.
    let all = lines.isEmpty ? finding.subjects + finding.involved : named.filter(drawn.contains)
    var seen: Set<Code> = []
    bodies = all.filter { seen.insert($0).inserted }
    self.lines = lines
    self.remarks = remarks
    self.rows = rows
  }
}

/// Reads records as lines and sentences.
struct WitnessReader {
  let index: WitnessIndex

  /// What a record says.
  struct Reading {
    var lines: [WitnessContent.Line] = []
    var remark: String?
    var source = ""
  }

  private var atlas: Atlas { index.graph.atlas }
  private var words: AccountabilityLineWords { AccountabilityLineWords(graph: index.graph) }

  /// The name of a code on the day, or of what had it at any time.
  func name(_ code: Code) -> String {
    let name = atlas.shortName(of: code)
    guard name == code.text else { return name }
    return atlas.register.organisations.last { $0.id == code }?.name ?? name
  }

  func read(_ reference: RecordReference) -> Reading {
    guard let record = index.record(reference) else { return Reading() }
    switch record {
    case .relation(let relation): return read(relation, reference)
    case .standing(let line): return read(line.relation, reference)
    case .party(let party): return read(party, reference)
    case .seat(let seat): return read(seat, reference)
    case .forum(let forum): return read(forum, reference)
    case .arrangement(let arrangement):
      return Reading(
        remark: "\(arrangement.name) is a \(LineWords.arrangement(arrangement.kind))"
          + period(arrangement.provenance.period) + ".",
        source: arrangement.provenance.source)
    case .organisation(let organisation):
      return Reading(
        remark: "\(organisation.name)\(period(organisation.provenance.period)) is in the tables"
          + (organisation.exception.map { ": \($0)" } ?? "") + ".",
        source: organisation.provenance.source)
    case .informationReturn(let item): return read(item, reference)
    case .completeness(let statement):
      return Reading(
        remark: "The records of \(Self.aspect(statement.aspect)) of \(name(statement.subject)) are "
          + "stated to be all there are.",
        source: statement.provenance.source)
    case .succession(let event): return read(event, reference)
    case .measure(let measure):
      return Reading(
        remark: "A figure about \(name(measure.organisation)) is \(Words.grouped(measure.value)).",
        source: measure.provenance.source)
    }
  }

  // MARK: Lines

  private func read(_ relation: Relation, _ reference: RecordReference) -> Reading {
    guard let object = relation.object else {
      let among = relation.objectAmong.map(name)
      return Reading(
        remark: "\(name(relation.subject)) \(LineWords.verb(relation.kind)) one or more of "
          + Words.list(among, last: "or") + ".",
        source: relation.provenance.source)
    }
    var text = words.label(
      BodyLine.Likeness(
        kind: relation.kind, functions: relation.functions, services: relation.services,
        areas: relation.areas, strength: relation.strength, arrangement: nil, role: nil))
    if let share = relation.shareOfSubject { text += ", \(Words.share(share)) of its work" }
    if relation.role == .home { text += " (home)" }
    return Reading(
      lines: [
        line(
          relation.subject, object, .relation(relation.kind), text, relation.provenance, reference)
      ], source: relation.provenance.source)
  }

  private func read(_ party: Party, _ reference: RecordReference) -> Reading {
    Reading(
      lines: [
        line(
          party.organisation, party.arrangement, .party, LineWords.role(party.role),
          party.provenance, reference)
      ], source: party.provenance.source)
  }

  private func read(_ seat: Seat, _ reference: RecordReference) -> Reading {
    var text =
      switch seat.role {
      case .chair: "chairs"
      case .member: "sits on"
      case .attendee: "attends"
      }
    switch seat.voting {
    case true: text += ", votes"
    case false: text += ", no vote"
    case nil: break
    }
    if let count = seat.count, count > 1 { text += ", \(Words.grouped(count)) seats" }
    if let post = seat.post { text += ": \(post)" }
    if !seat.represents.isEmpty { text += "; speaks for \(Words.list(seat.represents.map(name)))" }
    guard let sitter = seat.organisation ?? seat.arrangement else {
      return Reading(
        remark: "Somebody \(text) on \(name(seat.forum)).", source: seat.provenance.source)
    }
    return Reading(
      lines: [line(sitter, seat.forum, .seat, text, seat.provenance, reference)],
      source: seat.provenance.source)
  }

  private func read(_ forum: Forum, _ reference: RecordReference) -> Reading {
    var lines: [WitnessContent.Line] = []
    if let parent = forum.parent ?? forum.parentArrangement {
      let functions = forum.functions.map(words.function).joined(separator: ", ")
      let decides = forum.decisionMaking.map { $0 ? ", decides" : ", advises" } ?? ""
      lines.append(
        line(
          forum.id, parent, .forum,
          "is a forum of it\(decides)" + (functions.isEmpty ? "" : ": \(functions)"),
          forum.provenance, reference))
    }
    if let above = forum.reportsTo {
      lines.append(line(forum.id, above, .report, "reports to", forum.provenance, reference))
    }
    return Reading(
      lines: lines, remark: lines.isEmpty ? "\(forum.name) is a forum." : nil,
      source: forum.provenance.source)
  }

  private func read(_ item: InformationReturn, _ reference: RecordReference) -> Reading {
    let times = item.timesPerYear.map { ", \(Words.grouped($0)) times a year" } ?? ""
    return Reading(
      lines: [
        line(
          item.organisation, item.recipient, .informationReturn, "returns \(item.family)\(times)",
          item.provenance, reference)
      ], source: item.provenance.source)
  }

  private func read(_ event: Succession, _ reference: RecordReference) -> Reading {
    guard let successor = event.successor else {
      return Reading(
        remark: "\(name(event.predecessor)) closed on \(event.date.longForm).",
        source: event.source)
    }
    return Reading(
      lines: [
        WitnessContent.Line(
          from: event.predecessor, to: successor, look: .succession,
          words: "became on \(event.date.longForm)", isAssumed: event.confidence == .assumed,
          record: reference)
      ], source: event.source)
  }

  private func line(
    _ from: Code, _ to: Code, _ look: WitnessContent.Look, _ words: String,
    _ provenance: Provenance, _ record: RecordReference
  ) -> WitnessContent.Line {
    WitnessContent.Line(
      from: from, to: to, look: look, words: Words.drawable(words + ended(provenance.period)),
      isAssumed: provenance.confidence == .assumed, record: record)
  }

  // MARK: Words

  /// That a line has ended by the day, which a reader must not miss.
  private func ended(_ period: Period) -> String {
    guard let last = period.to, last < atlas.date else { return "" }
    return ", until \(last.longForm)"
  }

  private func period(_ period: Period) -> String {
    switch (period.from, period.to) {
    case (let from?, let to?): " from \(from.longForm) to \(to.longForm)"
    case (let from?, nil): " from \(from.longForm)"
    case (nil, let to?): " until \(to.longForm)"
    case (nil, nil): ""
    }
  }

  private static func aspect(_ aspect: CompletenessAspect) -> String {
    switch aspect {
    case .seats: "the seats"
    case .parties: "the parties"
    case .sponsors: "the sponsors"
    case .memberships: "the collaboratives"
    case .forums: "the forums"
    case .oversight: "the oversight"
    case .accountability: "the accountability"
    case .commissioning: "the commissioning"
    case .funding: "the funding"
    case .escalation: "the ways of dispute"
    case .returns: "the returns"
    }
  }

  /// What a body is.
  func shape(_ code: Code) -> WitnessContent.Shape {
    guard let node = atlas.node(code) else { return .organisation }
    return switch atlas.entities[node.index] {
    case .organisation: .organisation
    case .arrangement: .arrangement
    case .forum: .forum
    }
  }

  /// A record as a row of the table.
  func row(_ witness: Witness, _ reading: Reading) -> [String] {
    let sources = Words.sources([reading.source], in: atlas.register)
    let regime = index.graph.regime
    let document = regime.documents.first { $0.id == reading.source }?.title
    let isStanding = witness.record.home == .standing
    return [
      "\(witness.record.home.name) \(witness.record.id)",
      reading.lines.map { name($0.from) }.joined(separator: "; "),
      reading.lines.isEmpty
        ? reading.remark ?? "" : reading.lines.map(\.words).joined(separator: "; "),
      reading.lines.map { name($0.to) }.joined(separator: "; "),
      witness.period.from?.description ?? "", witness.period.to?.description ?? "",
      (isStanding ? document : sources.first) ?? reading.source, witness.confidence.rawValue,
    ]
  }
}

extension Words {
  /// A figure without needless decimals.
  static func grouped(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? grouped(Int(value)) : decimal(value)
  }
}
