import Governance
import Yams

/// A regime as its file says, before what it extends is added.
struct RegimeDraft {
  let file: String
  let mark: Mark?
  var regime: Regime
  let extends: String?
  let without: [String]
  /// Where each rule stands, for messages.
  var places: [String: Mark] = [:]
  /// Whether the file itself says each of these.
  let statesSummary: Bool
  /// The most standing rules of one file; regimes have some twenty.
  private static let mostStandingRules = 200

  init?(_ text: String, _ report: inout YAMLReport) {
    guard var document = YAMLDocument.mapping(text, &report) else { return nil }
    file = report.file
    mark = document.mark
    let id = document.text("id", &report)
    document.id = id
    let summary = document.optionalText("summary", &report)
    statesSummary = summary != nil
    let status = document.word("status", Regime.Status.self, &report)
    if status == nil, document.node("status") == nil {
      report.error(mark, id: id, "status is missing.", "Say inForce, superseded or proposed.")
    }
    let period = Period(from: document.day("from", &report), to: document.day("to", &report))
    if period.isEmpty {
      report.error(mark, id: id, "The regime ends before it begins.", "Mend from or to.")
    }
    extends = document.optionalText("extends", &report)
    without = document.texts("without", &report)
    regime = Regime(
      id: id, title: document.text("title", &report), summary: summary, status: status ?? .proposed,
      period: period)
    regime.documents = document.mappings("documents", &report).map { Self.document($0, &report) }
    let standing = document.mappings("standing", &report)
    if standing.count > Self.mostStandingRules {
      report.error(
        mark, id: id, "There are \(standing.count) standing rules.",
        "Keep to \(Self.mostStandingRules): each draws lines between all bodies that it matches.")
    }
    for entry in standing.prefix(Self.mostStandingRules) {
      guard let rule = RuleReader.standing(entry, &report) else { continue }
      note(rule.id, entry.mark, &report)
      regime.standing.append(rule)
    }
    for entry in document.mappings("expectations", &report) {
      guard let rule = RuleReader.expectation(entry, &report) else { continue }
      note(rule.id, entry.mark, &report)
      regime.expectations.append(rule)
    }
    for entry in document.mappings("templates", &report) {
      guard let template = TemplateReader.template(entry, &report) else { continue }
      note(template.id, entry.mark, &report)
      regime.templates.append(template)
    }
    document.finish(&report)
  }

  private mutating func note(_ id: String, _ mark: Mark?, _ report: inout YAMLReport) {
    if places[id] != nil {
      report.error(mark, id: id, "The id is there twice.", "Give each rule an id of its own.")
    }
    places[id] = mark
  }

  private static func document(
    _ entry: YAMLMapping, _ report: inout YAMLReport
  ) -> CitedDocument {
    var entry = entry
    let id = entry.text("id", &report)
    entry.id = id
    let document = CitedDocument(
      id: id, title: entry.text("title", &report),
      publisher: entry.optionalText("publisher", &report), date: entry.day("date", &report),
      url: entry.optionalText("url", &report), note: entry.optionalText("note", &report))
    if let url = document.url, !url.hasPrefix("https://"), !url.hasPrefix("http://") {
      report.error(
        entry.mark, id: id, "url is \(Quotation.of(url)).", "Give an http or https address.")
    }
    entry.finish(&report)
    return document
  }
}
