import Governance

/// One table as read: the records that could be made, and where each stands.
struct TableContent<Record: TabularRecord> {
  var records: [Record] = []
  /// The row of the file from which each record came.
  var rows: [Int] = []
  /// The ids of rows that could not be made into records.
  var unreadIDs: Set<String> = []
  /// Whether an unknown part of the table could not be read.
  var isIncomplete = false
}

/// The file of a table with what is known of its form, for placing what is found later.
struct TableFile {
  let schema: TableSchema
  let table: CSVTable
  var report: FileReport
  /// For each column of the schema, its index in the file.
  var columns: [Int?] = []

  /// The byte of a field; of the row if the column is not there.
  func offset(row: Int, field: String) -> Int {
    guard let index = schema.index(of: field), let column = columns[index] else {
      return table.offset(row: row)
    }
    return table.offset(row: row, column: column)
  }
}

/// Reads one table by its schema and says what is wrong with it.
struct TableReader {
  private var check: CellCheck
  private let limit: Int
  private var file: TableFile
  private let isRequired: [Bool]
  private var unlisted = 0
  private var listed = 0

  private init(file: TableFile, limits: LoadLimits) {
    check = CellCheck(maximumCharacters: limits.cellCharacters)
    limit = limits.problemsPerTable
    isRequired = file.schema.columns.map(\.isRequired)
    self.file = file
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - bytes: the file.
  ///   - path: its name, for messages.
  ///   - limits: what to accept at most.
  static func read<Record: TabularRecord>(
    _ type: Record.Type, from bytes: [UInt8], path: String, limits: LoadLimits
  ) -> (content: TableContent<Record>, file: TableFile) {
    let csv = CSVReader(
      limits: CSVReader.Limits(
        bytes: limits.tableBytes, columns: limits.columns, problems: limits.problemsPerTable)
    ).read(bytes)
    var reader = TableReader(
      file: TableFile(
        schema: PackageSchema.schema(of: Record.table), table: csv, report: FileReport(file: path)),
      limits: limits)
    var content = TableContent<Record>()
    content.isIncomplete = !csv.isComplete
    if reader.readHeader() {
      reader.readRows(into: &content)
    } else {
      content.isIncomplete = true
    }
    reader.reportForm(idColumn: reader.file.columns.first ?? nil)
    return (content, reader.file)
  }

  // MARK: - The form of the file

  /// Carries over what the CSV reader found, with the id of the row where it has one.
  private mutating func reportForm(idColumn: Int?) {
    let table = file.table
    for problem in table.problems {
      let id = idColumn.flatMap { column in problem.row.map { table.text(row: $0, column: column) }
      }
      file.report.add(
        problem.severity, at: problem.offset,
        recordID: id.flatMap { Code.isWellFormed($0) ? $0 : nil } ?? "", problem.what,
        problem.remedy)
    }
    if unlisted > 0 {
      file.report.add(
        .error, at: table.bytes.count, "\(unlisted) more cells of the table are wrong.",
        "Mend those listed and load it again.")
    }
  }

  // MARK: - The header

  /// Finds the columns; false if rows cannot be made into records.
  private mutating func readHeader() -> Bool {
    let header = file.table.header
    guard !header.isEmpty else { return false }
    if header.count == 1, let separator = [";", "\t", "|"].first(where: { header[0].contains($0) })
    {
      let name = separator == "\t" ? "tabs" : "\"\(separator)\""
      file.report.add(
        .error, at: headerOffset(0), "The cells are separated by \(name), not by commas.",
        "Save the table as comma-separated values.")
      return false
    }
    var found: [String: Int] = [:]
    var unknown: [(name: String, index: Int)] = []
    let names = file.schema.columns.map(\.name)
    for (index, name) in header.enumerated() {
      if !names.contains(name) {
        unknown.append((name, index))
      } else if found[name] == nil {
        found[name] = index
      } else {
        file.report.add(
          .error, at: headerOffset(index), "The column \"\(name)\" is there twice.",
          "Remove one of the two.")
      }
    }
    let missing = names.filter { found[$0] == nil }
    for (name, index) in unknown { reportUnknown(name, at: index, missing: missing, all: names) }
    for column in file.schema.columns where found[column.name] == nil && !column.mayBeMissing {
      reportMissing(column.name, unknown: unknown.map(\.name))
    }
    file.columns = names.map { found[$0] }
    return file.schema.columns.allSatisfy { !$0.isRequired || found[$0.name] != nil }
  }

  private mutating func reportUnknown(
    _ name: String, at index: Int, missing: [String], all: [String]
  ) {
    let question =
      Spelling.question(for: name, among: missing) ?? Spelling.question(for: name, among: all)
    file.report.add(
      .warning, at: headerOffset(index),
      name.isEmpty
        ? "A column has no name." : "The column \(Quotation.of(name)) is not known here.",
      question ?? "Remove it if it is not needed; it was passed over.")
  }

  private mutating func reportMissing(_ name: String, unknown: [String]) {
    let nearest = Spelling.nearest(to: name, among: unknown, limit: 1).first
    let remedy =
      nearest.map { "Rename the column \(Quotation.of($0)) to \"\(name)\"." }
      ?? "Add it to the first line; its cells may be blank unless the column is required."
    file.report.add(.error, at: headerOffset(0), "The column \"\(name)\" is missing.", remedy)
  }

  private func headerOffset(_ index: Int) -> Int {
    CSVTable.offset(of: file.table.headerCells[index])
  }

  // MARK: - The rows

  private mutating func readRows<Record: TabularRecord>(into content: inout TableContent<Record>) {
    let table = file.table
    var values = RowValues(columns: file.schema.columns)
    var ragged = table.raggedRows[...]
    content.records.reserveCapacity(table.rowCount)
    content.rows.reserveCapacity(table.rowCount)
    for row in 0..<table.rowCount {
      let isRagged = ragged.first == row
      if isRagged { ragged.removeFirst() }
      if isBlank(row) {
        if !isRagged {
          file.report.add(
            .warning, at: table.offset(row: row), "The row is blank.",
            "Remove it; it was passed over.")
        }
        continue
      }
      values.removeAll()
      // A row with too few or too many cells has them in the wrong columns: what is in them says
      // nothing but, perhaps, the id.
      let isSound = !isRagged && readCells(of: row, into: &values)
      if isSound, let record = Record(row: &values) {
        content.records.append(record)
        content.rows.append(row)
      } else if let column = file.columns[0] {
        let id = table.text(row: row, column: column)
        if Code.isWellFormed(id) {
          content.unreadIDs.insert(id)
        } else {
          content.isIncomplete = true
        }
      }
    }
  }

  private func isBlank(_ row: Int) -> Bool {
    let table = file.table
    for column in 0..<table.columnCount {
      let cell = table.cell(row: row, column: column)
      if cell.start < cell.end { return false }
    }
    return true
  }

  /// Checks the cells of a row; false if any is wrong.
  private mutating func readCells(of row: Int, into values: inout RowValues) -> Bool {
    let table = file.table
    var isSound = true
    for index in file.columns.indices {
      guard let position = file.columns[index] else {
        values.append(.blank)
        continue
      }
      let cell = table.cell(row: row, column: position)
      if cell.start == cell.end, !isRequired[index] {
        values.append(.blank)
        continue
      }
      do {
        values.append(
          try check.value(
            of: table.text(cell), in: file.schema.columns[index], isPlain: cell.isPlain))
      } catch {
        values.append(.blank)
        isSound = false
        report(error, in: cell, row: row)
      }
    }
    if isSound, file.schema.table == .organisations { isSound = checkPoint(row, &values) }
    return isSound
  }

  /// A point needs both of its coordinates.
  private mutating func checkPoint(_ row: Int, _ values: inout RowValues) -> Bool {
    let latitude = values.number("latitude")
    let longitude = values.number("longitude")
    guard (latitude == nil) != (longitude == nil) else { return true }
    let blank = latitude == nil ? "latitude" : "longitude"
    add(
      row: row, offset: file.offset(row: row, field: blank),
      "\"\(blank)\" is blank, and the other coordinate is not.", "Fill both or neither.")
    return false
  }

  private mutating func report(_ fault: CellFault, in cell: CSVTable.Cell, row: Int) {
    var offset = CSVTable.offset(of: cell)
    if let character = fault.character {
      offset = file.table.offset(ofCharacter: character, in: cell)
      // The CSV reader has told of it.
      if offset < file.table.bytes.count, file.table.bytes[offset] == 0 { return }
    }
    add(row: row, offset: offset, fault.what, fault.remedy)
  }

  private mutating func add(row: Int, offset: Int, _ what: String, _ remedy: String) {
    guard listed < limit else {
      unlisted += 1
      // Nobody will read what a flood of faults may have meant.
      check.suggests = false
      return
    }
    listed += 1
    let id = file.columns[0].map { file.table.text(row: row, column: $0) } ?? ""
    file.report.add(
      .error, at: offset, recordID: Code.isWellFormed(id) ? id : "", what, remedy)
  }
}

extension CSVTable {
  /// The byte of a character of a cell's text; doubled quotes count as one character.
  func offset(ofCharacter character: Int, in cell: Cell) -> Int {
    var index = Int(cell.start)
    var left = character
    while left > 0, index < Int(cell.end) {
      let isDoubled =
        cell.isQuoted && bytes[index] == CSVSyntax.quote && index + 1 < Int(cell.end)
        && bytes[index + 1] == CSVSyntax.quote
      index += isDoubled ? 2 : (UTF8Sequence.length(in: bytes, at: index) ?? 1)
      left -= 1
    }
    return index
  }
}
