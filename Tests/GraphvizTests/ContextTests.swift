import Foundation
import Testing

@testable import Graphviz

@Suite("Rendering in process")
struct ContextTests {
  let context: GraphvizContext

  init() throws { context = try GraphvizContext() }

  @Test("Every engine and every format draws")
  func probing() {
    let info = GraphvizInfo(probing: context)
    #expect(info.formats == OutputFormat.allCases)
    #expect(info.engines == LayoutEngine.allCases)
    #expect(info.version.first?.isNumber == true)
    #expect(info.fontForArial?.isEmpty == false)
  }

  @Test("Formats come out as what they are, from one layout")
  func formats() throws {
    let rendering = try context.render(
      Samples.clustered(seed: 1), engine: .dot, formats: [.dot, .png, .svg, .pdf, .json])
    func start(_ format: OutputFormat) -> String {
      String(decoding: rendering[format]?.prefix(8) ?? [], as: UTF8.self)
    }
    #expect(start(.svg).hasPrefix("<?xml"))
    #expect(start(.pdf).hasPrefix("%PDF-"))
    #expect(start(.dot).hasPrefix("digraph"))
    #expect(start(.json).hasPrefix("{"))
    #expect(rendering[.png]?.prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    let alone = try context.render(Samples.clustered(seed: 1), engine: .dot, formats: [.svg])
    let same = alone[.svg] == rendering[.svg]
    #expect(same)
  }

  @Test("A bad graph leaves no trace in the next")
  func badThenGood() throws {
    let good = Samples.clustered(seed: 7)
    let before = try context.render(good, engine: .dot, formats: [.svg])[.svg]
    for bad in [
      "digraph { a -> ", "digraph { a [label=<<TABLE><TR></TR></TABLE>>] }", "not dot at all",
      "digraph { a [label=<<B>open] }", "graph { a -> b }", "digraph \"unterminated { a }", "",
      "digraph { a } digraph { b } digraph {",
    ] {
      #expect(throws: GraphvizError.self, "\(bad)") {
        let request = RenderRequest(dot: bad, engine: .dot, formats: [.svg])
        let rendering = try context.render(request)
        #expect(rendering[.svg] == nil)
      }
      let after = try context.render(good, engine: .dot, formats: [.svg])[.svg]
      let same = after == before
      #expect(same)
    }
  }

  @Test("The same drawing is the same bytes, in SVG, PNG and PDF")
  func repeatable() throws {
    let formats: [OutputFormat] = [.svg, .png, .pdf]
    for engine in LayoutEngine.allCases where !engine.needsPositions && engine != .fdp {
      let graph = Samples.clustered(seed: 3)
      let first = try context.render(
        graph, engine: engine, formats: formats, options: RenderOptions(resolution: 96))
      let second = try GraphvizContext().render(
        graph, engine: engine, formats: formats, options: RenderOptions(resolution: 96))
      for format in formats {
        let same = first[format] == second[format]
        #expect(same, "\(engine) \(format)")
      }
    }
  }

  @Test("Two PDFs made in different seconds are the same bytes")
  func pdfDates() async throws {
    let graph = Samples.clustered(seed: 5)
    let first = try context.render(graph, engine: .dot, formats: [.pdf])[.pdf]
    try await Task.sleep(for: .milliseconds(1_100))
    let second = try context.render(graph, engine: .dot, formats: [.pdf])[.pdf]
    let same = first == second
    #expect(same)
  }

  @Test("Sixty-four tasks at once, two contexts, all get their own picture")
  func concurrent() async throws {
    let other = try GraphvizContext()
    let expected = try (0..<8).map { seed in
      try context.render(Samples.clustered(seed: UInt64(seed)), engine: .dot, formats: [.svg])[.svg]
    }
    try await withThrowingTaskGroup(of: (Int, [UInt8]?).self) { group in
      for task in 0..<64 {
        let context = task % 2 == 0 ? context : other
        group.addTask {
          let graph = Samples.clustered(seed: UInt64(task % 8))
          if task % 4 < 2 {
            return (task, try context.render(graph, engine: .dot, formats: [.svg])[.svg])
          }
          return (
            task,
            try await context.renderInBackground(graph, engine: .dot, formats: [.svg])[.svg]
          )
        }
      }
      for try await (task, svg) in group {
        let same = svg == expected[task % 8]
        #expect(same, "task \(task)")
      }
    }
  }

  @Test("A page is exactly as large as asked, in every format", arguments: [false, true])
  func page(landscape: Bool) throws {
    let size = landscape ? DOTSize.a4Landscape : .a4Portrait
    for nodes in [3, 60] {
      var graph = Samples.clustered(seed: 2, nodes: nodes, clusters: 3)
      graph.attributes.page = size
      graph.attributes.margin = 28
      let rendering = try context.render(graph, engine: .dot, formats: [.svg, .png, .pdf])
      let svg = try #require(rendering[.svg].flatMap(SVGReading.init))
      let root = try #require(svg.elements.first)
      #expect(root.attributes["width"] == "\(Int(size.width))pt")
      #expect(root.attributes["height"] == "\(Int(size.height))pt")
      let pdf = String(decoding: rendering[.pdf] ?? [], as: UTF8.self)
      #expect(pdf.contains("0 0 \(Int(size.width)) \(Int(size.height))"))
      let png = rendering[.png] ?? []
      #expect(abs(pixels(png, at: 16) - size.width * 300 / 72) <= 1)
      #expect(abs(pixels(png, at: 20) - size.height * 300 / 72) <= 1)
    }
  }

  private func pixels(_ png: [UInt8], at offset: Int) -> Double {
    Double(png[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) })
  }

  @Test("An unknown edge operator is a parse error with Graphviz's own words")
  func messages() throws {
    let request = RenderRequest(dot: "digraph { a -- b }", engine: .dot, formats: [.svg])
    let error = #expect(throws: GraphvizError.self) { _ = try context.render(request) }
    #expect(error?.stage == .parse)
    #expect(
      error?.message.contains("Error: syntax error in line 1 near '--'") == true,
      "\(error?.message ?? "")")
  }

  @Test("A label larger than its box is warned of")
  func warnings() throws {
    let node = DOTNode(
      "n", label: "much too long for this",
      attributes: NodeAttributes(shape: .box, width: 20, height: 10, fixedSize: true))
    let rendering = try context.render(
      DOTGraph(nodes: [node]), engine: .dot, formats: [.svg])
    #expect(rendering.warnings.contains { $0.contains("size too small for label") })
  }

  @Test("Pinned nodes stay where they are put")
  func pinned() throws {
    let graph = DOTGraph(
      nodeDefaults: NodeAttributes(shape: .box, width: 40, height: 20, fixedSize: true),
      nodes: [(100.0, 200.0), (300.0, 50.0), (20.0, 400.0)].enumerated().map { index, point in
        DOTNode(
          DOTNodeID("\(index)"),
          attributes: NodeAttributes(position: DOTPoint(point.0, point.1), pinned: true))
      }, edges: [DOTEdge(from: "0", to: "1"), DOTEdge(from: "1", to: "2")])
    for engine in [LayoutEngine.neato, .pinned] {
      let json = try #require(try context.render(graph, engine: engine, formats: [.json])[.json])
      let root = try JSONSerialization.jsonObject(with: Data(json)) as? [String: Any]
      let objects = try #require(root?["objects"] as? [[String: Any]])
      let places = objects.compactMap { $0["pos"] as? String }.map { text in
        text.split(separator: ",").compactMap { Double($0) }
      }
      // Engines may move the whole; distances are what pinning keeps.
      try #require(places.count == 3 && places.allSatisfy { $0.count == 2 })
      #expect(abs(places[1][0] - places[0][0] - 200) < 0.01, "\(engine)")
      #expect(abs(places[1][1] - places[0][1] + 150) < 0.01, "\(engine)")
      #expect(abs(places[2][0] - places[0][0] + 80) < 0.01, "\(engine)")
    }
  }
}
