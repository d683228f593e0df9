import ArgumentParser
import DataPackage
import Reports

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Starts a register of your own: a folder of tables with their headings.",
    discussion: """
      Fill the tables in a spreadsheet, save them as CSV (UTF-8), and run footprints check --data \
      FOLDER: it names every problem with its line, its column and a way out.
      """)

  @Argument(help: "The folder to make.")
  var folder: String

  @Option(name: .long, help: "The title of the register.")
  var title: String = "Our own register"

  func run() throws {
    try PackageTemplate(title: title).write(to: folder)
    try Output.write([
      "\(folder) is ready. Fill its tables, then run: footprints check --data \(folder)"
    ])
  }
}
