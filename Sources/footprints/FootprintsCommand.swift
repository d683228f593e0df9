import ArgumentParser
import Foundation
import Reports

/// The command: see where providers work across integrated care systems, check the data, draw and
/// print.
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
        footprints check --about RYC --on 2026-03-31
        footprints load --sector ambulance --on 2026-03-31
        footprints draw footprint RYC -o RYC.svg
        footprints pack -o pack

      EXIT STATUS
        0   done
        1   check: problems or findings at or above --fail-on
        2   the data, or a code or file that was asked for, cannot be used
        64  the command was not understood
      """,
    version: "0.1.0",
    subcommands: [
      ShowCommand.self, ListCommand.self, CheckCommand.self, ExplainCommand.self,
      LinesCommand.self, MapCommand.self, LoadCommand.self, DiaryCommand.self, DrawCommand.self,
      PackCommand.self, NewCommand.self,
      DoctorCommand.self, RenderWorkerCommand.self,
    ])
}

/// Runs the command and turns what it throws into the exit status that the help promises.
@main
enum EntryPoint {
  static func main() async {
    // A limit on the size of files is a failure to write like any other, not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try FootprintsCommand.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      end(error)
    }
  }

  /// Misuse and requests for help are the parser's to print; all else is bad input, status 2, but
  /// for an interruption, which has the shell's 130.
  private static func end(_ error: any Error) -> Never {
    if let error = error as? PackError, error == .cancelled {
      Output.note("footprints: \(error)")
      FootprintsCommand.exit(withError: ExitCode(130))
    }
    if isParsers(error) { endAsParser(error) }
    Output.note("footprints: \(error)")
    FootprintsCommand.exit(withError: ExitCode(2))
  }

  /// Ends as the parser would, but for what a mistyped argument could do to the terminal.
  private static func endAsParser(_ error: any Error) -> Never {
    let status = FootprintsCommand.exitCode(for: error)
    if status != .success, !(error is ExitCode) {
      Output.note(FootprintsCommand.fullMessage(for: error))
      FootprintsCommand.exit(withError: status)
    }
    FootprintsCommand.exit(withError: error)
  }

  private static func isParsers(_ error: any Error) -> Bool {
    error is ExitCode || error is CleanExit || error is ValidationError
      || FootprintsCommand.exitCode(for: error) != .failure
  }
}
