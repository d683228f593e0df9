import DataPackage
import Governance
import Graphs
import Testing

@testable import Diagrams

/// The laws of the page on the real register, on the last day of the 42 boards and the first of the
/// 36.
@Suite("Footprints and strips of England")
struct FootprintEnglandTests {
  static let dates = [
    CalendarDate(year: 2026, month: 3, day: 31), CalendarDate(year: 2026, month: 4, day: 1),
  ].compactMap { $0 }

  static func atlas(on date: CalendarDate) throws -> Atlas {
    let folder = try #require(Dataset.england.folder)
    let register = try #require(PackageLoader().load(folder: folder.path).register)
    return Atlas(register, on: date)
  }

  @Test("Every footprint keeps the laws and shows each of its ICSs once", arguments: dates)
  func footprints(date: CalendarDate) throws {
    let atlas = try Self.atlas(on: date)
    let footprints = atlas.footprints()
    #expect(footprints.count >= 200)
    for footprint in footprints {
      let view = FootprintView(footprint, in: atlas)
      let canvas = view.canvas()
      let code = footprint.provider.id
      #expect(CanvasLaws(canvas: canvas).violations == [], "\(code)")
      #expect(
        FootprintViewTests.cards(canvas).sorted() == footprint.systems.map(\.system.text).sorted(),
        "\(code)")
      let diagram = view.diagram()
      #expect(diagram.alternativeText.count <= 120)
      #expect(diagram.table.rows.count == footprint.systems.count + footprint.unresolved.count)
    }
  }

  @Test("Every change of April 2026 keeps the laws and shows the ICSs of both days")
  func changes() throws {
    let atlases = try Self.dates.map(Self.atlas(on:))
    var drawn = 0
    for after in atlases[1].footprints() {
      let code = after.provider.id
      guard let before = try? atlases[0].footprint(of: code),
        FootprintChange(before: before, after: after).isChange
      else { continue }
      let view = FootprintChangeView(before: before, in: atlases[0], after: after, in: atlases[1])
      let canvas = try #require(view.canvas(), "\(code)")
      #expect(CanvasLaws(canvas: canvas).violations == [], "\(code)")
      #expect(
        FootprintViewTests.cards(canvas, stem: "before").sorted()
          == before.systems.map(\.system.text).sorted(), "\(code)")
      #expect(
        FootprintViewTests.cards(canvas).sorted() == after.systems.map(\.system.text).sorted(),
        "\(code)")
      let diagram = try #require(view.diagram())
      #expect(diagram.alternativeText.count <= 120)
      #expect(
        diagram.table.rows.count == before.systems.count + before.unresolved.count
          + after.systems.count + after.unresolved.count)
      drawn += 1
    }
    // Twelve boards closed: the trusts that served them changed.
    #expect(drawn > 50)
  }

  @Test("Every strip keeps the laws and has each trust of its sector once", arguments: dates)
  func strips(date: CalendarDate) throws {
    let atlas = try Self.atlas(on: date)
    let footprints = atlas.footprints()
    for sector in Sector.allCases {
      let pages = StripView(sector: sector, footprints: footprints, in: atlas).pages()
      for page in pages {
        #expect(CanvasLaws(canvas: page.canvas).violations == [], "\(sector) \(page.words.page)")
      }
      let expected = footprints.filter {
        $0.provider.kind == .trust && $0.provider.sectors.contains(sector)
          && $0.leastSystemCount > 0
      }
      #expect(
        pages.flatMap { $0.words.rows.map(\.footprint.provider.id) }.sorted()
          == expected.map(\.provider.id))
      let cells = pages.reduce(0) {
        $0 + StripViewTests.boxes($1.canvas, StripViewTests.roles).count
      }
      #expect(cells == expected.reduce(0) { $0 + $1.systems.count })
    }
  }
}
