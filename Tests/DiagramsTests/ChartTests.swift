import Foundation
import Graphviz
import Testing

@testable import Diagrams

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Charts: lengths in proportion from zero, nothing on top of anything, any text as text.
@Suite("Charts")
struct ChartTests {
  // MARK: - Sketches

  /// Names that try to be something else, and one that is far too long.
  private static let names = [
    "<script>alert(1)</script>", "\"\u{301} onmouseover=alert(1) x=\"", "'><svg onload=alert(1)>",
    "& &amp; &#38; ]]>", String(repeating: "long ", count: 60), "\u{1}\u{7}bell", "", "🚑 ambulance",
  ]

  private static func range(_ values: [(Double, Double, Double, Double)]) -> Canvas {
    RangeChart(
      rows: values.enumerated().map { index, row in
        RangeChart.Row(
          lead: String(index + 1), label: names[index % names.count], isStrong: index == 0,
          low: row.0, median: row.1, mode: row.2, high: row.3,
          figures: "\(row.1) (\(row.0)–\(row.3))")
      }, axis: "hours a year", figuresTitle: "median (P10–P90)",
      key: RangeChart.Key(bar: "bar", dot: "dot", ring: "ring")
    ).canvas()
  }

  private static func stacked(_ values: [[Double]]) -> Canvas {
    StackedBarChart(
      rows: values.enumerated().map { index, parts in
        StackedBarChart.Row(
          label: names[index % names.count], parts: parts, figures: "\(parts.reduce(0, +))")
      }, series: ["one", "two", "three", "four"], axis: "hours a year", figuresTitle: "all"
    ).canvas()
  }

  private static func tornado(_ values: [(Double, Double)]) -> Canvas {
    TornadoChart(
      rows: values.enumerated().map { index, row in
        TornadoChart.Row(
          label: names[index % names.count], low: "0.25", high: "1,000,000", atLow: row.0,
          atHigh: row.1, figures: "−1% to +2%")
      }, axis: "change, hours a year", figuresTitle: "change"
    ).canvas()
  }

  private static func dots(_ values: [[Double]]) -> Canvas {
    DotChart(
      rows: values.enumerated().map { index, row in
        DotChart.Row(
          label: names[index % names.count], values: row, median: row.sorted()[row.count / 2],
          figures: "a (b–c)")
      }, axis: "hours a year", figuresTitle: "median (least–greatest)", dot: "dot",
      median: "median"
    ).canvas()
  }

  private static let ranges: [(Double, Double, Double, Double)] = [
    (500, 900, 800, 1300), (0, 0, 0, 0), (1, 2, 1.5, 3), (2000, 3100, 2900, 3999),
    (10, 500, 20, 4100), (700, 701, 702, 703), (5, 6, 7, 8), (3000, 3000, 3000, 3000),
  ]
  private static let stacks: [[Double]] = [
    [320, 432, 144, 150], [0, 0, 0, 0], [906, 662, 349, 195], [1, 2, 3, 4], [0, 500, 0, 7],
  ]
  private static let swings: [(Double, Double)] = [
    (-61000, 137_000), (-60000, 0), (0, 12000), (21000, -8000), (0, 0), (-3, 9), (500, 900),
  ]
  private static let groups: [[Double]] = [
    (0..<120).map { 1000 + Double($0 % 17) * 9 }, [1, 2, 3], [2500], [0, 3000],
    (0..<40).map { Double($0) * 70 },
  ]

  private static var all: [(name: String, canvas: Canvas)] {
    [
      ("range", range(ranges)), ("stacked", stacked(stacks)), ("tornado", tornado(swings)),
      ("dots", dots(groups)),
    ]
  }

  // MARK: - Laws

  @Test func nothingLiesOnAnythingOrOffThePage() {
    for (name, canvas) in Self.all {
      let laws = CanvasLaws(canvas: canvas)
      #expect(laws.textsThatOverlap == [], "\(name)")
      #expect(laws.textsThatCrossBoxes == [], "\(name)")
      #expect(laws.smallTexts == [], "\(name)")
      #expect(laws.paleTexts == [], "\(name)")
      for item in canvas.items {
        #expect(canvas.frame.contains(item.frame), "\(name): \(item)")
      }
      #expect(crossed(canvas) == [], "\(name)")
    }
  }

  /// Texts with a line through them, unless something filled lies between.
  private func crossed(_ canvas: Canvas) -> [String] {
    let items = Array(canvas.items.enumerated())
    return items.flatMap { place, item -> [String] in
      guard case .text(let text) = item else { return [] }
      return items.compactMap { other, item in
        guard case .line(let line) = item, line.frame.overlaps(text.frame, tolerance: 0.05)
        else { return nil }
        let isHidden = items.contains { between, item in
          if case .box(let box) = item {
            box.fill != nil && between > other && between < place
              && box.frame.contains(text.frame, tolerance: 1)
          } else {
            false
          }
        }
        return isHidden ? nil : "'\(text.text)'"
      }
    }
  }

  /// A sheet holds 44 rows of ranges and 11 of dots, as documented.
  @Test func fullChartsFitOnASheet() {
    let ranges = Self.range((0..<44).map { (Double($0), 50, 40, 99 + Double($0)) })
    #expect(ranges.items.allSatisfy { ranges.frame.contains($0.frame) })
    let dots = Self.dots((0..<11).map { _ in (0..<130).map { 1000 + Double($0) / 10 } })
    #expect(dots.items.allSatisfy { dots.frame.contains($0.frame) })
    let bars = Self.stacked((0..<25).map { [Double($0), 3, 4, 5] })
    #expect(bars.items.allSatisfy { bars.frame.contains($0.frame) })
    let tornado = Self.tornado((0..<22).map { (-Double($0), Double($0)) })
    #expect(tornado.items.allSatisfy { tornado.frame.contains($0.frame) })
  }

  // MARK: - Proportion

  /// Where a value stands, read off two written values of the axis.
  private func ruler(_ canvas: Canvas, _ one: String, _ other: String) throws -> (Double) -> Double
  {
    func place(_ text: String) throws -> (value: Double, x: Double) {
      let label = try #require(
        canvas.items.lazy.compactMap { item -> CanvasText? in
          if case .text(let label) = item, label.text == text { label } else { nil }
        }.first, "\(text) is not on the axis")
      let plain = text.replacing(",", with: "").replacing("+", with: "").replacing("−", with: "-")
      return (try #require(Double(plain)), label.frame.midX)
    }
    let (first, last) = (try place(one), try place(other))
    return { first.x + ($0 - first.value) / (last.value - first.value) * (last.x - first.x) }
  }

  private func boxes(_ canvas: Canvas, height: Double) -> [CanvasBox] {
    canvas.items.compactMap { item in
      if case .box(let box) = item, abs(box.frame.height - height) < 1e-9 { box } else { nil }
    }
  }

  @Test func rangesStandWhereTheirValuesAre() throws {
    let canvas = Self.range(Self.ranges)
    let place = try ruler(canvas, "0", "4,000")
    // The first bar is the sample of the key.
    let bars = boxes(canvas, height: RangeChart.barHeight).dropFirst()
    #expect(bars.count == Self.ranges.count)
    for (bar, row) in zip(bars, Self.ranges) {
      #expect(abs(bar.frame.x - place(row.0)) < 1e-6)
      #expect(abs(bar.frame.maxX - place(row.3)) < 1e-6)
    }
    let marks = canvas.items.compactMap { item -> CanvasMark? in
      if case .mark(let mark) = item { mark } else { nil }
    }
    let dots = marks.filter { $0.shape == .disc }.dropFirst()
    let rings = marks.filter { $0.shape == .ring }.dropFirst()
    for (dot, row) in zip(dots, Self.ranges) { #expect(abs(dot.centre.x - place(row.1)) < 1e-6) }
    for (ring, row) in zip(rings, Self.ranges) { #expect(abs(ring.centre.x - place(row.2)) < 1e-6) }
    #expect(dots.count == Self.ranges.count && rings.count == Self.ranges.count)
  }

  @Test func stackedBarsBeginAtZeroAndAddUp() throws {
    let canvas = Self.stacked(Self.stacks)
    let place = try ruler(canvas, "0", "2,000")
    let outlines = boxes(canvas, height: StackedBarChart.barHeight).filter { $0.stroke != nil }
    var index = 0
    for row in Self.stacks {
      var sum = 0.0
      for part in row where part > 0 {
        let bar = outlines[index]
        #expect(abs(bar.frame.x - place(sum)) < 1e-6)
        sum += part
        #expect(abs(bar.frame.maxX - place(sum)) < 1e-6)
        index += 1
      }
    }
    #expect(index == outlines.count)
  }

  /// Every part has its figure: in it, or behind the bar with its name.
  @Test func everyPartOfABarHasItsFigure() throws {
    let canvas = Self.stacked(Self.stacks)
    let outlines = boxes(canvas, height: StackedBarChart.barHeight).filter { $0.stroke != nil }
    var index = 0
    for row in Self.stacks where row.contains(where: { $0 > 0 }) {
      let bars = row.filter { $0 > 0 }.indices.map { outlines[index + $0] }
      index += bars.count
      let line = try #require(bars.first).frame
      let texts = canvas.items.compactMap { item -> CanvasText? in
        if case .text(let text) = item, text.frame.midY > line.y, text.frame.midY < line.maxY {
          text
        } else {
          nil
        }
      }
      let behind = texts.filter { $0.frame.x > bars.last!.frame.maxX }.map(\.text)
        .joined(separator: " ")
      for (bar, (number, part)) in zip(bars, row.enumerated().filter { $1 > 0 }) {
        let inside = texts.contains {
          $0.text == "\(Int(part))" && bar.frame.contains($0.frame, tolerance: 0.5)
        }
        let name = ["one", "two", "three", "four"][number]
        #expect(inside || behind.contains("\(name) \(Int(part))"), "\(row) \(name)")
      }
    }
    #expect(index == outlines.count)
  }

  @Test func swingsReachFromZeroToTheirChange() throws {
    let canvas = Self.tornado(Self.swings)
    let place = try ruler(canvas, "0", "+100,000")
    // The first two are samples of the key.
    let bars = boxes(canvas, height: TornadoChart.barHeight).dropFirst(2)
    let expected = Self.swings.flatMap { [$0.0, $0.1] }.filter { $0 != 0 }
    #expect(bars.count == expected.count)
    for (bar, change) in zip(bars, expected) {
      let ends = [place(0), place(change)].sorted()
      #expect(abs(bar.frame.x - ends[0]) < 1e-6)
      #expect(abs(bar.frame.maxX - ends[1]) < 1e-6)
    }
  }

  @Test func everyMemberHasItsDotAndNoneHidesAnother() throws {
    let canvas = Self.dots(Self.groups)
    let place = try ruler(canvas, "0", "3,000")
    let dots = canvas.items.compactMap { item -> CanvasMark? in
      if case .mark(let mark) = item { mark } else { nil }
    }.dropFirst()
    #expect(
      dots.map(\.centre.x) == Self.groups.flatMap { $0.sorted().map(place) }
        || zip(dots, Self.groups.flatMap { $0.sorted() }).allSatisfy {
          abs($0.centre.x - place($1)) < 1e-6
        })
    #expect(dots.count == Self.groups.reduce(0) { $0 + $1.count })
    // The spread-out group has room for every dot of its own.
    let spread = Array(dots.suffix(40))
    for one in spread.indices {
      for other in spread.indices where other > one {
        #expect(!spread[one].frame.overlaps(spread[other].frame, tolerance: 0.05))
      }
    }
  }

  @Test func scalesHaveRoundTicksWithZeroAndRoomForAll() {
    for values in [
      [0.0], [1], [3999], [4000], [4001], [-7, 12], [-61000, 137_000], [0.004], [1e9],
      [.infinity, 5], [.nan],
    ] {
      let scale = ChartScale(holding: values, on: 100...400)
      #expect(scale.ticks.contains(0))
      #expect(scale.ticks == scale.ticks.sorted())
      for value in values where value.isFinite { #expect(scale.domain.contains(value)) }
      #expect(scale.place(scale.domain.lowerBound) == 100)
      #expect(scale.place(scale.domain.upperBound) == 400)
      #expect((2...9).contains(scale.ticks.count))
    }
  }

  // MARK: - SVG

  private final class Reader: NSObject, XMLParserDelegate {
    var names: [String] = []
    var attributes: [[String: String]] = []
    var texts: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
      qualifiedName: String?, attributes: [String: String]
    ) {
      names.append(name)
      self.attributes.append(attributes)
      text = ""
    }
    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }
    func parser(
      _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
      if name == "text" { texts.append(text) }
    }
  }

  @Test func hostileTextsComeOutAsText() throws {
    for (name, canvas) in Self.all {
      let svg = canvas.svg(
        title: Self.names[1], description: Self.names[0], idPrefix: "c \"<x>")
      let reader = Reader()
      let parser = XMLParser(data: Data(svg.utf8))
      parser.delegate = reader
      #expect(parser.parse(), "\(name) is not well-formed")
      #expect(
        Set(reader.names).isSubset(of: [
          "svg", "title", "desc", "rect", "line", "text", "circle", "polygon",
        ]))
      #expect(reader.attributes.allSatisfy { $0.keys.allSatisfy { !$0.hasPrefix("on") } })
      #expect(reader.attributes[0]["role"] == "img")
      let ids = reader.attributes.compactMap { $0["id"] }
      #expect(ids.count == 2)
      #expect(reader.attributes[0]["aria-labelledby"] == ids.joined(separator: " "))
      #expect(ids.allSatisfy { id in id.allSatisfy { $0.isLetter || $0 == "-" } })
      #expect(reader.texts.contains { $0.hasPrefix("<script>alert(1)") }, "\(name)")
    }
  }

  @Test func theSVGHasEveryItemAtItsPlace() throws {
    let canvas = Self.stacked(Self.stacks)
    let svg = canvas.svg(title: "t", description: "d", idPrefix: "c")
    let reader = Reader()
    let parser = XMLParser(data: Data(svg.utf8))
    parser.delegate = reader
    #expect(parser.parse())
    let drawn = zip(reader.names, reader.attributes).filter { $0.0 == "rect" }.dropFirst()
    let boxes = canvas.items.compactMap { item -> CanvasBox? in
      if case .box(let box) = item { box } else { nil }
    }
    #expect(drawn.count == boxes.count)
    for (rect, box) in zip(drawn, boxes) {
      let width = try #require(rect.1["width"].flatMap(Double.init))
      let x = try #require(rect.1["x"].flatMap(Double.init))
      #expect(abs(width - box.frame.width) <= 0.005 + 1e-9)
      #expect(abs(x - box.frame.x) <= 0.005 + 1e-9)
    }
    #expect(svg == canvas.svg(title: "t", description: "d", idPrefix: "c"))
  }
}
