/// A figure that is drawn: a parameter or the share of a template, once for whatever uses it.
public struct LoadInput: Hashable, Sendable {
  /// The symbol.
  public let symbol: LoadSymbol
  /// What tells it from all other figures, whatever its values.
  public let identity: String
  /// Its values.
  public let range: LoadRange
  /// Where they come from.
  public let origin: LoadOrigin

  /// The kind of forum or other kind of a parameter; the id of a template.
  public var scope: String {
    switch origin {
    case .parameter(let parameter):
      let record = parameter.record
      let narrower = [
        record.forum?.text, record.organisation?.text, record.sector?.rawValue,
      ].compactMap(\.self)
      return ([record.forumKind] + narrower).joined(separator: ", ")
    case .template(let id, _): return id
    case .record(let record, _): return record.id
    }
  }
}

/// A load to look at: that of a trust in one of several models.
public struct LoadSubject: Hashable, Sendable {
  /// The place of the model among those given.
  public var model: Int
  /// The trust.
  public var trust: Code

  /// Makes a subject.
  public init(_ trust: Code, model: Int = 0) {
    self.trust = trust
    self.model = model
  }
}

/// The terms of all trusts of some models as sums of few distinct products.
///
/// Every measure is a sum Σ c·Πx·Π(1 − y) over the inputs, in which no input stands twice in one
/// product: it is affine in each input alone, so that swings and break-even values are exact.
public struct LoadEquations: Sendable {
  /// A product of inputs and of complements of inputs.
  struct Unit: Hashable {
    /// Inputs, by index.
    let factors: [Int]
    /// Inputs of which one minus the value counts, by index.
    let complements: [Int]
  }

  /// How often a product counts in a sum.
  struct Weight: Sendable {
    let unit: Int
    let coefficient: Double
  }

  struct Key: Hashable {
    let subject: LoadSubject
    let measure: LoadMeasure
  }

  /// The models.
  public let models: [LoadModel]
  /// Everything that is drawn, by identity, then by value.
  public let inputs: [LoadInput]
  let units: [Unit]
  private let rows: [Key: [Weight]]

  /// Writes models as equations.
  ///
  /// - Parameter models: one for each day, regime or scenario to compare.
  /// - Complexity: O(parts · log parts).
  public init(_ models: [LoadModel]) {
    self.models = models
    var collector = EquationCollector()
    for (index, model) in models.enumerated() {
      for trust in model.trusts {
        let subject = LoadSubject(trust.trust.id, model: index)
        for term in trust.terms {
          for part in term.parts {
            collector.add(part, to: Key(subject: subject, measure: .component(term.component)))
            if part.kind == .repeating {
              collector.add(part, to: Key(subject: subject, measure: .duplication))
            }
          }
          for part in term.directors {
            collector.add(part, to: Key(subject: subject, measure: .directors))
          }
        }
        for part in trust.baseline.flatMap(\.parts) {
          collector.add(part, to: Key(subject: subject, measure: .baseline))
        }
        for part in trust.reconciliation.flatMap(\.parts) {
          collector.add(part, to: Key(subject: subject, measure: .reconciliation))
        }
      }
    }
    (inputs, units, rows) = collector.finish()
  }

  /// The products that a measure adds up, for one subject, by product.
  func weights(_ subject: LoadSubject, _ measure: LoadMeasure) -> [Weight] {
    guard case .headline = measure else {
      return rows[Key(subject: subject, measure: measure)] ?? []
    }
    return LoadComponent.allCases.flatMap {
      rows[Key(subject: subject, measure: .component($0))] ?? []
    }
  }

  /// Person-hours a year of some subjects together, at values of the inputs.
  ///
  /// - Parameters:
  ///   - subjects: the subjects.
  ///   - measure: what is added up.
  ///   - values: a value for each input, in the order of `inputs`.
  public func total(
    of subjects: [LoadSubject], _ measure: LoadMeasure = .headline, at values: [Double]
  ) -> Double {
    total(of: subjects, measure) { values[$0] }
  }

  /// Person-hours a year of some subjects together, at the most likely values.
  public func mode(of subjects: [LoadSubject], _ measure: LoadMeasure = .headline) -> Double {
    total(of: subjects, measure) { inputs[$0].range.mode }
  }

  /// The least and the most that some subjects can bear together, all inputs at their worst.
  public func interval(
    of subjects: [LoadSubject], _ measure: LoadMeasure = .headline
  ) -> ClosedRange<Double> {
    let least = sum(subjects, measure) { unit in
      unit.factors.reduce(1) { $0 * inputs[$1].range.low }
        * unit.complements.reduce(1) { $0 * (1 - inputs[$1].range.high) }
    }
    let most = sum(subjects, measure) { unit in
      unit.factors.reduce(1) { $0 * inputs[$1].range.high }
        * unit.complements.reduce(1) { $0 * (1 - inputs[$1].range.low) }
    }
    return least...max(least, most)
  }

  func total(
    of subjects: [LoadSubject], _ measure: LoadMeasure, _ value: (Int) -> Double
  ) -> Double {
    sum(subjects, measure) { unit in
      unit.factors.reduce(1) { $0 * value($1) }
        * unit.complements.reduce(1) { $0 * (1 - value($1)) }
    }
  }

  private func sum(
    _ subjects: [LoadSubject], _ measure: LoadMeasure, _ product: (Unit) -> Double
  ) -> Double {
    subjects.reduce(0) { total, subject in
      weights(subject, measure).reduce(total) { $0 + $1.coefficient * product(units[$1.unit]) }
    }
  }

  /// The inputs on which some subjects depend, by index.
  func inputs(of subjects: [LoadSubject], _ measure: LoadMeasure) -> [Int] {
    var found: Set<Int> = []
    for subject in subjects {
      for weight in weights(subject, measure) {
        found.formUnion(units[weight.unit].factors)
        found.formUnion(units[weight.unit].complements)
      }
    }
    return found.sorted()
  }
}
