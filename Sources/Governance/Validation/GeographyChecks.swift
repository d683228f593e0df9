extension RegisterValidator {
  /// Every place lies in exactly one ICS on each day, or says why not.
  ///
  /// Days before the first ICS of the register are left out, since nothing is known of them.
  ///
  /// What is itself at fault is not held against others: where a "contains" line leads nowhere, or
  /// ends before it starts, the places that it may be about are passed over.
  mutating func checkGeography() {
    guard let horizon = icsHorizon, unread.isWhole(.organisations, .relations) else { return }
    var containers = Stays()
    for relation in register.relations where relation.kind == .contains {
      guard isICS(relation.subject) || organisation(relation.subject) == nil else { continue }
      add(relation, of: relation.object, in: [relation.subject], to: &containers)
    }
    for (row, place) in register.organisations.enumerated() where place.kind == .place {
      guard place.exception == nil, !containers.isDoubtful(place.id) else { continue }
      let life = place.provenance.period.span.clamped(to: horizon)
      let stays = containers.known[place.id] ?? []
      guard let fault = RegisterValidator.firstFault(of: stays, over: life) else { continue }
      let record = RecordPlace(table: .organisations, row: row, id: place.id.text)
      let days = RegisterValidator.words(for: fault.span)
      if fault.codes.isEmpty {
        report(
          record, "id", "The place \(place.id) lies in no ICS \(days).",
          "Add a \"contains\" line from its ICS, or say why not in \"exception\".")
      } else {
        let named = fault.codes.map(\.text).joined(separator: " and ")
        report(
          record, "id", "The place \(place.id) lies in \(named) \(days).",
          "End one of the \"contains\" lines, or say why in \"exception\".")
      }
    }
  }

  /// Every trust has a home ICS on each day, or says why not.
  mutating func checkHomes() {
    guard let horizon = icsHorizon, unread.isWhole(.organisations, .relations) else { return }
    var homes = Stays()
    for relation in register.relations where relation.kind == .serves && relation.role == .home {
      let objects = relation.object.map { [$0] } ?? relation.objectAmong
      add(relation, of: relation.subject, in: objects, to: &homes)
    }
    for (row, trust) in register.organisations.enumerated() where trust.kind == .trust {
      guard trust.exception == nil, !homes.isDoubtful(trust.id) else { continue }
      let life = trust.provenance.period.span.clamped(to: horizon)
      let stays = homes.known[trust.id] ?? []
      guard let gap = RegisterValidator.firstFault(of: stays, over: life, allowsSeveral: true)
      else { continue }
      warn(
        RecordPlace(table: .organisations, row: row, id: trust.id.text), "id",
        "The trust \(trust.id) has no home ICS \(RegisterValidator.words(for: gap.span)).",
        "Add a \"serves\" line with the role \"home\", or say why not in \"exception\".")
    }
  }

  /// Notes where a line says that something is, or that the line cannot be relied on.
  private func add(
    _ relation: Relation, of code: Code?, in containers: [Code], to stays: inout Stays
  ) {
    let period = relation.provenance.period
    guard let code, organisation(code) != nil else {
      stays.isWhollyDoubtful = true
      return
    }
    guard let container = containers.first, !period.isEmpty,
      containers.allSatisfy({ organisation($0) != nil })
    else {
      stays.doubtful.insert(code)
      return
    }
    guard containers.allSatisfy(isICS) else { return }
    stays.known[code, default: []].append(Stay(code: container, span: period.span))
  }

  /// What lies where, and of what that is not certain.
  private struct Stays {
    var known: [Code: [Stay]] = [:]
    var doubtful: Set<Code> = []
    var isWhollyDoubtful = false

    func isDoubtful(_ code: Code) -> Bool { isWhollyDoubtful || doubtful.contains(code) }
  }

  /// Where something is, and when.
  private struct Stay {
    var code: Code
    var span: Range<Int>
  }

  /// Days on which something is nowhere, or in several.
  private struct Fault {
    var codes: [Code]
    var span: Range<Int>
  }

  private func isICS(_ code: Code) -> Bool { organisation(code)?.kind == .ics }

  /// From the first day of the first ICS to the last of the last.
  private var icsHorizon: Range<Int>? {
    let spans = register.organisations.filter { $0.kind == .ics && !$0.provenance.period.isEmpty }
      .map(\.provenance.period.span)
    guard let first = spans.map(\.lowerBound).min(), let last = spans.map(\.upperBound).max() else {
      return nil
    }
    return first..<last
  }

  /// The first days of a life on which there is no stay, or more than one.
  private static func firstFault(
    of stays: [Stay], over life: Range<Int>, allowsSeveral: Bool = false
  ) -> Fault? {
    guard !life.isEmpty else { return nil }
    let relevant = stays.filter { $0.span.overlaps(life) }
    var cuts: Set<Int> = [life.lowerBound, life.upperBound]
    for stay in relevant {
      let part = stay.span.clamped(to: life)
      cuts.insert(part.lowerBound)
      cuts.insert(part.upperBound)
    }
    let days = cuts.sorted()
    let starts = Dictionary(grouping: relevant) { max($0.span.lowerBound, life.lowerBound) }
    let ends = Dictionary(grouping: relevant) { min($0.span.upperBound, life.upperBound) }
    var present: [Code: Int] = [:]
    var fault: Fault?
    for (day, next) in zip(days, days.dropFirst()) {
      for stay in ends[day] ?? [] {
        present[stay.code, default: 0] -= 1
        if present[stay.code] == 0 { present[stay.code] = nil }
      }
      for stay in starts[day] ?? [] { present[stay.code, default: 0] += 1 }
      let isRight = present.count == 1 || (allowsSeveral && present.count > 1)
      if isRight {
        if let fault { return fault }
        continue
      }
      let codes = present.keys.sorted()
      if let known = fault {
        guard known.codes == codes else { return known }
        fault = Fault(codes: codes, span: known.span.lowerBound..<next)
      } else {
        fault = Fault(codes: codes, span: day..<next)
      }
    }
    return fault
  }

  private static func words(for span: Range<Int>) -> String {
    let from = span.lowerBound == .min ? nil : CalendarDate(daysSince1970: span.lowerBound)
    let to = span.upperBound == .max ? nil : CalendarDate(daysSince1970: span.upperBound - 1)
    return Period(from: from, to: to).inWords
  }
}
