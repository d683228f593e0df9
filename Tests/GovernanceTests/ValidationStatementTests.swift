import Testing

@testable import Governance

/// Decisions, returns and statements of completeness in registers made in memory.
@Suite struct ValidationStatementTests {
  private static func sketch() -> ValidationSketch {
    var sketch = ValidationSketch()
    sketch.organisation("ORG", .national, from: 10, to: 50)
    sketch.register.arrangements = [
      Arrangement(
        id: "ARR", kind: .cluster, name: "Cluster",
        provenance: ValidationSketch.provenance(10, 50))
    ]
    sketch.register.forums = [
      Forum(
        id: "FOR", kind: "board", name: "Board", provenance: ValidationSketch.provenance(10, 50))
    ]
    return sketch
  }

  private static func decision(
    _ finding: String? = nil, kind: String? = nil, subject: Code? = nil, from: Int? = nil,
    to: Int? = nil
  ) -> Decision {
    Decision(
      id: "D", finding: finding, kind: kind, subject: subject, decidedBy: "The board",
      reason: "Because", provenance: ValidationSketch.provenance(from, to))
  }

  private static func told(
    _ change: (inout Register) -> Void
  ) -> [String] {
    var sketch = sketch()
    change(&sketch.register)
    return sketch.register.problems().map { "\($0.table) \($0.recordID) \($0.field)" }
  }

  @Test func aDecisionSaysWhatItIsAbout() {
    let id = "F4-0123456789ab"
    let sound: [Decision] = [
      Self.decision(id), Self.decision(kind: "F1", to: 50), Self.decision(kind: "F24", to: 50),
      Self.decision(subject: "ORG", to: 50), Self.decision(id, kind: "F4", subject: "FOR", to: 50),
    ]
    for decision in sound {
      #expect(Self.told { $0.decisions = [decision] } == [], "\(decision)")
    }
    #expect(Self.told { $0.decisions = [Self.decision()] } == ["decisions D finding"])
    var byFunction = Self.decision()
    byFunction.function = "finance"
    #expect(Self.told { $0.decisions = [byFunction] } == ["decisions D finding"])
  }

  /// What settles whatever comes of a kind is to lapse; one finding may be settled for good.
  @Test func aDecisionAboutManyFindingsLapses() {
    var sketch = Self.sketch()
    sketch.register.decisions = [Self.decision(kind: "F1")]
    let problems = sketch.register.problems()
    #expect(problems.map(\.field) == ["to"] && problems.map(\.severity) == [.warning])
    #expect(Self.told { $0.decisions = [Self.decision(kind: "F1", to: 50)] } == [])
    #expect(Self.told { $0.decisions = [Self.decision("F1-0123456789ab")] } == [])
    #expect(Self.told { $0.decisions = [Self.decision("F1-0123456789ab", kind: "F1")] } == [])
  }

  @Test(arguments: [
    ("WHO DECIDED", "Because", "decidedBy"), ("who decided?", "Because", "decidedBy"),
    ("The board", "WHY", "reason"), ("The board", "Why…", "reason"),
    ("why", "Because", "decidedBy"),
  ])
  func aRowLeftWithItsPlaceholdersIsFound(_ who: String, _ why: String, _ field: String) {
    var decision = Self.decision("F1-0123456789ab")
    (decision.decidedBy, decision.reason) = (who, why)
    #expect(Self.told { $0.decisions = [decision] } == ["decisions D \(field)"])
    (decision.decidedBy, decision.reason) = ("WHO and WHERE", "WHY not: it is by design")
    #expect(Self.told { $0.decisions = [decision] } == [])
  }

  @Test(arguments: ["F0", "F25", "F", "f1", "F01", "1", "", "F1 "])
  func whatIsNoKindOfFindingIsFound(_ kind: String) {
    #expect(Self.told { $0.decisions = [Self.decision(kind: kind)] } == ["decisions D kind"])
  }

  @Test(arguments: [
    "F-0123456789ab", "F123-0123456789ab", "G4-0123456789ab", "F4-0123456789a",
    "F4-0123456789abc", "F4-0123456789ai", "F4-0123456789al", "F4-0123456789ao",
    "F4-0123456789au", "F4-0123456789AB", "F4_0123456789ab", "F4-01234-6789ab", "F4",
    "F4-0123456789a\u{E9}", "",
  ])
  func whatIsNoIDOfAFindingIsFound(_ finding: String) {
    #expect(Self.told { $0.decisions = [Self.decision(finding)] } == ["decisions D finding"])
  }

  @Test func everyLetterOfTheAlphabetOfFindingsIsTaken() {
    // Crockford's alphabet, typed out.
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    #expect(alphabet.count == 32)
    for start in stride(from: 0, through: 20, by: 4) {
      #expect(Decision.isFindingID("F24-" + String(alphabet[start..<start + 12])))
    }
  }

  @Test(arguments: ["ORG", "ARR", "FOR"] as [Code])
  func statementsLieWithinTheLifeOfTheirSubject(_ subject: Code) {
    // What each period should call forth, for a subject that lives from day 10 to day 50.
    let cases: [(from: Int?, to: Int?, fields: [String])] = [
      (10, 50, []), (nil, 50, []), (20, 30, []), (9, 50, ["from"]), (10, 51, ["to"]),
      (10, nil, ["to"]), (9, nil, ["from", "to"]), (30, 29, ["to"]),
    ]
    for (from, to, fields) in cases {
      let decision = Self.decision(subject: subject, from: from, to: to)
      #expect(
        Self.told { $0.decisions = [decision] } == fields.map { "decisions D \($0)" },
        "\(subject) \(from as Int?) \(to as Int?)")
      let statement = Completeness(
        id: "W", subject: subject, aspect: .funding,
        provenance: ValidationSketch.provenance(from, to))
      #expect(
        Self.told { $0.completeness = [statement] } == fields.map { "completeness W \($0)" },
        "\(subject) \(from as Int?) \(to as Int?)")
    }
  }

  @Test func returnsJoinOrganisationsThatExist() {
    func record(
      _ organisation: Code, _ recipient: Code, times: Double? = nil, to: Int? = 50
    ) -> InformationReturn {
      InformationReturn(
        id: "T", family: "beds", organisation: organisation, recipient: recipient,
        timesPerYear: times, provenance: ValidationSketch.provenance(10, to))
    }
    #expect(Self.told { $0.returns = [record("ORG", "ORG", times: 0.5)] } == [])
    #expect(Self.told { $0.returns = [record("ARR", "ORG")] } == ["returns T organisation"])
    #expect(Self.told { $0.returns = [record("ORG", "NONE")] } == ["returns T recipient"])
    for times in [0, -1, .nan, .infinity] as [Double] {
      #expect(
        Self.told { $0.returns = [record("ORG", "ORG", times: times)] }
          == ["returns T timesPerYear"], "\(times)")
    }
    #expect(
      Self.told { $0.returns = [record("ORG", "ORG", to: 51)] } == ["returns T to", "returns T to"])
  }

  @Test func subjectsAreLookedForInAllThreeTables() {
    var sketch = Self.sketch()
    sketch.register.decisions = [Self.decision(subject: "FRO", to: 50)]
    let told = sketch.register.problems()
    #expect(
      told.map(\.message) == [
        "FRO in \"subject\" is not the id of any organisation, arrangement or forum."
      ])
    #expect(
      told.map(\.remedy) == [
        "Did you mean FOR? Correct it, or add FRO to the table it belongs to."
      ])
    for table in [Register.Table.organisations, .arrangements, .forums] {
      let cut = UnreadRecords(incompleteTables: [table])
      #expect(sketch.register.problems(besides: cut) == [])
      let unread = UnreadRecords(identifiers: [table: ["FRO"]])
      #expect(sketch.register.problems(besides: unread) == [])
    }
    let elsewhere = UnreadRecords(
      identifiers: [.relations: ["FRO"]], incompleteTables: [.relations])
    #expect(sketch.register.problems(besides: elsewhere).count == 1)
  }

  @Test func idsAreUsedOnceInEachTable() {
    let decision = Self.decision(kind: "F1", to: 50)
    let record = InformationReturn(
      id: "D", family: "beds", organisation: "ORG", recipient: "ORG",
      provenance: ValidationSketch.provenance(10, 50))
    let statement = Completeness(
      id: "D", subject: "ORG", aspect: .seats, provenance: ValidationSketch.provenance(10, 50))
    // The same id in three tables is no fault.
    #expect(
      Self.told {
        ($0.decisions, $0.returns, $0.completeness) = ([decision], [record], [statement])
      } == [])
    #expect(
      Self.told {
        $0.decisions = [decision, decision]
        $0.returns = [record, record]
        $0.completeness = [statement, statement]
      } == ["decisions D id", "returns D id", "completeness D id"])
  }

  @Test func sourcesAreNamed() {
    var decision = Self.decision(kind: "F1", to: 50)
    decision.provenance.source = ""
    let record = InformationReturn(
      id: "T", family: "beds", organisation: "ORG", recipient: "ORG",
      provenance: Provenance(
        period: ValidationSketch.provenance(10, 50).period, source: "none"))
    let statement = Completeness(
      id: "W", subject: "ORG", aspect: .seats,
      provenance: Provenance(period: ValidationSketch.provenance(10, 50).period, source: "none"))
    #expect(
      Self.told {
        ($0.decisions, $0.returns, $0.completeness) = ([decision], [record], [statement])
      } == ["decisions D source", "returns T source", "completeness W source"])
  }
}
