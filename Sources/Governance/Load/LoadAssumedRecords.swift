/// What assumed records of one kind do to loads: how far each load moves when all of them are left out.
///
/// A record has no range, so whether it is so at all is the assumption.
public struct LoadAssumedRecords: Sendable {
  /// What the records are.
  public enum Kind: Hashable, Sendable {
    /// Lines of a kind between organisations.
    case relations(RelationKind)
    /// Arrangements, with who takes part in them and what meets for them.
    case arrangements
    /// Who takes part in arrangements.
    case parties
    /// Forums, with who sits on them.
    case forums
    /// Who sits on forums.
    case seats
    /// Returns.
    case returns
  }

  /// What they are.
  public let kind: Kind
  /// The ids of those in force on the day, in the order of their table.
  public let records: [String]
  /// The trusts whose load changes by more than the threshold without them, as shares of their loads at
  /// the most likely values, the most changed first.
  public let moved: [(trust: Code, change: Double)]

  /// Leaves out the assumed records of each kind in turn, and works the loads out anew.
  ///
  /// - Parameters:
  ///   - graph: the records of the day under a regime.
  ///   - book: the parameters.
  ///   - base: the loads with all records.
  ///   - threshold: from what share of a load on a change is named.
  /// - Returns: one for each kind of which there is an assumed record, in the order of the tables.
  /// - Complexity: for each kind that of building the graph and the model.
  public static func all(
    in graph: AccountabilityGraph, book: ParameterBook, base: LoadModel, threshold: Double = 0.05
  ) -> [LoadAssumedRecords] {
    let register = graph.atlas.register
    let day = graph.atlas.date
    func isAssumed(_ provenance: Provenance) -> Bool {
      provenance.confidence == .assumed && provenance.period.contains(day)
    }
    var found: [LoadAssumedRecords] = []
    func leaveOut(_ kind: Kind, _ ids: [String], _ change: (inout Register) -> Void) {
      guard !ids.isEmpty else { return }
      var rest = register
      change(&rest)
      let model = LoadModel(
        AccountabilityGraph(rest, on: day, under: graph.regime), book: book,
        of: base.trusts.map(\.trust.id))
      let moved = base.trusts.compactMap { trust -> (trust: Code, change: Double)? in
        let mode = trust.mode
        guard mode > 0, let left = model.load(of: trust.trust.id)?.mode else { return nil }
        let change = left / mode - 1
        return abs(change) > threshold ? (trust.trust.id, change) : nil
      }.sorted {
        abs($0.change) == abs($1.change) ? $0.trust < $1.trust : abs($0.change) > abs($1.change)
      }
      found.append(LoadAssumedRecords(kind: kind, records: ids, moved: moved))
    }
    for kind in RelationKind.allCases {
      let ids = register.relations.filter { $0.kind == kind && isAssumed($0.provenance) }.map(\.id)
      let gone = Set(ids)
      leaveOut(.relations(kind), ids) { $0.relations.removeAll { gone.contains($0.id) } }
    }
    let arrangements = register.arrangements.filter { isAssumed($0.provenance) }.map(\.id)
    leaveOut(.arrangements, arrangements.map(\.text)) {
      $0.removeArrangements(Set(arrangements))
    }
    let parties = register.parties.filter { isAssumed($0.provenance) }.map(\.id)
    let goneParties = Set(parties)
    leaveOut(.parties, parties) { $0.parties.removeAll { goneParties.contains($0.id) } }
    let forums = register.forums.filter { isAssumed($0.provenance) }.map(\.id)
    leaveOut(.forums, forums.map(\.text)) { $0.removeForums(Set(forums)) }
    let seats = register.seats.filter { isAssumed($0.provenance) }.map(\.id)
    let goneSeats = Set(seats)
    leaveOut(.seats, seats) { $0.seats.removeAll { goneSeats.contains($0.id) } }
    let returns = register.returns.filter { isAssumed($0.provenance) }.map(\.id)
    let goneReturns = Set(returns)
    leaveOut(.returns, returns) { $0.returns.removeAll { goneReturns.contains($0.id) } }
    return found
  }
}

extension Register {
  /// Leaves out forums, with who sits on them.
  fileprivate mutating func removeForums(_ gone: Set<Code>) {
    forums.removeAll { gone.contains($0.id) }
    seats.removeAll { gone.contains($0.forum) }
  }

  /// Leaves out arrangements, with who takes part in them and what meets for them.
  fileprivate mutating func removeArrangements(_ gone: Set<Code>) {
    arrangements.removeAll { gone.contains($0.id) }
    parties.removeAll { gone.contains($0.arrangement) }
    seats.removeAll { $0.arrangement.map(gone.contains) ?? false }
    removeForums(
      Set(forums.filter { $0.parentArrangement.map(gone.contains) ?? false }.map(\.id)))
  }
}
