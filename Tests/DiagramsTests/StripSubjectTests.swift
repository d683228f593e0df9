import DataPackage
import Governance
import Graphs
import Testing

@testable import Diagrams

@Suite("Strips of an ICS and of a region")
struct StripSubjectTests {
  private func atlas() throws -> Atlas {
    let folder = try #require(Dataset.england.folder)
    let register = try #require(PackageLoader().load(folder: folder.path).register)
    return Atlas(register, on: try #require(CalendarDate(iso: "2026-04-01")))
  }

  @Test("Every ICS and region has each of its spanning providers once, and keeps the laws")
  func england() throws {
    let atlas = try atlas()
    let geography = Geography(atlas)
    let footprints = atlas.footprints()
    for system in geography.systems {
      let expected = footprints.filter { footprint in
        footprint.leastSystemCount > 1 && footprint.systems.contains { $0.system == system }
      }
      try check(.system(system), expected, of: footprints, atlas, geography)
    }
    for region in geography.regions {
      let systems = Set(geography.systems(of: region))
      let expected = footprints.filter { footprint in
        footprint.leastSystemCount > 1 && footprint.systems.contains { systems.contains($0.system) }
      }
      try check(.region(region), expected, of: footprints, atlas, geography)
    }
  }

  private func check(
    _ subject: StripSubject, _ expected: [Footprint], of footprints: [Footprint], _ atlas: Atlas,
    _ geography: Geography
  ) throws {
    let view = StripView(
      subject, footprints: footprints, in: atlas, geography: geography, spansAtLeast: 2)
    let pages = view.pages()
    #expect(
      pages.flatMap { $0.words.rows.map(\.footprint.provider.id) }.sorted()
        == expected.map(\.provider.id))
    for page in pages {
      #expect(CanvasLaws(canvas: page.canvas).violations == [], "\(subject)")
    }
    for diagram in view.diagrams() {
      #expect(diagram.alternativeText.count <= 120)
      #expect(diagram.table.columns[1] == "Provider")
    }
  }

  @Test("The title says whose providers they are")
  func words() throws {
    let atlas = try atlas()
    let diagram = try #require(
      StripView(.system("QHL"), footprints: atlas.footprints(), in: atlas, spansAtLeast: 2)
        .diagrams().first)
    #expect(
      diagram.title
        == "Providers in Birmingham and Solihull and the ICSs in which they work")
    #expect(diagram.name == "strip-QHL")
  }
}
