import GraphCore

extension AccountabilityGraph {
  /// Makes a finding: works out its id, confidence and period.
  ///
  /// - Parameters:
  ///   - rule: the expectation that is not met.
  ///   - check: the check that found it; it must have a kind of finding.
  ///   - subjects: what it is about, the main one first; part of the id.
  ///   - involved: others that take part; not part of the id.
  ///   - function: the function; part of the id.
  ///   - services: the services it is limited to; part of the id.
  ///   - areas: the areas it is limited to; part of the id.
  ///   - witness: the records that show it; put in order, each once.
  ///   - severity: in place of the severity of the rule.
  ///   - design: why it is meant.
  ///   - why: what is the case.
  ///   - question: what to ask.
  ///   - resolution: what would settle it.
  func finding(
    _ rule: Expectation, _ check: ExpectationCheck, subjects: [NodeID], involved: [NodeID] = [],
    function: String? = nil, services: [String] = [], areas: [Code] = [], witness: [Witness],
    severity: FindingSeverity? = nil, design: Finding.Design? = nil, why: String,
    question: String, resolution: String
  ) -> Finding {
    finding(
      rule, check, about: subjects.map(code), involved: involved.map(code), function: function,
      services: services, areas: areas, witness: witness, severity: severity, design: design,
      why: why, question: question, resolution: resolution)
  }

  /// Makes a finding about codes, some of which may not be in force on the day.
  func finding(
    _ rule: Expectation, _ check: ExpectationCheck, about subjects: [Code], involved: [Code] = [],
    function: String? = nil, services: [String] = [], areas: [Code] = [], witness: [Witness],
    severity: FindingSeverity? = nil, design: Finding.Design? = nil, why: String,
    question: String, resolution: String
  ) -> Finding {
    guard let kind = check.finding else {
      preconditionFailure("a check that can find nothing found something")
    }
    let services = services.sorted()
    let areas = areas.sorted()
    return Finding(
      id: FindingIdentity.id(
        kind: kind, check: check, subjects: subjects, function: function, services: services,
        areas: areas, rule: rule.id),
      kind: kind, check: check, severity: severity ?? rule.severity, subjects: subjects,
      involved: Set(involved).subtracting(subjects).sorted(), function: function,
      services: services, areas: areas, witness: Self.ordered(witness), rule: rule.id,
      confidence: witness.map(\.confidence).min() ?? rule.confidence,
      period: witness.reduce(Period()) { $0.intersection($1.period) }, why: why,
      question: question, resolution: resolution, design: design)
  }

  private static func ordered(_ witness: [Witness]) -> [Witness] {
    var seen: Set<RecordReference> = []
    return witness.filter { seen.insert($0.record).inserted }
  }
}
