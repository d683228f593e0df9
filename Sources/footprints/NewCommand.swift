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
    do throws(PackageWriteError) {
      try PackageTemplate(title: title).write(to: folder)
    } catch .exists(let path) {
      throw Failure("\(path) is already there; name another folder")
    }
    try Output.write([
      "\(folder) is ready. Fill its tables, then run: footprints check --data \(folder)"
    ])
  }
}
