import Testing

@testable import Graphviz

/// Every word of the closed lists, put before Graphviz: a misspelt one is warned of or has no
/// effect.
@Suite("Words of the closed lists")
struct VocabularyTests {
  let context: GraphvizContext

  init() throws { context = try GraphvizContext() }

  private func svg(_ graph: DOTGraph, _ engine: LayoutEngine = .dot) throws -> String {
    let rendering = try context.render(graph, engine: engine, formats: [.svg])
    #expect(rendering.warnings.isEmpty, "\(rendering.warnings)")
    return String(decoding: rendering[.svg] ?? [], as: UTF8.self)
  }

  @Test("Every shape is one of its own", arguments: NodeShape.allCases)
  func shapes(shape: NodeShape) throws {
    let node = DOTNode("a", label: "a", attributes: NodeAttributes(shape: shape, peripheries: 1))
    #expect(try svg(DOTGraph(nodes: [node])).contains("<svg"))
  }

  @Test("Every arrow tip is known", arguments: ArrowShape.allCases)
  func arrows(shape: ArrowShape) throws {
    let edge = DOTEdge(
      from: "a", to: "b",
      attributes: EdgeAttributes(
        direction: .both, arrowHead: shape, arrowTail: shape, arrowSize: 1.5))
    let text = try svg(DOTGraph(nodes: [DOTNode("a"), DOTNode("b")], edges: [edge]))
    let outlines = text.components(between: "id=\"edge1\"", and: "</g>").count { $0 == "<" }
    // A title and a path; whatever is more is a tip.
    #expect((outlines > 4) == (shape != .none))
  }

  @Test("Line styles and fills reach the picture")
  func styles() throws {
    func node(_ attributes: NodeAttributes) throws -> String {
      try svg(DOTGraph(nodes: [DOTNode("a", label: "a", attributes: attributes)]))
    }
    #expect(try node(NodeAttributes(line: .dashed)).contains("stroke-dasharray=\"5,2\""))
    #expect(try node(NodeAttributes(line: .dotted)).contains("stroke-dasharray=\"1,5\""))
    #expect(try node(NodeAttributes(line: .bold)).contains("stroke-width=\"2\""))
    #expect(try node(NodeAttributes(shape: .box, rounded: true)).contains("<path"))
    #expect(!(try node(NodeAttributes(invisible: true)).contains("<ellipse")))
    let three = [DOTColour(0x112233), DOTColour(0x445566), DOTColour(0x778899)]
    let striped = try node(NodeAttributes(shape: .box, fill: .stripes(three)))
    let wedged = try node(NodeAttributes(fill: .wedges(three)))
    for colour in three {
      #expect(striped.contains("fill=\"\(colour.hex)\""))
      #expect(wedged.contains("fill=\"\(colour.hex)\""))
    }
    #expect(
      try node(NodeAttributes(fill: .solid(DOTColour(hex: "11223380")!))).contains("fill-opacity"))
  }

  @Test("A node overrides part of the default style and keeps the rest")
  func defaults() throws {
    let graph = DOTGraph(
      nodeDefaults: NodeAttributes(shape: .box, line: .dashed, fill: .solid(DOTColour(0x112233))),
      nodes: [DOTNode("a", attributes: NodeAttributes(line: .dotted))])
    let text = try svg(graph)
    #expect(text.contains("fill=\"#112233\""))
    #expect(text.contains("stroke-dasharray=\"1,5\""))
    #expect(!text.contains("stroke-dasharray=\"5,2\""))
  }

  @Test("Directions, splines, overlaps and orders are known")
  func graphWords() throws {
    let base = Samples.clustered(seed: 1, nodes: 8, clusters: 2)
    var drawings: Set<String> = []
    for direction in GraphAttributes.RankDirection.allCases {
      var graph = base
      graph.attributes.rankDirection = direction
      drawings.insert(try svg(graph))
    }
    #expect(drawings.count == 4)
    drawings = []
    for splines in GraphAttributes.Splines.allCases {
      var graph = base
      graph.attributes.splines = splines
      drawings.insert(try svg(graph))
    }
    #expect(drawings.count == GraphAttributes.Splines.allCases.count)
    for overlap in GraphAttributes.Overlap.allCases {
      var graph = base
      graph.attributes.overlap = overlap
      graph.attributes.separation = 5
      _ = try svg(graph, .neato)
    }
    for order in GraphAttributes.OutputOrder.allCases {
      var graph = base
      graph.attributes.outputOrder = order
      graph.attributes.ordering = .out
      graph.attributes.rankEffort = 2
      graph.attributes.crossingEffort = 0.5
      _ = try svg(graph)
    }
  }

  @Test("Every attribute of tables is accepted")
  func tables() throws {
    var rows: [HTMLRow] = []
    for horizontal in [HTMLBox.Horizontal.left, .centre, .right, .text] {
      for vertical in [HTMLBox.Vertical.top, .middle, .bottom] {
        let box = HTMLBox(
          border: 1, cellPadding: 3, background: DOTColour(0xEEF3FA), colour: .black,
          width: 80, height: 30, fixedSize: true, align: horizontal, verticalAlign: vertical,
          sides: [.left, .bottom])
        rows.append(
          HTMLRow(
            [
              HTMLCell(
                .text([
                  HTMLRun(
                    "styled",
                    HTMLTextStyle(
                      size: 8, font: .arial, colour: .black, bold: true, italic: true,
                      underline: true)), .lineBreak(.left), HTMLRun("x"), .lineBreak(.right),
                ]), box: box, textAlignment: .left), HTMLCell(),
              HTMLCell(.text([.lineBreak(.centre)])),
            ], ruleBelow: true))
      }
    }
    for line in [HTMLBox.Line.solid, .dashed, .dotted, .rounded] {
      let inner = HTMLTable(
        rows: [HTMLRow([HTMLCell("a", columnSpan: 2, rowSpan: 1)])],
        box: HTMLBox(border: 1, cellSpacing: 2, line: line), cellBorder: 0, columnRules: true,
        rowRules: true)
      rows.append(HTMLRow([HTMLCell(.table(inner), columnSpan: 3)]))
    }
    let table = HTMLTable(rows: rows, columnRules: true, rowRules: true)
    let node = DOTNode("a", label: .table(table), attributes: NodeAttributes(shape: .plain))
    let text = try svg(DOTGraph(nodes: [node]))
    #expect(text.contains("font-weight=\"bold\""))
    #expect(text.contains("font-style=\"italic\""))
    #expect(text.contains("text-decoration=\"underline\""))
    #expect(text.contains("stroke-dasharray"))
    for label in [HTMLLabel(.empty), HTMLLabel(.text([.lineBreak(.left)])), HTMLLabel(.plain(""))] {
      _ = try svg(DOTGraph(nodes: [DOTNode("a", label: .html(label))]))
    }
  }
}

extension String {
  /// What lies between the first of one text and the next of another; empty if either is missing.
  fileprivate func components(between start: String, and end: String) -> Substring {
    guard let from = ranges(of: start).first?.upperBound,
      let to = self[from...].ranges(of: end).first?.lowerBound
    else { return "" }
    return self[from..<to]
  }
}
