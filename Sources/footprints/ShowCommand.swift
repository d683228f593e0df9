import ArgumentParser
import Governance
import Reports

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows where a provider works: ICSs, shares, places, who leads on it.",
    discussion: """
      A trust or another provider may be named by its code or by words of its name: \
      footprints show RYC, footprints show "east of england ambulance".
      """)

  @Argument(help: "A code, or words of a name.")
  var provider: String

  @OptionGroup var options: DataOptions

  @Option(name: .long, help: "text or json.")
  var format: ResultFormat = .text

  func validate() throws {
    if format == .csv {
      throw ValidationError("show has no CSV form; use list, or --format json.")
    }
  }

  func run() throws {
    let atlas = try RegisterAccess(options).atlas()
    let organisation = try atlas.provider(named: provider)
    let footprint = try atlas.footprint(of: organisation.id)
    switch format {
    case .json: try Output.write(JSONDocument.bytes(FootprintDocument(footprint, in: atlas)))
    case .text, .csv: try Output.write(FootprintText(footprint, in: atlas).lines)
    }
  }
}
