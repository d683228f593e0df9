import ArgumentParser
import DataPackage
import Foundation
import Governance
import Graphs

/// The option of every command that looks at accountabilities.
struct RegimeOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The rules: the id of a regime, such as act-2022, or a YAML file. Default: those in force "
        + "on the day.", valueName: "id or file"))
  var regime: String?
}

/// Finds the regime that the options name, or the one in force on the day.
struct RegimeAccess {
  private let library: RegimeLibrary
  private let named: Regime?
  private let date: CalendarDate

  /// Reads the regimes.
  ///
  /// - Throws: `Failure` when there is none of the name, or a file is wrong.
  init(_ options: RegimeOptions, on date: CalendarDate) throws(Failure) {
    let library = try Self.library()
    self.library = library
    named = try options.regime.map { name throws(Failure) in try Self.find(name, in: library) }
    self.date = date
  }

  /// The regime.
  ///
  /// - Throws: `Failure` when none was named and none is in force on the day.
  func regime() throws(Failure) -> Regime {
    if let regime = regime(on: date) { return regime }
    throw noneInForce
  }

  /// The regime that was named, or the one in force on some day.
  func regime(on other: CalendarDate) -> Regime? { named ?? library.inForce(on: other) }

  private static func find(
    _ name: String, in library: RegimeLibrary
  ) throws(Failure) -> Regime {
    if isFile(name) { return try read(name, extending: library) }
    if let regime = library.regime(name) { return regime }
    if FileManager.default.fileExists(atPath: name) { return try read(name, extending: library) }
    let ids = library.regimes.map(\.id)
    let question = Spelling.question(for: name, among: ids).map { " \($0)" } ?? ""
    throw Failure(
      "there is no regime “\(Quotation.cut(name))”: choose \(ids.joined(separator: ", ")).\(question)"
    )
  }

  private static func library() throws(Failure) -> RegimeLibrary {
    guard let folder = Library.regimes.folder else {
      throw Failure("the regimes that come with the command are missing; build it again")
    }
    let result = RegimeReader().library(folder: folder.path)
    guard let library = result.library else {
      throw failure("the regimes in \(folder.path) cannot be used:", result.diagnostics)
    }
    return library
  }

  private var noneInForce: Failure {
    let days = library.regimes.filter { $0.status != .proposed }.compactMap(\.period.from)
    let begins = days.min().map { "; the first begins on \($0.longForm)" } ?? ""
    return Failure(
      "no regime is in force on \(date.longForm)\(begins): try another --on, or choose --regime "
        + library.regimes.map(\.id).joined(separator: ", "))
  }

  private static func read(
    _ path: String, extending library: RegimeLibrary
  ) throws(Failure) -> Regime {
    let result = RegimeReader().regime(file: path, extending: library)
    guard let regime = result.regime else {
      throw failure("the regime in \(path) cannot be used:", result.diagnostics)
    }
    return regime
  }

  /// An id of a regime has neither a slash nor an ending.
  private static func isFile(_ name: String) -> Bool {
    name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml")
  }

  private static func failure(_ heading: String, _ diagnostics: [Diagnostic]) -> Failure {
    let shown = diagnostics.prefix(20).map(\.description)
    let more =
      diagnostics.count > shown.count ? ["… and \(diagnostics.count - shown.count) more"] : []
    return Failure(([heading] + shown + more).joined(separator: "\n"))
  }
}

extension RegisterAccess {
  /// The atlas of the day under its regime, as checks read it.
  ///
  /// - Throws: `Failure` when the register has errors, or there is no such regime.
  func accountability(_ options: RegimeOptions) throws(Failure) -> AccountabilityGraph {
    let register = try register()
    return AccountabilityGraph(
      register, on: date, under: try RegimeAccess(options, on: date).regime())
  }
}
