import DataPackage
import Governance
import Graphs
import Testing

/// What the tests of load are tried on.
enum LoadFixtures {
  static let first = CalendarDate(year: 2026, month: 3, day: 31)!
  static let second = CalendarDate(year: 2026, month: 4, day: 1)!

  /// England as the project has it; `nil` if the installation is incomplete.
  static let england: Register? = Dataset.england.folder.flatMap {
    PackageLoader().load(folder: $0.path).register
  }

  static let regimes: RegimeLibrary? = Library.regimes.folder.flatMap {
    RegimeReader().library(folder: $0.path).library
  }

  /// A regime without rules.
  static let bare = Regime(id: "none", title: "No rules", status: .proposed)

  /// The load of England on a day.
  static func england(
    on day: CalendarDate, _ change: (inout Register) -> Void = { _ in }
  ) throws -> LoadModel {
    var register = try #require(england)
    change(&register)
    let regime = try #require(regimes?.inForce(on: day))
    return LoadModel(
      AccountabilityGraph(register, on: day, under: regime),
      book: ParameterBook(register.parameters))
  }

  /// The load of a register without rules.
  static func load(
    _ register: Register, under regime: Regime = bare, overriding users: [Parameter] = []
  ) -> LoadModel {
    LoadModel(
      AccountabilityGraph(register, on: second, under: regime),
      book: ParameterBook(register.parameters, overriding: users))
  }

  static func parameter(
    _ symbol: LoadSymbol, _ kind: String, _ low: Double, _ mode: Double, _ high: Double,
    forum: Code? = nil, organisation: Code? = nil, sector: Sector? = nil,
    origin: ParameterProvenance = .unvalidatedDefault, id: String? = nil
  ) -> Parameter {
    Parameter(
      id: id ?? "\(kind)-\(symbol.rawValue)-\(forum?.text ?? "")\(organisation?.text ?? "")",
      forumKind: kind, forum: forum, organisation: organisation, sector: sector,
      symbol: symbol.rawValue, low: low, mode: mode, high: high, unit: "", origin: origin,
      source: "src", confidence: .assumed)
  }

  /// The defaults of the illustration.
  static let defaults = [
    parameter(.rho, "*", 0.5, 1, 2), parameter(.w, "*", 0, 0.25, 1), parameter(.u, "*", 0.5, 2, 4),
    parameter(.uHost, "*", 6, 12, 20), parameter(.h, "return", 4, 12, 30),
    parameter(.sigma, "return", 0.2, 0.5, 0.8), parameter(.v, "review", 8, 16, 32),
    parameter(.q, "contract", 60, 150, 300), parameter(.n, "review", 4, 4, 4),
    parameter(.kappa, "reconciliation", 0, 4, 12), parameter(.delta, "*", 0, 0.3, 0.6),
  ]
}

/// A register made line by line.
struct LoadSketch {
  var register = Register(title: "sketch", parameters: LoadFixtures.defaults)

  mutating func organisation(_ id: Code, _ kind: OrganisationKind, _ sectors: [Sector] = []) {
    register.organisations.append(
      Organisation(id: id, kind: kind, name: id.text, sectors: sectors))
  }

  mutating func line(
    _ subject: Code, _ kind: RelationKind, _ object: Code, role: ServiceRole? = nil,
    areas: [Code] = [], strength: Strength? = nil, functions: [String] = []
  ) {
    register.relations.append(
      Relation(
        id: "L\(register.relations.count)", kind: kind, subject: subject, object: object,
        role: role, functions: functions, areas: areas, strength: strength))
  }

  mutating func forum(
    _ id: Code, _ kind: String, of parent: Code? = nil, ofArrangement: Code? = nil,
    n: Double? = nil, d: Double? = nil, members: Double? = nil, level: ForumLevel? = nil
  ) {
    register.forums.append(
      Forum(
        id: id, kind: kind, name: id.text, parent: parent, parentArrangement: ofArrangement,
        level: level, meetingsPerYear: n, durationHours: d, members: members))
  }

  mutating func seat(
    _ forum: Code, _ organisation: Code, _ count: Double? = nil, _ role: SeatRole = .member
  ) {
    register.seats.append(
      Seat(
        id: "S\(register.seats.count)", forum: forum, organisation: organisation, role: role,
        count: count))
  }

  mutating func party(_ arrangement: Code, _ organisation: Code, _ role: PartyRole) {
    register.parties.append(
      Party(
        id: "P\(register.parties.count)", arrangement: arrangement, organisation: organisation,
        role: role))
  }

  mutating func arrangement(_ id: Code, _ kind: ArrangementKind) {
    register.arrangements.append(Arrangement(id: id, kind: kind, name: id.text))
  }

  mutating func report(_ family: String, _ from: Code, _ to: Code, _ n: Double?) {
    register.returns.append(
      InformationReturn(
        id: "T\(register.returns.count)", family: family, organisation: from, recipient: to,
        timesPerYear: n))
  }
}

/// Numbers that are the same each time.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
