import Governance

/// Adds to each regime what it extends.
struct RegimeInheritance {
  private let drafts: [RegimeDraft]
  private let words: RegimeWords
  private var resolved: [String: Regime] = [:]
  private(set) var diagnostics: [Diagnostic] = []

  init(drafts: [RegimeDraft], words: RegimeWords) {
    self.drafts = drafts
    self.words = words
  }

  /// Regimes that may be extended, whole already.
  mutating func add(_ library: RegimeLibrary) {
    for regime in library.regimes { resolved[regime.id] = regime }
  }

  /// Reports a regime under the id of another of a library: nobody could tell their findings apart.
  mutating func checkName(of draft: RegimeDraft, _ regime: Regime?, in library: RegimeLibrary) {
    guard let other = library.regime(draft.regime.id), let regime, regime != other else { return }
    report(
      draft, other.id, "The id is that of a regime that is there already.",
      "Give yours an id of its own; \"extends: \(other.id)\" takes over the rules.")
  }

  /// All regimes, in the order of their files.
  mutating func resolveAll() -> [Regime] {
    var seen: Set<String> = []
    for draft in drafts where !seen.insert(draft.regime.id).inserted {
      report(draft, draft.regime.id, "The regime is there twice.", "Give each an id of its own.")
    }
    return drafts.compactMap { resolve($0) }
  }

  /// One regime with all that it extends, through however many others.
  mutating func resolve(_ draft: RegimeDraft) -> Regime? {
    var chain = [draft]
    var base: Regime?
    while let parent = chain.last?.extends {
      if let whole = resolved[parent], !chain.contains(where: { $0.regime.id == parent }) {
        base = whole
        break
      }
      guard let next = drafts.first(where: { $0.regime.id == parent }) else {
        let known = drafts.map(\.regime.id) + Array(resolved.keys)
        report(
          chain[chain.count - 1], parent, "There is no regime \(Quotation.of(parent)) to extend.",
          Spelling.question(for: parent, among: known) ?? "Check extends.")
        return nil
      }
      guard !chain.contains(where: { $0.regime.id == parent }) else {
        report(draft, parent, "The regime extends itself.", "Break the circle.")
        return nil
      }
      chain.append(next)
    }
    for link in chain.reversed() {
      let regime = base.map { join(link, to: $0) } ?? checked(link, link.regime)
      base = regime
      if link.regime.id != draft.regime.id || drafts.count > 1 { resolved[link.regime.id] = regime }
    }
    return base
  }

  private mutating func join(_ draft: RegimeDraft, to base: Regime) -> Regime {
    var regime = draft.regime
    let dropped = Set(draft.without)
    let known = Set(
      base.standing.map(\.id) + base.expectations.map(\.id) + base.templates.map(\.id))
    for id in draft.without where !known.contains(id) {
      report(
        draft, id,
        "without names \(Quotation.of(id)), which \(Quotation.cut(base.id)) does not have.",
        Spelling.question(for: id, among: known) ?? "Take it out.")
    }
    regime.summary = draft.statesSummary ? regime.summary : base.summary
    regime.documents = Self.merge(base.documents, draft.regime.documents, \.id)
    regime.standing = Self.merge(
      base.standing.filter { !dropped.contains($0.id) }, draft.regime.standing, \.id)
    regime.expectations = Self.merge(
      base.expectations.filter { !dropped.contains($0.id) }, draft.regime.expectations, \.id)
    regime.templates = Self.merge(
      base.templates.filter { !dropped.contains($0.id) }, draft.regime.templates, \.id)
    return checked(draft, regime)
  }

  /// What a regime has, with what replaces it in its place and what is new at the end.
  private static func merge<Value>(
    _ base: [Value], _ own: [Value], _ id: (Value) -> String
  ) -> [Value] {
    let replaced = Dictionary(own.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
    let kept = Set(base.map(id))
    return base.map { replaced[id($0)] ?? $0 } + own.filter { !kept.contains(id($0)) }
  }

  /// The regime with its words, its citations and functions looked up.
  private mutating func checked(_ draft: RegimeDraft, _ regime: Regime) -> Regime {
    var regime = regime
    regime.functions = words.functions
    regime.services = words.services
    let documents = Set(regime.documents.map(\.id))
    let cited =
      regime.standing.map { ($0.id, $0.citation) }
      + regime.expectations.map { ($0.id, $0.citation) }
      + regime.templates.map { ($0.id, $0.citation) }
    for (id, citation) in cited
    where draft.places[id] != nil && !documents.contains(citation.document) {
      report(
        draft, id, "The citation names \(Quotation.of(citation.document)), which is no document.",
        Spelling.question(for: citation.document, among: documents) ?? "Add it to documents.")
    }
    let functions = words.functions.terms.map(\.id)
    if !functions.isEmpty {
      let named =
        regime.standing.map { ($0.id, $0.functions) }
        + regime.expectations.map { ($0.id, $0.parameters.texts("functions")) }
        + regime.templates.map { ($0.id, $0.reach.functions) }
      for (id, list) in named where draft.places[id] != nil {
        for function in list where !functions.contains(function) {
          report(
            draft, id, "There is no function \(Quotation.of(function)).",
            Spelling.question(for: function, among: functions)
              ?? "Use one of \(functions.joined(separator: ", ")).")
        }
      }
    }
    return regime
  }

  private mutating func report(
    _ draft: RegimeDraft, _ id: String, _ what: String, _ remedy: String
  ) {
    let mark = draft.places[id] ?? draft.mark
    let problem = Diagnostic(
      severity: .error, file: draft.file, line: mark?.line ?? 0, column: mark?.column ?? 0,
      recordID: Quotation.cut(id), what: what, remedy: remedy)
    if !diagnostics.contains(problem) { diagnostics.append(problem) }
  }
}
