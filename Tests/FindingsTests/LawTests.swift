import Governance
import Testing

/// Laws that findings of every kind obey, on England, on the example and on every case.
struct LawTests {
  /// What a finding asks, apart from its texts and its id.
  struct Question: Hashable {
    let kind: FindingKind
    let check: ExpectationCheck
    let rule: String
    let subjects: Set<Code>
    let involved: Set<Code>
    let function: String?
    let services: [String]
    let areas: Set<Code>
    let severity: FindingSeverity
    let confidence: Confidence
    let byDesign: Bool

    init(_ finding: Finding, _ name: (Code) -> Code = { $0 }) {
      kind = finding.kind
      check = finding.check
      rule = finding.rule
      subjects = Set(finding.subjects.map(name))
      involved = Set(finding.involved.map(name))
      function = finding.function
      services = finding.services
      areas = Set(finding.areas.map(name))
      severity = finding.severity
      confidence = finding.confidence
      byDesign = finding.design != nil
    }
  }

  private func everything(_ report: FindingsReport) -> [Finding] {
    report.findings + report.byDesign + report.settled.map(\.finding)
  }

  @Test func sameInputSameFindings() throws {
    for world in try World.all() { #expect(world.report() == world.report(), "\(world.name)") }
  }

  @Test(arguments: [2, 3, 16]) func theNumberOfThreadsChangesNothing(_ threads: Int) throws {
    for world in try World.all() {
      let graph = AccountabilityGraph(world.register, on: world.date, under: world.regime)
      #expect(graph.findings(threads: threads) == graph.findings(threads: 1), "\(world.name)")
    }
  }

  @Test func anIrrelevantOrganisationChangesNoFinding() throws {
    for world in try World.all() {
      var larger = world
      larger.register.organisations.insert(
        Organisation(id: "000-STRANGER", kind: .representativeBody, name: "A stranger"), at: 0)
      larger.register.organisations.append(
        Organisation(id: "ZZZ-STRANGER", kind: .otherProvider, name: "Another stranger"))
      let (before, after) = (world.report(), larger.report())
      #expect(before.findings == after.findings, "\(world.name)")
      #expect(before.byDesign == after.byDesign, "\(world.name)")
      #expect(before.settled == after.settled, "\(world.name)")
    }
  }

  /// New ids in the same order give the same findings in the same order.
  ///
  /// New ids in another order give the same questions.
  @Test func renamingPermutesNothingElse() throws {
    for world in try World.all() {
      for (label, renaming) in [
        ("in order", Renaming { "Z" + $0 }),
        ("out of order", Renaming { String($0.reversed()) + "-x" }),
      ] {
        let renamed = World(
          name: world.name, register: renaming.register(world.register), date: world.date,
          regime: renaming.regime(world.regime))
        let (before, after) = (everything(world.report()), everything(renamed.report()))
        let expected = before.map { Question($0) { renaming($0) } }
        let found = after.map { Question($0) }
        #expect(Set(expected) == Set(found), "\(world.name), \(label)")
        if label == "in order" { #expect(expected == found, "\(world.name), \(label)") }
      }
    }
  }

  @Test func theOrderOfRecordsDoesNotMatter() throws {
    for world in try World.all() {
      var shuffled = world
      var generator = SeededGenerator(seed: 20_261_121)
      shuffled.register.organisations.shuffle(using: &generator)
      shuffled.register.relations.shuffle(using: &generator)
      shuffled.register.arrangements.shuffle(using: &generator)
      shuffled.register.parties.shuffle(using: &generator)
      shuffled.register.forums.shuffle(using: &generator)
      shuffled.register.seats.shuffle(using: &generator)
      shuffled.register.returns.shuffle(using: &generator)
      let (before, after) = (everything(world.report()), everything(shuffled.report()))
      #expect(before.map(\.id) == after.map(\.id), "\(world.name)")
      #expect(before.map { Question($0) } == after.map { Question($0) }, "\(world.name)")
      #expect(before.map(\.why) == after.map(\.why), "\(world.name)")
    }
  }

  @Test func aDuplicateLineAddsNone() throws {
    for world in try World.all() {
      var doubled = world
      doubled.register.relations += world.register.relations.map { relation in
        var copy = relation
        copy.id += ".again"
        return copy
      }
      doubled.register.parties += world.register.parties.map { party in
        var copy = party
        copy.id += ".again"
        return copy
      }
      let (before, after) = (everything(world.report()), everything(doubled.report()))
      #expect(
        Set(after.map { Question($0) }).subtracting(before.map { Question($0) }).isEmpty,
        "\(world.name)")
    }
  }

  /// A record that ended the day before shows nothing any more; one that ends on the day does.
  @Test func aRecordThatEndedShowsNothing() throws {
    for world in try World.all() {
      let report = world.report()
      let lines: Set<RecordReference.Home> = [
        .table(.relations), .table(.parties), .table(.seats),
      ]
      var witness: Set<RecordReference> = []
      for finding in everything(report)
      where finding.kind != .danglingReference && finding.kind != .contradictoryLead {
        witness.formUnion(finding.witness.map(\.record))
      }
      let tried = world.name.hasPrefix("england") ? 3 : 8
      for record in witness.filter({ lines.contains($0.home) }).sorted().prefix(tried) {
        let yesterday = CalendarDate(daysSince1970: world.date.daysSince1970 - 1)
        let ended = world.ending(record, on: yesterday).report()
        #expect(!shows(record, ended), "\(world.name): \(record.id)")
        let ending = world.ending(record, on: world.date).report()
        #expect(shows(record, ending), "\(world.name): \(record.id)")
      }
    }
  }

  /// Whether a finding rests on the record, but for those whose point is that something has ended:
  /// what a reorganisation left over, and an arrangement whose lead is gone.
  private func shows(_ record: RecordReference, _ report: FindingsReport) -> Bool {
    everything(report).contains { finding in
      finding.kind != .danglingReference && finding.kind != .contradictoryLead
        && finding.witness.contains { $0.record == record }
    }
  }

  /// A finding is no surer than its weakest record, and holds while all its records do.
  @Test func confidenceAndPeriodComeFromTheWitness() throws {
    for world in try World.all() {
      for finding in everything(world.report()) {
        for witness in finding.witness {
          #expect(finding.confidence <= witness.confidence, "\(world.name): \(finding.id)")
          #expect(witness.period.covers(finding.period), "\(world.name): \(finding.id)")
        }
        #expect(!finding.why.isEmpty && finding.question.hasSuffix("?"), "\(finding.id)")
        #expect(!finding.resolution.isEmpty && !finding.subjects.isEmpty, "\(finding.id)")
        #expect(world.regime.expectation(finding.rule) != nil, "\(finding.id)")
      }
    }
  }

  /// No id is used twice, and every id is well formed.
  @Test func idsAreUnique() throws {
    for world in try World.all() {
      let ids = everything(world.report()).map(\.id)
      #expect(Set(ids).count == ids.count, "\(world.name)")
      #expect(ids.allSatisfy { Decision.isFindingID($0) }, "\(world.name)")
    }
  }
}

extension World {
  /// The world with one record ending on a day.
  func ending(_ record: RecordReference, on day: CalendarDate) -> World {
    var world = self
    for index in world.register.relations.indices
    where record == RecordReference(.table(.relations), world.register.relations[index].id) {
      world.register.relations[index].provenance.period.to = day
    }
    for index in world.register.parties.indices
    where record == RecordReference(.table(.parties), world.register.parties[index].id) {
      world.register.parties[index].provenance.period.to = day
    }
    for index in world.register.seats.indices
    where record == RecordReference(.table(.seats), world.register.seats[index].id) {
      world.register.seats[index].provenance.period.to = day
    }
    return world
  }
}
