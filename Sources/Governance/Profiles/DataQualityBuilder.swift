import OrderedCollections

/// Counts what is known; used once, by `Survey.dataQuality()`.
struct DataQualityBuilder {
  let survey: Survey
  private var register: Register { survey.atlas.register }
  private var date: CalendarDate { survey.atlas.date }

  init(survey: Survey) { self.survey = survey }

  func build() -> DataQuality {
    DataQuality(
      tables: tables(), gaps: systemGaps() + providerGaps() + reachGaps() + forumGaps(),
      parameters: parameters(), recordsBySource: recordsBySource())
  }

  private typealias Entry = (table: Register.Table, provenance: Provenance)

  /// The provenance of every record that has a period, in table order.
  private func dated() -> [Entry] {
    register.organisations.map { (.organisations, $0.provenance) }
      + register.measures.map { (.measures, $0.provenance) }
      + register.relations.map { (.relations, $0.provenance) }
      + register.arrangements.map { (.arrangements, $0.provenance) }
      + register.parties.map { (.parties, $0.provenance) }
      + register.forums.map { (.forums, $0.provenance) }
      + register.seats.map { (.seats, $0.provenance) }
      + register.decisions.map { (.decisions, $0.provenance) }
      + register.returns.map { (.returns, $0.provenance) }
      + register.completeness.map { (.completeness, $0.provenance) }
  }

  private func tables() -> OrderedDictionary<Register.Table, DataQuality.ConfidenceCount> {
    var counts = OrderedDictionary(
      uniqueKeysWithValues: Register.Table.allCases.map { ($0, DataQuality.ConfidenceCount()) })
    for (table, provenance) in dated() {
      counts[table]?.add(
        inForce: provenance.period.contains(date), confidence: provenance.confidence)
    }
    for change in register.succession {
      counts[.succession]?.add(inForce: true, confidence: change.confidence)
    }
    for parameter in register.parameters {
      counts[.parameters]?.add(inForce: true, confidence: parameter.confidence)
    }
    for _ in register.sources { counts[.sources]?.add(inForce: true, confidence: nil) }
    return counts
  }

  private func parameters() -> OrderedDictionary<ParameterProvenance, Int> {
    var counts: OrderedDictionary<ParameterProvenance, Int> = [:]
    for provenance in ParameterProvenance.allCases {
      let count = register.parameters.count { $0.origin == provenance }
      if count > 0 { counts[provenance] = count }
    }
    return counts
  }

  private func recordsBySource() -> OrderedDictionary<String, Int> {
    var counts = OrderedDictionary(
      register.sources.map { ($0.id, 0) }, uniquingKeysWith: { first, _ in first })
    let cited =
      dated().map(\.provenance.source) + register.succession.map(\.source)
      + register.parameters.map(\.source)
    for source in cited { counts[source]? += 1 }
    return counts
  }

  // MARK: Gaps

  private func gap(
    _ subject: DataQuality.Subject, of total: Int, missing organisations: [Code]
  ) -> DataQuality.Gap {
    DataQuality.Gap(
      subject: subject, missing: organisations.count, total: total, organisations: organisations)
  }

  private func systemGaps() -> [DataQuality.Gap] {
    let systems = survey.atlas.organisations(of: .ics).map(\.id)
    func without(_ isKnown: (Code) -> Bool) -> [Code] { systems.filter { !isKnown($0) } }
    return [
      gap(
        .registeredPatients, of: systems.count,
        missing: without { survey.atlas.measure(.registeredPatients, of: $0) != nil }),
      gap(
        .regionOfSystem, of: systems.count,
        missing: without { survey.geography.region(of: $0) != nil }),
      gap(
        .placesOfSystem, of: systems.count,
        missing: without { !survey.geography.places(of: $0).isEmpty }),
    ]
  }

  private func providerGaps() -> [DataQuality.Gap] {
    let trusts = survey.footprints.filter { $0.provider.kind == .trust }
    let wide = survey.crossBoundary
    func codes(_ footprints: [Footprint], _ isMissing: (Footprint) -> Bool) -> [Code] {
      footprints.filter(isMissing).map(\.provider.id)
    }
    return [
      gap(.homeOfTrust, of: trusts.count, missing: codes(trusts) { $0.home == nil }),
      gap(
        .systemOfTrust, of: trusts.count, missing: codes(trusts) { $0.leastSystemCount == 0 }),
      gap(
        .resolutionOfReach, of: survey.footprints.count,
        missing: codes(survey.footprints) { !$0.unresolved.isEmpty }),
      gap(.leadCommissioner, of: wide.count, missing: codes(wide) { $0.hosts.isEmpty }),
    ]
  }

  private func reachGaps() -> [DataQuality.Gap] {
    let reaches = survey.crossBoundary.flatMap { footprint in
      footprint.systems.map { (footprint, $0) }
    }
    func gap(
      _ subject: DataQuality.Subject, _ isMissing: (Footprint, SystemReach) -> Bool
    ) -> DataQuality.Gap {
      let missing = reaches.filter { isMissing($0.0, $0.1) }
      return DataQuality.Gap(
        subject: subject, missing: missing.count, total: reaches.count,
        organisations: Array(OrderedSet(missing.map(\.0.provider.id))))
    }
    return [
      gap(.shareOfSystem) { $1.shareOfSystem == nil },
      gap(.shareOfProvider) { $1.shareOfProvider == nil },
      gap(.servicesInSystem) { $1.services.isEmpty },
      gap(.placesServed) { $0.systemsWithUnknownPlaces.contains($1.system) },
    ]
  }

  private func forumGaps() -> [DataQuality.Gap] {
    let forums = register.forums.filter { $0.provenance.period.contains(date) }
    let moves = register.succession.filter { $0.successor != nil }
    func gap(_ subject: DataQuality.Subject, _ missing: Int, _ total: Int) -> DataQuality.Gap {
      DataQuality.Gap(subject: subject, missing: missing, total: total, organisations: [])
    }
    return [
      gap(.meetingsOfForum, forums.count { $0.meetingsPerYear == nil }, forums.count),
      gap(.durationOfForum, forums.count { $0.durationHours == nil }, forums.count),
      gap(.membersOfForum, forums.count { $0.members == nil }, forums.count),
      gap(.shareOfSuccession, moves.count { $0.share == nil }, moves.count),
    ]
  }
}
