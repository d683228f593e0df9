import CGraphvizShim
import Foundation
import Testing

@testable import Graphviz

/// One test for each fault of libgvc that the shim works around.
///
/// Each was seen to fail with its
/// work-around taken out.
@Suite("Faults of libgvc worked around")
struct WorkAroundTests {
  @Test("Labelled edges within a rank do not free a rank twice")
  func doubleFree() async throws {
    let text = """
      digraph G { a -> b; a -> c; a -> d; a -> e; {rank=same; b; c; d; e}
      b -> e [label="x"]; b -> d [label="y"] }
      """
    // In a process of its own, since without the work-around it is the process that goes.
    let report = await Program.pool(workers: 1).render(
      (0..<5).map { _ in RenderJob(unsafeDOT: text, engine: .dot, formats: [.svg]) })
    #expect(report.losses == 0)
    for outcome in report.outcomes {
      #expect(throws: Never.self) { try outcome.result.get() }
    }
  }

  @Test("Layouts do not depend on where memory lies")
  func addresses() throws {
    let context = try GraphvizContext()
    let graphs = (0..<60).map { seed in
      var graph = Samples.clustered(seed: UInt64(seed), nodes: 24, clusters: 8)
      if seed % 3 == 1 { graph.rankGroups = [DOTRankGroup(.same, ["v20", "v21", "v22"])] }
      if seed % 3 == 2 { graph.attributes.splines = .polyline }
      return graph
    }
    func draw(_ order: [Int]) throws -> [[UInt8]?] {
      var result = [[UInt8]?](repeating: nil, count: graphs.count)
      var ballast: [UnsafeMutableRawPointer?] = []
      var random = SplitMix(UInt64(order[0]))
      for index in order {
        // Holes of many sizes, so that names come to lie elsewhere each time.
        for _ in 0..<200 { ballast.append(malloc(Int.random(in: 8...200, using: &random))) }
        for slot in stride(from: 0, to: ballast.count, by: 3) {
          free(ballast[slot])
          ballast[slot] = nil
        }
        result[index] = try context.render(graphs[index], engine: .dot, formats: [.svg])[.svg]
      }
      for pointer in ballast { free(pointer) }
      return result
    }
    let forward = try draw(Array(graphs.indices))
    let backward = try draw(graphs.indices.reversed())
    let differing = graphs.indices.filter { forward[$0] != backward[$0] }
    #expect(differing.isEmpty)
  }

  @Test("What follows the first graph of a text is not drawn next time")
  func leftovers() throws {
    let context = try GraphvizContext()
    let first = RenderRequest(
      dot: "digraph { first } digraph { second }", engine: .dot, formats: [.svg])
    let next = RenderRequest(dot: "digraph { third }", engine: .dot, formats: [.svg])
    func texts(_ request: RenderRequest) throws -> [String] {
      try #require(try context.render(request)[.svg].flatMap(SVGReading.init)).texts()
    }
    #expect(try texts(first) == ["first"])
    #expect(try texts(next) == ["third"])
  }

  @Test(
    "Errors that Graphviz reports as success are failures",
    arguments: [
      "digraph { a [label=<<TABLE><TR></TR></TABLE>>] }",
      "digraph { a [label=<<FONT COLOR=\"red\">unclosed>] }",
      "digraph { a [label=<<BOGUS>x</BOGUS>>] }",
    ])
  func silentErrors(text: String) throws {
    let context = try GraphvizContext()
    let request = RenderRequest(dot: text, engine: .dot, formats: [.svg])
    let error = #expect(throws: GraphvizError.self) { try context.render(request) }
    #expect(error?.message.hasPrefix("Error: ") == true || error?.message.isEmpty == false)
    #expect(error?.message.contains("\n: ") == false, "fragments are joined")
  }

  @Test("An error is forgotten by the next call")
  func stickyErrors() throws {
    let context = try GraphvizContext()
    let bad = RenderRequest(dot: "digraph { a -> }", engine: .dot, formats: [.svg])
    #expect(throws: GraphvizError.self) { try context.render(bad) }
    let good = RenderRequest(dot: "digraph { a -> b }", engine: .dot, formats: [.svg])
    #expect(try context.render(good).warnings.isEmpty)
  }

  @Test("No file is opened, whatever the text says")
  func files() throws {
    let context = try GraphvizContext()
    let major = Int(context.version.prefix { $0 != "." }) ?? 0
    guard major < 6 else { return }
    #expect(gvs_blocks_files() == 1)
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appendingPathComponent("graphviz-tests-\(getpid()).png")
    let picture = try context.render(
      DOTGraph(nodes: [DOTNode("a", label: "a")]), engine: .dot, formats: [.png])[.png]
    try Data(picture ?? []).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    for text in [
      "digraph { a [image=\"\(file.path)\"] }",
      "digraph { a [label=<<TABLE><TR><TD><IMG SRC=\"\(file.path)\"/></TD></TR></TABLE>>] }",
    ] {
      let request = RenderRequest(dot: text, engine: .dot, formats: [.svg])
      let svg = (try? context.render(request))?[.svg] ?? []
      #expect(!String(decoding: svg, as: UTF8.self).contains("<image"), "\(text)")
    }
  }
}
