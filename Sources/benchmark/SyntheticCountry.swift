import Governance

/// An invented country of any size in which bodies, arrangements, forums and lines stand in the
/// proportions of England: the register on which the search for findings is timed.
///
/// An ICS has five trusts, four or five places, seven or eight local authorities, and about 250
/// lines: relations, parts in arrangements and seats. Six or so ICSs make a region. Trusts work in
/// the ICSs next to their home, ambulance trusts in six in a row across the bounds of regions. Some
/// lines have ended or not begun; some statements of completeness are there, some not; some bodies
/// are without a lead, a voice or a mandate, so that every kind of finding has something to find.
///
/// The bodies above the ICSs have the codes that the regimes name.
struct SyntheticCountry {
  /// The day on which it is looked at.
  static let day = CalendarDate(daysSince1970: 20_544)

  let systemCount: Int
  var draws: SplitMix64
  var register = Register()
  /// The trusts, places and local authorities of each ICS.
  var trusts: [[Code]] = []
  var places: [[Code]] = []
  var authorities: [[Code]] = []

  /// Makes a country.
  ///
  /// - Parameters:
  ///   - systems: how many ICSs it has; 4,000 is a hundred times England.
  ///   - seed: what the draws start from.
  init(systems: Int, seed: UInt64 = 2022_07_01) {
    systemCount = max(systems, 12)
    draws = SplitMix64(seed: seed)
    register.title = "A country of \(systemCount) ICSs"
    register.sources = [Source(id: Self.source, title: "invented")]
    addNation()
    for system in 0..<systemCount { addBodies(of: system) }
    for system in 0..<systemCount {
      addService(of: system)
      addAccounts(of: system)
      addArrangements(of: system)
      addBoards(of: system)
      addStatements(of: system)
    }
  }

  /// Relations, parts in arrangements and seats.
  var lineCount: Int {
    register.relations.count + register.parties.count + register.seats.count
  }

  // MARK: - Names

  private static let source = "invented"
  static let nationalBodies: [Code] = ["X24", "N-SOS", "N-PARL", "N-DHSC"]
  static let regulator: Code = "N-CQC"

  static func system(_ index: Int) -> Code { Code("Q\(index)") }

  func region(of system: Int) -> Code { Code("Y\(system / 6)") }

  /// An ICS near another, round the country.
  func neighbour(_ system: Int, _ steps: Int) -> Int {
    (system + steps + systemCount) % systemCount
  }

  // MARK: - Records

  /// Mostly in force; one in sixteen has ended, one in sixteen is yet to begin.
  mutating func provenance(always: Bool = false) -> Provenance {
    Provenance(
      period: always ? Period() : period(), source: Self.source,
      confidence: draws.pick([.recorded, .recorded, .derived, .assumed]))
  }

  private mutating func period() -> Period {
    let day = Self.day.daysSince1970
    return switch draws.below(16) {
    case 0: Period(to: CalendarDate(daysSince1970: day - 1))
    case 1: Period(from: CalendarDate(daysSince1970: day + 1))
    default: Period(from: CalendarDate(daysSince1970: day - 1_000))
    }
  }

  mutating func add(
    _ kind: RelationKind, _ subject: Code, _ object: Code, functions: [String] = [],
    services: [String] = [], areas: [Code] = [], basis: Basis? = nil, strength: Strength? = nil
  ) {
    guard subject != object else { return }
    register.relations.append(
      Relation(
        id: "r\(register.relations.count)", kind: kind, subject: subject, object: object,
        functions: functions, services: services, areas: areas, basis: basis, strength: strength,
        provenance: provenance()))
  }

  mutating func addBody(
    _ id: Code, _ kind: OrganisationKind, _ sectors: [Sector] = [], _ form: LegalForm? = nil
  ) {
    register.organisations.append(
      Organisation(
        id: id, kind: kind, name: "\(kind.rawValue) \(id)", sectors: sectors, legalForm: form,
        exception: "invented", provenance: provenance(always: true)))
  }

  mutating func addContained(_ object: Code, in subject: Code) {
    register.relations.append(
      Relation(
        id: "r\(register.relations.count)", kind: .contains, subject: subject, object: object,
        provenance: provenance(always: true)))
  }
}
