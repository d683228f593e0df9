import Governance
import Graphviz
import Testing

@testable import Diagrams

@Suite("Footprint view")
struct FootprintViewTests {
  static let today = FootprintFixtures.today

  static func view(_ register: Register, on date: CalendarDate = today) throws -> FootprintView {
    let atlas = Atlas(register, on: date)
    return FootprintView(try atlas.footprint(of: "P1"), in: atlas)
  }

  /// Every ICS once as a card, by the ids of the cards.
  static func cards(_ canvas: Canvas, stem: String = "ics") -> [String] {
    canvas.items.compactMap { item in
      guard case .box(let box) = item, let id = box.id?.name, id.hasPrefix(stem + "-") else {
        return nil
      }
      return String(id.dropFirst(stem.count + 1))
    }
  }

  @Test(
    "Any number of ICSs fits on one page by the laws",
    arguments: [1, 2, 3, 5, 6, 7, 8, 9, 12, 16, 21, 22, 30, 42])
  func anyNumber(count: Int) throws {
    let regions = [count / 3, count - count / 3]
    let reaches = (0..<count).map { index in
      FootprintFixtures.Reach(
        role: index == 0 ? .home : ServiceRole.allCases[index % 3],
        ofSystem: index % 4 == 0 ? nil : 0.5, ofProvider: index % 5 == 0 ? nil : 1 / Double(count),
        services: ["mental health", "learning disability", "forensic and secure services"],
        confidence: Confidence.allCases[index % 3])
    }
    let register = FootprintFixtures.register(
      regions: regions.filter { $0 > 0 }, reaches: reaches, places: 3,
      name: { "Integrated Care System of \($0) and Surroundings" })
    let canvas = try Self.view(register).canvas()
    #expect(CanvasLaws(canvas: canvas).violations == [])
    #expect(Self.cards(canvas).sorted() == (1...count).map { "S\($0)" }.sorted())
    #expect(canvas.page == (count > 7 ? .a4Portrait : .a4Landscape))
  }

  @Test("Sixteen ICSs in four regions, and forty, on a page that says everything else too")
  func crowdedPage() throws {
    for count in [16, 24, 40] {
      let quarter = count / 4
      let reaches = (0..<count).map { index in
        FootprintFixtures.Reach(
          role: index == 3 ? .home : ServiceRole.allCases[1 + index % 2],
          ofSystem: index % 4 == 0 ? nil : 0.4, ofProvider: index == 0 ? 0.6 : nil,
          confidence: Confidence.allCases[index % 3])
      }
      let register = FootprintFixtures.register(
        regions: Array(repeating: quarter, count: 4), reaches: reaches, among: [[1, 99]],
        name: { "Integrated Care System of \($0)" })
      let canvas = try Self.view(register).canvas()
      #expect(CanvasLaws(canvas: canvas).violations == [], "\(count)")
      #expect(Self.cards(canvas).count == count)
      #expect(!CanvasLaws(canvas: canvas).words.contains("…"))
    }
  }

  @Test("Lines are as wide as the share of work, and dashed where it is not known")
  func lineWidths() throws {
    let register = FootprintFixtures.register(
      regions: [3],
      reaches: [
        .init(role: .home, ofProvider: 0.5), .init(ofProvider: 0.25), .init(),
      ])
    let canvas = try Self.view(register).canvas()
    let lines = canvas.items.compactMap { item -> CanvasLine? in
      if case .line(let line) = item, line.style != nil { line } else { nil }
    }
    let known = lines.filter { $0.style == FootprintStyles.width }
    #expect(known.count == 2)
    #expect(known[0].stroke.width == 2 * known[1].stroke.width)
    #expect(known.allSatisfy { $0.stroke.pattern == .solid })
    let open = lines.filter { $0.style == FootprintStyles.unknownWidth }
    #expect(open.count == 1 && open[0].stroke.pattern == .dashed)
    #expect(CanvasLaws(canvas: canvas).words.contains("share not known"))
    #expect(!CanvasLaws(canvas: canvas).words.contains(" 0%"))
  }

  @Test("No line to a card runs through another card", arguments: [3, 7, 8, 20])
  func linesKeepOff(count: Int) throws {
    let register = FootprintFixtures.register(
      regions: [1, count - 1], reaches: Array(repeating: .init(ofProvider: 0.1), count: count))
    let canvas = try Self.view(register).canvas()
    let boxes = canvas.items.compactMap { item -> CanvasFrame? in
      if case .box(let box) = item, box.id != nil { box.frame } else { nil }
    }
    var ends = 0
    for case .line(let line) in canvas.items where line.style == FootprintStyles.width {
      let course = line.frame.inset(by: -0.5)
      let touched = boxes.filter { $0.overlaps(course, tolerance: 0.6) }
      #expect(touched.isEmpty)
      let end = CanvasFrame(x: line.end.x, y: line.end.y, width: 0, height: 0)
      ends += boxes.filter { $0.inset(by: -0.1).contains(end) }.count
    }
    #expect(ends == count)
  }

  @Test("Straddled regions are marked and said in words; one region is not")
  func straddling() throws {
    let both = try Self.view(
      FootprintFixtures.register(regions: [1, 2], reaches: [.init(role: .home), .init(), .init()]))
    let words = CanvasLaws(canvas: both.canvas()).words
    #expect(words.contains("straddles 2 regions: 1 ICS in Name of R1 and 2 in Name of R2"))
    #expect(both.canvas().styles.contains(FootprintStyles.boundary))
    let one = try Self.view(
      FootprintFixtures.register(regions: [2], reaches: [.init(role: .home), .init()]))
    #expect(!CanvasLaws(canvas: one.canvas()).words.contains("straddles"))
    #expect(!one.canvas().styles.contains(FootprintStyles.boundary))
  }

  @Test("ICSs of which it is not known which are a dashed card of their own")
  func unresolved() throws {
    let register = FootprintFixtures.register(
      regions: [4], reaches: [.init(role: .home)], among: [[3, 4]])
    let view = try Self.view(register)
    let canvas = view.canvas()
    #expect(Self.cards(canvas) == ["S1"])
    let dashed = canvas.items.filter {
      if case .box(let box) = $0 { box.style == FootprintStyles.unresolved } else { false }
    }
    #expect(dashed.count == 1)
    let words = CanvasLaws(canvas: canvas).words
    #expect(words.contains("– Name of S3") && words.contains("– Name of S4"))
    #expect(words.contains("at least 2 ICSs"))
    let diagram = view.diagram()
    #expect(diagram.description.contains("at least one of Name of S3 or Name of S4"))
    #expect(diagram.table.rows.count == 2)
    #expect(diagram.table.rows[1][0] == "S3 or S4")
    #expect(CanvasLaws(canvas: canvas).violations == [])
  }

  @Test("Assumed records are marked and explained, sourced ones are not")
  func confidenceMarks() throws {
    func words(_ confidence: Confidence) throws -> (signs: Set<String>, words: String) {
      let register = FootprintFixtures.register(
        regions: [1], reaches: [.init(role: .home, confidence: confidence)])
      let canvas = try Self.view(register).canvas()
      return (
        canvas.styles.intersection(["assumed", "derived"]), CanvasLaws(canvas: canvas).words
      )
    }
    #expect(try words(.recorded).signs == [])
    #expect(try words(.derived).signs == ["derived"])
    #expect(try words(.assumed).signs == ["assumed"])
    #expect(try words(.assumed).words.contains("assumed: general knowledge"))
    #expect(try words(.recorded).words.contains("1 recorded"))
  }

  @Test("Places are listed while they fit and counted where they do not")
  func places() throws {
    func words(places: Int) throws -> String {
      let register = FootprintFixtures.register(
        regions: [1, 1], reaches: [.init(role: .home, ofSystem: 1), .init(ofSystem: 0.4)],
        places: places, name: { "Somewhere with a long name \($0)" })
      let canvas = try Self.view(register).canvas()
      #expect(CanvasLaws(canvas: canvas).violations == [])
      return CanvasLaws(canvas: canvas).words
    }
    let few = try words(places: 2)
    #expect(few.contains("Places: Somewhere"))
    #expect(few.contains("L1-2") && few.contains("Places: not known"))
    #expect(try words(places: 60).contains("60 places"))
  }

  @Test("A provider without any ICS still has a page that says so")
  func nothing() throws {
    let register = FootprintFixtures.register(regions: [2], reaches: [])
    let view = try Self.view(register)
    #expect(CanvasLaws(canvas: view.canvas()).violations == [])
    #expect(CanvasLaws(canvas: view.canvas()).words.contains("no ICS is recorded"))
    #expect(view.diagram().table.rows.isEmpty)
  }

  @Test("Hostile names are drawn as text", arguments: FootprintFixtures.hostileNames.indices)
  func hostileNames(index: Int) throws {
    let name = FootprintFixtures.hostileNames[index]
    for count in [3, 9] {
      let register = FootprintFixtures.register(
        regions: [1, count - 1],
        reaches: Array(repeating: .init(role: .serves, services: [name, name]), count: count),
        among: [[count, 1]], places: 2, name: { _ in name })
      let view = try Self.view(register)
      #expect(CanvasLaws(canvas: view.canvas()).violations == [])
      let diagram = view.diagram()
      #expect(diagram.alternativeText.count <= 120)
      let svg = try CanvasTests.svg(view.canvas())
      #expect(!svg.contains("<script"))
      #expect(svg.hasSuffix("</svg>\n"))
    }
  }

  @Test("Words and table hold the same as the picture")
  func wordsAndTable() throws {
    let register = FootprintFixtures.register(
      regions: [1, 1],
      reaches: [
        .init(role: .home, ofSystem: 0.123, ofProvider: 0.75, services: ["one", "two"]),
        .init(role: .specialisedOnly, confidence: .assumed),
      ])
    let diagram = try Self.view(register).diagram()
    #expect(diagram.name == "footprint-P1")
    #expect(diagram.table.columns.count == 9)
    #expect(diagram.table.rows.allSatisfy { $0.count == 9 })
    #expect(
      diagram.table.rows[0] == [
        "S1", "Name of S1", "Name of R1", "home ICS", "one; two", "12.3%", "75.0%", "recorded", "",
      ])
    #expect(diagram.table.rows[1][5...7] == ["not known", "not known", "assumed"])
    #expect(diagram.description.contains("1 April 2026"))
    #expect(diagram.description.contains("specialised services only (assumed); share not known"))
    #expect(diagram.alternativeText.count <= 120)
    #expect(diagram.document.clusters.isEmpty)
  }

  @Test("The same register gives the same drawing")
  func determinism() throws {
    let register = FootprintFixtures.register(
      regions: [2, 3], reaches: Array(repeating: .init(ofProvider: 0.2), count: 5), among: [[1, 5]])
    var shuffled = register
    shuffled.organisations.reverse()
    let one = try Self.view(register).diagram().document
    let other = try Self.view(register).diagram().document
    #expect(try one.dot(for: Canvas.engine) == other.dot(for: Canvas.engine))
    #expect(try Self.view(shuffled).diagram().document == one)
  }

  @Test("Two days stand above and below one bar, with what was lost and gained in words")
  func change() throws {
    let earlier = Atlas(
      FootprintFixtures.register(regions: [3], reaches: [.init(role: .home), .init(), nil]),
      on: FootprintFixtures.today)
    let later = Atlas(
      FootprintFixtures.register(regions: [3], reaches: [.init(role: .home), nil, .init()]),
      on: FootprintFixtures.today)
    let view = FootprintChangeView(
      before: try earlier.footprint(of: "P1"), in: earlier, after: try later.footprint(of: "P1"),
      in: later)
    let canvas = try #require(view.canvas())
    let laws = CanvasLaws(canvas: canvas)
    #expect(laws.violations == [])
    #expect(Self.cards(canvas, stem: "before") == ["S1", "S2"])
    #expect(Self.cards(canvas) == ["S1", "S3"])
    #expect(laws.words.contains("1 kept, 1 no longer, 1 new"))
    #expect(laws.words.contains("not afterwards"))
    #expect(try #require(view.diagram()).table.rows.count == 4)
  }

  @Test("More ICSs than stand side by side on a day give no picture of the change")
  func crowdedChange() throws {
    let register = FootprintFixtures.register(
      regions: [8], reaches: Array(repeating: .init(), count: 8))
    let atlas = Atlas(register, on: Self.today)
    let footprint = try atlas.footprint(of: "P1")
    let view = FootprintChangeView(before: footprint, in: atlas, after: footprint, in: atlas)
    #expect(view.diagram() == nil)
  }
}
