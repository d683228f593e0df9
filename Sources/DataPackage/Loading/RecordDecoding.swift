import Governance

/// A record that a row of its table makes.
protocol TabularRecord: Sendable {
  /// The table it belongs to.
  static var table: Register.Table { get }

  /// Makes the record of a row whose cells have passed the checks of the schema.
  ///
  /// `nil` if a required cell is blank; the checks have reported that.
  init?(row: inout RowValues)

  /// The cells of the record by the names of their columns, in the order of the schema.
  var cells: [(column: String, content: CellContent)] { get }
}

extension Organisation: TabularRecord {
  static var table: Register.Table { .organisations }

  init?(row: inout RowValues) {
    let id = row.code("id")
    guard let kind: OrganisationKind = row.choice("kind") else { return nil }
    self.init(
      id: id, kind: kind, name: row.text("name"), shortName: row.optionalText("shortName"),
      sectors: row.list("sectors").compactMap { Sector(rawValue: $0) }.sorted(),
      legalForm: row.choice("legalForm"), onsCode: row.optionalText("onsCode"),
      postcode: row.optionalText("postcode"))
    if let latitude = row.number("latitude"), let longitude = row.number("longitude") {
      location = Coordinate(latitude: latitude, longitude: longitude)
    }
    exception = row.optionalText("exception")
    provenance = row.provenance()
  }
}

extension Measure: TabularRecord {
  static var table: Register.Table { .measures }

  init?(row: inout RowValues) {
    let (id, organisation) = (row.text("id"), row.code("organisation"))
    guard let kind: MeasureKind = row.choice("measure"), let value = row.number("value") else {
      return nil
    }
    self.init(
      id: id, organisation: organisation, kind: kind, value: value, unit: row.text("unit"),
      provenance: row.provenance())
  }
}

extension Relation: TabularRecord {
  static var table: Register.Table { .relations }

  init?(row: inout RowValues) {
    let id = row.text("id")
    guard let kind: RelationKind = row.choice("kind") else { return nil }
    self.init(
      id: id, kind: kind, subject: row.code("subject"), object: row.optionalCode("object"),
      objectAmong: row.codes("objectAmong"), role: row.choice("role"),
      functions: row.list("functions"), services: row.list("services"), areas: row.codes("areas"),
      basis: row.choice("basis"), strength: row.choice("strength"),
      shareOfObject: row.number("shareOfObject"), shareOfSubject: row.number("shareOfSubject"),
      shareBasis: row.optionalText("shareBasis"), instrument: row.optionalText("instrument"),
      provenance: row.provenance())
  }
}

extension Arrangement: TabularRecord {
  static var table: Register.Table { .arrangements }

  init?(row: inout RowValues) {
    let id = row.code("id")
    guard let kind: ArrangementKind = row.choice("kind") else { return nil }
    self.init(
      id: id, kind: kind, name: row.text("name"), form: row.optionalText("form"),
      functions: row.list("functions"), services: row.list("services"), areas: row.codes("areas"),
      basis: row.choice("basis"), instrument: row.optionalText("instrument"),
      provenance: row.provenance())
  }
}

extension Party: TabularRecord {
  static var table: Register.Table { .parties }

  init?(row: inout RowValues) {
    let (id, arrangement) = (row.text("id"), row.code("arrangement"))
    let organisation = row.code("organisation")
    guard let role: PartyRole = row.choice("role") else { return nil }
    self.init(
      id: id, arrangement: arrangement, organisation: organisation, role: role,
      provenance: row.provenance())
  }
}

extension Forum: TabularRecord {
  static var table: Register.Table { .forums }

  init?(row: inout RowValues) {
    self.init(
      id: row.code("id"), kind: row.text("kind"), name: row.text("name"),
      parent: row.optionalCode("parent"), parentArrangement: row.optionalCode("parentArrangement"),
      level: row.choice("level"), decisionMaking: row.boolean("decisionMaking"),
      statutory: row.boolean("statutory"), instrument: row.optionalText("instrument"),
      meetsInPublic: row.boolean("meetsInPublic"), meetingsPerYear: row.number("meetingsPerYear"),
      durationHours: row.number("durationHours"), members: row.number("members"),
      reportsTo: row.optionalCode("reportsTo"), functions: row.list("functions"),
      services: row.list("services"), provenance: row.provenance())
  }
}

extension Seat: TabularRecord {
  static var table: Register.Table { .seats }

  init?(row: inout RowValues) {
    let (id, forum) = (row.text("id"), row.code("forum"))
    let organisation = row.optionalCode("organisation")
    let arrangement = row.optionalCode("arrangement")
    guard let role: SeatRole = row.choice("role") else { return nil }
    self.init(
      id: id, forum: forum, organisation: organisation, arrangement: arrangement, role: role,
      voting: row.boolean("voting"), post: row.optionalText("post"),
      holder: row.optionalText("holder"), count: row.number("count"),
      represents: row.codes("represents"), recusal: row.boolean("recusal"),
      provenance: row.provenance())
  }
}

extension Succession: TabularRecord {
  static var table: Register.Table { .succession }

  init?(row: inout RowValues) {
    let id = row.text("id")
    guard let kind: SuccessionKind = row.choice("kind") else { return nil }
    let (predecessor, successor) = (row.code("predecessor"), row.optionalCode("successor"))
    guard let date = row.date("date") else { return nil }
    self.init(
      id: id, kind: kind, predecessor: predecessor, successor: successor, date: date,
      share: row.number("share"), shareBasis: row.optionalText("shareBasis"),
      source: row.text("source"), confidence: row.choice("confidence") ?? .assumed,
      note: row.optionalText("note"))
  }
}

extension Source: TabularRecord {
  static var table: Register.Table { .sources }

  init?(row: inout RowValues) {
    self.init(
      id: row.text("id"), title: row.text("title"), publisher: row.optionalText("publisher"),
      url: row.optionalText("url"), asOf: row.date("asOf"), licence: row.optionalText("licence"),
      note: row.optionalText("note"))
  }
}

extension Parameter: TabularRecord {
  static var table: Register.Table { .parameters }

  init?(row: inout RowValues) {
    let (id, forumKind) = (row.text("id"), row.text("forumKind"))
    let (forum, organisation) = (row.optionalCode("forum"), row.optionalCode("organisation"))
    let sector: Sector? = row.choice("sector")
    let symbol = row.text("symbol")
    let (low, mode, high) = (row.number("low"), row.number("mode"), row.number("high"))
    let unit = row.text("unit")
    guard let origin: ParameterProvenance = row.choice("provenance") else { return nil }
    self.init(
      id: id, forumKind: forumKind, forum: forum, organisation: organisation, sector: sector,
      symbol: symbol, low: low, mode: mode, high: high, unit: unit, origin: origin,
      basis: row.optionalText("basis"), source: row.text("source"),
      confidence: row.choice("confidence") ?? .assumed, note: row.optionalText("note"))
  }
}

extension Decision: TabularRecord {
  static var table: Register.Table { .decisions }

  init?(row: inout RowValues) {
    self.init(
      id: row.text("id"), finding: row.optionalText("finding"), kind: row.optionalText("kind"),
      subject: row.optionalCode("subject"), function: row.optionalText("function"),
      decidedBy: row.text("decidedBy"), reason: row.text("reason"), provenance: row.provenance())
  }
}

extension InformationReturn: TabularRecord {
  static var table: Register.Table { .returns }

  init?(row: inout RowValues) {
    self.init(
      id: row.text("id"), family: row.text("family"), organisation: row.code("organisation"),
      recipient: row.code("recipient"), timesPerYear: row.number("timesPerYear"),
      functions: row.list("functions"), provenance: row.provenance())
  }
}

extension Completeness: TabularRecord {
  static var table: Register.Table { .completeness }

  init?(row: inout RowValues) {
    let (id, subject) = (row.text("id"), row.code("subject"))
    guard let aspect: CompletenessAspect = row.choice("aspect") else { return nil }
    self.init(id: id, subject: subject, aspect: aspect, provenance: row.provenance())
  }
}
