import DataPackage
import Foundation
import Governance
import Graphs

/// Times the search for findings: England as it is, and invented countries of growing size.
///
/// Prints a line a measurement: tool, step, lines, seconds, bytes a line, answer. A step is the
/// building of the accountability graph, all findings, or those of one kind; lines are relations,
/// parts in arrangements and seats, recorded or standing; the answer is how many findings there are,
/// by design or not.
struct FindingsBenchmark {
  let options: Options

  func run() throws {
    let library = try Self.library()
    let regime = try Self.wanted(library.inForce(on: SyntheticCountry.day), "no regime in force")
    let england = try Self.england()
    measure("England: ", england, on: SyntheticCountry.day, under: regime)
    for systems in options.systemCounts {
      let country = SyntheticCountry(systems: systems)
      measure("", country.register, on: SyntheticCountry.day, under: regime)
    }
  }

  private func measure(
    _ place: String, _ register: Register, on day: CalendarDate, under regime: Regime
  ) {
    let graph = AccountabilityGraph(register, on: day, under: regime)
    let lines =
      register.relations.count + register.parties.count + register.seats.count
      + graph.atlas.standing.count
    func report(_ step: String, _ work: () -> Int) {
      guard options.only ?? step == step else { return }
      let measurement = Measurement(runs: options.runs, work)
      let bytes = measurement.peakBytes.map { String(Double($0) / Double(lines)) } ?? "-"
      print(
        "footprints", place + step, lines, measurement.seconds, bytes, measurement.answer,
        separator: "\t")
    }
    report("graph and all findings") {
      Self.count(AccountabilityGraph(register, on: day, under: regime).findings())
    }
    report("graph") { AccountabilityGraph(register, on: day, under: regime).atlas.graph.edgeCount }
    report("all findings") { Self.count(graph.findings()) }
    for kind in FindingKind.allCases {
      report(kind.code) { Self.count(graph.findings([kind])) }
    }
  }

  private static func count(_ report: FindingsReport) -> Int {
    report.findings.count + report.byDesign.count + report.settled.count
  }

  private static func library() throws -> RegimeLibrary {
    let folder = try wanted(Library.regimes.folder, "the regimes are missing")
    return try wanted(
      RegimeReader().library(folder: folder.path).library, "the regimes cannot be used")
  }

  private static func england() throws -> Register {
    let folder = try wanted(Dataset.england.folder, "England is missing")
    return try wanted(
      PackageLoader().load(folder: folder.path).register, "England cannot be used")
  }

  private static func wanted<Value>(_ value: Value?, _ problem: String) throws -> Value {
    guard let value else { throw UsageError(message: problem) }
    return value
  }
}
