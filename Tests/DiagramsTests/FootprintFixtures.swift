import Governance

/// Registers made for a test: regions of ICSs from north to south, and one provider.
struct FootprintFixtures {
  static let today = CalendarDate(year: 2026, month: 4, day: 1) ?? CalendarDate(daysSince1970: 0)

  /// What the provider does in an ICS.
  struct Reach {
    var role = ServiceRole.serves
    var ofSystem: Double?
    var ofProvider: Double?
    var services: [String] = []
    var confidence = Confidence.recorded
  }

  /// A register with a provider `P1` that serves the first ICSs of the regions.
  ///
  /// - Parameters:
  ///   - regions: how many ICSs each region has; ICSs are `S1`, `S2`… from the north.
  ///   - reaches: what the provider does in each, `nil` for nothing.
  ///   - among: sets of numbers of ICSs of which it is not known which.
  ///   - name: makes the name of anything from its code.
  static func register(
    regions: [Int], reaches: [Reach?], among: [[Int]] = [],
    places: Int = 0, name: (String) -> String = { "Name of \($0)" }
  ) -> Register {
    var register = Register()
    register.sources = [Source(id: "made-up", title: "Made up for a test")]
    register.organisations.append(
      Organisation(
        id: "P1", kind: .trust, name: name("P1"), sectors: [.mentalHealth],
        provenance: Provenance(source: "made-up")))
    var system = 0
    for (index, count) in regions.enumerated() {
      let region = Code("R\(index + 1)")
      register.organisations.append(
        Organisation(id: region, kind: .region, name: name(region.text)))
      for _ in 0..<count {
        system += 1
        add(system, in: region, places: places, name: name, to: &register)
      }
    }
    for (index, reach) in reaches.enumerated() {
      guard let reach else { continue }
      register.relations.append(
        Relation(
          id: "serves-\(index + 1)", kind: .serves, subject: "P1", object: Code("S\(index + 1)"),
          role: reach.role, services: reach.services, shareOfObject: reach.ofSystem,
          shareOfSubject: reach.ofProvider,
          shareBasis: reach.ofSystem == nil && reach.ofProvider == nil ? nil : "patients",
          provenance: Provenance(source: "made-up", confidence: reach.confidence)))
    }
    for (index, codes) in among.enumerated() {
      register.relations.append(
        Relation(
          id: "open-\(index + 1)", kind: .serves, subject: "P1",
          objectAmong: codes.map { Code("S\($0)") }, role: .serves,
          provenance: Provenance(source: "made-up", confidence: .derived, note: "was split")))
    }
    return register
  }

  private static func add(
    _ number: Int, in region: Code, places: Int, name: (String) -> String,
    to register: inout Register
  ) {
    let code = Code("S\(number)")
    register.organisations.append(
      Organisation(
        id: code, kind: .ics, name: name(code.text),
        location: Coordinate(latitude: 56 - Double(number) / 10, longitude: -1)))
    register.relations.append(
      Relation(id: "in-\(number)", kind: .contains, subject: region, object: code))
    register.measures.append(
      Measure(
        id: "patients-\(number)", organisation: code, kind: .registeredPatients, value: 1_000_000,
        unit: "people"))
    for index in 0..<places {
      let place = Code("L\(number)-\(index + 1)")
      register.organisations.append(
        Organisation(id: place, kind: .place, name: name(place.text)))
      register.relations.append(
        Relation(id: "at-\(place.text)", kind: .contains, subject: code, object: place))
    }
  }

  /// Names that break what trusts them.
  static let hostileNames = [
    "<script>alert(1)</script>", "\"];", "Tom & Jerry &amp; <b>", "\\G \\N \\L", "two\nlines",
    "🏥🚑 hospital", "مستشفى", "a\u{0}b\u{8}c\u{FFFE}", "  ", String(repeating: "Wide ", count: 2000),
    String(repeating: "X", count: 10_000), "e\u{301}\u{302}\u{303}",
  ]
}
