import Governance

/// Reads the templates of a regime.
enum TemplateReader {
  /// A template; `nil` after an error is reported.
  static func template(_ entry: YAMLMapping, _ report: inout YAMLReport) -> LoadTemplate? {
    var entry = entry
    entry.id = entry.text("id", &report)
    let load = RuleReader.required("load", &entry, &report) {
      $0.word("load", LoadTemplate.Load.self, &$1)
    }
    let provider = RuleReader.pattern("provider", &entry, &report)
    let reach = Self.reach(&entry, &report)
    let areaCodes = entry.texts("areaCodes", &report)
    let kind = load.map { Self.kind(of: $0, &entry, &report) }
    let isInternal = RuleReader.flag("internal", &entry, &report)
    let share = Self.share(&entry, &report)
    let statement = entry.text("statement", &report)
    let citation = RuleReader.citation(&entry, &report)
    let confidence = RuleReader.confidence(&entry, &report)
    let note = entry.optionalText("note", &report)
    entry.finish(&report)
    guard let load, let provider, let reach, let kind, let share, let citation, let confidence
    else { return nil }
    return LoadTemplate(
      id: entry.id, load: load, provider: provider, reach: reach, areaCodes: areaCodes, kind: kind,
      isInternal: isInternal, share: share, statement: statement, citation: citation,
      confidence: confidence, note: note)
  }

  /// The kind of forum of meetings and the family of returns, which must be there for these.
  private static func kind(
    of load: LoadTemplate.Load, _ entry: inout YAMLMapping, _ report: inout YAMLReport
  ) -> String {
    switch load {
    case .meeting: entry.text("forumKind", &report)
    case .return: entry.text("family", &report)
    case .review, .contract: ""
    }
  }

  private static func reach(
    _ entry: inout YAMLMapping, _ report: inout YAMLReport
  ) -> LoadTemplate.Reach? {
    let steps = entry.words("along", StandingRule.Step.self, &report)
    let arrangements = entry.words("arrangements", ArrangementKind.self, &report)
    let function = entry.optionalText("overseers", &report)
    let object = entry.node("object") == nil ? nil : RuleReader.pattern("object", &entry, &report)
    let ways = [!steps.isEmpty, !arrangements.isEmpty, function != nil].filter(\.self).count
    guard ways <= 1 else {
      report.error(
        entry.mark, id: entry.id, "The template says twice how to get to the bodies.",
        "Keep one of along, arrangements and overseers.")
      return nil
    }
    if let function { return .overseers(function: function, object) }
    if !arrangements.isEmpty { return .arrangements(arrangements) }
    if steps.isEmpty { return .itself }
    guard let object else {
      report.error(
        entry.mark, id: entry.id, "The template does not say to whom the steps lead.",
        "Add object, as object: {kind: place}.")
      return nil
    }
    return .along(steps, object)
  }

  private static func share(
    _ entry: inout YAMLMapping, _ report: inout YAMLReport
  ) -> LoadTemplate.Share? {
    RuleReader.required("share", &entry, &report) { entry, report in
      guard var share = entry.mapping("share", &report) else { return nil }
      let values = ["low", "mode", "high"].map { key in
        RuleReader.required(key, &share, &report) { $0.number(key, in: 0...1, &$1) }
      }
      let provenance = RuleReader.required("provenance", &share, &report) {
        $0.word("provenance", ParameterProvenance.self, &$1)
      }
      let basis = share.text("basis", &report)
      share.finish(&report)
      guard let low = values[0], let mode = values[1], let high = values[2], let provenance else {
        return nil
      }
      guard low <= mode, mode <= high else {
        report.error(
          share.mark, id: entry.id, "Low, mode and high of the share do not rise.",
          "Order them so that low ≤ mode ≤ high.")
        return nil
      }
      return LoadTemplate.Share(
        low: low, mode: mode, high: high, provenance: provenance, basis: basis)
    }
  }
}
