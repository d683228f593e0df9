import Foundation
import Graphs
import Testing

@Suite(.serialized) struct PackTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var pack: URL { folder.url.appendingPathComponent("pack") }

  private func example() throws -> String { try #require(Dataset.example.folder).path }

  private func contents(of folder: URL) throws -> [String: Data] {
    var contents: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let file = folder.appendingPathComponent(path)
      if (try file.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true {
        contents[path] = try Data(contentsOf: file)
      }
    }
    return contents
  }

  @Test func writesTheSameFilesTwiceAndReplacesAnEarlierPack() throws {
    defer { folder.remove() }
    let outcome = try CommandRunner.run(
      "pack", "--data", try example(), "--on", "2026-04-01", "-o", pack.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.text == pack.appendingPathComponent("index.html").path + "\n")
    let first = try contents(of: pack)
    #expect(first["index.html"] != nil)
    for ending in ["html", "csv", "json", "svg", "png", "pdf"] {
      #expect(first.keys.contains { $0.hasSuffix("." + ending) }, "\(ending)")
    }
    _ = try CommandRunner.run(
      "pack", "--data", try example(), "--on", "2026-04-01", "-o", pack.path, "--workers", "1")
    #expect(try contents(of: pack) == first)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["pack"])
  }

  @Test func refusesAFolderWithOtherThings() throws {
    defer { folder.remove() }
    try FileManager.default.createDirectory(at: pack, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: pack.appendingPathComponent("notes.txt"))
    let outcome = try CommandRunner.run("pack", "--data", try example(), "-o", pack.path)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("notes.txt"))
    #expect(try contents(of: pack) == ["notes.txt": Data("mine".utf8)])
  }

  @Test func anInterruptLeavesNothingBehind() throws {
    defer { folder.remove() }
    let outcome = try CommandRunner.shell(
      """
      "$footprints" pack -o '\(pack.path)' --on 2026-04-01 & pid=$!
      sleep 2; kill -INT $pid; wait $pid
      """)
    #expect(outcome.status != 0)
    #expect(outcome.errors.contains("nterrupted"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }
}
