import ArgumentParser

/// The command: see where providers work across integrated care systems, check the data, draw and
/// print.
@main
struct FootprintsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "footprints",
    abstract: "Shows where NHS providers work across integrated care systems (ICSs).",
    discussion: """
      Reads a dated register of organisations and shows it on any day since 1 July 2022: on the \
      screen, as data, as diagrams, or as a pack of pages for a board.

      EXAMPLES
        footprints show "east of england ambulance" --on 2026-03-31
        footprints list trusts --sector ambulance
        footprints draw footprint RYC -o RYC.svg
        footprints pack -o pack

      EXIT STATUS
        0   done
        1   check: problems at or above --fail-on
        2   the data, or a code or file that was asked for, cannot be used
        64  the command was not understood
      """,
    version: "0.1.0",
    subcommands: [
      ShowCommand.self, ListCommand.self, CheckCommand.self, DrawCommand.self, PackCommand.self,
      NewCommand.self, DoctorCommand.self, RenderWorkerCommand.self,
    ])
}
