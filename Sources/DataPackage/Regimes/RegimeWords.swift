import Governance

/// The words for functions and services that regimes share: `functions.yaml`.
struct RegimeWords {
  var functions = TermOrder()
  var services = TermOrder()

  init() {}

  init(_ library: RegimeLibrary) {
    functions = library.functions
    services = library.services
  }

  init(_ text: String, _ report: inout YAMLReport) {
    guard var document = YAMLDocument.mapping(text, &report) else { return }
    functions = Self.order("functions", &document, &report)
    services = Self.order("services", &document, &report)
    document.finish(&report)
  }

  private static func order(
    _ key: String, _ document: inout YAMLMapping, _ report: inout YAMLReport
  ) -> TermOrder {
    let entries = document.mappings(key, &report)
    var terms: [TermOrder.Term] = []
    var seen: Set<String> = []
    for var entry in entries {
      let id = entry.text("id", &report)
      entry.id = id
      let within = entry.texts("within", &report)
      let term = TermOrder.Term(id: id, title: entry.text("title", &report), within: within)
      if !seen.insert(id).inserted {
        report.error(entry.mark, id: id, "The id is there twice.", "Leave one out.")
      }
      terms.append(term)
      entry.finish(&report)
    }
    for (term, entry) in zip(terms, entries) {
      for broad in term.within where !seen.contains(broad) {
        report.error(
          entry.mark, id: term.id, "within names \(Quotation.of(broad)), which is not in the list.",
          Spelling.question(for: broad, among: seen) ?? "Add it to the list.")
      }
    }
    let order = TermOrder(terms)
    for (term, entry) in zip(terms, entries)
    where term.within.contains(where: { order.isWithin($0, term.id) }) {
      report.error(entry.mark, id: term.id, "The term lies within itself.", "Break the circle.")
    }
    return order
  }
}
