import Governance

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Why a package could not be written.
public enum PackageWriteError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A value has no form in its cell: a list item with `;` in it, a hidden character, …
  case unrepresentable(
    table: Register.Table, row: Int, column: String, what: String, remedy: String)
  /// There is something at the path, and replacing was not asked for.
  case exists(path: String)
  /// The folder to replace holds something that is no part of a package.
  case notAPackage(path: String, entry: String)
  /// The system refuses.
  case system(path: String, reason: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .unrepresentable(let table, let row, let column, let what, let remedy):
      "\(table.rawValue), record \(row + 1), \(column): \(what) \(remedy)"
    case .exists(let path): "\(path) is already there. Name another folder, or ask to replace it."
    case .notAPackage(let path, let entry):
      "\(path) holds \(entry), which is no part of a package. Name another folder."
    case .system(let path, let reason): "\(path) could not be written (\(reason))."
    }
  }
}

/// Writes a register as a package, whole or not at all.
///
/// The same register gives the same bytes. Loading what was written gives the same register back;
/// an optional text that is blank comes back as not known.
public struct PackageWriter: Sendable {
  /// What the package says of itself.
  public var metadata: PackageMetadata

  /// Makes a writer.
  ///
  /// - Parameter metadata: what the package says of itself.
  public init(metadata: PackageMetadata = PackageMetadata()) {
    self.metadata = metadata
  }

  /// The files of a package by name, `datapackage.json` first, then the tables in their order.
  ///
  /// - Parameter register: what to write.
  /// - Throws: `unrepresentable` if a value has no form that would load as it was.
  /// - Complexity: O(n).
  public func files(
    of register: Register
  ) throws(PackageWriteError) -> [(name: String, bytes: [UInt8])] {
    let descriptor = DescriptorWriter(title: register.title, metadata: metadata)
    return [
      (DescriptorReader.fileName, Array(descriptor.text.utf8)),
      try PackageWriter.file(of: register.organisations),
      try PackageWriter.file(of: register.measures),
      try PackageWriter.file(of: register.relations),
      try PackageWriter.file(of: register.arrangements),
      try PackageWriter.file(of: register.parties),
      try PackageWriter.file(of: register.forums),
      try PackageWriter.file(of: register.seats),
      try PackageWriter.file(of: register.succession),
      try PackageWriter.file(of: register.sources),
      try PackageWriter.file(of: register.parameters),
      try PackageWriter.file(of: register.decisions),
      try PackageWriter.file(of: register.returns),
      try PackageWriter.file(of: register.completeness),
    ]
  }

  /// Writes a package into a new folder.
  ///
  /// The files are written into a folder beside the target, which then takes the target's name; a
  /// run that fails leaves what was there before.
  ///
  /// - Parameters:
  ///   - register: what to write.
  ///   - path: the folder to make; its parent must exist.
  ///   - replacing: whether a package that is there may be replaced. A folder that holds anything
  ///     but the files of a package is never replaced.
  /// - Throws: why nothing was written.
  public func write(
    _ register: Register, to path: String, replacing: Bool = false
  ) throws(PackageWriteError) {
    let files = try files(of: register)
    try FolderWriter.write(files, to: path, replacing: replacing)
  }

  /// The file of one table.
  static func file<Record: TabularRecord>(
    of records: [Record]
  ) throws(PackageWriteError) -> (name: String, bytes: [UInt8]) {
    let schema = PackageSchema.schema(of: Record.table)
    let check = CellCheck(maximumCharacters: LoadLimits().cellCharacters)
    var writer = CSVWriter()
    writer.write(schema.columns.map(\.name))
    for (row, record) in records.enumerated() {
      let cells = record.cells
      assert(cells.map(\.column) == schema.columns.map(\.name))
      for (column, cell) in zip(schema.columns, cells) {
        do {
          try confirm(cell.content, in: column, by: check)
        } catch {
          throw .unrepresentable(
            table: schema.table, row: row, column: column.name, what: error.what,
            remedy: error.remedy)
        }
      }
      writer.write(cells.map(\.content.text))
    }
    return (schema.fileName, writer.bytes)
  }

  /// Makes sure that a cell will load as what it was made from.
  private static func confirm(
    _ content: CellContent, in column: ColumnSchema, by check: CellCheck
  ) throws(CellFault) {
    if case .items(let items) = content {
      let separator = PackageSchema.listSeparator
      for item in items
      where item.isEmpty || item.first == " " || item.last == " " || item.contains(separator) {
        throw CellFault(
          what: "\(Quotation.of(item)) would not come back as an item of a list.",
          remedy: "Items are not blank, hold no \"\(separator)\" and have no spaces at their ends.")
      }
    }
    _ = try check.value(of: content.text, in: column)
  }
}

/// Writes a package without records, for a user to fill.
public struct PackageTemplate: Sendable {
  /// The title of the register to come.
  public var title: String

  /// Makes a template.
  ///
  /// - Parameter title: the title of the register to come.
  public init(title: String = "Our own register") {
    self.title = title
  }

  /// A register with nothing in it but one source, to which the first records can refer.
  public var register: Register {
    Register(
      title: title,
      sources: [
        Source(
          id: "own-records", title: "Our own records", publisher: "Name of your organisation",
          note: "Replace this row by the documents your records come from.")
      ])
  }

  /// Writes the descriptor and thirteen tables with their headers.
  ///
  /// - Parameter path: the folder to make; its parent must exist.
  /// - Throws: why nothing was written; a folder that is there is never replaced.
  public func write(to path: String) throws(PackageWriteError) {
    let metadata = PackageMetadata(
      name: "own-register", description: "A register of organisations and their arrangements.")
    try PackageWriter(metadata: metadata).write(register, to: path)
  }
}
