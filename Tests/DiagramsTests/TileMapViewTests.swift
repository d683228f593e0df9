import Graphviz
import Testing

@testable import Diagrams
@testable import Governance

@Suite("Tile map view")
struct TileMapViewTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let subject: TileMapSubject
    let date: CalendarDate?
    var testDescription: String { "\(subject.title), \(date?.description ?? "")" }
  }

  static let cases = [
    TileMapSubject.service("999", title: "999 ambulance services"), .sector(.mentalHealth),
    .sector(.community),
  ].flatMap { subject in
    [TileMapFixtures.before, TileMapFixtures.after].map { Case(subject: subject, date: $0) }
  }

  @Test("England keeps the laws of the page and shows each ICS once", arguments: cases)
  func england(which: Case) throws {
    let england = try TileMapFixtures.england(on: which.date)
    let view = TileMapView(
      which.subject, in: england.atlas, footprints: england.footprints,
      assignment: england.assignment)
    let canvas = view.canvas()
    #expect(CanvasLaws(canvas: canvas).violations == [])
    let codes = england.atlas.organisations(of: .ics).map(\.id.text)
    #expect(FootprintViewTests.cards(canvas).sorted() == codes.sorted())
    let words = CanvasLaws(canvas: canvas).words
    for region in england.atlas.organisations(of: .region) {
      #expect(words.contains(region.name), "\(region.name) is not on the map")
    }
    let diagram = view.diagram(on: canvas)
    #expect(diagram.alternativeText.count <= 120)
    #expect(diagram.page == .a4Portrait)
    #expect(diagram.table.rows.count == codes.count)
    #expect(diagram.table.rows.allSatisfy { $0.count == diagram.table.columns.count })
    let content = TileMapContent(
      which.subject, atlas: england.atlas, geography: Geography(england.atlas),
      footprints: england.footprints)
    for provider in content.providers {
      #expect(words.contains(provider.tag), "\(provider.name) has no key")
      #expect(diagram.table.rows.contains { $0[4].contains(provider.name) })
    }
  }

  @Test("More providers than a key has room for: the picture leads to the table")
  func crowded() throws {
    let england = try TileMapFixtures.england(on: TileMapFixtures.after)
    let view = TileMapView(
      .sector(.acute), in: england.atlas, footprints: england.footprints,
      assignment: england.assignment)
    let canvas = view.canvas()
    let laws = CanvasLaws(canvas: canvas)
    #expect(laws.violations == [])
    #expect(laws.words.contains("see the table"))
    let diagram = view.diagram(on: canvas)
    let royal = try #require(diagram.table.rows.first { $0[0] == "S9B9J" })
    #expect(royal[4].contains("Royal Surrey"))
  }

  @Test("With shares no provider is left out, and the bars are as long as the shares")
  func shares() throws {
    let england = try TileMapFixtures.england(on: TileMapFixtures.after)
    let view = TileMapView(
      .service("999"), in: england.atlas, footprints: england.footprints,
      assignment: england.assignment)
    let canvas = view.canvas()
    #expect(!canvas.styles.contains(TileMapStyles.more))
    let boxes = canvas.items.compactMap { item -> CanvasBox? in
      if case .box(let box) = item { box } else { nil }
    }
    let tile = try #require(boxes.first { $0.id?.name == "ics-QHM" })
    let bar = try #require(
      boxes.first { $0.style == TileMapStyles.bar && tile.frame.contains($0.frame) })
    let parts = boxes.filter {
      $0.style == nil && $0.stroke != nil && bar.frame.contains($0.frame) && $0.fill == nil
    }
    #expect(parts.count == 2)
    // The North East Ambulance Service serves 89.5 per cent by the register.
    let longest = try #require(parts.map(\.frame.width).max())
    #expect(abs(longest / bar.frame.width - 0.895) < 0.002)
  }

  @Test("Whoever provides what all trusts of a sector provide is on its map, with a note")
  func outsiders() throws {
    let england = try TileMapFixtures.england(on: TileMapFixtures.after)
    let content = TileMapContent(
      .sector(.ambulance), atlas: england.atlas, geography: Geography(england.atlas),
      footprints: england.footprints)
    // Ten trusts and the Isle of Wight, which serves 6.9 per cent of its ICS.
    #expect(content.providers.count == 11)
    #expect(content.outsiders == ["Isle of Wight"])
    let island = try #require(content.providers.firstIndex { $0.code == "R1F" })
    let presences = content.tiles.flatMap(\.presences).filter { $0.provider == island }
    #expect(presences.compactMap(\.share).map { Int(($0 * 1_000).rounded()) } == [69])

    // Of two trusts one lacks the service: nothing defines the sector, and no third joins.
    var register = StripViewTests.register(
      systems: 4, trusts: [[1: .home], [2: .home], [3: .home]])
    for index in register.organisations.indices where register.organisations[index].id == "T3" {
      register.organisations[index].sectors = [.acute]
    }
    func providers(_ services: [[String]]) -> Int {
      for index in services.indices { register.relations[4 + index].services = services[index] }
      let atlas = Atlas(register, on: FootprintFixtures.today)
      return TileMapContent(
        .sector(.community), atlas: atlas, geography: Geography(atlas),
        footprints: atlas.footprints()
      ).providers.count
    }
    #expect(providers([["nursing"], ["nursing", "dental"], ["Nursing"]]) == 3)
    #expect(providers([["nursing"], ["dental"], ["nursing"]]) == 2)
    #expect(providers([["nursing"], ["nursing"], ["surgery"]]) == 2)
  }

  @Test("Providers that meet differ in pattern, and patterns stay the same from day to day")
  func patterns() throws {
    var seen: [[Code: TilePattern]] = []
    for date in [TileMapFixtures.before, TileMapFixtures.after] {
      let england = try TileMapFixtures.england(on: date)
      let content = TileMapContent(
        .service("999"), atlas: england.atlas, geography: Geography(england.atlas),
        footprints: england.footprints)
      let patterns = TilePattern.patterns(for: content, on: england.assignment)
      let lattice = england.assignment.lattice
      for one in content.tiles {
        for other in content.tiles {
          let cells = (england.assignment.cells[one.code], england.assignment.cells[other.code])
          guard let first = cells.0, let second = cells.1 else { continue }
          guard one == other || lattice.contact(first, second) == .border else { continue }
          for presence in one.presences {
            for neighbour in other.presences where neighbour.provider != presence.provider {
              #expect(patterns[presence.provider] != patterns[neighbour.provider])
            }
          }
        }
      }
      seen.append(
        Dictionary(uniqueKeysWithValues: zip(content.providers.map(\.code), patterns)))
    }
    #expect(seen[0].filter { seen[1][$0.key] == $0.value }.count >= seen[0].count - 2)
  }

  @Test("Outlines run along every border between regions and along the coast, once")
  func outlines() throws {
    let england = try TileMapFixtures.england(on: TileMapFixtures.before)
    let content = TileMapContent(
      .sector(.community), atlas: england.atlas, geography: Geography(england.atlas),
      footprints: [])
    let frame = CanvasFrame(x: 0, y: 0, width: 700, height: 600)
    let geometry = TileMapGeometry(england.assignment, in: frame, widest: 80, tallest: 60)
    let outlines = TileMapRegions(content, england.assignment, geometry)
    let drawn = outlines.segments().reduce(0) { $0 + $1.length }
    // By half tiles: each level half and each side of a tile looked up in both directions.
    let lattice = england.assignment.lattice
    var regions: [TileCell: Code] = [:]
    for tile in content.tiles {
      regions[try #require(england.assignment.cells[tile.code])] = tile.region
    }
    func region(row: Int, half: Int) -> Code? {
      let shift = Int(lattice.shift(ofRow: row) * 2)
      let column = (half - shift) >= 0 ? (half - shift) / 2 : -1
      return regions[TileCell(row: row, column: column)]
    }
    var expected = 0.0
    for row in -1...lattice.rows {
      for half in -3...(lattice.columns * 2 + 3) {
        if region(row: row, half: half) != region(row: row + 1, half: half) {
          expected += geometry.tileWidth / 2
        }
        if region(row: row, half: half) != region(row: row, half: half + 1) {
          expected += geometry.tileHeight
        }
      }
    }
    #expect(abs(drawn - expected) < 0.01)
  }

  @Test("Signs are short, made by rule and never twice")
  func tags() throws {
    let names = [
      "East of England Ambulance Service", "Oxford Health", "Oxleas",
      "South West London and St George's Mental Health", "West Midlands University Hospitals",
    ]
    let tags = TileMapTags.tags(for: names.map { ($0, "X") })
    #expect(tags == ["EEAS", "OxfH", "Oxle", "SWLSG", "WMH"])
    #expect(TileMapTags.tags(for: [("SECAmb", "X"), ("Oxleas", "Y")]) == ["SECAmb", "Oxle"])
    let twins = TileMapTags.tags(
      for: [("Derby Care", "A1"), ("Derwent Care", "A2"), ("Same", "B1"), ("Same", "B2")])
    #expect(Set(twins).count == 4)
    #expect(twins[0].hasPrefix("Derb") && twins[1].hasPrefix("Derw"))
    #expect(twins[2...].allSatisfy { ["B1", "B2"].contains($0) })
    let england = try TileMapFixtures.england(on: TileMapFixtures.after)
    let trusts = england.atlas.organisations(of: .trust)
    let all = TileMapTags.tags(for: trusts.map { (Words.plainName($0.name), $0.id.text) })
    #expect(Set(all.map { $0.lowercased() }).count == trusts.count)
  }

  @Test("A trust of two sectors counts where its services say so")
  func subjects() {
    let trust = Organisation(
      id: "T", kind: .trust, name: "T", sectors: [.mentalHealth, .community])
    func reach(_ services: [String]) -> SystemReach {
      SystemReach(
        system: "S", region: nil, role: .serves, services: services, shareOfSystem: nil,
        shareOfProvider: nil, shareConfidence: nil, otherShares: [], patients: nil,
        confidence: .recorded, relations: [], sources: [])
    }
    let mental = TileMapSubject.sector(.mentalHealth)
    #expect(mental.includes(reach(["mental health", "community"]), of: trust))
    #expect(mental.includes(reach([]), of: trust))
    #expect(mental.includes(reach(["CAMHS"]), of: trust))
    #expect(!mental.includes(reach(["community (Oxfordshire)"]), of: trust))
    #expect(!TileMapSubject.sector(.acute).includes(reach([]), of: trust))
    #expect(TileMapSubject.service("CAMHS").includes(reach(["camhs"]), of: trust))
    #expect(!TileMapSubject.service("999").includes(reach(["CAMHS"]), of: trust))
  }

  @Test("Three ICSs of one trust, one of them without a location, keep the laws")
  func smallRegister() throws {
    var register = FootprintFixtures.register(
      regions: [2, 1], reaches: [.init(role: .home), nil, .init(confidence: .assumed)])
    for index in register.organisations.indices where register.organisations[index].id == "S2" {
      register.organisations[index].location = nil
    }
    let atlas = Atlas(register, on: FootprintFixtures.today)
    let view = TileMapView(.sector(.mentalHealth), in: atlas, footprints: atlas.footprints())
    let canvas = view.canvas()
    let laws = CanvasLaws(canvas: canvas)
    #expect(laws.violations == [])
    #expect(FootprintViewTests.cards(canvas).sorted() == ["S1", "S2", "S3"])
    #expect(laws.words.contains("No location known"))
    #expect(laws.words.contains("assumed"))
    #expect(canvas.styles.contains(TileMapStyles.none))
  }

  @Test("Names from a hostile register stay text in their place")
  func hostile() throws {
    for name in FootprintFixtures.hostileNames {
      let register = FootprintFixtures.register(
        regions: [2, 2], reaches: [.init(role: .home), .init(), .init(ofSystem: 0.5), nil],
        name: { "\(name)\($0)" })
      let atlas = Atlas(register, on: FootprintFixtures.today)
      let view = TileMapView(.sector(.mentalHealth), in: atlas, footprints: atlas.footprints())
      let canvas = view.canvas()
      let laws = CanvasLaws(canvas: canvas)
      #expect(laws.textsThatOverlap == [], "\(name.prefix(20))")
      #expect(laws.textsThatCrossBoxes == [], "\(name.prefix(20))")
      #expect(laws.legendFaults == [], "\(name.prefix(20))")
      #expect(view.diagram(on: canvas).alternativeText.count <= 120)
    }
  }

  @Test("An empty register gives a page with a title")
  func empty() {
    let atlas = Atlas(Register(), on: FootprintFixtures.today)
    let canvas = TileMapView(.sector(.acute), in: atlas, footprints: []).canvas()
    #expect(CanvasLaws(canvas: canvas).violations == [])
    #expect(FootprintViewTests.cards(canvas).isEmpty)
  }
}
