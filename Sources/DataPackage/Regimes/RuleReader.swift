import Governance
import Yams

/// Reads the rules of a regime.
enum RuleReader {
  /// The most steps from subject to object; law and guidance need three.
  private static let longestWay = 8

  /// A standing rule; `nil` after an error is reported.
  static func standing(_ entry: YAMLMapping, _ report: inout YAMLReport) -> StandingRule? {
    var entry = entry
    entry.id = entry.text("id", &report)
    let line = required("line", &entry, &report) { $0.word("line", RelationKind.self, &$1) }
    let subject = pattern("subject", &entry, &report)
    let object = pattern("object", &entry, &report)
    let basis = required("basis", &entry, &report) { $0.word("basis", Basis.self, &$1) }
    let confidence = self.confidence(&entry, &report)
    let along = entry.words("along", StandingRule.Step.self, &report)
    if along.count > longestWay {
      report.error(
        entry.mark, id: entry.id, "along has \(along.count) steps.",
        "Keep to \(longestWay): every step multiplies the ways that are followed.")
    }
    let functions = entry.texts("functions", &report)
    let services = entry.texts("services", &report)
    let strength = entry.word("strength", Strength.self, &report)
    let byDesign = flag("byDesign", &entry, &report)
    let statement = entry.text("statement", &report)
    let citation = self.citation(&entry, &report)
    let note = entry.optionalText("note", &report)
    entry.finish(&report)
    guard let line, let subject, let object, let basis, let confidence, let citation else {
      return nil
    }
    return StandingRule(
      id: entry.id, line: line, subject: subject, object: object, along: along,
      functions: functions, services: services, basis: basis, strength: strength,
      byDesign: byDesign, statement: statement, citation: citation, confidence: confidence,
      note: note)
  }

  /// An expectation; `nil` after an error is reported.
  static func expectation(_ entry: YAMLMapping, _ report: inout YAMLReport) -> Expectation? {
    var entry = entry
    entry.id = entry.text("id", &report)
    let told = report.diagnostics.count
    let checks = entry.words("checks", ExpectationCheck.self, &report)
    let areKnown = report.diagnostics.count == told
    if checks.isEmpty, entry.node("checks") == nil {
      report.error(entry.mark, id: entry.id, "checks is missing.", "Name at least one check.")
    }
    let level = required("level", &entry, &report) { $0.word("level", Expectation.Level.self, &$1) }
    let severity = required("severity", &entry, &report) {
      $0.word("severity", FindingSeverity.self, &$1)
    }
    let subjects = entry.node("subjects") == nil ? nil : pattern("subjects", &entry, &report)
    if subjects == nil, entry.node("subjects") == nil,
      let check = checks.first(where: \.needsSubjects)
    {
      report.error(
        entry.mark, id: entry.id, "\(check.rawValue) needs subjects.",
        "Say of whom it is expected, as subjects: {kind: trust}.")
    }
    // Of a check that is not known, the parameters are not known either.
    let parameters =
      areKnown ? ParameterReader.parameters(of: checks, &entry, &report) : RuleParameters()
    if !areKnown { _ = entry.node("parameters") }
    let statement = entry.text("statement", &report)
    let needs = entry.text("needs", &report)
    let citation = self.citation(&entry, &report)
    let confidence = self.confidence(&entry, &report)
    let note = entry.optionalText("note", &report)
    entry.finish(&report)
    guard let level, let severity, let citation, let confidence else { return nil }
    return Expectation(
      id: entry.id, checks: checks, level: level, severity: severity, subjects: subjects,
      parameters: parameters, statement: statement, needs: needs, citation: citation,
      confidence: confidence, note: note)
  }

  static func required<Value>(
    _ key: String, _ entry: inout YAMLMapping, _ report: inout YAMLReport,
    _ read: (inout YAMLMapping, inout YAMLReport) -> Value?
  ) -> Value? {
    guard entry.node(key) != nil else {
      report.error(entry.mark, id: entry.id, "\(key) is missing.", "Fill it.")
      return nil
    }
    return read(&entry, &report)
  }

  static func flag(
    _ key: String, _ entry: inout YAMLMapping, _ report: inout YAMLReport
  ) -> Bool {
    guard let node = entry.node(key), let text = entry.optionalText(key, &report) else {
      return false
    }
    if text != "true", text != "false" {
      report.error(
        node.mark, id: entry.id, "\(key) is \(Quotation.of(text)).", "Say true or false.")
    }
    return text == "true"
  }

  static func confidence(
    _ entry: inout YAMLMapping, _ report: inout YAMLReport
  ) -> Confidence? {
    required("confidence", &entry, &report) { $0.word("confidence", Confidence.self, &$1) }
  }

  static func citation(
    _ entry: inout YAMLMapping, _ report: inout YAMLReport
  ) -> Citation? {
    required("citation", &entry, &report) { entry, report in
      guard var citation = entry.mapping("citation", &report) else { return nil }
      let value = Citation(
        document: citation.text("document", &report),
        section: citation.optionalText("section", &report))
      citation.finish(&report)
      return value
    }
  }

  static func pattern(
    _ key: String, _ entry: inout YAMLMapping, _ report: inout YAMLReport
  ) -> OrganisationPattern? {
    required(key, &entry, &report) { entry, report in
      guard var pattern = entry.mapping(key, &report) else { return nil }
      let kind = required("kind", &pattern, &report) {
        $0.word("kind", OrganisationKind.self, &$1)
      }
      let codes = pattern.texts("codes", &report).map { Code($0) }
      let sectors = pattern.words("sectors", Sector.self, &report)
      let without = pattern.words("withoutSectors", Sector.self, &report)
      let forms = pattern.words("legalForms", LegalForm.self, &report)
      pattern.finish(&report)
      return kind.map {
        OrganisationPattern(
          kind: $0, codes: codes, sectors: sectors, withoutSectors: without, legalForms: forms)
      }
    }
  }
}
