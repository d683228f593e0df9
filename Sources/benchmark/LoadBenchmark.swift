import DataPackage
import Foundation
import Governance
import Graphs

/// Times governance load under uncertainty: all trusts of England in three models, 10,000 draws.
///
/// Prints a line a measurement: tool, step, loads, seconds, seconds of all cores together, answer.
/// The models are England on both sides of 1 April 2026, and after it with another figure for a
/// return. The answer is how many hours the medians of all loads come to, so that the work cannot be
/// left out.
struct LoadBenchmark {
  let options: Options

  func run() throws {
    let models = try Self.models()
    let loads = models.reduce(0) { $0 + $1.trusts.count }
    func report(_ step: String, _ work: () -> Double) {
      guard options.only ?? step == step else { return }
      let before = Self.processorSeconds()
      let measurement = Measurement(runs: options.runs) { Int(work()) }
      let spent = (Self.processorSeconds() - before) / Double(options.runs)
      print(
        "footprints", step, loads, measurement.seconds, spent, measurement.answer, separator: "\t")
    }
    let equations = LoadEquations(models)
    let simulation = LoadSimulation(equations)
    report("draws and ranges") { Self.total(LoadSimulation(equations)) }
    report("equations") { Double(LoadEquations(models).inputs.count) }
    report("draws") { Double(LoadSimulation(equations).settings.draws) }
    report("ranges") { Self.total(simulation) }
    report("ranks of all trusts") {
      let subjects = models[0].trusts.map { LoadSubject($0.trust.id) }
      return simulation.ranks(among: subjects)[0].reduce(0, +)
    }
  }

  private static func total(_ simulation: LoadSimulation) -> Double {
    simulation.equations.models.indices.reduce(0) { total, model in
      simulation.summaries(model: model).reduce(total) { $0 + $1.headline.median.value }
    }
  }

  private static func models() throws -> [LoadModel] {
    guard let folder = Dataset.england.folder, let regimes = Library.regimes.folder,
      let register = PackageLoader().load(folder: folder.path).register,
      let library = RegimeReader().library(folder: regimes.path).library
    else { throw UsageError(message: "England or the regimes cannot be used") }
    let graphs = try ["2026-03-31", "2026-04-01"].map { text in
      guard let day = CalendarDate(iso: text), let regime = library.inForce(on: day) else {
        throw UsageError(message: "no regime in force")
      }
      return AccountabilityGraph(register, on: day, under: regime)
    }
    let quicker = register.parameters.filter { $0.symbol == LoadSymbol.h.rawValue }.map { row in
      var row = row
      row.mode = row.mode.map { 0.75 * $0 }
      return row
    }
    let book = ParameterBook(register.parameters)
    let local = ParameterBook(register.parameters, overriding: quicker)
    return graphs.map { LoadModel($0, book: book) } + [LoadModel(graphs[1], book: local)]
  }

  private static func processorSeconds() -> Double {
    Double(clock()) / Double(CLOCKS_PER_SEC)
  }
}
