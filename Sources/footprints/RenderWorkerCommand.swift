import ArgumentParser
import Graphviz

/// The main loop of a worker process of the render pool; started by the program itself.
struct RenderWorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render-worker", abstract: "Draws pictures for another footprints process.",
    shouldDisplay: false)

  func run() throws {
    throw ExitCode(RenderWorker.run())
  }
}
