/// All dated records of a package, as values; the start of the one-way road.
public struct Register: Hashable, Sendable {
  /// The name of the package, for titles.
  public var title: String
  /// Organisations, in the order of the table.
  public var organisations: [Organisation]
  /// Dated figures about organisations.
  public var measures: [Measure]
  /// Dated lines between organisations.
  public var relations: [Relation]
  /// Dated facts with several parties.
  public var arrangements: [Arrangement]
  /// Who takes what part in an arrangement.
  public var parties: [Party]
  /// Bodies that meet.
  public var forums: [Forum]
  /// Who sits on them.
  public var seats: [Seat]
  /// Mergers, splits, renames and the rest.
  public var succession: [Succession]
  /// Where the records come from.
  public var sources: [Source]
  /// Figures of the load model.
  public var parameters: [Parameter]
  /// What was decided about findings: overlaps that are by design.
  public var decisions: [Decision]
  /// The returns of information that organisations make.
  public var returns: [InformationReturn]
  /// Of what the register holds all there is.
  public var completeness: [Completeness]

  /// Makes a register from its tables.
  public init(
    title: String = "",
    organisations: [Organisation] = [],
    measures: [Measure] = [],
    relations: [Relation] = [],
    arrangements: [Arrangement] = [],
    parties: [Party] = [],
    forums: [Forum] = [],
    seats: [Seat] = [],
    succession: [Succession] = [],
    sources: [Source] = [],
    parameters: [Parameter] = [],
    decisions: [Decision] = [],
    returns: [InformationReturn] = [],
    completeness: [Completeness] = []
  ) {
    self.title = title
    self.organisations = organisations
    self.measures = measures
    self.relations = relations
    self.arrangements = arrangements
    self.parties = parties
    self.forums = forums
    self.seats = seats
    self.succession = succession
    self.sources = sources
    self.parameters = parameters
    self.decisions = decisions
    self.returns = returns
    self.completeness = completeness
  }

  /// The tables of a register, named as their files are.
  public enum Table: String, CaseIterable, Sendable {
    case organisations, measures, relations, arrangements, parties, forums, seats, succession
    case sources, parameters, decisions, returns, completeness

    /// Whether a package may do without the table, as older ones do.
    public var isOptional: Bool {
      switch self {
      case .decisions, .returns, .completeness: true
      default: false
      }
    }
  }
}
