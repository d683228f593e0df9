import DataPackage
import Foundation
import Governance
import Graphs
import Graphviz
import Testing

@testable import Diagrams

/// Diagrams of accountability and of witnesses of the example register as DOT, kept to show what a
/// change changes.
///
/// With `RECORD_SNAPSHOTS` set in the environment they are written anew; look at the pictures
/// before keeping them.
@Suite("Accountability snapshots")
struct AccountabilitySnapshotTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("FootprintSnapshots")

  private static func compare(_ diagram: Diagram, as name: String) throws {
    let dot = try diagram.document.dot(for: diagram.engine)
    let file = folder.appendingPathComponent("\(name).dot")
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
      try Data(dot.utf8).write(to: file)
    }
    let kept = try String(contentsOf: file, encoding: .utf8)
    #expect(dot == kept, "\(name) is drawn otherwise than it was")
  }

  @Test("To whom the made-up provider answers")
  func accountability() throws {
    let register = AccountabilityFixtures.register(regions: [2, 1], reached: 3)
    let diagram = try #require(AccountabilityFixtures.view(register).diagram())
    try Self.compare(diagram, as: diagram.name + "-made-up")
  }

  @Test("What shows that the made-up provider has several overseers")
  func witness() throws {
    let register = AccountabilityFixtures.register(regions: [2, 1], reached: 3)
    let graph = AccountabilityFixtures.graph(register)
    let finding = try #require(
      graph.findings().findings.first { $0.kind == .multipleOverseers })
    try Self.compare(
      WitnessView(finding, in: WitnessIndex(graph)).diagram(), as: "witness-made-up")
  }
}
