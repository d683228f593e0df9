import Governance
import Testing

@testable import DataPackage

@Suite struct RecordPlacesTests {
  @Test func aRecordStandsWhereAnEditorFindsIt() throws {
    var fixture = PackageFixture.valid
    // A note of three lines, a blank line, and Windows line endings move what follows.
    let rows = fixture["relations.csv"].split(separator: "\n").map(String.init)
    var second = rows[1].split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    second[second.count - 1] = "\"one\ntwo\nthree\""
    let moved = [rows[0], second.joined(separator: ","), ""] + rows[2...]
    fixture["relations.csv"] = moved.joined(separator: "\r\n") + "\r\n"
    let result = try fixture.load()
    let register = try #require(result.register)
    let lines = fixture["relations.csv"].replacing("\r\n", with: "\n")
      .split(separator: "\n", omittingEmptySubsequences: false)
    let places = result.places.places(
      of: register.relations.map { RecordReference(.table(.relations), $0.id) })
    #expect(places.count == register.relations.count)
    for relation in register.relations {
      let place = try #require(places[RecordReference(.table(.relations), relation.id)])
      #expect(place.file == "relations.csv")
      #expect(lines[place.line - 1].hasPrefix(relation.id + ","))
    }
    #expect(places.values.map(\.line).max() == rows.count + 3)
  }

  @Test func whatIsNotInAPackageHasNoPlace() throws {
    let result = try PackageFixture.valid.load()
    #expect(
      result.places.places(of: [
        RecordReference(.standing, "cqc:CQC:RAA"), RecordReference(.table(.relations), "none"),
      ]).isEmpty)
    #expect(
      LoadResult(register: nil, diagnostics: []).places
        .places(of: [RecordReference(.table(.relations), "C1")]).isEmpty)
  }
}
