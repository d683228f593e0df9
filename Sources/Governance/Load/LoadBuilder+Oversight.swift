import GraphCore

/// Reviews n·v for each overseer, contracts n·q for each, reconciliation κ·C(m, 2) for each function.
extension LoadBuilder {
  /// A review for each body that oversees the trust, recorded or by the regime, then templates.
  func addReviews(_ draft: inout TrustDraft) {
    let lines = graph.lines(.oversees, into: draft.node)
    for overseer in graph.sorted(Set(lines.map(\.subject))) {
      let own = lines.filter { $0.subject == overseer }
      add(.reviews, with: overseer, ground: ground(of: own), rests: rests(of: own), &draft)
    }
    addModelled(.review, .reviews, except: Set(lines.map(\.subject)), &draft)
  }

  /// A contract for each arrangement of commissioning in which the trust provides, one for each body
  /// that commissions it outside these, then templates.
  func addContracts(_ draft: inout TrustDraft) {
    var covered: Set<NodeID> = []
    let provided = graph.arrangements(of: draft.node).filter { entry in
      entry.party.role == .provider
        && graph.atlas.arrangement(entry.arrangement).map(\.kind.isOfCommissioning) ?? false
    }
    for arrangement in graph.sorted(Set(provided.map(\.arrangement))) {
      covered.formUnion(graph.takingPart(in: arrangement).map(\.node))
      let parties = provided.filter { $0.arrangement == arrangement }.map(\.party.id)
      let code = graph.code(arrangement)
      add(
        .contracts, with: arrangement, ground: .recorded,
        rests: ([RecordReference(.table(.arrangements), code.text)]
          + parties.map { RecordReference(.table(.parties), $0) }).sorted(), &draft)
    }
    let lines = graph.lines(.commissions, into: draft.node).filter { $0.strength != .advisory }
    for commissioner in graph.sorted(Set(lines.map(\.subject)).subtracting(covered)) {
      let own = lines.filter { $0.subject == commissioner }
      add(.contracts, with: commissioner, ground: ground(of: own), rests: rests(of: own), &draft)
      covered.insert(commissioner)
    }
    addModelled(.contract, .contracts, except: covered, &draft)
  }

  /// The pairs of overseers of each of the regime's widest functions.
  func addReconciliation(_ draft: inout TrustDraft) {
    for (function, overseers) in graph.overseers(of: draft.node) where overseers.count > 1 {
      let scope = ParameterScope(
        kinds: ["reconciliation"], organisation: draft.trust.id, sectors: draft.trust.sectors)
      guard
        let kappa = factor(.kappa, scope, for: .reconciliation, of: overseers.first, &draft)
      else { continue }
      let pairs = overseers.count * (overseers.count - 1) / 2
      draft.reconciliation.append(
        LoadTerm(
          component: .reviews, kind: function, title: "overseers of \(function)",
          bodies: overseers, forum: nil, ground: .recorded, rests: [],
          parts: [LoadPart(.reconciliation, multiplicity: Double(pairs), [kappa])], deputies: nil))
    }
  }

  private func addModelled(
    _ load: LoadTemplate.Load, _ component: LoadComponent, except known: Set<NodeID>,
    _ draft: inout TrustDraft
  ) {
    var known = known
    for template in graph.regime.templates
    where template.load == load && template.provider.matches(draft.trust) {
      for body in reached(template, from: draft.node) where known.insert(body).inserted {
        let share = LoadFactor(
          .a,
          LoadRange(
            low: template.share.low, mode: template.share.mode, high: template.share.high),
          .template(template.id, template.share))
        add(component, with: body, share, ground: .template(template.id), rests: [], &draft)
      }
    }
  }

  private func add(
    _ component: LoadComponent, with body: NodeID, _ share: LoadFactor? = nil,
    ground: LoadGround, rests: [RecordReference], _ draft: inout TrustDraft
  ) {
    let isReview = component == .reviews
    let code = graph.code(body)
    let word = isReview ? "review" : "contract"
    let narrow =
      isReview ? graph.atlas.organisation(body).map { "review.\($0.kind.rawValue)" } : nil
    let scope = ParameterScope(
      kinds: [narrow, word].compactMap(\.self), organisation: draft.trust.id,
      sectors: draft.trust.sectors)
    let part: LoadPartKind = isReview ? .review : .contract
    let times =
      isReview
      ? factor(.n, scope, for: part, of: code, &draft)
      : book.parameter(.n, for: scope).map { LoadFactor(.n, $0.range, .parameter($0)) }
    let hours = factor(isReview ? .v : .q, scope, for: part, of: code, &draft)
    var parts: [LoadPart] = []
    if let hours, !isReview || times != nil {
      parts = [LoadPart(part, [times, share, hours].compactMap(\.self))]
    }
    draft.terms.append(
      LoadTerm(
        component: component, kind: word, title: graph.name(body), bodies: [code], forum: nil,
        ground: ground, rests: rests, parts: parts, deputies: nil))
  }

  private func ground(of lines: [AccountabilityLine]) -> LoadGround {
    if lines.contains(where: { $0.rule == nil }) { return .recorded }
    return .standing(lines.compactMap(\.rule).min() ?? "")
  }

  private func rests(of lines: [AccountabilityLine]) -> [RecordReference] {
    Set(lines.flatMap { $0.witness.map(\.record) }).sorted()
  }
}

extension ArrangementKind {
  /// Whether its provider has a contract under it.
  var isOfCommissioning: Bool {
    self == .leadCommissioning || self == .jointCommissioning || self == .leadProvider
  }
}

extension AccountabilityGraph {
  /// Who oversees a body, by each of the regime's widest functions in the order of the regime; codes
  /// in order.
  func overseers(of body: NodeID) -> [(function: String, overseers: [Code])] {
    let lines = lines(.oversees, into: body)
    return regime.functions.terms.filter(\.within.isEmpty).compactMap { term in
      let own = lines.filter { regime.functions.common($0.functions, [term.id]) != nil }
      return own.isEmpty ? nil : (term.id, Set(own.map { code($0.subject) }).sorted())
    }
  }
}
