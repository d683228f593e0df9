import DataPackage
import Diagrams
import Foundation
import Governance
import Graphviz
import Synchronization
import Testing

@testable import Reports

/// What becomes of the folder.
struct PackWriterTests {
  private func writer(
    _ renderer: any DiagramRenderer = StubRenderer()
  ) throws -> PackWriter {
    PackWriter(register: try exampleRegister(), date: exampleDay, renderer: renderer)
  }

  private func names(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder)
  }

  private func write(_ text: String, to path: String) throws {
    try text.write(toFile: path, atomically: false, encoding: .utf8)
  }

  @Test func aSecondRunGivesTheSameBytes() async throws {
    let renderer = InProcessRenderer(context: try GraphvizContext())
    try await withTemporaryFolder { folder in
      let result = try await writer(renderer).write(to: folder + "/one")
      _ = try await writer(renderer).write(to: folder + "/two")
      let one = try contents(of: folder + "/one")
      #expect(try contents(of: folder + "/two") == one)
      #expect(result.files == one.count)
      #expect(result.failures.isEmpty)
      #expect(result.pages == one.keys.count { $0.hasSuffix(".html") })
      #expect(result.index.hasSuffix("/one/index.html"))
      let pictures = one.keys.count { $0.hasSuffix(".png") }
      #expect(pictures == result.rendering.pictures && pictures > 5)
    }
  }

  @Test func replacesAnEarlierPackAndLeavesNothingBesideIt() async throws {
    try await withTemporaryFolder { folder in
      _ = try await writer().write(to: folder + "/pack")
      let whole = try contents(of: folder + "/pack")
      let index = folder + "/pack/index.html"
      try write("spoilt", to: index)
      try FileManager.default.removeItem(atPath: folder + "/pack/data.html")
      _ = try await writer().write(to: folder + "/pack")
      #expect(try contents(of: folder + "/pack") == whole)
      #expect(try names(in: folder) == ["pack"])
    }
  }

  @Test func takesAnEmptyFolderAndMakesParents() async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/empty", withIntermediateDirectories: false)
      _ = try await writer().write(to: folder + "/empty")
      _ = try await writer().write(to: folder + "/deep/er/pack/")
      #expect(try contents(of: folder + "/empty") == contents(of: folder + "/deep/er/pack"))
    }
  }

  @Test func followsALinkToTheFolder() async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/real", withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: folder + "/real")
      _ = try await writer().write(to: folder + "/link")
      #expect(try contents(of: folder + "/real")["index.html"] != nil)
      #expect(
        try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link")
          == folder + "/real")
    }
  }

  @Test func refusesAFolderThatHoldsAnythingElse() async throws {
    try await withTemporaryFolder { folder in
      try write("mine", to: folder + "/notes.txt")
      await #expect(throws: PackError.folderInUse(folder: folder, example: "notes.txt")) {
        _ = try await writer().write(to: folder)
      }
      #expect(try contents(of: folder) == ["notes.txt": Data("mine".utf8)])
    }
  }

  @Test func refusesAnEarlierPackToWhichSomethingWasAdded() async throws {
    try await withTemporaryFolder { folder in
      _ = try await writer().write(to: folder + "/pack")
      try write("mine", to: folder + "/pack/providers/notes.txt")
      let before = try contents(of: folder + "/pack")
      await #expect(
        throws: PackError.folderInUse(folder: folder + "/pack", example: "providers/notes.txt")
      ) {
        _ = try await writer().write(to: folder + "/pack")
      }
      #expect(try contents(of: folder + "/pack") == before)
    }
  }

  @Test func refusesAFile() async throws {
    try await withTemporaryFolder { folder in
      try write("a file", to: folder + "/file")
      await #expect(throws: PackError.notAFolder(path: folder + "/file")) {
        _ = try await writer().write(to: folder + "/file")
      }
    }
  }

  @Test func anInterruptionLeavesTheEarlierPack() async throws {
    try await withTemporaryFolder { folder in
      _ = try await writer().write(to: folder + "/pack")
      let before = try contents(of: folder + "/pack")
      let drawing = AsyncStream<Void>.makeStream()
      let slow = StubRenderer(before: {
        drawing.continuation.yield()
        // Ends early, and at once, when the task is cancelled.
        try? await Task.sleep(for: .seconds(60))
      })
      let writer = try writer(slow)
      let task = Task { () throws(PackError) in try await writer.write(to: folder + "/pack") }
      for await _ in drawing.stream { break }
      task.cancel()
      await #expect(throws: PackError.cancelled) { _ = try await task.value }
      #expect(try contents(of: folder + "/pack") == before)
      #expect(try names(in: folder) == ["pack"])
    }
  }

  @Test func aFailingDiskLeavesTheEarlierPack() async throws {
    try await withTemporaryFolder { folder in
      _ = try await writer().write(to: folder + "/pack")
      let before = try contents(of: folder + "/pack")
      // The folder under the pack's feet goes: no file can be written any more.
      let saboteur = StubRenderer(before: {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        where name.hasPrefix(".pack") {
          try? FileManager.default.removeItem(atPath: folder + "/" + name)
        }
      })
      await #expect {
        _ = try await writer(saboteur).write(to: folder + "/pack")
      } throws: { error in
        guard case .file(let path, let reason) = error as? PackError else { return false }
        return path.hasPrefix(folder + "/.pack") && !reason.isEmpty
      }
      #expect(try contents(of: folder + "/pack") == before)
      #expect(try names(in: folder) == ["pack"])
    }
  }

  @Test func aPictureThatFailsLeavesItsTable() async throws {
    let renderer = StubRenderer(failing: { $0.name == "footprint-AMB" })
    try await withTemporaryFolder { folder in
      let result = try await writer(renderer).write(to: folder + "/pack")
      #expect(result.failures.map(\.name) == ["footprint-AMB"])
      let files = try contents(of: folder + "/pack")
      #expect(files["downloads/diagrams/footprint-AMB.svg"] == nil)
      #expect(files["downloads/diagrams/footprint-AMB.csv"] != nil)
      let page = try #require(files["providers/AMB.html"].flatMap { ParsedPage($0) })
      #expect(page.all("svg").isEmpty)
      let notice = try #require(page.all(class: "notice").first)
      #expect(notice.text.contains("could not be drawn"))
      #expect(notice.text.contains("lost <edge> & all"))
      #expect(page.all("table").contains { $0.path.contains("figure") })
      let links = page.all("a").compactMap { $0.attributes["href"] }
      #expect(!links.contains { $0.contains("footprint-AMB.svg") })
      // The other pages have their pictures.
      #expect(files["downloads/diagrams/footprint-MEN.svg"] != nil)
    }
  }

  @Test func whereNothingCanBeDrawnThereIsNoPack() async throws {
    let renderer = StubRenderer(failing: { _ in true })
    try await withTemporaryFolder { folder in
      await #expect(throws: PackError.renderer(reason: "layout: lost <edge> & all")) {
        _ = try await writer(renderer).write(to: folder + "/pack")
      }
      let left = try names(in: folder)
      #expect(left.isEmpty)
    }
  }

  @Test func progressOnlyEverGrows() async throws {
    try await withTemporaryFolder { folder in
      let seen = Mutex<[PackProgress]>([])
      _ = try await writer().write(to: folder + "/pack") { progress in
        seen.withLock { $0.append(progress) }
      }
      let fractions = seen.withLock { $0.map(\.fraction) }
      #expect(fractions == fractions.sorted())
      #expect(fractions.last == 1)
      #expect(Set(seen.withLock { $0.map(\.stage) }) == Set(PackProgress.Stage.allCases))
    }
  }

  @Test func theRegisterInAPackLoadsAsItWas() async throws {
    try await withTemporaryFolder { folder in
      _ = try await writer().write(to: folder + "/pack")
      let loaded = PackageLoader().load(folder: folder + "/pack/downloads/register")
      #expect(loaded.errors.isEmpty)
      #expect(try loaded.register == exampleRegister())
    }
  }
}
