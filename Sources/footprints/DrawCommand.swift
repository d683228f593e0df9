import ArgumentParser
import Diagrams
import Foundation
import Governance
import Graphviz
import Reports

struct DrawCommand: AsyncParsableCommand {
  enum View: String, CaseIterable, ExpressibleByArgument {
    case footprint, strip, tilemap, accountability, witness

    /// Whether it is of one provider or one question.
    var takesSubject: Bool {
      switch self {
      case .footprint, .accountability, .witness: true
      case .strip, .tilemap: false
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "draw",
    abstract: "Draws one view: of a provider, of a sector, or of a question.",
    discussion: """
      VIEWS
        footprint CODE      one provider over the ICSs it serves
        strip --sector S    trusts of a sector down, ICSs across; long ones on several pages
        tilemap --sector S  a tile for each ICS, with the providers of a sector that cover it
        accountability CODE to whom a provider answers, from Parliament to place
        witness ID          the records behind a question that footprints check raises

      The ending of the file says the format: .svg, .pdf, .png (A4 at 300 dots an inch), .dot, or \
      .csv and .json for the same content as data.
      """)

  @Argument(help: "footprint, strip, tilemap, accountability or witness.")
  var view: View

  @Argument(help: "The code of a provider, or words of its name; for a witness, a question's id.")
  var subject: String?

  @OptionGroup var options: DataOptions

  @OptionGroup var regime: RegimeOptions

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
    if view.takesSubject {
      guard subject != nil else {
        throw ValidationError(
          view == .witness
            ? "draw witness needs the id of a question; footprints check shows them."
            : "draw \(view.rawValue) needs a provider.")
      }
      if view == .witness { _ = try FindingPrefix.read(subject ?? "") }
      guard sector == nil else { throw ValidationError("--sector goes with strip and tilemap.") }
    } else {
      guard subject == nil else {
        throw ValidationError("draw \(view.rawValue) is of a sector and takes no provider.")
      }
      guard (sector == nil) != (service == nil) else {
        throw ValidationError(
          "draw \(view.rawValue) needs --sector, such as --sector ambulance"
            + (view == .tilemap ? ", or --service." : "."))
      }
    }
    guard service == nil || view == .tilemap else {
      throw ValidationError("--service goes with tilemap.")
    }
    guard regime.regime == nil || view == .accountability || view == .witness else {
      throw ValidationError("--regime goes with accountability and witness.")
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
    let diagrams = try diagrams()
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
      try OutputFile.write(file, to: path)
      try Output.write([path])
    }
  }

  private func diagrams() throws -> [Diagram] {
    switch view {
    case .accountability: return try accountability()
    case .witness: return [try witness()]
    case .footprint, .strip, .tilemap:
      return try diagrams(try RegisterAccess(options).atlas())
    }
  }

  private func accountability() throws -> [Diagram] {
    let graph = try RegisterAccess(options).accountability(regime)
    let provider = try graph.atlas.provider(named: subject ?? "").id
    let view = AccountabilityView(
      provider, in: graph, findings: graph.findings().findings(about: provider),
      geography: Geography(graph.atlas))
    return [view.diagram()].compactMap(\.self)
  }

  private func witness() throws -> Diagram {
    let search = FindingSearch(
      register: try RegisterAccess(options).register(),
      regimes: try RegimeAccess(regime, on: options.date), date: options.date)
    let (finding, selection) = try search.find(try FindingPrefix.read(subject ?? ""))
    return WitnessView(finding, in: WitnessIndex(selection.graph)).diagram()
  }

  private func diagrams(_ atlas: Atlas) throws -> [Diagram] {
    switch view {
    case .accountability, .witness: return []
    case .footprint:
      let organisation = try atlas.provider(named: subject ?? "")
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
}

extension PictureFormat: ExpressibleByArgument {}
