@testable import Governance

/// Builds registers for the tests of validation, valid but for what a test adds.
struct ValidationSketch {
  var register = Register(sources: [Source(id: "src", title: "A source")])
  private var count = 0

  /// Days count from 2000-01-01, so that tests can do sums with them.
  static func date(_ day: Int?) -> CalendarDate? {
    day.map { CalendarDate(year: 2000, month: 1, day: 1)!.adding(days: $0) }
  }

  static func provenance(_ from: Int?, _ to: Int?) -> Provenance {
    Provenance(period: Period(from: date(from), to: date(to)), source: "src")
  }

  mutating func organisation(
    _ id: Code, _ kind: OrganisationKind, from: Int? = nil, to: Int? = nil,
    exception: String? = nil
  ) {
    register.organisations.append(
      Organisation(
        id: id, kind: kind, name: id.text, sectors: kind == .trust ? [.acute] : [],
        exception: exception, provenance: ValidationSketch.provenance(from, to)))
  }

  mutating func line(
    _ subject: Code, _ kind: RelationKind, _ object: Code?, among: [Code] = [],
    role: ServiceRole? = nil, services: [String] = [], ofObject: Double? = nil,
    ofSubject: Double? = nil, basis: String? = nil, from: Int? = nil, to: Int? = nil
  ) {
    count += 1
    register.relations.append(
      Relation(
        id: "L\(count)", kind: kind, subject: subject, object: object, objectAmong: among,
        role: role, services: services, shareOfObject: ofObject, shareOfSubject: ofSubject,
        shareBasis: basis, provenance: ValidationSketch.provenance(from, to)))
  }

  mutating func succession(
    _ kind: SuccessionKind, _ predecessor: Code, _ successor: Code?, on day: Int,
    share: Double? = nil
  ) {
    count += 1
    register.succession.append(
      Succession(
        id: "X\(count)", kind: kind, predecessor: predecessor, successor: successor,
        date: ValidationSketch.date(day)!, share: share, source: "src", confidence: .recorded))
  }

  /// What is wrong, as `id field: message`.
  var told: [String] {
    register.problems().map { "\($0.recordID) \($0.field): \($0.message)" }
  }

  /// The problems whose message has some words.
  func problems(with words: String) -> [RegisterProblem] {
    register.problems().filter { $0.message.contains(words) }
  }
}

extension SeededGenerator {
  /// A period within 60 days, sometimes open at an end; empty for one in ten.
  mutating func period() -> (from: Int?, to: Int?) {
    let first = Int.random(in: 0..<60, using: &self)
    let length = Int.random(in: -3..<30, using: &self)
    let isOpen = Int.random(in: 0..<8, using: &self)
    return (isOpen == 0 ? nil : first, isOpen == 1 ? nil : first + length)
  }
}

extension Period {
  /// The days of 1999-12-22 to 2000-04-29 on which it holds, counted one by one.
  var days: [Int] {
    (-10..<120).filter { contains(ValidationSketch.date($0)!) }
  }
}
