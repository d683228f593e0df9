import Governance

/// What came of loading a package.
public struct LoadResult: Sendable {
  /// The register; `nil` if the package has any error.
  public var register: Register?
  /// Everything that is wrong, in the order of files, lines and columns.
  public var diagnostics: [Diagnostic]
  /// Where the records stand.
  public var places: RecordPlaces

  /// Makes a result.
  public init(
    register: Register?, diagnostics: [Diagnostic], places: RecordPlaces = RecordPlaces()
  ) {
    self.register = register
    self.diagnostics = diagnostics
    self.places = places
  }

  /// What keeps the package from being used.
  public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

  /// What should be looked at.
  public var warnings: [Diagnostic] { diagnostics.filter { $0.severity == .warning } }
}

/// What a load accepts at most.
public struct LoadLimits: Hashable, Sendable {
  /// Bytes of `datapackage.json`.
  public var descriptorBytes: Int
  /// Bytes of a table.
  public var tableBytes: Int
  /// Characters (Unicode scalars) of one cell.
  public var cellCharacters: Int
  /// Columns of a table.
  public var columns: Int
  /// Problems of each kind of check listed for a table; one more then counts the others.
  public var problemsPerTable: Int

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - descriptorBytes: bytes of `datapackage.json`.
  ///   - tableBytes: bytes of a table, at most 2^31 - 1.
  ///   - cellCharacters: characters of one cell.
  ///   - columns: columns of a table.
  ///   - problemsPerTable: problems of each kind of check listed for a table.
  public init(
    descriptorBytes: Int = 4 << 20, tableBytes: Int = 64 << 20, cellCharacters: Int = 10_000,
    columns: Int = 256, problemsPerTable: Int = 1_000
  ) {
    self.descriptorBytes = descriptorBytes
    self.tableBytes = tableBytes
    self.cellCharacters = cellCharacters
    self.columns = columns
    self.problemsPerTable = problemsPerTable
  }
}
