import Diagrams
import GraphCore
import Governance

/// The questions that a day's accountabilities raise, and the pages on which each of them stands.
struct PackFindings: Sendable {
  /// The findings and what could be checked.
  let selection: FindingsSelection
  /// The records, for pictures of witnesses.
  let index: WitnessIndex
  private let byPage: [Code: [Finding]]
  private let pictures: [String: Picture]
  private let regionsByFinding: [String: [Code]]

  /// The most witnesses drawn on a page: those of its gravest findings.
  static let mostWitnesses = 2

  /// Where the witness of a finding is drawn: with its own, or with one that rests on the same
  /// records.
  struct Picture: Hashable, Sendable {
    /// The id of the finding whose picture it is.
    let finding: String
    /// The page on which it stands.
    let page: Code
  }

  /// Examines a register.
  ///
  /// - Parameters:
  ///   - register: all dated records.
  ///   - date: the day.
  ///   - regime: the rules.
  ///   - map: who has a page.
  init(register: Register, date: CalendarDate, regime: Regime, map: SiteMap) {
    let graph = AccountabilityGraph(register, on: date, under: regime)
    let selection = FindingsSelection(graph)
    self.selection = selection
    index = WitnessIndex(graph)
    let places = FindingPlaces(graph: graph, map: map)
    var byPage: [Code: [Finding]] = [:]
    var pictures: [String: Picture] = [:]
    var byRecords: [[RecordReference]: Picture] = [:]
    var drawn: [Code: Int] = [:]
    for finding in selection.findings {
      let pages = places.pages(of: finding)
      for page in pages { byPage[page, default: []].append(finding) }
      let records = finding.witness.map(\.record)
      if let same = byRecords[records] {
        pictures[finding.id] = same
      } else if let page = pages.first(where: { drawn[$0, default: 0] < Self.mostWitnesses }) {
        let picture = Picture(finding: finding.id, page: page)
        drawn[page, default: 0] += 1
        pictures[finding.id] = picture
        byRecords[records] = picture
      }
    }
    self.byPage = byPage
    self.pictures = pictures
    regionsByFinding = Dictionary(
      selection.findings.map { ($0.id, places.regions(of: $0)) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The graph that was examined.
  var graph: AccountabilityGraph { selection.graph }

  /// The open findings about whomever a page is about, gravest first.
  func findings(on page: Code) -> [Finding] { byPage[page] ?? [] }

  /// The findings whose witness is drawn on a page.
  func drawn(on page: Code) -> [Finding] {
    findings(on: page).filter { pictures[$0.id] == Picture(finding: $0.id, page: page) }
  }

  /// Where the witness of a finding is drawn; `nil` if it is not.
  func picture(of finding: Finding) -> Picture? { pictures[finding.id] }

  /// The regions that a finding is about, by code.
  func regions(of finding: Finding) -> [Code] { regionsByFinding[finding.id] ?? [] }
}

/// Where findings belong.
struct FindingPlaces {
  let graph: AccountabilityGraph
  let map: SiteMap

  /// The pages on which a finding is listed: those of its subjects, or of what its subjects belong
  /// to, then those of others that take part.
  func pages(of finding: Finding) -> [Code] {
    var seen: Set<Code> = []
    let owners = finding.subjects.flatMap(owners)
    return (owners + finding.involved).filter { map[$0] != nil && seen.insert($0).inserted }
  }

  /// The regions that a finding is about, by code.
  func regions(of finding: Finding) -> [Code] {
    Set(finding.subjects.flatMap(regions)).sorted()
  }

  /// Who has a page and stands for a body: itself, the ICS of a place, the parent of a forum, those
  /// who take part in an arrangement.
  private func owners(of code: Code) -> [Code] {
    if map[code] != nil { return [code] }
    guard let node = graph.atlas.node(code) else { return [] }
    switch graph.atlas.entities[node.index] {
    case .organisation:
      return graph.containers(of: node, kind: .ics).map(graph.code)
    case .forum:
      return graph.parent(of: node).map(graph.code).map { parent in
        map[parent] == nil ? members(of: parent) : [parent]
      } ?? []
    case .arrangement: return members(of: code)
    }
  }

  private func members(of arrangement: Code) -> [Code] {
    guard let node = graph.atlas.node(arrangement) else { return [] }
    return graph.participants(of: node).map { graph.code($0.node) }
  }

  private func regions(of code: Code) -> [Code] {
    guard let node = graph.atlas.node(code) else { return [] }
    switch graph.atlas.entities[node.index] {
    case .organisation: return regions(ofOrganisation: node)
    case .forum:
      guard let parent = graph.parent(of: node) else { return [] }
      return graph.atlas.organisation(parent) == nil
        ? regions(ofArrangement: parent) : regions(ofOrganisation: parent)
    case .arrangement: return regions(ofArrangement: node)
    }
  }

  private func regions(ofArrangement node: NodeID) -> [Code] {
    graph.participants(of: node).flatMap { regions(ofOrganisation: $0.node) }
  }

  private func regions(ofOrganisation node: NodeID) -> [Code] {
    guard let organisation = graph.atlas.organisation(node) else { return [] }
    let systems: [NodeID] =
      switch organisation.kind {
      case .region: []
      case .ics: [node]
      case .trust, .otherProvider: graph.systems(of: node)
      default: graph.containers(of: node, kind: .ics)
      }
    if organisation.kind == .region { return [organisation.id] }
    return systems.flatMap { graph.containers(of: $0, kind: .region) }.map(graph.code)
  }
}
