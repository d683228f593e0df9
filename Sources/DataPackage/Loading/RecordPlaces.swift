import Governance

/// Where a record stands in a package.
public struct RecordPlace: Hashable, Sendable {
  /// The file, as the descriptor names it.
  public var file: String
  /// The line on which its row begins, from 1.
  public var line: Int

  /// Makes a place.
  public init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}

/// Where the records of a loaded package stand.
///
/// A row may span several lines and blank rows are passed over, so that the line of a record is not
/// its number in the table. Lines are worked out when they are asked for.
public struct RecordPlaces: Sendable {
  struct File: Sendable {
    let path: String
    let table: CSVTable
    /// The column of the id.
    let column: Int
    /// The rows from which records were made.
    let rows: [Int]
  }

  private var files: [Register.Table: File] = [:]

  /// Places of nothing.
  public init() {}

  mutating func add(_ file: File, of table: Register.Table) { files[table] = file }

  /// The places of some records; what is not in the package is left out, and of several records of
  /// one id the first counts.
  ///
  /// - Complexity: O(n + k log k) in the bytes of the tables that hold them and the records asked
  ///   for.
  public func places(
    of records: some Sequence<RecordReference>
  ) -> [RecordReference: RecordPlace] {
    var wanted: [Register.Table: Set<String>] = [:]
    for record in records {
      if case .table(let table) = record.home { wanted[table, default: []].insert(record.id) }
    }
    var places: [RecordReference: RecordPlace] = [:]
    for (table, ids) in wanted {
      guard let file = files[table] else { continue }
      var left = ids
      var found: [(id: String, offset: Int)] = []
      for row in file.rows where !left.isEmpty {
        let id = file.table.text(row: row, column: file.column)
        if left.remove(id) != nil { found.append((id, file.table.offset(row: row))) }
      }
      let positions = file.table.positions(ofBytes: found.map(\.offset))
      for (entry, position) in zip(found, positions) {
        places[RecordReference(.table(table), entry.id)] = RecordPlace(
          file: file.path, line: position.line)
      }
    }
    return places
  }
}
