import ArgumentParser
import DataPackage
import Foundation
import Governance
import Graphs

/// The options that every command about the data has.
struct DataOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder of a register, or its datapackage.json. Default: the England dataset.",
      valueName: "path"))
  var data: String?

  @Option(
    name: .long,
    help: ArgumentHelp("The day, as YYYY-MM-DD. Default: today.", valueName: "date"),
    transform: CalendarDate.day(typed:))
  var on: CalendarDate?

  /// The day asked for, or today in the time zone of the machine.
  var date: CalendarDate { on ?? Self.today }

  private static var today: CalendarDate {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date())
    return CalendarDate(year: parts.year!, month: parts.month!, day: parts.day!)!
  }

  /// The folder of the register.
  var folder: URL {
    get throws(Failure) {
      if let data { return URL(fileURLWithPath: data) }
      guard let folder = Dataset.england.folder else {
        throw Failure(
          "the England dataset that comes with the command is missing; build it again, "
            + "or name a register with --data")
      }
      return folder
    }
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(iso: argument) }

  /// Reads `YYYY-MM-DD`.
  ///
  /// - Throws: `ValidationError` saying why there is no such day, or which may be meant.
  static func day(typed text: String) throws -> CalendarDate {
    guard let day = CalendarDate(iso: text) else {
      throw ValidationError(DateGuess.remedy(for: text))
    }
    return day
  }
}

/// How a result is written.
enum ResultFormat: String, CaseIterable, ExpressibleByArgument {
  case text, json, csv
}
