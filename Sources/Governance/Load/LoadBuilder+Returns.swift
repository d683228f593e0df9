import GraphCore

/// Returns: n·h·[1 + (k − 1)·(1 − σ)] for each family of the same content with k recipients.
extension LoadBuilder {
  /// Returns on record, and those of templates for families of which there is no record.
  func addReturns(_ draft: inout TrustDraft) {
    var families: [String: [InformationReturn]] = [:]
    for record in graph.atlas.register.returns
    where record.organisation == draft.trust.id
      && record.provenance.period.contains(graph.atlas.date)
      && graph.atlas.node(record.recipient) != nil
    {
      families[record.family, default: []].append(record)
    }
    for family in families.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      addRecorded(family, families[family] ?? [], &draft)
    }
    guard graph.statesWhole(.returns, about: draft.trust.id) == nil else { return }
    var settled = Set(families.keys)
    for template in graph.regime.templates
    where template.load == .return && template.provider.matches(draft.trust) {
      guard settled.insert(template.kind).inserted else { continue }
      addModelled(template, &draft)
    }
  }

  /// A family on record: once in full as often as the keenest recipient wants it, and again for each
  /// other as often as that one does.
  private func addRecorded(
    _ family: String, _ records: [InformationReturn], _ draft: inout TrustDraft
  ) {
    var oftenest: [Code: InformationReturn] = [:]
    for record in records.sorted(by: { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }) {
      if let held = oftenest[record.recipient],
        (held.timesPerYear ?? 0) >= (record.timesPerYear ?? 0)
      {
        continue
      }
      oftenest[record.recipient] = record
    }
    let recipients = oftenest.values.sorted {
      ($0.timesPerYear ?? 0, $1.recipient) > ($1.timesPerYear ?? 0, $0.recipient)
    }
    let scope = scope(of: family, draft)
    var parts: [LoadPart] = []
    for (place, record) in recipients.enumerated() {
      let kind: LoadPartKind = place == 0 ? .making : .repeating
      let frequency =
        record.timesPerYear.map {
          LoadFactor(
            .n, LoadRange($0),
            .record(RecordReference(.table(.returns), record.id), record.provenance.confidence))
        } ?? factor(.n, scope, for: kind, of: record.recipient, &draft)
      if let part = part(kind, 1, frequency, nil, scope, record.recipient, &draft) {
        parts.append(part)
      }
    }
    draft.terms.append(
      LoadTerm(
        component: .returns, kind: family, title: family, bodies: oftenest.keys.sorted(),
        forum: nil, ground: .recorded,
        rests: records.map { RecordReference(.table(.returns), $0.id) }.sorted(),
        parts: parts, deputies: nil))
  }

  private func addModelled(_ template: LoadTemplate, _ draft: inout TrustDraft) {
    let recipients = reached(template, from: draft.node).map(graph.code)
    guard !recipients.isEmpty else { return }
    let scope = scope(of: template.kind, draft)
    let share = LoadFactor(
      .a,
      LoadRange(
        low: template.share.low, mode: template.share.mode, high: template.share.high),
      .template(template.id, template.share))
    var parts: [LoadPart] = []
    for (kind, count) in [(LoadPartKind.making, 1), (.repeating, recipients.count - 1)]
    where count > 0 {
      let frequency = factor(.n, scope, for: kind, of: recipients.first, &draft)
      if let part = part(kind, count, frequency, share, scope, recipients.first, &draft) {
        parts.append(part)
      }
    }
    draft.terms.append(
      LoadTerm(
        component: .returns, kind: template.kind, title: template.kind, bodies: recipients,
        forum: nil, ground: .template(template.id), rests: [], parts: parts, deputies: nil))
  }

  private func scope(of family: String, _ draft: TrustDraft) -> ParameterScope {
    ParameterScope(
      kinds: ["return.\(family)", "return"], organisation: draft.trust.id,
      sectors: draft.trust.sectors)
  }

  private func part(
    _ kind: LoadPartKind, _ count: Int, _ frequency: LoadFactor?, _ share: LoadFactor?,
    _ scope: ParameterScope, _ recipient: Code?, _ draft: inout TrustDraft
  ) -> LoadPart? {
    let hours = factor(.h, scope, for: kind, of: recipient, &draft)
    let again =
      kind == .repeating
      ? factor(.sigma, scope, for: kind, of: recipient, isComplement: true, &draft) : nil
    guard let frequency, let hours, kind == .making || again != nil else { return nil }
    return LoadPart(
      kind, multiplicity: Double(count), [frequency, share, hours, again].compactMap(\.self))
  }
}
