import Foundation

/// What each trust bears for governance outside its own board, on one day under one regime.
public struct LoadModel: Sendable {
  /// The day.
  public let date: CalendarDate
  /// The id of the regime.
  public let regime: String
  /// The trusts, by code.
  public let trusts: [TrustLoad]
  private let index: [Code: Int]

  /// Works out what trusts bear.
  ///
  /// - Parameters:
  ///   - graph: the records of the day under a regime.
  ///   - book: the parameters.
  ///   - codes: the trusts; `nil` for all that are in force.
  /// - Complexity: O(trusts · (templates · bodies reached + lines · parameters)).
  public init(
    _ graph: AccountabilityGraph, book: ParameterBook, of codes: [Code]? = nil
  ) {
    date = graph.atlas.date
    regime = graph.regime.id
    let all = graph.atlas.organisations(of: .trust)
    let wanted = codes.map(Set.init)
    let builder = LoadBuilder(graph: graph, book: book)
    let asked = all.filter { wanted?.contains($0.id) ?? true }
    let threads = ProcessInfo.processInfo.activeProcessorCount
    trusts = ParallelMap.map(asked.count, threads: threads) { builder.load(of: asked[$0]) }
      .compactMap(\.self)
    index = Dictionary(
      trusts.enumerated().map { ($1.trust.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What a trust bears; `nil` if there is no such trust.
  public func load(of trust: Code) -> TrustLoad? { index[trust].map { trusts[$0] } }

  /// Those of a user's own parameters on which nothing of any trust of the model rests.
  ///
  /// - Parameter users: the parameters that went before those of the register.
  /// - Complexity: O(factors + parameters).
  public func unused(_ users: [Parameter]) -> [Parameter] {
    guard !users.isEmpty else { return [] }
    var used: Set<Parameter> = []
    for trust in trusts {
      let terms = trust.terms + trust.baseline + trust.reconciliation
      let factors =
        terms.flatMap { $0.parts.flatMap(\.factors) + [$0.deputies].compactMap(\.self) }
        + trust.capacity.nonExecutive + [trust.capacity.executive].compactMap(\.self)
      for factor in factors {
        if case .parameter(let parameter) = factor.origin, parameter.isUsers {
          used.insert(parameter.record)
        }
      }
    }
    return users.filter { !used.contains($0) }
  }
}

/// What a trust bears.
public struct TrustLoad: Hashable, Sendable {
  /// The trust.
  public let trust: Organisation
  /// The terms of the headline, by component, then by kind and body.
  public let terms: [LoadTerm]
  /// The meetings of its own board, apart from the headline.
  public let baseline: [LoadTerm]
  /// What it would cost to reconcile its overseers, apart from the headline.
  public let reconciliation: [LoadTerm]
  /// The hours that its directors have.
  public let capacity: DirectorCapacity
  /// What is not known and so left out.
  public let gaps: [LoadGap]

  /// Person-hours a year at the most likely values.
  public var mode: Double { terms.reduce(0) { $0 + $1.mode } }

  /// Person-hours a year of a component at the most likely values.
  public func mode(of component: LoadComponent) -> Double {
    terms.reduce(0) { $0 + ($1.component == component ? $1.mode : 0) }
  }

  /// The share of the hours at the most likely values that rests on defaults nobody has validated,
  /// 0 to 1; 0 where there are none.
  public var unvalidatedShare: Double {
    let total = mode
    return total > 0 ? terms.reduce(0) { $0 + $1.unvalidated } / total : 0
  }

  /// The share of the hours at the most likely values that no record shows, 0 to 1.
  public var modelledShare: Double {
    let total = mode
    return total > 0 ? terms.reduce(0) { $0 + ($1.isModelled ? $1.mode : 0) } / total : 0
  }
}

/// What may be asked of a load.
public enum LoadMeasure: Hashable, Sendable {
  /// External governance load, all components.
  case headline
  /// One component of it.
  case component(LoadComponent)
  /// The part of it that only the number of recipients makes: Σ n·h·(k − 1)·(1 − σ).
  case duplication
  /// The hours of directors in it: attendance and preparation without what deputies take.
  case directors
  /// The meetings of the trust's own board; not in the headline.
  case baseline
  /// The reconciliation of overseers; not in the headline.
  case reconciliation
}

extension TrustLoad {
  /// The products that a measure adds up.
  func parts(of measure: LoadMeasure) -> [LoadPart] {
    switch measure {
    case .headline: terms.flatMap(\.parts)
    case .component(let component):
      terms.filter { $0.component == component }.flatMap(\.parts)
    case .duplication: terms.flatMap { $0.parts.filter { $0.kind == .repeating } }
    case .directors: terms.flatMap(\.directors)
    case .baseline: baseline.flatMap(\.parts)
    case .reconciliation: reconciliation.flatMap(\.parts)
    }
  }

  /// Person-hours a year of a measure at the most likely values.
  public func mode(of measure: LoadMeasure) -> Double {
    parts(of: measure).reduce(0) { $0 + $1.mode }
  }
}

extension LoadTerm {
  /// Attendance and preparation without what deputies take; none if that share is not known.
  var directors: [LoadPart] {
    guard let deputies else { return [] }
    return parts.filter { $0.kind == .attendance || $0.kind == .preparation }.map {
      LoadPart($0.kind, multiplicity: $0.multiplicity, $0.factors + [deputies])
    }
  }
}
