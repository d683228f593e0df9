import Governance

/// Loads a package from a folder and says everything that is wrong with it.
///
/// Nothing outside the folder is read, whatever the descriptor says; nothing larger than the limits
/// is read; nothing is written.
public struct PackageLoader: Sendable {
  /// What a load accepts at most.
  public var limits: LoadLimits

  /// Makes a loader.
  ///
  /// - Parameter limits: what to accept at most.
  public init(limits: LoadLimits = LoadLimits()) {
    self.limits = limits
  }

  /// Loads a package.
  ///
  /// Never fails: what is wrong stands in the result's `diagnostics`, and `register` is `nil` if
  /// any of it is an error.
  ///
  /// - Parameter path: the folder that holds `datapackage.json`, or that file itself.
  /// - Complexity: O(n log n) in the bytes of the tables.
  public func load(folder path: String) -> LoadResult {
    var load = PackageLoad(limits: limits)
    return load.run(path)
  }
}

/// One load under way.
private struct PackageLoad {
  let limits: LoadLimits
  var diagnostics: [Diagnostic] = []
  var folder = ""
  var descriptorName = DescriptorReader.fileName
  var descriptorBytes: [UInt8] = []
  var descriptor = Descriptor()
  var register = Register()
  var files: [Register.Table: TableFile] = [:]
  var rows: [Register.Table: [Int]] = [:]
  var unread = UnreadRecords()

  init(limits: LoadLimits) {
    self.limits = limits
  }

  mutating func run(_ path: String) -> LoadResult {
    if readDescriptor(at: path) {
      register.title = descriptor.title
      register.organisations = read()
      register.measures = read()
      register.relations = read()
      register.arrangements = read()
      register.parties = read()
      register.forums = read()
      register.seats = read()
      register.succession = read()
      register.sources = read()
      register.parameters = read()
      register.decisions = read()
      register.returns = read()
      register.completeness = read()
      checkRecords()
    }
    for file in files.values {
      diagnostics += file.report.diagnostics(in: file.table.bytes)
    }
    diagnostics.sort()
    let hasErrors = diagnostics.contains { $0.severity == .error }
    return LoadResult(
      register: hasErrors ? nil : register, diagnostics: diagnostics, places: places())
  }

  private func places() -> RecordPlaces {
    var places = RecordPlaces()
    for (table, file) in files {
      guard let rows = rows[table], let column = file.columns.first ?? nil else { continue }
      places.add(
        RecordPlaces.File(path: file.report.file, table: file.table, column: column, rows: rows),
        of: table)
    }
    return places
  }

  // MARK: - The descriptor

  private mutating func readDescriptor(at path: String) -> Bool {
    guard !path.utf8.contains(0), let kind = FileAccess.kind(of: path) else {
      fail(path, "There is no such folder.", "Give the folder that holds datapackage.json.")
      return false
    }
    let parts = path.split(separator: "/")
    if kind == .folder {
      folder = path
    } else {
      descriptorName = parts.last.map(String.init) ?? path
      let parent = path.dropLast(descriptorName.count)
      folder = parent.isEmpty ? "." : String(parent)
    }
    do throws(FileProblem) {
      folder = try FileAccess.resolved(folder)
      descriptorBytes = try FileAccess.read(
        "\(folder)/\(descriptorName)", limit: limits.descriptorBytes)
    } catch {
      fail(
        descriptorName, PackageLoad.words(for: error),
        error == .missing
          ? "Give the folder that holds datapackage.json; `footprints new` makes one."
          : "Make it a readable file, or give another folder.")
      return false
    }
    let (found, problems) = DescriptorReader.read(descriptorBytes, file: descriptorName)
    descriptor = found
    diagnostics += problems
    return true
  }

  private mutating func fail(_ file: String, _ what: String, _ remedy: String) {
    diagnostics.append(Diagnostic(severity: .error, file: file, what: what, remedy: remedy))
  }

  // MARK: - The tables

  /// Reads a table; none of its records if it is not there, which has been or is now reported
  /// unless a package may do without it.
  private mutating func read<Record: TabularRecord>() -> [Record] {
    guard let resource = descriptor.resources[Record.table],
      let bytes = readFile(resource)
    else {
      unread.incompleteTables.insert(Record.table)
      return []
    }
    let (content, file) = TableReader.read(
      Record.self, from: bytes, path: resource.path, limits: limits)
    files[Record.table] = file
    rows[Record.table] = content.rows
    if content.isIncomplete { unread.incompleteTables.insert(Record.table) }
    if !content.unreadIDs.isEmpty { unread.identifiers[Record.table] = content.unreadIDs }
    return content.records
  }

  /// The bytes of a resource that lies within the folder, links followed.
  private mutating func readFile(_ resource: Descriptor.Resource) -> [UInt8]? {
    do throws(FileProblem) {
      let path = try FileAccess.resolved("\(folder)/\(resource.path)")
      let root = folder == "/" ? "/" : folder + "/"
      guard path.hasPrefix(root) else {
        report(
          at: resource,
          "The path \(Quotation.of(resource.path)) leads out of the package by a link.",
          "Replace the link by the file itself.")
        return nil
      }
      return try FileAccess.read(path, limit: limits.tableBytes)
    } catch {
      report(
        at: resource, "\(Quotation.of(resource.path)): \(PackageLoad.words(for: error))",
        PackageLoad.remedy(for: error))
      return nil
    }
  }

  private mutating func report(at resource: Descriptor.Resource, _ what: String, _ remedy: String) {
    var report = FileReport(file: descriptorName)
    report.add(.error, at: resource.offset, what, remedy)
    diagnostics += report.diagnostics(in: descriptorBytes)
  }

  // MARK: - The records

  /// Puts what is wrong with the records to the cells in which they stand.
  private mutating func checkRecords() {
    for problem in register.problems(besides: unread, limit: limits.problemsPerTable) {
      guard let row = rows[problem.table]?[problem.row],
        var file = files.removeValue(forKey: problem.table)
      else { continue }
      file.report.add(
        problem.severity, at: file.offset(row: row, field: problem.field),
        recordID: problem.recordID, problem.message, problem.remedy)
      files[problem.table] = file
    }
  }

  // MARK: - Words

  private static func words(for problem: FileProblem) -> String {
    switch problem {
    case .missing: "There is no such file."
    case .notAFile: "It is not a file."
    case .tooLarge(let bytes, let limit): "It has \(bytes) bytes; the limit is \(limit)."
    case .refused(let reason): "It cannot be read (\(reason))."
    }
  }

  private static func remedy(for problem: FileProblem) -> String {
    switch problem {
    case .missing: "Add the file, or correct the path; it may hold its header only."
    case .notAFile: "Put a CSV file in its place."
    case .tooLarge: "Remove what does not belong to the table, or raise the limit."
    case .refused: "Allow it to be read."
    }
  }
}
