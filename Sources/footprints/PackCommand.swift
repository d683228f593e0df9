import ArgumentParser
import Dispatch
import Foundation
import Governance
import Graphviz
import Reports

struct PackCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pack",
    abstract: "Writes a pack of pages, diagrams and tables that opens in a browser and prints.",
    discussion: """
      The pack takes its place when it is complete; an earlier pack there is then replaced. Any \
      other folder with something in it is refused. A picture that cannot be drawn has its table in \
      its place; the exit status is then 1.

      The rules in force on the day, or those that --regime names, raise the questions about \
      accountability that the pack shows.
      """)

  @OptionGroup var options: DataOptions

  @OptionGroup var regime: RegimeOptions

  @Option(name: [.short, .long], help: ArgumentHelp("The folder to write.", valueName: "folder"))
  var output: String

  @Option(name: .long, help: "Worker processes that draw. Default: one per core.")
  var workers: Int?

  func validate() throws {
    if let workers, !(1...64).contains(workers) {
      throw ValidationError("--workers takes a number from 1 to 64.")
    }
  }

  func run() async throws {
    let register = try RegisterAccess(options).atlas().register
    let rules = try RegimeAccess(regime, on: options.date).regime(on: options.date)
    let writer = PackWriter(
      register: register, date: options.date, regime: rules,
      pool: RenderPool(
        executable: Executable.path, arguments: ["render-worker"], workers: workers))
    if rules == nil {
      Output.note(
        "No regime is in force on \(options.date.longForm): the pack has no questions about "
          + "accountability; --regime chooses rules for it")
    }
    let progress = ProgressLine()
    let output = output
    let task = Task {
      try await writer.write(to: output) { progress.show($0) }
    }
    let result = try await Interrupt.cancelling(task)
    progress.finish()
    report(result)
    try Output.write([result.index])
    if !result.failures.isEmpty { throw ExitCode(1) }
  }

  private func report(_ result: PackResult) {
    let rendering = result.rendering
    Output.note(
      "\(Wording.counted(result.pages, "page", "pages")), "
        + "\(Wording.counted(rendering.pictures, "diagram", "diagrams")) in SVG, PDF and PNG, "
        + "\(Wording.counted(result.files, "file", "files"))")
    if let ratio = rendering.ratioToBare {
      Output.note(
        "Drawing took \(Wording.decimal(rendering.wallSeconds)) s on "
          + "\(Wording.counted(rendering.workers, "worker", "workers")), "
          + String(format: "%.2f", ratio) + " times bare Graphviz divided by the workers")
    }
    for failure in result.failures {
      Output.note("warning: \(failure.name) could not be drawn: \(failure.message)")
    }
  }
}

/// Where the running program is.
enum Executable {
  static var path: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? Bundle.main.executablePath ?? CommandLine.arguments[0]
  }
}

/// Ctrl-C cancels a task rather than kill the process half-way through.
enum Interrupt {
  /// Waits for a task, and cancels it when the process is asked to stop.
  static func cancelling<Success: Sendable>(
    _ task: Task<Success, any Error>
  ) async throws -> Success {
    let signals = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { task.cancel() }
      source.resume()
      return source
    }
    defer { signals.forEach { $0.cancel() } }
    return try await task.value
  }
}
