/// Where records name organisations, arrangements and forums.
struct DanglingReferenceUses {
  /// A record and whom it names.
  struct Use {
    let provenance: Provenance
    let witness: Witness
    /// Who or what names them.
    let by: Code
    /// What the record is between: it must live within their lives.
    let ends: [Code]
    /// What else it names.
    let mentions: [Code]
    /// Whether its ends take part in something by it.
    let isPart: Bool

    var names: [Code] { ends + mentions.filter { !ends.contains($0) } }
  }

  let all: [Use]

  /// Gathers all uses, table by table.
  ///
  /// - Complexity: O(records).
  init(_ register: Register) {
    all =
      register.relations.map(Self.use) + register.arrangements.map(Self.use)
      + register.parties.map(Self.use) + register.forums.map(Self.use)
      + register.seats.map(Self.use) + register.returns.map(Self.use)
  }

  private static func use(_ relation: Relation) -> Use {
    Use(
      provenance: relation.provenance, witness: Witness(relation), by: relation.subject,
      ends: [relation.subject] + [relation.object].compactMap(\.self),
      mentions: relation.objectAmong + relation.areas, isPart: relation.kind != .contains)
  }

  private static func use(_ arrangement: Arrangement) -> Use {
    Use(
      provenance: arrangement.provenance, witness: Witness(arrangement), by: arrangement.id,
      ends: [], mentions: arrangement.areas, isPart: false)
  }

  private static func use(_ party: Party) -> Use {
    Use(
      provenance: party.provenance, witness: Witness(party), by: party.arrangement,
      ends: [party.arrangement, party.organisation], mentions: [], isPart: true)
  }

  private static func use(_ forum: Forum) -> Use {
    Use(
      provenance: forum.provenance, witness: Witness(forum), by: forum.id,
      ends: [forum.parent, forum.parentArrangement].compactMap(\.self),
      mentions: [forum.reportsTo].compactMap(\.self), isPart: true)
  }

  private static func use(_ seat: Seat) -> Use {
    Use(
      provenance: seat.provenance, witness: Witness(seat), by: seat.forum,
      ends: [seat.forum] + [seat.organisation, seat.arrangement].compactMap(\.self),
      mentions: seat.represents, isPart: true)
  }

  private static func use(_ record: InformationReturn) -> Use {
    Use(
      provenance: record.provenance,
      witness: Witness(.returns, record.id, record.provenance), by: record.organisation,
      ends: [record.organisation, record.recipient], mentions: [], isPart: true)
  }
}
