import DataPackage
import Foundation
import Governance
import Graphs
import Graphviz
import Testing

@testable import Diagrams

/// Drawings of the example register as DOT, kept to show what a change changes.
///
/// With `RECORD_SNAPSHOTS` set in the environment they are written anew; look at the pictures
/// before keeping them.
@Suite("Footprint snapshots")
struct FootprintSnapshotTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("FootprintSnapshots")

  private static func atlas() throws -> Atlas {
    let folder = try #require(Dataset.example.folder)
    let register = try #require(PackageLoader().load(folder: folder.path).register)
    return Atlas(register, on: FootprintFixtures.today)
  }

  @Test("Footprints of the example", arguments: ["AMB", "MEN"])
  func footprints(code: String) throws {
    let atlas = try Self.atlas()
    let diagram = FootprintView(try atlas.footprint(of: Code(code)), in: atlas).diagram()
    try Self.compare(diagram)
  }

  @Test("Strip of the example")
  func strip() throws {
    let atlas = try Self.atlas()
    let strip = StripView(sector: .mentalHealth, footprints: atlas.footprints(), in: atlas)
    for diagram in strip.diagrams() { try Self.compare(diagram) }
  }

  private static func compare(_ diagram: Diagram) throws {
    let dot = try diagram.document.dot(for: diagram.engine)
    let file = folder.appendingPathComponent("\(diagram.name).dot")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(dot.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(dot == kept, "\(diagram.name) is drawn otherwise than it was")
  }
}
