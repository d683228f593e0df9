import DataPackage
import Foundation
import Governance
import Graphs

/// Writes a case out as a whole package and loads it as any other.
struct CasePackage {
  /// The tables of a case, with only the columns that matter.
  let tables: [String: String]

  /// What came of loading it.
  func load() throws -> LoadResult {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("case-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let example = try required(Dataset.example.folder)
    try FileManager.default.copyItem(
      at: example.appendingPathComponent("datapackage.json"),
      to: folder.appendingPathComponent("datapackage.json"))
    for table in Register.Table.allCases {
      let name = "\(table.rawValue).csv"
      let columns = try Self.header(of: example.appendingPathComponent(name))
      let text = try Self.table(tables[table.rawValue] ?? "", columns: columns, of: table)
      try text.write(
        to: folder.appendingPathComponent(name), atomically: false, encoding: .utf8)
    }
    return PackageLoader().load(folder: folder.path)
  }

  private static func header(of url: URL) throws -> [String] {
    let text = try String(contentsOf: url, encoding: .utf8)
    return try required(text.split(whereSeparator: \.isNewline).first).split(separator: ",")
      .map(String.init)
  }

  private struct UnknownColumns: Error {
    let table: String
    let columns: [String]
  }

  private static func table(
    _ text: String, columns: [String], of table: Register.Table
  ) throws -> String {
    var rows = text.split(whereSeparator: \.isNewline).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
    let given = rows.isEmpty ? ["id"] : rows.removeFirst()
    let strange = given.filter { !columns.contains($0) }
    guard strange.isEmpty else { throw UnknownColumns(table: table.rawValue, columns: strange) }
    if table == .sources { rows.append(given.map { $0 == "id" ? "case" : "" }) }
    let lines = rows.map { row in
      columns.map { column in
        if let index = given.firstIndex(of: column), index < row.count, !row[index].isEmpty {
          return row[index]
        }
        return filling(column, table)
      }
      .joined(separator: ",")
    }
    return ([columns.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  private static func filling(_ column: String, _ table: Register.Table) -> String {
    switch column {
    case "source": "case"
    case "confidence": "recorded"
    case "title" where table == .sources: "A case"
    default: ""
    }
  }
}
