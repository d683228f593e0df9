import Governance

/// A repeatable generator for tests: SplitMix64 (Steele, Lea and Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

func day(_ text: String) -> CalendarDate { CalendarDate(iso: text)! }

/// Builds small registers in a few words.
struct RegisterSketch {
  var register = Register(title: "A sketch")
  private var count = 0

  mutating func add(
    _ id: Code, _ kind: OrganisationKind, name: String? = nil, from: String? = nil,
    to: String? = nil, at location: (Double, Double)? = nil, sectors: [Sector] = []
  ) {
    register.organisations.append(
      Organisation(
        id: id, kind: kind, name: name ?? id.text, sectors: sectors,
        location: location.map { Coordinate(latitude: $0.0, longitude: $0.1) },
        provenance: provenance(from, to)))
  }

  mutating func relate(
    _ subject: Code, _ kind: RelationKind, _ object: Code?, among: [Code] = [],
    role: ServiceRole? = nil, ofObject: Double? = nil, ofSubject: Double? = nil,
    basis: String? = nil, from: String? = nil, to: String? = nil,
    confidence: Confidence = .recorded
  ) {
    count += 1
    var provenance = provenance(from, to)
    provenance.confidence = confidence
    register.relations.append(
      Relation(
        id: "L\(count)", kind: kind, subject: subject, object: object, objectAmong: among,
        role: role, shareOfObject: ofObject, shareOfSubject: ofSubject, shareBasis: basis,
        provenance: provenance))
  }

  mutating func measure(_ organisation: Code, _ kind: MeasureKind, _ value: Double) {
    count += 1
    register.measures.append(
      Measure(
        id: "M\(count)", organisation: organisation, kind: kind, value: value, unit: "persons",
        provenance: provenance(nil, nil)))
  }

  private func provenance(_ from: String?, _ to: String?) -> Provenance {
    Provenance(period: Period(from: from.map(day), to: to.map(day)), source: "S")
  }
}
