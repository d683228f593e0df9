import Governance

/// Governance load in a pack: every trust drawn once, with what the figures rest on.
struct PackLoad: Sendable {
  /// Trusts that are looked at together.
  struct Group: Sendable {
    /// What they have in common, as a heading.
    let title: String
    /// One of them in words, as in `ambulance trust`.
    let noun: String
    /// Part of the names of files.
    let stem: String
    /// The trusts, the greatest median first.
    let rows: [LoadReport.Row]

    /// The median of the trusts' medians, hours a year; `nil` without a trust.
    var median: Double? {
      let sorted = rows.map(\.spread.median.value).sorted()
      guard !sorted.isEmpty else { return nil }
      let middle = sorted.count / 2
      return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }

    /// The mean hours of a component at the most likely values.
    func mean(_ component: LoadComponent) -> Double {
      guard !rows.isEmpty else { return 0 }
      return rows.reduce(0) { $0 + ($1.summary.components[component]?.mode ?? 0) }
        / Double(rows.count)
    }
  }

  /// The ranking of all trusts.
  let report: LoadReport
  /// What the loads that are known rest on.
  let evidence: LoadEvidence
  /// What assumed records do to it.
  let assumed: [LoadAssumedRecords]
  /// All trusts whose load is known together.
  let sum: LoadSpread
  /// Trusts of which no ICS is on record, so that it is not known what they attend: in no chart, and
  /// no zero.
  let unknown: [LoadReport.Row]
  /// By sector; a trust of several is in each.
  let sectors: [Group]
  /// By the number of ICSs in which they are known to have local services.
  let bySystems: [Group]
  private let index: [Code: LoadReport.Row]

  /// Draws and ranks; `nil` where there is no trust.
  ///
  /// - Parameters:
  ///   - graph: the records of the day under its rules.
  ///   - footprints: where each trust works.
  init?(_ graph: AccountabilityGraph, footprints: [Footprint]) {
    let book = ParameterBook(graph.atlas.register.parameters)
    let model = LoadModel(graph, book: book)
    guard !model.trusts.isEmpty else { return nil }
    report = LoadReport(model, in: graph)
    index = Dictionary(
      report.rows.map { ($0.summary.trust, $0) }, uniquingKeysWith: { first, _ in first })
    let known = report.rows.filter { row in
      !row.summary.isUnknown && !(model.load(of: row.summary.trust)?.terms.isEmpty ?? true)
    }
    let codes = known.map(\.summary.trust)
    let isKnown = Set(codes)
    unknown = report.rows.filter { !isKnown.contains($0.summary.trust) }
    sum = report.simulation.spread(of: codes.map { LoadSubject($0) })
    let base = LoadModel(graph, book: book, of: codes)
    evidence = LoadEvidence(LoadEquations([base]))
    assumed = LoadAssumedRecords.all(
      in: graph, book: book, base: base, threshold: evidence.threshold)
    sectors = Self.sectors(known, in: model)
    bySystems = Self.bySystems(known, footprints)
  }

  /// The trusts of which a load is known, the greatest median first.
  var known: [LoadReport.Row] {
    let missing = Set(unknown.map(\.summary.trust))
    return report.rows.filter { !missing.contains($0.summary.trust) }
  }

  /// A trust in the ranking; `nil` if it is none.
  func row(of trust: Code) -> LoadReport.Row? { index[trust] }

  /// The groups by sector in which a trust is, and its place in each from 1.
  func places(of trust: Code) -> [(group: Group, place: Int)] {
    sectors.compactMap { group in
      group.rows.firstIndex { $0.summary.trust == trust }.map { (group, $0 + 1) }
    }
  }

  private static func sectors(_ rows: [LoadReport.Row], in model: LoadModel) -> [Group] {
    let byCode = Dictionary(
      model.trusts.map { ($0.trust.id, $0.trust.sectors) }, uniquingKeysWith: { first, _ in first })
    let groups = Sector.allCases.map { sector in
      Group(
        title: Wording.title(of: sector), noun: Wording.sector(sector) + " trust",
        stem: sector.rawValue,
        rows: rows.filter { byCode[$0.summary.trust]?.contains(sector) ?? false })
    }
    let none = Group(
      title: "No sector recorded", noun: "trust without a recorded sector", stem: "none",
      rows: rows.filter { byCode[$0.summary.trust]?.isEmpty ?? true })
    return (groups + [none]).filter { !$0.rows.isEmpty }
  }

  /// From so many ICSs on trusts stand in one group.
  static let manySystems = 6

  private static func bySystems(
    _ rows: [LoadReport.Row], _ footprints: [Footprint]
  ) -> [Group] {
    let counts = Dictionary(
      footprints.map { ($0.provider.id, min($0.localSystems.count, manySystems)) },
      uniquingKeysWith: { first, _ in first })
    return (0...manySystems).map { count in
      let title =
        switch count {
        case 0: "None recorded"
        case manySystems: "\(count) ICSs or more"
        default: Wording.counted(count, "ICS")
        }
      return Group(
        title: title, noun: "trust", stem: String(count),
        rows: rows.filter { counts[$0.summary.trust, default: 0] == count })
    }.filter { !$0.rows.isEmpty }
  }
}
