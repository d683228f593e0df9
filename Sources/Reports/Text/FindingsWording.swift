import Governance

extension Wording {
  /// What a line says its subject does to its object.
  static func verb(_ relation: Relation) -> String {
    switch relation.kind {
    case .contains: "contains"
    case .serves:
      switch relation.role {
      case .home: "has its home in"
      case .specialisedOnly: "has only specialised services in"
      case .serves, nil: "works in"
      }
    case .memberOf: "is a member of"
    case .accountableTo: "is accountable to"
    case .oversees: "oversees"
    case .intervenes: "may intervene in"
    case .commissions: "commissions"
    case .delegatesTo: "delegates to"
    case .funds: "funds"
    case .scrutinises: "scrutinises"
    case .represents: "represents"
    case .appoints: "appoints to"
    case .regardTo: "has regard to"
    case .hosts: "hosts"
    case .escalatesTo: "takes disputes to"
    }
  }

  /// Whether a line of the kind is about functions, so that naming none means all.
  static func hasFunctions(_ kind: RelationKind) -> Bool {
    switch kind {
    case .accountableTo, .oversees, .intervenes, .delegatesTo, .funds, .escalatesTo: true
    default: false
    }
  }

  /// Of what the register may be said to hold all there is.
  static func aspect(_ aspect: CompletenessAspect) -> String {
    switch aspect {
    case .seats: "who sits on it"
    case .parties: "who takes part in it"
    case .sponsors: "who has agreed objectives with it"
    case .memberships: "the collaboratives it is in"
    case .forums: "its bodies that meet"
    case .oversight: "who oversees it"
    case .accountability: "to whom it is accountable"
    case .commissioning: "who commissions it"
    case .funding: "who funds it"
    case .escalation: "to whom its disputes are taken"
    case .returns: "the returns it makes"
    }
  }

  /// Names of which one is meant: `one, two or three`.
  static func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// A source: title, publisher, day to which it speaks, address.
  static func citation(_ source: Source) -> String {
    var parts = [source.title, source.publisher].compactMap(\.self)
    if let asOf = source.asOf { parts.append("as of \(asOf.longForm)") }
    if let url = source.url { parts.append(url) }
    return parts.joined(separator: ", ")
  }

  /// A place in a document: title, section, publisher, day of publication, address.
  static func citation(_ citation: Citation, _ document: CitedDocument?) -> String {
    var parts = [document?.title ?? citation.document]
    if let section = citation.section { parts.append(section) }
    if let publisher = document?.publisher { parts.append(publisher) }
    if let date = document?.date { parts.append(date.longForm) }
    if let url = document?.url { parts.append(url) }
    return parts.joined(separator: ", ")
  }

  /// When something holds: `from 1 July 2022 to 31 March 2026`.
  static func period(_ period: Period) -> String {
    switch (period.from, period.to) {
    case (nil, nil): "no dates recorded"
    case (let from?, nil): "since \(from.longForm)"
    case (nil, let to?): "until \(to.longForm)"
    case (let from?, let to?): "\(from.longForm) to \(to.longForm)"
    }
  }

  /// Why a decision settles nothing.
  static func reason(_ idle: FindingsReport.IdleDecision) -> String {
    let period = idle.decision.provenance.period
    return switch idle.reason {
    case .lapsed: "lapsed" + (period.to.map { " on \($0.longForm)" } ?? "")
    case .notYet: "does not hold yet" + (period.from.map { ", from \($0.longForm)" } ?? "")
    case .matchesNothing: "matches no finding of the day"
    }
  }

  /// Who leads an oversight that several have.
  static func led(_ led: LedOverlap, in graph: AccountabilityGraph) -> String {
    let functions = functions(led.functions, in: graph.regime.functions)
    let limits = limits(services: led.services, areas: led.areas, in: graph)
    return "\(named(led.body, in: graph)): \(named(led.lead, in: graph)) leads the oversight of "
      + "\(functions)\(limits), which \(named(led.others, in: graph)) "
      + "\(led.others.count == 1 ? "oversees" : "oversee"), too."
  }

  /// What a decision is about.
  static func scope(_ decision: Decision) -> String {
    let parts = [decision.finding, decision.kind, decision.subject?.text, decision.function]
      .compactMap(\.self)
    return parts.isEmpty ? "any finding" : parts.joined(separator: ", ")
  }
}
