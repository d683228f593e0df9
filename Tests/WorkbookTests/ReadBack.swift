import Foundation
import Testing

/// A workbook as another program reads and calculates it.
struct ReadBack: Decodable {
  struct Cell: Decodable, Equatable {
    let kind: String
    var value: Value?
    var formula: String?
    var stored: Double?
  }

  enum Value: Decodable, Equatable {
    case number(Double)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  struct Sheet: Decodable {
    let name: String
    let cells: [String: Cell]
  }

  let sheets: [Sheet]
  let names: [String: String]

  init(_ bytes: [UInt8]) throws {
    let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Scripts/recalculate-workbook")
    let output = try Self.python([script.path], on: bytes)
    self = try JSONDecoder().decode(ReadBack.self, from: output)
  }

  /// The files within, as text.
  static func parts(_ bytes: [UInt8]) throws -> [String: String] {
    let program = """
      import json, sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      json.dump({name: archive.read(name).decode() for name in archive.namelist()}, sys.stdout)
      """
    return try JSONDecoder().decode(
      [String: String].self, from: try python(["-c", program], on: bytes))
  }

  private static func python(_ arguments: [String], on bytes: [UInt8]) throws -> Data {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "workbook-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("book.xlsx")
    try Data(bytes).write(to: file)
    let output = folder.appendingPathComponent("output")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments + [file.path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return try Data(contentsOf: output)
  }
}
