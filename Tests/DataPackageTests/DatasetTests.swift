import Foundation
import Governance
import Graphs
import Testing

@testable import DataPackage

@Suite struct DatasetTests {
  @Test(arguments: Dataset.allCases)
  func comesWithNothingWrong(_ dataset: Dataset) throws {
    let folder = try #require(dataset.folder)
    let result = PackageLoader().load(folder: folder.path)
    #expect(result.diagnostics.map(\.description) == [])
    #expect(result.register != nil)
  }

  @Test(arguments: Dataset.allCases)
  func survivesWritingAndLoading(_ dataset: Dataset) throws {
    let folder = try #require(dataset.folder)
    let register = try #require(PackageLoader().load(folder: folder.path).register)
    let copy = try TemporaryFolder()
    try PackageWriter().write(register, to: copy.file("copy"))
    #expect(PackageLoader().load(folder: copy.file("copy")).register == register)
  }

  /// The descriptor in the repository is what the schema in code writes: if this fails after a
  /// change to the schema, write the descriptor anew with `DescriptorWriter`.
  @Test(arguments: Dataset.allCases)
  func descriptorAgreesWithTheSchema(_ dataset: Dataset) throws {
    let folder = try #require(dataset.folder)
    let bytes = Array(try Data(contentsOf: folder.appendingPathComponent("datapackage.json")))
    let root = try JSONReader.read(bytes, maximumDepth: 16)
    let licences = (root["licenses"]?.elements ?? []).map { licence in
      PackageMetadata.Licence(
        name: licence["name"]?.string ?? "", title: licence["title"]?.string ?? "",
        path: licence["path"]?.string ?? "")
    }
    let metadata = PackageMetadata(
      name: try #require(root["name"]?.string), description: root["description"]?.string,
      version: root["version"]?.string, licences: licences)
    let writer = DescriptorWriter(title: try #require(root["title"]?.string), metadata: metadata)
    #expect(String(decoding: bytes, as: UTF8.self) == writer.text)
  }

  @Test func theLoadOfEnglandIsTheSameEachTime() throws {
    let folder = try #require(Dataset.england.folder)
    let first = PackageLoader().load(folder: folder.path)
    let second = PackageLoader().load(folder: folder.path)
    #expect(first.register == second.register)
    #expect(first.diagnostics == second.diagnostics)
  }

  @Test func englandBrokenInManyPlacesIsToldTheSameEachTime() throws {
    let folder = try #require(Dataset.england.folder)
    let copy = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try copy.write(Array(try Data(contentsOf: folder.appendingPathComponent(name))), to: name)
    }
    let relations = String(decoding: try copy.bytes(of: "relations.csv"), as: UTF8.self)
    try copy.write(
      relations.replacingOccurrences(of: ",QE1,", with: ",QE9,")
        .replacingOccurrences(of: "2026-04-01", with: "2020-04-01"), to: "relations.csv")
    let first = PackageLoader().load(folder: copy.path)
    let second = PackageLoader().load(folder: copy.path)
    #expect(first.errors.count > 100)
    #expect(first.diagnostics == second.diagnostics)
    #expect(first.errors.contains { $0.remedy.contains("Did you mean QE1") })
  }
}
