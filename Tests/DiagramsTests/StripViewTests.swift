import Governance
import Graphviz
import Testing

@testable import Diagrams

@Suite("Strip view")
struct StripViewTests {
  /// Trusts `T1`… of a sector, each with what it does in ICSs `S1`… of two regions.
  static func register(
    systems: Int, trusts: [[Int: ServiceRole]], open: [Int: [Int]] = [:],
    confidence: Confidence = .recorded, name: (String) -> String = { "Name of \($0)" }
  ) -> Register {
    var register = FootprintFixtures.register(
      regions: [systems / 2, systems - systems / 2], reaches: [], name: name)
    register.organisations.removeAll { $0.kind == .trust }
    for (index, roles) in trusts.enumerated() {
      let code = Code("T\(index + 1)")
      register.organisations.append(
        Organisation(id: code, kind: .trust, name: name(code.text), sectors: [.community]))
      for (system, role) in roles.sorted(by: { $0.key < $1.key }) {
        register.relations.append(
          Relation(
            id: "\(code)-\(system)", kind: .serves, subject: code, object: Code("S\(system)"),
            role: role, provenance: Provenance(source: "made-up", confidence: confidence)))
      }
      if let among = open[index + 1] {
        register.relations.append(
          Relation(
            id: "\(code)-open", kind: .serves, subject: code,
            objectAmong: among.map { Code("S\($0)") }, role: .serves))
      }
    }
    return register
  }

  static func view(_ register: Register, spansAtLeast: Int = 1) -> StripView {
    let atlas = Atlas(register, on: FootprintFixtures.today)
    return StripView(
      sector: .community, footprints: atlas.footprints(), in: atlas, spansAtLeast: spansAtLeast)
  }

  /// The marks of the rows, from the top, by their style and column.
  static func boxes(_ canvas: Canvas, _ styles: Set<String>) -> [CanvasFrame] {
    canvas.items.compactMap { item in
      if case .box(let box) = item, let style = box.style, styles.contains(style) {
        box.frame
      } else {
        nil
      }
    }
  }

  static let roles = Set(ServiceRole.allCases.map(\.rawValue))

  @Test("Trusts stand in the order of their home, so that the diagonal shows")
  func order() throws {
    let register = Self.register(
      systems: 4,
      trusts: [
        [3: .home, 1: .serves], [1: .home], [2: .home, 4: .serves], [2: .serves, 3: .home],
        [4: .specialisedOnly],
      ])
    let page = try #require(Self.view(register).pages().first)
    #expect(page.words.rows.map(\.footprint.provider.id.text) == ["T2", "T3", "T1", "T4", "T5"])
    #expect(CanvasLaws(canvas: page.canvas).violations == [])
  }

  @Test("Each ICS is one column of equal width, each reach one cell in it")
  func columns() throws {
    let register = Self.register(
      systems: 7, trusts: [[1: .home, 2: .serves, 7: .specialisedOnly], [4: .home, 5: .serves]])
    let page = try #require(Self.view(register).pages().first)
    let cells = Self.boxes(page.canvas, Self.roles)
    #expect(cells.count == 5)
    #expect(Set(cells.map { ($0.width * 100).rounded() }).count == 1)
    let words = CanvasLaws(canvas: page.canvas).words
    for number in 1...7 { #expect(words.contains("Name of S\(number)")) }
    // S1, S2 and S7 from left to right.
    let first = cells.prefix(3).map(\.x)
    #expect(first == first.sorted())
    #expect(abs((first[1] - first[0]) - (cells[0].width + 1.5)) < 0.01)
  }

  @Test("Counts tell local services from all, and say where they are the least")
  func counts() throws {
    let register = Self.register(
      systems: 6, trusts: [[1: .home, 2: .serves, 3: .specialisedOnly], [4: .home]],
      open: [2: [5, 6]])
    let page = try #require(Self.view(register).pages().first)
    #expect(page.words.rows[0].local == 2 && page.words.rows[0].all == 3)
    #expect(page.words.rows[1].local == 2 && page.words.rows[1].all == 2)
    let words = CanvasLaws(canvas: page.canvas).words
    #expect(words.contains("2+"))
    #expect(page.canvas.legend.contains(StripStyles.least))
    #expect(Self.boxes(page.canvas, [StripStyles.candidate]).count == 2)
    #expect(page.words.table.rows[1][6] == "at least 2")
    #expect(page.words.table.rows[1][5] == "one or more of Name of S5 or Name of S6")
  }

  @Test("Only trusts that span enough have a row")
  func threshold() throws {
    let register = Self.register(
      systems: 4, trusts: [[1: .home], [2: .home, 3: .serves], [4: .home]], open: [3: [1, 2]])
    let rows = try #require(Self.view(register, spansAtLeast: 2).pages().first).words.rows
    #expect(rows.map(\.footprint.provider.id.text) == ["T2", "T3"])
    #expect(Self.view(register, spansAtLeast: 5).diagrams().isEmpty)
    #expect(
      StripView(
        sector: .ambulance, footprints: [], in: Atlas(register, on: FootprintFixtures.today)
      ).diagrams().isEmpty)
  }

  @Test("Fills are told apart in grey, and each role has its mark")
  func grey() {
    let fills = ServiceRole.allCases.map { Palette.luminance(StripStyles.fill($0)) }.sorted()
    for (darker, lighter) in zip(fills, fills.dropFirst()) {
      #expect((lighter + 0.05) / (darker + 0.05) >= 2)
    }
    #expect(Set(ServiceRole.allCases.map { StripStyles.mark($0).shape }).count == 3)
    for role in ServiceRole.allCases {
      let mark = StripStyles.mark(role).colour
      #expect(Palette.contrast(mark, StripStyles.fill(role)) >= 3)
    }
  }

  @Test("Assumed cells carry a question mark")
  func assumed() throws {
    let register = Self.register(
      systems: 4, trusts: [[1: .home, 2: .serves]], confidence: .assumed)
    let page = try #require(Self.view(register).pages().first)
    let signs = page.canvas.items.filter {
      if case .text(let text) = $0 { text.style == StripStyles.assumed } else { false }
    }
    #expect(signs.count == 2)
    #expect(page.words.description.contains("home Name of S1 (assumed)"))
  }

  @Test("Long strips go on over pages, every trust on one of them", arguments: [1, 18, 60, 130])
  func paging(count: Int) {
    let trusts = (0..<count).map { [$0 % 42 + 1: ServiceRole.home, ($0 + 3) % 42 + 1: .serves] }
    let register = Self.register(systems: 42, trusts: trusts)
    let pages = Self.view(register).pages()
    #expect(
      pages.flatMap { $0.words.rows.map(\.footprint.provider.id.text) }.sorted()
        == (1...count).map { "T\($0)" }.sorted())
    for page in pages { #expect(CanvasLaws(canvas: page.canvas).violations == []) }
    let sizes = pages.map(\.words.rows.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= pages.count)
    let diagrams = Self.view(register).diagrams()
    #expect(Set(diagrams.map(\.name)).count == pages.count)
    #expect(diagrams.allSatisfy { $0.alternativeText.count <= 120 })
    #expect(diagrams.allSatisfy { $0.document.clusters.isEmpty })
  }

  @Test("Hostile names are drawn as text", arguments: FootprintFixtures.hostileNames.indices)
  func hostileNames(index: Int) throws {
    let name = FootprintFixtures.hostileNames[index]
    let register = Self.register(
      systems: 36, trusts: [[1: .home, 30: .serves], [5: .home]], open: [2: [7, 8]],
      name: { _ in name })
    for page in Self.view(register).pages() {
      #expect(CanvasLaws(canvas: page.canvas).violations == [])
      let svg = try CanvasTests.svg(page.canvas)
      #expect(!svg.contains("<script"))
      #expect(svg.hasSuffix("</svg>\n"))
    }
  }
}
