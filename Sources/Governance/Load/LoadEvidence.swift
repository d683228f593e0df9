/// On what the loads of a model rest: every figure with its part in the hours, and every assumption
/// that moves a trust by more than a threshold.
///
/// A figure is a parameter or the share of a template. Each is moved alone from low to high, all
/// others at their most likely; a template is also left out altogether, since its range says nothing
/// of whether it holds at all.
public struct LoadEvidence: Sendable {
  /// By how much a figure alone moves the load of a trust, as shares of its load at the most likely
  /// values: −0.1 is a tenth less.
  public struct Move: Hashable, Sendable {
    /// The trust.
    public let trust: Code
    /// The change with the figure at its low value.
    public let atLow: Double
    /// The change with the figure at its high value.
    public let atHigh: Double

    /// How far apart the two are.
    public var size: Double { abs(atHigh - atLow) }
  }

  /// A parameter, or the share of a template, that the headline rests on.
  public struct Figure: Sendable {
    /// Its symbol, values and origin.
    public let input: LoadInput
    /// Person-hours a year of all trusts, at the most likely values, of which it is a factor.
    public let hours: Double
    /// By how much it moves the sum of all trusts, as shares of that sum; 0 without a range.
    public let sum: (atLow: Double, atHigh: Double)
    /// The trusts that it moves by more than the threshold from low to high, the most moved first.
    public let moved: [Move]
  }

  /// What rests on a template altogether.
  public struct Template: Sendable {
    /// The id of the template.
    public let id: String
    /// Person-hours a year of all trusts, at the most likely values, that are gone without it.
    public let hours: Double
    /// The trusts that lose more than the threshold without it, as shares of their loads, those that
    /// lose most first.
    public let lost: [(trust: Code, share: Double)]
  }

  /// The threshold, as a share of the load of a trust.
  public let threshold: Double
  /// Person-hours a year of all trusts at the most likely values.
  public let total: Double
  /// Of these, those that rest on defaults nobody has validated.
  public let unvalidated: Double
  /// Of the total, hours of terms on record.
  public let recorded: Double
  /// Of the total, hours of terms that follow from a standing line of the regime.
  public let standing: Double
  /// Of the total, hours of terms that only a template expects.
  public let modelled: Double
  /// Every figure of the headline, by symbol, then by identity, then by value.
  public let figures: [Figure]
  /// Every template on which hours rest, those with most hours first.
  public let templates: [Template]

  /// Figures that move a trust by more than the threshold, the widest swing of a trust first.
  public var assumptions: [Figure] {
    figures.filter { !$0.moved.isEmpty }.enumerated().sorted { left, right in
      let (one, other) = (left.element.moved[0].size, right.element.moved[0].size)
      return one == other ? left.offset < right.offset : one > other
    }.map(\.element)
  }

  /// Sweeps over all figures of a model.
  ///
  /// - Parameters:
  ///   - equations: the equations.
  ///   - model: the place of the model among those given.
  ///   - threshold: from what share of a load on a figure counts as moving it.
  /// - Complexity: O(trusts · inputs · products of a trust).
  public init(_ equations: LoadEquations, model: Int = 0, threshold: Double = 0.05) {
    let trusts = equations.models[model].trusts
    self.threshold = threshold
    let terms = trusts.flatMap(\.terms)
    total = terms.reduce(0) { $0 + $1.mode }
    unvalidated = terms.reduce(0) { $0 + $1.unvalidated }
    recorded = terms.reduce(0) { $0 + ($1.ground == .recorded ? $1.mode : 0) }
    modelled = terms.reduce(0) { $0 + ($1.isModelled ? $1.mode : 0) }
    standing = terms.reduce(0) { sum, term in
      if case .standing = term.ground { sum + term.mode } else { sum }
    }
    var sweep = EvidenceSweep(threshold: threshold)
    for trust in trusts {
      sweep.count(trust)
      let subject = LoadSubject(trust.trust.id, model: model)
      let mode = equations.mode(of: [subject])
      guard mode > 0 else { continue }
      for swing in equations.tornado(of: [subject], most: .max) {
        sweep.note(
          Move(
            trust: trust.trust.id, atLow: swing.atLow / mode - 1, atHigh: swing.atHigh / mode - 1),
          of: swing.input)
      }
    }
    let all = trusts.map { LoadSubject($0.trust.id, model: model) }
    figures = sweep.figures(equations.tornado(of: all, most: .max), total: total)
    templates = sweep.templates
  }
}

/// Gathers what a sweep over the figures of a model finds.
private struct EvidenceSweep {
  private struct Key: Hashable {
    let identity: String
    let low: Double
    let mode: Double
    let high: Double

    init(_ input: LoadInput) {
      identity = input.identity
      (low, mode, high) = (input.range.low, input.range.mode, input.range.high)
    }
  }

  let threshold: Double
  private var hours: [Key: Double] = [:]
  private var inputs: [Key: LoadInput] = [:]
  private var moves: [Key: [LoadEvidence.Move]] = [:]
  private var templateHours: [String: Double] = [:]
  private var templateLosses: [String: [(trust: Code, share: Double)]] = [:]

  init(threshold: Double) { self.threshold = threshold }

  /// Adds up the hours of a trust under each figure and each template.
  mutating func count(_ trust: TrustLoad) {
    var own: [String: Double] = [:]
    for term in trust.terms {
      if case .template(let id) = term.ground { own[id, default: 0] += term.mode }
      for part in term.parts {
        for factor in part.factors {
          guard let identity = factor.identity else { continue }
          let input = LoadInput(
            symbol: factor.symbol, identity: identity, range: factor.range, origin: factor.origin)
          let key = Key(input)
          if inputs[key] == nil { inputs[key] = input }
          hours[key, default: 0] += part.mode
        }
      }
    }
    let mode = trust.mode
    for (id, lost) in own {
      templateHours[id, default: 0] += lost
      if mode > 0, lost / mode > threshold {
        templateLosses[id, default: []].append((trust.trust.id, lost / mode))
      }
    }
  }

  /// Keeps a move that is over the threshold.
  mutating func note(_ move: LoadEvidence.Move, of input: LoadInput) {
    guard move.size > threshold else { return }
    moves[Key(input), default: []].append(move)
  }

  /// The figures, given how they move the sum of all trusts.
  func figures(_ swings: [LoadSwing], total: Double) -> [LoadEvidence.Figure] {
    let sums = Dictionary(
      swings.map { (Key($0.input), $0) }, uniquingKeysWith: { first, _ in first })
    return inputs.map { key, input in
      let swing = sums[key].flatMap { total > 0 ? $0 : nil }
      return LoadEvidence.Figure(
        input: input, hours: hours[key] ?? 0,
        sum: swing.map { ($0.atLow / total - 1, $0.atHigh / total - 1) } ?? (0, 0),
        moved: (moves[key] ?? []).sorted {
          $0.size == $1.size ? $0.trust < $1.trust : $0.size > $1.size
        })
    }.sorted { Self.precedes($0.input, $1.input) }
  }

  var templates: [LoadEvidence.Template] {
    templateHours.map { id, hours in
      LoadEvidence.Template(
        id: id, hours: hours,
        lost: (templateLosses[id] ?? []).sorted {
          $0.share == $1.share ? $0.trust < $1.trust : $0.share > $1.share
        })
    }.sorted {
      $0.hours == $1.hours
        ? $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) : $0.hours > $1.hours
    }
  }

  private static func precedes(_ left: LoadInput, _ right: LoadInput) -> Bool {
    let all = LoadSymbol.allCases
    if left.symbol != right.symbol, let one = all.firstIndex(of: left.symbol),
      let other = all.firstIndex(of: right.symbol)
    {
      return one < other
    }
    if left.identity != right.identity {
      return left.identity.utf8.lexicographicallyPrecedes(right.identity.utf8)
    }
    let one = [left.range.low, left.range.mode, left.range.high]
    return one.lexicographicallyPrecedes([right.range.low, right.range.mode, right.range.high])
  }
}
