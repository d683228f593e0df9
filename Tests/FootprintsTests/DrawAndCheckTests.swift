import Foundation
import Graphs
import Testing

@Suite struct DrawAndCheckTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func example() throws -> String { try #require(Dataset.example.folder).path }

  @Test(arguments: [
    ("svg", "<svg"), ("pdf", "%PDF"), ("dot", "digraph"), ("csv", "ICS"), ("json", "{"),
  ])
  func drawsEveryFormatByItsEnding(ending: String, start: String) throws {
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("picture.\(ending)")
    let outcome = try CommandRunner.run(
      "draw", "footprint", "RYC", "--on", "2026-04-01", "-o", file.path)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    #expect(text.prefix(2_000).contains(start))
  }

  @Test func drawsAnA4PageAt300DotsAnInch() throws {
    defer { folder.remove() }
    let file = folder.url.appendingPathComponent("picture.png")
    _ = try CommandRunner.run("draw", "footprint", "RYC", "--on", "2026-04-01", "-o", file.path)
    let header = Array(try Data(contentsOf: file).prefix(24))
    func number(_ offset: Int) -> Int {
      header[offset..<(offset + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    // As wide as A4 on its side; the page ends below what is on it.
    #expect(abs(number(16) - 3508) <= 2 && (1000...2482).contains(number(20)))
  }

  @Test func theSameCallGivesTheSameBytes() throws {
    defer { folder.remove() }
    for ending in ["svg", "png", "pdf"] {
      let files = try (0..<2).map { run -> Data in
        let file = folder.url.appendingPathComponent("\(run).\(ending)")
        _ = try CommandRunner.run(
          "draw", "strip", "--sector", "ambulance", "--on", "2026-04-01", "-o", file.path)
        return try Data(contentsOf: file)
      }
      #expect(files[0] == files[1], "\(ending)")
    }
  }

  @Test func refusesWhatItCannotWriteAndLeavesNothing() throws {
    defer { folder.remove() }
    let lost = folder.url.appendingPathComponent("none/picture.svg").path
    let outcome = try CommandRunner.run("draw", "footprint", "RYC", "-o", lost)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(lost))
    #expect(try CommandRunner.run("draw", "footprint", "RYC", "-o", "x.bmp").status == 64)
    #expect(try CommandRunner.run("draw", "strip", "-o", "x.svg").status == 64)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func writesWhereALinkLeadsAndIntoAPipeAsItStands() throws {
    defer { folder.remove() }
    let target = folder.url.appendingPathComponent("target.dot").path
    let link = folder.url.appendingPathComponent("link.dot").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "target.dot")
    for _ in 0..<2 {
      #expect(try CommandRunner.run("draw", "footprint", "RYC", "-o", link).status == 0)
      #expect(FileManager.default.fileExists(atPath: target))
      #expect((try? FileManager.default.destinationOfSymbolicLink(atPath: link)) == "target.dot")
    }
    let pipe = folder.url.appendingPathComponent("pipe").path
    let piped = try CommandRunner.shell(
      """
      mkfifo '\(pipe)'; cat '\(pipe)' | head -c 7 &
      "$footprints" draw footprint RYC --format dot -o '\(pipe)' >/dev/null; wait; test -p '\(pipe)'
      """)
    #expect(piped.status == 0)
    #expect(piped.text == "digraph")
  }

  @Test func aDayBeforeTheRegisterBeginsIsSaid() throws {
    defer { folder.remove() }
    for command in ["show RYC", "list trusts", "pack -o '\(folder.url.path)/pack'"] {
      let outcome = try CommandRunner.shell("\"$footprints\" \(command) --on 2020-01-01")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("1 July 2022"))
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test func argumentsCannotMoveTheCursor() throws {
    for command in ["show", "list trusts --region", "list", "--"] {
      let outcome = try CommandRunner.shell("\"$footprints\" \(command) $'\\e[31mx'")
      #expect(outcome.status != 0)
      #expect(!outcome.errors.contains("\u{1B}"))
    }
  }

  @Test func aGoodRegisterPassesItsCheck() throws {
    let outcome = try CommandRunner.run("check", "--register-only", "--fail-on", "warning")
    #expect(outcome.status == 0, "\(outcome.text)")
  }

  @Test func aBrokenRegisterExits2AndNamesThePlace() throws {
    defer { folder.remove() }
    let broken = folder.url.appendingPathComponent("broken")
    try FileManager.default.copyItem(atPath: example(), toPath: broken.path)
    let table = broken.appendingPathComponent("relations.csv")
    let rows = try String(contentsOf: table, encoding: .utf8)
    try (rows + "bad,serves,NOBODY,ALSO-NOBODY\n").write(
      to: table, atomically: true, encoding: .utf8)
    let line = rows.split(separator: "\n", omittingEmptySubsequences: false).count
    let outcome = try CommandRunner.run("check", "--data", broken.path)
    #expect(outcome.status == 2)
    #expect(outcome.text.contains("relations.csv:\(line)"))
    let json = try CommandRunner.run("check", "--data", broken.path, "--format", "json").object()
    #expect((json["problems"] as? [[String: Any]])?.isEmpty == false)
    let pack = folder.url.appendingPathComponent("pack").path
    let packed = try CommandRunner.run("pack", "--data", broken.path, "-o", pack)
    #expect(packed.status == 2)
    #expect(!FileManager.default.fileExists(atPath: pack))
  }

  @Test(arguments: ["", "/nonexistent", "/etc/passwd"])
  func aFolderThatIsNoRegisterExits2(path: String) throws {
    defer { folder.remove() }
    let outcome = try CommandRunner.run("check", "--data", path.isEmpty ? folder.url.path : path)
    #expect(outcome.status == 2)
    #expect(!outcome.text.isEmpty)
  }

  @Test func aNewRegisterCanBeMadeAndIsNeverOverwritten() throws {
    defer { folder.remove() }
    let ours = folder.url.appendingPathComponent("ours").path
    #expect(try CommandRunner.run("new", ours).status == 0)
    #expect(try CommandRunner.run("check", "--data", ours).status == 0)
    let again = try CommandRunner.run("new", ours)
    #expect(again.status == 2 && again.errors.contains("is already there; name another folder"))
    #expect(!again.errors.contains("replace"))
  }

  @Test func theDoctorFindsEverything() throws {
    let outcome = try CommandRunner.run("doctor")
    #expect(outcome.status == 0, "\(outcome.text)")
    #expect(!outcome.text.contains("BAD"))
  }
}
