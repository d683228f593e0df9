import ArgumentParser
import Foundation
import Governance
import Reports

struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Shows the functions and decisions map of an ICS: who decides what at which level.",
    discussion: """
      For each function and level, from neighbourhood to national: who decides or acts, who is \
      accountable, by which instrument, and what is not known. It is made of recorded lines, \
      arrangements and forums, and of the lines that the regime draws.

      EXAMPLES
        footprints map QWO
        footprints map "lincolnshire" --on 2026-03-31 --format csv
      """)

  @Argument(help: "The code of an ICS, or words of its name.")
  var ics: String

  @OptionGroup var options: DataOptions

  @OptionGroup var regime: RegimeOptions

  @Option(name: .long, help: "text, json or csv.")
  var format: ResultFormat = .text

  func run() throws {
    let graph = try RegisterAccess(options).accountability(regime)
    let system = try graph.atlas.organisation(named: ics, kinds: [.ics])
    guard let map = FunctionsMap(of: system.id, in: graph) else {
      throw Failure("\(system.id) is not in force on \(graph.atlas.date.longForm)")
    }
    switch format {
    case .text: try Output.write(FunctionsMapText(map, in: graph).lines)
    case .json: try Output.write(JSONDocument.bytes(FunctionsMapDocument(map, in: graph)))
    case .csv: try Output.write(Data(FunctionsMapTable(map, in: graph).csv.utf8))
    }
  }
}
