import Governance
import Graphviz

/// How a line between two bodies is drawn: pattern, width and mark tell the kinds apart without
/// their colour.
struct LineLook {
  let stroke: Stroke
  let mark: CanvasMark.Shape

  /// The kinds that diagrams of accountability draw, in the order of their legend.
  static let drawn: [RelationKind] = [
    .accountableTo, .oversees, .intervenes, .commissions, .funds, .delegatesTo, .escalatesTo,
  ]

  /// The look of a kind of line.
  static func of(_ kind: RelationKind) -> LineLook {
    switch kind {
    case .accountableTo: LineLook(stroke: Stroke(Palette.ink, width: 1.25), mark: .disc)
    case .oversees: LineLook(stroke: Stroke(Palette.blue, width: 2.5), mark: .square)
    case .intervenes:
      LineLook(stroke: Stroke(Palette.ink, width: 2.5, pattern: .dashed), mark: .triangle)
    case .commissions:
      LineLook(stroke: Stroke(Palette.darkBlue, width: 1.25, pattern: .dashed), mark: .ring)
    case .funds:
      LineLook(stroke: Stroke(Palette.darkGreen, width: 2.5, pattern: .dotted), mark: .diamond)
    case .delegatesTo:
      LineLook(stroke: Stroke(Palette.purple, width: 1.25, pattern: .dotted), mark: .openDiamond)
    case .escalatesTo:
      LineLook(
        stroke: Stroke(Palette.darkGrey, width: 1.25, pattern: .dashed), mark: .openTriangle)
    case .serves: LineLook(stroke: Stroke(Palette.darkGreen, width: 1.25), mark: .square)
    case .contains: LineLook(stroke: Stroke(Palette.darkGrey, width: 2.5), mark: .openDiamond)
    case .memberOf, .scrutinises, .represents, .appoints, .regardTo, .hosts:
      LineLook(stroke: Stroke(Palette.darkGrey, width: 1), mark: .openDiamond)
    }
  }

  /// The name of the style of a kind.
  static func style(_ kind: RelationKind) -> String { "line-\(kind.rawValue)" }

  /// What the legend says of a kind.
  static func legend(_ kind: RelationKind) -> LegendStyle {
    let look = of(kind)
    return LegendStyle(
      style(kind), LineWords.verb(kind), .markedLine(look.stroke, look.mark))
  }
}

/// Lines between bodies in words.
enum LineWords {
  /// What a line says, from its subject to its object.
  static func verb(_ kind: RelationKind) -> String {
    switch kind {
    case .contains: "contains"
    case .serves: "works in"
    case .memberOf: "is a member of"
    case .accountableTo: "accountable to"
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

  /// The part that a body plays in an arrangement.
  static func role(_ role: PartyRole) -> String {
    switch role {
    case .lead: "lead"
    case .associate: "associate"
    case .provider: "provider"
    case .host: "host"
    case .member: "member"
    case .system: "ICS in which it works"
    case .sponsor: "has agreed objectives with it"
    }
  }

  /// What a kind of arrangement is called.
  static func arrangement(_ kind: ArrangementKind) -> String {
    switch kind {
    case .leadCommissioning: "lead commissioning"
    case .jointCommittee: "joint committee"
    case .jointCommissioning: "joint commissioning"
    case .cluster: "cluster of boards"
    case .leadProvider: "lead provider contract"
    case .delegation: "delegation"
    case .collaborative: "provider collaborative"
    case .clinicalNetwork: "clinical network"
    }
  }

  /// How binding a line is, behind its verb; nothing for an ordinary one.
  static func strength(_ strength: Strength?) -> String {
    switch strength {
    case .lead: ", as lead"
    case .advisory: ", advising"
    case .formal, nil: ""
    }
  }

  /// How grave a finding is.
  static func severity(_ severity: FindingSeverity) -> String {
    switch severity {
    case .error: "Error"
    case .warning: "Warning"
    case .info: "To discuss"
    }
  }
}
