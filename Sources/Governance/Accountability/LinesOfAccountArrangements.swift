import GraphCore

/// A fact with several parties in which a body takes part.
public struct ArrangementOfAccount: Hashable, Sendable {
  /// The arrangement.
  public let arrangement: Arrangement
  /// What the body does in it.
  public let roles: [PartyRole]
  /// All who take part, the body among them, by role, then by code.
  public let parties: [Party]
  /// The arrangement and the parts of the body.
  public let witness: [Witness]

  /// No surer than the arrangement and the parts of the body.
  public var confidence: Confidence { witness.map(\.confidence).min() ?? .assumed }

  /// The organisations in a role, by code.
  public func organisations(_ role: PartyRole) -> [Code] {
    parties.filter { $0.role == role }.map(\.organisation)
  }
}

extension AccountabilityGraph {
  /// The arrangements in which an organisation takes part, other than by being where they work.
  func arrangementsOfAccount(of node: NodeID, about function: String?) -> [ArrangementOfAccount] {
    let mine = Dictionary(grouping: arrangements(of: node).filter { $0.party.role != .system }) {
      $0.arrangement
    }
    return sorted(mine.keys).compactMap { place -> ArrangementOfAccount? in
      guard let arrangement = atlas.arrangement(place) else { return nil }
      if let function, regime.functions.common(functions(of: arrangement), [function]) == nil {
        return nil
      }
      let own = (mine[place] ?? []).map(\.party)
      let parties = participants(of: place).map(\.party).sorted { left, right in
        if left.role != right.role { return left.role.rank < right.role.rank }
        return (left.organisation, left.id) < (right.organisation, right.id)
      }
      return ArrangementOfAccount(
        arrangement: arrangement,
        roles: PartyRole.allCases.filter { role in own.contains { $0.role == role } },
        parties: parties,
        witness: [Witness(arrangement)]
          + own.map { Witness(.parties, $0.id, $0.provenance) }
          .sorted { $0.record < $1.record })
    }
    .sorted { left, right in
      let (one, other) = (left.arrangement, right.arrangement)
      return one.kind == other.kind ? one.id < other.id : one.kind.rank < other.kind.rank
    }
  }

  /// The functions of an arrangement: those recorded, else what its kind is about; empty if neither
  /// says.
  func functions(of arrangement: Arrangement) -> [String] {
    if !arrangement.functions.isEmpty { return arrangement.functions }
    switch arrangement.kind {
    case .leadCommissioning, .jointCommissioning: return [RelationKind.commissioningFunction]
    case .delegation where !arrangement.services.isEmpty:
      return [RelationKind.commissioningFunction]
    default: return []
    }
  }
}

extension PartyRole {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension ArrangementKind {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
