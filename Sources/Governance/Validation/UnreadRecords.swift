/// What a reader of a register saw but could not make into records.
///
/// A reference to such a record is not unknown, and what seems to be missing may stand among them:
/// with this, one bad cell does not set off a dozen complaints elsewhere.
public struct UnreadRecords: Hashable, Sendable {
  /// The ids of the records that could not be read, by table.
  public var identifiers: [Register.Table: Set<String>]
  /// Tables of which an unknown part could not be read.
  public var incompleteTables: Set<Register.Table>

  /// Nothing was left out.
  public static let none = UnreadRecords()

  /// Makes a list.
  ///
  /// - Parameters:
  ///   - identifiers: the ids of the records that could not be read, by table.
  ///   - incompleteTables: tables of which an unknown part could not be read.
  public init(
    identifiers: [Register.Table: Set<String>] = [:], incompleteTables: Set<Register.Table> = []
  ) {
    self.identifiers = identifiers
    self.incompleteTables = incompleteTables
  }

  /// Whether every record of these tables was read.
  func isWhole(_ tables: Register.Table...) -> Bool {
    tables.allSatisfy { table in
      !incompleteTables.contains(table) && identifiers[table, default: []].isEmpty
    }
  }
}
