/// The parameters at hand: those of the register, and those of a user's own file, which go before.
///
/// Of the rows that fit, one of the user's goes before any of the register. Among these the narrowest
/// counts: first one for the forum, then for the organisation, then for the sector, then by kind as
/// the scope lists them.
public struct ParameterBook: Sendable {
  /// By symbol and kind: the user's first, each in the order of its table.
  private let rows: [Place: [LoadParameter]]
  /// All rows that a formula can use: the user's first, each in the order of its table.
  public let parameters: [LoadParameter]

  private struct Place: Hashable {
    let symbol: LoadSymbol
    let kind: String
  }

  /// Makes a book.
  ///
  /// - Parameters:
  ///   - register: the parameters of the register.
  ///   - users: the parameters of the user's own file.
  public init(_ register: [Parameter], overriding users: [Parameter] = []) {
    parameters =
      users.compactMap { LoadParameter($0, isUsers: true) }
      + register.compactMap { LoadParameter($0) }
    rows = Dictionary(grouping: parameters) {
      Place(symbol: $0.symbol, kind: $0.record.forumKind)
    }
  }

  /// The row that counts for a symbol; `nil` if none fits.
  ///
  /// - Complexity: O(rows of the symbol and kinds).
  public func parameter(_ symbol: LoadSymbol, for scope: ParameterScope) -> LoadParameter? {
    var best: (rank: Int, row: LoadParameter)?
    for (kind, name) in scope.kinds.enumerated() {
      for row in rows[Place(symbol: symbol, kind: name)] ?? [] {
        guard let rank = Self.rank(row, scope, kind) else { continue }
        if let held = best, held.rank < rank || (held.rank == rank && !Self.precedes(row, held.row))
        {
          continue
        }
        best = (rank, row)
      }
    }
    return best?.row
  }

  /// How narrowly a row fits, less being narrower; `nil` if it does not fit.
  private static func rank(_ row: LoadParameter, _ scope: ParameterScope, _ kind: Int) -> Int? {
    let record = row.record
    if let forum = record.forum, forum != scope.forum { return nil }
    if let organisation = record.organisation, organisation != scope.organisation { return nil }
    var sector = scope.sectors.count
    if let wanted = record.sector {
      guard let index = scope.sectors.firstIndex(of: wanted) else { return nil }
      sector = index
    }
    var rank = row.isUsers ? 0 : 1
    rank = 2 * rank + (record.forum == nil ? 1 : 0)
    rank = 2 * rank + (record.organisation == nil ? 1 : 0)
    rank = (scope.sectors.count + 1) * rank + sector
    return scope.kinds.count * rank + kind
  }

  private static func precedes(_ left: LoadParameter, _ right: LoadParameter) -> Bool {
    left.record.id.utf8.lexicographicallyPrecedes(right.record.id.utf8)
  }
}
