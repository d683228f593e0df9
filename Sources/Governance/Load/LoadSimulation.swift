import Foundation

/// A quantile of draws.
public struct LoadQuantile: Hashable, Sendable {
  /// The value.
  public let value: Double
  /// How far it may be off for the number of draws, as a standard error.
  public let standardError: Double

  /// Makes a quantile.
  public init(value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }
}

/// The spread of a load.
public struct LoadSpread: Hashable, Sendable {
  /// At the most likely values, which is not the middle of the draws.
  public let mode: Double
  /// One draw in ten is less.
  public let p10: LoadQuantile
  /// As many draws are less as are more.
  public let median: LoadQuantile
  /// One draw in ten is more.
  public let p90: LoadQuantile
  /// From all inputs at their least burdensome to all at their most.
  public let interval: ClosedRange<Double>
}

/// The load of a trust with its ranges, in person-hours a year.
public struct LoadSummary: Hashable, Sendable {
  /// The trust.
  public let trust: Code
  /// Its name.
  public let name: String
  /// The headline.
  public let headline: LoadSpread
  /// Each component, in the order of `LoadComponent`.
  public let components: [LoadComponent: LoadSpread]
  /// The share of the headline at the most likely values that rests on defaults nobody has validated.
  public let unvalidatedShare: Double
  /// The share of the headline at the most likely values that no record shows.
  public let modelledShare: Double
  /// What is not known and so left out.
  public let gaps: [LoadGap]
}

/// Loads under uncertainty: every input is drawn once an iteration, and whatever uses it shares the
/// draw, across trusts and models.
///
/// The same settings give the same bytes, whatever the number of threads and the order of trusts.
public struct LoadSimulation: Sendable {
  /// How to draw.
  public struct Settings: Hashable, Sendable {
    /// How many iterations.
    public var draws: Int
    /// The seed.
    public var seed: UInt64
    /// How values spread between low and high.
    public var shape: LoadShape
    /// How many threads work at most; `nil` for one for each core.
    public var threads: Int?

    /// Makes settings.
    public init(
      draws: Int = 10_000, seed: UInt64 = 20_261_121, shape: LoadShape = .triangular,
      threads: Int? = nil
    ) {
      self.draws = draws
      self.seed = seed
      self.shape = shape
      self.threads = threads
    }
  }

  /// The equations.
  public let equations: LoadEquations
  /// How it was drawn.
  public let settings: Settings
  private let threads: Int
  /// For each product, its value in each iteration.
  private let products: [[Double]]

  /// Draws the inputs, and works out each distinct product once an iteration.
  ///
  /// - Complexity: O(draws · (inputs + products)) time, O(draws · products) memory.
  public init(_ equations: LoadEquations, settings: Settings = Settings()) {
    self.equations = equations
    self.settings = settings
    let threads = settings.threads ?? ProcessInfo.processInfo.activeProcessorCount
    self.threads = threads
    let count = max(1, settings.draws)
    let inputs = equations.inputs
    let drawn = ParallelMap.map(inputs.count, threads: threads) { index in
      Self.draws(of: inputs[index], count: count, settings)
    }
    let units = equations.units
    products = ParallelMap.map(units.count, threads: threads) { index in
      Self.product(units[index], drawn, count)
    }
  }

  private static func draws(
    of input: LoadInput, count: Int, _ settings: Settings
  ) -> [Double] {
    let generator = CounterGenerator(seed: settings.seed, name: input.identity)
    let sampler = LoadSampler(input.range, settings.shape)
    return (0..<count).map { sampler.value(generator.uniform($0)) }
  }

  private static func product(
    _ unit: LoadEquations.Unit, _ drawn: [[Double]], _ count: Int
  ) -> [Double] {
    var values = [Double](repeating: 1, count: count)
    for input in unit.factors {
      let factor = drawn[input]
      for index in 0..<count { values[index] *= factor[index] }
    }
    for input in unit.complements {
      let factor = drawn[input]
      for index in 0..<count { values[index] *= 1 - factor[index] }
    }
    return values
  }

  /// The values of a load in each iteration, some subjects added up.
  ///
  /// - Complexity: O(draws · products of the subjects).
  public func draws(
    of subjects: [LoadSubject], _ measure: LoadMeasure = .headline
  ) -> [Double] {
    var total = [Double](repeating: 0, count: max(1, settings.draws))
    for subject in subjects { add(subject, measure, to: &total) }
    return total
  }

  private func add(_ subject: LoadSubject, _ measure: LoadMeasure, to total: inout [Double]) {
    total.withUnsafeMutableBufferPointer { total in
      for weight in equations.weights(subject, measure) {
        let coefficient = weight.coefficient
        products[weight.unit].withUnsafeBufferPointer { values in
          for index in total.indices { total[index] += coefficient * values[index] }
        }
      }
    }
  }

  /// The spread of a load, some subjects added up.
  public func spread(
    of subjects: [LoadSubject], _ measure: LoadMeasure = .headline
  ) -> LoadSpread {
    spread(draws(of: subjects, measure), of: subjects, measure)
  }

  private func spread(
    _ draws: [Double], of subjects: [LoadSubject], _ measure: LoadMeasure
  ) -> LoadSpread {
    let quantiles = Quantiles.estimate(draws)
    return LoadSpread(
      mode: equations.mode(of: subjects, measure), p10: quantiles[0], median: quantiles[1],
      p90: quantiles[2], interval: equations.interval(of: subjects, measure))
  }

  /// The loads of all trusts of a model, by code.
  ///
  /// - Parameter model: the place of the model among those given.
  public func summaries(model: Int = 0) -> [LoadSummary] {
    let trusts = equations.models[model].trusts
    return ParallelMap.map(trusts.count, threads: threads) { summary(trusts[$0], model) }
  }

  /// The load of one trust; `nil` if the model has no such trust.
  public func summary(of subject: LoadSubject) -> LoadSummary? {
    equations.models[subject.model].load(of: subject.trust).map { summary($0, subject.model) }
  }

  private func summary(_ load: TrustLoad, _ model: Int) -> LoadSummary {
    let subject = LoadSubject(load.trust.id, model: model)
    var total = [Double](repeating: 0, count: max(1, settings.draws))
    var components: [LoadComponent: LoadSpread] = [:]
    for component in LoadComponent.allCases {
      let draws = draws(of: [subject], .component(component))
      for index in total.indices { total[index] += draws[index] }
      components[component] = spread(draws, of: [subject], .component(component))
    }
    return LoadSummary(
      trust: load.trust.id, name: load.trust.name,
      headline: spread(total, of: [subject], .headline), components: components,
      unvalidatedShare: load.unvalidatedShare, modelledShare: load.modelledShare, gaps: load.gaps)
  }

  /// The share of iterations in which one load is greater than another; equal ones count half.
  public func probability(
    that first: [LoadSubject], exceeds second: [LoadSubject], _ measure: LoadMeasure = .headline
  ) -> Double {
    let (left, right) = (draws(of: first, measure), draws(of: second, measure))
    let wins = zip(left, right).reduce(0) { $0 + ($1.0 > $1.1 ? 1 : $1.0 == $1.1 ? 0.5 : 0) }
    return wins / Double(left.count)
  }

  /// For each subject, the share of iterations in which it has each rank, the greatest load first;
  /// equal loads are ranked by their place in the list.
  ///
  /// - Complexity: O(draws · *n* log *n*) time, O(draws · *n*) memory for *n* subjects.
  public func ranks(
    among subjects: [LoadSubject], _ measure: LoadMeasure = .headline
  ) -> [[Double]] {
    let loads = ParallelMap.map(subjects.count, threads: threads) {
      draws(of: [subjects[$0]], measure)
    }
    let count = max(1, settings.draws)
    let blocks = min(count, 64)
    let counts = ParallelMap.map(blocks, threads: threads) { block in
      var counts = [Int](repeating: 0, count: subjects.count * subjects.count)
      for draw in (block * count / blocks)..<((block + 1) * count / blocks) {
        let order = subjects.indices.sorted { left, right in
          let (one, other) = (loads[left][draw], loads[right][draw])
          return one == other ? left < right : one > other
        }
        for (rank, subject) in order.enumerated() {
          counts[subject * subjects.count + rank] += 1
        }
      }
      return counts
    }
    return subjects.indices.map { subject in
      subjects.indices.map { rank in
        let place = subject * subjects.count + rank
        return Double(counts.reduce(0) { $0 + $1[place] }) / Double(count)
      }
    }
  }
}
