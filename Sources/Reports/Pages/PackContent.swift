import Governance

/// Everything the pages of a pack are made of, computed once.
struct PackContent: Sendable {
  /// The title of the pack.
  let title: String
  /// All footprints of the day.
  let survey: Survey
  /// All footprints of the day before the last change of the ICSs; `nil` when there was none.
  let earlier: Survey?
  /// What the survey comes to.
  let summary: NationalSummary
  /// What is known and what is not.
  let quality: DataQuality
  /// Providers that span ICSs, by code: those with a page.
  let providers: [Footprint]
  /// ICSs, in geographical order.
  let systems: [SystemProfile]
  /// Regions, from north to south.
  let regions: [RegionProfile]
  /// Where everything lies.
  let map: SiteMap
  /// The questions that accountabilities raise; `nil` when no rules were given.
  let findings: PackFindings?
  /// What governance costs trusts; `nil` when no rules were given, or there is no trust.
  let load: PackLoad?

  /// Computes what a pack says.
  ///
  /// - Parameters:
  ///   - register: all dated records.
  ///   - date: the day.
  ///   - regime: the rules that accountabilities are held against; `nil` for none.
  init(register: Register, date: CalendarDate, regime: Regime? = nil) {
    let survey = Survey(Atlas(register, on: date))
    self.survey = survey
    earlier = register.lastSystemSuccession(upTo: date).map { change in
      Survey(Atlas(register, on: change.adding(days: -1)))
    }
    title = register.title.isEmpty ? "Footprints" : register.title
    summary = survey.summary()
    quality = survey.dataQuality()
    providers = survey.crossBoundary
    systems = survey.geography.systems.compactMap { survey.profile(ofSystem: $0) }
    regions = survey.geography.regions.compactMap { survey.profile(ofRegion: $0) }
    map = SiteMap(
      providers: providers.map(\.provider.id), systems: systems.map(\.system.id),
      regions: regions.map(\.region.id))
    let findings = regime.map { [map] regime in
      PackFindings(register: register, date: date, regime: regime, map: map)
    }
    self.findings = findings
    load = findings.flatMap { PackLoad($0.graph, footprints: survey.footprints) }
  }

  /// Sectors of which a trust spans ICSs.
  var spanningSectors: [Sector] {
    summary.sectors.filter { !$0.value.crossBoundary.isEmpty }.keys.elements
  }

  /// The graph of the day.
  var atlas: Atlas { survey.atlas }
  /// All dated records.
  var register: Register { survey.atlas.register }
  /// The day, as `1 April 2026`.
  var day: String { survey.atlas.date.longForm }

  /// Whether a seat of an organisation on a forum that is not its own is on record on the day.
  ///
  /// - Parameter code: the organisation.
  /// - Complexity: O(seats).
  func hasSeatElsewhere(_ code: Code) -> Bool {
    register.seats.contains { seat in
      seat.organisation == code && seat.provenance.period.contains(survey.atlas.date)
        && !register.forums.contains { $0.id == seat.forum && $0.parent == code }
    }
  }

  /// The name of an organisation, leading to its page where it has one.
  ///
  /// - Parameters:
  ///   - code: the organisation.
  ///   - short: whether space is tight.
  func link(_ code: Code, short: Bool = false) -> HTML {
    let name = short ? atlas.shortName(of: code) : atlas.name(of: code)
    guard let path = map[code] else { return .text(name) }
    return Tag.a(.href(.file(path))) { name }
  }

  /// Names of organisations with commas between them, each leading to its page.
  ///
  /// - Parameters:
  ///   - codes: the organisations.
  ///   - short: whether space is tight.
  func links(_ codes: [Code], short: Bool = false) -> HTML {
    .joined(codes.map { link($0, short: short) })
  }

  /// Names of organisations as a sentence lists them, each leading to its page.
  ///
  /// - Parameter codes: the organisations.
  func sentence(_ codes: [Code]) -> HTML { .listed(codes.map { link($0) }) }

  /// The name of an organisation on an earlier day, in whose register it may be in force alone.
  ///
  /// - Parameter code: the organisation.
  func earlierName(of code: Code) -> String { earlier?.atlas.name(of: code) ?? code.text }

  /// The name that a code has on the day or had at any time; the code itself if nothing has it.
  ///
  /// - Parameter code: the organisation.
  func nameAtAnyTime(of code: Code) -> String {
    let name = atlas.name(of: code)
    guard name == code.text else { return name }
    return register.organisations.last { $0.id == code }?.name ?? name
  }
}
