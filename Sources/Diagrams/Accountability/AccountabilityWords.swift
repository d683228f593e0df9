import Governance

/// A diagram of accountability in sentences and as a table.
struct AccountabilityWords {
  let content: AccountabilityContent
  let graph: AccountabilityGraph
  /// The findings that the picture lists, in the order of their numbers.
  let findings: [Finding]
  /// How many more there are.
  let more: Int

  private var lines: AccountabilityLineWords { AccountabilityLineWords(graph: graph) }
  private var atlas: Atlas { graph.atlas }
  private var day: String { atlas.date.longForm }
  private var systems: [Code] { content.regions.flatMap(\.systems) }
  private var own: [BodyLine] {
    content.lines.filter {
      $0.subject == content.provider.id || $0.object == content.provider.id
    }
  }

  var title: String { "To whom \(Words.drawable(content.provider.name)) answers" }

  /// Facts for the bar of the provider.
  var facts: [String] {
    [
      content.provider.id.text, systems.isEmpty ? "" : Words.count(systems.count, "ICS", "ICSs"),
      regionCount > 1 ? Words.count(regionCount, "region") : "",
    ].filter { !$0.isEmpty }
  }

  private var regionCount: Int { content.regions.count { $0.region != nil } }

  /// How many bodies have which lines with it, in sentences.
  var subtitle: String {
    let counts = LineLook.drawn.compactMap { kind -> String? in
      let count = Set(own.filter { $0.kind == kind }.map(other)).count
      guard count > 0 else { return nil }
      return switch kind {
      case .accountableTo: "it is accountable to \(Words.count(count, "body", "bodies"))"
      case .oversees: "\(Words.count(count, "body oversees", "bodies oversee")) it"
      case .intervenes: "\(count) may intervene"
      case .commissions: "\(count) \(count == 1 ? "commissions" : "commission") from it"
      case .funds: "\(count) \(count == 1 ? "funds" : "fund") it"
      default: nil
      }
    }
    let first =
      counts.isEmpty ? "On \(day) no line to it is known." : "On \(day) \(Words.list(counts))."
    return "\(first) \(questions)"
  }

  private var questions: String {
    let count = findings.count + more
    return count == 0
      ? "No question is open about it."
      : "\(Words.count(count, "question")) \(count == 1 ? "is" : "are") open about it."
  }

  private func other(_ line: BodyLine) -> Code {
    line.subject == content.provider.id ? line.object : line.subject
  }

  private var rules: String {
    graph.regime.status == .proposed ? "Rules, proposed and not in force" : "Rules"
  }

  /// Notes at the foot.
  ///
  /// - Parameters:
  ///   - undrawn: how many lines the picture leaves out.
  ///   - hasWordless: whether it has lines without words.
  func notes(undrawn: Int, hasWordless: Bool) -> [String] {
    let standing = content.lines.count { $0.rule != nil }
    var parts = ["\(rules): \(graph.regime.title)."]
    if standing > 0 {
      parts.append(
        "\(standing) of \(Words.count(content.lines.count, "line")) follow from these rules, not "
          + "from records of what is agreed locally.")
    }
    if hasWordless {
      parts.append("A line without words says what the one above it with the same mark says.")
    }
    if undrawn > 0 {
      parts.append(
        "\(Words.count(undrawn, "line")) between other bodies \(undrawn == 1 ? "is" : "are") in the "
          + "table alone.")
    }
    if !systems.isEmpty, content.places.isEmpty {
      parts.append("No place of its ICSs is recorded.")
    }
    if let absent { parts.append(absent) }
    parts.append("Other bodies may have lines that no record or rule states.")
    return [parts.joined(separator: " ")]
  }

  /// The ICSs in which it works and that the picture leaves out; `nil` if there are none.
  private var absent: String? {
    let specialised =
      content.specialisedOnly == 0
      ? nil
      : Words.count(content.specialisedOnly, "ICS", "ICSs") + " with its specialised services only"
    let open = content.isReachOpen ? "ICSs of which it is not known whether it works there" : nil
    let what = [specialised, open].compactMap { $0 }
    guard let first = what.first else { return nil }
    let isOne = what.count == 1 && open == nil && content.specialisedOnly == 1
    return Words.list([first.prefix(1).uppercased() + first.dropFirst()] + what.dropFirst())
      + (isOne ? " is not drawn." : " are not drawn.")
  }

  var alternativeText: String {
    let bodies = Set(own.map(other)).count
    let count = findings.count + more
    let tail =
      ": lines with \(Words.count(bodies, "body", "bodies")), "
      + "\(Words.count(count, "open question")), \(day)"
    return "To whom "
      + Words.limited(
        Words.plainName(content.provider.name), to: max(10, 120 - 16 - tail.count))
      + " answers" + tail
  }

  /// What the picture shows, in full sentences.
  var description: String {
    var sentences = [
      "The picture has layers from left to right: national bodies, regions and regulators, ICSs, "
        + "\(content.provider.name) (\(content.provider.id)) as a bar beside all of them, and the "
        + "places of the ICSs.", subtitle,
    ]
    sentences += own.map { sentence($0) + "." }
    sentences += findings.enumerated().map { index, finding in
      "Question \(index + 1), \(LineWords.severity(finding.severity).lowercased()): \(finding.why) "
        + finding.question
    }
    return sentences.joined(separator: " ")
  }

  private func sentence(_ line: BodyLine) -> String {
    let verb = line.kind == .accountableTo ? "is accountable to" : LineWords.verb(line.kind)
    let label = lines.label(line.likeness)
    let rest = label.dropFirst(LineWords.verb(line.kind).count)
    return "\(atlas.shortName(of: line.subject)) \(verb) \(atlas.shortName(of: line.object))\(rest)"
      + (line.confidence == .recorded ? "" : " (\(line.confidence.rawValue))")
  }

  private func record(_ line: BodyLine) -> String {
    line.records.first.map { "\($0.home.name) \($0.id)" } ?? ""
  }

  /// One row for each line.
  var table: DiagramTable {
    let documents = Dictionary(
      graph.regime.documents.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let sources = Dictionary(
      atlas.register.sources.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    let rows = content.lines.map { line -> [String] in
      let questions = findings.enumerated().filter { _, finding in
        line.records.first.map { record in
          finding.witness.contains { $0.record == record }
        } ?? false
      }
      let source = line.rule == nil ? sources[line.source] : documents[line.source]
      return [
        atlas.name(of: line.subject), LineWords.verb(line.kind), atlas.name(of: line.object),
        line.functions.isEmpty
          ? "all or not limited" : line.functions.map(lines.function).joined(separator: "; "),
        line.services.map(lines.service).joined(separator: "; "),
        line.areas.map { atlas.name(of: $0) }.joined(separator: "; "),
        line.strength?.rawValue ?? "", line.basis?.rawValue ?? "",
        line.arrangement.map { atlas.name(of: $0) } ?? "",
        line.rule.map { "rule \($0)" } ?? record(line),
        source ?? line.source, line.confidence.rawValue,
        questions.map { "\($0.offset + 1)" }.joined(separator: "; "),
      ]
    }
    return DiagramTable(
      caption: "Lines of accountability around \(content.provider.name) on \(day)",
      columns: [
        "From", "Line", "To", "Functions", "Services", "Areas", "Strength", "Basis", "Arrangement",
        "Record or rule", "Source", "Confidence", "Questions",
      ], rows: rows)
  }
}
