import Governance

/// Reads the parameters of an expectation, as its checks need them.
enum ParameterReader {
  /// The parameters of all checks of a rule; every one must be given, and no other.
  static func parameters(
    of checks: [ExpectationCheck], _ entry: inout YAMLMapping, _ report: inout YAMLReport
  ) -> RuleParameters {
    var parameters = RuleParameters()
    let forms = checks.reduce(into: [:]) { forms, check in
      forms.merge(check.parameters) { first, _ in first }
    }
    let optional = checks.reduce(into: [:]) { forms, check in
      forms.merge(check.optionalParameters) { first, _ in first }
    }
    guard var mapping = entry.mapping("parameters", &report) else {
      for name in forms.keys.sorted() {
        report.error(entry.mark, id: entry.id, "The parameter \(name) is missing.", "Give it.")
      }
      return parameters
    }
    for (name, form) in forms.sorted(by: { $0.key < $1.key }) {
      if mapping.node(name) == nil {
        report.error(entry.mark, id: entry.id, "The parameter \(name) is missing.", "Give it.")
      }
      read(name, form, &mapping, into: &parameters, &report)
    }
    for (name, form) in optional.sorted(by: { $0.key < $1.key }) {
      read(name, form, &mapping, into: &parameters, &report)
    }
    mapping.finish(&report)
    return parameters
  }

  private static func read(
    _ name: String, _ form: ExpectationCheck.ParameterForm, _ mapping: inout YAMLMapping,
    into parameters: inout RuleParameters, _ report: inout YAMLReport
  ) {
    switch form {
    case .number(let range): parameters.numbers[name] = mapping.number(name, in: range, &report)
    case .texts(let known):
      let texts = mapping.texts(name, &report)
      for text in texts { check(text, name, known, mapping, &report) }
      parameters.texts[name] = texts
    case .posts: parameters.posts[name] = mapping.mappings(name, &report).map { post($0, &report) }
    case .map(let known):
      guard var map = mapping.mapping(name, &report) else { return }
      for key in map.keys {
        let value = map.text(key, &report)
        check(value, name, known, map, &report)
        parameters.maps[name, default: [:]][key] = value
      }
    }
  }

  private static func check(
    _ text: String, _ name: String, _ known: Set<String>?, _ mapping: YAMLMapping,
    _ report: inout YAMLReport
  ) {
    guard let known, !known.contains(text) else { return }
    report.error(
      mapping.mark, id: mapping.id, "\(name) holds \(Quotation.of(text)).",
      Spelling.question(for: text, among: known)
        ?? "Use one of \(known.sorted().joined(separator: ", ")).")
  }

  private static func post(
    _ entry: YAMLMapping, _ report: inout YAMLReport
  ) -> PostRequirement {
    var entry = entry
    let post = PostRequirement(
      title: entry.text("title", &report),
      count: Int(entry.number("count", in: 1...100, &report) ?? 1),
      matches: entry.texts("matches", &report))
    entry.finish(&report)
    return post
  }
}
