import Governance

/// The format of a package as values: `Format.md` in code.
///
/// The one place from which the checks of a load, the tables of a write and the descriptor's
/// schemas are all derived.
public enum PackageSchema {
  /// The pattern of an identifier, for the whole of it.
  public static let identifierPattern = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"

  /// The profile that a descriptor declares.
  public static let profile = "tabular-data-package"

  /// What separates the values of a list in a cell.
  public static let listSeparator: Character = ";"

  /// The tables in the order of `Register.Table`.
  public static var tables: [TableSchema] { Register.Table.allCases.map(schema) }

  /// The schema of a table.
  ///
  /// - Parameter table: the table.
  public static func schema(of table: Register.Table) -> TableSchema {
    switch table {
    case .organisations: organisations
    case .measures: measures
    case .relations: relations
    case .arrangements: arrangements
    case .parties: parties
    case .forums: forums
    case .seats: seats
    case .succession: succession
    case .sources: sources
    case .parameters: parameters
    case .decisions: decisions
    case .returns: returns
    case .completeness: completeness
    }
  }

  /// Whether a text is an identifier.
  public static func isIdentifier(_ text: String) -> Bool {
    Code.isWellFormed(text)
  }
}

// MARK: - The tables

extension PackageSchema {
  private static let share = ColumnSchema.CellType.number(minimum: 0, maximum: 1)
  /// No count of persons, meetings or hours comes near the maximum, and below it every figure can
  /// be turned into a whole number.
  private static let count = ColumnSchema.CellType.number(minimum: 0, maximum: 1e12)
  private static let text = ColumnSchema.CellType.text(maximumLength: nil)

  private static func words<Choice: CaseIterable & RawRepresentable<String>>(
    _ type: Choice.Type
  ) -> [String] {
    type.allCases.map(\.rawValue)
  }

  private static let id = ColumnSchema(
    "id", .identifier, isRequired: true, "The name of the record; no two rows share one.")
  private static let source = ColumnSchema(
    "source", .identifier, isRequired: true, references: .sources,
    "The row of sources.csv that says so.")
  private static let confidence = ColumnSchema(
    "confidence", .choice(["recorded", "derived", "assumed"]), isRequired: true,
    "How sure: the source says it, it was computed or read off, or it is judgement.")
  private static let note = ColumnSchema("note", .prose, "Anything a reader should know.")
  private static let functions = ColumnSchema(
    "functions", .texts, "The functions it is about; blank for all.")
  private static let services = ColumnSchema(
    "services", .texts,
    "The services it is about; blank for all, or where not known for lines that serve and buy.")
  private static let areas = ColumnSchema(
    "areas", .identifiers, references: .organisations,
    "Places or local authorities to which it is limited.")
  private static let basis = ColumnSchema("basis", .choice(words(Basis.self)), "What it rests on.")
  private static let instrument = ColumnSchema(
    "instrument", text, "The document that creates it.")
  private static let shareBasis = ColumnSchema("shareBasis", text, "Of what the shares are shares.")

  /// The columns with which every dated table ends.
  private static let provenance = [
    ColumnSchema(
      "from", .date, "The first day on which it holds; blank when not known."),
    ColumnSchema("to", .date, "The last day on which it holds; blank while in force."),
    source, confidence, note,
  ]

  private static let organisations = TableSchema(
    .organisations, "Everything with an identity: bodies, regions, ICSs, places, providers.",
    columns: [
      id,
      ColumnSchema("kind", .choice(words(OrganisationKind.self)), isRequired: true, "What it is."),
      ColumnSchema("name", text, isRequired: true, "The full name."),
      ColumnSchema(
        "shortName", .text(maximumLength: 24), "A name of at most 24 characters, for tight spots."),
      ColumnSchema("sectors", .choices(words(Sector.self)), "The sectors in which a trust works."),
      ColumnSchema("legalForm", .choice(words(LegalForm.self)), "The legal form."),
      ColumnSchema("onsCode", .areaCode, "The code of the Office for National Statistics."),
      ColumnSchema("postcode", text, "The postcode of the headquarters."),
      ColumnSchema(
        "latitude", .number(minimum: -90, maximum: 90),
        "Degrees north of a provider's headquarters or an ICS's population-weighted centroid."),
      ColumnSchema(
        "longitude", .number(minimum: -180, maximum: 180), "Degrees east of the same point."),
      ColumnSchema(
        "exception", .prose, "Why a trust has no home ICS, or a place not exactly one ICS."),
    ] + provenance)

  private static let measures = TableSchema(
    .measures, "Dated figures about organisations.",
    columns: [
      id,
      ColumnSchema(
        "organisation", .identifier, isRequired: true, references: .organisations,
        "What it is a figure of."),
      ColumnSchema(
        "measure", .choice(words(MeasureKind.self)), isRequired: true, "What is measured."),
      ColumnSchema("value", count, isRequired: true, "The figure."),
      ColumnSchema("unit", text, isRequired: true, "The unit of the figure."),
    ] + provenance)

  private static let relations = TableSchema(
    .relations, "Dated lines between two organisations: subject, kind, object.",
    columns: [
      id,
      ColumnSchema(
        "kind", .choice(words(RelationKind.self)), isRequired: true, "The kind of line."),
      ColumnSchema(
        "subject", .identifier, isRequired: true, references: .organisations,
        "Where the line starts."),
      ColumnSchema("object", .identifier, references: .organisations, "Where it ends."),
      ColumnSchema(
        "objectAmong", .identifiers, references: .organisations,
        "Candidates, at least one of which is the object, where it is not known which."),
      ColumnSchema("role", .choice(words(ServiceRole.self)), "For serves: in what way."),
      functions, services, areas, basis,
      ColumnSchema("strength", .choice(words(Strength.self)), "How binding it is."),
      ColumnSchema("shareOfObject", share, "Share of the object, 0 to 1; blank when not known."),
      ColumnSchema("shareOfSubject", share, "Share of the subject, 0 to 1; blank when not known."),
      shareBasis, instrument,
    ] + provenance)

  private static let arrangements = TableSchema(
    .arrangements, "Dated facts with several parties in roles.",
    columns: [
      id,
      ColumnSchema("kind", .choice(words(ArrangementKind.self)), isRequired: true, "What it is."),
      ColumnSchema("name", text, isRequired: true, "The name."),
      ColumnSchema("form", text, "The variety, in free words."),
      functions, services, areas, basis, instrument,
    ] + provenance)

  private static let parties = TableSchema(
    .parties, "Who takes what part in an arrangement.",
    columns: [
      id,
      ColumnSchema(
        "arrangement", .identifier, isRequired: true, references: .arrangements,
        "The arrangement."),
      ColumnSchema(
        "organisation", .identifier, isRequired: true, references: .organisations,
        "The organisation."),
      ColumnSchema("role", .choice(words(PartyRole.self)), isRequired: true, "Its part."),
    ] + provenance)

  private static let forums = TableSchema(
    .forums, "Bodies that meet.",
    columns: [
      id,
      ColumnSchema("kind", text, isRequired: true, "The kind, as parameters.csv names them."),
      ColumnSchema("name", text, isRequired: true, "The name."),
      ColumnSchema(
        "parent", .identifier, references: .organisations, "The organisation whose forum it is."),
      ColumnSchema(
        "parentArrangement", .identifier, references: .arrangements,
        "The arrangement whose forum it is."),
      ColumnSchema("level", .choice(words(ForumLevel.self)), "The level at which it sits."),
      ColumnSchema("decisionMaking", .boolean, "Whether it decides; blank when not known."),
      ColumnSchema("statutory", .boolean, "Whether a statute requires it; blank when not known."),
      ColumnSchema(
        "instrument", text, mayBeMissing: true, "The document that gives it its powers."),
      ColumnSchema(
        "meetsInPublic", .boolean, mayBeMissing: true,
        "Whether it meets in public; blank when not known."),
      ColumnSchema("meetingsPerYear", count, "Meetings a year."),
      ColumnSchema("durationHours", count, "Length of a meeting in hours."),
      ColumnSchema("members", count, "Number of members."),
      ColumnSchema("reportsTo", .identifier, references: .forums, "The forum it reports to."),
      functions, services,
    ] + provenance)

  private static let seats = TableSchema(
    .seats, "Who sits on forums.",
    columns: [
      id,
      ColumnSchema("forum", .identifier, isRequired: true, references: .forums, "The forum."),
      ColumnSchema(
        "organisation", .identifier, references: .organisations,
        "The organisation whose seat it is."),
      ColumnSchema(
        "arrangement", .identifier, references: .arrangements,
        "The arrangement whose seat it is."),
      ColumnSchema("role", .choice(words(SeatRole.self)), isRequired: true, "The part it plays."),
      ColumnSchema("voting", .boolean, "Whether it votes; blank when not known."),
      ColumnSchema("post", text, "The post of the person who sits."),
      ColumnSchema(
        "holder", text, mayBeMissing: true,
        "Who the person is: the same word for every seat of the same person; may be a pseudonym."),
      ColumnSchema("count", count, "How many such seats; blank when not known."),
      ColumnSchema(
        "represents", .identifiers, references: .organisations,
        "The organisations for which the seat speaks."),
      ColumnSchema(
        "recusal", .boolean, mayBeMissing: true,
        "Whether it withdraws when its own organisation is judged; blank when not known."),
    ] + provenance)

  private static let succession = TableSchema(
    .succession, "Mergers, splits, renames and the rest.",
    columns: [
      id,
      ColumnSchema("kind", .choice(words(SuccessionKind.self)), isRequired: true, "What happened."),
      ColumnSchema(
        "predecessor", .identifier, isRequired: true, references: .organisations,
        "The organisation before."),
      ColumnSchema(
        "successor", .identifier, references: .organisations,
        "The organisation after; blank for a closure."),
      ColumnSchema("date", .date, isRequired: true, "The first day of the new state."),
      ColumnSchema("share", share, "Share of the predecessor that moved, 0 to 1."),
      shareBasis, source, confidence, note,
    ])

  private static let sources = TableSchema(
    .sources, "Where the records come from.",
    columns: [
      id,
      ColumnSchema("title", text, isRequired: true, "The title."),
      ColumnSchema("publisher", text, "Who published it."),
      ColumnSchema("url", .address, "An http or https address."),
      ColumnSchema("asOf", .date, "The day to which it speaks."),
      ColumnSchema("licence", text, "The licence."),
      note,
    ])

  private static let parameters = TableSchema(
    .parameters, "Figures of the load model, with their ranges.",
    columns: [
      id,
      ColumnSchema(
        "forumKind", text, isRequired: true,
        "The kind of forum to which it applies, * for all, or what else it is a figure of."),
      ColumnSchema(
        "forum", .identifier, mayBeMissing: true, references: .forums,
        "The one forum to which it applies; blank for all of the kind."),
      ColumnSchema(
        "organisation", .identifier, mayBeMissing: true, references: .organisations,
        "The one organisation to which it applies; blank for all."),
      ColumnSchema(
        "sector", .choice(words(Sector.self)), mayBeMissing: true,
        "The one sector to which it applies; blank for all."),
      ColumnSchema(
        "symbol", .choice(words(LoadSymbol.self)), isRequired: true,
        "The symbol in the formulas of governance load."),
      ColumnSchema("low", count, "The low value."),
      ColumnSchema("mode", count, "The most likely value."),
      ColumnSchema("high", count, "The high value."),
      ColumnSchema("unit", text, isRequired: true, "The unit."),
      ColumnSchema(
        "provenance", .choice(words(ParameterProvenance.self)), isRequired: true,
        "Whether it was measured."),
      ColumnSchema("basis", .prose, "What it rests on, in words."),
      source, confidence, note,
    ])

  private static let decisions = TableSchema(
    .decisions, "What was decided about findings: overlaps that are by design.",
    columns: [
      id,
      ColumnSchema("finding", .identifier, "The id of one finding."),
      ColumnSchema("kind", .choice(Decision.kinds), "The kind of finding."),
      ColumnSchema(
        "subject", .identifier, "The organisation, arrangement or forum that findings are about."),
      ColumnSchema("function", text, "The function that findings are about."),
      ColumnSchema("decidedBy", text, isRequired: true, "Who decided."),
      ColumnSchema("reason", .prose, isRequired: true, "Why."),
    ] + provenance)

  private static let returns = TableSchema(
    .returns, "Information that one organisation sends to another, again and again.",
    columns: [
      id,
      ColumnSchema(
        "family", text, isRequired: true, "The content: the same content in whatever form."),
      ColumnSchema(
        "organisation", .identifier, isRequired: true, references: .organisations, "Who makes it."),
      ColumnSchema(
        "recipient", .identifier, isRequired: true, references: .organisations, "Who receives it."),
      ColumnSchema("timesPerYear", count, "How often a year, more than 0; blank when not known."),
      functions,
    ] + provenance)

  private static let completeness = TableSchema(
    .completeness, "Of what, about whom, the records are all there are.",
    columns: [
      id,
      ColumnSchema(
        "subject", .identifier, isRequired: true, "The organisation, arrangement or forum."),
      ColumnSchema(
        "aspect", .choice(words(CompletenessAspect.self)), isRequired: true,
        "Of what the records are all there are."),
    ] + provenance)
}
