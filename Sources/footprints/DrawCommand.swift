import ArgumentParser
import Diagrams
import Foundation
import Governance
import Graphviz
import Reports

struct DrawCommand: AsyncParsableCommand {
  enum View: String, CaseIterable, ExpressibleByArgument {
    case footprint, strip, tilemap
  }

  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draws one view: the footprint of a provider, a strip or a tile map of a sector.",
    discussion: """
      VIEWS
        footprint CODE      one provider over the ICSs it serves
        strip --sector S    trusts of a sector down, ICSs across; long ones on several pages
        tilemap --sector S  a tile for each ICS, with the providers of a sector that cover it

      The ending of the file says the format: .svg, .pdf, .png (A4 at 300 dots an inch), .dot, or \
      .csv and .json for the same content as data.
      """)

  @Argument(help: "footprint, strip or tilemap.")
  var view: View

  @Argument(help: "For a footprint: a code, or words of a name.")
  var provider: String?

  @OptionGroup var options: DataOptions

  @Option(name: .long, help: "For a strip or a tile map: the sector.")
  var sector: Sector?

  @Option(name: .long, help: "For a tile map: a service in place of a sector, such as 999.")
  var service: String?

  @Option(name: .long, help: "For a strip: only trusts that span at least so many ICSs.")
  var spans: Int = 1

  @Option(name: [.short, .long], help: ArgumentHelp("The file to write.", valueName: "file"))
  var output: String

  @Option(name: .long, help: "svg, pdf, png, dot, csv or json, whatever the file's ending.")
  var format: PictureFormat?

  func validate() throws {
    switch (view, provider) {
    case (.footprint, nil): throw ValidationError("draw footprint needs a provider.")
    case (.footprint, _):
      guard sector == nil else { throw ValidationError("--sector goes with strip and tilemap.") }
    case (_, .some): throw ValidationError("only draw footprint takes a provider.")
    case (_, nil):
      guard (sector == nil) != (service == nil) else {
        throw ValidationError(
          "draw \(view.rawValue) needs --sector, such as --sector ambulance"
            + (view == .tilemap ? ", or --service." : "."))
      }
    }
    guard service == nil || view == .tilemap else {
      throw ValidationError("--service goes with tilemap.")
    }
    _ = try chosenFormat()
  }

  private func chosenFormat() throws -> PictureFormat {
    if let format { return format }
    let ending = URL(fileURLWithPath: output).pathExtension.lowercased()
    guard let format = PictureFormat(rawValue: ending) else {
      throw ValidationError(
        "\(output) does not end in .svg, .pdf, .png, .dot, .csv or .json; rename it or add --format."
      )
    }
    return format
  }

  func run() async throws {
    let atlas = try RegisterAccess(options).atlas()
    let diagrams = try diagrams(atlas)
    guard !diagrams.isEmpty else {
      throw Failure(
        "there is nothing to draw: no provider of that kind on \(options.date.longForm)")
    }
    let format = try chosenFormat()
    let pictures = PictureFiles(
      pool: RenderPool(
        executable: Executable.path, arguments: ["render-worker"],
        workers: min(diagrams.count, ProcessInfo.processInfo.activeProcessorCount)))
    let files = try await pictures.files(of: diagrams, format: format)
    for (index, file) in files.enumerated() {
      let path = Self.path(output, page: files.count > 1 ? index + 1 : nil)
      try Self.write(file, to: path)
      try Output.write([path])
    }
  }

  private func diagrams(_ atlas: Atlas) throws -> [Diagram] {
    switch view {
    case .footprint:
      let organisation = try atlas.provider(named: provider ?? "")
      return [FootprintView(try atlas.footprint(of: organisation.id), in: atlas).diagram()]
    case .strip:
      return StripView(
        sector: sector ?? .ambulance, footprints: atlas.footprints(), in: atlas,
        spansAtLeast: spans
      ).diagrams()
    case .tilemap:
      let subject = try service.map { try Self.subject(service: $0, in: atlas) }
      return [
        TileMapView(
          subject ?? .sector(sector ?? .ambulance), in: atlas, footprints: atlas.footprints()
        ).diagram()
      ]
    }
  }

  /// The service, if any provider has it on the day.
  private static func subject(
    service: String, in atlas: Atlas
  ) throws(Failure) -> TileMapSubject {
    let services = Set(atlas.footprints().flatMap { $0.systems.flatMap(\.services) })
    if services.contains(service) { return .service(service) }
    let question = Spelling.question(for: service, among: services.sorted()).map { " \($0)" } ?? ""
    throw Failure("no provider has the service “\(service)” on \(atlas.date.longForm).\(question)")
  }

  /// `strip.pdf` becomes `strip-2.pdf` for the second page.
  private static func path(_ output: String, page: Int?) -> String {
    guard let page else { return output }
    let file = URL(fileURLWithPath: output)
    let stem = file.deletingPathExtension().lastPathComponent
    let ending = file.pathExtension.isEmpty ? "" : "." + file.pathExtension
    let folder = (output as NSString).deletingLastPathComponent
    return (folder as NSString).appendingPathComponent("\(stem)-\(page)\(ending)")
  }

  /// Replaces a regular file as a whole, at the end of any links to it; writes into a device or a
  /// pipe as it stands.
  private static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
    let file = linkTarget(URL(fileURLWithPath: path))
    let kind = (try? FileManager.default.attributesOfItem(atPath: file.path))?[.type]
    guard kind as? FileAttributeType != .typeDirectory else {
      throw Failure("\(path) is a folder; name a file in it")
    }
    let folder = file.deletingLastPathComponent().path
    guard FileManager.default.fileExists(atPath: folder) else {
      throw Failure("\(path) cannot be written: there is no folder \(folder)")
    }
    do {
      if let kind = kind as? FileAttributeType, kind != .typeRegular {
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data(bytes))
        try handle.close()
      } else {
        try Data(bytes).write(to: file, options: .atomic)
      }
    } catch {
      throw Failure("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}

/// Where links lead, though nothing may be there yet; a chain of over forty is left as it is.
private func linkTarget(_ file: URL) -> URL {
  var target = file
  for _ in 0..<40 {
    guard
      let next = try? FileManager.default.destinationOfSymbolicLink(atPath: target.path)
    else { return target }
    target =
      URL(fileURLWithPath: next, relativeTo: target.deletingLastPathComponent())
      .absoluteURL
  }
  return file
}

extension PictureFormat: ExpressibleByArgument {}
