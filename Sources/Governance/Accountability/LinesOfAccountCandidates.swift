import GraphCore

/// A line of account of which it is not known which of several bodies it ends at.
public struct CandidateLine: Hashable, Sendable {
  /// The kind of line.
  public let kind: RelationKind
  /// Where it starts.
  public let subject: Code
  /// At least one of these it ends at, by code.
  public let among: [Code]
  /// The functions; empty for all.
  public let functions: [String]
  /// The services; empty for all, or not known for `commissions`.
  public let services: [String]
  /// The source of the record.
  public let source: String
  /// The record.
  public let witness: Witness
}

extension AccountabilityGraph {
  /// The lines of account from a body, or maybe to it, of which only candidates are known; by kind,
  /// then by record.
  ///
  /// - Complexity: O(relations in force without a known object).
  func candidateLines(of code: Code, about function: String?) -> [CandidateLine] {
    atlas.unresolvedRelations.values.joined()
      .map { atlas.register.relations[$0] }
      .filter { relation in
        RelationKind.ofAccount.contains(relation.kind)
          && (relation.subject == code || relation.objectAmong.contains(code))
          && (function.map { regime.functions.common(relation.functions, [$0]) != nil } ?? true)
      }
      .map { relation in
        CandidateLine(
          kind: relation.kind, subject: relation.subject, among: relation.objectAmong.sorted(),
          functions: relation.functions, services: relation.services,
          source: relation.provenance.source, witness: Witness(relation))
      }
      .sorted { left, right in
        let order = RelationKind.ofAccount
        let (one, other) = (order.firstIndex(of: left.kind), order.firstIndex(of: right.kind))
        return one == other
          ? left.witness.record < right.witness.record : (one ?? 0) < (other ?? 0)
      }
  }
}
