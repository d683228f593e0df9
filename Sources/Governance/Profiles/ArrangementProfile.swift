/// An arrangement with its parties, as it stands on one day.
public struct ArrangementProfile: Hashable, Sendable {
  /// The arrangement.
  public let arrangement: Arrangement
  /// Its parties, by role in the order of `PartyRole`, then by code.
  public let parties: [Party]

  /// The organisations in one role, by code.
  public func organisations(as role: PartyRole) -> [Code] {
    parties.filter { $0.role == role }.map(\.organisation)
  }

  /// How sure it is: no surer than its weakest record.
  public var confidence: Confidence {
    parties.reduce(arrangement.provenance.confidence) { min($0, $1.provenance.confidence) }
  }
}

extension Atlas {
  /// The arrangements in which an organisation takes part, by code.
  ///
  /// - Complexity: O(*p* log *p*) in the parties of those arrangements.
  ///
  /// - Parameter organisation: the code of the organisation.
  public func arrangements(with organisation: Code) -> [ArrangementProfile] {
    guard let node = node(organisation) else { return [] }
    var profiles: [Code: ArrangementProfile] = [:]
    for line in lines(.party, from: node) {
      guard let arrangement = arrangement(line.node), profiles[arrangement.id] == nil else {
        continue
      }
      let parties = lines(.party, into: line.node).compactMap { party($0.edge) }
      profiles[arrangement.id] = ArrangementProfile(
        arrangement: arrangement, parties: Self.sorted(parties))
    }
    return profiles.values.sorted { $0.arrangement.id < $1.arrangement.id }
  }

  /// The forums of an organisation, by code.
  ///
  /// - Complexity: O(*f* log *f*) in its forums.
  ///
  /// - Parameter organisation: the code of the organisation.
  public func forums(of organisation: Code) -> [Forum] {
    guard let node = node(organisation) else { return [] }
    return lines(.forumOf, into: node).compactMap { forum($0.node) }.sorted { $0.id < $1.id }
  }

  /// The changes in which an organisation came before or after another, by date, then by id.
  ///
  /// - Complexity: O(succession records).
  ///
  /// - Parameter organisation: the code of the organisation.
  public func succession(of organisation: Code) -> [Succession] {
    register.succession.filter {
      $0.predecessor == organisation || $0.successor == organisation
    }
    .sorted { ($0.date, Code($0.id)) < ($1.date, Code($1.id)) }
  }

  private static func sorted(_ parties: [Party]) -> [Party] {
    let order = Dictionary(
      uniqueKeysWithValues: PartyRole.allCases.enumerated().map { ($1, $0) })
    return parties.sorted {
      (order[$0.role] ?? 0, $0.organisation) < (order[$1.role] ?? 0, $1.organisation)
    }
  }
}
