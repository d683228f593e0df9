import DataPackage
import Foundation
import Governance
import Graphs
import Testing

/// The dataset against the figures that the official sources give.
@Suite struct EnglandTests {
  private static let register: Register? = Dataset.england.folder.flatMap {
    PackageLoader().load(folder: $0.path).register
  }

  private func atlas(_ date: String) throws -> Atlas {
    Atlas(try #require(Self.register), on: try #require(CalendarDate(iso: date)))
  }

  @Test(arguments: [("2022-07-01", 42), ("2026-03-31", 42), ("2026-04-01", 36)])
  func hasTheRegionsAndSystemsOfTheDay(date: String, systems: Int) throws {
    let atlas = try atlas(date)
    #expect(atlas.organisations(of: .region).count == 7)
    #expect(atlas.organisations(of: .ics).count == systems)
    let geography = Geography(atlas)
    #expect(geography.systems.allSatisfy { geography.region(of: $0) != nil })
  }

  @Test func hasTheRegisteredPatientsOfEngland() throws {
    let atlas = try atlas("2026-08-01")
    let patients = atlas.organisations(of: .ics).compactMap {
      atlas.measure(.registeredPatients, of: $0.id)?.value
    }
    #expect(patients.count == 36)
    #expect(patients.reduce(0, +) == 63_237_908)
  }

  @Test(arguments: ["2026-03-31", "2026-04-01"])
  func hasTenAmbulanceTrustsThatStayWithinSevenSystems(date: String) throws {
    let ambulance = try atlas(date).footprints().filter {
      $0.provider.sectors.contains(.ambulance)
    }
    #expect(ambulance.count == 10)
    #expect(ambulance.allSatisfy { (1...7).contains($0.systems.count) && $0.unresolved.isEmpty })
  }

  @Test(arguments: ["2022-07-01", "2024-01-01", "2026-03-31", "2026-04-01", "2026-11-21"])
  func everyTrustHasAHomeAndEveryPlaceOneSystemOrSaysWhyNot(date: String) throws {
    let atlas = try atlas(date)
    for footprint in atlas.footprints() where footprint.provider.kind == .trust {
      #expect(
        footprint.home != nil || footprint.homeException != nil, "\(footprint.provider.id)")
    }
    let geography = Geography(atlas)
    for place in atlas.organisations(of: .place) {
      #expect(
        geography.systems(containing: place.id).count == 1 || place.exception != nil, "\(place.id)")
    }
  }

  @Test func noRelationLiesOutsideTheLifeOfItsEnds() throws {
    let register = try #require(Self.register)
    var lives: [Code: Period] = [:]
    for organisation in register.organisations {
      lives[organisation.id] = organisation.provenance.period
    }
    for relation in register.relations {
      for end in [relation.subject] + [relation.object].compactMap({ $0 }) + relation.objectAmong {
        let life = try #require(lives[end])
        let period = relation.provenance.period
        #expect(
          (life.from.map { from in period.from.map { from <= $0 } ?? true } ?? true)
            && (life.to.map { to in period.to.map { $0 <= to } ?? false } ?? true),
          "\(relation.id) and \(end)")
      }
    }
  }

  @Test func everyRecordHasASource() throws {
    let register = try #require(Self.register)
    let sources = Set(register.sources.map(\.id))
    let named =
      register.organisations.map(\.provenance.source) + register.measures.map(\.provenance.source)
      + register.relations.map(\.provenance.source)
      + register.arrangements.map(\.provenance.source) + register.parties.map(\.provenance.source)
      + register.forums.map(\.provenance.source) + register.seats.map(\.provenance.source)
      + register.succession.map(\.source) + register.parameters.map(\.source)
    #expect(named.allSatisfy(sources.contains))
  }
}
