import GraphCore

/// Works out the terms of trusts.
struct LoadBuilder: Sendable {
  let graph: AccountabilityGraph
  let book: ParameterBook
  /// For whom forums meet.
  let forums: BodyForums

  init(graph: AccountabilityGraph, book: ParameterBook) {
    self.graph = graph
    self.book = book
    forums = BodyForums(graph)
  }

  /// What a trust bears; `nil` if it is not in force.
  func load(of trust: Organisation) -> TrustLoad? {
    guard let node = graph.atlas.node(trust.id) else { return nil }
    var draft = TrustDraft(node: node, trust: trust)
    addRecordedMeetings(&draft)
    addModelledMeetings(&draft)
    addReturns(&draft)
    addReviews(&draft)
    addContracts(&draft)
    addReconciliation(&draft)
    addUnresolved(&draft)
    let capacity = capacity(&draft)
    return TrustLoad(
      trust: trust, terms: draft.terms.sorted(by: LoadTerm.precedes),
      baseline: draft.baseline.sorted(by: LoadTerm.precedes),
      reconciliation: draft.reconciliation, capacity: capacity, gaps: draft.gaps())
  }

  private func addUnresolved(_ draft: inout TrustDraft) {
    for index in graph.atlas.unresolvedRelations[draft.trust.id] ?? [] {
      let relation = graph.atlas.register.relations[index]
      guard relation.kind == .serves, relation.role != .specialisedOnly else { continue }
      draft.unresolved.append(relation.objectAmong.sorted())
    }
    draft.hasSystems = !graph.reaches(of: draft.node).isEmpty
  }

  private func capacity(_ draft: inout TrustDraft) -> DirectorCapacity {
    let scope = ParameterScope(
      kinds: ["capacity"], organisation: draft.trust.id, sectors: draft.trust.sectors)
    let found = [LoadSymbol.directors, .days, .hours, .executive].map { symbol in
      factor(symbol, scope, for: nil, &draft)
    }
    return DirectorCapacity(
      nonExecutive: found.dropLast().compactMap(\.self), executive: found[3])
  }

  /// The factor of a symbol; `nil` after a gap is noted.
  ///
  /// - Parameters:
  ///   - symbol: the symbol.
  ///   - scope: for what it is wanted.
  ///   - part: the part that needs it; `nil` for capacity.
  ///   - body: the forum or body that needs it.
  func factor(
    _ symbol: LoadSymbol, _ scope: ParameterScope, for part: LoadPartKind?, of body: Code? = nil,
    isComplement: Bool = false, _ draft: inout TrustDraft
  ) -> LoadFactor? {
    guard let parameter = book.parameter(symbol, for: scope) else {
      draft.note(symbol, kind: scope.kinds.first ?? "", part, scope.forum ?? body)
      return nil
    }
    return LoadFactor(
      symbol, parameter.range, .parameter(parameter), isComplement: isComplement)
  }
}

/// The terms and gaps of a trust while they are gathered.
struct TrustDraft {
  let node: NodeID
  let trust: Organisation
  var terms: [LoadTerm] = []
  var baseline: [LoadTerm] = []
  var reconciliation: [LoadTerm] = []
  /// The systems among which one lies that is not known.
  var unresolved: [[Code]] = []
  /// Whether any system is known in which it works.
  var hasSystems = true
  /// The kinds of meeting that are settled for a body, recorded or modelled.
  var settled: Set<Meeting> = []
  /// Forums that a template has used, so that one that meets for several bodies counts once.
  var modelledForums: Set<NodeID> = []
  private var missing: [Missing: Set<Code>] = [:]

  /// A kind of forum of a body.
  struct Meeting: Hashable {
    let kind: String
    let body: NodeID
  }

  private struct Missing: Hashable {
    let symbol: LoadSymbol
    let kind: String
    let part: LoadPartKind?
  }

  init(node: NodeID, trust: Organisation) {
    self.node = node
    self.trust = trust
  }

  /// Notes that a symbol is missing.
  mutating func note(
    _ symbol: LoadSymbol, kind: String, _ part: LoadPartKind?, _ body: Code?
  ) {
    missing[Missing(symbol: symbol, kind: kind, part: part), default: []]
      .formUnion(body.map { [$0] } ?? [])
  }

  /// What is missing, by kind, symbol and part, then systems; last, that none is known.
  func gaps() -> [LoadGap] {
    let order = { (gap: Missing) in
      "\(gap.kind)|\(gap.symbol.rawValue)|\(gap.part?.rawValue ?? "")"
    }
    let parameters = missing.sorted {
      order($0.key).utf8.lexicographicallyPrecedes(order($1.key).utf8)
    }
    return parameters.map { gap, codes in
      LoadGap(
        reason: .parameter(gap.symbol), kind: gap.kind, part: gap.part, neededFor: codes.sorted())
    }
      + unresolved.sorted { $0.lexicographicallyPrecedes($1) }.map {
        LoadGap(reason: .system(among: $0), kind: "", part: nil, neededFor: [])
      }
      + (hasSystems || !unresolved.isEmpty
        ? [] : [LoadGap(reason: .noSystem, kind: "", part: nil, neededFor: [])])
  }
}

extension LoadTerm {
  /// Orders by component, kind, bodies, forum, then title.
  static func precedes(_ left: LoadTerm, _ right: LoadTerm) -> Bool {
    let components = LoadComponent.allCases
    if left.component != right.component {
      return components.firstIndex(of: left.component)! < components.firstIndex(
        of: right.component)!
    }
    if left.kind != right.kind { return left.kind.utf8.lexicographicallyPrecedes(right.kind.utf8) }
    if left.bodies != right.bodies { return left.bodies.lexicographicallyPrecedes(right.bodies) }
    let (one, other) = (left.forum?.text ?? "", right.forum?.text ?? "")
    if one != other { return one.utf8.lexicographicallyPrecedes(other.utf8) }
    return left.title.utf8.lexicographicallyPrecedes(right.title.utf8)
  }
}
