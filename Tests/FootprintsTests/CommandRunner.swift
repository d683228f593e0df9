import Foundation
import Testing

/// Runs the built command as a user would.
struct CommandRunner {
  struct Outcome {
    let status: Int32
    let output: Data
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }

    /// The output as a JSON object.
    func object() throws -> [String: Any] {
      try #require(try JSONSerialization.jsonObject(with: output) as? [String: Any])
    }
  }

  /// The command, which is built beside the tests.
  static var executable: URL {
    let arguments = ProcessInfo.processInfo.arguments
    let beside = arguments.compactMap { argument -> URL? in
      guard argument.contains(".xctest") || argument.contains("PackageTests") else { return nil }
      return URL(fileURLWithPath: argument).deletingLastPathComponent()
    }
    let folders =
      beside + [Bundle.main.bundleURL, Bundle.main.bundleURL.deletingLastPathComponent()]
    return folders.map { $0.appendingPathComponent("footprints") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
      ?? URL(fileURLWithPath: "/nonexistent/footprints")
  }

  /// Runs the command to its end.
  static func run(_ arguments: String..., in folder: URL? = nil) throws -> Outcome {
    try run(executable, arguments, in: folder)
  }

  /// Runs a line of shell in which `$footprints` is the command.
  static func shell(_ line: String, in folder: URL? = nil) throws -> Outcome {
    try run(URL(fileURLWithPath: "/bin/bash"), ["-c", line], in: folder)
  }

  private static func run(_ program: URL, _ arguments: [String], in folder: URL?) throws -> Outcome
  {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["footprints": executable.path]
    ) { $1 }
    let files = try (0..<2).map { _ in try TemporaryFolder().url.appendingPathComponent("stream") }
    for file in files { _ = FileManager.default.createFile(atPath: file.path, contents: nil) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    let errors = try Data(contentsOf: files[1])
    let output = try Data(contentsOf: files[0])
    for file in files { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    return Outcome(
      status: process.terminationStatus, output: output,
      errors: String(decoding: errors, as: UTF8.self))
  }
}

/// A folder of its own for a test.
struct TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "footprints-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: url) }
}
